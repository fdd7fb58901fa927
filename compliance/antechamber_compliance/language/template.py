"""Messages with expressions in braces: "Exactly one woman among {size(voice)}"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from antechamber_compliance.language.errors import PolicyError
from antechamber_compliance.language.expression import Expression, compile_part
from antechamber_compliance.language.literals import span_text
from antechamber_compliance.language.tokens import check_text
from antechamber_compliance.language.types import Binding, scalar
from antechamber_compliance.missing import Unknown

NOT_KNOWN = "not known"

# Up to the closing brace, past braces in strings.
_INSIDE = re.compile(r"""(?:[^{}"']|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')*""")
_PLAIN = re.compile(r"[^{}]+|\{\{|\}\}")


@dataclass(frozen=True)
class Template:
    """A message: literal text and expressions in turn, and what they may read.

    `expressions` are those of the parts, each with the offset that it begins at.
    """

    source: str
    parts: tuple[str | Expression, ...]
    expressions: tuple[tuple[int, Expression], ...]

    @property
    def names(self) -> frozenset[str]:
        """The free names that its expressions use."""
        return frozenset(name for _, part in self.expressions for name in part.names)

    @property
    def paths(self) -> frozenset[str]:
        """All dossier paths that its expressions may read."""
        return frozenset(path for _, part in self.expressions for path in part.paths)

    def render(self, scope: Mapping[str, object]) -> str:
        """Return the message; an expression that is unknown reads 'not known'."""
        return "".join(
            part if isinstance(part, str) else _rendered(part, scope) for part in self.parts
        )


def compile_template(text: str, names: Mapping[str, Binding]) -> Template:
    """Compile a message; `{{` and `}}` are braces; raise PolicyError if it is not sound."""
    check_text(text)
    placed = tuple(_parts(text, names))
    expressions = tuple((at, part) for at, part in placed if isinstance(part, Expression))
    return Template(text, tuple(part for _, part in placed), expressions)


def _parts(text: str, names: Mapping[str, Binding]) -> Iterator[tuple[int, str | Expression]]:
    """Yield each part with the offset that it begins at."""
    at = 0
    while at < len(text):
        if plain := _PLAIN.match(text, at):
            yield at, plain[0] if plain[0] not in ("{{", "}}") else plain[0][0]
            at = plain.end()
            continue
        inside = _INSIDE.match(text, at + 1)
        if text[at] == "}" or inside is None or text[inside.end() :][:1] != "}":
            message = f"a single {text[at]!r}; write {text[at] * 2!r} for the character itself"
            raise PolicyError(text, at, message)
        part = compile_part(text, at + 1, inside.end(), names)
        if scalar(part.type) is None:
            raise PolicyError(text, at + 1, f"a message shows single values, not a {part.type}")
        yield at + 1, part
        at = inside.end() + 1


def _rendered(part: Expression, scope: Mapping[str, object]) -> str:
    try:
        value = part.evaluate(scope)
    except Unknown:
        return NOT_KNOWN
    match value:
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case timedelta():
            return span_text(value)
        case _:
            return str(value)
