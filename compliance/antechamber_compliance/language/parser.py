"""Tokens into a syntax tree, by recursive descent along CEL's grammar.

expression  = or [ "?" or ":" expression ]
or, and, relation, sum, product = left-associative, by RANK
unary       = "!"+ member | "-"+ member | member
member      = primary { "." field | "." macro "(" name "," expression ")" }
primary     = literal | name | function "(" ... ")" | "(" expression ")" | "[" ... "]"
"""

from collections.abc import Callable
from typing import NoReturn

from antechamber_compliance.language import literals
from antechamber_compliance.language.errors import PolicyError, did_you_mean
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
    levels,
)
from antechamber_compliance.language.tokens import KEYWORDS, RESERVED, Kind, Token, tokenize

MAX_DEPTH = 40
MACROS = ("all", "exists", "exists_one", "filter", "map")
FUNCTIONS = ("size", "timestamp", "duration")
RANK = {
    "||": 1, "&&": 2,
    "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "in": 3,
    "+": 4, "-": 4, "*": 5, "/": 5, "%": 5,
}  # fmt: skip


def parse(text: str, start: int, end: int) -> Node:
    """Parse `text[start:end]`, at most MAX_DEPTH levels deep; raise PolicyError."""
    parser = _Parser(text, tokenize(text, start, end))
    root = parser.expression()
    parser.expect_end()
    # Chains such as a + b + c nest to the left without a bracket: measured here.
    for depth, node in levels(root):
        if depth > MAX_DEPTH:
            parser.too_deep(node.at)
    return root


