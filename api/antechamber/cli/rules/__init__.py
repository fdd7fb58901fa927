"""`antechamber rules`: check, test, explain, sign and compare the policies."""

import typer

from antechamber.cli.rules import check, scenarios

app = typer.Typer(help="Check and test the policies.", no_args_is_help=True)
app.command("check")(check.check)
app.command("test")(scenarios.run_scenarios)
