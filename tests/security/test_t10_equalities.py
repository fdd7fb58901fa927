"""T10: equal values are unequal in every other column and initiative."""

from collections import defaultdict
from collections.abc import Callable
from uuid import UUID

from antechamber.crypto.sealing import Sealed
from antechamber.documents.facts import Facts
from antechamber.documents.participant import Identity
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.tables import metadata
from antechamber.work import Everywhere
from walk import engagement, prepare

# The chain of the log is one of equal hashes by design, and public.
CHAIN = {("audit_entry", "previous"), ("audit_entry", "leaf"), ("audit_head", "leaf")}
SAME = "AB1234567"
TWIN = Identity(names=["Merrin Vandoral"], documents=[SAME], email=SAME)


def personal() -> Facts:
    facts = engagement()["participants"]["P3"]
    return {key: facts[key] for key in participants.ORDINARY}


def fill(office: Office, times: int) -> list[UUID]:
    """Make initiatives that know the same person, whose address is their document's number."""
    walk = prepare(office)
    homes = [walk.initiative]
    for _ in range(times - 1):
        with office.work(Everywhere("convener")) as work:
            convener = Actor(walk.users["U-P1"], "U-P1", "convener", None)
            homes.append(initiatives.create(work, convener, "HARBOUR LIGHT").id)
    for home in homes:
        with office.work(Everywhere("convener")) as work:
            participants.register(work, home, "TWIN", "Heron", TWIN, personal())
    return homes


def values(office: Office) -> dict[bytes, set[tuple[str, str, UUID | None]]]:
    """Return where each token and each sealed value stands: table, column, initiative."""
    found: dict[bytes, set[tuple[str, str, UUID | None]]] = defaultdict(set)
    with office.reading(Everywhere("test")) as work:
        for table in metadata.sorted_tables:
            for row in work.session.execute(table.select()).mappings():
                for column, value in row.items():
                    raw = value.blob if isinstance(value, Sealed) else value
                    if isinstance(raw, bytes) and (table.name, column) not in CHAIN:
                        found[raw].add((table.name, str(column), row.get("initiative_id")))
    return found


def test_no_value_stands_in_two_columns_or_two_initiatives(
    office: Office, came_out: Callable[[str, str, str], None], figure: Callable[[int, int], int]
) -> None:
    times = figure(2, 8)
    fill(office, times)
    found = values(office)
    twice = [places for places in found.values() if len(places) > 1]
    came_out(
        "T10",
        f"one person in {times} initiatives with one text as address and as document, on"
        f" {office.engine.dialect.name}",
        f"{len(twice)} equal values between columns or initiatives, of {len(found):,}",
    )
    assert twice == []


def test_equal_addresses_in_one_initiative_are_found_equal(sqlcipher_office: Office) -> None:
    (home,) = fill(sqlcipher_office, 1)
    with sqlcipher_office.work(Everywhere("convener")) as work:
        second = participants.register(work, home, "OTHER", "Crane", TWIN, personal())
        index = second.email_index
        known = participants.of_initiative(work, home)
    assert index is not None
    assert sum(row.email_index == index for row, _ in known) == 2
    assert all(row.document_index != index for row, _ in known)
