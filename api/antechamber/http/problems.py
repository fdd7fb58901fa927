"""The problems that HTTP itself knows, and how any problem becomes a response (RFC 9457)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from fastapi.responses import JSONResponse

from antechamber.errors import Busy, IllegalTransition, NotFound, Problem, Withheld
from antechamber.identity.problems import (
    Forbidden,
    HandleTaken,
    IncompatibleRoles,
    NotAppointed,
    RoleNotHeld,
    Unauthorised,
)

MEDIA_TYPE = "application/problem+json"
BUSY_SECONDS = 5


class BadRequest(Problem):
    """The request is not proper HTTP, or was cut off; repeat it whole."""

    status, slug, title = 400, "bad-request", "Not a proper request"


class IdempotencyKeyRequired(Problem):
    """Every POST carries an Idempotency-Key, so that repeating it is safe.

    Send 1 to 128 visible ASCII characters, random for each new request, the same for a repeat.
    """

    status, slug, title = 400, "idempotency-key-required", "Idempotency-Key is missing"


class MethodNotAllowed(Problem):
    """This address has other methods; the Allow header names them."""

    status, slug, title = 405, "method-not-allowed", "No such method here"

    def __init__(self, allowed: Sequence[str]) -> None:
        super().__init__("Use one of the methods in the Allow header.")
        self.allowed = tuple(allowed)


class RepeatInFlight(Problem):
    """The same request is being answered at this moment; nothing was done twice. Repeat it."""

    status, slug, title = 409, "repeat-in-flight", "The same request is being answered"


class PreconditionFailed(Problem):
    """The record changed since you read it: read it again, then decide anew."""

    status, slug, title = 412, "stale", "The record has changed"


class ContentTooLarge(Problem):
    """The body is larger than any request needs."""

    status, slug, title = 413, "content-too-large", "The body is too large"


class UnsupportedMediaType(Problem):
    """A body is JSON in UTF-8, sent as application/json."""

    status, slug, title = 415, "unsupported-media-type", "Not JSON"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong where, and never the value: `pointer` is RFC 6901, `code` is stable.

    `within` is 'body', 'query' or 'header'. A pointer stops above keys that the sender chose.
    """

    within: str
    pointer: str
    code: str
    message: str


class InvalidRequest(Problem):
    """Some values are missing, of another type or out of bounds; `errors` says which."""

    status, slug, title = 422, "invalid-request", "The request cannot be used as it is"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("Correct what 'errors' lists.", errors=[asdict(fault) for fault in faults])


class BadCursor(Problem):
    """A cursor is good for the reader and the list that it was given for. Start anew."""

    status, slug, title = 422, "bad-cursor", "The cursor is not good here"


class IdempotencyKeyReused(Problem):
    """This Idempotency-Key came with another body before; a new request needs a new key."""

    status, slug, title = 422, "idempotency-key-reused", "The key is of another request"


class PreconditionRequired(Problem):
    """Every write says what it is based on: send the record's ETag as If-Match."""

    status, slug, title = 428, "if-match-required", "If-Match is missing"


class TooManyRequests(Problem):
    """The quota is used up; Retry-After says in how many seconds there is more."""

    status, slug, title = 429, "too-many-requests", "Too many requests"

    def __init__(self, retry_after: int) -> None:
        super().__init__("Wait as long as Retry-After says.")
        self.retry_after = retry_after


class Unexpected(Problem):
    """A fault on our side; its reference is in our log. Read the record before you repeat."""

    status, slug, title = 500, "unexpected", "Something went wrong"

    def __init__(self, reference: str) -> None:
        super().__init__(
            "Tell us the reference. Read the record again before you repeat the request.",
            reference=reference,
        )


class Unready(Problem):
    """The office cannot work at the moment; its log says why."""

    status, slug, title = 503, "not-ready", "The office is not ready"


KNOWN: tuple[type[Problem], ...] = (
    BadRequest,
    IdempotencyKeyRequired,
    Unauthorised,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    HandleTaken,
    IllegalTransition,
    IncompatibleRoles,
    NotAppointed,
    RepeatInFlight,
    RoleNotHeld,
    Withheld,
    PreconditionFailed,
    ContentTooLarge,
    UnsupportedMediaType,
    BadCursor,
    IdempotencyKeyReused,
    InvalidRequest,
    PreconditionRequired,
    TooManyRequests,
    Unexpected,
    Busy,
    Unready,
)


def response_of(problem: Problem) -> JSONResponse:
    """Turn a problem into application/problem+json with the headers that belong to it."""
    body: dict[str, Any] = {
        "type": type_of(problem),
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    return JSONResponse(
        {**problem.extra, **body}, problem.status, _headers(problem), media_type=MEDIA_TYPE
    )


def type_of(problem: Problem | type[Problem]) -> str:
    """Return the address that stands for this kind of problem, and explains it."""
    return f"/problems/{problem.slug}"


def _headers(problem: Problem) -> dict[str, str]:
    match problem:
        case Unauthorised():
            return {"WWW-Authenticate": "Bearer"}
        case MethodNotAllowed(allowed=allowed):
            return {"Allow": ", ".join(allowed)}
        case TooManyRequests(retry_after=seconds):
            return {"Retry-After": str(seconds)}
        case Busy() | Unready():
            return {"Retry-After": str(BUSY_SECONDS)}
    return {}
