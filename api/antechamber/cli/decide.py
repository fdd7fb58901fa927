"""`antechamber decide`: judge one engagement from a file."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, rulebook_in
from antechamber_compliance import engine
from antechamber_compliance.dossier import receive
from antechamber_compliance.scenarios.casefile import once


def decide(
    file: Annotated[Path, typer.Argument(help="An engagement, expanded, as JSON; '-' reads it.")],
    policies: Folder = None,
) -> None:
    """Print the verdict on one engagement as canonical JSON.

    The exit code is 0 where the session may proceed, 3 where it needs approval, 4 where it
    is denied.
    """
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text("utf-8")
        raw = json.loads(text, object_pairs_hook=once)
    except OSError:
        stop(f"{file} cannot be read; check the path and its permissions.")
    except (ValueError, RecursionError):  # bad bytes, bad JSON, a key twice; each could quote
        stop(f"{file} is not JSON in UTF-8 with each key once; export the dossier again.")
    if not isinstance(raw, dict):
        stop(f"{file} holds no engagement: a JSON object is needed.")
    verdict = engine.decide(receive(raw), rulebook_in(policies))
    # Byte for byte what an export holds; a line end only where a person reads it.
    typer.echo(verdict.canonical(), nl=sys.stdout.isatty())
    if not verdict.may_proceed:
        raise typer.Exit(3 if verdict.outcome == "needs_approval" else 4)
