"""Conditions that decide nothing: always true, or always false, whatever the facts are.

Every part of a condition is tried with all values that could make a difference: a word with
each word of its closed set, a number with each that it is compared with and its neighbours,
two values with each order they can stand in. What is refused is certain; what is not found
(a link between facts, more tries than MOST_TRIES or MOST_STEPS allow) is let pass.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from itertools import islice, product
from typing import Any

from antechamber_compliance.language.expression import Expression
from antechamber_compliance.language.literals import LARGEST, SMALLEST
from antechamber_compliance.language.syntax import (
    Binary,
    Conditional,
    Constant,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Name,
    Node,
    Select,
    Size,
    Unary,
    levels,
)
from antechamber_compliance.language.types import BOOL, INT, STRING, EnumOf, ListOf, RecordOf, Type

MOST_TRIES = 20_000  # combinations, of one condition
MOST_STEPS = 2_000_000  # operators and values, over all tries of one expression's conditions
RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq, "!=": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

# The least and the most that an integer field of a record can be.
Limits = Callable[[RecordOf, str], tuple[int, int]]
Key = tuple[object, ...]
Formula = Callable[[Mapping[Key, Any]], bool]


@dataclass(frozen=True, slots=True)
class Idle:
    """A condition that decides nothing: where it stands in the text, and what it always is."""

    at: int
    always: bool


def find_idle(
    expression: Expression, lets: Mapping[str, Expression], limits: Limits
) -> Idle | None:
    """Return an innermost condition that never changes; `lets` are looked into as well.

    A let is looked into wherever it is named: give none that is long when written out in full.
    """
    trials = _Trials(expression, lets, limits)
    for node in _conditions(expression):
        found = trials.outcomes(node)
        if len(found) == 1:
            return Idle(node.at, found.pop())
    return None


def outcomes(expression: Expression, lets: Mapping[str, Expression], limits: Limits) -> set[bool]:
    """Return what a condition can be; both values where there is too much to try."""
    return _Trials(expression, lets, limits).outcomes(expression.root)


class _Trials:
    """The conditions of one expression, which share the steps that may be taken."""

    def __init__(self, within: Expression, lets: Mapping[str, Expression], limits: Limits) -> None:
        parts = (*lets.values(), within)
        self._types = {node: kind for part in parts for node, kind in part.types.items()}
        self._roots = {name: let.root for name, let in lets.items()}
        self._limits, self._steps = limits, MOST_STEPS

    def outcomes(self, node: Node) -> set[bool]:
        """Return what a condition can be; both where there is too much to try."""
        trial = _Trial(self._types, self._roots, self._limits)
        found, steps = trial.outcomes(node, self._steps)
        self._steps -= steps
        return found


def _conditions(expression: Expression) -> Iterator[Node]:
    """Yield what must not be constant, the innermost first."""
    nodes = [node for _, node in sorted(levels(expression.root), key=lambda found: -found[0])]
    whole = {expression.root, *(node.body for node in nodes if isinstance(node, Macro))}
    for node in nodes:
        made = isinstance(node, Binary | Logic | Unary | Conditional)
        if expression.types[node] is BOOL and (
            made or (node in whole and isinstance(node, Literal))
        ):
            yield node


class _Trial:
    """One condition, and the values to try it with."""

    def __init__(
        self, types: Mapping[Node, Type], lets: Mapping[str, Node], limits: Limits
    ) -> None:
        self._types, self._lets, self._limits = types, lets, limits
        self._choices: dict[Key, tuple[Any, ...]] = {}
        self._compared: dict[Key, tuple[Node, set[Constant]]] = {}
        self._size = 0  # operators and values of the condition

    def outcomes(self, node: Node, most: int) -> tuple[set[bool], int]:
        """Return what the condition can be, both where there is too much to try, and the steps.

        `most` is how many steps there may be.
        """
        formula = self._formula(node)
        for key, (term, constants) in self._compared.items():
            self._choices[key] = tuple(self._values(term, constants))
        found: set[bool] = set()
        size = self._size + len(self._choices)
        tries = product(*self._choices.values())
        taken = 0
        for values in islice(tries, min(MOST_TRIES, most // size)):
            taken += size
            found.add(formula(dict(zip(self._choices, values, strict=True))))
            if len(found) == 2:
                return found, taken
        return (found if next(tries, None) is None else {True, False}), taken

    def _formula(self, node: Node) -> Formula:
        self._size += 1
        match self._meant(node):
            case Literal(value=bool() as value):
                return lambda _: value
            case Unary(of=of):
                inner = self._formula(of)
                return lambda chosen: not inner(chosen)
            case Logic(operator=sign, parts=nodes):
                parts = [self._formula(part) for part in nodes]
                over = all if sign == "&&" else any
                return lambda chosen: over(part(chosen) for part in parts)
            case Conditional(test=test, yes=yes, no=no):
                asked, then, otherwise = (self._formula(part) for part in (test, yes, no))
                return lambda chosen: (then if asked(chosen) else otherwise)(chosen)
            case Binary() as relation:
                return self._relation(relation)
            case fact:
                return self._either(fact)

    def _either(self, fact: Node) -> Formula:
        key = self._key(fact)
        self._choices[key] = (True, False)
        return lambda chosen: bool(chosen[key])

    def _relation(self, node: Binary) -> Formula:
        left, right, sign = self._meant(node.left), self._meant(node.right), node.operator
        if sign == "in":
            return self._membership(node, left, right)
        holds = RELATIONS[sign]
        if self._types[left] is BOOL:
            one, other = self._formula(left), self._formula(right)
            return lambda chosen: holds(one(chosen), other(chosen))
        if isinstance(left, Literal):
            left, right, holds = right, left, RELATIONS[MIRRORED[sign]]
        if isinstance(right, Literal):
            constant, value = right.value, self._value(left, [right.value])
            return lambda chosen: holds(value(chosen), constant)
        return self._pair(left, right, sign)

    def _membership(self, node: Binary, left: Node, right: Node) -> Formula:
        if not isinstance(right, ListLiteral):
            return self._either(node)
        constants = [item.value for item in right.items if isinstance(item, Literal)]
        if len(constants) < len(right.items) or self._types[left] is BOOL:
            return self._either(node)
        value = self._value(left, constants)
        return lambda chosen: value(chosen) in constants

    def _value(self, term: Node, constants: Iterable[Constant]) -> Callable[..., Any]:
        """Return how to read a value that is compared with constants."""
        if isinstance(term, Literal):
            known = term.value
            return lambda _: known
        key = self._key(term)
        self._compared.setdefault(key, (term, set()))[1].update(constants)
        return lambda chosen: chosen[key]

    def _pair(self, left: Node, right: Node, sign: str) -> Formula:
        """Compare two values by the order they stand in: -1, 0 or 1."""
        one, other = self._key(left), self._key(right)
        if repr(other) < repr(one):
            left, right, one, other, sign = right, left, other, one, MIRRORED[sign]
        key: Key = ("pair", one, other)
        holds = RELATIONS[sign]
        self._choices[key] = (0,) if one == other else tuple(self._orders(left, right))
        return lambda chosen: holds(chosen[key], 0)

    def _orders(self, left: Node, right: Node) -> Iterator[int]:
        (low, high), (least, most) = self._range(left), self._range(right)
        if low < most:
            yield -1
        if low <= most and least <= high:
            yield 0
        if high > least:
            yield 1

    def _range(self, term: Node) -> tuple[int, int]:
        """Return the least and the most that a number can be; of other values, anything."""
        match term:
            case Size(of=of):
                kind = self._types[self._meant(of)]
                return (0, kind.bound if isinstance(kind, ListOf) else LARGEST)
            case Select(of=of, field=field) if self._types[term] is INT:
                record = self._types[of]
                if isinstance(record, RecordOf):
                    return self._limits(record, field)
        return (SMALLEST, LARGEST)

    def _values(self, term: Node, constants: set[Constant]) -> Iterable[Constant]:
        """Return values of which one stands for every case that the constants tell apart."""
        kind = self._types[term]
        if isinstance(kind, EnumOf):
            return kind.values
        if kind is INT:
            low, high = self._range(term)
            near = {int(c) + step for c in constants if isinstance(c, int) for step in (0, 1)}
            return {low, high, *(number for number in near if low <= number <= high)}
        if kind is STRING:
            texts = {c for c in constants if isinstance(c, str)}
            return {"", *texts, *(f"{text}\0" for text in texts)}
        return {near for c in constants for near in _neighbours(c)}

    def _meant(self, node: Node) -> Node:
        """Return the expression that a let stands for."""
        while isinstance(node, Name) and node.name in self._lets:
            node = self._lets[node.name]
        return node

    def _key(self, node: Node) -> Key:
        """Return what two expressions have in common exactly if they are spelt alike."""
        node = self._meant(node)
        parts = (getattr(node, each.name) for each in fields(node) if each.name != "at")
        return (type(node).__name__, *(self._part(part) for part in parts))

    def _part(self, part: object) -> object:
        if isinstance(part, tuple):
            return tuple(self._part(each) for each in part)
        return self._key(part) if isinstance(part, Node) else (type(part).__name__, part)


def _neighbours(moment: Constant) -> Iterator[Constant]:
    """Yield an instant or a duration with what comes right before and after it."""
    if isinstance(moment, datetime | timedelta):
        yield moment
        for step in (timedelta(microseconds=-1), timedelta(microseconds=1)):
            try:
                yield moment + step
            except OverflowError:
                continue  # there is none beyond the end of the calendar
