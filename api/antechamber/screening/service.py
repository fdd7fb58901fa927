"""Screen the people and organisations of an initiative, and settle what was found."""

from importlib.metadata import version
from typing import cast
from uuid import UUID

from sqlmodel import select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.parameters import strictest_scores
from antechamber.documents.screening import (
    Disposition,
    DispositionKind,
    HitRecord,
    ScreeningRun,
)
from antechamber.errors import NotFound, Problem
from antechamber.identity.actor import Actor
from antechamber.rulebooks.current import NoRulebook
from antechamber.screening import subjects
from antechamber.screening.index import Indexes
from antechamber.screening.planning import EVERYBODY, Plan
from antechamber.screening.subjects import Subject
from antechamber.tables import InitiativeRow, OfficeRow, OrganisationRow, ParticipantRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.canonical import digest
from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.match import Match


class ScreenFirst(Problem):
    """The person was recorded anew since the last screening: what it found is about others."""

    status, slug, title = 409, "screen-first", "Screen again first"


def screen(work: Work, initiative_id: UUID, indexes: Indexes, plan: Plan = EVERYBODY) -> int:
    """Screen an initiative against every list in force; return how many were asked about.

    Everybody, or only those whom the plan does not spare: what changed on the lists since they
    were screened concerns them not. A disposition survives while person and entry are what they
    were. Whoever has a name that cannot be compared counts as not screened. Raises NoLists.
    """
    row = work.lock(initiative_id)
    index = indexes.current(work)  # after the lock: an older one must not have the last word
    limits = thresholds(work, row)
    run = ScreeningRun(
        at=work.now,
        snapshots=dict(index.snapshots),
        method=method_of(limits),
        review_score=limits.review_score,
        near_score=limits.near_score,
    )
    everybody = subjects.of_initiative(work, initiative_id)
    spared = [each for each in everybody if plan.spares(each, run)]
    asked = [each for each in everybody if not plan.spares(each, run)]
    for each in spared:
        _renew(work, each, run)
    found = subjects.matches_of_each(index.index, asked, limits)
    news = [_note(work, *each, run) for each in zip(asked, found, strict=True)]
    work.session.flush()  # the audit entry is about what is stored
    key = initiative_key(initiative_id)
    payload = {"count": len(asked), "spared": len(spared)}
    audit.append(work, "initiative.screened", initiative_id, payload=payload, key=key)
    if any(news):
        clearance.changed(work, initiative_id)
    else:  # renewed, as a job does it: nothing new is known of anybody
        clearance.tick(work, initiative_id)
    return len(asked)


def thresholds(work: Work, row: InitiativeRow) -> Thresholds:
    """Return the strictest scores that any session of the initiative may be judged by.

    Raises NoRulebook.
    """
    overrides = store.load_initiative(work, row).parameters
    office = store.load_office(work, work.session.exec(select(OfficeRow)).one())
    scores = strictest_scores(work.rulebook, office.parameters, overrides)
    if scores is None:
        raise NoRulebook("Put a signed rulebook in force, then screen.")
    return scores


def method_of(limits: Thresholds) -> str:
    """Return the digest of what decides which resemblance counts: scores and this version."""
    return digest([version("antechamber"), limits.review_score, limits.near_score])


def dispose(
    work: Work, row: ParticipantRow, hit_id: str, actor: Actor, kind: DispositionKind, reason: str
) -> HitRecord:
    """Settle a participant's hit on the records as they are now; raise NotFound, ScreenFirst."""
    work.lock_row(row)
    file = store.load_file(work, row)
    if file.screening is None:
        raise ScreenFirst("Run the screening, then settle what it finds.")
    hits, settled = _settled(work, file.hits, hit_id, actor, kind, reason)
    store.save_file(work, row, file.model_copy(update={"hits": hits}))
    _note_disposition(work, row, hit_id, kind)
    return settled


def dispose_organisation(
    work: Work, row: OrganisationRow, hit_id: str, actor: Actor, kind: DispositionKind, reason: str
) -> HitRecord:
    """Settle an organisation's hit on the records as they are now; raise NotFound."""
    work.lock_row(row)
    document = store.load_organisation(work, row)
    hits, settled = _settled(work, document.hits, hit_id, actor, kind, reason)
    store.save_organisation(work, row, document.model_copy(update={"hits": hits}))
    _note_disposition(work, row, hit_id, kind)
    return settled


def find_hit(hits: list[HitRecord], hit_id: str) -> HitRecord:
    """Return the hit with this id; raise NotFound."""
    found = next((hit for hit in hits if hit.id == hit_id), None)
    if found is None:
        raise NotFound("No hit with this id that you may see.")
    return found


def note_shown(work: Work, initiative_id: UUID) -> None:
    """Record that somebody looked at hits: what a listed name resembles is nearly a name."""
    audit.append(work, "hits.shown", initiative_id, key=initiative_key(initiative_id))


def _note_disposition(
    work: Work, row: ParticipantRow | OrganisationRow, hit_id: str, kind: DispositionKind
) -> None:
    work.session.add(row)
    work.session.flush()  # the audit entry is about what is stored
    payload = {"hit": hit_id, "disposition": kind}
    # What was found of a person goes with them when they are erased.
    key = initiative_key(row.initiative_id)
    if isinstance(row, ParticipantRow):
        key = store.person_key(row)
    audit.append(work, "hit.disposed", row.id, payload=payload, key=key)
    clearance.changed(work, row.initiative_id)


def _settled(
    work: Work,
    hits: list[HitRecord],
    hit_id: str,
    actor: Actor,
    kind: DispositionKind,
    reason: str,
) -> tuple[list[HitRecord], HitRecord]:
    found = find_hit(hits, hit_id)
    disposition = Disposition(
        kind=kind,
        by=actor.handle,
        reason=reason,
        at=work.now,
        entry_digest=found.entry_digest,
        subject_digest=found.subject_digest,
    )
    settled = found.model_copy(update={"disposition": disposition})
    return [settled if hit.id == hit_id else hit for hit in hits], settled


def _renew(work: Work, subject: Subject, run: ScreeningRun) -> None:
    """Note the copies that hold nothing new about somebody; the screening gets no younger."""
    before = cast(ScreeningRun, subject.screening)
    if before.snapshots != run.snapshots:
        renewed = before.model_copy(update={"snapshots": run.snapshots})
        subjects.save(work, subject, renewed, subject.hits)


def _note(work: Work, subject: Subject, found: list[Match] | None, run: ScreeningRun) -> bool:
    """Keep what was found of one person or body; tell whether anything new is known of it."""
    if found is None:
        subjects.save(work, subject, None, subject.hits)
        return True
    hits = subjects.hits_of(subject, found)
    subjects.save(work, subject, run, hits)
    return subject.screening is None or hits != subject.hits
