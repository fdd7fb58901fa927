"""The process is killed between any two statements of 'schedule this session'.

A forked child schedules and is ended by SIGKILL just before its n-th statement, or just
after its commit. Whoever opens the office afterwards finds all of it or nothing.
"""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import decisions
from antechamber.clearance import service as clearance
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.tables import AuditEntryRow, DecisionRow, OutboxRow, SessionRow
from antechamber.vault import OFFICE_KEY
from databases import Backend, fixed_clock
from walk import Walk, prepare


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _schedule_until(settings: Settings, walk: Walk, at: int) -> bool:
    """Schedule in a child that dies before its n-th statement; tell whether it got to the end."""
    child = os.fork()
    if child == 0:
        try:
            office = Office.open(settings, clock=fixed_clock)
            seen = 0

            def count(*_: Any) -> None:
                nonlocal seen
                seen += 1
                if seen == at:
                    _die()

            event.listen(office.engine, "before_cursor_execute", count)
            event.listen(office.engine, "commit", count)
            with office.work("convener") as work:
                clearance.take_step(work, walk.session, "schedule")
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return not os.WIFSIGNALED(status)


def _check(settings: Settings, walk: Walk) -> str:
    office = Office.open(settings, clock=fixed_clock)
    try:
        log = audit.verify(office)
        with office.reading("test") as work:
            session = work.session.get_one(SessionRow, walk.session)
            made = work.session.exec(select(DecisionRow).order_by(col(DecisionRow.sequence))).all()
            noted = [
                work.open_json(row, "entry", key=OFFICE_KEY)["action"]
                for row in work.session.exec(select(AuditEntryRow))
            ]
            sent = work.session.exec(select(OutboxRow)).all()
            for decision in made:
                decisions.verified(work, decision)
        assert noted.count("decision.made") == len(made)
        assert len(noted) == log.count
        if session.state.value == "scheduled":
            assert session.clearance_id == made[-1].id
            assert len(sent) == 1
        else:
            assert session.state.value == "cleared"
            assert len(sent) == 0
        return str(session.state.value)
    finally:
        office.close()


@pytest.mark.slow
def test_a_killed_schedule_is_found_done_or_not_begun(backend: Backend, tmp_path: Path) -> None:
    settings = backend.office(tmp_path)
    office = Office.open(settings, clock=fixed_clock)
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate")
    # The child opens the database itself: what a parent has open, a fork must not touch.
    office.close()
    states, at, finished = [], 0, False
    while not finished:
        at += 1
        finished = _schedule_until(settings, walk, at)
        states.append(_check(settings, walk))
    assert states[-1] == "scheduled"
    assert set(states[:-1]) == {"cleared"}
    assert at > 20  # fewer statements than that would mean that the walk was not walked
