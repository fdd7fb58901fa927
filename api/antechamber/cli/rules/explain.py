"""`antechamber rules explain`: a rule as prose, with its sources and today's numbers."""

from datetime import UTC, date, datetime
from difflib import get_close_matches
from textwrap import fill
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from antechamber.cli.faults import stop
from antechamber.cli.offices import has_office
from antechamber.cli.rules.inputs import CURRENT, SHIPPED, rulebook_named
from antechamber_compliance.explain import ENGINE_CODES, Part, explain, explain_engine
from antechamber_compliance.finding import ENGINE
from antechamber_compliance.policy import Rule, Rulebook


def explain_rule(
    name: Annotated[str, typer.Argument(help="A rule, GEN-01, or one requirement, GEN-01/share.")],
    policies: Annotated[
        str | None,
        typer.Option(
            help="A folder of policies, 'shipped', or 'current'; if absent, those that the"
            " office has in force, or without an office those shipped."
        ),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day a session starts; today if absent."),
    ] = None,
) -> None:
    """Say in plain words what a rule asks, who may sign, and on which sources it rests."""
    rule_id, _, code = name.partition("/")
    console = Console(highlight=False)
    if rule_id == ENGINE:
        parts = _engine(code)
        _title(console, "ENGINE  What the engine itself finds, before any rule")
    else:
        named = policies or (CURRENT if has_office() else SHIPPED)
        rulebook = rulebook_named(named)
        rule = _rule(rulebook, rule_id)
        typer.echo(f"{named} rulebook, revision {rulebook.revision}", err=True)
        parts = _parts(rule, (on or datetime.now(UTC)).date(), code)
        _title(console, f"{rule.id}  {rule.title}")
    for part in parts:
        _show(console, part)


def _engine(code: str) -> tuple[Part, ...]:
    try:
        return explain_engine(code)
    except KeyError:
        stop(f"The engine finds no {code}; it finds {', '.join(ENGINE_CODES)}.")


def _parts(rule: Rule, day: date, code: str) -> tuple[Part, ...]:
    try:
        return explain(rule, day, code)
    except KeyError:
        codes = ", ".join(requirement.code for requirement in rule.requirements)
        stop(f"{rule.id} has no requirement {code}; it has {codes}.")


def _rule(rulebook: Rulebook, rule_id: str) -> Rule:
    rule = rulebook.rule(rule_id)
    if rule is None:
        near = get_close_matches(rule_id.upper(), rulebook.ids, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; 'rules document' lists all."
        stop(f"There is no rule {rule_id}{hint}")
    return rule


def _title(console: Console, text: str) -> None:
    console.print(Text(fill(text, console.width), style="bold"))


def _show(console: Console, part: Part) -> None:
    console.print()
    _title(console, part.head)
    for line in part.lines:
        # Not left to rich: it fills lines up with spaces, which would end in a file.
        shown = fill(line, console.width, initial_indent="  ", subsequent_indent="    ")
        console.print(Text(shown))
