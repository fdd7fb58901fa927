"""`antechamber rules verify`: check who signed a rulebook."""

from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.cli.rules.folder import RulebookFolder, files_in, loaded
from antechamber.cli.rules.keys import read_public_keys
from antechamber.documents import store
from antechamber.rulebooks import signing
from antechamber.rulebooks.current import trust_of
from antechamber.rulebooks.signing import BadSignatures, Trust
from antechamber.tables import OfficeRow


def verify(
    folder: RulebookFolder,
    trust: Annotated[
        list[Path] | None,
        typer.Option(help="Public keys; may be repeated. Those that the office trusts if absent."),
    ] = None,
) -> None:
    """Check that both roles signed a rulebook and its scenarios as they are now.

    The exit code is 1 if not.
    """
    files = files_in(folder)
    rulebook = loaded(files)
    try:
        signing.verify(files, rulebook, read_public_keys(trust) if trust else _trusted())
    except BadSignatures as bad:
        stop(str(bad), code=1)
    typer.echo(f"rulebook {rulebook.version}, revision {rulebook.revision}")
    typer.echo(f"digest   {rulebook.digest}")
    typer.echo(f"beside   {signing.identify(files, rulebook).beside}")
    typer.echo(f"signed by {' and '.join(signing.SIGNING_ROLES)}: good")


def _trusted() -> Trust:
    with opened() as office, office.reading(ACTOR) as work:
        row = work.session.get_one(OfficeRow, office.id)
        return trust_of(store.load_office(work, row).rules)
