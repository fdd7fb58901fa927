"""T6: a flip of any bit of a stored value is refused."""

from collections.abc import Callable

from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.office import Office
from antechamber.work import Everywhere, Work
from stored import Stored, some_of_each, stored_values
from walk import prepare

VALUES = 50
LARGEST = 20_000  # bytes; only lists and rulebooks are larger, which are public texts


def test_no_flip_of_a_bit_of_fifty_stored_values_goes_unnoticed(
    sqlcipher_office: Office,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    prepare(sqlcipher_office).step("propose", "submit", "evaluate", "schedule")
    flips = unnoticed = 0
    with sqlcipher_office.reading(Everywhere("test")) as work:
        values = some_of_each(stored_values(work), VALUES, LARGEST)
        for value in values:
            bits = 8 * len(value.sealed.blob)
            # In the part: every bit of the header, and of the rest a spread of some hundred.
            stride = figure(max(1, bits // 300), 1)
            for bit in {*range(8 * 22), *range(0, bits, stride)}:
                flips += 1
                unnoticed += opens(work, value, flip(value.sealed, bit))
    kinds = len({value.name for value in values})
    came_out(
        "T6",
        f"{flips:,} bits flipped one by one, in {len(values)} stored values and wrapped keys of"
        f" {kinds} kinds",
        f"{unnoticed} opened",
    )
    assert len(values) == VALUES
    assert kinds >= 17
    assert unnoticed == 0


def flip(sealed: Sealed, bit: int) -> Sealed:
    changed = bytearray(sealed.blob)
    changed[bit // 8] ^= 1 << bit % 8
    return Sealed(bytes(changed))


def opens(work: Work, value: Stored, flipped: Sealed) -> bool:
    try:
        value.open(work, flipped)
    except Unsealable:
        return False
    return True
