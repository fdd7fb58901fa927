from collections.abc import Mapping
from typing import Any

import pytest

from antechamber_compliance.language import (
    BOOL,
    INT,
    STRING,
    Binding,
    ListOf,
    compile_expression,
)
from antechamber_compliance.missing import Missing, Unknown

Names = Mapping[str, Binding]
U = "unknown"


@pytest.fixture
def gaps(scope: dict[str, Any]) -> dict[str, Any]:
    return {**scope, "gap": Missing(("gap",)), "hole": Missing(("hole",))}


def outcome(source: str, names: Names, scope: dict[str, Any]) -> Any:
    try:
        return compile_expression(source, names).evaluate(scope)
    except Unknown:
        return U


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("no && gap", False), ("gap && no", False), ("yes && gap", U), ("gap && yes", U),
        ("gap && gap", U), ("gap && hole && no", False), ("gap && yes && hole", U),
        ("yes || gap", True), ("gap || yes", True), ("no || gap", U), ("gap || no", U),
        ("gap || gap", U), ("gap || hole || yes", True), ("gap || no || hole", U),
        ("!gap", U), ("gap == gap", U), ("gap != gap", U), ("gap", U),
        ("gap ? 1 : 1", U), ("yes ? 1 : (gap ? 1 : 2)", 1), ("no ? gap : yes", True),
        ("yes ? gap : yes", U), ("1 / 0 == 1 && no", False), ("1 / 0 == 1 || yes", True),
        ("(gap || yes) && (gap && no) == no", True),
    ],
)  # fmt: skip
def test_truth_with_a_gap(source: str, value: Any, names: Names, gaps: dict[str, Any]) -> None:
    assert outcome(source, names, gaps) == value


def flags(shorthand: str) -> Any:
    """Build a list from T, F and ? (a missing item); '-' is a list that is missing itself."""
    lost = Missing(("items",))
    return (
        lost
        if shorthand == "-"
        else tuple({"T": True, "F": False, "?": lost}[c] for c in shorthand)
    )


@pytest.mark.parametrize(
    ("items", "all_", "exists", "one", "kept", "mapped"),
    [
        ("", True, False, False, 0, 0),
        ("TT", True, True, False, 2, 2),
        ("TF", False, True, True, 1, 2),
        ("FF", False, False, False, 0, 2),
        ("T?", U, True, U, U, U),
        ("?T", U, True, U, U, U),
        ("F?", False, U, U, U, U),
        ("?F", False, U, U, U, U),
        ("??", U, U, U, U, U),
        ("?TF", False, True, U, U, U),
        ("-", U, U, U, U, U),
    ],
)
def test_macros_with_a_gap(
    items: str, all_: Any, exists: Any, one: Any, kept: Any, mapped: Any
) -> None:
    names, scope = {"items": Binding(ListOf(BOOL, 3), "items")}, {"items": flags(items)}
    assert outcome("items.all(x, x)", names, scope) == all_
    assert outcome("items.exists(x, x)", names, scope) == exists
    assert outcome("items.exists_one(x, x)", names, scope) == one
    assert outcome("size(items.filter(x, x))", names, scope) == kept
    assert outcome("size(items.map(x, x))", names, scope) == mapped


@pytest.mark.parametrize(
    "source",
    [
        "n", "-n", "n + 1", "1 + n", "n - 1", "1 - n", "n * 2", "2 * n", "n / 2", "2 / n",
        "n % 2", "2 % n", "n == n", "n < 1", "1 >= n", "n in [1]",  "[n].exists(x, x == 1)", "n in ints",
        "n in none", "[1, n]", "size(s)", "size(list)", "list", "n in list", "list.map(x, x)",
        "list.filter(x, true)", "list.exists_one(x, true)", "list.all(x, true)",
        "list.exists(x, true)", "b", "b && b", "true && b", "true ? b : true", "[b]",
        "ints.map(x, n)", "ints.map(x, b)", "ints.filter(x, b)", "1 in [n]", "1 in [1, n]",
        "1 in holed", "2 in holed", "1 in holed.filter(x, true)",
    ],
)  # fmt: skip
def test_nothing_strict_lets_a_gap_through(source: str) -> None:
    names = {
        "n": Binding(INT, "n"),
        "b": Binding(BOOL, "b"),
        "s": Binding(STRING, "s"),
        "list": Binding(ListOf(INT, 3), "list"),
        "ints": Binding(ListOf(INT, 3)),
        "none": Binding(ListOf(INT, 3)),
        "holed": Binding(ListOf(INT, 3)),
    }
    scope: dict[str, Any] = {name: Missing((name,)) for name in names}
    scope |= {"ints": (1, 2), "none": (), "holed": (1, Missing(("holed",)), 1)}
    with pytest.raises(Unknown):
        compile_expression(source, names).evaluate(scope)


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("gap && hole", ("gap", "hole")),
        ("hole || gap || no", ("gap", "hole")),
        ("hole && yes && (gap || no)", ("gap", "hole")),
        ("[1, 2].all(x, x == 1 ? gap : hole)", ("gap", "hole")),
        ("[1, 2].exists(x, x == 1 ? gap : hole)", ("gap", "hole")),
        ("gap ? yes : hole", ("gap",)),
        ("1 / 0 == 1 && gap", ("gap",)),
        ("1 / 0 == 1", ()),
    ],
)
def test_what_is_unknown_says_what_was_missing(
    source: str, paths: tuple[str, ...], names: Names, gaps: dict[str, Any]
) -> None:
    with pytest.raises(Unknown) as caught:
        compile_expression(source, names).evaluate(gaps)
    assert caught.value.paths == paths


def test_a_lost_record_is_as_unreadable_as_a_lost_leaf(names: Names, scope: dict[str, Any]) -> None:
    lost = {**scope, "seats": (*scope["seats"], Missing(("participants.p4",)))}
    rule = compile_expression("seats.all(s, size(s.tags) < 9)", names)
    assert rule.evaluate(scope) is True
    with pytest.raises(Unknown) as caught:
        rule.evaluate(lost)
    assert caught.value.paths == ("participants.p4",)
