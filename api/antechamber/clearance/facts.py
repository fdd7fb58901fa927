"""Gather everything that one decision reads: reads only, one pass, no judgement.

What is not recorded is left out, and the engine says so; nothing is filled in here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from antechamber.crypto.macs import signoff_binding
from antechamber.documents import store
from antechamber.documents.initiative import InitiativeDocument
from antechamber.documents.office import OfficeDocument
from antechamber.documents.organisation import OrganisationDocument
from antechamber.documents.parameters import layer, strictest_scores
from antechamber.documents.participant import ParticipantFile
from antechamber.documents.screening import Standard
from antechamber.documents.session import SeatPart, SessionDocument
from antechamber.documents.signoff import SignoffDocument
from antechamber.identity import users
from antechamber.tables import (
    InitiativeRow,
    OfficeRow,
    OrganisationRow,
    ParticipantRow,
    ScreeningListRow,
    SessionRow,
    SignoffRow,
)
from antechamber.work import Work
from antechamber_compliance.binding import values_signed
from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier, receive
from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.overlays import first_day, resolve
from antechamber_compliance.policy import Rulebook

Facts = dict[str, Any]
Members = Mapping[str, list[str]]  # role -> handles
NO_ORGANISATION = frozenset({"none"})
OWN_OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts of one session as JSON.

    `people` are those whom the facts are about, by reference: who has a seat in the session, and
    of whom something was signed though they have none any more.
    """

    facts: Facts
    people: Mapping[str, ParticipantRow]
    snapshots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Seated:
    """One seat's records, opened."""

    person: ParticipantRow
    file: ParticipantFile
    part: SeatPart


def gather(work: Work, session: SessionRow, rulebook: Rulebook, *, event: str) -> Gathered:
    """Open what a decision about this session at this event reads."""
    initiative = work.session.get_one(InitiativeRow, session.initiative_id)
    process = store.load_initiative(work, initiative)
    plan = store.load_session(work, session)
    work.vault.preload(session.initiative_id)
    seated = _seated(work, session, plan)
    bodies = _organisations(work, initiative.id)
    office = store.load_office(work, work.session.exec(select(OfficeRow)).one())
    lists = _lists(work)
    holders, members = users.holders_and_members(work, initiative.id)
    screened_by = Standard(
        {name: each["snapshot"] for name, each in lists.items()},
        strictest_scores(rulebook, office.parameters, process.parameters),
    )
    facts: Facts = {
        "as_of": instant_text(work.now),
        "state": session.state.value,
        "event": event,
        "params": _parameters(office, process, plan, rulebook),
        "counts": _counts(office, process, plan, seated),
        "office": _office(office, holders, members, lists),
        "history": process.history,
        "initiative": _initiative(members, process, bodies, screened_by),
        "session": plan.plan,
        "participants": {s.file.ref: _seat(s, bodies, screened_by) for s in seated},
        "signoffs": {},
    }
    facts["signoffs"] = _signoffs(work, session, facts, rulebook)
    people = {s.file.ref: s.person for s in seated}
    about = {each["subject"] for each in facts["signoffs"].values()}
    people |= _unseated(work, initiative.id, about - people.keys())
    return Gathered(facts, people, {name: each["digest"] for name, each in lists.items()})


def _parameters(
    office: OfficeDocument, process: InitiativeDocument, plan: SessionDocument, rulebook: Rulebook
) -> Facts:
    day = first_day(plan.plan.get("start"), plan.plan.get("tz"))
    return resolve(rulebook, layer(office.parameters), layer(process.parameters), day)


def _seated(work: Work, session: SessionRow, plan: SessionDocument) -> list[Seated]:
    seats = store.open_seats(work, session, plan)
    return [Seated(row, store.load_file(work, row), part) for row, part in seats.values()]


def _unseated(work: Work, initiative: UUID, refs: set[str]) -> dict[str, ParticipantRow]:
    """Return who has one of these references; those that name no person are left out."""
    if not refs:
        return {}
    people = (row for row in store.people_of(work, initiative).values() if not row.erased)
    known = {store.load_file(work, row).ref: row for row in people}
    return {ref: row for ref, row in known.items() if ref in refs}


def _organisations(work: Work, initiative: UUID) -> dict[str, OrganisationDocument]:
    rows = work.session.exec(
        select(OrganisationRow).where(OrganisationRow.initiative_id == initiative)
    )
    documents = [store.load_organisation(work, row) for row in rows]
    return {document.ref: document for document in documents}


