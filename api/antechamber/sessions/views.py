"""Who sees how much of a session (need to know, DOMAIN.md section 5)."""

from antechamber.documents import store
from antechamber.documents.session import SessionDocument
from antechamber.identity.actor import Actor
from antechamber.sessions.schemas import SeatOut, SessionOut
from antechamber.tables import SessionRow
from antechamber.work import Work

FIELD = frozenset({"convener", "facilitator"})
SCRUTINY = frozenset({"compliance", "auditor"})
WHOLE_PLAN = FIELD | SCRUTINY | {"director", "security_lead"}
PLACE_AND_TIME = frozenset({"country", "tz", "start", "end"})
SEES_PLACE = frozenset({"logistics", "gender_adviser", "safeguarding_lead"})


def shown(work: Work, row: SessionRow, actor: Actor) -> SessionOut:
    """Return a session as the actor's role may see it."""
    document = store.load_session(work, row)
    role = actor.role
    plan = document.plan if role in WHOLE_PLAN else None
    if role in SEES_PLACE:
        plan = {name: value for name, value in document.plan.items() if name in PLACE_AND_TIME}
    return SessionOut(
        id=row.id,
        initiative=row.initiative_id,
        state=row.state.value,
        revision=row.revision,
        clearance=row.clearance_id,
        title=document.title if role in WHOLE_PLAN else None,
        plan=plan,
        seats=_seats(work, row, document) if role in FIELD | SCRUTINY else None,
    )


def _seats(work: Work, row: SessionRow, document: SessionDocument) -> list[SeatOut]:
    work.vault.preload(row.initiative_id)
    seats = []
    for participant, (person, part) in store.open_seats(work, row, document).items():
        file = store.load_file(work, person)
        seats.append(
            SeatOut(
                participant=participant,
                ref=file.ref,
                pseudonym=file.pseudonym,
                facts=part.facts,
            )
        )
    return seats
