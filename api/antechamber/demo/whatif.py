"""What would happen if: tried with the real services in a transaction that is rolled back."""

from collections.abc import Callable
from dataclasses import dataclass

from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.demo.data import Gathering, Initiative
from antechamber.demo.stage import Stage
from antechamber.documents.participant import Identity
from antechamber.participants import service as participants
from antechamber.screening import service as screening
from antechamber.sessions import service as sessions
from antechamber.work import Everywhere, Work
from antechamber_compliance.verdict import Verdict

NEWCOMER = "NEW"


class _Undone(Exception):
    """Ends a transaction of which nothing is to be kept."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A change that was tried, and the verdict on the session as it would then be."""

    words: str
    verdict: Verdict


def without(stage: Stage, initiative: Initiative, gathering: Gathering, ref: str) -> Attempt:
    """Try a session without one of its people."""

    def change(work: Work) -> None:
        session = clearance.find_session(work, stage.sessions[gathering.id])
        sessions.unseat(work, session, participants.find(work, stage.people[ref]))

    words = f"{gathering.id} without {initiative.people[ref].pseudonym} ({ref})"
    return Attempt(words, _tried(stage, initiative, gathering, change))


def with_newcomer(stage: Stage, initiative: Initiative, gathering: Gathering, like: str) -> Attempt:
    """Try a session with one person more, who bears a name on a list."""

    def change(work: Work) -> None:
        model, convener = initiative.people[like], stage.convener(initiative)
        within = stage.initiatives[initiative.id]
        row = participants.register(
            work,
            within,
            NEWCOMER,
            "Newcomer",
            Identity(names=[stage.story.newcomer]),
            model.personal,
        )
        consents.record(work, row, convener, model.consent)
        session = clearance.find_session(work, stage.sessions[gathering.id])
        sessions.seat(work, session, row, gathering.seat_facts(model))
        screening.screen(work, within, stage.indexes)

    words = f"{gathering.id} with one more, whose name is on a (fictional) list"
    return Attempt(words, _tried(stage, initiative, gathering, change))


def _tried(
    stage: Stage, initiative: Initiative, gathering: Gathering, change: Callable[[Work], None]
) -> Verdict:
    found: list[Verdict] = []
    try:
        with stage.office.work(Everywhere(stage.convener(initiative).handle)) as work:
            change(work)
            session = clearance.find_session(work, stage.sessions[gathering.id])
            found.append(clearance.judge(work, session, "change").verdict)
            raise _Undone
    except _Undone:
        return found[0]
