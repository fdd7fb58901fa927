"""Record organisations; with a kind, one is an actor of the conflict on record."""

from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import facts as shapes
from antechamber.documents import store
from antechamber.documents.facts import Facts
from antechamber.documents.organisation import OrganisationDocument
from antechamber.errors import NotFound
from antechamber.participants.service import RefTaken, refuse_incomparable
from antechamber.tables import OrganisationRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.dossier.initiative import Actor

# What an affiliation says where there is no organisation to record.
NOT_RECORDED = frozenset({"office", "none"})


def record(
    work: Work, initiative_id: UUID, ref: str, names: list[str], actor_kind: str | None = None
) -> OrganisationRow:
    """Record an organisation; `ref` names it in dossiers. Raises RefTaken, InvalidFacts."""
    work.lock(initiative_id)
    if actor_kind is not None:
        shapes.check(Actor, {"kind": actor_kind}, ("kind",), at="")
    refuse_incomparable(names, "Organization")
    if ref in NOT_RECORDED or ref in {body.ref for _, body in of_initiative(work, initiative_id)}:
        raise RefTaken("Choose another reference for this organisation.")
    row = OrganisationRow(id=uuid4(), initiative_id=initiative_id)
    document = OrganisationDocument(ref=ref, names=names, actor_kind=actor_kind)
    return _save(work, row, document, "organisation.recorded")


def find(work: Work, organisation_id: UUID) -> OrganisationRow:
    """Return an organisation; raise NotFound."""
    row = work.session.get(OrganisationRow, organisation_id)
    if row is None:
        raise NotFound("No organisation with this id that you may see.")
    return row


def of_initiative(
    work: Work, initiative_id: UUID
) -> list[tuple[OrganisationRow, OrganisationDocument]]:
    """Return the organisations of an initiative, ordered by id."""
    rows = work.session.exec(
        select(OrganisationRow)
        .where(OrganisationRow.initiative_id == initiative_id)
        .order_by(col(OrganisationRow.id))
    ).all()
    return [(row, store.load_organisation(work, row)) for row in rows]


def actors_of(
    work: Work, initiative_id: UUID
) -> list[tuple[OrganisationRow, OrganisationDocument]]:
    """Return those organisations that are actors on record."""
    return [each for each in of_initiative(work, initiative_id) if each[1].actor_kind]


def record_listings(work: Work, row: OrganisationRow, listings: Facts) -> OrganisationRow:
    """Record the listings of an actor as a merge patch, by row; raise InvalidFacts."""
    work.lock_row(row)
    patch = {"listings": listings}
    shapes.check_patch(Actor, patch, ("listings",), at="")
    document = store.load_organisation(work, row)
    changed = shapes.merged({"listings": document.listings}, patch)
    return _save(work, row, document.model_copy(update=changed), "organisation.changed")


def _save(
    work: Work, row: OrganisationRow, document: OrganisationDocument, action: str
) -> OrganisationRow:
    store.save_organisation(work, row, document)
    work.session.add(row)
    work.session.flush()  # the counts and the audit entry are about rows that must be there
    _count(work, row.initiative_id)
    audit.append(work, action, row.id, key=initiative_key(row.initiative_id))
    clearance.changed(work, row.initiative_id)
    return row


def _count(work: Work, initiative_id: UUID) -> None:
    """Write down how many actors and listings there are, where a lost row cannot change it."""
    initiative = work.lock(initiative_id)
    document = store.load_initiative(work, initiative)
    actors = [body for _, body in actors_of(work, initiative_id)]
    counts = {
        **document.counts,
        "actors": len(actors),
        "actor_listings": sum(len(actor.listings) for actor in actors),
    }
    store.save_initiative(work, initiative, document.model_copy(update={"counts": counts}))
    work.session.add(initiative)
