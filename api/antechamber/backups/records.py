"""What the office remembers of its backups: each is an export of everything."""

from typing import Literal

from sqlmodel import select

from antechamber import audit
from antechamber.backups.making import Backup, file_digest
from antechamber.documents import store
from antechamber.documents.office import BackedUp
from antechamber.office import Office
from antechamber.rulebooks.redeciding import lock_office
from antechamber.tables import OfficeRow
from antechamber.work import Everywhere, Work


def announce(office: Office, actor: Everywhere) -> None:
    """Say in the log that a backup is about to be made: before anything is read."""
    with office.work(actor) as work:
        audit.append(work, "backup.begun", office.id)


Keyring = Literal["first", "same", "other"]


def remember(office: Office, actor: Everywhere, made: Backup) -> Keyring:
    """Remember a backup; tell how the keyring stands to the one at the backup before."""
    keyring = file_digest(office.settings.keyring)
    with office.work(actor) as work:
        row = lock_office(work)
        document = store.load_office(work, row)
        done = BackedUp(at=made.manifest.made_at, sha256=made.sha256, keyring=keyring)
        store.save_office(work, row, document.model_copy(update={"backup": done}))
        work.session.add(row)
        payload = {"sha256": made.sha256, "sequence": made.manifest.sequence}
        audit.append(work, "backup.verified", office.id, payload=payload)
    if document.backup is None:
        return "first"
    return "same" if document.backup.keyring == keyring else "other"


def last(work: Work) -> BackedUp | None:
    """Return the last backup that was restored on trial."""
    return store.load_office(work, work.session.exec(select(OfficeRow)).one()).backup
