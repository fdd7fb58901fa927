"""Who sees how much of a session (need to know, DOMAIN.md section 5)."""

from collections.abc import Mapping

from antechamber.clearance.service import refuse_forged
from antechamber.documents import store
from antechamber.documents.facts import Facts
from antechamber.documents.session import SEATED, SessionDocument
from antechamber.identity.actor import Actor
from antechamber.sessions.schemas import SeatOut, SessionOut
from antechamber.sessions.service import PLAN
from antechamber.tables import SessionRow
from antechamber.work import Work

PLACE_AND_TIME = frozenset({"country", "tz", "start", "end"})
SECURITY = PLACE_AND_TIME | {"risk", "channel", "venue_cleared_to", "confidentiality"}
PLANS: Mapping[str, frozenset[str]] = {
    "convener": PLAN,
    "facilitator": PLAN,
    "compliance": PLAN,
    "director": PLAN,
    "auditor": PLAN,
    "logistics": PLACE_AND_TIME | {"catering"},
    "security_lead": SECURITY,
    "safeguarding_lead": PLACE_AND_TIME,
    "gender_adviser": frozenset({"country", "format", "gender_expertise"}),
}
TITLE = frozenset(
    {"convener", "facilitator", "compliance", "director", "auditor", "gender_adviser"}
)
# Who belongs to a listed actor is between those who determine it.
FIELD_SEAT = frozenset(SEATED) - {"determinations"}
SEATS: Mapping[str, frozenset[str]] = {
    "convener": FIELD_SEAT,
    "facilitator": FIELD_SEAT,
    "compliance": frozenset(SEATED),
    "auditor": frozenset(SEATED),
    "director": frozenset({"role", "track", "affiliation", "party", "determinations"}),
    "logistics": frozenset({"mode", "crosses_border", "travel_from", "travel_to", "access_needs"}),
}


def shown(work: Work, row: SessionRow, actor: Actor) -> SessionOut:
    """Return a session as the actor's role may see it."""
    refuse_forged(work, row)
    document = store.load_session(work, row)
    role = actor.role
    return SessionOut(
        id=row.id,
        initiative=row.initiative_id,
        state=row.state.value,
        revision=row.revision,
        clearance=row.clearance_id,
        title=document.title if role in TITLE else None,
        plan=_part(document.plan, PLANS[role]) if role in PLANS else None,
        seats=_seats(work, row, document, SEATS[role]) if role in SEATS else None,
    )


def _seats(
    work: Work, row: SessionRow, document: SessionDocument, seen: frozenset[str]
) -> list[SeatOut]:
    work.vault.preload(row.initiative_id)
    seats = []
    for participant, (person, part) in store.open_seats(work, row, document).items():
        file = store.load_file(work, person)
        seats.append(
            SeatOut(
                participant=participant,
                ref=file.ref,
                pseudonym=file.pseudonym,
                facts=_part(part.facts, seen),
            )
        )
    return seats


def _part(facts: Facts, seen: frozenset[str]) -> Facts:
    return {name: value for name, value in facts.items() if name in seen}
