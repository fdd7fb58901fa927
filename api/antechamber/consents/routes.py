"""Consents over HTTP. A withdrawal is never refused for a stale tag."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from pydantic import Field, WithJsonSchema

from antechamber.consents import service
from antechamber.consents.service import FIELDS, NothingToWithdraw
from antechamber.deps import ActorDep, BodyDep, IfMatchDep, OfficeDep, RepeatDep
from antechamber.documents import store
from antechamber.documents.facts import schema
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.reach import reach
from antechamber.http.schemas import Incoming, Outgoing
from antechamber.identity.actor import Actor
from antechamber.participants.service import find
from antechamber.tables import ParticipantRow
from antechamber.work import Work
from antechamber_compliance.dossier.seat import Consent

router = api_router("consents", "/v1/participants/{participant_id}/consents")


class ConsentIn(Incoming):
    """One version of a consent, whole: versions are added, never changed."""

    facts: Annotated[dict[str, Any], WithJsonSchema(schema(Consent, FIELDS))] = Field(
        examples=[
            {
                "status": "active",
                "purposes": ["participation"],
                "form": "written",
                "witnesses": 0,
                "language_understood": True,
                "obtained_by": "secretariat",
                "given_at": "2026-11-20T09:00:00Z",
                "expires": "2027-05-31",
                "tz": "Europe/Zurich",
            }
        ]
    )


class ConsentOut(Outgoing):
    """Where a participant's consent stands now; `status` is null where none was recorded."""

    participant: UUID
    status: str | None
    versions: int


def _answer(work: Work, row: ParticipantRow, actor: Actor, response: Response) -> ConsentOut:
    file = store.load_file(work, row)
    response.headers["ETag"] = tag_of(row, actor)
    status = file.consent.get("status")
    return ConsentOut(participant=row.id, status=status, versions=len(file.consents))


@router.post("", status_code=201)
def record(
    participant_id: UUID,
    ask: BodyDep[ConsentIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> ConsentOut:
    """Record a version of a participant's consent; `subject` may be left out: it is theirs."""
    with office.work(actor) as work:
        reach(work, actor, "consent.record", ParticipantRow, participant_id)
        row = find(work, participant_id)
        if not idempotency.earlier(work, repeat):
            require_match(work, if_match, row, actor, row.initiative_id)
            row = service.record(work, row, actor, ask.read().facts)
            idempotency.keep(work, repeat, row.id)
        response.headers["Location"] = f"/v1/participants/{row.id}"
        return _answer(work, row, actor, response)


@router.post("/withdraw", responses=answers(NothingToWithdraw))
def withdraw(
    participant_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    repeat: RepeatDep,
    response: Response,
) -> ConsentOut:
    """Record that a participant withdraws; sessions that rest on it are suspended at once."""
    with office.work(actor) as work:
        reach(work, actor, "consent.withdraw", ParticipantRow, participant_id)
        row = find(work, participant_id)
        if not idempotency.earlier(work, repeat):
            row = service.withdraw(work, row, actor)
            idempotency.keep(work, repeat, row.id, 200)
        return _answer(work, row, actor, response)
