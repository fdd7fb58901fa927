"""Source text into tokens: a subset of CEL's, each meaning what it means there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from antechamber_compliance.language.errors import PolicyError

MAX_SOURCE = 4_000
KEYWORDS = frozenset({"true", "false", "null", "in"})
RESERVED = KEYWORDS | frozenset(
    [
        "as",
        "break",
        "const",
        "continue",
        "else",
        "for",
        "function",
        "if",
        "import",
        "let",
        "loop",
        "package",
        "namespace",
        "return",
        "var",
        "void",
        "while",
    ]
)
ESCAPES = {"\\": "\\", "'": "'", '"': '"', "n": "\n", "t": "\t"}

_PLAIN = r"[^{}\\\x00-\x08\x0a-\x1f\x7f]"
_DOUBLE = rf'"(?:{_PLAIN.format(chr(34))}|\\[\\\'"nt])*'
_SINGLE = rf"'(?:{_PLAIN.format(chr(39))}|\\[\\\'\"nt])*"
_PATTERN = re.compile(
    rf"""
    (?P<space>   [ \t\r\n\f]+ | //[^\n]* )
  | (?P<double>  [0-9]*\.[0-9]+(?:[eE][+-]?[0-9]+)? | [0-9]+[eE][+-]?[0-9]+ )
  | (?P<integer> [0-9]+ )
  | (?P<name>    [A-Za-z_][A-Za-z0-9_]* )
  | (?P<string>  {_DOUBLE} | {_SINGLE} )
  | (?P<symbol>  && | \|\| | [=!<>]= | [-+*/%<>!?:.,()\[\]{{}}] )
    """,
    re.VERBOSE,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Kind(Enum):
    """What a token is."""

    INTEGER = auto()
    STRING = auto()
    NAME = auto()
    SYMBOL = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `text` is a string's value, any other's spelling; `at` its offset."""

    kind: Kind
    text: str
    at: int


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Split `text[start:end]` into tokens, an END last; raise PolicyError on what is none."""
    return [*_tokens(text, start, end), Token(Kind.END, "the end", end)]


def check_text(text: str) -> None:
    """Refuse text that is too long or is not Unicode."""
    if len(text) > MAX_SOURCE:
        message = f"{len(text):,} characters are more than the {MAX_SOURCE:,} allowed"
        raise PolicyError(text, 0, message)
    if stray := _SURROGATE.search(text):
        raise PolicyError(text, stray.start(), "half a character (a lone surrogate)")


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    while at < end:
        found = _PATTERN.match(text, at, end)
        if found is None:
            raise PolicyError(text, at, f"unexpected {text[at]!r}")
        stop = found.end()
        match found.lastgroup:
            case "double":
                message = "fractions are not in this language: give whole numbers of a smaller unit"
                raise PolicyError(text, at, message)
            case "integer":
                _whole(text, at, stop, end)
                yield Token(Kind.INTEGER, found[0], at)
            case "name":
                kind = Kind.SYMBOL if found[0] == "in" else Kind.NAME
                yield Token(kind, found[0], at)
            case "string":
                _closed(text, at, stop, end)
                yield Token(Kind.STRING, _unescaped(found[0][1:]), at)
                stop += 1
            case "symbol":
                yield Token(Kind.SYMBOL, found[0], at)
        at = stop


def _whole(text: str, at: int, stop: int, end: int) -> None:
    if stop < end and (text[stop].isalnum() or text[stop] == "_"):
        raise PolicyError(text, at, "integers are decimal digits only")


def _closed(text: str, at: int, stop: int, end: int) -> None:
    """Explain what ended a string, unless that is its own quote."""
    ending = text[stop] if stop < end else "\n"
    if ending == text[at]:
        return
    if ending == "\\":
        raise PolicyError(text, stop, "unknown escape; there are \\\\ \\' \\\" \\n and \\t")
    if ending in "\r\n":
        raise PolicyError(text, at, "this string is not closed on its line")
    raise PolicyError(text, stop, "a control character in a string")


def _unescaped(raw: str) -> str:
    return re.sub(r"\\(.)", lambda found: ESCAPES[found[1]], raw)
