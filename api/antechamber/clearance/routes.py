"""The steps of a session, previews and decisions over HTTP."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Response
from fastapi.responses import JSONResponse
from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import service
from antechamber.clearance.decisions import open_record, verified
from antechamber.clearance.dossiers import NotReplayable, open_dossier
from antechamber.clearance.schemas import DecisionOut, PreviewOut, StepOut
from antechamber.clearance.views import findings_for, suggestions_for, verdict_for
from antechamber.deps import ActorDep, IfMatchDep, OfficeDep, PageDep, RepeatDep
from antechamber.errors import IllegalTransition, Withheld
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.idempotency import Repeat
from antechamber.http.openapi import answers
from antechamber.http.pages import page
from antechamber.http.reach import reach
from antechamber.http.schemas import Listing
from antechamber.identity.actor import Actor
from antechamber.office import Office
from antechamber.tables import DecisionRow, SessionRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.canonical import canonical

router = api_router("clearance", "/v1")
STEP_PROBLEMS = answers(IllegalTransition)
JUDGED_PROBLEMS = answers(IllegalTransition, Withheld)
Verdict = Mapping[str, Any]


def _take(
    office: Office,
    actor: Actor,
    session_id: UUID,
    event: str,
    if_match: str | None,
    repeat: Repeat,
    response: Response,
) -> StepOut:
    """Take a step in one Work; raise Withheld only after what was decided is on record."""
    with office.work(actor) as work:
        row = reach(work, actor, f"session.{event}", SessionRow, session_id)
        earlier = idempotency.earlier(work, repeat)
        if earlier:
            response.headers["ETag"] = tag_of(row, actor)
            return _again(work, row, earlier.id, actor)
        require_match(work, if_match, row, actor, row.initiative_id)
        answer = service.take_step(work, session_id, event)
        verdict = answer.judged.verdict.to_json() if answer.judged else None
        out = _step(row, answer.decision, verdict, actor)
        withheld = verdict is not None and not verdict["may_proceed"]
        if not withheld:
            idempotency.keep(work, repeat, out.decision or session_id, 200)
    # Committed. Raising now cannot undo the record of what was decided.
    if withheld:
        raise _withheld(out)
    response.headers["ETag"] = tag_of(row, actor)
    return out


def _withheld(out: StepOut) -> Withheld:
    return Withheld(
        "Read the findings and their remedies; the decision is on record.",
        decision=str(out.decision),
        outcome=out.outcome,
        state=out.state,
        findings=out.findings,
        suggestions=out.suggestions,
    )


def _again(work: Work, row: SessionRow, made: UUID, actor: Actor) -> StepOut:
    """Show where a session stands now, and the decision that the step made, if any."""
    decision = work.session.get(DecisionRow, made)
    if decision is None:
        return _step(row, None, None, actor)
    verdict = open_record(work, verified(work, decision)).verdict
    return _step(row, decision, verdict, actor)


def _step(
    row: SessionRow, decision: DecisionRow | None, verdict: Verdict | None, actor: Actor
) -> StepOut:
    return StepOut(
        session=row.id,
        state=row.state.value,
        revision=row.revision,
        decision=decision.id if decision else None,
        outcome=verdict["outcome"] if verdict else None,
        findings=findings_for(actor, verdict) if verdict else [],
        suggestions=suggestions_for(actor, verdict) if verdict else [],
    )


@router.post("/sessions/{session_id}/propose", responses=STEP_PROBLEMS)
def propose(
    session_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> StepOut:
    """Propose a drafted session."""
    return _take(office, actor, session_id, "propose", if_match, repeat, response)


@router.post("/sessions/{session_id}/submit", responses=STEP_PROBLEMS)
def submit(
    session_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> StepOut:
    """Submit a proposed session for review."""
    return _take(office, actor, session_id, "submit", if_match, repeat, response)


@router.post("/sessions/{session_id}/evaluate", responses=JUDGED_PROBLEMS)
def evaluate(
    session_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> StepOut:
    """Decide on a session under review: cleared, awaiting approval or blocked."""
    return _take(office, actor, session_id, "evaluate", if_match, repeat, response)


@router.post("/sessions/{session_id}/schedule", responses=JUDGED_PROBLEMS)
def schedule(
    session_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> StepOut:
    """Schedule a cleared session if the rules clear it at this moment as well."""
    return _take(office, actor, session_id, "schedule", if_match, repeat, response)


@router.post("/sessions/{session_id}/reopen", responses=STEP_PROBLEMS)
def reopen(
    session_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> StepOut:
    """Take a blocked, waiting, cleared or suspended session back into review."""
    return _take(office, actor, session_id, "reopen", if_match, repeat, response)


@router.post("/sessions/{session_id}/cancel", responses=STEP_PROBLEMS)
def cancel(
    session_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> StepOut:
    """Cancel a session."""
    return _take(office, actor, session_id, "cancel", if_match, repeat, response)


@router.post("/sessions/{session_id}/preview")
def preview(session_id: UUID, office: OfficeDep, actor: ActorDep, repeat: RepeatDep) -> PreviewOut:
    """Decide on a session as it is now and store nothing; in any state."""
    with office.reading(actor) as work:
        row = reach(work, actor, "session.preview", SessionRow, session_id)
        idempotency.earlier(work, repeat)  # nothing is stored, so nothing is repeated
        verdict = service.judge(work, row, "evaluate").verdict.to_json()
        return PreviewOut(
            session=row.id, state=row.state.value, verdict=verdict_for(actor, verdict)
        )


@router.get("/sessions/{session_id}/decisions")
def listing(
    session_id: UUID, ask: PageDep, office: OfficeDep, actor: ActorDep, response: Response
) -> Listing[DecisionOut]:
    """List the decisions about a session."""
    with office.reading(actor) as work:
        reach(work, actor, "decision.read", SessionRow, session_id)
        rows = select(DecisionRow).where(DecisionRow.session_id == session_id)
        found = page(work, ask, rows, by=col(DecisionRow.id))
        found.announce(response)
        return Listing(items=[_shown(work, row, actor) for row in found.rows])


@router.get("/decisions/{decision_id}")
def read(decision_id: UUID, office: OfficeDep, actor: ActorDep, response: Response) -> DecisionOut:
    """Show a decision."""
    with office.reading(actor) as work:
        row = reach(work, actor, "decision.read", DecisionRow, decision_id)
        response.headers["ETag"] = tag_of(row, actor)
        return _shown(work, row, actor)


@router.get("/decisions/{decision_id}/verdict", response_class=JSONResponse)
def verdict(decision_id: UUID, office: OfficeDep, actor: ActorDep) -> Response:
    """Export a verdict as canonical JSON, the bytes that `antechamber decide` prints."""
    with office.work(actor) as work:
        row = verified(work, reach(work, actor, "dossier.read", DecisionRow, decision_id))
        content = open_record(work, row).verdict
        key = initiative_key(row.initiative_id)
        audit.append(work, "verdict.exported", row.id, key=key)
    return _canonical(content, row, actor)


@router.get(
    "/decisions/{decision_id}/dossier",
    response_class=JSONResponse,
    responses=answers(NotReplayable),
)
def dossier(decision_id: UUID, office: OfficeDep, actor: ActorDep) -> Response:
    """Export what a decision was made on: pseudonymous, and an entry in the audit log."""
    with office.work(actor) as work:
        row = verified(work, reach(work, actor, "dossier.read", DecisionRow, decision_id))
        content = open_dossier(work, row)
        key = initiative_key(row.initiative_id)
        audit.append(work, "dossier.exported", row.id, key=key)
    return _canonical(content, row, actor)


def _canonical(content: dict[str, Any], row: DecisionRow, actor: Actor) -> Response:
    headers = {"ETag": tag_of(row, actor)}
    return Response(canonical(content), headers=headers, media_type="application/json")


def _shown(work: Work, row: DecisionRow, actor: Actor) -> DecisionOut:
    record = open_record(work, verified(work, row))
    return DecisionOut(
        id=row.id,
        session=row.session_id,
        sequence=row.sequence,
        revision=row.revision,
        event=record.event,
        may_proceed=row.may_proceed,
        verdict=verdict_for(actor, record.verdict),
    )
