"""Types, worst-case cost and dossier paths of a syntax tree, before it ever runs.

One step of cost is one operator, one item of a list literal, or one turn of a macro; a
macro's body is counted once for each item that its list can hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn

from antechamber_compliance.language.errors import PolicyError, did_you_mean
from antechamber_compliance.language.syntax import (
    Binary,
    Conditional,
    ListLiteral,
    Literal,
    Logic,
    Macro,
    Name,
    Node,
    Select,
    Size,
    Unary,
)
from antechamber_compliance.language.types import (
    BOOL,
    DURATION,
    INT,
    STRING,
    TIMESTAMP,
    Binding,
    EnumOf,
    ListOf,
    Opaque,
    RecordOf,
    Scalar,
    Type,
    disjoint,
    join,
    scalar,
)

ORDERED = frozenset({INT, STRING, TIMESTAMP, DURATION})
ARITHMETIC: Mapping[tuple[str, Scalar | None, Scalar | None], Scalar] = {
    **{(operator, INT, INT): INT for operator in "+-*/%"},
    ("+", TIMESTAMP, DURATION): TIMESTAMP,
    ("+", DURATION, TIMESTAMP): TIMESTAMP,
    ("-", TIMESTAMP, DURATION): TIMESTAMP,
    ("-", TIMESTAMP, TIMESTAMP): DURATION,
    ("+", DURATION, DURATION): DURATION,
    ("-", DURATION, DURATION): DURATION,
}
LITERAL_TYPES: Mapping[type, Scalar] = {
    bool: BOOL,
    int: INT,
    str: STRING,
    datetime: TIMESTAMP,
    timedelta: DURATION,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a node: its type, the path its value is found at, its cost in steps."""

    type: Type
    path: str
    cost: int


