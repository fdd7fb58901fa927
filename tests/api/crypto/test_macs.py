from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest

from antechamber.crypto.blind import blind_index
from antechamber.crypto.keys import Key, Label
from antechamber.crypto.macs import (
    audit_token,
    credential_hash,
    cursor_mac,
    decision_mac,
    fingerprint,
    request_hash,
    signoff_binding,
    verify_decision_mac,
)
from antechamber.crypto.office_keys import OUTLIVES_A_ROOT
from antechamber.crypto.sealing import Sealed
from antechamber.tables import DecisionRow

ROOT = Key(b"\x05" * 32)


def decided(**columns: Any) -> DecisionRow:
    row: dict[str, Any] = {
        "id": UUID(int=1),
        "session_id": UUID(int=2),
        "initiative_id": UUID(int=7),
        "sequence": 3,
        "revision": 4,
        "fingerprint": b"f" * 32,
        "may_proceed": False,
        "mac": b"",
        "record": Sealed(b"record"),
        "dossier": Sealed(b"dossier"),
    }
    return DecisionRow(**row | columns)


CHANGES: list[dict[str, object]] = [
    {"id": UUID(int=9)},
    {"session_id": UUID(int=9)},
    {"sequence": 9},
    {"revision": 9},
    {"sequence": 4, "revision": 3},
    {"fingerprint": b"g" * 32},
    {"may_proceed": True},
    {"record": Sealed(b"other")},
    {"dossier": Sealed(b"other")},
    {"record": Sealed(b"dossier"), "dossier": Sealed(b"record")},
]


def test_a_decision_of_this_office_is_known_again() -> None:
    assert verify_decision_mac(ROOT, decided(mac=decision_mac(ROOT, decided())))


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_decision_altered_in_any_part_is_not_ours(change: dict[str, object]) -> None:
    mac = decision_mac(ROOT, decided())
    assert not verify_decision_mac(ROOT, decided(mac=mac, **change))


@pytest.mark.parametrize("forged", [b"", bytes(32), b"m" * 32])
def test_a_decision_made_without_the_key_is_not_ours(forged: bytes) -> None:
    assert not verify_decision_mac(ROOT, decided(mac=forged))
    assert not verify_decision_mac(ROOT, decided(mac=decision_mac(Key.random(), decided())))


@pytest.mark.parametrize(
    "spelling",
    ["ilse@example.org", "ILSE@example.ORG", "  ilse@example.org\n", "ｉlse@example.org"],
)
def test_one_address_has_one_index_however_it_is_typed(spelling: str) -> None:
    wanted = blind_index(ROOT, "ilse@example.org", initiative=UUID(int=1), column="email")
    assert blind_index(ROOT, spelling, initiative=UUID(int=1), column="email") == wanted


def test_an_index_tells_nothing_across_initiatives_columns_and_offices() -> None:
    indexes = {
        blind_index(root, "ilse@example.org", initiative=UUID(int=initiative), column=column)
        for root in (ROOT, Key.random())
        for initiative in (1, 2)
        for column in ("email", "document")
    }
    assert len(indexes) == 8


def test_keyed_hashes_need_the_key_and_keep_apart() -> None:
    hashes = {
        made
        for root in (ROOT, Key.random())
        for made in (
            fingerprint(root, UUID(int=1), b"x"),
            fingerprint(root, UUID(int=2), b"x"),
            credential_hash(root, "x"),
            request_hash(root, ["x"]),
            cursor_mac(root, ["x"]),
            bytes.fromhex(signoff_binding(root, b"x")),
            bytes.fromhex(audit_token(root, "actor", "x")),
            bytes.fromhex(audit_token(root, "object", "x")),
        )
    }
    assert len(hashes) == 16


@pytest.mark.parametrize("hashed", [request_hash, cursor_mac])
def test_a_keyed_hash_keeps_its_parts_apart(hashed: Callable[[Key, Sequence[str]], bytes]) -> None:
    assert hashed(ROOT, ["a", "bc"]) != hashed(ROOT, ["ab", "c"])
    assert hashed(ROOT, ["a", "bc"]) == hashed(ROOT, ("a", "bc"))


def test_no_key_serves_two_purposes_and_each_outlives_its_root() -> None:
    asked: list[Label] = []

    class Watched:
        def derive(self, label: Label) -> Key:
            asked.append(label)
            return ROOT.derive(label)

    fingerprint(Watched(), UUID(int=1), b"x")
    decision_mac(Watched(), decided())
    credential_hash(Watched(), "x")
    audit_token(Watched(), "actor", "x")
    request_hash(Watched(), ["x"])
    cursor_mac(Watched(), ["x"])
    signoff_binding(Watched(), b"x")
    assert len(set(asked)) == len(asked) == 7
    assert set(asked) < set(OUTLIVES_A_ROOT)
