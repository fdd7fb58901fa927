"""Every mutant of a rulebook that its loader accepts: what it does not, nobody could enforce."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from antechamber_compliance.inspection import expressions
from antechamber_compliance.mutation.documents import changes, toml, without_idle_lets
from antechamber_compliance.mutation.tables import Spot, table_changes
from antechamber_compliance.policy import BadPolicy, Rule, Rulebook
from antechamber_compliance.rulebook import load

Page = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """A rulebook with one thing changed: `rules` were read anew, or a table differs at `spot`."""

    name: str
    rulebook: Rulebook
    rules: tuple[Rule, ...] = ()
    spot: Spot | None = None


def mutants(
    files: Mapping[str, bytes],
    rulebook: Rulebook,
    wanted: Callable[[str], bool] = lambda name: True,
) -> Iterator[Mutant]:
    """Yield the mutants of a rulebook whose name is wanted, `files` being what it was read from.

    A name begins with the id of the rule or pack that is changed, or with `tables/`.
    """
    for path, raw in sorted(files.items()):
        page = tomllib.loads(raw.decode()) if path.endswith(".toml") else {}
        if "require" in page:
            yield from _of_rule(path, page, files, rulebook, wanted)
        elif path.endswith("/pack.toml"):
            yield from _of_pack(path, page, files, rulebook, wanted)
    for change in table_changes(rulebook.tables):
        name = f"tables/{change.what}"
        if wanted(name):
            yield Mutant(name, replace(rulebook, tables=change.tables), spot=change.spot)


def _of_rule(
    path: str,
    page: Page,
    files: Mapping[str, bytes],
    rulebook: Rulebook,
    wanted: Callable[[str], bool],
) -> Iterator[Mutant]:
    (rule,) = (rule for rule in rulebook.rules if rule.id == page["id"])
    compiled = {expression.source: expression for _, expression in expressions(rule)}
    needed = _needed(path, page, files)
    for change in changes(page, compiled):
        name = f"{rule.id} {change.place}: {change.what}"
        changed = (
            _loaded({**needed, path: change.page}, files).get(rule.id) if wanted(name) else None
        )
        if changed is not None and _decides(changed) != _decides(rule):
            lent = () if changed.parameters == rule.parameters else _borrowing(changed, rulebook)
            yield Mutant(name, _with(rulebook, changed, *lent), (changed, *lent))


def _of_pack(
    path: str,
    page: Page,
    files: Mapping[str, bytes],
    rulebook: Rulebook,
    wanted: Callable[[str], bool],
) -> Iterator[Mutant]:
    pages = _pages(path.rpartition("/")[0], files)
    here = {each.get("id") for each in pages.values() if "require" in each}
    before = {rule.id: rule for rule in rulebook.rules if rule.id in here}
    compiled = {let.value.source: let.value for rule in before.values() for let in rule.lets}
    for change in changes({"let": page.get("let", {})}, compiled):
        name = f"{page['id']} {change.place}: {change.what}"
        loaded = _loaded({**pages, path: {**page, **change.page}}, files) if wanted(name) else {}
        anew = [rule for rule in loaded.values() if _decides(rule) != _decides(before[rule.id])]
        if anew:
            yield Mutant(name, _with(rulebook, *anew), tuple(anew))


def _decides(rule: Rule) -> tuple[object, ...]:
    """Return all of a rule that can make a difference to a verdict."""
    return (rule.missing, rule.applies, rule.parameters, rule.lets, rule.requirements,
            rule.notifications)  # fmt: skip


def _borrowing(lender: Rule, rulebook: Rulebook) -> tuple[Rule, ...]:
    """Return the rules that read a changed parameter of another."""
    return tuple(
        replace(rule, borrowed=lender.parameters)
        for rule in rulebook.rules
        if rule.borrows == lender.id
    )


def _with(rulebook: Rulebook, *changed: Rule) -> Rulebook:
    anew = {rule.id: rule for rule in changed}
    return replace(rulebook, rules=tuple(anew.get(rule.id, rule) for rule in rulebook.rules))


def _pages(folder: str, files: Mapping[str, bytes]) -> dict[str, Page]:
    """Return all pages of a pack."""
    return {
        path: tomllib.loads(raw.decode())
        for path, raw in files.items()
        if path.startswith(f"{folder}/") and path.endswith(".toml")
    }


def _needed(path: str, page: Page, files: Mapping[str, bytes]) -> dict[str, Page]:
    """Return the pages without which a rule cannot be read: its pack's, and those it names."""
    pages = _pages(path.rpartition("/")[0], files)
    named = {page["id"], page.get("params_from")}
    named |= {rule for row in page["require"] for rule in row.get("voids", ())}
    return {p: each for p, each in pages.items() if "owner" in each or each["id"] in named}


def _loaded(pages: Mapping[str, Page], files: Mapping[str, bytes]) -> Mapping[str, Rule]:
    """Return the rules of these pages by their ids; none if they cannot be loaded.

    A let that is no longer used goes: whoever drops a condition drops the let that it needed.
    """
    rules = {p: without_idle_lets(page, ()) for p, page in pages.items() if "require" in page}
    packs = {
        path: without_idle_lets(page, rules.values())
        for path, page in pages.items()
        if path not in rules
    }
    written = {path: toml(page).encode() for path, page in {**rules, **packs}.items()}
    tables = {path: raw for path, raw in files.items() if path.startswith("tables/")}
    try:
        return {rule.id: rule for rule in load({**tables, **written}).rules}
    except BadPolicy:
        return {}
