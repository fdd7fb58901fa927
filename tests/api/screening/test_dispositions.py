"""A disposition holds while the person and the entry are what they were, and no longer."""

from uuid import UUID

import pytest

from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.documents.screening import DispositionKind, HitRecord
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.policies import shipped_regimes
from antechamber.screening import lists, service
from antechamber.screening.folder import ListFile, ReadList, active_lists, read_list
from antechamber.work import Everywhere
from antechamber_compliance.screening.entry import Entry
from walk import FICTIONAL_LISTS, LISTED_NAME, Walk, prepare, register

UK = "uk_sanctions"


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    return prepare(sqlcipher_office)


@pytest.fixture
def listed(walk: Walk) -> UUID:
    """A participant whose name is on the fictional list, screened."""
    person = register(walk.office, walk.initiative, walk.convener, "P9", LISTED_NAME, like="P3")
    walk.screen()
    return person


def the_hit(walk: Walk, person: UUID) -> HitRecord:
    with walk.office.reading(Everywhere("test")) as work:
        (hit,) = store.load_file(work, participants.find(work, person)).hits
        return hit


def settle(walk: Walk, person: UUID, kind: DispositionKind) -> None:
    with walk.office.work(Everywhere("officer")) as work:
        row = participants.find(work, person)
        service.dispose(
            work, row, the_hit(walk, person).id, walk.officer, kind, "birth year differs"
        )


def put_in_force(walk: Walk, entries: tuple[Entry, ...]) -> None:
    described, copy = _the_list()
    changed = ReadList(copy.id, "2026-11-21", "f" * 64, entries, copy.counts, copy.united)
    with walk.office.work(Everywhere("officer")) as work:
        lists.put_in_force(work, described, changed, shipped_regimes())


def _the_list() -> tuple[ListFile, ReadList]:
    described = next(one for one in active_lists(FICTIONAL_LISTS) if one.id == UK)
    return described, read_list(described)


def test_a_hit_is_open_until_somebody_decides(walk: Walk, listed: UUID) -> None:
    hit = the_hit(walk, listed)
    assert (hit.list_id, hit.band, hit.open) == (UK, "block", True)
    assert hit.to_facts()["disposition"] == "open"


def test_a_disposition_survives_a_screening_of_the_same_records(walk: Walk, listed: UUID) -> None:
    settle(walk, listed, "false_positive")
    before = the_hit(walk, listed)
    walk.screen()
    after = the_hit(walk, listed)
    assert after == before
    assert not after.open


def test_a_disposition_lapses_when_the_person_is_recorded_anew(walk: Walk, listed: UUID) -> None:
    settle(walk, listed, "false_positive")
    with walk.office.work(Everywhere("convener")) as work:
        identity = Identity(names=[LISTED_NAME], birth_date="1961")
        participants.rename(work, participants.find(work, listed), identity)
    assert the_hit(walk, listed).open
    walk.screen()
    hit = the_hit(walk, listed)
    assert hit.open
    assert hit.to_facts()["fresh"] is False


def test_a_disposition_lapses_when_the_list_entry_changes(walk: Walk, listed: UUID) -> None:
    settle(walk, listed, "false_positive")
    entry_id = the_hit(walk, listed).entry_id
    _, copy = _the_list()
    put_in_force(walk, tuple(_renumbered(e) if e.entry_id == entry_id else e for e in copy.entries))
    walk.screen()
    assert the_hit(walk, listed).to_facts()["fresh"] is False


def _renumbered(entry: Entry) -> Entry:
    return Entry.from_json({**entry.to_json(), "listed_on": "2026-11-20"})


def test_a_confirmed_hit_that_is_delisted_stays_until_a_person_decides(
    walk: Walk, listed: UUID
) -> None:
    settle(walk, listed, "confirmed")
    entry_id = the_hit(walk, listed).entry_id
    _, copy = _the_list()
    put_in_force(walk, tuple(e for e in copy.entries if e.entry_id != entry_id))
    walk.screen()
    hit = the_hit(walk, listed)
    assert hit.gone
    assert hit.to_facts()["disposition"] == "confirmed"


def test_a_false_positive_that_is_delisted_is_forgotten(walk: Walk, listed: UUID) -> None:
    settle(walk, listed, "false_positive")
    entry_id = the_hit(walk, listed).entry_id
    _, copy = _the_list()
    put_in_force(walk, tuple(e for e in copy.entries if e.entry_id != entry_id))
    walk.screen()
    with walk.office.reading(Everywhere("test")) as work:
        assert store.load_file(work, participants.find(work, listed)).hits == []
