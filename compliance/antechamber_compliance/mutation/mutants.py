"""Every mutant of a rulebook that its loader accepts: what it does not, nobody could enforce."""

import tomllib
from collections.abc import Iterator, Mapping
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
    files: Mapping[str, bytes], rulebook: Rulebook, only: str | None = None
) -> Iterator[Mutant]:
    """Yield every mutant of a rulebook, `files` being what it was read from.

    `only` is the id of the one rule to change; lets of packs and tables stay as they are then.
    """
    for path, raw in sorted(files.items()):
        if "/" not in path or not path.endswith(".toml"):
            continue
        page = tomllib.loads(raw.decode())
        if path.endswith("/pack.toml") and only is None:
            yield from _of_pack(path, page, files, rulebook)
        elif only in (None, page["id"]) and "require" in page:
            yield from _of_rule(path, page, files, rulebook)
    if only is None:
        for change in table_changes(rulebook.tables):
            mutated = replace(rulebook, tables=change.tables)
            yield Mutant(f"tables/{change.what}", mutated, spot=change.spot)


def _of_rule(
    path: str, page: Page, files: Mapping[str, bytes], rulebook: Rulebook
) -> Iterator[Mutant]:
    (rule,) = (rule for rule in rulebook.rules if rule.id == page["id"])
    compiled = {expression.source: expression for _, expression in expressions(rule)}
    needed = _needed(path, page, files)
    for change in changes(page, compiled):
        anew = _loaded({**needed, path: change.page}, files)
        changed = anew.get(rule.id)
        if changed is not None and _decides(changed) != _decides(rule):
            lent = () if changed.parameters == rule.parameters else _borrowing(changed, rulebook)
            name = f"{rule.id} {change.place}: {change.what}"
            yield Mutant(name, _with(rulebook, changed, *lent), (changed, *lent))


def _of_pack(
    path: str, page: Page, files: Mapping[str, bytes], rulebook: Rulebook
) -> Iterator[Mutant]:
    pages = _pages(path.rpartition("/")[0], files)
    before = _loaded(pages, files)
    compiled = {let.value.source: let.value for rule in before.values() for let in rule.lets}
    for change in changes({"let": page.get("let", {})}, compiled):
        loaded = _loaded({**pages, path: {**page, **change.page}}, files)
        anew = [rule for rule in loaded.values() if _decides(rule) != _decides(before[rule.id])]
        if anew:
            name = f"{page['id']} {change.place}: {change.what}"
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
    """Return the rules of these pages by their ids; none if they cannot be loaded."""
    rules = [page for page in pages.values() if "require" in page]
    written = {
        path: toml(page if "require" in page else without_idle_lets(page, rules)).encode()
        for path, page in pages.items()
    }
    tables = {path: raw for path, raw in files.items() if path.startswith("tables/")}
    try:
        return {rule.id: rule for rule in load({**tables, **written}).rules}
    except BadPolicy:
        return {}
