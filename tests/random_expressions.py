"""Random well-typed expressions of the policy language, and random data for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from antechamber_compliance.language import (
    BOOL,
    DURATION,
    INT,
    STRING,
    TIMESTAMP,
    Binding,
    EnumOf,
    ListOf,
    RecordOf,
)
from antechamber_compliance.missing import Missing

COLOURS = ("red", "green", "blue")
SEAT = RecordOf(
    "seat",
    {
        "voice": BOOL,
        "age": INT,
        "colour": EnumOf(COLOURS),
        "label": STRING,
        "since": TIMESTAMP,
        "stay": DURATION,
        "tags": ListOf(STRING, 3),
    },
)
NAMES: Mapping[str, Binding] = {
    "seats": Binding(ListOf(SEAT, 3), "seats"),
    "me": Binding(SEAT, "me"),
    "marks": Binding(ListOf(INT, 3), "marks"),
    "flag": Binding(BOOL, "flag"),
    "count": Binding(INT, "count"),
    "limit": Binding(INT),
}
EPOCH = datetime(2026, 3, 1, tzinfo=UTC)
INTS = (0, 1, -1, 2, 3, 7, -7, 2**63 - 1, -(2**63))
WORDS = ("", "red", "green", "x", "é")
INSTANTS = (EPOCH, EPOCH + timedelta(hours=5), datetime.max.replace(tzinfo=UTC))
SPANS = (timedelta(0), timedelta(hours=5), timedelta(days=-90_000), timedelta(days=106_000))

Pick = Callable[[Sequence[Any]], Any]


@dataclass(frozen=True, slots=True)
class Seat:
    voice: Any
    age: Any
    colour: Any
    label: Any
    since: Any
    stay: Any
    tags: Any


def some_seat(pick: Pick, at: str, gap: Callable[[str, Any], Any]) -> Seat:
    tags = tuple(gap(f"{at}.tags", pick(WORDS)) for _ in range(pick((0, 1, 2, 3))))
    return Seat(
        voice=gap(f"{at}.voice", pick((True, False))),
        age=gap(f"{at}.age", pick(INTS)),
        colour=gap(f"{at}.colour", pick(COLOURS)),
        label=gap(f"{at}.label", pick(WORDS)),
        since=gap(f"{at}.since", pick(INSTANTS)),
        stay=gap(f"{at}.stay", pick(SPANS)),
        tags=gap(f"{at}.tags", tags),
    )


def some_scope(pick: Pick, gaps: bool = True) -> dict[str, Any]:
    """Draw values for NAMES; with `gaps`, any of them at any depth may be missing."""

    def gap(path: str, value: Any) -> Any:
        return Missing((path,)) if gaps and pick((False,) * 7 + (True,)) else value

    seats = tuple(
        gap("seats.*", some_seat(pick, "seats.*", gap)) for _ in range(pick((0, 1, 2, 3)))
    )
    return {
        "seats": gap("seats", seats),
        "me": gap("me", some_seat(pick, "me", gap)),
        "marks": gap("marks", tuple(gap("marks", pick(INTS)) for _ in range(pick((0, 1, 3))))),
        "flag": gap("flag", pick((True, False))),
        "count": gap("count", pick(INTS)),
        "limit": gap("", pick(INTS)),
    }


# --- random typed trees -----------------------------------------------------------------
# A tree is (operation, *arguments); LIT holds its spelling and its value.

Tree = tuple[Any, ...]
LITERALS: Mapping[Any, Sequence[tuple[str, Any]]] = {
    BOOL: (("true", True), ("false", False)),
    INT: tuple((str(n), n) for n in INTS),
    STRING: (('""', ""), ("'red'", "red"), ('"x"', "x"), (r'"\"\\\n"', '"\\\n'), ("'é'", "é")),
    TIMESTAMP: (
        ('timestamp("2026-03-01T00:00:00Z")', EPOCH),
        ("timestamp('2026-03-01T05:30:00.5+05:30')", EPOCH + timedelta(seconds=0.5)),
    ),
    DURATION: (('duration("72h")', timedelta(hours=72)), ('duration("-1m5s")', -timedelta(0, 65))),
}
FIELDS = {BOOL: "voice", INT: "age", STRING: "label", TIMESTAMP: "since", DURATION: "stay"}
RELATIONS = ("==", "!=", "<", "<=", ">", ">=")


@dataclass(slots=True)
class Grower:
    """Grows well-typed trees; `records` and `values` are the variables in scope."""

    pick: Pick
    records: tuple[str, ...] = ("me",)
    values: Mapping[Any, tuple[str, ...]] = field(
        default_factory=lambda: {BOOL: ("flag",), INT: ("count", "limit")}
    )

    def grow(self, kind: Any, depth: int) -> Tree:
        if depth == 0 or self.pick((False, False, False, True)):
            return self.leaf(kind)
        grown: Tree = self.pick(self.branches(kind))(depth - 1)
        return grown

    def leaf(self, kind: Any) -> Tree:
        choices: list[Tree] = [("lit", *self.pick(LITERALS[kind]))]
        choices += [("name", name) for name in self.values.get(kind, ())]
        choices += [("field", ("name", name), FIELDS[kind]) for name in self.records] * 2
        leaf: Tree = self.pick(choices)
        return leaf

    def branches(self, kind: Any) -> Sequence[Callable[[int], Tree]]:
        def operation(symbol: str, left: Any, right: Any) -> Callable[[int], Tree]:
            return lambda d: ("bin", symbol, self.grow(left, d), self.grow(right, d))

        def conditional(d: int) -> Tree:
            return ("if", self.grow(BOOL, d), self.grow(kind, d), self.grow(kind, d))

        if kind is BOOL:
            return (
                self.logic, self.logic, self.relation, self.relation, self.colour, self.member,
                self.quantifier, self.quantifier, self.quantifier, conditional,
                lambda d: ("!", self.grow(BOOL, d)),
            )  # fmt: skip
        if kind is INT:
            numbers = tuple(operation(symbol, INT, INT) for symbol in "+-*/%")
            return (*numbers, conditional, self.size, lambda d: ("neg", self.grow(INT, d)))
        if kind is TIMESTAMP:
            return (
                operation("+", TIMESTAMP, DURATION), operation("+", DURATION, TIMESTAMP),
                operation("-", TIMESTAMP, DURATION), conditional,
            )  # fmt: skip
        if kind is DURATION:
            return (
                operation("+", DURATION, DURATION), operation("-", DURATION, DURATION),
                operation("-", TIMESTAMP, TIMESTAMP), conditional,
            )  # fmt: skip
        return (conditional,)

    def logic(self, depth: int) -> Tree:
        parts = [self.grow(BOOL, depth) for _ in range(self.pick((2, 2, 3)))]
        return ("logic", self.pick(("&&", "||")), *parts)

    def relation(self, depth: int) -> Tree:
        kind, symbol = self.pick(tuple(FIELDS)), self.pick(RELATIONS)
        symbol = self.pick(("==", "!=")) if kind is BOOL else symbol
        return ("bin", symbol, self.grow(kind, depth), self.grow(kind, depth))

    def colour(self, depth: int) -> Tree:
        colour = ("field", ("name", self.pick(self.records)), "colour")
        word = ("lit", *self.pick([(f'"{word}"', word) for word in COLOURS]))
        if self.pick((True, False)):
            return ("bin", self.pick(("==", "!=")), colour, word)
        return ("bin", "in", colour, ("list", word, word))

    def member(self, depth: int) -> Tree:
        kind = self.pick((INT, STRING))
        return ("bin", "in", self.grow(kind, depth), self.items(kind, depth))

    def items(self, kind: Any, depth: int) -> Tree:
        written = ("list", *(self.grow(kind, max(depth - 1, 0)) for _ in range(self.pick((1, 2)))))
        tags = ("field", ("name", self.pick(self.records)), "tags")
        found = tags if kind is STRING else ("name", "marks")
        if depth and self.pick((False, False, True)):
            return self.macro("map", ("name", "seats"), None, kind, depth - 1)
        chosen: Tree = self.pick((written, found, found))
        return chosen

    def size(self, depth: int) -> Tree:
        if self.pick((True, False)):
            return ("size", self.grow(STRING, depth))
        if self.pick((True, False)):
            return ("size", self.items(self.pick((INT, STRING)), depth))
        return ("size", self.seats(depth))

    def seats(self, depth: int) -> Tree:
        if depth and self.pick((True, False)):
            return self.macro("filter", self.seats(depth - 1), None, BOOL, depth - 1)
        return ("name", "seats")

    def quantifier(self, depth: int) -> Tree:
        macro = self.pick(("all", "all", "exists", "exists", "exists_one"))
        if self.pick((True, True, False)):
            return self.macro(macro, self.seats(depth), None, BOOL, depth)
        kind = self.pick((INT, STRING))
        return self.macro(macro, self.items(kind, depth), kind, BOOL, depth)

    def macro(self, macro: str, over: Tree, item: Any, body: Any, depth: int) -> Tree:
        name = f"v{len(self.records) + sum(map(len, self.values.values()))}"
        if item is None:
            inner = replace(self, records=(*self.records, name, name))
        else:
            more = {item: (*self.values.get(item, ()), name, name)}
            inner = replace(self, values={**self.values, **more})
        return ("macro", macro, over, name, inner.grow(body, depth))


def spell(tree: Tree) -> str:
    """Write a tree as source, every operation in brackets."""
    match tree:
        case ("lit", str(text), _):
            # A sign before a number would pair with another one.
            return f"({text})" if text.startswith("-") else text
        case ("name", str(name)):
            return name
        case ("field", of, name):
            return f"{spell(of)}.{name}"
        case ("!", of):
            return f"!({spell(of)})"
        case ("neg", of):
            return f"-({spell(of)})"
        case ("bin", symbol, left, right):
            return f"({spell(left)} {symbol} {spell(right)})"
        case ("logic", symbol, *parts):
            return "(" + f" {symbol} ".join(spell(part) for part in parts) + ")"
        case ("if", test, yes, no):
            return f"({spell(test)} ? {spell(yes)} : {spell(no)})"
        case ("list", *items):
            return "[" + ", ".join(spell(item) for item in items) + "]"
        case ("size", of):
            return f"size({spell(of)})"
        case ("call", name, of):
            return f"{name}({spell(of)})"
        case ("macro", macro, over, name, body):
            return f"{spell(over)}.{macro}({name}, {spell(body)})"
    raise AssertionError(tree)
