import time
from collections.abc import Mapping
from typing import Any

import pytest

from antechamber_compliance.language import (
    INT,
    Binding,
    ListOf,
    PolicyError,
    compile_expression,
    compile_template,
)

Names = Mapping[str, Binding]


@pytest.mark.parametrize(
    ("source", "cost"),
    [
        ("yes", 0),
        ("seat.gender", 0),
        ("1 + 2 * 3", 2),
        ("yes && no && gap", 2),
        ("yes ? 1 + 1 + 1 : 1", 3),
        ("yes ? 1 : 1 + 1 + 1", 3),
        ("minimum in [1, 2, 3]", 1 + 3 + 3),
        ("session.format in exempt", 1 + 2),
        ("size(seats)", 1),
        ("seats.all(s, s.has_voice)", 1 + 500),
        ("seats.all(s, !s.has_voice)", 1 + 500 * 2),
        ("size(seats.filter(s, s.has_voice))", 1 + 1 + 500),
        ("seats.filter(s, s.has_voice).all(s, !s.has_voice)", 501 + 1 + 500 * 2),
        ("seats.map(s, size(s.tags)).exists(n, n > 1)", 1 + 500 * 2 + 1 + 500 * 2),
        ("seats.exists(s, s.tags.exists(t, t == ''))", 1 + 500 * (1 + 1 + 10 * 2)),
        ("seats.all(s, seats.all(t, s.ref != t.ref))", 1 + 500 * (1 + 1 + 500 * 2)),
        ("[1, 2].all(x, [1, 2, 3].all(y, true))", 2 + 1 + 2 * (1 + 3 + 1 + 3)),
    ],
)
def test_the_worst_case_is_counted_before_anything_runs(
    source: str, cost: int, names: Names
) -> None:
    assert compile_expression(source, names).cost == cost
    compile_expression(source, names, budget=cost)
    if cost:
        with pytest.raises(PolicyError, match=f"at worst {cost:,} steps, over the budget of"):
            compile_expression(source, names, budget=cost - 1)


def test_three_loops_over_all_seats_are_refused_with_the_figure(names: Names) -> None:
    source = "seats.all(a,\n seats.all(b, seats.all(c, a.ref != b.ref || b.ref != c.ref)))"
    with pytest.raises(PolicyError) as caught:
        compile_expression(source, names)
    assert str(caught.value).startswith(
        "2:8: at worst 1,001,001 steps, over the budget of 1,000,000\n"
    )


def test_a_source_has_at_most_4000_characters(names: Names) -> None:
    compile_expression(" " * 3997 + "yes", names)
    with pytest.raises(PolicyError, match="4,001 characters are more than the 4,000 allowed"):
        compile_expression(" " * 3998 + "yes", names)
    with pytest.raises(PolicyError, match="4,001 characters"):
        compile_template("x" * 4001, names)


def nested(depth: int, left: str, inner: str, right: str) -> str:
    return left * depth + inner + right * depth


DEEPEST = {
    "brackets": nested(39, "(", "yes", ")"),
    "not": nested(19, "!(", "yes", ")"),
    "choices": nested(39, "yes ? 1 : ", "1", ""),
    "choices of choices": nested(19, "(yes ? 1 : ", "1", ")"),
    "sums": nested(38, "(1 + ", "1", ")"),
    "chain": "1" + " + 1" * 39,
    "logic": nested(38, "(yes && ", "gap", ")"),
    "mixed logic": nested(18, "(yes && (no || ", "gap", "))"),
    "exists in body": "".join(f"[1].exists(x{n}, " for n in range(38)) + "gap" + ")" * 38,
    "all in range": "[1]" + "".join(f".filter(x{n}, x{n} == 1)" for n in range(36)),
    "maps in range": "[1]" + "".join(f".map(x{n}, x{n} + 1)" for n in range(36)),
    "many parts": "yes && " * 570 + "yes",
    "many items": "1 in [" + "1, " * 1300 + "1]",
}


@pytest.mark.parametrize("source", DEEPEST.values(), ids=DEEPEST.keys())
def test_what_is_just_within_the_limits_compiles_and_runs(
    source: str, names: Names, scope: dict[str, Any]
) -> None:
    expression = compile_expression(source, names)
    values = {**scope, "gap": True}
    expression.evaluate(values)
    expression.exact(*(values[name] for name in expression.inputs))


HOSTILE = {
    "brackets": "(" * 4000,
    "lists": "[" * 4000,
    "not": "!" * 4000,
    "minus": "-" * 4000,
    "not in brackets": "!(" * 2000,
    "not minus": "!-" * 2000,
    "choices": "yes?" * 1000,
    "right choices": "yes?1:" * 660 + "1",
    "fields": "seat" + ".ref" * 900,
    "sums": "1+" * 1999 + "1",
    "minus chain": "1" + "-1" * 1999,
    "comparisons": "1" + "<1" * 1999,
    "macros": "seats.all(s," * 330,
    "filters": "seats" + ".filter(s,yes)" * 280,
    "calls": "size(" * 800,
    "quotes": '"' * 3999,
    "escapes": '"' + "\\\\" * 1999,
    "digits": "9" * 4000,
    "a long name": "a" * 4000,
    "comments": "//" * 2000,
    "newlines": "\n" * 4000,
    "durations": "duration('" + "9" * 3980 + "h')",
    "timestamps": "timestamp('2026-01-01T00:00:00." + "9" * 3900 + "Z')",
    "huge": "x" * 10_000_000,
    "braces": "{" * 4000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_refused_at_once(source: str, names: Names) -> None:
    started = time.perf_counter()
    with pytest.raises(PolicyError):
        compile_expression(source, names)
    with pytest.raises(PolicyError):
        compile_template("{" + source, names)
    assert time.perf_counter() - started < 1


def test_a_compiled_expression_reaches_no_builtins(names: Names) -> None:
    expression = compile_expression("seats.all(s, s.has_voice)", names)
    for form in (expression.fast, expression.exact):
        assert form.__globals__["__builtins__"] == {}


def test_nested_bounds_multiply_whatever_their_size() -> None:
    names = {"many": Binding(ListOf(INT, 10**9))}
    source = "".join(f"many.all(x{n}, " for n in range(30)) + "true" + ")" * 30
    with pytest.raises(PolicyError, match="at worst 1,000,000,001 steps"):
        compile_expression(source, names)
