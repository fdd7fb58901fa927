"""An office with a session of thirty people that is cleared and may be scheduled."""

from antechamber.clearance import service as clearance
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.tables import SessionState
from antechamber.work import Everywhere
from walk import Walk, prepare, register, seat

PARTICIPANTS = 30


def cleared(office: Office) -> Walk:
    """Fill an office through its services and bring its session as far as cleared."""
    walk = prepare(office)
    for number in range(len(walk.people), PARTICIPANTS):
        ref, like = f"X{number}", f"P{number % 8 + 1}"
        person = register(office, walk.initiative, walk.convener, ref, like=like)
        with office.work(Everywhere("convener")) as work:
            row = clearance.find_session(work, walk.session)
            seat(work, row, participants.find(work, person), like)
    walk.screen()
    answer = walk.step("propose", "submit", "evaluate")
    if answer.session.state.value != "cleared":
        raise SystemExit(f"thirty seats should clear, and are {answer.session.state.value}")
    return walk


def put_back(walk: Walk) -> None:
    """Make the scheduled session cleared again, which no step does: to schedule it once more."""
    with walk.office.work(Everywhere("convener")) as work:
        row = clearance.find_session(work, walk.session)
        row.state = SessionState.CLEARED
        work.session.add(row)


def seats(walk: Walk) -> int:
    """Return how many people sit in the session."""
    with walk.office.reading(Everywhere("test")) as work:
        ((_, document),) = sessions.of_initiative(work, walk.initiative)
        return len(document.seats)
