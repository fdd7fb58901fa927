"""Mutants of one expression: each differs from it in one operator, word, number or part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

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
    children,
)
from antechamber_compliance.language.types import BOOL, STRING, EnumOf, ListOf, Type
from antechamber_compliance.language.writer import write

# A boundary shifted by one, and the opposite.
OPERATORS: Mapping[str, tuple[str, ...]] = {
    "==": ("!=",), "!=": ("==",),
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"),
    "+": ("-",), "-": ("+",), "*": ("+",), "/": ("*",), "%": ("/",),
    "&&": ("||",), "||": ("&&",),
    "all": ("exists",), "exists": ("all",), "exists_one": ("exists",),
}  # fmt: skip
# Where a node keeps the nodes below it, in the order of `children`.
FIELDS: Mapping[type[Node], tuple[str, ...]] = {
    Select: ("of",), Unary: ("of",), Size: ("of",), Binary: ("left", "right"),
    Conditional: ("test", "yes", "no"), Macro: ("over", "body"),
}  # fmt: skip
OTHER_TEXT = "something_else"

Types = Mapping[Node, Type]


def variants(root: Node, types: Types) -> Iterator[tuple[str, Node]]:
    """Yield what is changed, and the whole tree with that change."""
    yield from ((f"{write(root)} -> {write(new)}", new) for new in _own(root, types))
    yield from ((f"without {write(part)}", new) for part, new in _shorter(root))
    for at, child in enumerate(children(root)):
        for what, grown in variants(child, types):
            whole = _with_child(root, at, grown)
            # A number says little without what it is compared with.
            bare = isinstance(root, Binary) and isinstance(child, Literal)
            yield f"{write(root)} -> {write(whole)}" if bare else what, whole


def _with_child(node: Node, at: int, new: Node) -> Node:
    """Return a node with another in the place of the one that `children` gives at `at`."""
    if isinstance(node, Logic):
        return replace(node, parts=_with(node.parts, at, new))
    if isinstance(node, ListLiteral):
        return replace(node, items=_with(node.items, at, new))
    changed: dict[str, Any] = {FIELDS[type(node)][at]: new}
    return replace(node, **changed)


def _with(nodes: tuple[Node, ...], at: int, *new: Node) -> tuple[Node, ...]:
    return (*nodes[:at], *new, *nodes[at + 1 :])


def _own(node: Node, types: Types) -> Iterator[Node]:
    """Yield what could stand in the place of a node, its parts unchanged."""
    match node:
        case Binary(operator="in"):
            yield Unary(node.at, "!", node)
            yield from _other_words(node, types)
        case Binary():
            yield from (replace(node, operator=other) for other in OPERATORS[node.operator])
            yield from _other_words(node, types)
        case Logic():
            yield from (replace(node, operator=other) for other in OPERATORS[node.operator])
        case Unary(operator="!"):
            yield node.of
        case Conditional():
            yield replace(node, yes=node.no, no=node.yes)
        case Macro(macro="filter"):
            yield node.over
        case Macro():
            yield from (replace(node, macro=other) for other in OPERATORS.get(node.macro, ()))
        case Literal(value=bool() as value):
            yield replace(node, value=not value)
        case Literal(value=int() as value):
            yield from (replace(node, value=value + step) for step in (1, -1))
        case Name() | Select() if types.get(node) is BOOL:
            yield Unary(node.at, "!", node)


def _shorter(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield each part that can be left out, with what is left."""
    match node:
        case Logic():
            for at, part in enumerate(node.parts):
                left = _with(node.parts, at)
                yield part, replace(node, parts=left) if len(left) > 1 else left[0]
        case ListLiteral() if len(node.items) > 1:
            for at, item in enumerate(node.items):
                yield item, replace(node, items=_with(node.items, at))


def _other_words(node: Binary, types: Types) -> Iterator[Node]:
    """Yield a comparison with another word in the place of each that is written out."""
    for side, words, beside in (("left", node.left, node.right), ("right", node.right, node.left)):
        kind = types[beside]
        if isinstance(kind, ListOf):
            kind = kind.item
        for new in _with_other_word(words, kind):
            changed: dict[str, Any] = {side: new}
            yield replace(node, **changed)


def _with_other_word(words: Node, kind: Type) -> Iterator[Node]:
    items = words.items if isinstance(words, ListLiteral) else (words,)
    written = [item.value for item in items if isinstance(item, Literal)]
    for at, item in enumerate(items):
        if not isinstance(item, Literal) or not isinstance(item.value, str):
            continue
        word = _other_word(item.value, kind, written)
        if word is not None:
            new = replace(item, value=word)
            yield new if words is item else ListLiteral(words.at, _with(items, at, new))


def _other_word(word: str, kind: Type, written: Sequence[object]) -> str | None:
    """Return the next word of its closed set that is not written beside it, None if none is."""
    if kind is STRING:
        return OTHER_TEXT
    if not isinstance(kind, EnumOf) or word not in kind.values:
        return None
    at = kind.values.index(word)
    following = (*kind.values[at + 1 :], *kind.values[:at])
    return next((each for each in following if each not in written), None)
