"""One question for many conditions: do all of them hold, once and for each row?

Of most rules nothing is wrong with anybody, and then one compiled loop says so. It asks in
the fast form only: it is right where it answers yes; where it answers no, or comes upon a
fact that is missing, the conditions must be asked one by one.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from antechamber_compliance.language.expression import Expression
from antechamber_compliance.language.generator import Generator, load, negation, variable
from antechamber_compliance.missing import Unknown


@dataclass(frozen=True, slots=True)
class Part:
    """Conditions with the lets that they read; none is asked where `applies` is false."""

    lets: Mapping[str, Expression]
    applies: Expression | None
    conditions: tuple[Expression, ...]

    def expressions(self) -> Iterator[Expression]:
        """Yield all that it is made of."""
        yield from self.lets.values()
        if self.applies is not None:
            yield self.applies
        yield from self.conditions


@dataclass(frozen=True)
class Shortcut:
    """The compiled question; `inputs` are the free names it uses in the order it takes them."""

    inputs: tuple[str, ...]
    ask: Callable[..., bool] = field(repr=False, compare=False)

    def holds(self, scope: Mapping[str, object]) -> bool:
        """Tell whether all conditions hold; no also where that cannot be told this way."""
        try:
            return self.ask(*[scope[name] for name in self.inputs])
        except Unknown:
            return False


def compile_shortcut(once: Part, each: Part, row: str, rows: str) -> Shortcut:
    """Compile conditions asked once, and then those asked for each `row` of `rows`."""
    parts = (*once.expressions(), *each.expressions())
    used = {name for part in parts for name in part.inputs} | ({rows} if each.conditions else set())
    inputs = tuple(sorted(used - once.lets.keys() - each.lets.keys() - {row}))
    generator = Generator({n: t for part in parts for n, t in part.types.items()}, exact=False)
    statements = [*_statements(once, generator, ast.Return(ast.Constant(True)))]
    if each.conditions:
        body = [*_statements(each, generator, ast.Continue())]
        target = ast.Name(variable(row), ast.Store())
        statements.append(ast.For(target, load(variable(rows)), body, []))
    return Shortcut(inputs, _function(inputs, statements, generator.scope()))


def _statements(part: Part, generator: Generator, skip: ast.stmt) -> Iterator[ast.stmt]:
    for name, let in part.lets.items():
        target = ast.Name(variable(name), ast.Store())
        yield ast.Assign([target], generator.value(let.root))
    if part.applies is not None:
        yield ast.If(negation(generator.value(part.applies.root)), [skip], [])
    for condition in part.conditions:
        fails = negation(generator.value(condition.root))
        yield ast.If(fails, [ast.Return(ast.Constant(False))], [])


def _function(
    inputs: tuple[str, ...], statements: list[ast.stmt], scope: dict[str, Any]
) -> Callable[..., bool]:
    module = ast.parse("def ask(): return True")
    (function,) = module.body
    assert isinstance(function, ast.FunctionDef)  # noqa: S101 - it is what was parsed; for mypy
    function.args.args = [ast.arg(variable(name)) for name in inputs]
    function.body[:0] = statements
    code = compile(ast.fix_missing_locations(module), "<policy>", "exec")
    # S102: the code was built node by node from checked trees; no text of an author is run.
    exec(code, scope)  # noqa: S102
    ask: Callable[..., bool] = scope["ask"]
    return ask
