"""An evaluator of expression trees that shares no code with the compiler.

Unknown is a value here, and nothing short-circuits.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from antechamber_compliance.missing import Missing
from random_expressions import Tree


class Nothing:
    """Unknown, as a value."""


NOTHING = Nothing()


@dataclass(slots=True)
class Walker:
    """Evaluates a tree by walking it, and counts its steps."""

    scope: Mapping[str, Any]
    steps: int = 0

    def walk(self, tree: Tree) -> Any:
        value = self._walk(tree)
        return NOTHING if isinstance(value, Missing) else value

    def _walk(self, tree: Tree) -> Any:
        match tree:
            case ("lit", _, value):
                return value
            case ("name", name):
                return self.scope[name]
            case ("field", of, name):
                record = self.walk(of)
                return NOTHING if record is NOTHING else getattr(record, name)
            case ("macro", macro, over, name, body):
                return self._macro(macro, self.walk(over), name, body)
            case ("logic", symbol, *parts):
                self.steps += len(parts) - 1
                return quantified([self.walk(part) for part in parts], symbol == "||")
            case ("if", test, yes, no):
                self.steps += 1
                chosen = self.walk(test)
                return NOTHING if chosen is NOTHING else self.walk(yes if chosen else no)
            case ("list", *items):
                self.steps += len(items)
                values = [self.walk(item) for item in items]
                return NOTHING if NOTHING in values else tuple(values)
            case (operation, *arguments):
                self.steps += 1
                symbol = arguments.pop(0) if operation == "bin" else operation
                values = [self.walk(argument) for argument in arguments]
                return NOTHING if NOTHING in values else self._strict(symbol, *values)
        raise AssertionError(tree)

    def _macro(self, macro: str, items: Any, name: str, body: Tree) -> Any:
        self.steps += 1
        if items is NOTHING:
            return NOTHING
        found = []
        for item in items:
            inner = Walker({**self.scope, name: item})
            found.append(inner.walk(body))
            self.steps += inner.steps + 1
        if macro in ("all", "exists"):
            return quantified(found, macro == "exists")
        if NOTHING in found:
            return NOTHING
        if macro == "exists_one":
            return found.count(True) == 1
        if macro == "map":
            return tuple(found)
        return tuple(item for item, kept in zip(items, found, strict=True) if kept)

    def _strict(self, symbol: str, *values: Any) -> Any:
        if symbol == "in":
            self.steps += len(values[1])
            if any(isinstance(item, Missing) for item in values[1]):
                return NOTHING
        with suppress(ArithmeticError):
            return limited(STRICT[symbol](*values))
        return NOTHING


def quantified(values: Sequence[Any], decisive: bool) -> Any:
    if decisive in values:
        return decisive
    return NOTHING if NOTHING in values else not decisive


def truncated(left: int, right: int) -> int:
    size = abs(left) // abs(right)
    result: int = limited(size if (left < 0) == (right < 0) else -size)
    return result


def limited(value: Any) -> Any:
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise OverflowError
    if isinstance(value, timedelta) and abs(value // timedelta(microseconds=1)) * 1000 >= 2**63:
        raise OverflowError
    return value


STRICT: Mapping[str, Callable[..., Any]] = {
    "!": lambda a: not a,
    "neg": lambda a: -a,
    "size": len,
    "in": lambda a, b: a in b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": truncated,
    "%": lambda a, b: a - b * truncated(a, b),
}
