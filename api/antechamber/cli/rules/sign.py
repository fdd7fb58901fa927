"""`antechamber rules sign`: put a role's signature beside a rulebook."""

import os
from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.folder import RulebookFolder, files_in, loaded
from antechamber.cli.rules.keys import PassphraseFile, Role, read_signing_key
from antechamber.rulebooks import signing
from antechamber.rulebooks.signing import BadSignatures, Signatures
from antechamber_compliance.rulebook import SIGNATURES


def sign(
    folder: RulebookFolder,
    role: Annotated[Role, typer.Option(help="The role that signs.")],
    key: Annotated[Path, typer.Option(help="The private key of who holds it.")],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Sign a rulebook as it is now, with its scenarios and notes; any later change voids it."""
    files = files_in(folder)
    rulebook = loaded(files)
    if rulebook.revision == 0:
        stop("The rulebook has no revision; write rulebook.toml with 'revision = N' first.")
    before, of = _signatures(files), signing.identify(files, rulebook)
    try:
        signed = signing.sign(of, role, read_signing_key(key, passphrase_file), before)
    except BadSignatures as bad:
        stop(str(bad), code=1)
    _replace(folder / SIGNATURES, signed.to_bytes())
    typer.echo(f"rulebook {rulebook.version}, revision {rulebook.revision}")
    typer.echo(f"digest   {of.digest}")
    typer.echo(f"beside   {of.beside}")
    typer.echo(f"signed by {' and '.join(sorted(each.role for each in signed.by))}")
    lacking = sorted(set(signing.SIGNING_ROLES) - {each.role for each in signed.by})
    if lacking:
        typer.echo(f"still to sign: {', '.join(lacking)}")


def _signatures(files: dict[str, bytes]) -> Signatures | None:
    """Return the signatures that are there; damaged ones count for nothing, and are replaced."""
    try:
        return signing.read_signatures(files[SIGNATURES]) if SIGNATURES in files else None
    except BadSignatures as bad:
        typer.echo(str(bad), err=True)
        return None


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside the old one and put it in its place, so that none is half written."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
    except OSError:
        stop(f"{path} cannot be written; check the path and its permissions.", code=1)
