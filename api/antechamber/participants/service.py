"""Register participants, keep their files, reveal who they are to those who may know."""

from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.collector import uncollected
from antechamber.crypto.blind import blind_index
from antechamber.documents import facts as shapes
from antechamber.documents import store
from antechamber.documents.facts import Facts
from antechamber.documents.participant import PERSONAL, Identity, ParticipantFile
from antechamber.errors import NotFound, Problem
from antechamber.tables import ParticipantRow
from antechamber.work import Work
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.intake import RESERVED_SUBJECTS

# A listing is a legal fact: compliance records it, not who seats the person.
LISTINGS = "listings"
ORDINARY = frozenset(PERSONAL) - {LISTINGS}
PERSON = "Person"


class RefTaken(Problem):
    """Another record of this initiative has the reference already."""

    status, slug, title = 409, "reference-taken", "The reference is in use"


def register(
    work: Work, initiative_id: UUID, ref: str, pseudonym: str, identity: Identity, facts: Facts
) -> ParticipantRow:
    """Record a person of one initiative under a key of their own.

    `ref` names them in dossiers and findings and must be unused here. Raises RefTaken,
    InvalidFacts.
    """
    work.lock(initiative_id)
    shapes.check(Seat, facts, ORDINARY)
    refuse_incomparable(identity.names, PERSON, identity.birth_date)
    if ref in RESERVED_SUBJECTS or ref in {
        file.ref for _, file in of_initiative(work, initiative_id)
    }:
        raise RefTaken("Choose another reference for this participant.")
    row = ParticipantRow(
        id=uuid4(), initiative_id=initiative_id, key_id=work.new_participant_key(initiative_id)
    )
    _save_identity(work, row, identity)
    file = ParticipantFile(ref=ref, pseudonym=pseudonym, facts={LISTINGS: {}, **facts})
    store.save_file(work, row, file.counted())
    work.session.add(row)
    _note(work, "participant.registered", row)
    clearance.changed(work, initiative_id)
    return row


def find(work: Work, participant_id: UUID) -> ParticipantRow:
    """Return a participant that is not erased; raise NotFound."""
    row = work.session.get(ParticipantRow, participant_id)
    if row is None or row.erased:
        raise NotFound
    return row


def find_in(work: Work, initiative_id: UUID, participant_id: UUID) -> ParticipantRow:
    """Return a participant of this initiative; one of another is as absent as none."""
    row = store.people_of(work, initiative_id).get(participant_id)
    if row is None or row.erased:
        raise NotFound
    return row


@uncollected()
def of_initiative(work: Work, initiative_id: UUID) -> list[tuple[ParticipantRow, ParticipantFile]]:
    """Return the participants of an initiative with their files, ordered by id."""
    work.vault.preload(initiative_id)
    rows = work.session.exec(
        select(ParticipantRow)
        .where(ParticipantRow.initiative_id == initiative_id, col(ParticipantRow.erased).is_(False))
        .order_by(col(ParticipantRow.id))
    ).all()
    return [(row, store.load_file(work, row)) for row in rows]


def update(work: Work, row: ParticipantRow, patch: Facts) -> ParticipantRow:
    """Record personal facts as a merge patch; raise InvalidFacts."""
    return _change(work, row, patch, ORDINARY, at="/facts")


def record_listings(work: Work, row: ParticipantRow, listings: Facts) -> ParticipantRow:
    """Record the person's own listings as a merge patch, by row; raise InvalidFacts."""
    return _change(work, row, {LISTINGS: listings}, frozenset({LISTINGS}), at="")


def _change(
    work: Work, row: ParticipantRow, patch: Facts, allowed: frozenset[str], *, at: str
) -> ParticipantRow:
    work.lock_row(row)
    shapes.check_patch(Seat, patch, allowed, at=at)
    file = store.load_file(work, row)
    facts = shapes.merged(file.facts, patch)
    store.save_file(work, row, file.model_copy(update={"facts": facts}).counted())
    work.session.add(row)
    _note(work, "participant.changed", row, {"fields": sorted(patch)})
    clearance.changed(work, row.initiative_id)
    return row


def rename(work: Work, row: ParticipantRow, identity: Identity) -> ParticipantRow:
    """Record who a person is anew: they must be screened again, and dispositions lapse."""
    refuse_incomparable(identity.names, PERSON, identity.birth_date)
    work.lock_row(row)
    _save_identity(work, row, identity)
    file = store.load_file(work, row)
    hits = [h.model_copy(update={"subject_digest": identity.screened_digest}) for h in file.hits]
    file = file.model_copy(update={"hits": hits, "screening": None})
    store.save_file(work, row, file.counted())
    work.session.add(row)
    _note(work, "identity.changed", row)
    clearance.changed(work, row.initiative_id)
    return row


def refuse_incomparable(names: list[str], kind: str, birth_date: str | None = None) -> None:
    """Raise InvalidFacts for a name that no list could ever be searched for."""
    # Here: most commands need no screening, and its tables take long to load.
    from antechamber_compliance.screening.match import BadQuery, Query, check

    for name in names:
        try:
            check(Query(id="", name=name, schema=kind, birth_date=birth_date or ""))
        except BadQuery as fault:
            raise shapes.InvalidFacts(
                "Correct the names: each is compared with the lists, so each needs letters.",
                errors=[
                    {
                        "within": "body",
                        "pointer": "/identity/names" if kind == PERSON else "/names",
                        "code": "not-comparable",
                        "message": f"{fault}.",
                    }
                ],
            ) from None


def reveal(work: Work, row: ParticipantRow, *, purpose: audit.Purpose) -> Identity:
    """Open who a person is. The caller shows it only after this Work has committed."""
    identity = store.load_identity(work, row)
    _note(work, "identity.revealed", row, purpose=purpose)
    return identity


def _save_identity(work: Work, row: ParticipantRow, identity: Identity) -> None:
    store.save_identity(work, row, identity)
    for column, index in index_of(work, row, identity).items():
        setattr(row, column, index)


def index_of(work: Work, row: ParticipantRow, identity: Identity) -> dict[str, bytes | None]:
    """Return the blind indexes of a person under the newest root, by column."""
    first = identity.documents[0] if identity.documents else None
    return {
        "email_index": _index(work, row, "email", identity.email),
        "document_index": _index(work, row, "document", first),
    }


def _index(work: Work, row: ParticipantRow, column: str, value: str | None) -> bytes | None:
    if not value:
        return None
    return blind_index(work.keys.root, value, initiative=row.initiative_id, column=column)


def _note(
    work: Work,
    action: str,
    row: ParticipantRow,
    payload: dict[str, Any] | None = None,
    *,
    purpose: audit.Purpose | None = None,
) -> None:
    work.session.flush()  # the entry is about a row that must be there
    key = store.person_key(row)
    audit.append(work, action, row.id, purpose=purpose, payload=payload, key=key)
