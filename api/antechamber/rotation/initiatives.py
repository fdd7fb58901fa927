"""A newer key for an initiative.

Three steps: a newer version is made; batch by batch, what the older sealed is sealed by the
newer; the older is destroyed but for what its records need. First and last step keep all other
writers waiting for a moment, so that nobody goes on sealing with the older one.
"""

from collections.abc import Iterable
from uuid import UUID

from antechamber import audit
from antechamber.crypto.sealing import Unsealable
from antechamber.office import Office
from antechamber.rotation.sealed import (
    in_batches,
    older_versions,
    seal_anew,
    stale,
    wrap_anew,
    wrapped_by_older,
)
from antechamber.rotation.values import damaged
from antechamber.tables import KeyRow
from antechamber.vault import initiative_key
from antechamber.work import Everywhere, Work

LEVEL = {"level": "initiative"}


class Unfinished(Exception):
    """A fault in the code: something still needs a version that was to be destroyed."""


def rotate(office: Office, actor: Everywhere, initiative: UUID) -> None:
    """Give an initiative a newer key, under which everything then lies; begun, go on."""
    with office.work(actor, alone=True) as work:
        if not older_versions(work, initiative_key(initiative)):
            work.new_initiative_key(initiative)
            audit.append(work, "key.renewed", initiative, payload=LEVEL)
    key = initiative_key(initiative)
    in_batches(office, actor, lambda work: seal_anew(work, key) or wrap_anew(work, initiative))


def retire(office: Office, actor: Everywhere, initiative: UUID) -> None:
    """Destroy the older versions of an initiative's key, once nothing needs them."""
    with office.reading(actor) as work:
        if not older_versions(work, initiative_key(initiative)):
            return
    with office.work(actor, alone=True) as work:
        renew_whole(work, initiative)  # what came in since the last batch
        if destroy_older(work, initiative):
            audit.append(work, "key.destroyed", initiative, payload=LEVEL)


def renew_whole(work: Work, initiative: UUID) -> None:
    """Seal and wrap by the newest key, in this one transaction, all that an older one holds."""
    while seal_anew(work, initiative_key(initiative)):
        pass
    while wrap_anew(work, initiative):
        pass


def destroy_older(work: Work, initiative: UUID) -> bool:
    """Destroy the older versions but for what their records need; tell whether there were any."""
    key = initiative_key(initiative)
    if stale(work, key) or wrapped_by_older(work, initiative):
        raise Unfinished
    return leave_records(work, older_versions(work, key))


def leave_records(work: Work, older: Iterable[KeyRow]) -> bool:
    """Destroy versions of keys but for what their records need; tell whether there were any."""
    left = list(older)
    for row in left:
        try:
            work.vault.leave_records(row)
        except Unsealable:
            raise damaged("key") from None
        work.session.add(row)
    work.session.flush()
    return bool(left)
