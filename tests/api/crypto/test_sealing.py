from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antechamber.crypto.keys import Key
from antechamber.crypto.sealing import (
    HEADER_BYTES,
    TAG_BYTES,
    Place,
    Sealed,
    Sealer,
    Unsealable,
    pad,
    unpad,
)

OFFICE = UUID(int=1)
PLACE = Place(office=OFFICE, table="participant", row="r1", column="identity")
SEALER = Sealer(Key(b"\x01" * 32))


@given(st.binary(max_size=300))
def test_what_was_sealed_opens(text: bytes) -> None:
    assert SEALER.open(SEALER.seal(text, place=PLACE), place=PLACE) == text


@pytest.mark.parametrize("length", [0, 47, 200])
def test_a_flip_of_any_bit_is_refused(length: int) -> None:
    blob = SEALER.seal(b"x" * length, place=PLACE).blob
    opened = 0
    for bit in range(len(blob) * 8):
        flipped = bytearray(blob)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            SEALER.open(Sealed(bytes(flipped)), place=PLACE)
        except Unsealable:
            continue
        opened += 1
    assert opened == 0


def test_a_blob_cut_short_at_any_byte_is_refused() -> None:
    blob = SEALER.seal(b"text", place=PLACE).blob
    for length in range(len(blob)):
        with pytest.raises(Unsealable):
            SEALER.open(Sealed(blob[:length]), place=PLACE)


def places() -> list[Place]:
    return [
        Place(office=office, table=table, row=row, column=column, schema=schema)
        for office, table, row, column, schema in product(
            (OFFICE, UUID(int=2)),
            ("participant", "organisation"),
            ("r1", "r2"),
            ("identity", "file"),
            (1, 2),
        )
    ]


@pytest.mark.parametrize("source", places(), ids=str)
def test_a_blob_opens_in_no_other_place(source: Place) -> None:
    sealed = SEALER.seal(b"text", place=source)
    for target in places():
        if target == source:
            assert SEALER.open(sealed, place=target) == b"text"
            continue
        with pytest.raises(Unsealable):
            SEALER.open(sealed, place=target)


def test_places_that_read_alike_are_still_two() -> None:
    left = Place(office=OFFICE, table="ab", row="c", column="d")
    right = Place(office=OFFICE, table="a", row="bc", column="d")
    with pytest.raises(Unsealable):
        SEALER.open(SEALER.seal(b"text", place=left), place=right)


def test_another_key_is_refused_before_anything_is_decrypted() -> None:
    sealed = SEALER.seal(b"text", place=PLACE)
    other = Sealer(Key.random())
    assert other.key_id != sealed.key_id == SEALER.key_id
    with pytest.raises(Unsealable) as caught:
        other.open(sealed, place=PLACE)
    assert caught.value.__cause__ is None


def test_another_key_under_a_borrowed_name_is_refused() -> None:
    other = Sealer(Key.random())
    sealed = other.seal(b"text", place=PLACE)
    renamed = Sealed(sealed.blob[:2] + SEALER.key_id + sealed.blob[10:])
    with pytest.raises(Unsealable):
        SEALER.open(renamed, place=PLACE)


def test_the_layout_is_the_documented_one() -> None:
    sealed = SEALER.seal(b"", place=PLACE)
    assert sealed.blob[:2] == b"\x01\x01"
    assert sealed.blob[2:10] == SEALER.key_id
    assert (HEADER_BYTES, len(sealed.blob)) == (22, 22 + 64 + TAG_BYTES)


def test_equal_texts_seal_differently() -> None:
    blobs = {SEALER.seal(b"text", place=PLACE).blob for _ in range(100)}
    assert len(blobs) == 100


def test_length_shows_in_steps_of_64_bytes_only() -> None:
    sizes = [len(SEALER.seal(bytes(length), place=PLACE).blob) for length in range(128)]
    assert sizes == [102] * 64 + [166] * 64


@given(st.binary(max_size=200))
def test_padding_comes_off_again(text: bytes) -> None:
    assert len(pad(text)) % 64 == 0
    assert unpad(pad(text)) == text


@pytest.mark.parametrize("padded", [b"", bytes(64), b"x" * 64, b"\x80" + b"x"])
def test_what_was_never_padded_is_refused(padded: bytes) -> None:
    with pytest.raises(Unsealable):
        unpad(padded)


def test_neither_the_box_nor_the_fault_shows_what_is_inside() -> None:
    sealed = SEALER.seal(b"Ilse Varga", place=PLACE)
    with pytest.raises(Unsealable) as caught:
        Sealer(Key.random()).open(sealed, place=PLACE)
    assert repr(sealed) == f"Sealed({len(sealed.blob)} bytes)"
    assert str(caught.value) == ""
    assert caught.value.args == ()
