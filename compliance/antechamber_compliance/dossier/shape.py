"""How the dossier's shape is declared and read: one source for validation and types.

A model is a frozen dataclass. Each field is annotated with a kind below (or a Literal, a
tuple of one, `Rows` of a model, another model) and `| Missing`, and names the rules that
report its absence. Reading never raises on bad data: what is absent, null, empty or of
the wrong type becomes a Missing that carries its path, and a Gap for those rules.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from antechamber_compliance.dossier.kinds import Valuer, value_taker
from antechamber_compliance.dossier.kinds import kind_of as kind_of  # noqa: PLC0414 - re-exported
from antechamber_compliance.dossier.slots import Setter, defaults, setters
from antechamber_compliance.language.types import EnumOf, ListOf, RecordOf, Type
from antechamber_compliance.missing import Missing
from antechamber_compliance.texts import is_said, writable

MOST_SEATS = 500
MOST_ITEMS = 100
Path = tuple[str, ...]
Model = TypeVar("Model")
Rows = Annotated[tuple[Model, ...], "rows"]
# dict first: to ask an abstract class takes ten times as long.
_MAPPING = (dict, Mapping)


def leaf(
    *owners: str,
    means: str = "",
    json: str = "",
    keys: tuple[str, ...] = (),
    every_key: bool = False,
    bare: bool = False,
    least: int = 0,
    most: int = MOST_ITEMS,
    confidential: bool = False,
) -> Any:
    """Declare a leaf, a map or rows: which rules report its absence, and what it means.

    `json` is its name in the file where that differs; `keys` the row keys allowed, all of
    them required with `every_key`; `bare` says that a row's JSON is this value itself;
    `least` and `most` bound a list. What is `confidential` no message may show.
    """
    return field(
        metadata={
            "owners": owners,
            "means": means,
            "json": json,
            "keys": keys,
            "every_key": every_key,
            "bare": bare,
            "least": least,
            "most": most,
            "confidential": confidential,
        }
    )


NOT_DERIVED = Missing(("derived facts",))


def derived(*reads: str, most: int = MOST_ITEMS) -> Any:
    """Declare a derived fact: computed before the rules from these dossier paths, never read.

    A path that starts with '.' begins at the record that the fact belongs to; `most` bounds
    a list, for the cost of expressions.
    """
    return field(default=NOT_DERIVED, metadata={"reads": reads, "most": most})


@dataclass(frozen=True, slots=True)
class Gap:
    """A leaf that is missing: where, who must report it, and on which subject."""

    path: str
    owners: tuple[str, ...]
    subject: str


@dataclass(slots=True)
class Reading:
    """What was wrong with one file: gaps, and fields that the shape does not have."""

    gaps: list[Gap]
    strangers: list[Gap]

    def missing(self, path: Path, owners: tuple[str, ...]) -> Missing:
        """Note a gap and return the value that stands for it."""
        shown = ".".join(path)
        self.gaps.append(Gap(shown, owners, subject_of(path)))
        return Missing((shown,))

    def stranger(self, path: Path) -> None:
        """Note a field that the shape does not have."""
        self.strangers.append(Gap(".".join(path), ("ENGINE",), subject_of(path)))


def subject_of(path: Path) -> str:
    """Name what a path is about: a seat, session, initiative, office (its lists), engagement."""
    match path:
        case ("participants", seat, *_):
            return seat
        case (("session" | "initiative") as part, *_):
            return part
        case ("office", "lists", *_):
            return "office"
        case _:
            return "engagement"


Taker = Callable[[object, Path, Reading], Any]


def leaves(model: type) -> tuple[tuple[Field[Any], Any], ...]:
    """Return the fields read from the file with their annotations, `| Missing` left out."""
    return _leaves(model)


@cache
def _leaves(model: type) -> tuple[tuple[Field[Any], Any], ...]:
    return tuple((f, kind) for f, kind in _annotated(model) if "owners" in f.metadata)


@cache
def _annotated(model: type) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(model, include_extras=True)
    return tuple((f, _without_missing(hints[f.name])) for f in fields(model))


def _without_missing(annotation: Any) -> Any:
    # A union that has Missing among its members holds exactly one kind beside it.
    members = [part for part in get_args(annotation) if part is not Missing]
    return members[0] if Missing in get_args(annotation) else annotation


def json_name(f: Field[Any]) -> str:
    """Return what the field is called in the file."""
    return f.metadata.get("json") or f.name


def row_model(annotation: Any) -> Any:
    """Return the model of `Rows[...]`, or None where the annotation is no rows."""
    if "rows" in getattr(annotation, "__metadata__", ()):
        return get_args(get_args(annotation)[0])[0]
    return None


def read(model: type[Model], raw: Mapping[str, object], path: Path, reading: Reading) -> Model:
    """Build a model from decoded JSON, noting in `reading` whatever is wrong."""
    record = object.__new__(model)
    kind: type = model
    for put, value in defaults(kind):
        put(record, value)
    for put, shown, value_of, take in _plan(kind):
        found = raw.get(shown)
        if value_of is not None:
            try:
                put(record, value_of(found))
                continue
            except ValueError:
                pass  # `take` notes what is wrong
        put(record, take(found, (*path, shown), reading))
    if not raw.keys() <= _names(kind):
        for name in sorted(raw.keys() - _names(kind), key=str):
            reading.stranger((*path, writable(str(name))))
    return record


def read_row(
    model: type[Model], key: str, raw: Mapping[str, object], path: Path, reading: Reading
) -> Model:
    """Build one row of a map under its key, noting in `reading` whatever is wrong."""
    row = read(model, raw, path, reading)
    kind: type = model
    setters(kind)["ref"](row, key)
    return row


@cache
def _plan(model: type) -> tuple[tuple[Setter, str, Valuer | None, Taker], ...]:
    """Return, for each leaf of a model, what sets it, its name in the file, how it is taken.

    Of a plain leaf also what alone takes its value, or raises ValueError.
    """
    put = setters(model)
    return tuple(
        (put[f.name], json_name(f), _plain(f, kind), _taker(f, kind)) for f, kind in leaves(model)
    )


def _plain(f: Field[Any], annotation: Any) -> Valuer | None:
    if row_model(annotation) is not None or is_dataclass(annotation) or f.metadata["least"]:
        return None
    return value_taker(annotation, f.metadata["most"])


@cache
def _names(model: type) -> frozenset[str]:
    return frozenset(json_name(f) for f, _ in leaves(model))


def _taker(f: Field[Any], annotation: Any) -> Taker:
    rows = row_model(annotation)
    if rows is not None:
        return _rows_taker(f, rows)
    if is_dataclass(annotation):
        return _record_taker(f.metadata["owners"], annotation)
    value = value_taker(annotation, f.metadata["most"])
    return partial(_take_leaf, f.metadata["owners"], f.metadata["least"], value)


def _take_leaf(
    owners: tuple[str, ...],
    least: int,
    value_of: Valuer,
    raw: object,
    path: Path,
    reading: Reading,
) -> Any:
    try:
        value = value_of(raw)
    except ValueError:
        return reading.missing(path, owners)
    if least and len(value) < least:
        reading.missing(path, owners)  # what is missing is an item; the list itself is known
    return value


def _record_taker(owners: tuple[str, ...], model: Any) -> Taker:
    def take(raw: object, path: Path, reading: Reading) -> Any:
        if not isinstance(raw, _MAPPING):
            return reading.missing(path, owners)
        return read(model, raw, path, reading)

    return take


def _rows_taker(f: Field[Any], model: Any) -> Taker:
    owners, allowed, most = f.metadata["owners"], f.metadata["keys"], f.metadata["most"]
    required = dict.fromkeys(allowed) if f.metadata["every_key"] else {}
    row = _row_taker(owners, model)

    def take(raw: object, path: Path, reading: Reading) -> Any:
        if not isinstance(raw, _MAPPING):
            return reading.missing(path, owners)
        if len(raw) > most:
            return reading.missing(path, ("ENGINE",))
        rows = []
        wanted = {**required, **raw} if required else raw
        # Rows have no order of their own: sorted, so that their order in the file decides nothing.
        for key in sorted(wanted, key=str):
            place = (*path, writable(str(key)))
            if allowed and key not in allowed:
                reading.stranger(place)
                continue
            if place[-1] != key:
                reading.missing(place, ("ENGINE",))
            rows.append(row(wanted[key], place, reading))
        return tuple(rows)

    return take


def _row_taker(owners: tuple[str, ...], model: Any) -> Taker:
    bare = _bare(model)
    value = None if bare is None else _taker(*bare)

    def take(raw: object, path: Path, reading: Reading) -> Any:
        key = path[-1]
        if not is_said(key):
            reading.missing(path, ("ENGINE",))
        if bare is not None and value is not None:
            return model(ref=key, **{bare[0].name: value(raw, path, reading)})
        if not isinstance(raw, _MAPPING):
            lost = reading.missing(path, owners)
            return model(ref=key, **{f.name: lost for f, _ in leaves(model)})
        return read_row(model, key, raw, path, reading)

    return take


@cache
def _bare(model: type) -> tuple[Field[Any], Any] | None:
    """Return the one leaf of a row whose JSON is that value itself, None for other rows."""
    return next((leaf for leaf in leaves(model) if leaf[0].metadata["bare"]), None)


def dump(model: Any) -> dict[str, Any]:
    """Turn a model back into plain JSON values; what is missing is left out."""
    return {
        json_name(f): _dump_value(annotation, value)
        for f, annotation in leaves(type(model))
        if not isinstance(value := getattr(model, f.name), Missing)
    }


def _dump_value(annotation: Any, value: Any) -> Any:
    if row_model(annotation) is not None:
        return {row.ref: _dump_row(row) for row in value}
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, tuple):
        return list(value)
    return dump(value) if is_dataclass(value) else value


def _dump_row(row: Any) -> Any:
    kind: type = type(row)
    bare = _bare(kind)
    return dump(row) if bare is None else _dump_value(bare[1], getattr(row, bare[0].name))


def instant_text(moment: datetime) -> str:
    """Write an instant as RFC 3339 in UTC, with a fraction only where there is one."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat().removesuffix("+00:00") + "Z"


@cache
def record_type(model: type) -> RecordOf:
    """Return the type of a model in expressions: its leaves, its key `ref`, its derived facts."""
    types: dict[str, Type] = {}
    reads: dict[str, tuple[str, ...]] = {}
    for f, annotation in _annotated(model):
        types[f.name] = _expression_type(annotation, f.metadata.get("most", MOST_ITEMS))
        if f.metadata.get("reads"):
            reads[f.name] = f.metadata["reads"]
    return RecordOf(model.__name__, types, reads)


def _expression_type(annotation: Any, most: int) -> Type:
    kind = kind_of(annotation)
    rows = row_model(annotation)
    if kind is not None:
        return kind.type
    if rows is not None:
        return ListOf(record_type(rows), most)
    if is_dataclass(annotation):
        return record_type(annotation)  # type: ignore[arg-type]  # a dataclass here is a class
    if get_origin(annotation) is Literal:
        return EnumOf(get_args(annotation))
    return ListOf(_expression_type(get_args(annotation)[0], most), most)
