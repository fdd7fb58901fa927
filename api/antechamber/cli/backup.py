"""`antechamber backup` and `antechamber restore`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy.exc import OperationalError

from antechamber import custody, database
from antechamber.backups import copying, making, records, restoring
from antechamber.backups.anchored import BrokenPromise
from antechamber.backups.making import Backup, Source
from antechamber.backups.restoring import Restored
from antechamber.cli.again import bars
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened, settings
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.errors import OtherVersion
from antechamber.http import idempotency
from antechamber.office import connect, utc_now
from antechamber.settings import Settings

TO_THE_SAFE: dict[records.Keyring, tuple[str, ...]] = {
    "first": (
        "See that key file and keyring are in the safe: a backup opens with both alone.",
        "No backup belongs in the safe.",
    ),
    "same": (),
    "other": (
        "Copy key file and keyring to the safe again: a backup opens with both alone, and",
        "the keyring is another than at the last backup. No backup belongs in the safe.",
    ),
}
PASSES = 4  # copied, read back, restored on trial, read back again


def backup(
    out: Annotated[
        Path, typer.Argument(help="The file to make, or a folder, for a file named by the time.")
    ],
) -> None:
    """Make a backup of the office, which may go on working, and restore it on trial.

    It is one encrypted file with the whole database, PostgreSQL's too. It opens with key file
    and keyring alone, and holds neither.
    """
    file = out / f"antechamber-{utc_now():%Y%m%dT%H%M%SZ}.backup" if out.is_dir() else out
    making.refuse_to_overwrite(file)
    try:
        with opened() as office:
            with office.work(ACTOR) as work:
                idempotency.forget_expired(work)  # nor is it copied
            records.announce(office, ACTOR)
            made = _make(Source(office.engine, office.keys, office.settings, office.clock()), file)
            keyring = records.remember(office, ACTOR, made)
    except OtherVersion:
        made, keyring = _make_of_other_version(file), "other"
    _say(made)
    for line in TO_THE_SAFE[keyring]:
        typer.echo(line)


def restore(
    file: Annotated[Path, typer.Argument(help="A backup of the office.")],
) -> None:
    """Put a backup where the settings say: into an empty home, or an empty PostgreSQL database.

    Key file and keyring must be in their places already. Nothing that exists is overwritten.
    """
    place = settings()
    keys = open_keys(place)
    with _said(f"{file} cannot be read"), bars(_console()) as shown:
        task = shown.add_task("Restoring", total=None)
        restored = restoring.restore(
            place, keys, file, utc_now, lambda rows: shown.advance(task, rows)
        )
    _say_what_is_lost(restored)
    if restored.broken:
        _say_what_the_auditor_will_see(restored.broken)


def open_keys(place: Settings) -> OfficeKeys:
    """Unlock the keyring; raise NotReady."""
    return custody.keyring(place).keys()


def _make(source: Source, file: Path) -> Backup:
    with database.reading(source.engine).connect() as connection:
        total = PASSES * copying.rows_in(connection)
    with _said(f"{file} cannot be written"), bars(_console()) as shown:
        task = shown.add_task("Backing up", total=total)
        return making.make(source, file, lambda rows: shown.advance(task, rows))


def _make_of_other_version(file: Path) -> Backup:
    """Back up before `migrate`: this version cannot write to that database's log."""
    place = settings()
    keys = open_keys(place)
    engine = connect(place, place.url, keys)
    try:
        made = _make(Source(engine, keys, place, utc_now()), file)
    finally:
        engine.dispose()
    typer.echo(
        "The database is of another version than this code, so its log does not name this backup.",
        err=True,
    )
    return made


@contextmanager
def _said(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        stop(f"{what}: {fault.strerror}.", code=1)
    except OperationalError:
        stop(
            "The database could not be read or written; is the disk full? Nothing changed.", code=1
        )


def _console() -> Console:
    return Console(stderr=True, highlight=False)


def _say(made: Backup) -> None:
    typer.echo(f"Backup    {made.path}")
    typer.echo(f"of        {made.manifest.made_at:%Y-%m-%d %H:%M:%S} UTC")
    typer.echo(f"holds     {made.manifest.rows:,} rows in {made.size:,} bytes, restored on trial")
    typer.echo(f"SHA-256   {made.sha256}")


def _say_what_is_lost(restored: Restored) -> None:
    manifest = restored.manifest
    typer.echo(f"Restored as of {manifest.made_at:%Y-%m-%d %H:%M:%S} UTC: {manifest.rows:,} rows.")
    typer.echo("Whatever was recorded after that is not in it. Before anybody meets, do again:")
    typer.echo("  - erasures, and withdrawals of consent;")
    typer.echo("  - incidents, and facts that became worse;")
    typer.echo("  - users who left, and roles that were taken back.")
    count = len(restored.waiting)
    typer.echo(
        f"Sessions that were cleared or scheduled and wait for that: {count}."
        f"{' Reopen each afterwards:' if count else ''}"
    )
    for session in restored.waiting:
        typer.echo(f"  {session}")
    typer.echo("No token works any more: antechamber token")


def _say_what_the_auditor_will_see(broken: BrokenPromise) -> None:
    typer.echo(f"\n{broken.says}")
    typer.echo("Whoever holds these checkpoints sees it: tell the auditor now, before they ask.")
    if broken.aside is None:
        typer.echo(
            "Until that is mended no checkpoint is signed, and audit verify and doctor fail."
        )
        return
    typer.echo(f"The file is now {broken.aside}.")
    typer.echo("Keep it for good, and hand the auditor a copy. Begin a new one at once:")
    typer.echo("antechamber audit checkpoint")
