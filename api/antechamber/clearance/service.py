"""The gate: decide on sessions, move them, and decide again when anything changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance.decisions import Forged, Judged, new_decision, read_decision
from antechamber.clearance.dossiers import is_in
from antechamber.clearance.facts import bound_to, gather
from antechamber.clearance.outbox import announce
from antechamber.errors import IllegalTransition, NotFound
from antechamber.tables import DecisionRow, SessionRow, SessionState
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.lifecycle import LIVE, depends_on_verdict, legal, next_state

# What makes every live session be decided again, also where its next state is settled.
DECIDED_AGAIN = frozenset({"change", "signoff", "tick"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a step led to: the session as it now stands and, where one was made, the decision."""

    session: SessionRow
    decision: DecisionRow | None
    judged: Judged | None


def judge(work: Work, session: SessionRow, event: str) -> Judged:
    """Gather the facts of a session and decide; nothing is stored."""
    gathered = gather(work, session, work.rulebook, event=event)
    return Judged(gathered, decide(receive(gathered.facts), work.rulebook))


def take_step(work: Work, session_id: UUID, event: str) -> Answer:
    """Take one step asked for by a person; a decision that withholds is kept as well.

    Raises NotFound, and IllegalTransition where the session's state has no such step.
    """
    session = find_session(work, session_id)
    work.lock_row(session)
    if not legal(session.state, event):
        raise IllegalTransition(
            f"A session that is {session.state.value} cannot {event}.", state=session.state.value
        )
    answer = _step(work, session, event, session.revision)
    work.settle(session.initiative_id)
    return answer


def changed(work: Work, initiative_id: UUID) -> list[Answer]:
    """Decide again on every live session of an initiative, after one of its facts changed.

    All of them, not only those concerned, so that what was touched together tells nothing
    (DECISIONS 8). Call it in the Work that made the change, after the change.
    """
    work.session.flush()  # the facts are read back from the rows just written
    answers = [_revise(work, session, "change") for session in _sessions(work, initiative_id)]
    work.settle(initiative_id)
    return [answer for answer in answers if answer is not None]


def signed(work: Work, session: SessionRow) -> list[Answer]:
    """Decide again after a sign-off of this session was given or revoked."""
    work.session.flush()  # the sign-off is read back from its row
    answers = [
        _revise(work, each, "signoff" if each.id == session.id else "tick")
        for each in _sessions(work, session.initiative_id)
    ]
    work.settle(session.initiative_id)
    return [answer for answer in answers if answer is not None]


def tick(work: Work, initiative_id: UUID) -> list[Answer]:
    """Decide again although no fact of the initiative was written: lists, clock, holders, rules.

    For jobs: one Work per initiative.
    """
    work.lock(initiative_id)
    answers = [_revise(work, session, "tick") for session in _sessions(work, initiative_id)]
    work.settle(initiative_id)
    return [answer for answer in answers if answer is not None]


def suspend(work: Work, initiative_id: UUID, event: str) -> None:
    """Let no session of an initiative rest on its clearance any more, whatever the rules say."""
    work.lock(initiative_id)
    for session in _sessions(work, initiative_id):
        before = session.state.value
        if before in LIVE:
            after = next_state(before, "change", "deny")
            _move(work, session, after, session.revision + 1, None)
            _note_move(work, session, event, before)
    work.settle(initiative_id)


def refuse_forged(work: Work, session: SessionRow) -> None:
    """Raise Forged where a session rests on a decision that this office did not make.

    The triggers refuse all but a column-perfect forgery; this makes that one worthless.
    """
    if session.clearance_id is not None:
        decision = read_decision(work, session.clearance_id)
        if decision.session_id != session.id or not decision.may_proceed:
            raise Forged(f"decision {decision.id} is not about this session")


def binding_now(work: Work, session: SessionRow, finding: tuple[str, str, str]) -> str:
    """Return the keyed digest (hex) of the values that a finding (rule, code, subject) reads."""
    facts = gather(work, session, work.rulebook, event="signoff").facts
    dossier = derive(receive(facts).dossier, work.rulebook.tables)
    return bound_to(work, dossier, work.rulebook, finding)


def decisions_with(work: Work, initiative_id: UUID, participant: UUID) -> int:
    """Count the decisions of an initiative that a participant was part of."""
    rows = select(DecisionRow).where(DecisionRow.initiative_id == initiative_id)
    found = work.session.exec(rows.execution_options(yield_per=50))
    return sum(is_in(work, row, participant) for row in found)


def find_session(work: Work, session_id: UUID) -> SessionRow:
    """Return a session; raise NotFound."""
    session = work.session.get(SessionRow, session_id)
    if session is None:
        raise NotFound("No session with this id that you may see.")
    return session


def _sessions(work: Work, initiative_id: UUID) -> Iterable[SessionRow]:
    rows = select(SessionRow).where(SessionRow.initiative_id == initiative_id)
    return work.session.exec(rows.order_by(col(SessionRow.id))).all()


def _revise(work: Work, session: SessionRow, event: str) -> Answer | None:
    """Give a session a new revision and take the step that its state foresees, if any."""
    if not legal(session.state, event):
        return None  # what is over is not decided again
    return _step(work, session, event, session.revision + 1)


def _step(work: Work, session: SessionRow, event: str, revision: int) -> Answer:
    before = session.state.value
    again = before in LIVE and event in DECIDED_AGAIN
    if not again and not depends_on_verdict(before, event):
        _move(work, session, next_state(before, event, "deny"), revision, None)
        _note_move(work, session, event, before)
        return Answer(session, None, None)
    judged = judge(work, session, event)
    decision = new_decision(work, session, revision, judged)
    after = next_state(before, event, judged.verdict.outcome)
    if after == "scheduled" and before != "scheduled":
        announce(work, session, "session.scheduled")
    if decision.may_proceed:
        # The database wants the decision there before a session rests on it ...
        work.session.add(decision)
        work.session.flush()
        _move(work, session, after, revision, decision)
    else:
        # ... and nothing scheduled any more when one that withholds arrives.
        _move(work, session, after, revision, None)
        work.session.add(decision)
    _note_decision(work, session, before, decision, judged)
    return Answer(session, decision, judged)


def _move(
    work: Work,
    session: SessionRow,
    state: str | None,
    revision: int,
    decision: DecisionRow | None,
) -> None:
    session.state = SessionState(state or session.state)
    session.revision = revision
    session.clearance_id = decision.id if decision and session.state in LIVE else None
    work.session.add(session)
    # Here and now: the triggers compare session and decision in the order of the statements.
    work.session.flush()


def _note_move(work: Work, session: SessionRow, event: str, before: str) -> None:
    payload = {"event": event, "before": before, "after": session.state.value}
    key = initiative_key(session.initiative_id)
    audit.append(work, "session.moved", session.id, payload=payload, key=key)


def _note_decision(
    work: Work, session: SessionRow, before: str, decision: DecisionRow, judged: Judged
) -> None:
    work.session.flush()  # the entry must not be there before the decision that it is about
    payload = {
        "session": str(session.id),
        "event": judged.gathered.facts["event"],
        "before": before,
        "after": session.state.value,
        "outcome": judged.verdict.outcome,
        "sequence": decision.sequence,
        "revision": decision.revision,
        "mac": decision.mac.hex(),
    }
    key = initiative_key(session.initiative_id)
    audit.append(work, "decision.made", decision.id, payload=payload, key=key)
