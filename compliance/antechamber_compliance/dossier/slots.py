"""Fill the slots of a model directly.

A frozen dataclass sets each field through object.__setattr__. A seat has some fifty, and that
would be most of what reading and copying cost. Only what makes models may do this.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar

Model = TypeVar("Model")
Setter = Callable[[Any, Any], None]


def changed(record: Model, /, **values: Any) -> Model:
    """Return a copy of a model with other values, as dataclasses.replace does."""
    kind: type = type(record)
    copy: Model = _copier(kind)(record)
    put = setters(kind)
    for name, value in values.items():
        put[name](copy, value)
    return copy


@cache
def _copier(model: type) -> Callable[[Any], Any]:
    """Return what copies a model, compiled as dataclasses does: a loop takes twice as long."""
    put = setters(model)
    lines = ["copy = new(model)", *(f"put_{name}(copy, record.{name})" for name in put)]
    source = "\n    ".join(("def copied(record):", *lines, "return copy"))
    scope: dict[str, Any] = {f"put_{name}": fill for name, fill in put.items()}
    scope |= {"new": object.__new__, "model": model}
    exec(source, scope)  # noqa: S102 - made of nothing but the model's own field names
    copier: Callable[[Any], Any] = scope["copied"]
    return copier


@cache
def setters(model: type) -> Mapping[str, Setter]:
    """Return what sets each field of a model, in their order."""
    return {f.name: getattr(model, f.name).__set__ for f in fields(model)}


@cache
def defaults(model: type) -> tuple[tuple[Setter, Any], ...]:
    """Return what sets each field that has a default, and the default."""
    put = setters(model)
    return tuple((put[f.name], f.default) for f in fields(model) if f.default is not MISSING)
