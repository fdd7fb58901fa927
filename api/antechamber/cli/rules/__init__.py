"""`antechamber rules`: check, test, explain, sign and compare the policies."""

import typer

from antechamber.cli.rules import (
    adopt,
    check,
    compare,
    copying,
    coverage,
    document,
    explain,
    keys,
    mutate,
    replay,
    scenarios,
    sign,
    status,
    verify,
)

app = typer.Typer(help="Check and test the policies.", no_args_is_help=True)
app.command("check")(check.check)
app.command("test")(scenarios.run_scenarios)
app.command("coverage")(coverage.show_coverage)
app.command("mutate")(mutate.mutate)
app.command("copy")(copying.copy_policies)
app.command("document")(document.document)
app.command("explain")(explain.explain_rule)
app.command("compare")(compare.compare_rulebooks)
app.command("replay")(replay.replay_decisions)
app.add_typer(keys.app, name="keys")
app.command("sign")(sign.sign)
app.command("verify")(verify.verify)
app.command("trust")(adopt.trust)
app.command("adopt")(adopt.adopt)
app.command("status")(status.status)
app.command("params")(status.params)
