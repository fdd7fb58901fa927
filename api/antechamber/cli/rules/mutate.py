"""`antechamber rules mutate`: change the policies one thing at a time, and see who notices."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from antechamber.cli.faults import stop
from antechamber.cli.rules.reading import Folder, rulebook_in
from antechamber.cli.rules.suite import holding, scenario_files
from antechamber.policies import read_files
from antechamber.shipped import policies_folder
from antechamber_compliance.mutation import BadList, Hunt, mutants, read_equivalents

EQUIVALENT = "scenarios/equivalent.toml"
ENOUGH = 95.0  # per cent killed
SECONDS_BETWEEN_REPORTS = 2.0

Only = Annotated[str | None, typer.Option("--rule", help="Change this rule alone.")]


@dataclass(slots=True)
class Tally:
    """How many mutants were killed, and which survived, known to be equivalent or not."""

    equivalent: Mapping[str, str]
    killed: int = 0
    survivors: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    @property
    def share(self) -> float:
        """The share of all mutants that were killed, in per cent."""
        return 100.0 * self.killed / max(self.killed + len(self.survivors), 1)

    def note(self, name: str, killer: str | None) -> None:
        """Count one mutant."""
        if killer is None:
            self.survivors.append(name)
        else:
            self.killed += 1
            if name in self.equivalent:
                self.gone.add(name)

    def summary(self) -> str:
        """Return the last line; the share is that of the killed."""
        total, known = self.killed + len(self.survivors), self.equivalent.keys()
        return (
            f"{total} mutants: {self.killed} killed, {len(self.survivors)} survive "
            f"({self.share:.1f}%), {len(known & set(self.survivors))} of them known to be "
            "equivalent"
        )


def mutate(rule: Only = None, policies: Folder = None) -> None:
    """Change the policies one thing at a time, and list what no scenario notices."""
    rulebook = rulebook_in(policies)
    if rule is not None and rule not in rulebook.ids:
        stop(f"{rule} is no rule of these policies.")
    files = read_files(policies or policies_folder())
    hunt = Hunt(holding(policies, rulebook), rulebook)
    tally = Tally(_equivalents(policies))
    told = time.monotonic()
    prefix = f"{rule} " if rule else ""
    for mutant in mutants(files, rulebook, lambda name: name.startswith(prefix)):
        tally.note(mutant.name, hunt.killer(mutant))
        if time.monotonic() - told > SECONDS_BETWEEN_REPORTS:
            told = time.monotonic()
            typer.echo(f"{tally.killed} killed, {len(tally.survivors)} survive so far", err=True)
    _report(tally, whole=rule is None)


def _equivalents(policies: Path | None) -> Mapping[str, str]:
    try:
        return read_equivalents(scenario_files(policies).get(EQUIVALENT, b"").decode())
    except (BadList, UnicodeDecodeError) as bad:
        stop(f"{EQUIVALENT}: {bad}")


def _report(tally: Tally, *, whole: bool) -> None:
    for name in tally.survivors:
        typer.echo(f"SURVIVES {name}")
        if name in tally.equivalent:
            typer.echo(f"         equivalent: {tally.equivalent[name]}")
    stale = set(tally.gone)
    if whole:
        stale |= tally.equivalent.keys() - set(tally.survivors)
    for name in sorted(stale):
        typer.echo(f"STALE    {name}: {EQUIVALENT} names it, and it does not survive")
    typer.echo(tally.summary())
    if tally.share < ENOUGH or stale:
        raise typer.Exit(1)
