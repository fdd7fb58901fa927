"""`antechamber keys`: make, rotate and escrow the office's keys, and say how they stand."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal

import typer
from rich.console import Console

from antechamber import custody
from antechamber.cli import recovering
from antechamber.cli.again import bars
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened, settings
from antechamber.crypto.keys import Key
from antechamber.crypto.providers import FileKey, KeyProvider
from antechamber.office import Office
from antechamber.rotation import database_file, key_of_keys, run
from antechamber.rotation.run import Level, Shown
from antechamber.rotation.status import status as state_of
from antechamber.settings import Settings

app = typer.Typer(help="The office's keys: make, rotate, escrow, restore.", no_args_is_help=True)
app.command("escrow")(recovering.escrow)
app.command("restore")(recovering.restore)

Chosen = Literal["kek", "root", "initiative", "participant", "file", "all"]
LEVELS: dict[str, tuple[Level, ...]] = {
    "participant": ("participant",),
    "initiative": ("initiative",),
    "root": ("root",),
    "all": ("participant", "initiative", "root"),
}
FILE_WAITS = "A new key of the database's file waits. Stop the server, then: antechamber keys rotate --level file"
BACK_UP = "Take a fresh backup now: antechamber backup FOLDER."
NEXT_STEP = {
    "systemd": "Load the new credential under the name {credential} and restart",
    "environment": "Set ANTECHAMBER_KEY to the new key and restart",
}


@app.command()
def init() -> None:
    """Make a key for the provider that the settings name; for a file, `antechamber init` does."""
    place = settings()
    match place.key_provider:
        case "file":
            stop("A key file is made with the office: antechamber init. To change it: keys rotate.")
        case "vault":
            custody.vault(place).create()
            typer.echo(f"Vault has made the key {place.vault_key}; it never leaves Vault.")
        case "systemd":
            _to_a_pipe(place)
        case "environment":
            typer.echo("For development only: other processes can read variables.", err=True)
            typer.echo(f"ANTECHAMBER_KEY={Key.random().expose().hex()}")


@app.command()
def rotate(
    level: Annotated[Chosen, typer.Option(help="Which keys; file: of the SQLCipher file.")],
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave the older versions until `keys retire`.")
    ] = False,
    to: Annotated[
        Literal["file", "systemd", "vault", "environment"] | None,
        typer.Option(help="With --level kek: change to this provider."),
    ] = None,
) -> None:
    """Put newer keys in the place of the present ones, while the office goes on working.

    Interrupted, it goes on where it ended when it is given again. `all` is every level but file.
    """
    if to is not None and level != "kek":
        stop("--to goes with --level kek.")
    with opened() as office:
        if level == "file":
            database_file.rotate(office, ACTOR)
            typer.echo("The database file is under a new key.")
        for each in LEVELS.get(level, ()):
            with _progress() as shown:
                run.rotate(office, ACTOR, each, keep=keep, shown=shown)
            typer.echo(f"{each}: done{', older versions kept' if keep else ''}.")
        if level in ("kek", "all"):
            _rotate_key_of_keys(office, to)
    typer.echo("Back the keyring up now: an older copy does not open what is sealed from now on.")
    typer.echo(f"{BACK_UP} An older one may need the keyring of its time.")


@app.command()
def retire() -> None:
    """Destroy every older version that a rotation has left; backups from before need it."""
    with opened() as office, _progress() as shown:
        run.retire(office, ACTOR, shown=shown)
    if len(office.keys.files) > 1:
        stop(f"The rest is retired. {FILE_WAITS}", code=1)
    typer.echo("Only the newest versions are left, and what old records need.")
    typer.echo(f"{BACK_UP} One from before the rotation needs the keyring of its time.")


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say which keys there are, in which versions and how old; exit code 1 if work is left."""
    with opened() as office:
        found = state_of(office, ACTOR)
    if as_json:
        typer.echo(json.dumps(found, indent=2))
    else:
        for line in _shown(found):
            typer.echo(line)
    if found["rotation"] or _file_waits(found):
        raise typer.Exit(1)


def _rotate_key_of_keys(office: Office, to: str | None) -> None:
    place = office.settings
    target = place.model_copy(update={"key_provider": to}) if to else None
    if key_of_keys.rotate(office, ACTOR, _holder(target) if target else None):
        where = f" {place.key_file}" if place.key_provider == "file" else ""
        typer.echo(f"kek: done. Back the new key{where} up now and destroy every copy of the old.")
        return
    step = f"Set ANTECHAMBER_KEY_PROVIDER={to} and restart" if to else NEXT_STEP[place.key_provider]
    step = step.format(credential=place.key_credential)
    typer.echo(f"kek: both keys open the keyring. {step}; then: antechamber keys retire.")


def _holder(target: Settings) -> KeyProvider:
    """Return the provider that is changed to; a key file is made here, the others' keys before."""
    if target.key_provider == "file" and not target.key_file.exists():
        typer.echo(f"Made the key file {target.key_file}. Copy it to the safe.")
        return FileKey.create(target.key_file)
    return custody.provider(target)


def _to_a_pipe(place: Settings) -> None:
    if sys.stdout.isatty():
        stop(
            "The key is 32 raw bytes; send it to systemd-creds: antechamber keys init | "
            f"systemd-creds encrypt --name={place.key_credential} - {place.key_credential}.cred"
        )
    sys.stdout.buffer.write(Key.random().expose())
    sys.stdout.buffer.flush()


@contextmanager
def _progress() -> Iterator[Shown]:
    with bars(Console(stderr=True, highlight=False)) as shown:
        yield lambda found: shown.track(found, description="Initiatives")


def _shown(found: dict[str, Any]) -> Iterator[str]:
    yield f"Provider      {found['provider']} (keyring wrapped by {', '.join(found['wrapped_by'])})"
    recovery = found["recovery"]
    yield "Recovery      " + (
        f"{recovery['threshold']} of {recovery['shares']} shares, {recovery['age_days']} days old"
        + ("" if recovery["stands"] else "; THEY OPEN NOTHING, see: antechamber doctor")
        if recovery
        else "none: antechamber keys escrow --help"
    )
    for name in ("root", "wrapping", "file"):
        if found[name]:
            age = f"version {found[name]['version']}, {found[name]['age_days']} days old"
            yield f"{name.capitalize():<14}{age}{'' if name == 'file' else _older(found[name])}"
    for name in ("initiatives", "participants"):
        yield f"{name.capitalize():<14}{found[name]['keys']} keys{_older(found[name])}"
    if found["rotation"]:
        left = found["rotation"]["initiatives_left"]
        yield f"A rotation of level {found['rotation']['level']} has {left} initiatives left: run it again."

    if _file_waits(found):
        yield FILE_WAITS


def _file_waits(found: dict[str, Any]) -> bool:
    return bool(found["file"] and found["file"]["older_still_there"])


def _older(found: dict[str, Any]) -> str:
    older = found["older_still_there"]
    return f"; {older} older still there: antechamber keys retire" if older else ""
