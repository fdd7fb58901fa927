"""Erase a person over HTTP."""

from uuid import UUID

from antechamber.deps import ActorDep, OfficeDep, RepeatDep
from antechamber.erasure import service
from antechamber.erasure.schemas import ErasureOut
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.reach import reach
from antechamber.tables import ParticipantRow
from antechamber.work import Everywhere, Work

router = api_router("erasure", "/v1")


@router.post("/participants/{participant_id}/erase")
def erase(
    participant_id: UUID, office: OfficeDep, actor: ActorDep, repeat: RepeatDep
) -> ErasureOut:
    """Erase a participant for good and report what is left; repeated, it reports again."""

    def allow(work: Work) -> None:
        reach(work, actor, "participant.erase", ParticipantRow, participant_id)
        idempotency.earlier(work, repeat)  # only for its refusals: who is erased stays so

    with office.reading(actor) as work:
        allow(work)  # before any key is touched, and behind the wall of row-level security
    report = service.erase(office, Everywhere(str(actor.user_id)), participant_id, allow)
    return ErasureOut.model_validate(report)
