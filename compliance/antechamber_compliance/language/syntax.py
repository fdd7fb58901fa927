"""The syntax tree: what was written, before anything is known about names or types."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

Constant = bool | int | str | datetime | timedelta

# Nodes are keys of the checker's table of types, so two alike must stay two: eq=False.


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """A value in the text; timestamp("...") and duration("...") are literals too."""

    at: int
    value: Constant


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A free name or a macro's variable."""

    at: int
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Select:
    """`of.field`; `at` is where the field's name stands."""

    at: int
    of: "Node"
    field: str


@dataclass(frozen=True, slots=True, eq=False)
class Unary:
    """`!of` or `-of`."""

    at: int
    operator: str
    of: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Binary:
    """A relation, `in`, or arithmetic; `at` is where the operator stands."""

    at: int
    operator: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Logic:
    """`&&` or `||` over two or more parts; `at` is where the first operator stands."""

    at: int
    operator: str
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Conditional:
    """`test ? yes : no`; `at` is where the question mark stands."""

    at: int
    test: "Node"
    yes: "Node"
    no: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class ListLiteral:
    """`[a, b]`."""

    at: int
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Size:
    """`size(of)`."""

    at: int
    of: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """`over.macro(variable, body)`; `at` is where the macro's name stands."""

    at: int
    macro: str
    over: "Node"
    variable: Name
    body: "Node"


Node = Literal | Name | Select | Unary | Binary | Logic | Conditional | ListLiteral | Size | Macro


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below."""
    match node:
        case Select(of=of) | Unary(of=of) | Size(of=of):
            return (of,)
        case Binary(left=left, right=right):
            return (left, right)
        case Logic(parts=nodes) | ListLiteral(items=nodes):
            return nodes
        case Conditional(test=test, yes=yes, no=no):
            return (test, yes, no)
        case Macro(over=over, body=body):
            return (over, body)
        case _:
            return ()


def levels(root: Node) -> Iterator[tuple[int, Node]]:
    """Yield every node with its depth, the root at 1; never recurses."""
    waiting: list[tuple[int, Node]] = [(1, root)]
    while waiting:
        depth, node = waiting.pop()
        yield depth, node
        waiting.extend((depth + 1, child) for child in children(node))
