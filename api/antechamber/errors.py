"""Faults as RFC 9457 problem documents, and those that keep an office from starting."""

from collections.abc import Mapping
from typing import Any, ClassVar


class NotReady(Exception):
    """The office cannot start. The message says what to do and holds no key and no name."""


class OtherKeyring(NotReady):
    """The keyring is another office's, or of another time than the database."""


class OtherVersion(NotReady):
    """The database has another schema than this version of the code."""


class Problem(Exception):
    """A fault the caller can act on. `detail` is shown: put no secret in it."""

    status: ClassVar[int] = 500
    slug: ClassVar[str] = "unexpected"
    title: ClassVar[str] = "Something went wrong"

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extra: Mapping[str, Any] = extra


class NotFound(Problem):
    """Absent, or hidden from this caller: the two must look alike."""

    status, slug, title = 404, "not-found", "No such record"

    def __init__(self, detail: str = "No such record that you may see.") -> None:
        super().__init__(detail)


class Withheld(Problem):
    """The rules did not clear the request; the decision is already on record."""

    status, slug, title = 409, "withheld-by-policy", "Not cleared by policy"


class IllegalTransition(Problem):
    """The session's state has no such step; nothing has changed."""

    status, slug, title = 409, "illegal-transition", "Not a step from this state"


class Busy(Problem):
    """Another writer held the database for too long; nothing has changed."""

    status, slug, title = 503, "busy", "The office is busy"
