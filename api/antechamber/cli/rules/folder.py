"""Read the folder of a rulebook that is to be signed, verified or adopted: whole, or not at all."""

from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.policies import read_whole
from antechamber_compliance.policy import BadPolicy, Rulebook
from antechamber_compliance.rulebook import load

RulebookFolder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder of policies.")]


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a rulebook's folder; stop where there is none."""
    if not folder.is_dir():
        stop(f"{folder} is no folder of policies.")
    try:
        return read_whole(folder)
    except OSError:
        stop(f"{folder} cannot be read whole; check its permissions.")


def loaded(files: dict[str, bytes]) -> Rulebook:
    """Load a rulebook; stop where it cannot be obeyed or holds no rule."""
    try:
        rulebook = load(files)
    except BadPolicy as bad:
        stop(str(bad), code=1)
    if not rulebook.rules:
        stop("The folder holds no rule.")
    return rulebook
