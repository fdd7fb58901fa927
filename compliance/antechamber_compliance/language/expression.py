"""Compile an expression of the policy language into something that can be evaluated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from antechamber_compliance.language.checker import Checker
from antechamber_compliance.language.errors import PolicyError
from antechamber_compliance.language.generator import generate
from antechamber_compliance.language.parser import parse
from antechamber_compliance.language.syntax import Node
from antechamber_compliance.language.tokens import check_text
from antechamber_compliance.language.types import Binding, Type, fits
from antechamber_compliance.missing import Unknown

DEFAULT_BUDGET = 1_000_000


@dataclass(frozen=True)
class Expression:
    """A checked expression: what it yields, what it may read, and its worst-case cost.

    `path` is the dossier path its value is found at ('' where it is computed): a list that
    was only filtered keeps it, so that a let can be bound to it. `paths` are all dossier
    paths it may read, `inputs` the free names it uses in the order its forms take them,
    `cost` counts steps. `root` and `types` are what it was compiled from.
    """

    source: str
    type: Type
    path: str
    paths: frozenset[str]
    inputs: tuple[str, ...]
    cost: int
    root: Node = field(repr=False, compare=False)
    types: Mapping[Node, Type] = field(repr=False, compare=False)
    fast: Callable[..., object] = field(repr=False, compare=False)
    exact: Callable[..., object] = field(repr=False, compare=False)

    @property
    def names(self) -> frozenset[str]:
        """The free names it uses."""
        return frozenset(self.inputs)

    @property
    def constant(self) -> bool:
        """Whether it reads no name, so that its value never changes."""
        return not self.inputs

    def evaluate(self, scope: Mapping[str, object]) -> Any:
        """Return the value for the names in `scope`; raise Unknown if it cannot be known."""
        values = [scope[name] for name in self.inputs]
        try:
            return self.fast(*values)
        except Unknown:
            pass  # perhaps absorbed: the exact form says
        return self.exact(*values)


def compile_expression(
    source: str,
    names: Mapping[str, Binding],
    *,
    expect: Type | None = None,
    budget: int = DEFAULT_BUDGET,
) -> Expression:
    """Compile an expression over `names`; raise PolicyError if it is not sound.

    `expect` is the type it must have; `budget` the most steps that it may ever take.
    """
    check_text(source)
    return compile_part(source, 0, len(source), names, expect=expect, budget=budget)


def compile_part(
    text: str,
    start: int,
    end: int,
    names: Mapping[str, Binding],
    *,
    expect: Type | None = None,
    budget: int = DEFAULT_BUDGET,
) -> Expression:
    """Compile `text[start:end]`; positions in errors are those of the whole text."""
    root = parse(text, start, end)
    checker = Checker(text, names, budget)
    fact = checker.check(root)
    if expect is not None and not fits(fact.type, expect):
        raise PolicyError(text, start, f"this must be {expect}, and is {fact.type}")
    used = tuple(sorted(checker.names))
    return Expression(
        source=text[start:end],
        type=fact.type,
        path=fact.path,
        paths=frozenset(checker.paths),
        inputs=used,
        cost=fact.cost,
        root=root,
        types=checker.types,
        fast=generate(root, checker.types, used, exact=False),
        exact=generate(root, checker.types, used, exact=True),
    )
