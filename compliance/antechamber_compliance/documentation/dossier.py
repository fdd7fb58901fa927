"""The page about the dossier: every path, from the models that validate it."""

from collections.abc import Iterator
from dataclasses import Field, dataclass, is_dataclass
from typing import Any, Literal, get_args, get_origin

from antechamber_compliance.documentation.markdown import code, table
from antechamber_compliance.dossier import SCHEMA, Dossier
from antechamber_compliance.dossier.confidential import is_confidential
from antechamber_compliance.dossier.kinds import LARGEST_INT
from antechamber_compliance.dossier.shape import json_name, kind_of, leaves, row_model

INTRODUCTION = f"""\
# The dossier

<!-- Written by `antechamber rules document dossier --out docs/dossier.md`; a test keeps it
current. -->

Everything that one decision reads, at one instant: schema `{SCHEMA}`. This is what
`antechamber decide` takes, what `GET /v1/decisions/{{id}}/dossier` gives, and what a decision file
holds. Names do not occur in it; people go by pseudonymous references.

Every leaf is required. One that is absent, null, blank or of another type is *missing*: the rules
named in its row report that, as gravely as they can, and nobody can sign it. `none` and
`not_applicable` are answers, an empty list says that somebody looked and there is none. A field
that is not on this page is refused (`ENGINE/unknown_field`).

In a path `*` stands for the key of a row. Rows are maps in the file and lists in the rules, where
the key is `ref`; `participants` is called `seats` there. What is marked confidential no message of
a rule may show of a person. Kinds of leaf:

| kind | what it is |
|---|---|
| text | text with a letter or digit in it; nothing there is `none`, not `None`, `null` or `n/a` |
| handle | a user, as registered: `U-C1`, in capital letters, digits and hyphens, 32 at most |
| role:handle | a user with the role in which they signed, `compliance:U-C1` |
| bool | `true` or `false` |
| int | a whole number from 0 to {LARGEST_INT} |
| date | a day, `2026-11-22` |
| local time | `2026-11-22T09:00`, in the zone beside it; where clocks change and it comes twice, or never, a start is the earlier instant and an end the later |
| instant | `2026-11-22T09:00:00Z`, with seconds or not, in UTC or with an offset |
| zone | an IANA time zone, `Europe/Zurich` |
| country | a code of two or three capital letters |
| map | names with values of any kind |

A kind with a slash may also be that word: `date/none` is a day, or `none`.
"""


@dataclass(frozen=True, slots=True)
class Path:
    """One path: how it is called, what may stand there, who reports it missing, its meaning."""

    name: str
    kind: str
    bounds: str
    owners: tuple[str, ...]
    means: str
    model: Any


def paths(model: Any = Dossier, prefix: tuple[str, ...] = ()) -> Iterator[Path]:
    """Yield every path that the models declare, each record before what it holds."""
    for f, annotation in leaves(model):
        rows = row_model(annotation)
        place = prefix if f.metadata["bare"] else (*prefix, json_name(f))
        held = rows or (annotation if is_dataclass(annotation) else None)
        yield Path(
            name=".".join(place),
            kind=_kind(annotation),
            bounds=_bounds(f, annotation),
            owners=f.metadata["owners"],
            means=f.metadata["means"],
            model=held,
        )
        if held is not None:
            yield from paths(held, (*place, "*") if rows else place)


def dossier_page() -> str:
    """Return the page about the dossier."""
    lines = [INTRODUCTION]
    parts: dict[str, list[Path]] = {}
    for path in paths():
        parts.setdefault(path.name.partition(".")[0], []).append(path)
    single = [found[0] for found in parts.values() if len(found) == 1]
    lines += ["## The engagement itself", "", *_rows(single)]
    for name, found in parts.items():
        if len(found) > 1:
            lines += [f"## {name}", "", *_rows(found)]
    return "\n".join(lines).rstrip() + "\n"


def _rows(found: list[Path]) -> Iterator[str]:
    yield from table(
        ("path", "kind", "bounds", "missing is reported by", "meaning"),
        [
            (code(each.name), each.kind, each.bounds, ", ".join(each.owners), _meaning(each))
            for each in found
        ],
    )


def _meaning(path: Path) -> str:
    """Return what a leaf means; of a record, what its model says of itself."""
    said = str(path.model.__doc__).partition("\n")[0].rstrip(".") if path.model else ""
    mark = "confidential" if is_confidential(path.name) else ""
    return "; ".join(part for part in (said, path.means, mark) if part)


def _kind(annotation: Any) -> str:
    kind = kind_of(annotation)
    if kind is not None:
        return kind.title
    if row_model(annotation) is not None:
        return "rows"
    if is_dataclass(annotation):
        return "record"
    if get_origin(annotation) is Literal:
        return f"one of {_words(annotation)}"
    item = get_args(annotation)[0]
    return f"list of {_words(item)}" if get_origin(item) is Literal else f"list of {_kind(item)}"


def _words(annotation: Any) -> str:
    return ", ".join(code(word) for word in get_args(annotation))


def _bounds(f: Field[Any], annotation: Any) -> str:
    """Say how many rows or items there may be, and which keys."""
    if row_model(annotation) is None and (
        kind_of(annotation) or get_origin(annotation) is not tuple
    ):
        return ""
    least, most = f.metadata["least"], f.metadata["most"]
    many = f"{least} to {most}" if least else f"at most {most}"
    keys = f.metadata["keys"]
    if not keys:
        return many
    which = "a row for each of" if f.metadata["every_key"] else "keys are among"
    return f"{which} {', '.join(code(key) for key in keys)}"
