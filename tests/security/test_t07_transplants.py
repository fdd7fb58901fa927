"""T7: a value moved to another row, column, person, office or version does not open."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from uuid import uuid4

from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.office import Office
from antechamber.rotation import run
from antechamber.work import Everywhere, Work
from stored import Stored, some_of_each, stored_values
from walk import prepare

VALUES, LARGEST = 50, 100_000


def test_no_value_opens_anywhere_but_where_it_was_sealed(
    sqlcipher_office: Office, came_out: Callable[[str, str, str], None]
) -> None:
    office = sqlcipher_office
    prepare(office).step("propose", "submit", "evaluate", "schedule")
    with office.reading(Everywhere("test")) as work:
        values = some_of_each(stored_values(work), VALUES, LARGEST)
        assert all(opens(work, value, value.sealed) for value in values)
        pairs = list(permutations(values, 2))
        moves = [(there, value.sealed) for there, value in pairs]
        moves += [(in_place_of(there, value), value.sealed) for there, value in pairs]
        moves += [(elsewhere(value), value.sealed) for value in values]
        moves += [(of_next_schema(value), value.sealed) for value in values]
        moves += [(value, of_another_format(value.sealed)) for value in values]
        opened = sum(opens(work, there, sealed) for there, sealed in moves)
    old = [value for value in values if value.use == "documents"]
    for level in ("participant", "initiative", "root"):
        run.rotate(office, Everywhere("test"), level)
    with office.reading(Everywhere("test")) as work:
        opened += sum(opens(work, value, value.sealed) for value in old)
    tried = len(moves) + len(old)
    came_out(
        "T7",
        f"{tried:,} moves of {len(values)} values and wrapped keys to other rows, columns, people, "
        "offices, schema and format versions, under the key of the new place and under their own, "
        "and past a rotation of that key",
        f"{opened} opened",
    )
    assert len(values) == VALUES
    assert opened == 0


def in_place_of(there: Stored, value: Stored) -> Stored:
    """Another's place, even under the key that the value was sealed with."""
    return replace(value, place=there.place)


def elsewhere(value: Stored) -> Stored:
    """The same table, row and column of another office, even under the same key."""
    return replace(value, place=replace(value.place, office=uuid4()))


def of_next_schema(value: Stored) -> Stored:
    return replace(value, place=replace(value.place, schema=value.place.schema + 1))


def of_another_format(sealed: Sealed) -> Sealed:
    return Sealed(bytes([sealed.blob[0] + 1]) + sealed.blob[1:])


def opens(work: Work, there: Stored, sealed: Sealed) -> bool:
    try:
        there.open(work, sealed)
    except Unsealable:
        return False
    return True
