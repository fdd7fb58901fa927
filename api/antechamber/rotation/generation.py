"""Notice an older keyring in the place of a newer one: what was replaced would count again.

The keyring counts how often it was written, and the office remembers, sealed, how far that was.
It opens with an older one all the same, for it may be the last that there is. But the log says so,
and the doctor fails until new shares were printed and the key of keys was replaced.
"""

from sqlmodel import select

from antechamber import audit
from antechamber.documents import store
from antechamber.documents.office import KeyringUsed
from antechamber.office import Office
from antechamber.rulebooks.redeciding import lock_office
from antechamber.tables import OfficeRow
from antechamber.work import Everywhere, Work


def note(office: Office, actor: Everywhere) -> None:
    """Remember which keyring the office was used with; raise Busy."""
    with office.reading(actor) as work:
        if used(work).newest == work.keys.generation:
            return
    with office.work(actor) as work:
        known, found = used(work), work.keys.generation
        if found >= known.newest:
            _remember(work, known.model_copy(update={"newest": found}))
            return
        _remember(work, KeyringUsed(newest=found, set_back=work.now))
        payload = {"newest": known.newest, "found": found}
        audit.append(work, "keyring.set-back", office.id, payload=payload)


def used(work: Work) -> KeyringUsed:
    """Return what the office remembers of its keyring."""
    return store.load_office(work, work.session.exec(select(OfficeRow)).one()).keyring


def forgive(work: Work) -> None:
    """Forget that the keyring was set back, where the recovery shares are newer than that."""
    known, recovery = used(work), work.keys.recovery
    if known.set_back and (recovery is None or recovery.made > known.set_back):
        _remember(work, known.model_copy(update={"set_back": None}))


def _remember(work: Work, keyring: KeyringUsed) -> None:
    row = lock_office(work)
    document = store.load_office(work, row).model_copy(update={"keyring": keyring})
    store.save_office(work, row, document)
    work.session.add(row)
