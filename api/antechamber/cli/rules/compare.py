"""`antechamber rules compare`: what other rules would have said of the same engagements."""

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from antechamber.cli.again import bars
from antechamber.cli.rules.inputs import decisions_in, rulebook_named
from antechamber.cli.rules.replay import WORDS
from antechamber_compliance.canonical import canonical
from antechamber_compliance.compare import Compared, Comparison, Kind, Pair

Named = Annotated[str, typer.Argument(help="A folder of policies, 'shipped', or 'current'.")]
MOST_SHOWN = 20
KINDS: dict[Kind, str] = {
    "new": "new",
    "gone": "gone",
    "effect": "has another effect",
    "signed": "is signed otherwise",
    "terms": "has other terms of signing",
    "message": "has another message",
    "remedy": "has another remedy",
}


def compare_rulebooks(
    old: Named,
    new: Named,
    inputs: Annotated[Path, typer.Option(help="A decision file; verdicts in it are not needed.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print everything, as JSON.")] = False,
) -> None:
    """Decide on stored inputs under two rulebooks and show what differs.

    Lists, instants and sign-offs are those stored. An input of another schema is not
    replayable, and said to be so.
    """
    before, after = rulebook_named(old), rulebook_named(new)
    comparison = Comparison(Pair(before, after))
    with bars(Console(stderr=True, highlight=False)) as shown:
        for stored in shown.track(decisions_in(inputs), total=None, description="Comparing"):
            comparison.add(stored)
    if as_json:
        typer.echo(canonical(comparison.to_json()))
        return
    typer.echo(f"{comparison.decided} engagements decided under both rulebooks.")
    if before.digest == after.digest:
        typer.echo("The two rulebooks are the same.")
    for lines in (_outcomes, _changes, _decisions, _left_out):
        for line in lines(comparison):
            typer.echo(line)


def _outcomes(comparison: Comparison) -> list[str]:
    lines = [
        f"  {count:6}  {before} -> {after}"
        if before != after
        else f"  {count:6}  {before}, as before"
        for (before, after), count in sorted(comparison.outcomes.items())
    ]
    return ["", "Outcomes", *lines] if lines else []


def _changes(comparison: Comparison) -> list[str]:
    lines = []
    for (name, kind), subjects in sorted(comparison.subjects.items()):
        shown = ", ".join(f"{subject} {n}" for subject, n in sorted(subjects.items()))
        lines.append(f"  {name} {KINDS[kind]}: {shown}")
    lines += [f"  other {name}: {count}" for name, count in sorted(comparison.also.items())]
    if not lines:
        return ["", "Nothing differs."] if comparison.decided else []
    return ["", "Differences by rule and subject, with how often", *lines]


def _decisions(comparison: Comparison) -> list[str]:
    moved = [each for each in comparison.differing if each.before != each.after]
    lines = [f"  {_moved(each)}" for each in islice(moved, MOST_SHOWN)]
    if len(moved) > MOST_SHOWN:
        lines.append(f"  and {len(moved) - MOST_SHOWN} more; --json shows all of them")
    return ["", "Decisions whose outcome differs", *lines] if lines else []


def _moved(each: Compared) -> str:
    causes = [f"{c.name} {c.subject}" for c in each.changes if c.kind in ("new", "gone")]
    return f"{each.decision}  {each.before} -> {each.after}  {', '.join(causes)}".rstrip()


def _left_out(comparison: Comparison) -> list[str]:
    counted = Counter(why for _, why in comparison.not_replayable)
    lines = [f"  {count:6}  {WORDS[why]}" for why, count in sorted(counted.items())]
    return ["", "Left out", *lines] if lines else []
