"""The process is killed between any two steps of a rotation, or of an erasure.

A forked child is ended by SIGKILL just before its n-th statement, just after a commit, or just
before or after a file takes the place of another. Whoever opens the office afterwards finds all
of it sound, and the same command finishes what was begun.
"""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from antechamber import audit
from antechamber.clearance.decisions import verified
from antechamber.clearance.dossiers import NotReplayable, open_dossier
from antechamber.documents import store
from antechamber.erasure import service as erasure
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.rotation import database_file, key_of_keys, run
from antechamber.settings import Settings
from antechamber.tables import DecisionRow, KeyRow, ParticipantRow, SessionRow
from antechamber.work import Everywhere
from databases import Backend, fixed_clock
from walk import Walk, prepare

Act = Callable[[Office], object]
STRIDE = {"root": 23, "initiative": 9, "participant": 23, "kek": 1, "file": 1}
ACTS: dict[str, Act] = {
    "root": lambda office: run.rotate(office, Everywhere("test"), "root"),
    "initiative": lambda office: run.rotate(office, Everywhere("test"), "initiative"),
    "participant": lambda office: run.rotate(office, Everywhere("test"), "participant"),
    "kek": lambda office: key_of_keys.rotate(office, Everywhere("test")),
    "file": lambda office: database_file.rotate(office, Everywhere("test")),
}


class Death:
    """Counts the steps of a process, and ends it at one of them."""

    def __init__(self, at: int) -> None:
        self._left = at

    def watch(self, office: Office) -> None:
        event.listen(office.engine, "before_cursor_execute", self.step)
        event.listen(office.engine, "commit", self.step)
        replace = Path.replace

        def replacing(path: Path, target: Any) -> Any:
            self.step()
            done = replace(path, target)
            self.step()
            return done

        Path.replace = replacing  # type: ignore[method-assign,assignment]

    def step(self, *_: object) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def survives(settings: Settings, act: Act, at: int) -> bool:
    """Act in a child that dies at its n-th step; tell whether it got to the end."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            office = Office.open(settings, clock=fixed_clock)
            Death(at).watch(office)
            act(office)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    assert os.WEXITSTATUS(status) == 0
    return True


def check(settings: Settings, walk: Walk) -> set[str]:
    """See that everything opens and verifies; return who is still there, by reference."""
    office = Office.open(settings, clock=fixed_clock)
    try:
        audit.verify(office)
        with office.reading(Everywhere("test")) as work:
            there = set()
            for row, file in participants.of_initiative(work, walk.initiative):
                assert store.load_identity(work, row).names
                there.add(file.ref)
            for session in work.session.exec(select(SessionRow)).all():
                seats = store.open_seats(work, session, store.load_session(work, session))
                assert len(seats) == len(there)
            for decision in work.session.exec(select(DecisionRow)).all():
                try:
                    open_dossier(work, verified(work, decision))
                except NotReplayable:
                    assert len(there) < len(walk.people)
        return there
    finally:
        office.close()


@pytest.fixture
def scheduled(backend: Backend, tmp_path: Path) -> tuple[Settings, Walk]:
    settings = backend.office(tmp_path)
    office = Office.open(settings, clock=fixed_clock)
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    office.close()  # what a parent has open, a fork must not touch
    return settings, walk


@pytest.mark.parametrize("level", ACTS)
def test_killed_at_any_step_a_rotation_loses_nothing_and_is_finished_by_the_same_command(
    scheduled: tuple[Settings, Walk], level: str, record_property: Callable[[str, object], None]
) -> None:
    settings, walk = scheduled
    if level == "file" and settings.database_file is None:
        pytest.skip("PostgreSQL has no file of ours")
    at = deaths = 1
    while not survives(settings, ACTS[level], at):
        assert check(settings, walk) == set(walk.people)
        at, deaths = at + STRIDE[level], deaths + 1
    record_property("ran", f"{level}: killed {deaths - 1} times in a rotation, to step {at}")
    assert deaths > 3
    assert check(settings, walk) == set(walk.people)
    only_the_newest_is_whole(settings)


def only_the_newest_is_whole(settings: Settings) -> None:
    office = Office.open(settings, clock=fixed_clock)
    with office.reading(Everywhere("test")) as work:
        newest: dict[object, int] = {}
        rows = work.session.exec(select(KeyRow)).all()
        for row in rows:
            newest[row.id] = max(newest.get(row.id, 0), row.version)
        assert all(work.vault.is_whole(row) is (row.version == newest[row.id]) for row in rows)
        assert run.under_way(work) is None
        keys = work.keys
        assert (len(keys.roots), len(keys.wrapping), len(keys.files)) == (1, 1, 1)
    assert key_of_keys.wrapped_by(office) == ["file"]
    assert list(settings.key_file.parent.iterdir()) == [settings.key_file]
    office.close()


def test_killed_at_any_step_an_erasure_is_whole_or_not_at_all(
    scheduled: tuple[Settings, Walk], record_property: Callable[[str, object], None]
) -> None:
    settings, walk = scheduled
    people = list(walk.people.items())[:3]  # enough that the session goes on being decided
    there, at, deaths = set(walk.people), 1, 0
    for ref, person in people:

        def act(office: Office, person: Any = person) -> None:
            erasure.finish(office, Everywhere("test"))
            erasure.erase(office, Everywhere("test"), person)

        while not survives(settings, act, at):
            deaths += 1
            at += 41
            assert check(settings, walk) in (there, there - {ref})
        there -= {ref}
        assert check(settings, walk) == there
        at = 20 + at % 7
    record_property("ran", f"erasure: killed {deaths} times")
    office = Office.open(settings, clock=fixed_clock)
    with office.reading(Everywhere("test")) as work:
        erased = select(ParticipantRow).where(ParticipantRow.erased)
        assert len(work.session.exec(erased).all()) == 3
        assert len(work.keys.wrapping) == 1
    office.close()
    assert deaths > 6