def _lists(work: Work) -> dict[str, Facts]:
    rows = work.session.exec(select(ScreeningListRow))
    documents = [store.load_list(work, row) for row in rows]
    return {d.id: d.model_dump(mode="json") for d in documents}


def _office(
    office: OfficeDocument, holders: Members, members: Members, lists: Mapping[str, Facts]
) -> Facts:
    everybody = dict(holders)
    for role, handles in members.items():
        everybody[role] = sorted({*holders.get(role, ()), *handles})
    kept = ("regimes", "country", "source", "fetched_at", "status")
    return {
        "tz": office.tz,
        "role_holders": everybody,
        "lists": {name: {key: each[key] for key in kept} for name, each in lists.items()},
    }


def _initiative(
    members: Members,
    process: InitiativeDocument,
    bodies: Mapping[str, OrganisationDocument],
    screened_by: Standard,
) -> Facts:
    return {
        **process.facts,
        "conveners": members.get("convener", []),
        "actors": {b.ref: _actor(b, screened_by) for b in bodies.values() if b.actor_kind},
    }


def _actor(body: OrganisationDocument, screened_by: Standard) -> Facts:
    facts: Facts = {"kind": body.actor_kind, "listings": body.listings}
    if body.screening and body.cleared_against(screened_by):
        facts["screening_at"] = instant_text(body.screening.at)
    return facts


def _seat(
    seated: Seated, bodies: Mapping[str, OrganisationDocument], screened_by: Standard
) -> Facts:
    file, part = seated.file, seated.part
    facts = {**file.facts, **part.facts, "consent": {"subject": file.ref, **file.consent}}
    facts.setdefault("listings", {})
    screening: Facts = {
        "organisation": _organisation_screened(part.facts.get("affiliation"), bodies, screened_by),
        "change": _change(file),
        "hits": {hit.id: hit.to_facts() for hit in file.hits},
    }
    if file.screening:
        screening |= {
            "at": instant_text(file.screening.at),
            "lists": file.screening.searched(screened_by),
        }
    facts["screening"] = screening
    return facts


def _organisation_screened(
    affiliation: str | None, bodies: Mapping[str, OrganisationDocument], screened_by: Standard
) -> str:
    if affiliation in NO_ORGANISATION:
        return "no_organisation"
    if affiliation == OWN_OFFICE:
        return "screened"  # the office does not engage itself
    body = bodies.get(affiliation or "")
    return "screened" if body and body.cleared_against(screened_by) else "not_screened"


def _change(file: ParticipantFile) -> str:
    if any(hit.late and hit.open and hit.band == "block" and not hit.gone for hit in file.hits):
        return "newly_listed"
    confirmed = (hit.disposition for hit in file.hits if hit.gone)
    return "delisted" if any(d and d.kind == "confirmed" for d in confirmed) else "none"


def _counts(
    office: OfficeDocument,
    process: InitiativeDocument,
    plan: SessionDocument,
    seated: list[Seated],
) -> dict[str, int]:
    """Add up what each document said of its own rows when it was written."""
    counts = {**process.counts, **plan.counts}
    twice = office.parameters.keys() & process.parameters.keys()
    counts["params"] = len(office.parameters) + process.counts.get("params", 0) - len(twice)
    for name in ("hits", "listings", "other_roles"):
        counts[name] = sum(s.file.counts.get(name, 0) for s in seated)
    return counts


def _signoffs(work: Work, session: SessionRow, facts: Facts, rulebook: Rulebook) -> Facts:
    rows = work.session.exec(
        select(SignoffRow)
        .where(SignoffRow.initiative_id == session.initiative_id)
        .order_by(col(SignoffRow.id))
    )
    documents = {str(row.id): store.load_signoff(work, row) for row in rows}
    given = {k: d for k, d in documents.items() if d.session == session.id and d.state == "given"}
    if not given:
        return {}
    dossier = derive(receive(facts).dossier, rulebook.tables)
    return {
        key: signoff.to_facts(binding=_binding(work, signoff, dossier, rulebook))
        for key, signoff in given.items()
    }


def _binding(work: Work, signoff: SignoffDocument, dossier: Dossier, rulebook: Rulebook) -> str:
    values = values_signed(dossier, rulebook, signoff.finding)
    # Signed before the root was rotated, it holds all the same.
    same = signoff.bound_to in {signoff_binding(root, values) for root in work.keys.every}
    return "current" if same else "changed"


def bound_to(
    work: Work, dossier: Dossier, rulebook: Rulebook, finding: tuple[str, str, str]
) -> str:
    """Return the keyed digest (hex) of the values that a finding reads."""
    return signoff_binding(work.keys.root, values_signed(dossier, rulebook, finding))
