import copy
import pickle
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from antechamber.crypto.keys import KEY_BYTES, Key, Label, length_prefixed


def test_a_key_does_not_print() -> None:
    secret = b"\x07" * KEY_BYTES
    key = Key(secret)
    for text in (repr(key), str(key), f"{key}", str([key]), str({"k": key})):
        assert "hidden" in text
        assert secret.hex() not in text
        assert str(secret) not in text


@pytest.mark.parametrize("spill", [pickle.dumps, copy.copy, copy.deepcopy, vars])
def test_a_key_is_not_copied_out_of_its_object(spill: Callable[[object], object]) -> None:
    with pytest.raises(TypeError):
        spill(Key.random())


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Key(bytes(length))


@pytest.mark.parametrize("label", Label)
def test_derivation_is_hkdf_expand(label: Label) -> None:
    secret = Key.random().expose()
    oracle = HKDFExpand(SHA256(), KEY_BYTES, f"antechamber/1/{label}".encode())
    assert Key(secret).derive(label).expose() == oracle.derive(secret)


def test_every_label_gives_another_key() -> None:
    key = Key.random()
    assert len({key.derive(label).expose() for label in Label}) == len(Label)


def test_a_check_value_fits_its_own_key_only() -> None:
    key = Key.random()
    assert key.matches(key.check)
    assert not key.matches(Key.random().check)
    assert key.expose() not in key.check


def test_two_lists_of_parts_never_join_to_the_same_bytes() -> None:
    lists = [(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"abc", b""), (b"", b"abc"), ()]
    assert len({length_prefixed(*parts) for parts in lists}) == len(lists)
