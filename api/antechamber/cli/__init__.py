"""The `antechamber` command."""

import sys
import traceback
from pathlib import Path

import typer
from pydantic import ValidationError

from antechamber import process
from antechamber.cli import (
    audit_log,
    backup,
    decide,
    decisions,
    demo,
    doctor,
    founding,
    keys,
    lists,
    participants,
    rules,
    screen,
    screenings,
    serve,
    token,
    user,
)
from antechamber.errors import NotReady, Problem
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.screening.regimes import BadTable

app = typer.Typer(
    help="The encrypted backend of a dialogue office: nothing is scheduled unless the rules "
    "clear it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a trace could show a name
)
app.command("demo")(demo.demo)
app.command("init")(founding.init)
app.command("migrate")(founding.migrate)
app.command("maintain")(founding.maintain)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("doctor")(doctor.doctor)
app.command("serve")(serve.serve)
app.command("token")(token.token)
app.add_typer(user.app, name="user")
app.add_typer(keys.app, name="keys")
app.add_typer(participants.app, name="participants")
app.add_typer(lists.app, name="lists")
app.add_typer(screenings.app, name="screenings")
app.add_typer(audit_log.app, name="audit")
app.add_typer(rules.app, name="rules")
app.add_typer(decisions.app, name="decisions")
app.command("decide")(decide.decide)
app.command("screen")(screen.screen)


def main() -> None:
    """Run the command; a fault ends it with one line that says what to do, never a trace."""
    process.harden()
    try:
        app()
    except (NotReady, BadPolicy, BadTable) as fault:
        sys.exit(str(fault))
    except ValidationError as fault:
        named = {str(part) for error in fault.errors() for part in error["loc"]}
        sys.exit(f"A setting cannot be used: {', '.join(sorted(named))}. See docs/command-line.md.")
    except Problem as fault:
        sys.exit(f"{fault.title}: {fault.detail}")
    except Exception as fault:  # noqa: BLE001 - whatever it is, its text could hold a name
        sys.exit(
            f"antechamber failed: {type(fault).__name__} in {_where(fault)}. Please report it."
        )


def _where(fault: Exception) -> str:
    """Name the place in the code: file and line, nothing that was being worked on."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