class Checker:
    """Checks one tree; afterwards `types`, `paths` and `names` say what it is made of."""

    def __init__(self, text: str, names: Mapping[str, Binding], budget: int) -> None:
        self._text = text
        self._free = names
        self._scope = dict(names)
        self._budget = budget
        self.types: dict[Node, Type] = {}
        self.paths: set[str] = set()
        self.names: set[str] = set()

    def check(self, node: Node) -> Fact:
        """Return what is known of a node; raise PolicyError if it is not sound."""
        fact = self._fact(node)
        if fact.cost > self._budget:
            message = f"at worst {fact.cost:,} steps, over the budget of {self._budget:,}"
            self._fail(node, message)
        self.types[node] = fact.type
        return fact

    def _fact(self, node: Node) -> Fact:
        match node:
            case Literal():
                return Fact(LITERAL_TYPES[type(node.value)], "", 0)
            case Name():
                return self._name(node)
            case Select():
                return self._select(node)
            case Unary():
                return self._unary(node)
            case Binary():
                return self._binary(node)
            case Logic():
                cost = sum(self._boolean(part, f"'{node.operator}'") for part in node.parts)
                return Fact(BOOL, "", cost + len(node.parts) - 1)
            case Conditional():
                return self._conditional(node)
            case ListLiteral():
                return self._list(node)
            case Size():
                return self._size(node)
            case Macro():
                return self._macro(node)

    def _name(self, node: Name) -> Fact:
        binding = self._scope.get(node.name)
        if binding is None:
            hint = did_you_mean(node.name, self._scope)
            self._fail(node, f"unknown name {node.name!r}{hint}")
        if node.name in self._free:
            self.names.add(node.name)
        return self._read(node, node.name, binding.type, binding.path)

    def _select(self, node: Select) -> Fact:
        of = self.check(node.of)
        if not isinstance(of.type, RecordOf):
            self._fail(node, f"{_a(of.type)} has no fields")
        kind = of.type.fields.get(node.field)
        if kind is None:
            self._fail(node, f"unknown field {node.field!r}{_meant(node.field, of.type)}")
        sources = of.type.derived_from.get(node.field)
        if sources is None:
            path = f"{of.path}.{node.field}" if of.path else ""
            return self._read(node, node.field, kind, path, of.cost)
        self._read(node, node.field, kind, "")
        for source in sources:
            if not source.startswith("."):
                self.paths.add(source)
            elif of.path:
                self.paths.add(of.path + source)
        return Fact(kind, "", of.cost)

    def _read(self, node: Node, name: str, kind: Type, path: str, cost: int = 0) -> Fact:
        if isinstance(kind, Opaque):
            self._fail(node, f"{name!r} cannot be read here: {kind.reason}")
        # Touching a record reads nothing yet: its fields will be noted when they are read.
        if path and not isinstance(kind, RecordOf):
            self.paths.add(path)
        return Fact(kind, path, cost)

    def _unary(self, node: Unary) -> Fact:
        of = self.check(node.of)
        needed = BOOL if node.operator == "!" else INT
        if of.type is not needed:
            self._fail(node, f"'{node.operator}' needs {_a(needed)}, not {_a(of.type)}")
        return Fact(needed, "", of.cost + 1)

    def _binary(self, node: Binary) -> Fact:
        left, right = self.check(node.left), self.check(node.right)
        cost = left.cost + right.cost + 1
        if node.operator == "in":
            return Fact(BOOL, "", cost + self._membership(node, left.type, right.type))
        if node.operator in ("+", "-", "*", "/", "%"):
            return Fact(self._arithmetic(node, left.type, right.type), "", cost)
        kind = scalar(left.type)
        if kind is None or kind is not scalar(right.type):
            self._fail(node, f"cannot compare {_a(left.type)} with {_a(right.type)}")
        if node.operator not in ("==", "!="):
            self._ordered(node, kind, left.type, right.type)
        self._can_be_equal(node, node.left, left.type, node.right, right.type)
        return Fact(BOOL, "", cost)

    def _arithmetic(self, node: Binary, left: Type, right: Type) -> Scalar:
        result = ARITHMETIC.get((node.operator, scalar(left), scalar(right)))
        if result is None:
            self._fail(node, f"'{node.operator}' cannot take {_a(left)} and {_a(right)}")
        return result

    def _ordered(self, node: Binary, kind: Scalar, left: Type, right: Type) -> None:
        if kind not in ORDERED:
            self._fail(node, f"'{node.operator}' cannot order {kind} values")
        if isinstance(left, EnumOf) or isinstance(right, EnumOf):
            # Spelling would decide: "high" < "low".
            self._fail(node, f"'{node.operator}' cannot order words of a closed set; use in")

    def _membership(self, node: Binary, left: Type, right: Type) -> int:
        """Check `left in right` and return the most items to look through."""
        if not isinstance(right, ListOf):
            self._fail(node, f"'in' needs a list on its right, not {_a(right)}")
        kind = scalar(left)
        if kind is None or kind is not scalar(right.item):
            self._fail(node, f"'in' cannot find {_a(left)} in a {right}")
        self._can_be_equal(node, node.left, left, node.right, right.item)
        return right.bound

    def _can_be_equal(self, at: Node, left: Node, kind: Type, right: Node, other: Type) -> None:
        """Refuse words that the enum on the other side never holds, and enums without overlap."""
        for words, wanted in ((_words(right), kind), (_words(left), other)):
            for word in words:
                if isinstance(wanted, EnumOf) and word.value not in wanted.values:
                    hint = did_you_mean(str(word.value), wanted.values)
                    self._fail(word, f"{word.value!r} is not a value it can have{hint}")
        if disjoint(kind, other):
            self._fail(at, "these two have no value in common")

    def _conditional(self, node: Conditional) -> Fact:
        test = self._boolean(node.test, "'?:'")
        yes, no = self.check(node.yes), self.check(node.no)
        kind = join(yes.type, no.type)
        if kind is None:
            self._fail(node, f"'?:' cannot choose between {_a(yes.type)} and {_a(no.type)}")
        if _holds_records(kind) and yes.path != no.path:
            self._fail(node, "'?:' cannot choose between records of two places")
        path = yes.path if yes.path == no.path else ""
        return Fact(kind, path, test + 1 + max(yes.cost, no.cost))

    def _list(self, node: ListLiteral) -> Fact:
        facts = [self.check(item) for item in node.items]
        kind = facts[0].type
        for item, fact in zip(node.items, facts, strict=True):
            if scalar(fact.type) is None:
                self._fail(item, f"a list is written out of single values, not {_a(fact.type)}")
            joined = join(kind, fact.type)
            if joined is None:
                self._fail(item, f"a list cannot hold both {_a(kind)} and {_a(fact.type)}")
            kind = joined
        return Fact(ListOf(kind, len(facts)), "", sum(fact.cost for fact in facts) + len(facts))

    def _size(self, node: Size) -> Fact:
        of = self.check(node.of)
        if not isinstance(of.type, ListOf) and scalar(of.type) is not STRING:
            self._fail(node, f"size() needs a list or a string, not {_a(of.type)}")
        return Fact(INT, "", of.cost + 1)

    def _macro(self, node: Macro) -> Fact:
        over = self.check(node.over)
        if not isinstance(over.type, ListOf):
            self._fail(node, f"{node.macro} needs a list, not {_a(over.type)}")
        name = node.variable.name
        if name in self._scope:
            self._fail(node.variable, f"the name {name!r} is already in use")
        item = over.type.item
        path = f"{over.path}.*" if over.path and isinstance(item, RecordOf) else over.path
        self._scope[name] = Binding(item, path)
        body = self.check(node.body)
        del self._scope[name]
        cost = over.cost + 1 + over.type.bound * (body.cost + 1)
        return Fact(*self._result(node, over, over.type, body.type), cost)

    def _result(self, node: Macro, over: Fact, range_: ListOf, body: Type) -> tuple[Type, str]:
        """Return the type and path of a macro's value."""
        if node.macro == "map":
            if scalar(body) is None:
                self._fail(node.body, f"map makes a list of single values, not of {_a(body)}")
            return ListOf(body, range_.bound), ""
        if body is not BOOL:
            self._fail(node.body, f"{node.macro} needs a condition, not {_a(body)}")
        return (range_, over.path) if node.macro == "filter" else (BOOL, "")

    def _boolean(self, node: Node, where: str) -> int:
        """Check that a node is a bool and return its cost."""
        fact = self.check(node)
        if fact.type is not BOOL:
            self._fail(node, f"{where} needs a bool, not {_a(fact.type)}")
        return fact.cost

    def _fail(self, node: Node, message: str) -> NoReturn:
        raise PolicyError(self._text, node.at, message)


def _words(node: Node) -> tuple[Literal, ...]:
    """Return the literals that a value is written as, or is chosen from."""
    match node:
        case Literal():
            return (node,)
        case ListLiteral(items=nodes):
            return tuple(word for item in nodes for word in _words(item))
        case Conditional(yes=yes, no=no):
            return _words(yes) + _words(no)
        case _:
            return ()


def _meant(field: str, of: RecordOf) -> str:
    """Suggest a field of this name that stands one level deeper, else the nearest name."""
    for name, kind in of.fields.items():
        if isinstance(kind, RecordOf) and field in kind.fields:
            return f"; did you mean '{name}.{field}'?"
    return did_you_mean(field, of.fields)


def _holds_records(kind: Type) -> bool:
    return isinstance(kind, RecordOf) or (isinstance(kind, ListOf) and _holds_records(kind.item))


def _a(kind: Type) -> str:
    """Name a type in a sentence."""
    return f"an {kind}" if str(kind)[0] in "aeiou" else f"a {kind}"
