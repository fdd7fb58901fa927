"""`antechamber rules document`: write the reference pages of docs/."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, rulebook_in
from antechamber.policies import read_files
from antechamber.shipped import policies_folder
from antechamber_compliance.documentation.dossier import dossier_page
from antechamber_compliance.documentation.rules import rules_page


class Page(StrEnum):
    """A page that is written from the code."""

    RULES = "rules"
    DOSSIER = "dossier"


def document(
    page: Annotated[Page, typer.Argument(help="Which page.")] = Page.RULES,
    out: Annotated[Path | None, typer.Option(help="The file to write; shown if absent.")] = None,
    policies: Folder = None,
) -> None:
    """Write the page about the rules, from the policies, or about the dossier, from its models."""
    if page is Page.RULES:
        rulebook = rulebook_in(policies)
        text = rules_page(rulebook, read_files(policies or policies_folder()))
    else:
        text = dossier_page()
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, "utf-8")
    except OSError:
        stop(f"{out} cannot be written; check the path and its permissions.")
