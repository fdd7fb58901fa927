"""`antechamber keys escrow` and `keys restore`: a recovery key on paper, and back from paper."""

from pathlib import Path
from typing import Annotated

import typer

from antechamber import audit
from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened, settings
from antechamber.crypto import shares
from antechamber.crypto.shamir import MOST
from antechamber.crypto.shares import GROUPS, BadShare, Share
from antechamber.rotation import escrow as escrowing


def escrow(
    count: Annotated[int, typer.Option("--shares", help="How many people get one.")],
    threshold: Annotated[int, typer.Option(help="How many of them are needed together.")],
) -> None:
    """Print a recovery key in shares; those of an earlier one are worthless from now on.

    Print them on paper, one for each person, on a printer that remembers nothing.
    """
    if not 2 <= threshold <= count <= MOST:
        stop(f"Give --threshold 2 or more, and --shares at least as many, at most {MOST}.")
    with opened() as office:
        made = escrowing.escrow(office, ACTOR, threshold=threshold, count=count)
    printed = office.clock()
    for share in made:
        typer.echo(f"Share {share.number} of {share.count}; {share.threshold} are needed together.")
        typer.echo(f"{share.text}")
        typer.echo(
            f"Antechamber, office {office.id}, printed {printed:%Y-%m-%d}. If the office's key is "
            "lost, type this into: antechamber keys restore\n"
        )
    typer.echo(
        "Shown this once. Give each to one person, none of whom holds the keyring. Try them: "
        "antechamber keys restore, on a copy of the keyring, with ANTECHAMBER_KEY_FILE elsewhere.",
        err=True,
    )


def restore(
    share: Annotated[
        list[Path] | None,
        typer.Option(help="A file with one share; repeated. Asked for line by line if left out."),
    ] = None,
) -> None:
    """Give the office a new key from its recovery shares; the database is not touched."""
    place = settings()
    try:
        escrowing.restore(place, _from_files(share) if share else _typed())
    except BadShare as fault:
        stop(str(fault))
    with opened() as office, office.work(ACTOR) as work:
        audit.append(work, "key.restored", office.id)
    typer.echo("The office opens with its new key. Back it up, apart from keyring and database.")


def _from_files(paths: list[Path]) -> list[Share]:
    try:
        return [shares.read(path.read_text(), f"The share in {path}") for path in paths]
    except (OSError, UnicodeDecodeError):
        stop("A file with a share cannot be read; check the paths.")


def _typed() -> list[Share]:
    found = [_typed_share("Share 1")]
    while len({each.number for each in found}) < found[0].threshold:
        share = _typed_share(f"Share {len(found) + 1} of {found[0].threshold}")
        if share in found:
            typer.echo("You have typed this one already. Take the paper of another.", err=True)
        else:
            found.append(share)
    return found


def _typed_share(name: str) -> Share:
    groups: list[str] = []
    while len(groups) < GROUPS:
        line = typer.prompt(
            f"{name}, from group {len(groups) + 1} on", default="", show_default=False
        )
        if not line.strip():
            typer.echo(f"Type what the paper says, {GROUPS} groups in all.", err=True)
        try:
            groups += shares.groups_of(line, name, start=len(groups) + 1)
        except BadShare as fault:
            typer.echo(f"{fault} Type this line again.", err=True)
    return shares.read(" ".join(groups), name)
