"""A checked tree into Python functions: built as `ast` nodes, never as text.

Two forms come from one generator. The fast form uses Python's own and, or, all and any:
it is right whenever it returns, because a Missing raises Unknown where it is read. The
exact form absorbs Unknown as the language says, and runs only after the fast one raised.
"""

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from antechamber_compliance.language.operations import OPERATIONS
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
from antechamber_compliance.language.types import BOOL, INT, Type

RELATIONS: Mapping[str, type[ast.cmpop]] = {
    "==": ast.Eq, "!=": ast.NotEq,
    "<": ast.Lt, "<=": ast.LtE, ">": ast.Gt, ">=": ast.GtE,
}  # fmt: skip
INTEGER: Mapping[str, type[ast.operator]] = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult}
CALLED = {"+": "plus", "-": "minus", "/": "quotient", "%": "remainder"}


def generate(
    root: Node, types: Mapping[Node, Type], names: Iterable[str], *, exact: bool
) -> Callable[..., Any]:
    """Return a function of the names' values, given by position; it may raise Unknown."""
    generator = Generator(types, exact=exact)
    function = ast.Expression(_function(names, generator.known(root)))
    code = compile(ast.fix_missing_locations(function), "<policy>", "eval")
    # S307: the code object was built node by node above; no text of an author is evaluated.
    return eval(code, generator.scope())  # type: ignore[no-any-return]  # noqa: S307


class Generator:
    """Makes the code of nodes whose types are known, all to run in one `scope()`."""

    def __init__(self, types: Mapping[Node, Type], *, exact: bool) -> None:
        self._types = types
        self._exact = exact
        self._constants: dict[str, object] = {}

    def scope(self) -> dict[str, Any]:
        """Return all that the code may refer to beside its own variables."""
        return {"__builtins__": {}, **OPERATIONS, **self._constants}

    def known(self, node: Node) -> ast.expr:
        """Return code that never yields a Missing, for places that would pass one on unread."""
        value = self.value(node)
        if not isinstance(node, Name | Select):
            return value
        if self._types[node] is BOOL:
            # Twice not: reads the bool, and costs less than a call.
            return negation(negation(value))
        return _call("known", value)

    def value(self, node: Node) -> ast.expr:
        """Return code whose value may be a Missing, for places that read it at once."""
        match node:
            case Literal():
                return self._literal(node)
            case Name(name=name):
                return load(variable(name))
            case Select(of=of, field=field):
                return ast.Attribute(self.value(of), field, ast.Load())
            case Unary(operator="!", of=of):
                return negation(self.value(of))
            case Unary(of=of):
                return _call("whole", ast.UnaryOp(ast.USub(), self.value(of)))
            case Binary():
                return self._binary(node)
            case Logic():
                return self._logic(node)
            case Conditional(test=test, yes=yes, no=no):
                return ast.IfExp(self.value(test), self.known(yes), self.known(no))
            case ListLiteral(items=nodes):
                return ast.Tuple([self.known(item) for item in nodes], ast.Load())
            case Size(of=of):
                return _call("len", self.value(of))
            case Macro():
                return self._macro(node)

    def _literal(self, node: Literal) -> ast.expr:
        if isinstance(node.value, bool | int | str):
            return ast.Constant(node.value)
        name = f"constant_{len(self._constants)}"
        self._constants[name] = node.value
        return load(name)

    def _binary(self, node: Binary) -> ast.expr:
        left, right = self.value(node.left), self.value(node.right)
        if node.operator in RELATIONS:
            return ast.Compare(left, [RELATIONS[node.operator]()], [right])
        if node.operator == "in":
            if _is_constant_list(node.right):
                # Every item is there to compare with, so a Missing on the left is read.
                return ast.Compare(left, [ast.In()], [right])
            if self._exact:
                return _call("contains", left, right)
            # As `contains` does, but without a call: count looks at every item.
            count = ast.Call(ast.Attribute(right, "count", ast.Load()), [self.known(node.left)], [])
            return ast.Compare(count, [ast.Gt()], [ast.Constant(0)])
        if self._types[node] is INT and node.operator in INTEGER:
            return _call("whole", ast.BinOp(left, INTEGER[node.operator](), right))
        return _call(CALLED[node.operator], left, right)

    def _logic(self, node: Logic) -> ast.expr:
        conjunction = node.operator == "&&"
        if self._exact:
            parts = [_function((), self.value(part)) for part in node.parts]
            return _call("both" if conjunction else "either", *parts)
        *first, last = node.parts
        # Python hands on the last operand of and/or unread.
        values = [*(self.value(part) for part in first), self.known(last)]
        return ast.BoolOp(ast.And() if conjunction else ast.Or(), values)

    def _macro(self, node: Macro) -> ast.expr:
        over, name = self.value(node.over), node.variable.name
        match node.macro:
            case ("all" | "exists") as macro:
                body = self.value(node.body)
                if self._exact:
                    helper = "every" if macro == "all" else "some"
                    return _call(helper, over, _function((name,), body))
                loop = ast.GeneratorExp(body, [_for(name, over)])
                asked = _call("all" if macro == "all" else "any", loop)
                if not isinstance(node.over, Name | Select):
                    return asked
                # Most lists of a seat are empty, and a look costs less than a loop.
                return ast.IfExp(self.value(node.over), asked, ast.Constant(macro == "all"))
            case "map":
                each = ast.ListComp(self.known(node.body), [_for(name, over)])
                return _call("tuple", each)
            case macro:
                test = self.value(node.body)
                kept = ast.ListComp(load(variable(name)), [_for(name, over, test)])
                if macro == "filter":
                    return _call("tuple", kept)
                return ast.Compare(_call("len", kept), [ast.Eq()], [ast.Constant(1)])


def _is_constant_list(node: Node) -> bool:
    return isinstance(node, ListLiteral) and all(isinstance(item, Literal) for item in node.items)


def variable(name: str) -> str:
    """Return what a name is called in the code."""
    # Prefixed, so that no name of an author can be a keyword or one of the operations.
    return f"name_{name}"


def load(name: str) -> ast.Name:
    """Return code that reads a variable."""
    return ast.Name(name, ast.Load())


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(load(name), list(arguments), [])


def negation(value: ast.expr) -> ast.UnaryOp:
    """Return code that is true where the value is false."""
    return ast.UnaryOp(ast.Not(), value)


def _for(name: str, over: ast.expr, *tests: ast.expr) -> ast.comprehension:
    return ast.comprehension(ast.Name(variable(name), ast.Store()), over, list(tests), 0)


def _function(names: Iterable[str], body: ast.expr) -> ast.Lambda:
    arguments = [ast.arg(variable(name)) for name in names]
    return ast.Lambda(
        ast.arguments(posonlyargs=[], args=arguments, kwonlyargs=[], kw_defaults=[], defaults=[]),
        body,
    )
