"""The process is killed while a rulebook is put in force, or before all was decided again.

A forked child adopts rules that deny every session. Whoever opens the office afterwards finds
the old rules and the session as it was, or the new rules and a mark; then the next command
suspends the session.
"""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from antechamber import audit
from antechamber.office import Office
from antechamber.rulebooks import redeciding, service
from antechamber.rulebooks import store as rulebooks
from antechamber.settings import Settings
from antechamber.tables import SessionRow
from antechamber.work import Everywhere
from databases import Backend, fixed_clock
from signed_rules import stricter, trust
from walk import Walk, prepare

STRIDE = 11


def _adopt_in_child(
    settings: Settings,
    prepare_to_die: Callable[[Office], None],
    decide_again: Callable[[Office, Everywhere], int] = redeciding.run,
) -> bool:
    """Adopt and decide again in a child; tell whether it got to the end."""
    child = os.fork()
    if child == 0:
        try:
            office = Office.open(settings, clock=fixed_clock)
            prepare_to_die(office)
            with office.work(Everywhere("officer")) as work:
                service.adopt(work, stricter(), trust())
            decide_again(office, Everywhere("officer"))
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return not os.WIFSIGNALED(status)


def _die_at(at: int) -> Callable[[Office], None]:
    """Die before the n-th statement, or just after the commit that is the n-th."""
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def prepare_to_die(office: Office) -> None:
        event.listen(office.engine, "before_cursor_execute", count)
        event.listen(office.engine, "commit", count)

    return prepare_to_die


def _die_instead(*_: object) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _scheduled(backend: Backend, folder: Path) -> tuple[Settings, Walk]:
    settings = backend.office(folder)
    office = Office.open(settings, clock=fixed_clock)
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate", "schedule")
    office.close()  # what a parent has open, a fork must not touch
    return settings, walk


def _found(settings: Settings, walk: Walk) -> tuple[int, str]:
    """Check what is left, resume, check again; return the revision and what it was before."""
    office = Office.open(settings, clock=fixed_clock)
    try:
        audit.verify(office)
        revision, before = office.rulebook.revision, _state(office, walk)
        with office.reading(Everywhere("test")) as work:
            pending = redeciding.pending(work) is not None
            assert len(rulebooks.kept(work)) == revision
        assert pending or (revision, before) in ((1, "scheduled"), (2, "suspended"))
        redeciding.resume(office, Everywhere("next command"))
        assert _state(office, walk) == ("scheduled" if revision == 1 else "suspended")
        with office.reading(Everywhere("test")) as work:
            assert redeciding.pending(work) is None
        audit.verify(office)
        return revision, before
    finally:
        office.close()


def _state(office: Office, walk: Walk) -> str:
    with office.reading(Everywhere("test")) as work:
        return work.session.get_one(SessionRow, walk.session).state.value


def test_killed_between_adopting_and_deciding_again_it_is_resumed(
    backend: Backend, tmp_path: Path
) -> None:
    settings, walk = _scheduled(backend, tmp_path)
    stricter()  # signed here, so that the child has the same keys and is quick
    assert not _adopt_in_child(settings, lambda _: None, _die_instead)
    assert _found(settings, walk) == (2, "scheduled")


@pytest.mark.slow
def test_killed_anywhere_an_adoption_is_done_or_not_begun(
    sqlcipher: Backend, tmp_path: Path
) -> None:
    settings, walk = _scheduled(sqlcipher, tmp_path)
    stricter()
    found, at, finished = [], 1, False
    while not finished:
        copy = tmp_path / str(at)
        shutil.copytree(settings.home, copy / "home")
        shutil.copytree(settings.key_file.parent, copy / "key")
        copied = Settings(home=copy / "home", key_file=copy / "key" / "office.key")
        finished = _adopt_in_child(copied, _die_at(at))
        found.append(_found(copied, walk))
        shutil.rmtree(copy)
        at += STRIDE
    assert found[0] == (1, "scheduled")
    assert found[-1] == (2, "suspended")
    assert sorted(found) == found
    assert (2, "scheduled") in found
