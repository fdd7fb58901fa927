"""Rotation at each level: what it changes, what it leaves, and what then opens nothing any more."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from antechamber import audit, custody
from antechamber.clearance.decisions import verified
from antechamber.clearance.dossiers import open_dossier
from antechamber.crypto.keys import Label
from antechamber.crypto.office_keys import Destroyed
from antechamber.crypto.sealing import Unsealable
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.identity import tokens
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.rotation import key_of_keys, run
from antechamber.rotation.run import Level
from antechamber.rotation.sealed import OF_INITIATIVE, OF_OFFICE, OF_PARTICIPANT, Place
from antechamber.tables import DecisionRow, KeyRow, ParticipantRow, SessionRow, UserRow, metadata
from antechamber.tables.columns import SealedBytes
from antechamber.vault import initiative_key
from antechamber.work import Everywhere
from walk import Walk, prepare

LEVELS: tuple[Level, ...] = ("root", "initiative", "participant")


@pytest.fixture
def scheduled(office: Office) -> Walk:
    """An office with a scheduled session: decisions, seats, a log."""
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    return walk


def headers(office: Office, place: Place) -> set[bytes]:
    with office.reading(Everywhere("test")) as work:
        rows = work.session.exec(select(place.model)).all()
        return {getattr(row, place.column).key_id for row in rows}


@pytest.mark.parametrize("level", LEVELS)
def test_after_a_rotation_everything_opens_and_every_decision_is_ours(
    scheduled: Walk, level: Level
) -> None:
    office = scheduled.office
    before = audit.verify(office).count
    run.rotate(office, Everywhere("test"), level)
    with office.reading(Everywhere("test")) as work:
        for row in work.session.exec(select(DecisionRow)).all():
            assert set(open_dossier(work, verified(work, row))["participants"]) == set(
                scheduled.people
            )
        people = participants.of_initiative(work, scheduled.initiative)
        assert len(people) == len(scheduled.people)
        assert store.load_identity(work, people[0][0]).names
    assert audit.verify(office).count == before + 2
    assert scheduled.state() == "scheduled"
    scheduled.withdraw("P1")
    assert scheduled.state() == "suspended"


@pytest.mark.parametrize(
    ("level", "places"),
    [("root", OF_OFFICE), ("initiative", OF_INITIATIVE), ("participant", OF_PARTICIPANT)],
)
def test_a_rotation_seals_every_document_of_its_level_anew(
    scheduled: Walk, level: Level, places: tuple[Place, ...]
) -> None:
    office = scheduled.office
    before = {p: headers(office, p) for p in OF_OFFICE + OF_INITIATIVE + OF_PARTICIPANT}
    run.rotate(office, Everywhere("test"), level)
    for place, old in before.items():
        if place in places:
            assert not old & headers(office, place)
        else:
            assert old == headers(office, place)


def test_every_sealed_column_follows_a_key_or_is_only_ever_added() -> None:
    following = {
        (p.model.__tablename__, p.column) for p in OF_OFFICE + OF_INITIATIVE + OF_PARTICIPANT
    }
    sealed = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, SealedBytes)
    }
    added_only = {("decision", "record"), ("decision", "dossier")}
    added_only |= {("audit_entry", "entry"), ("audit_entry", "payload")}
    assert sealed - following == added_only | {("key", "wrapped")}


@pytest.mark.parametrize("level", LEVELS)
def test_a_rotation_moves_no_entity_tag(scheduled: Walk, level: Level) -> None:
    def tags() -> dict[UUID, UUID]:
        with scheduled.office.reading(Everywhere("test")) as work:
            rows = [
                *work.session.exec(select(SessionRow)),
                *work.session.exec(select(ParticipantRow)),
                *work.session.exec(select(UserRow)),
            ]
            return {row.id: row.version for row in rows}

    before = tags()
    run.rotate(scheduled.office, Everywhere("test"), level)
    assert tags() == before


def test_tokens_signoffs_and_pseudonyms_outlive_the_root_that_they_were_made_under(
    scheduled: Walk,
) -> None:
    office = scheduled.office
    with office.work(Everywhere("test")) as work:
        user = work.session.get_one(UserRow, scheduled.users["U-P1"])
        secret = tokens.issue(work, user, "convener", scheduled.initiative, lifetime=timedelta(1))
        oldest = work.keys.oldest.derive(Label.AUDIT)
    for _ in range(2):
        run.rotate(office, Everywhere("test"), "root")
    with office.reading(Everywhere("test")) as work:
        assert tokens.authenticate(work, secret).handle == "U-P1"
        assert work.keys.oldest.derive(Label.AUDIT).matches(oldest.check)
        with pytest.raises(Destroyed):
            work.keys.oldest.derive(Label.DOCUMENTS)


def test_the_older_version_of_an_initiatives_key_opens_records_only(scheduled: Walk) -> None:
    office = scheduled.office
    with office.reading(Everywhere("test")) as work:
        session = work.session.get_one(SessionRow, scheduled.session)
        before = session.document
    run.rotate(office, Everywhere("test"), "initiative")
    with office.reading(Everywhere("test")) as work:
        session = work.session.get_one(SessionRow, scheduled.session)
        key = initiative_key(scheduled.initiative)
        store.load_session(work, session)
        with pytest.raises(Unsealable):
            work.vault.opener(key, before)
        versions = work.session.exec(select(KeyRow).where(KeyRow.id == scheduled.initiative)).all()
        assert sorted((v.version, work.vault.is_whole(v)) for v in versions) == [
            (1, False),
            (2, True),
        ]


def test_what_is_kept_back_is_destroyed_by_retire(scheduled: Walk) -> None:
    office = scheduled.office
    for level in LEVELS:
        run.rotate(office, Everywhere("test"), level, keep=True)
    with office.reading(Everywhere("test")) as work:
        keys = work.session.exec(select(KeyRow)).all()
        assert all(work.vault.is_whole(row) for row in keys)
        assert len(work.keys.roots) == 2
    run.retire(office, Everywhere("test"))
    with office.reading(Everywhere("test")) as work:
        newest: dict[UUID, int] = {}
        for row in work.session.exec(select(KeyRow)).all():
            newest[row.id] = max(newest.get(row.id, 0), row.version)
        for row in work.session.exec(select(KeyRow)).all():
            assert work.vault.is_whole(row) is (row.version == newest[row.id])
        assert len(work.keys.roots) == len(work.keys.wrapping) == 1


def test_blind_indexes_are_made_anew_under_the_newer_root(office: Office) -> None:
    walk = prepare(office)
    with office.work(Everywhere("test")) as work:
        person = participants.find(work, walk.people["P1"])
        participants.rename(work, person, Identity(names=["Ilse Varga"], email="ilse@example.org"))
        before = person.email_index
    run.rotate(office, Everywhere("test"), "root")
    with office.reading(Everywhere("test")) as work:
        person = participants.find(work, walk.people["P1"])
        expected = participants.index_of(work, person, store.load_identity(work, person))
        assert person.email_index == expected["email_index"] != before


def test_a_new_key_file_that_was_half_written_when_the_machine_stopped_is_made_anew(
    sqlcipher_office: Office,
) -> None:
    place = sqlcipher_office.settings
    before = place.key_file.read_bytes()
    half = custody.next_key_file(place)
    half.write_bytes(before[:7])
    half.chmod(0o600)
    assert key_of_keys.rotate(sqlcipher_office, Everywhere("test"))
    assert place.key_file.read_bytes() != before
    assert not half.exists()
    assert audit.verify(sqlcipher_office).count
