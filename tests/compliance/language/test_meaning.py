"""Compiled expressions against a tree-walking evaluator that shares no code with them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from antechamber_compliance.language import (
    BOOL,
    DURATION,
    INT,
    STRING,
    TIMESTAMP,
    Binding,
    EnumOf,
    ListOf,
    PolicyError,
    RecordOf,
    Type,
    compile_expression,
)
from antechamber_compliance.missing import Missing, Unknown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# --- the world that random expressions talk about ---------------------------------------

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
        case ("macro", macro, over, name, body):
            return f"{spell(over)}.{macro}({name}, {spell(body)})"
    raise AssertionError(tree)


# --- the evaluator: unknown is a value, nothing short-circuits --------------------------


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


# --- the properties ---------------------------------------------------------------------


def picker(draw: Callable[[Any], Any]) -> Pick:
    return lambda options: draw(st.sampled_from(options))


@st.composite
def trees(draw: Callable[[Any], Any]) -> Tree:
    kind = draw(st.sampled_from((BOOL, BOOL, BOOL, INT, TIMESTAMP, DURATION)))
    return Grower(picker(draw)).grow(kind, draw(st.integers(1, 5)))


@st.composite
def scopes(draw: Callable[[Any], Any], gaps: bool = True) -> dict[str, Any]:
    return some_scope(picker(draw), gaps)


def outcome(run: Callable[[], Any]) -> Any:
    try:
        value = run()
    except Unknown:
        return NOTHING
    assert not isinstance(value, Missing)
    return value


THOROUGH = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(trees(), scopes())
@THOROUGH
def test_an_expression_means_what_a_tree_walker_says(tree: Tree, scope: dict[str, Any]) -> None:
    source = spell(tree)
    if len(source) > 4000:
        return
    compiled = compile_expression(source, NAMES)
    walker = Walker(scope)
    wanted = walker.walk(tree)
    got = outcome(lambda: compiled.evaluate(scope))
    assert type(got) is type(wanted)
    assert got == wanted
    assert walker.steps <= compiled.cost


@given(trees(), scopes())
@THOROUGH
def test_the_fast_form_never_disagrees_with_the_exact_one(
    tree: Tree, scope: dict[str, Any]
) -> None:
    source = spell(tree)
    if len(source) > 4000:
        return
    compiled = compile_expression(source, NAMES)
    values = [scope[name] for name in compiled.inputs]
    exact = outcome(lambda: compiled.exact(*values))
    fast = outcome(lambda: compiled.fast(*values))
    assert fast is NOTHING or fast == exact
    assert outcome(lambda: compiled.evaluate(scope)) == exact


def without(value: Any, kind: Type, path: str, kept: frozenset[str]) -> Any:
    """Make everything missing whose path is not among those kept."""
    if isinstance(value, Seat):
        parts = cast(RecordOf, kind).fields
        return Seat(**{
            name: without(getattr(value, name), parts[name], f"{path}.{name}", kept)
            for name in parts
        })  # fmt: skip
    if path not in kept:
        return Missing((path,))
    if isinstance(kind, ListOf) and isinstance(kind.item, RecordOf):
        return tuple(without(item, kind.item, f"{path}.*", kept) for item in value)
    return value


@given(trees(), scopes(gaps=False))
@THOROUGH
def test_what_is_not_among_the_paths_read_never_matters(tree: Tree, scope: dict[str, Any]) -> None:
    source = spell(tree)
    if len(source) > 4000:
        return
    compiled = compile_expression(source, NAMES)
    poorer = {
        name: without(value, NAMES[name].type, NAMES[name].path, compiled.paths | {""})
        for name, value in scope.items()
    }
    full = outcome(lambda: compiled.evaluate(scope))
    assert outcome(lambda: compiled.evaluate(poorer)) == full


@given(trees(), st.data())
@THOROUGH
def test_no_mutilated_text_escapes_as_anything_but_a_policy_error(
    tree: Tree, data: st.DataObject
) -> None:
    source = spell(tree)
    start = data.draw(st.integers(0, len(source)))
    stop = data.draw(st.integers(start, len(source)))
    instead = data.draw(st.one_of(st.text(max_size=3), st.sampled_from(FRAGMENTS)))
    with suppress(PolicyError):
        compile_expression(source[:start] + instead + source[stop:], NAMES)


FRAGMENTS = (
    "(", ")", "[", "]", '"', "'", "\\", "!", "-", "&&", "||", " in ", "?", ":", ".", ",", "//",
    "1.5", "9223372036854775808", ".all(x, ", "null", "seats", "me", "\n", "\r", "\x00", "\ud800",
)  # fmt: skip


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("()[]\"'!-&|.,?: aesx1"))))
@THOROUGH
def test_no_text_at_all_escapes_as_anything_but_a_policy_error(text: str) -> None:
    with suppress(PolicyError):
        compile_expression(text, NAMES)


def test_the_generator_covers_every_operation() -> None:
    import random

    seen: set[str] = set()

    def visit(tree: Tree) -> Iterator[str]:
        yield tree[1] if tree[0] in ("bin", "logic", "macro") else tree[0]
        for part in tree[1:]:
            if isinstance(part, tuple):
                yield from visit(part)

    chance = random.Random(7)
    for _ in range(2000):
        seen.update(visit(Grower(chance.choice).grow(BOOL, 5)))
    macros = {"all", "exists", "exists_one", "filter", "map"}
    wanted = macros | set(RELATIONS) | set("+-*/%") | {"&&", "||", "in", "!", "neg", "if", "size"}
    assert wanted <= seen
