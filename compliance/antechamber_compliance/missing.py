"""What is not known: a value that refuses to be read, and the exception that says so.

Every strict operation on a Missing raises Unknown; only `&&`, `||`, `?:`, `all` and
`exists` of the policy language may absorb it. So no code, Python or policy, can read an
absent fact as an answer by accident.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar, TypeVarTuple


class Unknown(Exception):
    """A verdict could not be reached; `paths` are the dossier paths that were missing."""

    def __init__(self, *paths: str) -> None:
        super().__init__("information missing: " + ", ".join(paths))
        self.paths = tuple(sorted(set(paths)))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Missing:
    """Stands where a leaf is absent, null, empty or of the wrong type."""

    paths: tuple[str, ...]

    def _refuse(self, *_: Any) -> NoReturn:
        raise Unknown(*self.paths)

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __bool__ = __len__ = __iter__ = __contains__ = __hash__ = __str__ = __format__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __neg__ = _refuse
    __mul__ = __rmul__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _refuse

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse every field, so that a lost record is as unreadable as a lost leaf."""
        raise Unknown(*self.paths)

    def __repr__(self) -> str:
        return f"Missing{self.paths}"


Value = TypeVar("Value")
Given = TypeVarTuple("Given")


def sure(value: Value | Missing) -> Value:
    """Return a value that is known; raise Unknown where it is missing."""
    if isinstance(value, Missing):
        raise Unknown(*value.paths)
    return value


def attempt(compute: Callable[[*Given], Value], *given: *Given) -> Value | Missing:
    """Compute a fact from what is given, or return the Missing that says which paths it lacked."""
    try:
        return compute(*given)
    except Unknown as lack:
        return Missing(lack.paths)
    except OverflowError:  # the calendar ends in the year 9999
        return Missing(("a date out of range",))
