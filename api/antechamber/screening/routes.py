"""Lists, screenings, hits and dispositions over HTTP."""

from uuid import UUID

from fastapi import Response

from antechamber.deps import ActorDep, BodyDep, IfMatchDep, IndexesDep, OfficeDep, RepeatDep
from antechamber.documents import store
from antechamber.documents.organisation import OrganisationDocument
from antechamber.documents.participant import ParticipantFile
from antechamber.documents.screening import HitRecord
from antechamber.http import idempotency
from antechamber.http.bodies import api_router
from antechamber.http.etag import require_match, tag_of
from antechamber.http.openapi import answers
from antechamber.http.reach import reach
from antechamber.http.schemas import Listing
from antechamber.identity.access import may
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.screening import service
from antechamber.screening.index import NoLists
from antechamber.screening.lists import kept, searched_copy
from antechamber.screening.schemas import DispositionIn, HitOut, ListOut, ScreenedOut
from antechamber.screening.service import ScreenFirst
from antechamber.screening.views import shown
from antechamber.tables import OrganisationRow, ParticipantRow
from antechamber.work import Work

router = api_router("screening", "/v1")


@router.get("/lists")
def lists(office: OfficeDep, actor: ActorDep) -> Listing[ListOut]:
    """List the screening lists of the office."""
    with office.reading(actor) as work:
        may(work, actor, "lists.read")
        return Listing(items=[ListOut.model_validate(d) for _, d in kept(work).values()])


@router.post("/initiatives/{initiative_id}/screenings", responses=answers(NoLists))
def screen(
    initiative_id: UUID,
    office: OfficeDep,
    actor: ActorDep,
    indexes: IndexesDep,
    repeat: RepeatDep,
) -> ScreenedOut:
    """Screen everybody in an initiative against every list in force."""
    with office.reading(actor) as work:
        may(work, actor, "screening.run", initiative_id)
        indexes.current(work)  # takes seconds when new: built before anything is locked
    with office.work(actor) as work:
        may(work, actor, "screening.run", initiative_id)
        if not idempotency.earlier(work, repeat):
            service.screen(work, initiative_id, indexes)
            idempotency.keep(work, repeat, initiative_id, 200)
        people = participants.of_initiative(work, initiative_id)
        bodies = organisations.of_initiative(work, initiative_id)
        found = [h for _, file in people for h in file.hits]
        found += [h for _, body in bodies for h in body.hits]
        return ScreenedOut(
            initiative=initiative_id,
            screened=len(people) + len(bodies),
            open_hits=sum(hit.open for hit in found),
        )


@router.get("/initiatives/{initiative_id}/hits")
def hits(initiative_id: UUID, office: OfficeDep, actor: ActorDep) -> Listing[HitOut]:
    """List the hits of an initiative, those that need a person first; an entry in the log."""
    with office.work(actor) as work:
        may(work, actor, "hit.read", initiative_id)
        people = participants.of_initiative(work, initiative_id)
        bodies = organisations.of_initiative(work, initiative_id)
        found = [_shown(work, hit, row, file) for row, file in people for hit in file.hits]
        found += [_shown(work, hit, row, body) for row, body in bodies for hit in body.hits]
        service.note_shown(work, initiative_id)
    # Committed: nothing is shown before its entry is there.
    return Listing(items=sorted(found, key=lambda h: (h.disposition != "open", -h.score, h.id)))


@router.post(
    "/participants/{participant_id}/hits/{hit_id}/disposition", responses=answers(ScreenFirst)
)
def dispose(
    participant_id: UUID,
    hit_id: str,
    ask: BodyDep[DispositionIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> HitOut:
    """Settle a participant's hit; sessions of the initiative are decided again."""
    with office.work(actor) as work:
        reach(work, actor, "disposition.write", ParticipantRow, participant_id)
        row = participants.find(work, participant_id)
        if idempotency.earlier(work, repeat):
            service.note_shown(work, row.initiative_id)
        else:
            require_match(work, if_match, row, actor, row.initiative_id)
            said = ask.read()
            service.dispose(work, row, hit_id, actor, said.kind, said.reason)
            idempotency.keep(work, repeat, row.id, 200)
        file = store.load_file(work, row)
        response.headers["ETag"] = tag_of(row, actor)
        return _shown(work, service.find_hit(file.hits, hit_id), row, file)


@router.post("/organisations/{organisation_id}/hits/{hit_id}/disposition")
def dispose_organisation(
    organisation_id: UUID,
    hit_id: str,
    ask: BodyDep[DispositionIn],
    office: OfficeDep,
    actor: ActorDep,
    if_match: IfMatchDep,
    repeat: RepeatDep,
    response: Response,
) -> HitOut:
    """Settle an organisation's hit; sessions of the initiative are decided again."""
    with office.work(actor) as work:
        row = reach(work, actor, "disposition.write", OrganisationRow, organisation_id)
        if idempotency.earlier(work, repeat):
            service.note_shown(work, row.initiative_id)
        else:
            require_match(work, if_match, row, actor, row.initiative_id)
            said = ask.read()
            service.dispose_organisation(work, row, hit_id, actor, said.kind, said.reason)
            idempotency.keep(work, repeat, row.id, 200)
        document = store.load_organisation(work, row)
        response.headers["ETag"] = tag_of(row, actor)
        return _shown(work, service.find_hit(document.hits, hit_id), row, document)


def _shown(
    work: Work,
    hit: HitRecord,
    row: ParticipantRow | OrganisationRow,
    record: ParticipantFile | OrganisationDocument,
) -> HitOut:
    return shown(hit, row.id, record.ref, searched_copy(work, record.screening, hit.list_id))
