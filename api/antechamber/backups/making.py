"""Make a backup of an office that goes on working, and rehearse its restoration."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from antechamber import database, schema
from antechamber.backups import copying
from antechamber.backups.manifest import Manifest
from antechamber.backups.restoring import rehearse
from antechamber.backups.workplace import close_whole, new_file, workplace
from antechamber.crypto.files import keep_names
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.errors import NotReady
from antechamber.settings import Settings

CHUNK = 1 << 20
HEAD = text("SELECT sequence, leaf FROM audit_head")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made and whose restoration was rehearsed; `sha256` is the file's, hex."""

    path: Path
    manifest: Manifest
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up: a database, the keys to seal it with, where, and the instant."""

    engine: Engine
    keys: OfficeKeys
    settings: Settings
    now: datetime


def make(source: Source, out: Path, told: copying.Told = lambda _: None) -> Backup:
    """Write a backup to `out`, which must not exist, once it was restored on trial.

    Raises NotReady, saying what to do; OSError where `out` cannot be written.
    """
    refuse_to_overwrite(out)
    with workplace(source.settings.home) as folder:
        file = folder / "new.backup"
        manifest = _write(source, file, told)
        rehearse(file, source.settings, source.keys, lambda: source.now, told)
        digest = _deliver(file, out)
        return Backup(out, manifest, digest, file.stat().st_size)


def refuse_to_overwrite(out: Path) -> None:
    """Raise NotReady where the file is there already."""
    if out.exists():
        raise NotReady(f"{out} exists already and is not overwritten; give another name.")


def _write(source: Source, file: Path, told: copying.Told) -> Manifest:
    with database.reading(source.engine).connect() as there:
        revision = schema.current(there)
        if revision is None:
            raise NotReady("The database is empty: there is nothing to back up.")
        engine = new_file(file, source.keys.backup_key(), revision)
        try:
            with engine.begin() as here:
                found = copying.copy(there, here, told)
                manifest = _describe(source, there, revision, found)
                manifest.write(here)
            close_whole(engine)
        finally:
            engine.dispose()
    return manifest


def _describe(
    source: Source, there: Connection, revision: str, found: dict[str, copying.Content]
) -> Manifest:
    head = there.execute(HEAD).one()
    return Manifest(
        office=source.keys.office,
        made_at=source.now,
        revision=revision,
        sequence=head.sequence,
        leaf=head.leaf.hex(),
        tables=found,
    )


def _deliver(file: Path, out: Path) -> str:
    """Copy a file to where it was asked for, read it back there, and only then name it so."""
    part = out.with_name(f".{out.name}.part")  # of the same backup, if one was killed before
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        hashed = sha256()
        with os.fdopen(handle, "wb") as copy:
            for chunk in _chunks(file):
                hashed.update(chunk)
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
            # Out of the page cache: what is read back must come from the medium.
            os.posix_fadvise(copy.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        if file_digest(part) != hashed.hexdigest():
            raise NotReady(f"{out} does not read back as it was written; use another medium.")
        refuse_to_overwrite(out)
        part.rename(out)
    except BaseException:  # half of it must not lie about, whatever went wrong
        part.unlink(missing_ok=True)
        raise
    keep_names(out.parent)
    return hashed.hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    hashed = sha256()
    for chunk in _chunks(path):
        hashed.update(chunk)
    return hashed.hexdigest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
