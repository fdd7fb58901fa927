"""Batch by batch: everybody is reached, and what others write in between stays."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlmodel import col, select, update

from antechamber.documents import store
from antechamber.office import Office
from antechamber.rotation import participants as people_keys
from antechamber.rotation import run, sealed
from antechamber.rotation.run import Level
from antechamber.rotation.sealed import wrapped_by_older
from antechamber.rotation.values import renew
from antechamber.tables import ParticipantRow
from antechamber.vault import participant_key
from antechamber.work import Everywhere
from walk import Walk, prepare


@pytest.fixture
def walk(office: Office) -> Iterator[Walk]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "PAUSE_SECONDS", 0)
        yield prepare(office)


def older_headers(office: Office, initiative: UUID) -> int:
    """Count the documents of people that are not sealed by the newest version of their key."""
    with office.reading(Everywhere("test")) as work:
        rows = work.session.exec(select(ParticipantRow)).all()
        return sum(
            header != work.vault.sealer(participant_key(initiative, row.key_id)).key_id
            for row in rows
            for header in (row.identity.key_id, row.file.key_id)
        )


@pytest.mark.parametrize("level", ["initiative", "participant"])
def test_batches_smaller_than_an_initiative_reach_everybody_in_it(
    walk: Walk, level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_keys, "BATCH", 3)
    monkeypatch.setattr(sealed, "BATCH_OF_KEYS", 3)
    run.rotate(walk.office, Everywhere("test"), level)
    assert older_headers(walk.office, walk.initiative) == 0
    with walk.office.reading(Everywhere("test")) as work:
        assert not wrapped_by_older(work, walk.initiative)
        for row in work.session.exec(select(ParticipantRow)):
            assert store.load_identity(work, row).names
            assert store.load_file(work, row).ref


def test_a_pass_over_people_unwraps_each_key_once(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each batch unwraps the keys of its own people: more batches are not more work."""
    monkeypatch.setattr(people_keys, "BATCH", 2)
    people_keys.rotate(walk.office, Everywhere("test"), walk.initiative)
    unwrapped = 0
    after: UUID | None = None
    while True:
        with walk.office.work(Everywhere("test")) as work:
            after = people_keys.seal_people(work, walk.initiative, after)
            unwrapped += sum(len(v) for k, v in work.vault._open.items() if k.initiative)
        if after is None:
            break
    assert unwrapped == 2 * len(walk.people)


def test_a_document_that_was_changed_meanwhile_is_not_overwritten(walk: Walk) -> None:
    with walk.office.work(Everywhere("test")) as work:
        row = work.session.get_one(ParticipantRow, walk.people["P1"])
        key = store.person_key(row)
        newer = work.vault.sealer(key).seal(b"newer", place=work.place(row, "file"))
        work.session.exec(
            update(ParticipantRow).where(col(ParticipantRow.id) == row.id).values(file=newer),
            execution_options={"synchronize_session": False},
        )
        renew(work, row, ["identity", "file"], key)
        assert row.file == newer
    with walk.office.reading(Everywhere("test")) as work:
        stored = work.session.get_one(ParticipantRow, walk.people["P1"])
        assert work.open(stored, "file", key=key) == b"newer"
