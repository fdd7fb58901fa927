"""End a command with one line on standard error and an exit code, never with a trace."""

from typing import NoReturn

import typer

BAD_INPUT = 2


def stop(message: str, *, code: int = BAD_INPUT) -> NoReturn:
    """Say what is wrong and what to do, and end the command."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
