"""Screen the people and organisations of an initiative, and settle what was found."""

import json
from collections.abc import Iterable, Mapping
from typing import Literal, cast
from uuid import UUID, uuid4

from sqlmodel import select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.organisation import OrganisationDocument
from antechamber.documents.parameters import SetParameter
from antechamber.documents.participant import Identity, ParticipantFile
from antechamber.documents.screening import (
    Disposition,
    DispositionKind,
    HitRecord,
    ScreeningRun,
)
from antechamber.errors import NotFound, Problem
from antechamber.identity.actor import Actor
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.rulebooks.current import NoRulebook
from antechamber.screening.index import Indexes, ListIndex
from antechamber.tables import OfficeRow, OrganisationRow, ParticipantRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.screening.bands import Thresholds, points
from antechamber_compliance.screening.match import BadQuery, Match, Query, match


class ScreenFirst(Problem):
    """The person was recorded anew since the last screening: what it found is about others."""

    status, slug, title = 409, "screen-first", "Screen again first"


def screen(work: Work, initiative_id: UUID, indexes: Indexes) -> int:
    """Screen everybody in an initiative against every list in force; return how many.

    A disposition survives while person and entry are what they were. Whoever has a name that
    cannot be compared counts as not screened. Raises NoLists.
    """
    row = work.lock(initiative_id)
    index = indexes.current(work)  # after the lock: an older one must not have the last word
    thresholds = _thresholds(work, store.load_initiative(work, row).parameters)
    run = ScreeningRun(at=work.now, snapshots=dict(index.snapshots))
    people = participants.of_initiative(work, initiative_id)
    bodies = organisations.of_initiative(work, initiative_id)
    news = [_screen_person(work, row, file, index, thresholds, run) for row, file in people]
    news += [_screen_organisation(work, row, body, index, thresholds, run) for row, body in bodies]
    screened = len(people) + len(bodies)
    work.session.flush()  # the audit entry is about what is stored
    key = initiative_key(initiative_id)
    audit.append(work, "initiative.screened", initiative_id, payload={"count": screened}, key=key)
    if any(news):
        clearance.changed(work, initiative_id)
    else:  # renewed, as a job does it: nothing new is known of anybody
        clearance.tick(work, initiative_id)
    return screened


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


def _note_disposition(
    work: Work, row: ParticipantRow | OrganisationRow, hit_id: str, kind: DispositionKind
) -> None:
    work.session.add(row)
    work.session.flush()  # the audit entry is about what is stored
    payload = {"hit": hit_id, "disposition": kind}
    key = initiative_key(row.initiative_id)
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


def _thresholds(work: Work, overrides: Mapping[str, SetParameter]) -> Thresholds:
    """Return the strictest scores that any session of the initiative may be judged by.

    Raises NoRulebook.
    """
    office = store.load_office(work, work.session.exec(select(OfficeRow)).one())
    declared = work.rulebook.parameters()
    if not declared:
        raise NoRulebook("Put a signed rulebook in force, then screen.")
    strictest = []
    for name in ("PRO-02.review_score", "PRO-02.near_score"):
        values: list[object] = [value for _, value in declared[name].values]
        values += [p[name].value for p in (office.parameters, overrides) if name in p]
        strictest.append(min(cast(list[int], values)))
    return Thresholds(*strictest)


def _screen_person(
    work: Work,
    row: ParticipantRow,
    file: ParticipantFile,
    index: ListIndex,
    thresholds: Thresholds,
    run: ScreeningRun,
) -> bool:
    """Screen one person; tell whether anything new is known of them."""
    identity = store.load_identity(work, row)
    late = file.screening is not None
    try:
        matches = _matches(index, _queries(identity), thresholds)
    except BadQuery:
        store.save_file(work, row, file.model_copy(update={"screening": None}).counted())
        work.session.add(row)
        return True
    hits = _hits(matches, file.hits, identity.screened_digest, late=late)
    news = not late or hits != file.hits
    file = file.model_copy(update={"screening": run, "hits": hits})
    store.save_file(work, row, file.counted())
    work.session.add(row)
    return news


def _screen_organisation(
    work: Work,
    row: OrganisationRow,
    document: OrganisationDocument,
    index: ListIndex,
    thresholds: Thresholds,
    run: ScreeningRun,
) -> bool:
    """Screen one body; tell whether anything new is known of it."""
    queries = [
        Query(id="", name=name, schema="Organization", countries=tuple(document.countries))
        for name in document.names
    ]
    late = document.screening is not None
    try:
        matches = _matches(index, queries, thresholds)
    except BadQuery:
        document = document.model_copy(update={"screening": None})
        store.save_organisation(work, row, document)
        work.session.add(row)
        return True
    hits = _hits(matches, document.hits, document.screened_digest, late=late)
    news = not late or hits != document.hits
    document = document.model_copy(update={"screening": run, "hits": hits})
    store.save_organisation(work, row, document)
    work.session.add(row)
    return news


def _queries(identity: Identity) -> list[Query]:
    return [
        Query(
            id="",
            name=name,
            schema="Person",
            birth_date=identity.birth_date or "",
            countries=tuple(identity.countries),
            documents=tuple(identity.documents),
        )
        for name in identity.names
    ]


def _matches(index: ListIndex, queries: Iterable[Query], thresholds: Thresholds) -> list[Match]:
    """Return the best match with each entry over all names of one person; raise BadQuery."""
    best: dict[tuple[str, str], Match] = {}
    for query in queries:
        for each in match(index.index, query, thresholds).matches:
            known = best.get((each.list_id, each.entry_id))
            if known is None or each.score > known.score:
                best[each.list_id, each.entry_id] = each
    return sorted(best.values(), key=lambda m: (-m.score, m.list_id, m.entry_id))


def _hits(
    matches: list[Match], before: list[HitRecord], subject_digest: str, *, late: bool
) -> list[HitRecord]:
    """Turn matches into hits; those known keep their id and disposition.

    A hit that is not found any more is kept as gone, unless somebody settled it as a false
    positive or it never blocked: neither a delisting nor another spelling decides by itself.
    """
    known = {hit.same: hit for hit in before}
    hits = [_hit(m, known.get((m.list_id, m.entry_id)), subject_digest, late) for m in matches]
    found = {hit.same for hit in hits}
    return hits + [
        hit.model_copy(update={"gone": True})
        for hit in before
        if hit.same not in found and _outlives_its_match(hit)
    ]


def _outlives_its_match(hit: HitRecord) -> bool:
    if hit.open:
        return hit.band == "block"
    return hit.disposition is not None and hit.disposition.kind != "false_positive"


def _hit(found: Match, before: HitRecord | None, subject_digest: str, late: bool) -> HitRecord:
    return HitRecord(
        id=before.id if before else uuid4().hex,
        list_id=found.list_id,
        entry_id=found.entry_id,
        entry_name=found.name,
        score=points(found.score),
        band=cast(Literal["block", "review"], found.band),
        corroborated=found.corroborated,
        entry_regimes=list(found.regimes),
        entry_digest=found.content_hash,
        subject_digest=subject_digest,
        explanation=json.dumps(found.explanation, ensure_ascii=False, sort_keys=True),
        late=before.late if before else late,
        disposition=before.disposition if before else None,
    )
