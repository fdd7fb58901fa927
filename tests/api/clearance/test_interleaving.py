"""Withdraw and schedule at once: stopped at every statement, on two connections.

One side is held just before its n-th statement while the other runs as far as it gets; then
both finish. Whatever the order, nobody who has withdrawn may sit at a scheduled session.
"""

from collections import Counter
from collections.abc import Callable
from threading import Event, Thread, local
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from antechamber.documents import store
from antechamber.errors import Problem
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.work import Everywhere
from walk import Walk, prepare

PATIENCE = 0.1  # seconds; then the other side is waiting for a lock
END = 20.0


class Stage:
    """Runs two sides on threads; the first stops before its n-th statement."""

    def __init__(self, office: Office) -> None:
        self._here = local()
        event.listen(office.engine, "before_cursor_execute", self._statement)

    def _statement(self, *_: Any) -> None:
        stop = getattr(self._here, "stop", None)
        if stop is not None:
            stop()

    def play(self, first: Callable[[], None], second: Callable[[], None], at: int) -> list[str]:
        """Run both and return how each ended; the first has 'finished before it' if it was short."""
        held, go, ends = Event(), Event(), ["", ""]
        one = Thread(target=self._side, args=(first, ends, 0, self._holder(at, held, go)))
        two = Thread(target=self._side, args=(second, ends, 1, None))
        one.start()
        while one.is_alive() and not held.wait(0.005):
            pass
        reached = held.is_set()
        two.start()
        two.join(PATIENCE)
        go.set()
        one.join(END)
        two.join(END)
        assert not one.is_alive()
        assert not two.is_alive()
        return [*ends, "held" if reached else "short"]

    def _holder(self, at: int, held: Event, go: Event) -> Callable[[], None]:
        seen = 0

        def stop() -> None:
            nonlocal seen
            seen += 1
            if seen == at:
                held.set()
                go.wait(END)

        return stop

    def _side(
        self, run: Callable[[], None], ends: list[str], place: int, stop: Callable[[], None] | None
    ) -> None:
        self._here.stop = stop
        try:
            run()
            ends[place] = "done"
        except Problem as refusal:
            ends[place] = refusal.slug
        except OperationalError:
            ends[place] = "busy"


def _impatient(office: Office) -> None:
    """Let a connection that waits for SQLCipher's write lock give up soon."""
    if office.engine.dialect.name == "sqlite":

        @event.listens_for(office.engine, "connect")
        def _(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA busy_timeout = 60")

        office.engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("first", ["withdraw", "schedule"])
def test_no_interleaving_of_withdraw_and_schedule_leaves_a_withdrawn_seat_scheduled(
    office: Office, first: str, record_property: Callable[[str, object], None]
) -> None:
    walk = prepare(office)
    walk.step("propose", "submit", "evaluate")
    _impatient(office)
    stage, seen, at = Stage(office), Counter[str](), 1
    while True:
        sides: dict[str, Callable[[], None]] = {
            "withdraw": lambda: walk.withdraw("P3"),
            "schedule": lambda: _schedule(walk),
        }
        lead = sides.pop(first)
        (other,) = sides.values()
        *ends, reached = stage.play(lead, other, at)
        assert not (_withdrawn(walk) and walk.state() in ("scheduled", "in_session"))
        seen[f"{first} {ends[0]}, other {ends[1]}"] += 1
        if reached == "short":
            break
        _again(walk)
        at += 1
    record_property(
        "ran", f"{office.engine.dialect.name}: {first} held at {at - 1} statements: {dict(seen)}"
    )
    assert at > 20  # fewer statements than that would mean that nothing was interleaved


def _schedule(walk: Walk) -> None:
    walk.step("schedule")


def _withdrawn(walk: Walk) -> bool:
    with walk.office.reading(Everywhere("test")) as work:
        file = store.load_file(work, participants.find(work, walk.people["P3"]))
        return bool(file.consent["status"] == "withdrawn")


def _again(walk: Walk) -> None:
    """Bring the session back to cleared, with the consent given anew."""
    from walk import engagement

    consent = engagement()["participants"]["P3"]["consent"]
    given = {key: value for key, value in consent.items() if key != "subject"}
    with walk.office.work(Everywhere("convener")) as work:
        from antechamber.consents import service as consents

        row = participants.find(work, walk.people["P3"])
        if store.load_file(work, row).consent["status"] == "withdrawn":
            consents.record(work, row, walk.convener, given)
    state = walk.state()
    if state == "scheduled":
        walk.withdraw("P3")
        _again(walk)
        return
    if state in ("suspended", "blocked", "awaiting_approval"):
        walk.step("reopen")
    if state != "cleared":
        walk.step("evaluate")
    assert walk.state() == "cleared"
