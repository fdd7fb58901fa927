"""The conditions that an expression is made of: what is true or false by itself."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from antechamber_compliance.inspection import bindings, expressions
from antechamber_compliance.language import BOOL, Binding, Expression, ListOf, compile_expression
from antechamber_compliance.language.syntax import (
    Conditional,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Name,
    Node,
    Unary,
    children,
)
from antechamber_compliance.language.writer import write
from antechamber_compliance.missing import Unknown
from antechamber_compliance.policy import Rule

Loops = tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, where it stands, and the lists that it is asked about each item of."""

    rule: str
    place: str
    value: Expression
    loops: Loops

    @property
    def name(self) -> str:
        """Which condition it is, as a report names it."""
        return f"{self.rule} {self.place}: {self.value.source}"

    @property
    def names(self) -> frozenset[str]:
        """The names that must be known to ask it."""
        free = {name for _, over in self.loops for name in over.names} | self.value.names
        return frozenset(free - {variable for variable, _ in self.loops})

    def answers(self, scope: Mapping[str, object]) -> set[bool]:
        """Return the answers that it gives for these names, of all items it is asked about."""
        return set(self._asked(dict(scope), self.loops))

    def _asked(self, scope: dict[str, object], loops: Loops) -> Iterator[bool]:
        try:
            if not loops:
                yield bool(self.value.evaluate(scope))
                return
            (variable, over), *inner = loops
            for item in over.evaluate(scope):
                yield from self._asked({**scope, variable: item}, tuple(inner))
        except Unknown:
            return


def conditions(rule: Rule) -> Iterator[Condition]:
    """Yield every condition of a rule, each once."""
    seen: set[str] = set()
    for place, expression in expressions(rule):
        finder = _Finder(rule, place, expression)
        for condition in finder.below(expression.root, bindings(rule), ()):
            if condition.name not in seen:
                seen.add(condition.name)
                yield condition


@dataclass(frozen=True, slots=True)
class _Finder:
    """Walks one expression of a rule."""

    rule: Rule
    place: str
    expression: Expression

    def below(self, node: Node, names: Mapping[str, Binding], loops: Loops) -> Iterator[Condition]:
        """Yield the conditions at a node and below it."""
        if self._is_condition(node):
            value = self._compiled(node, names)
            yield Condition(self.rule.id, self.place, value, loops)
        if not isinstance(node, Macro):
            for child in children(node):
                yield from self.below(child, names, loops)
            return
        yield from self.below(node.over, names, loops)
        kind = self.expression.types[node.over]
        if isinstance(kind, ListOf) and not isinstance(node.body, Name):
            inside = {**names, node.variable.name: Binding(kind.item)}
            over = (node.variable.name, self._compiled(node.over, names))
            yield from self.below(node.body, inside, (*loops, over))

    def _is_condition(self, node: Node) -> bool:
        """Tell what is true or false by itself from what joins or negates such parts."""
        joins = isinstance(node, Logic | Unary | Conditional | ListLiteral | Literal)
        return self.expression.types[node] is BOOL and not joins

    def _compiled(self, node: Node, names: Mapping[str, Binding]) -> Expression:
        # It is part of an expression that kept to its budget.
        return replace(
            compile_expression(write(node), names, budget=sys.maxsize), source=write(node)
        )
