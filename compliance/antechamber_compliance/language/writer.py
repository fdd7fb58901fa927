"""A syntax tree back into text, on one line: parsed again, it is the same tree."""

from datetime import datetime, timedelta

from antechamber_compliance.language.literals import span_text
from antechamber_compliance.language.parser import RANK
from antechamber_compliance.language.syntax import (
    Binary,
    Conditional,
    Constant,
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

_CONDITIONAL, _UNARY = 0, 6


def write(node: Node) -> str:
    """Return the text of a tree, with as few brackets as its meaning needs."""
    return _written(node)[0]


def _written(node: Node) -> tuple[str, int]:
    """Return the text of a node and how tightly it binds, as RANK does."""
    match node:
        case Literal(value=value):
            # A sign binds as an operator does: -1 in a chain needs brackets to stay a literal.
            return _constant(value), _UNARY if _negative(value) else _UNARY + 1
        case Unary(operator="-", of=Literal(value=value)):
            return f"-({_constant(value)})", _UNARY  # without brackets it would be a literal
        case Unary(operator=operator, of=of):
            return f"{operator}{_inside(of, _UNARY + 1)}", _UNARY
        case Binary(operator=operator, left=left, right=right):
            rank = RANK[operator]
            return f"{_inside(left, rank)} {operator} {_inside(right, rank + 1)}", rank
        case Logic(operator=operator, parts=parts):
            rank = RANK[operator]
            return f" {operator} ".join(_inside(part, rank + 1) for part in parts), rank
        case Conditional(test=test, yes=yes, no=no):
            shown = f"{_inside(test, 1)} ? {_inside(yes, 1)} : {_inside(no, _CONDITIONAL)}"
            return shown, _CONDITIONAL
        case _:
            return _member(node), _UNARY + 1


def _member(node: Name | Select | ListLiteral | Size | Macro) -> str:
    match node:
        case Name(name=name):
            return name
        case Select(of=of, field=field):
            return f"{_inside(of, _UNARY + 1)}.{field}"
        case ListLiteral(items=items):
            return f"[{', '.join(map(write, items))}]"
        case Size(of=of):
            return f"size({write(of)})"
        case Macro(macro=macro, over=over, variable=variable, body=body):
            return f"{_inside(over, _UNARY + 1)}.{macro}({variable.name}, {write(body)})"


def _inside(node: Node, needed: int) -> str:
    text, rank = _written(node)
    return text if rank >= needed else f"({text})"


def _negative(value: Constant) -> bool:
    return isinstance(value, int) and value < 0


def _constant(value: Constant) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case datetime():
            return f'timestamp("{value.isoformat()}")'
        case timedelta():
            return f'duration("{span_text(value)}")'
        case str():
            return f'"{_escaped(value)}"'


def _escaped(text: str) -> str:
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(char, escape)
    return text
