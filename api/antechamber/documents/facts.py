"""Facts as they come in: pieces of the dossier's shape, checked where they are written.

A fact may be left out, since not everything is known on the first day; what is there must
have the type that the rules expect, so that nothing mistyped is ever stored.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, get_args, get_origin

from antechamber.errors import Problem
from antechamber_compliance.dossier.kinds import HANDLE, Kind
from antechamber_compliance.dossier.shape import (
    Reading,
    json_name,
    kind_of,
    leaves,
    read,
    read_row,
    row_model,
)

Facts = dict[str, Any]
Schema = dict[str, Any]
_FORMATS: Mapping[str, Schema] = {
    "text": {"type": "string", "minLength": 1},
    "handle": {"type": "string", "pattern": f"^{HANDLE}$"},
    "role:handle": {"type": "string", "pattern": f"^[a-z_]{{1,40}}:{HANDLE}$"},
    "bool": {"type": "boolean"},
    "int": {"type": "integer", "minimum": 0},
    "country": {"type": "string", "pattern": "^[A-Z]{2,3}$", "description": "ISO 3166 code"},
    "date": {"type": "string", "format": "date"},
    "instant": {"type": "string", "format": "date-time"},
    "local time": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"},
    "zone": {"type": "string", "description": "IANA zone name"},
    "int/none": {"oneOf": [{"type": "integer", "minimum": 0}, {"const": "none"}]},
    "map": {"type": "object"},
}


class InvalidFacts(Problem):
    """Facts of the wrong type or with unknown fields; nothing was stored."""

    status, slug, title = 422, "invalid-request", "The request cannot be used as it is"


def check(model: Any, facts: Facts, allowed: Collection[str], *, at: str = "/facts") -> None:
    """Raise InvalidFacts that names every wrong leaf by JSON pointer, and no value.

    `model` is the part of the dossier that the facts belong to, `allowed` its names that may
    be written here.
    """
    _refuse(_faults(model, facts) | _names_not_for(model, facts, allowed), at)


def check_patch(model: Any, patch: Facts, allowed: Collection[str], *, at: str = "/facts") -> None:
    """Raise InvalidFacts as `check` does, for a merge patch: a null removes, and writes too."""
    _refuse(_faults(model, without_nulls(patch)) | _names_not_for(model, patch, allowed), at)


def _faults(model: Any, facts: Facts) -> set[tuple[str, str]]:
    reading = Reading([], [])
    if "ref" in model.__dataclass_fields__:
        read_row(model, "row", facts, (), reading)
    else:
        read(model, facts, (), reading)
    wrong = [(gap.path, "wrong-type") for gap in reading.gaps if _present(facts, gap.path)]
    wrong += [(stranger.path, "unknown-field") for stranger in reading.strangers]
    # A dot within a key would make two paths look like one, here and in findings.
    wrong += [(path, "dotted-key") for path in _dotted(facts)]
    return {(_declared(model, path), code) for path, code in wrong}


def _names_not_for(model: Any, facts: Facts, allowed: Collection[str]) -> set[tuple[str, str]]:
    """Name the fields that another route writes, or none does, whatever they are set to."""
    known = {json_name(f) for f, _ in leaves(model)}
    wrong = {(name, "not-written-here") for name in facts if name in known and name not in allowed}
    return wrong | {("", "unknown-field") for name in facts if name not in known}


def _dotted(facts: object) -> Iterator[str]:
    """Yield the path above each key that holds a dot."""
    if isinstance(facts, dict):
        for key, value in facts.items():
            if "." in key:
                yield ""
            else:
                yield from (f"{key}.{path}".rstrip(".") for path in _dotted(value))


def _refuse(wrong: set[tuple[str, str]], at: str) -> None:
    if not wrong:
        return
    raise InvalidFacts(
        "Correct the fields shown; the documentation of this route gives their types.",
        errors=[
            {
                "within": "body",
                "pointer": _pointer(at, path),
                "code": code,
                "message": _MESSAGES[code],
            }
            for path, code in sorted(wrong)
        ],
    )


_MESSAGES = {
    "wrong-type": "This is not of the type that the field has.",
    "unknown-field": "There is no such field.",
    "not-written-here": "This field is not written by this route.",
    "dotted-key": "A key within holds a dot; choose one without.",
}


def merged(old: Facts, patch: Facts) -> Facts:
    """Apply a JSON merge patch (RFC 7396) and return the result."""
    out = dict(old)
    for key, value in patch.items():
        if value is None:
            out.pop(key, None)
        elif isinstance(value, dict) and isinstance(out.get(key), dict):
            out[key] = merged(out[key], value)
        else:
            out[key] = without_nulls(value)
    return out


def without_nulls(value: Any) -> Any:
    """Return a value with the null members of its objects left out."""
    if isinstance(value, dict):
        return {k: without_nulls(v) for k, v in value.items() if v is not None}
    return value


def schema(model: type, names: Collection[str] | None = None) -> Schema:
    """Return the JSON Schema of a part of the dossier, no field required."""
    properties = {
        json_name(f): _schema(annotation, f.metadata)
        for f, annotation in leaves(model)
        if names is None or json_name(f) in names
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _schema(annotation: Any, metadata: Mapping[str, Any]) -> Schema:
    shape = _type_schema(annotation)
    return {**shape, "description": metadata["means"]} if metadata.get("means") else shape


def _type_schema(annotation: Any) -> Schema:
    kind = kind_of(annotation)
    rows = row_model(annotation)
    if kind is not None:
        return _kind_schema(kind)
    if rows is not None:
        return {"type": "object", "additionalProperties": _row_schema(rows)}
    if get_origin(annotation) is Literal:
        return {"type": "string", "enum": list(get_args(annotation))}
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _type_schema(get_args(annotation)[0])}
    return schema(annotation)


def _row_schema(model: Any) -> Schema:
    bare = [annotation for f, annotation in leaves(model) if f.metadata["bare"]]
    return _type_schema(bare[0]) if bare else schema(model)


def _kind_schema(kind: Kind) -> Schema:
    first, _, word = kind.title.partition("/")
    if kind.title in _FORMATS or not word:
        return dict(_FORMATS[kind.title])
    return {"oneOf": [dict(_FORMATS[first]), {"const": word}]}


def _declared(model: Any, path: str) -> str:
    """Cut a path above the first key that the sender made up: it could be anything."""
    shown: list[str] = []
    for part in path.split("."):
        if not (isinstance(model, type) and is_dataclass(model)):
            break
        known = {json_name(f): kind for f, kind in leaves(model)}
        if part not in known:
            break
        shown.append(part)
        model = known[part]
    return ".".join(shown)


def _present(node: Any, path: str) -> bool:
    for part in path.split("."):
        if not isinstance(node, dict) or part not in node:
            return False
        node = node[part]
    return True


def _pointer(at: str, path: str) -> str:
    if not path:
        return at
    return at + "".join(
        "/" + part.replace("~", "~0").replace("/", "~1") for part in path.split(".")
    )
