"""Mutants of one rule page, as another author might have written it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from antechamber_compliance.language import Expression
from antechamber_compliance.language.writer import write
from antechamber_compliance.mutation.expressions import variants

Document = dict[str, Any]
Place = tuple[str | int, ...]

SOFTER = {"deny": "needs_approval", "needs_approval": "warn"}
HARDER = {"warn": "needs_approval", "needs_approval": "deny"}
EFFECTS = ("deny", "needs_approval", "warn")
SUBJECTS = ("session", "initiative", "office")
KINDS = ("waiver", "approval")
SOMEBODY = "administrator"  # a role that no requirement names


@dataclass(frozen=True, slots=True)
class Change:
    """One thing changed on a page: where, what into what, and the page that results."""

    place: str
    what: str
    page: Document


def changes(page: Document, compiled: Mapping[str, Expression]) -> Iterator[Change]:
    """Yield every change of a page, each once; some of them no loader will accept.

    `compiled` are the expressions that stand on the page, by their text.
    """
    seen: set[str] = set()
    alike: Counter[tuple[Place, str]] = Counter()
    for place, what, new in (*_expressions(page, compiled), *_terms(page), *_parameters(page)):
        changed = _set(page, place, new)
        if repr(changed) not in seen:
            seen.add(repr(changed))
            alike[place, what] += 1
            times = f" ({alike[place, what]})" if alike[place, what] > 1 else ""
            yield Change(_shown(place, page), what + times, changed)


Changed = tuple[Place, str, Any]
_GONE = object()


def _set(page: Document, place: Place, new: Any) -> Document:
    changed = deepcopy(page)
    node: Any = changed
    for key in place[:-1]:
        node = node[key]
    if new is _GONE:
        del node[place[-1]]
    else:
        node[place[-1]] = new
    return changed


def without_idle_lets(page: Document, beside: Iterable[Document]) -> Document:
    """Return a page without the lets that neither it nor the pages beside it still use."""
    if "let" not in page:
        return page
    lets = dict(page["let"])
    others = [text for each in ({**page, "let": {}}, *beside) for text in _read_in(each)]
    for name in reversed(tuple(lets)):
        # A later let may use an earlier one; `.name` is a field, and a word in quotes a word.
        used = re.compile(rf"(?<![.\w]){name}\b")
        texts = (_QUOTED.sub("", text) for text in (*others, *lets.values()))
        if not any(used.search(text) for text in texts):
            del lets[name]
    return {**page, "let": lets}


_QUOTED = re.compile(r"""("[^"]*")|('[^']*')""")
_SHOWN = re.compile(r"{([^{}]*)}")


def _read_in(page: Document) -> Iterator[str]:
    """Yield the texts of a page in which names are read."""
    yield from (source for _, source in _sources(page))
    for part in ("require", "notify"):
        for row in page.get(part, ()):
            yield from _SHOWN.findall(row["message"])


def _shown(place: Place, page: Document) -> str:
    """Name a place on a page as its author would: by the code of the requirement."""
    match place:
        case ("require" | "notify" as part, int() as at, *rest):
            row = page[part][at]
            twice = sum(other.get("code") == row.get("code") for other in page[part]) > 1
            subject = f"({row.get('subject', page.get('scope'))})" if twice else ""
            return ".".join([f"{row.get('code')}{subject}", *map(str, rest)])
        case _:
            return ".".join(str(key) for key in place)


def _expressions(page: Document, compiled: Mapping[str, Expression]) -> Iterator[Changed]:
    for place, source in _sources(page):
        expression = compiled[source.strip()]
        for what, grown in variants(expression.root, expression.types):
            yield place, what, write(grown)


def _sources(page: Document) -> Iterator[tuple[Place, str]]:
    yield from ((("applies",), page["applies"]) for _ in page.keys() & {"applies"})
    yield from ((("let", name), source) for name, source in page.get("let", {}).items())
    for part, key in (("require", "that"), ("notify", "when")):
        for at, row in enumerate(page.get(part, ())):
            yield (part, at, key), row[key]


def _terms(page: Document) -> Iterator[Changed]:
    """Yield changes of what follows where a requirement does not hold."""
    rows = page.get("require", [])
    for effect in EFFECTS if rows else ():
        if page.get("missing") != effect:
            yield ("missing",), f"missing -> {effect}", effect
    yield from ((("missing",), "missing -> not said", _GONE) for _ in page.keys() & {"missing"})
    if "applies" in page:
        yield ("applies",), "applies -> always", _GONE
    for part in ("require", "notify"):
        whole = page.get(part, [])
        for at in range(len(whole)):
            left = [*whole[:at], *whole[at + 1 :]]
            yield (part,), f"without {_shown((part, at), page)}", left
    for at, row in enumerate(rows):
        yield from ((("require", at), what, new) for what, new in _rows(row, page))


