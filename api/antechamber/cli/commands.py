"""Which commands there are. One that is not asked for is not imported: that takes seconds."""

from importlib import import_module

import typer

# Where each lies in this folder, in the order in which `--help` shows them.
COMMANDS = {
    "demo": "demo.demo",
    "init": "founding.init",
    "migrate": "founding.migrate",
    "maintain": "founding.maintain",
    "backup": "backup.backup",
    "restore": "backup.restore",
    "doctor": "doctor.doctor",
    "serve": "serve.serve",
    "token": "token.token",
    "user": "user.app",
    "keys": "keys.app",
    "participants": "participants.app",
    "lists": "lists.app",
    "screenings": "screenings.app",
    "audit": "audit_log.app",
    "rules": "rules.app",
    "decisions": "decisions.app",
    "decide": "decide.decide",
    "screen": "screen.screen",
}


def commands(asked: str = "") -> typer.Typer:
    """Return the command line: of the command that is asked for, or of all where it is none."""
    app = typer.Typer(
        help="The encrypted backend of a dialogue office: nothing is scheduled unless the rules "
        "clear it.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # a trace could show a name
    )
    app.callback()(_office)
    for name in [asked] if asked in COMMANDS else COMMANDS:
        module, _, member = COMMANDS[name].partition(".")
        found = getattr(import_module(f"antechamber.cli.{module}"), member)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


def _office() -> None:
    """Let a command be given by its name where it is the only one."""
