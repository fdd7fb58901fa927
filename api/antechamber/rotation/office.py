"""A newer root for the office, and newer keys that wrap those of initiatives.

The office's documents are sealed anew and initiative keys wrapped anew, batch by batch; blind
indexes are made anew. What is only ever added keeps its seal and its keyed hashes: of a root
that is destroyed, the keys derived for those stay in the keyring (docs/adr/0013).
"""

from uuid import UUID

from sqlmodel import col, select

from antechamber import audit
from antechamber.documents import store
from antechamber.office import Office
from antechamber.participants.service import index_of
from antechamber.rotation.initiatives import Unfinished
from antechamber.rotation.sealed import (
    BATCH,
    in_batches,
    seal_anew,
    stale,
    wrap_anew,
    wrapped_by_older,
)
from antechamber.rotation.values import open_or_stop, replace
from antechamber.tables import ParticipantRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere, Work

LEVEL = {"level": "root"}


def rotate(office: Office, actor: Everywhere) -> None:
    """Give the office a newer root, under which everything of its own then lies; begun, go on."""
    with office.work(actor, alone=True) as work:
        if len(work.keys.roots) == 1:
            audit.append(work, "key.renewed", office.id, payload=LEVEL)
            # Last of all: should the commit fail, a key too many is in the keyring, and no harm.
            newer = work.keys.with_newer("roots", work.now).with_newer("wrapping", work.now)
            office.keyring.write(newer)
    in_batches(office, actor, lambda work: seal_anew(work, OFFICE_KEY) or wrap_anew(work, None))
    after = index_people(office, actor)
    while after is not None:
        after = index_people(office, actor, after)


def retire(office: Office, actor: Everywhere) -> None:
    """Destroy the older roots and wrapping keys, once nothing needs them."""
    keys = office.keys
    if len(keys.roots) == 1 and len(keys.wrapping) == 1:
        return
    with office.work(actor, alone=True) as work:
        renew_whole(work)  # what came in since the last batch
    # Only what is committed counts: a root is destroyed after that, never before.
    with office.work(actor, alone=True) as work:
        if stale(work, OFFICE_KEY) or wrapped_by_older(work, None):
            raise Unfinished
        audit.append(work, "key.destroyed", office.id, payload=LEVEL)
        keys = work.keys.with_newest_only("roots").with_newest_only("wrapping")
    office.keyring.write(keys)


def retire_wrapping(office: Office, actor: Everywhere) -> None:
    """Destroy the older wrapping keys; initiative keys are wrapped by the newest before."""
    with office.work(actor, alone=True) as work:
        while wrap_anew(work, None):
            pass
    with office.reading(actor) as work:
        if wrapped_by_older(work, None):
            raise Unfinished
    office.keyring.write(office.keys.with_newest_only("wrapping"))


def renew_whole(work: Work) -> None:
    """Seal and wrap by the newest keys, in this one transaction, all that older ones hold."""
    while seal_anew(work, OFFICE_KEY):
        pass
    while wrap_anew(work, None):
        pass


def index_people(office: Office, actor: Everywhere, after: UUID | None = None) -> UUID | None:
    """Make the blind indexes of a batch of people anew; return where the next begins."""
    with office.work(actor) as work:
        people = select(ParticipantRow).where(col(ParticipantRow.erased).is_(False))
        if after is not None:
            people = people.where(col(ParticipantRow.id) > after)
        found = work.session.exec(people.order_by(col(ParticipantRow.id)).limit(BATCH)).all()
        for person in found:
            open_or_stop(work, person, "identity", store.person_key(person))
            indexes = index_of(work, person, store.load_identity(work, person))
            replace(work, person, {"identity": person.identity, **indexes})
    return found[-1].id if found else None
