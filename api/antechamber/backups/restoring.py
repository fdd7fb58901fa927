"""Restore a backup into an empty place: prepared aside and checked, then put there at once.

What was recorded after the backup is gone, withdrawals of consent among it. So no session stays
cleared or scheduled, and no token works any more, until people have seen to it.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlmodel import col, delete, select

from antechamber import audit, custody, database, schema
from antechamber.backups import copying
from antechamber.backups.anchored import BrokenPromise, broken_promise, kept_aside
from antechamber.backups.manifest import NEWER, BadBackup, Manifest
from antechamber.backups.target import publish, refuse_to_overwrite
from antechamber.backups.workplace import existing_file, new_file, workplace
from antechamber.clearance import service as clearance
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.sealing import Unsealable
from antechamber.errors import OtherKeyring
from antechamber.identity import memberships
from antechamber.office import Office
from antechamber.policies import shipped_rulebook
from antechamber.rulebooks.current import CurrentRules
from antechamber.settings import Settings
from antechamber.tables import InitiativeRow, SessionRow, TokenRow
from antechamber.vault import initiative_key
from antechamber.work import Everywhere, Work
from antechamber_compliance.lifecycle import LIVE

ACTOR = Everywhere("restore")
EVENT = "restored"
DAMAGED = (
    "This is no backup of this office, or it is damaged, or the keyring is of another time. Compare "
    "the file's SHA-256 (sha256sum FILE) with the one that `backup` printed: where they are the "
    "same, put key file and keyring of that time in their places; where not, take another copy or "
    "another backup."
)
OTHER_KEYRING = (
    "The keyring does not open every initiative of this backup: keys were changed since, as an "
    "erasure does. Put the keyring of that time in its place; whom you have erased since, you "
    "will have to erase again."
)

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, what the checkpoints promise that it does not keep, and which sessions
    were cleared, scheduled or held and wait for people now.
    """

    manifest: Manifest
    broken: BrokenPromise | None
    waiting: tuple[UUID, ...]


def restore(
    settings: Settings,
    keys: OfficeKeys,
    backup: Path,
    clock: Clock,
    told: copying.Told = lambda _: None,
) -> Restored:
    """Put what a backup holds where the settings say, which must be empty.

    Raises NotReady, or BadBackup, saying what to do; nothing was put there then.
    """
    refuse_to_overwrite(settings)
    with workplace(settings.home) as folder:
        file, ready = folder / "copy.backup", folder / "ready.db"
        shutil.copyfile(backup, file)  # opening it where it lies would write beside it
        manifest = verified(file, keys, told)
        engine = _unpack(file, keys, manifest, ready, told)
        try:
            office = _office(engine, settings, clock)
            _check(office, manifest)
            broken = broken_promise(office, manifest)
            waiting = _leave_it_to_people(office, manifest, broken)
            restored = Restored(manifest, broken, waiting)
            with kept_aside(restored.broken):
                publish(engine, ready, settings, keys, told)
        finally:
            engine.dispose()
    return restored


def rehearse(
    file: Path, settings: Settings, keys: OfficeKeys, clock: Clock, told: copying.Told
) -> None:
    """Restore a backup beside its file and check all of it; raise BadBackup or NotReady."""
    manifest = verified(file, keys, told)
    engine = _unpack(file, keys, manifest, file.with_name("rehearsed.db"), told)
    try:
        _check(_office(engine, settings, clock), manifest)
    finally:
        engine.dispose()


def verified(file: Path, keys: OfficeKeys, told: copying.Told) -> Manifest:
    """Read a backup to its end and return what it says of itself; raise BadBackup."""
    engine = _opened(file, keys)
    try:
        with database.reading(engine).connect() as connection:
            manifest = Manifest.read(connection)
            damaged = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
            if damaged or copying.contents(connection, told) != manifest.tables:
                raise BadBackup(DAMAGED)
    except DatabaseError:
        raise BadBackup(DAMAGED) from None
    finally:
        engine.dispose()
    if manifest.office != keys.office:
        raise BadBackup(DAMAGED)
    if not schema.knows(manifest.revision):
        raise BadBackup(NEWER)
    return manifest


def _opened(file: Path, keys: OfficeKeys) -> Engine:
    """Return the engine of a backup: it may be older than a root whose elder was kept."""
    return existing_file(file, database.key_that_opens(file, keys.backup_keys()))


def _unpack(
    file: Path, keys: OfficeKeys, manifest: Manifest, target: Path, told: copying.Told
) -> Engine:
    """Make the office's database out of a verified backup, and bring it to this version."""
    engine = new_file(target, keys.file_key(), manifest.revision)
    source = _opened(file, keys)
    try:
        with database.reading(source).connect() as there, engine.begin() as here:
            copying.copy(there, here, told)
            if copying.contents(here, told) != manifest.tables:
                raise BadBackup("The backup does not restore to what it was made of; report it.")
        schema.migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    finally:
        source.dispose()
    return engine


def _office(engine: Engine, settings: Settings, clock: Clock) -> Office:
    return Office(
        engine, clock, custody.keyring(settings), settings, CurrentRules(shipped_rulebook())
    )


def _check(office: Office, manifest: Manifest) -> None:
    try:
        office.check()
        with office.reading(ACTOR) as work:
            for initiative in _initiatives(work):
                work.vault.sealer(initiative_key(initiative))
    except (OtherKeyring, Unsealable):
        raise BadBackup(OTHER_KEYRING) from None
    try:
        log = audit.verify(office)
    except audit.BrokenLog as broken:
        raise BadBackup(f"{broken}. See: antechamber audit verify") from None
    if log.count != manifest.sequence:
        raise BadBackup("The audit log is not the one that the backup names; try another backup.")


def _initiatives(work: Work) -> list[UUID]:
    return list(work.session.exec(select(InitiativeRow.id).order_by(col(InitiativeRow.id))))


def _leave_it_to_people(
    office: Office, manifest: Manifest, broken: BrokenPromise | None
) -> tuple[UUID, ...]:
    """Suspend what was cleared, end all tokens, and say in the log that this is a restored copy."""
    live = select(SessionRow.id).where(col(SessionRow.state).in_(LIVE)).order_by(col(SessionRow.id))
    with office.work(ACTOR) as work:
        waiting = tuple(work.session.exec(live))
        work.session.exec(delete(TokenRow))
        memberships.vouch(work)  # nobody but the office can have written a backup
        for initiative in _initiatives(work):
            clearance.suspend(work, initiative, EVENT)
        if broken and broken.aside:
            audit.forget(work)
        payload = {"of": manifest.made_at.isoformat(), "sequence": manifest.sequence}
        audit.append(work, "office.restored", office.id, payload=payload)
    return waiting
