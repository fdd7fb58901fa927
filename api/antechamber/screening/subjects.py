"""Who is screened: participants and organisations, with their names opened in memory."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, cast
from uuid import UUID, uuid4

from antechamber.collector import uncollected
from antechamber.documents import store
from antechamber.documents.organisation import OrganisationDocument
from antechamber.documents.participant import Identity, ParticipantFile
from antechamber.documents.screening import HitRecord, ScreeningRun
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.tables import OrganisationRow, ParticipantRow
from antechamber.work import Work
from antechamber_compliance.screening.bands import Thresholds, points
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import (
    BadQuery,
    Match,
    Query,
    Screened,
    check,
    match_many,
)

AT_ONCE = 128  # people whose names are compared together


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or body: its record, who it is, and what is asked about it."""

    row: ParticipantRow | OrganisationRow
    record: ParticipantFile | OrganisationDocument
    known_as: Identity | OrganisationDocument
    queries: tuple[Query, ...]

    @property
    def id(self) -> UUID:
        """The id of its row."""
        return self.row.id

    @property
    def digest(self) -> str:
        """The digest of what is compared; few have a hit that needs it."""
        return self.known_as.screened_digest

    @property
    def screening(self) -> ScreeningRun | None:
        """When it was last screened, and against what."""
        return self.record.screening

    @property
    def hits(self) -> list[HitRecord]:
        """What the last screening found."""
        return self.record.hits


@uncollected()
def of_initiative(work: Work, initiative_id: UUID) -> list[Subject]:
    """Open everybody in an initiative who is to be screened."""
    people = participants.of_initiative(work, initiative_id)
    bodies = organisations.of_initiative(work, initiative_id)
    return [_person(work, row, file) for row, file in people] + [
        Subject(row, document, document, _asked_of_body(document)) for row, document in bodies
    ]


def save(work: Work, subject: Subject, run: ScreeningRun | None, hits: list[HitRecord]) -> None:
    """Seal what a screening found; without a run, the subject counts as not screened."""
    update = {"screening": run, "hits": hits}
    row = subject.row
    if isinstance(row, ParticipantRow):
        file = cast(ParticipantFile, subject.record)
        store.save_file(work, row, file.model_copy(update=update).counted())
    else:
        document = cast(OrganisationDocument, subject.record)
        store.save_organisation(work, row, document.model_copy(update=update))
    work.session.add(row)


def matches_of_each(
    index: Index, asked: Sequence[Subject], thresholds: Thresholds
) -> Iterator[list[Match] | None]:
    """Yield what each person or body may be; None where a name of theirs cannot be compared."""
    for first in range(0, len(asked), AT_ONCE):
        several = asked[first : first + AT_ONCE]
        usable = [_is_usable(subject) for subject in several]
        both = zip(several, usable, strict=True)
        queries = [query for subject, fit in both if fit for query in subject.queries]
        screened = iter(match_many(index, queries, thresholds))
        for subject, fit in zip(several, usable, strict=True):
            yield _best(islice(screened, len(subject.queries))) if fit else None


def _is_usable(subject: Subject) -> bool:
    try:
        for query in subject.queries:
            check(query)
    except BadQuery:
        return False
    return True


def _best(screened: Iterable[Screened]) -> list[Match]:
    """Return the best match with each entry over all names of one person."""
    best: dict[tuple[str, str], Match] = {}
    for each in (match for one in screened for match in one.matches):
        known = best.get((each.list_id, each.entry_id))
        if known is None or each.score > known.score:
            best[each.list_id, each.entry_id] = each
    return sorted(best.values(), key=lambda m: (-m.score, m.list_id, m.entry_id))


def hits_of(subject: Subject, found: list[Match]) -> list[HitRecord]:
    """Turn matches into hits; those known keep their id and disposition.

    A hit that is not found any more is kept as gone, unless somebody settled it as a false
    positive or it never blocked: neither a delisting nor another spelling decides by itself.
    """
    known = {hit.same: hit for hit in subject.hits}
    hits = [_hit(m, known.get((m.list_id, m.entry_id)), subject) for m in found]
    still = {hit.same for hit in hits}
    return hits + [
        hit.model_copy(update={"gone": True})
        for hit in subject.hits
        if hit.same not in still and _outlives_its_match(hit)
    ]


def _outlives_its_match(hit: HitRecord) -> bool:
    if hit.open:
        return hit.band == "block"
    return hit.disposition is not None and hit.disposition.kind != "false_positive"


def _hit(found: Match, before: HitRecord | None, subject: Subject) -> HitRecord:
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
        subject_digest=subject.digest,
        explanation=json.dumps(found.explanation, ensure_ascii=False, sort_keys=True),
        late=before.late if before else subject.screening is not None,
        disposition=before.disposition if before else None,
    )


def _person(work: Work, row: ParticipantRow, file: ParticipantFile) -> Subject:
    identity = store.load_identity(work, row)
    return Subject(row, file, identity, _asked_of_person(identity))


def _asked_of_person(identity: Identity) -> tuple[Query, ...]:
    return tuple(
        Query(
            id="",
            name=name,
            schema="Person",
            birth_date=identity.birth_date or "",
            countries=tuple(identity.countries),
            documents=tuple(identity.documents),
        )
        for name in identity.names
    )


def _asked_of_body(document: OrganisationDocument) -> tuple[Query, ...]:
    countries = tuple(document.countries)
    return tuple(
        Query(id="", name=name, schema="Organization", countries=countries)
        for name in document.names
    )