class _Parser:
    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    def expression(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self.too_deep(self._next.at)
        node = self._operation(1)
        if (question := self._accept("?")) is not None:
            yes = self._operation(1)
            self._expect(":")
            node = Conditional(question.at, node, yes, self.expression())
        self._depth -= 1
        return node

    def expect_end(self) -> None:
        if self._next.kind is not Kind.END:
            raise self._unexpected(self._next)

    def too_deep(self, at: int) -> NoReturn:
        self._fail(at, f"nested deeper than {MAX_DEPTH} levels")

    @property
    def _next(self) -> Token:
        return self._tokens[self._position]

    def _operation(self, floor: int) -> Node:
        node = self._unary()
        while self._next.kind is Kind.SYMBOL and RANK.get(self._next.text, 0) >= floor:
            operator = self._take()
            node = _combined(operator, node, self._operation(RANK[operator.text] + 1))
        return node

    def _unary(self) -> Node:
        first = self._next
        count = 0
        while first.text in ("!", "-") and self._accept(first.text) is not None:
            count += 1
            if count > MAX_DEPTH:
                self.too_deep(first.at)
        if count == 1 and first.text == "-" and self._next.kind is Kind.INTEGER:
            # One literal, as in CEL: the smallest integer has no positive twin.
            digits = self._take()
            value = self._read(first, lambda: literals.integer(digits.text, negative=True))
            return self._members(value)
        node = self._members(self._primary())
        # As in CEL, a pair of signs is no operation at all.
        return Unary(first.at, first.text, node) if count % 2 else node

    def _members(self, node: Node) -> Node:
        while self._accept(".") is not None:
            name = self._take()
            if name.kind is not Kind.NAME or name.text in KEYWORDS:
                raise self._unexpected(name, "a field or macro")
            if self._accept("(") is not None:
                node = self._macro(name, node)
            else:
                node = Select(name.at, node, name.text)
        if self._next.text == "[" and self._next.kind is Kind.SYMBOL:
            self._fail(self._next.at, "lists have no index here; use exists, all or filter")
        return node

    def _macro(self, name: Token, over: Node) -> Node:
        if name.text in FUNCTIONS:
            self._fail(name.at, f"write {name.text}(...) around its argument")
        if name.text not in MACROS:
            self._fail(name.at, f"unknown macro {name.text!r}" + did_you_mean(name.text, MACROS))
        arguments = self._arguments(name, ")")
        if len(arguments) != 2:
            message = f"{name.text} takes a variable and an expression, not {len(arguments)}"
            self._fail(name.at, f"{message} argument{'s' * (len(arguments) != 1)}")
        variable, body = arguments
        if not isinstance(variable, Name):
            self._fail(variable.at, f"{name.text} needs a name here for its variable")
        return Macro(name.at, name.text, over, variable, body)

    def _primary(self) -> Node:
        token = self._take()
        match token.kind, token.text:
            case Kind.INTEGER, digits:
                return self._read(token, lambda: literals.integer(digits))
            case Kind.STRING, text:
                return Literal(token.at, text)
            case Kind.NAME, ("true" | "false") as word:
                return Literal(token.at, word == "true")
            case Kind.NAME, name:
                return self._name_or_call(token, name)
            case Kind.SYMBOL, "(":
                inner = self.expression()
                self._expect(")")
                return inner
            case Kind.SYMBOL, "[":
                return ListLiteral(token.at, self._arguments(token, "]"))
            case _:
                raise self._unexpected(token, "a value")

    def _name_or_call(self, token: Token, name: str) -> Node:
        if name in RESERVED:
            self._fail(token.at, f"{name!r} is a reserved word")
        if self._accept("(") is not None:
            return self._call(token, name)
        if name.startswith("_"):
            self._fail(token.at, "a name starts with a letter")
        return Name(token.at, name)

    def _call(self, token: Token, name: str) -> Node:
        if name in MACROS:
            self._fail(token.at, f"write LIST.{name}(variable, expression)")
        if name not in FUNCTIONS:
            self._fail(token.at, f"unknown function {name!r}" + did_you_mean(name, FUNCTIONS))
        arguments = self._arguments(token, ")")
        if len(arguments) != 1:
            self._fail(token.at, f"{name}() takes 1 argument, not {len(arguments)}")
        (argument,) = arguments
        if name == "size":
            return Size(token.at, argument)
        if not isinstance(argument, Literal) or not isinstance(text := argument.value, str):
            self._fail(argument.at, f"{name}() needs a string in quotes")
        reader = literals.instant if name == "timestamp" else literals.span
        return Literal(token.at, self._read(argument, lambda: reader(text)).value)

    def _arguments(self, opener: Token, closer: str) -> tuple[Node, ...]:
        """Parse a comma-separated list and the bracket that closes it."""
        if self._accept(closer) is not None:
            if closer == "]":
                self._fail(opener.at, "an empty list has no type; write size(...) == 0 instead")
            return ()
        items = [self.expression()]
        while self._accept(",") is not None:
            items.append(self.expression())
        self._expect(closer)
        return tuple(items)

    def _read(self, where: Token | Literal, read: Callable[[], Constant]) -> Literal:
        try:
            return Literal(where.at, read())
        except ValueError as fault:
            raise PolicyError(self._text, where.at, str(fault)) from None

    def _take(self) -> Token:
        token = self._next
        # The end is never passed, so that every complaint has a token to point at.
        if token.kind is not Kind.END:
            self._position += 1
        return token

    def _accept(self, symbol: str) -> Token | None:
        token = self._next
        return self._take() if token.kind is Kind.SYMBOL and token.text == symbol else None

    def _expect(self, symbol: str) -> None:
        if self._accept(symbol) is None:
            raise self._unexpected(self._next, repr(symbol))

    def _unexpected(self, token: Token, wanted: str = "") -> PolicyError:
        shown = token.text if token.kind is Kind.END else repr(token.text)
        message = f"expected {wanted}, found {shown}" if wanted else f"unexpected {shown}"
        return PolicyError(self._text, token.at, message)

    def _fail(self, at: int, message: str) -> NoReturn:
        raise PolicyError(self._text, at, message)


def _combined(operator: Token, left: Node, right: Node) -> Node:
    if operator.text not in ("&&", "||"):
        return Binary(operator.at, operator.text, left, right)
    # A long chain stays flat, however it is bracketed: && and || are associative.
    if isinstance(left, Logic) and left.operator == operator.text:
        return Logic(left.at, left.operator, (*left.parts, right))
    return Logic(operator.at, operator.text, (left, right))
