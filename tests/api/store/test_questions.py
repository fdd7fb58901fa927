"""No question to the database names who sits in a session: its server may log what it is asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from antechamber.clearance import service as clearance
from antechamber.clearance.dossiers import open_dossier
from antechamber.office import Office
from antechamber.participants.service import find_in
from antechamber.rotation.participants import seal_seats
from antechamber.sessions import service as sessions
from antechamber.sessions import views
from antechamber.tables import DecisionRow, ParticipantRow
from antechamber.work import Everywhere, Work
from walk import Walk, prepare

Act = Callable[[Work, Walk], object]


def change_a_seat(work: Work, walk: Walk) -> None:
    row = clearance.find_session(work, walk.session)
    sessions.seat(work, row, find_in(work, walk.initiative, walk.people["P3"]), {})


def take_a_seat_away(work: Work, walk: Walk) -> None:
    row = clearance.find_session(work, walk.session)
    sessions.unseat(work, row, find_in(work, walk.initiative, walk.people["P3"]))


def replay(work: Work, walk: Walk) -> None:
    for row in work.session.exec(select(DecisionRow)).all():
        open_dossier(work, row)


READS: dict[str, Act] = {
    "a preview": lambda work, walk: clearance.judge(
        work, clearance.find_session(work, walk.session), "evaluate"
    ),
    "a session shown": lambda work, walk: views.shown(
        work, clearance.find_session(work, walk.session), walk.officer
    ),
    "a replay": replay,
}
WRITES: dict[str, Act] = {
    "a seat changed": change_a_seat,
    "a seat taken away": take_a_seat_away,
    "seats sealed anew": lambda work, walk: seal_seats(work, walk.session),
}


@contextmanager
def asked(office: Office) -> Iterator[list[str]]:
    """Collect the values that are sent with every question."""
    values: list[str] = []

    def note(_c: object, _k: object, statement: str, sent: Any, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            values.append(repr(sent).replace("-", ""))

    event.listen(office.engine, "before_cursor_execute", note)
    yield values
    event.remove(office.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("name", [*READS, *WRITES])
def test_no_question_about_a_session_names_a_person_in_it(office: Office, name: str) -> None:
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate")
    with office.reading(Everywhere("test")) as work:
        people = work.session.exec(select(ParticipantRow)).all()
    names = {each.hex for row in people for each in (row.id, row.key_id)}
    opened = office.reading if name in READS else office.work
    with asked(office) as values, opened(Everywhere("officer")) as work:
        (READS | WRITES)[name](work, walk)
    assert len(values) > 2
    assert [each for each in values if any(name in each for name in names)] == []
