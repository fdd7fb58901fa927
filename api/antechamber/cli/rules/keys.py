"""`antechamber rules keys`: make the keys that rulebooks are signed with."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from antechamber.cli.faults import stop
from antechamber.crypto.files import create_private, read_private
from antechamber.crypto.signatures import BadSigningKey, PublicKey, SigningKey
from antechamber.rulebooks.keyfiles import BadKeyFile, public_line, read_public

app = typer.Typer(help="The keys that rulebooks are signed with.", no_args_is_help=True)

# The file's own key derivation is quick, so the passphrase must not be guessable.
SHORTEST = 16
PUBLIC = ".pub"

Role = Literal["compliance", "director"]
PassphraseFile = Annotated[
    Path | None, typer.Option(help="A file with the passphrase; asked for if left out.")
]


@app.callback()
def _group() -> None:
    """Keep 'new' a command of its own."""


@app.command()
def new(
    role: Annotated[Role, typer.Option(help="In which role its holder signs.")],
    out: Annotated[Path, typer.Option(help="The private key's file; FILE.pub is made beside.")],
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a signing key: the private file for its holder alone, the public one for the office."""
    public = out.with_name(out.name + PUBLIC)
    for path in (out, public):
        if path.exists():
            stop(f"{path} exists already and is not overwritten; give another name.")
    passphrase = read_passphrase(passphrase_file, confirm=True)
    if len(passphrase) < SHORTEST:
        stop(f"The passphrase is too short; take {SHORTEST} characters or more.")
    key = SigningKey.random()
    line = public_line(role, key.public)
    try:
        create_private(out, key.to_pem(passphrase))
        public.write_text(f"{line}\n", encoding="ascii")
    except OSError as fault:
        stop(f"{fault.filename} cannot be written; check the path and its permissions.", code=1)
    typer.echo(f"Private key  {out}: keep it and its passphrase to yourself.")
    typer.echo(f"Public key   {public}: give it to the office.")
    typer.echo(line)
    typer.echo(f"key id {key.public.id}")


def read_passphrase(file: Path | None, *, confirm: bool = False) -> bytes:
    """Read a passphrase from the first line of a file, or ask for it."""
    if file is None:
        asked: str = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm)
        return asked.encode()
    try:
        first, _, _ = file.read_bytes().partition(b"\n")
    except OSError:
        stop(f"{file} cannot be read; check the path and its permissions.")
    return first.rstrip(b"\r")


def read_signing_key(file: Path, passphrase_file: Path | None) -> SigningKey:
    """Open a private key; stop where it does not open."""
    if not file.is_file():
        stop(f"{file} is no file; give the private key that 'rules keys new' made.")
    pem = read_private(file, "private key")
    try:
        return SigningKey.from_pem(pem, read_passphrase(passphrase_file))
    except BadSigningKey:
        stop(f"{file} does not open: it is no such key, or the passphrase is another.")


def read_public_keys(files: list[Path]) -> dict[str, PublicKey]:
    """Read the public keys of some files, by role; stop where one is damaged or named twice."""
    found: dict[str, PublicKey] = {}
    for file in files:
        try:
            keys = read_public(file.read_text("ascii"))
        except OSError:
            stop(f"{file} cannot be read; check the path and its permissions.")
        except UnicodeDecodeError:
            stop(f"{file} holds no public key.")
        except BadKeyFile as bad:
            stop(f"{file}: {bad}.")
        for role, key in keys.items():
            if found.setdefault(role, key) != key:
                stop(f"{file} names a second key of {role}; give one for each role.")
    return found
