"""What is changed in one expression, and that its writing changes nothing by itself."""

from collections import Counter
from random import Random

import pytest

from antechamber_compliance.language import (
    BOOL,
    INT,
    STRING,
    Binding,
    EnumOf,
    ListOf,
    RecordOf,
    compile_expression,
)
from antechamber_compliance.language.parser import parse
from antechamber_compliance.language.writer import write
from antechamber_compliance.mutation.expressions import variants
from engagements import rulebook
from random_expressions import NAMES, Grower, spell

COLOUR = EnumOf(("red", "green", "blue"))
WORLD = {
    "count": Binding(INT),
    "flag": Binding(BOOL),
    "name": Binding(STRING),
    "colour": Binding(COLOUR),
    "colours": Binding(ListOf(COLOUR, 3)),
    "rows": Binding(ListOf(RecordOf("row", {"on": BOOL, "n": INT}), 9)),
}


def mutants_of(source: str) -> Counter[str]:
    expression = compile_expression(source, WORLD)
    return Counter(write(grown) for _, grown in variants(expression.root, expression.types))


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("count > 3", ["count >= 3", "count <= 3", "count > 4", "count > 2"]),
        ("count <= 3", ["count < 3", "count > 3", "count <= 4", "count <= 2"]),
        ("count + 1 == 0", ["count - 1 == 0", "count + 1 != 0", "count + 2 == 0"]),
        ("flag", ["!flag"]),
        ("!flag", ["flag"]),
        ("flag && count > 3", ["flag || count > 3", "flag", "count > 3", "!flag && count > 3"]),
        ('colour == "red"', ['colour != "red"', 'colour == "green"']),
        ('colour in ["red", "blue"]', ['!(colour in ["red", "blue"])', 'colour in ["blue"]',
                                       'colour in ["green", "blue"]']),
        ('"blue" in colours', ['!("blue" in colours)', '"red" in colours']),
        ('name == "none"', ['name != "none"', 'name == "something_else"']),
        ("rows.all(r, r.on)", ["rows.exists(r, r.on)", "rows.all(r, !r.on)"]),
        ("size(rows.filter(r, r.on)) > 1", ["size(rows) > 1", "size(rows.filter(r, !r.on)) > 1"]),
        ("flag ? count > 1 : count > 2", ["flag ? count > 2 : count > 1"]),
    ],
)  # fmt: skip
def test_each_part_of_an_expression_is_changed(source: str, wanted: list[str]) -> None:
    assert set(wanted) - mutants_of(source).keys() == set()


def test_no_mutant_reads_as_the_expression_itself() -> None:
    for rule in rulebook().rules:
        for requirement in rule.requirements:
            expression = requirement.that
            grown = [write(each) for _, each in variants(expression.root, expression.types)]
            assert grown
            assert write(expression.root) not in grown


def test_an_expression_written_out_is_parsed_as_the_same_tree() -> None:
    dice = Random(20261122)
    for _ in range(500):
        grower = Grower(lambda choices: dice.choice(list(choices)))
        root = compile_expression(spell(grower.grow(BOOL, 4)), NAMES).root
        text = write(root)
        assert repr_of(parse(text, 0, len(text))) == repr_of(root), text


def repr_of(node: object) -> str:
    """A tree as text, without the places in the source at which it stands."""
    fields = getattr(node, "__dataclass_fields__", None)
    if fields is None:
        return f"({' '.join(map(repr_of, node))})" if isinstance(node, tuple) else repr(node)
    return (
        f"{type(node).__name__}[{' '.join(repr_of(getattr(node, f)) for f in fields if f != 'at')}]"
    )
