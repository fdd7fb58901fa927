"""The policy language beside cel-expr-python, on random expressions and random data.

Where CEL gives an error, the policy language must not know.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from cel_expr_python import cel

from antechamber_compliance.language import (
    BOOL,
    DURATION,
    INT,
    TIMESTAMP,
    compile_expression,
)
from antechamber_compliance.missing import Missing, Unknown
from random_expressions import NAMES, Grower, Seat, Tree, some_scope, spell

LONGEST_SOURCE = 4000
SCOPES_FOR_EACH = 5
KINDS = (BOOL, BOOL, BOOL, INT, TIMESTAMP, DURATION)
NOT_KNOWN = "not known"
# CEL's records hold JSON values, so that there these two are text.
TEXT_IN_CEL = {"since": "timestamp", "stay": "duration"}

_RECORD = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
_ENVIRONMENT = cel.NewEnv(
    variables={
        "seats": cel.Type.List(_RECORD),
        "me": _RECORD,
        "marks": cel.Type.List(cel.Type.INT),
        "flag": cel.Type.BOOL,
        "count": cel.Type.INT,
        "limit": cel.Type.INT,
    }
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One expression on one scope, and what both made of it."""

    source: str
    scope: dict[str, Any]
    ours: Any
    theirs: Any

    @property
    def alike(self) -> bool:
        return type(self.ours) is type(self.theirs) and self.ours == self.theirs


def comparisons(seed: int, count: int) -> Iterator[Comparison]:
    """Yield `count` comparisons, the same ones for the same seed."""
    chance = random.Random(seed)
    done = 0
    while done < count:
        tree = Grower(chance.choice).grow(chance.choice(KINDS), chance.randint(1, 5))
        source = spell(tree)
        if len(source) > LONGEST_SOURCE:
            continue
        ours = compile_expression(source, NAMES)
        theirs = _ENVIRONMENT.compile(spell(for_cel(tree)))
        for _ in range(min(SCOPES_FOR_EACH, count - done)):
            scope = _scope(chance)
            yield Comparison(source, scope, _ours(ours, scope), _theirs(theirs, scope))
            done += 1


def _ours(expression: Any, scope: dict[str, Any]) -> Any:
    try:
        return expression.evaluate(scope)
    except Unknown:
        return NOT_KNOWN


def _theirs(program: Any, scope: dict[str, Any]) -> Any:
    given = {name: as_cel(value) for name, value in scope.items() if not isinstance(value, Missing)}
    result = program.eval(data=given)
    return NOT_KNOWN if result.type() == cel.Type.ERROR else result.plain_value()


def _scope(chance: random.Random) -> dict[str, Any]:
    while True:
        scope = some_scope(chance.choice)
        if not any(_has_hole(value) for value in scope.values()):
            return scope


def _has_hole(value: Any) -> bool:
    """Tell whether a list lacks a plain item, which is nothing that CEL can be told."""
    if isinstance(value, Seat):
        return _has_hole(value.tags)
    if not isinstance(value, tuple):
        return False
    lists_seats = any(isinstance(item, Seat) for item in value)
    lost = any(isinstance(item, Missing) and item.paths != ("seats.*",) for item in value)
    return lost or (lists_seats and any(_has_hole(item) for item in value))


def as_cel(value: Any) -> Any:
    """Return a value as CEL takes it; a lost record is one without fields."""
    match value:
        case Missing():
            return {}
        case Seat():
            found = {field.name: getattr(value, field.name) for field in fields(value)}
            return {k: as_cel(v) for k, v in found.items() if not isinstance(v, Missing)}
        case tuple():
            return [as_cel(item) for item in value]
        case datetime():
            return value.isoformat()
        case timedelta():
            return f"{value // timedelta(seconds=1)}s"
    return value


def for_cel(tree: Tree) -> Tree:
    """Return a tree whose fields of text are read as the types that they stand for."""
    grown = tuple(for_cel(part) if isinstance(part, tuple) else part for part in tree)
    if grown[0] == "field" and grown[2] in TEXT_IN_CEL:
        return ("call", TEXT_IN_CEL[grown[2]], grown)
    return grown
