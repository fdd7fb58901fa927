"""Keys are counted and destroyed over every initiative, also where rows are kept apart."""

from collections.abc import Iterable
from uuid import UUID

import pytest
from sqlmodel import col, select

from antechamber import roles
from antechamber.documents import store
from antechamber.erasure import service as erasure
from antechamber.identity import tokens
from antechamber.identity.actor import Actor
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.rotation import run, sealed, values
from antechamber.rotation.run import Level
from antechamber.rotation.sealed import stale, wrapped_by_older
from antechamber.tables import InitiativeRow, OrganisationRow, ParticipantRow, Row
from antechamber.vault import OFFICE_KEY, KeyRef, participant_key
from antechamber.work import Everywhere, PartlySeen, Work
from house import OPERATIONS, Plan, furnish, living_in
from walk import prepare

LEVELS: tuple[Level, ...] = ("root", "initiative", "participant")


@pytest.fixture
def plan(postgresql_office: Office) -> Plan:
    """Two initiatives on PostgreSQL, whose rows are kept apart from one another."""
    found = furnish(postgresql_office)
    with postgresql_office.reading(Everywhere("test")) as work:
        assert roles.loose(work.session.connection()) == ""
    return found


def member(office: Office, plan: Plan) -> Actor:
    with office.reading(Everywhere("door")) as work:
        return tokens.authenticate(work, plan.members["data_protection_officer"])


def opened(office: Office) -> dict[UUID, int]:
    """Open every document of every initiative; return how many there were in each."""
    found: dict[UUID, int] = {}
    with office.reading(Everywhere("test")) as work:
        for initiative in work.session.exec(select(InitiativeRow)):
            store.load_initiative(work, initiative)
            found[initiative.id] = 1
        for body in work.session.exec(select(OrganisationRow)):
            store.load_organisation(work, body)
            found[body.initiative_id] += 1
        people = select(ParticipantRow).where(col(ParticipantRow.erased).is_(False))
        for person in work.session.exec(people):
            store.load_identity(work, person)
            store.load_file(work, person)
            found[person.initiative_id] += 1
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_after_a_rotation_every_initiative_opens(
    postgresql_office: Office, plan: Plan, level: Level
) -> None:
    before = opened(postgresql_office)
    assert len(before) == 2
    run.rotate(postgresql_office, Everywhere("test"), level)
    assert opened(postgresql_office) == before


def test_an_erasure_asked_for_by_a_member_of_one_initiative_leaves_the_other_open(
    postgresql_office: Office, plan: Plan
) -> None:
    before = opened(postgresql_office)
    with living_in(postgresql_office, plan) as house:
        token = plan.members["data_protection_officer"]
        reply = house.whole(OPERATIONS["erasure_erase"], token)
        assert reply.status_code == 200
        foreign = {"participant_id": plan.others["participant_id"]}
        assert house.whole(OPERATIONS["erasure_erase"], token, ids=foreign).status_code == 404
    before[UUID(plan.ids["initiative_id"])] -= 1
    assert opened(postgresql_office) == before
    assert len(postgresql_office.keys.wrapping) == 1  # the older one is gone, and nobody needs it


def test_whoever_sees_some_initiatives_cannot_say_that_a_key_is_needed_no_more(
    postgresql_office: Office, plan: Plan
) -> None:
    office = postgresql_office
    with office.reading(member(office, plan)) as work:
        with pytest.raises(PartlySeen):
            wrapped_by_older(work, None)
        with pytest.raises(PartlySeen):
            stale(work, OFFICE_KEY)


def test_a_change_after_an_erasure_writes_the_others_and_leaves_the_erased_alone(
    office: Office,
) -> None:
    walk = prepare(office)
    erasure.erase(office, Everywhere("officer"), walk.people["P3"])
    before = tags(office)
    with office.work(Everywhere("convener")) as work:
        person = participants.find(work, walk.people["P1"])
        participants.update(work, person, {"earlier_occasions": 7})
    after = tags(office)
    kept = {person for person, tag in before.items() if after[person] == tag}
    assert kept == {walk.people["P3"]}
    assert len(set(after.values())) == len(after)
    assert opened(office)[walk.initiative] == 1 + 2 + len(walk.people) - 1


def test_a_rotation_after_a_covered_change_leaves_nothing_under_an_older_key(
    office: Office,
) -> None:
    walk = prepare(office)
    before = opened(office)
    run.rotate(office, Everywhere("test"), "participant", keep=True)
    walk.withdraw("P1")  # writes everybody, by the newer keys
    run.retire(office, Everywhere("test"))
    assert opened(office) == before
    with office.reading(Everywhere("test")) as work:
        for person in work.session.exec(select(ParticipantRow)):
            newest = work.vault.sealer(participant_key(walk.initiative, person.key_id)).key_id
            assert {person.identity.key_id, person.file.key_id} == {newest}


def test_a_batch_is_written_in_the_order_in_which_covered_rows_are(
    postgresql_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that write the same rows in another order each would wait for one another."""
    walk = prepare(postgresql_office)
    with postgresql_office.work(Everywhere("convener")) as work:
        for number in range(8):
            organisations.record(work, walk.initiative, f"ORG-{number}", ["Fen Guild"])
    written: list[UUID] = []

    def renew(work: Work, row: Row, columns: Iterable[str], key: KeyRef) -> None:
        if isinstance(row, OrganisationRow):
            written.append(row.id)
        kept(work, row, columns, key)

    kept = values.renew
    monkeypatch.setattr(sealed, "renew", renew)
    run.rotate(postgresql_office, Everywhere("test"), "initiative")
    assert len(written) == 10
    assert written == sorted(written)


def tags(office: Office) -> dict[UUID, UUID]:
    with office.reading(Everywhere("test")) as work:
        return {row.id: row.version for row in work.session.exec(select(ParticipantRow))}
