"""Fill the slots of a model directly.

A frozen dataclass sets each field through object.__setattr__. A seat has some fifty, and that
would be most of what reading and copying cost. Only what makes models may do this.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Model = TypeVar("Model")
Setter = Callable[[Any, Any], None]


def changed(record: Model, /, **values: Any) -> Model:
    """Return a copy of a model with other values, as dataclasses.replace does."""
    kind: type = type(record)
    copy: Model = object.__new__(kind)
    put = setters(kind)
    for fill, value in zip(put.values(), _values_of(kind)(record), strict=True):
        fill(copy, value)
    for name, value in values.items():
        put[name](copy, value)
    return copy


@cache
def setters(model: type) -> Mapping[str, Setter]:
    """Return what sets each field of a model, in their order."""
    return {f.name: getattr(model, f.name).__set__ for f in fields(model)}


@cache
def _values_of(model: type) -> Callable[[Any], tuple[Any, ...]]:
    if len(fields(model)) == 1:  # of one name, attrgetter returns no tuple
        only = attrgetter(fields(model)[0].name)
        return lambda record: (only(record),)
    return attrgetter(*(f.name for f in fields(model)))


@cache
def defaults(model: type) -> tuple[tuple[Setter, Any], ...]:
    """Return what sets each field that has a default, and the default."""
    put = setters(model)
    return tuple((put[f.name], f.default) for f in fields(model) if f.default is not MISSING)
