"""`antechamber rules`: check the policies and run their scenarios."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from antechamber.cli.faults import stop
from antechamber.policies import SCENARIOS, read_files, shipped_regimes
from antechamber.shipped import policies_folder
from antechamber_compliance.policy import BadPolicy, Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.scenarios import BadScenario, read_cases, run
from antechamber_compliance.screening.regimes import BadTable

app = typer.Typer(help="Check and test the policies.", no_args_is_help=True)

Folder = Annotated[
    Path | None, typer.Option("--policies", help="A folder of policies; those shipped if absent.")
]


@app.command()
def check(policies: Folder = None) -> None:
    """Load every policy file and say what cannot be obeyed."""
    rulebook = _load(policies or policies_folder())
    if policies is None:
        try:
            shipped_regimes()
        except BadTable as bad:
            stop(f"tables/programme_regimes.csv: {bad}", code=1)
    if not rulebook.rules:
        stop(f"{policies or policies_folder()} holds no policy.")
    requirements = sum(len(rule.requirements) for rule in rulebook.rules)
    typer.echo(f"{len(rulebook.rules)} rules, {requirements} requirements: all can be obeyed.")
    typer.echo(f"rulebook {rulebook.version}")
    typer.echo(f"digest   {rulebook.digest}")


@app.command("test")
def run_scenarios(
    base: Annotated[Path | None, typer.Option(help="The base engagement, as JSON.")] = None,
    cases: Annotated[Path | None, typer.Option(help="Scenarios, one JSON object a line.")] = None,
    policies: Folder = None,
) -> None:
    """Run scenarios against the rules; without options, those that the policies ship with."""
    if (base is None) != (cases is None):
        stop("Give --base and --cases together, or neither.")
    folder = policies_folder() / SCENARIOS
    rulebook = _load(policies or policies_folder())
    engagement = _read_base(base or folder / "base.json")
    counted = {"passed": 0, "failed": 0, "skipped": 0}
    for case in _read_cases(cases or folder / "cases.jsonl"):
        result = run(engagement, case, rulebook)
        if result.absent:
            counted["skipped"] += 1
            typer.echo(
                f"SKIP {result.id} {result.title}: not in this rulebook: {', '.join(result.absent)}"
            )
        elif result.faults:
            counted["failed"] += 1
            typer.echo(f"FAIL {result.id} {result.title}")
            for fault in result.faults:
                typer.echo(f"     {fault}")
        else:
            counted["passed"] += 1
    tail = f", {counted['skipped']} skipped" if counted["skipped"] else ""
    typer.echo(f"{counted['passed']} passed, {counted['failed']} failed{tail}")
    if counted["failed"] or not counted["passed"]:
        raise typer.Exit(1)


def _load(folder: Path) -> Rulebook:
    if not folder.is_dir():
        stop(f"{folder} is no folder of policies.")
    try:
        return load(read_files(folder))
    except BadPolicy as bad:
        stop(str(bad), code=1)


def _read_base(path: Path) -> dict[str, Any]:
    try:
        base = json.loads(path.read_text("utf-8"))
    except OSError:
        stop(f"{path} cannot be read; check the path and its permissions.")
    except ValueError as fault:
        stop(f"{path} is not JSON: {fault}")
    if not isinstance(base, dict):
        stop(f"{path} holds no engagement: a JSON object is needed.")
    return base


def _read_cases(path: Path) -> list[dict[str, Any]]:
    try:
        return list(read_cases(path.read_text("utf-8").splitlines()))
    except OSError:
        stop(f"{path} cannot be read; check the path and its permissions.")
    except UnicodeDecodeError:
        stop(f"{path} is not UTF-8.")
    except BadScenario as bad:
        stop(f"{path}: {bad}")