def _rows(row: Document, page: Document) -> Iterator[tuple[str, Document]]:
    effect, subject = row["effect"], row.get("subject", page.get("scope"))
    bare = {key: value for key, value in row.items() if key not in KINDS}
    for other in (SOFTER.get(effect), HARDER.get(effect)):
        if other is not None:
            yield f"{effect} -> {other}", {**row, "effect": other}
            yield f"{effect} -> {other}, no sign-off", {**bare, "effect": other}
    if effect == "deny":
        yield "deny -> warn", {**bare, "effect": "warn"}
        yield "no sign-off", bare
    for other in SUBJECTS:
        if subject in SUBJECTS and other != subject:
            yield f"about the {subject} -> {other}", {**row, "subject": other}
    for rule in row.get("voids", ()):
        left = [each for each in row["voids"] if each != rule]
        yield f"voids without {rule}", {**row, "voids": left}
    for kind in KINDS:
        for what, terms in _signoffs(row.get(kind), kind):
            yield what, {**bare, **terms}


def _signoffs(terms: Document | None, kind: str) -> Iterator[tuple[str, Document]]:
    if terms is None:
        return
    (other,) = (each for each in KINDS if each != kind)
    mitigation = terms.get("mitigation", kind == "waiver")
    yield f"{kind} -> {other}", {other: {**terms, "mitigation": mitigation}}
    yield "mitigation", {kind: {**terms, "mitigation": not mitigation}}
    yield "memo", {kind: {**terms, "memo": not terms.get("memo", False)}}
    for days in (terms["max_days"] + 1, terms["max_days"] - 1):
        yield f"max_days {terms['max_days']} -> {days}", {kind: {**terms, "max_days": days}}
    for role in terms["roles"]:
        rest = [each for each in terms["roles"] if each != role]
        if rest:
            yield f"without {role}", {kind: {**terms, "roles": rest}}
        yield f"{role} -> {SOMEBODY}", {kind: {**terms, "roles": [*rest, SOMEBODY]}}


def _parameters(page: Document) -> Iterator[Changed]:
    for name, parameter in page.get("params", {}).items():
        for bound in ("min", "max"):
            for what, new in _others(parameter.get(bound), parameter):
                yield ("params", name, bound), what, new
        for what, new in _others(parameter.get("members"), parameter):
            if parameter["type"] == "set":
                yield ("params", name, "members"), what, new
        for at, dated in enumerate(parameter["values"]):
            for what, new in _others(dated["value"], parameter):
                yield ("params", name, "values", at, "value"), what, new


def _others(value: Any, parameter: Document) -> Iterator[tuple[str, Any]]:
    """Yield values beside a value; those outside the bounds no loader will accept."""
    match value:
        case bool():
            yield f"{_text(value)} -> {_text(not value)}", not value
        case int():
            yield from ((f"{value} -> {new}", new) for new in (value + 1, value - 1))
        case str() if parameter["type"] == "enum":
            others = (word for word in parameter["members"] if word != value)
            yield from ((f"{value} -> {word}", word) for word in others)
        case str():
            yield f"{value} -> twice", _twice(value)
        case list():
            for word in value:
                yield f"without {word}", [each for each in value if each != word]
            for word in parameter["members"]:
                if word not in value:
                    yield f"with {word}", [*value, word]


def _twice(span: str) -> str:
    """Return a duration of hours, minutes or seconds doubled by its first number."""
    digits = span.lstrip("-")
    count = digits[: len(digits) - len(digits.lstrip("0123456789"))]
    return span.replace(count, str(int(count) * 2), 1)


def toml(page: Document) -> str:
    """Write a page as TOML."""
    return "".join(f"{_key(key)} = {_text(value)}\n" for key, value in page.items())


def _key(name: str) -> str:
    return name if name.replace("_", "").isalnum() and name.isascii() else _text(name)


def _text(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case list():
            return f"[{', '.join(map(_text, value))}]"
        case dict():
            return "{" + ", ".join(f"{_key(k)} = {_text(v)}" for k, v in value.items()) + "}"
    quoted = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + quoted.replace("\n", "\\n").replace("\t", "\\t") + '"'
