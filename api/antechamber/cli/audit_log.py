"""`antechamber audit`: check the log, and hand it to an auditor."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from antechamber import audit
from antechamber.audit import bundle_verifier
from antechamber.cli.decisions import new_private
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.crypto.sealing import Unsealable

app = typer.Typer(
    help="The log of all that changed, was decided or revealed.", no_args_is_help=True
)
Json = Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")]
Anchor = Annotated[
    Path | None, typer.Option(help="Checkpoints collected earlier, which the log must keep.")
]
KEEP = "Keep this database as it is, and compare it with a backup."


@app.command()
def verify(
    file: Annotated[
        Path | None,
        typer.Argument(help="A bundle or a proof: checked without office, keys or network."),
    ] = None,
    key: Annotated[
        str | None, typer.Option(help="With a file: the line that 'audit key' printed once.")
    ] = None,
    anchor: Anchor = None,
    as_json: Json = False,
) -> None:
    """Check that nothing is missing, moved or changed: in a bundle, or in the office's whole log.

    Without FILE the office's own log is read, with its keys, and must keep the office's own
    checkpoints too.
    """
    if file is not None:
        options = [f"--key={key}"] * (key is not None) + [f"--anchor={anchor}"] * (
            anchor is not None
        )
        given = [*options, *["--json"] * as_json, "--", str(file)]
        raise typer.Exit(bundle_verifier.main(given))
    if key is not None:
        stop("--key goes with a file: the office knows its own key.")
    _verify_office(anchor, as_json=as_json)


def _verify_office(anchor: Path | None, *, as_json: bool) -> None:
    collected = _read(anchor)
    with opened() as office, _unbroken(as_json=as_json):
        own = [kept] if (kept := audit.kept_notes(office)) else []
        log = audit.verify(office, *own, *collected)
    if as_json:
        _print_json(log.count, log.root, log.checkpoints, ())
        return
    typer.echo(f"{log.count} entries, none missing, moved or changed.")
    typer.echo(f"root {log.root.hex()}")
    if log.checkpoints:
        one = log.checkpoints == 1
        different = "1 checkpoint" if one else f"{log.checkpoints} different checkpoints"
        typer.echo(f"{different}, {'' if one else 'all '}kept.")


@app.command()
def checkpoint(
    anew: Annotated[
        bool, typer.Option("--anew", help="Begin a new file: the one before is lost for good.")
    ] = False,
) -> None:
    """Sign the log as it is and add that to the file that the auditor collects.

    For a timer: one note each time, of the same size, whether anything happened or not.
    """
    with opened() as office, _unbroken():
        if anew:
            audit.begin_anew(office, ACTOR)
        signed = audit.add_checkpoint(office)
        path = office.settings.checkpoint_file
    typer.echo(f"{signed.size} entries, root {signed.root.hex()}, signed in {path}.")


@app.command()
def key() -> None:
    """Print the key that checks the office's checkpoints; the auditor gets it once."""
    with opened() as office:
        typer.echo(str(audit.verifier_key(office.keys)))


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="The file to make; it must not exist.")],
    entries: Annotated[
        bool, typer.Option("--entries", help="Also what each entry says, by pseudonyms.")
    ] = False,
) -> None:
    """Write the log to a file that can be checked without the office: hashes and checkpoints.

    The export is an entry in the log itself.
    """
    with opened() as office, new_private(out) as file, _unbroken():
        signed = audit.export(office, file, actor=ACTOR, with_entries=entries)
    typer.echo(f"{signed.size} entries in {out}.")


@app.command()
def prove(
    sequence: Annotated[int, typer.Argument(min=1, help="The entry, counted from 1.")],
    anchor: Anchor = None,
) -> None:
    """Print the proof that an entry is in the log that the newest checkpoint names, as JSON.

    It shows what the entry says, by pseudonyms, and is an entry in the log itself.
    """
    collected = _read(anchor)
    with opened() as office, _unbroken():
        proof = audit.prove(office, sequence, actor=ACTOR, anchors=collected)
    sys.stdout.write(proof.decode())


@app.command()
def verifier() -> None:
    """Print the verifier, one file that needs plain Python alone."""
    sys.stdout.write(Path(bundle_verifier.__file__).read_text(encoding="utf-8"))


def _read(anchor: Path | None) -> list[bytes]:
    if anchor is None:
        return []
    try:
        return [anchor.read_bytes()]
    except OSError:
        stop(f"{anchor} cannot be read; check the path and its permissions.")


@contextmanager
def _unbroken(*, as_json: bool = False) -> Iterator[None]:
    """End the command where the log does not hold."""
    try:
        yield
    except audit.BrokenLog as broken:
        if as_json:
            faults = [f"{each.sequence}: {each.fault}" for each in broken.findings]
            _print_json(None, None, None, faults)
        stop(f"{broken}. {KEEP}", code=1)
    except audit.Refused as refused:
        stop(f"A file of checkpoints cannot be believed: {refused}. {KEEP}", code=1)
    except Unsealable:
        stop(f"An entry of the log does not open; run: antechamber audit verify. {KEEP}", code=1)


def _print_json(
    count: int | None, root: bytes | None, checkpoints: int | None, faults: Sequence[str]
) -> None:
    found = {
        "holds": not faults,
        "entries": count,
        "root": root and root.hex(),
        "checkpoints": checkpoints,
        "faults": faults,
    }
    typer.echo(json.dumps(found, indent=2))
