"""Whatever is handed to the verifier, it says clearly that it refuses, and never breaks."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antechamber.audit import bundle_verifier, checkpoints
from antechamber.audit.bundle_verifier import (
    MOST_SIGNATURES,
    Refused,
    check,
    line_of,
    open_note,
    read_checkpoint,
    read_key,
    split_notes,
)
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.signatures import SigningKey
from databases import NOW

KEYS = OfficeKeys.new(UUID(int=7), NOW)
NAME = checkpoints.verifier_key(KEYS)
ROOT = b64encode(bytes(32)).decode()
NOTE = checkpoints.sign(KEYS, f"{NAME.name}\n3\n{ROOT}\n")
BOUNDED = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
HEADS: list[dict[str, Any]] = [
    {"format": "antechamber-audit/1", "key": str(NAME), "checkpoints": [NOTE]},
    {
        "format": "antechamber-proof/1",
        "key": str(NAME),
        "checkpoint": NOTE,
        "sequence": 1,
        "entry": '{"sequence":1}',
        "inclusion": ["00" * 32],
        "extends": [{"checkpoint": NOTE, "proof": []}],
    },
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(NOTE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def refused_or_faulty(data: bytes) -> bool:
    try:
        return bool(check(data, NAME).faults)
    except Refused as refused:
        return str(refused) != ""


@BOUNDED
@given(st.binary(max_size=300))
def test_no_bytes_pass_for_a_bundle(data: bytes) -> None:
    assert refused_or_faulty(data)


@BOUNDED
@given(st.sampled_from(HEADS), st.data())
def test_no_member_of_another_kind_breaks_the_verifier(
    head: dict[str, Any], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(head)))
    rows = data.draw(st.lists(st.dictionaries(st.text() | st.just("leaf"), JSON), max_size=3))
    lines = [line_of({**head, name: data.draw(JSON)}), *map(line_of, rows)]
    assert refused_or_faulty(b"".join(lines))
    assert refused_or_faulty(b"".join(lines)[:-1])


@BOUNDED
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_no_bytes_pass_for_notes(data: bytes) -> None:
    with pytest.raises(Refused):
        _ = [read_checkpoint(note, NAME) for note in split_notes(data)]


@BOUNDED
@given(st.text(max_size=200))
def test_no_text_passes_for_a_key(text: str) -> None:
    with pytest.raises(Refused):
        read_key(text)


@BOUNDED
@given(st.integers(0, len(NOTE) - 1), st.characters())
def test_a_note_with_one_letter_exchanged_is_refused(place: int, letter: str) -> None:
    changed = NOTE[:place] + letter + NOTE[place + 1 :]
    if changed != NOTE:
        with pytest.raises(Refused):
            read_checkpoint(changed, NAME)


def test_a_key_survives_being_written_and_read() -> None:
    assert read_key(f" {NAME}\n") == NAME


def test_the_note_of_the_specification_opens_and_its_key_id_is_as_computed_there() -> None:
    """What a note's signature begins with: SHA-256(name, newline, 0x01, key), 4 bytes."""
    public = SigningKey.of_the_log(KEYS.root).public.raw
    assert NAME.id == sha256(NAME.name.encode() + b"\n\x01" + public).digest()[:4]
    assert open_note(NOTE, NAME) == f"{NAME.name}\n3\n{ROOT}\n"


def test_a_note_may_carry_signatures_of_others_but_not_a_bad_one_of_ours() -> None:
    other = "\u2014 witness.example/w AAAAAGJhZA==\n"
    assert read_checkpoint(NOTE + other, NAME).size == 3
    text, _, line = NOTE.rpartition("\n\n")
    assert read_checkpoint(f"{text}\n\n{other}{line}", NAME).size == 3
    with pytest.raises(Refused):
        read_checkpoint(f"{text}\n\n{other}", NAME)
    bad = f"\u2014 {NAME.name} {b64encode(NAME.id + bytes(64)).decode()}\n"
    with pytest.raises(Refused):
        read_checkpoint(NOTE + bad, NAME)
    with pytest.raises(Refused):
        read_checkpoint(NOTE + other * MOST_SIGNATURES, NAME)


@pytest.mark.parametrize("size", ["", "-1", "+1", "01", "1.0", " 1", "1 ", "٣", "1" * 19, "x"])
def test_a_checkpoint_states_its_size_in_one_way_only(size: str) -> None:
    with pytest.raises(Refused):
        read_checkpoint(checkpoints.sign(KEYS, f"{NAME.name}\n{size}\n{ROOT}\n"), NAME)


@pytest.mark.parametrize("root", ["", ROOT[:-1], ROOT + "=", "A" * 44, b64encode(b"x").decode()])
def test_a_checkpoint_states_a_root_of_32_bytes(root: str) -> None:
    with pytest.raises(Refused):
        read_checkpoint(checkpoints.sign(KEYS, f"{NAME.name}\n3\n{root}\n"), NAME)


def test_a_seal_does_not_pass_for_a_checkpoint() -> None:
    seal = checkpoints.sign(KEYS, bundle_verifier.seal_text(NAME.name, "00" * 32))
    with pytest.raises(Refused, match="no checkpoint of this log"):
        read_checkpoint(seal, NAME)


def test_deep_json_and_long_numbers_are_refused() -> None:
    for hostile in (b"[" * 100_000, b'{"a":' * 100_000, b'{"sequence":' + b"9" * 5000 + b"}"):
        assert refused_or_faulty(hostile + b"\n")


@pytest.mark.parametrize("step", range(10))
def test_json_at_the_edge_of_what_can_be_read_is_refused(step: int) -> None:
    for depth in range(900 + 10 * step, 910 + 10 * step):
        assert refused_or_faulty(b'{"a":' * depth + b"1" + b"}" * depth + b"\n")
        assert refused_or_faulty(b'{"format":' + b"[" * depth + b"]" * depth + b"}\n")


def test_a_key_twice_in_an_object_is_refused() -> None:
    line = line_of(HEADS[0])
    assert refused_or_faulty(line[:-2] + b',"key":"x"}\n')


def test_an_entry_is_shown_only_if_it_is_proved_and_cannot_move_the_cursor() -> None:
    entry = '{"action":"\u009b2J\u202e"}'
    good = bundle_verifier.Report("proof", str(NAME), 3, "00", 1, 0, (), entry)
    shown = bundle_verifier.told(good, trusted=True, as_json=False)
    assert '{"action":"\\x9b2J\\u202e"}' in shown
    assert shown.isascii()
    spoilt = bundle_verifier.Report("proof", str(NAME), 3, "00", 1, 0, ("no",), entry)
    assert "action" not in bundle_verifier.told(spoilt, trusted=True, as_json=False)


def test_the_report_is_the_same_for_people_and_machines() -> None:
    report = bundle_verifier.Report("bundle", str(NAME), 3, "00", 1, 0, ("entry 2 is missing",))
    shown = bundle_verifier.told(report, trusted=False, as_json=False)
    assert "FAULT: entry 2 is missing" in shown
    assert "compare" in shown
    assert shown.endswith("It does not hold.")
    parsed = json.loads(bundle_verifier.told(report, trusted=True, as_json=True))
    assert (parsed["holds"], parsed["key_given"], parsed["faults"]) == (
        False,
        True,
        ["entry 2 is missing"],
    )
