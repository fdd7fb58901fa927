"""Compiled expressions against a tree-walking evaluator that shares no code with them."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antechamber_compliance.language import (
    BOOL,
    DURATION,
    INT,
    TIMESTAMP,
    ListOf,
    PolicyError,
    RecordOf,
    Type,
    compile_expression,
)
from antechamber_compliance.missing import Missing, Unknown
from random_expressions import NAMES, RELATIONS, Grower, Pick, Seat, Tree, some_scope, spell
from tree_walker import NOTHING, Walker


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
