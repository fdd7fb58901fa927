"""Read what the `rules` commands are given: folders of policies, engagements, scenarios."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from antechamber.cli.faults import stop
from antechamber.policies import read_files
from antechamber.shipped import policies_folder
from antechamber_compliance.policy import BadPolicy, Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.scenarios import BadScenario, read_cases
from antechamber_compliance.scenarios.casefile import once

Folder = Annotated[
    Path | None, typer.Option("--policies", help="A folder of policies; those shipped if absent.")
]


def rulebook_in(folder: Path | None) -> Rulebook:
    """Load the policies of a folder, or those shipped; stop where they cannot be obeyed."""
    folder = folder or policies_folder()
    if not folder.is_dir():
        stop(f"{folder} is no folder of policies.")
    try:
        return load(read_files(folder))
    except BadPolicy as bad:
        stop(str(bad), code=1)


def base_in(path: Path) -> dict[str, Any]:
    """Read a base engagement; stop where it is none."""
    try:
        base = json.loads(path.read_text("utf-8"), object_pairs_hook=once)
    except OSError:
        stop(f"{path} cannot be read; check the path and its permissions.")
    except (ValueError, RecursionError) as fault:
        stop(f"{path} is not JSON: {fault}")
    if not isinstance(base, dict):
        stop(f"{path} holds no engagement: a JSON object is needed.")
    return base


def cases_in(path: Path) -> list[dict[str, Any]]:
    """Read a file of scenarios; stop at the first line that is none."""
    try:
        # Only a line feed ends a line of JSON: text may hold other separators.
        return list(read_cases(path.read_text("utf-8").split("\n")))
    except OSError:
        stop(f"{path} cannot be read; check the path and its permissions.")
    except UnicodeDecodeError:
        stop(f"{path} is not UTF-8.")
    except BadScenario as bad:
        stop(f"{path}: {bad}")
