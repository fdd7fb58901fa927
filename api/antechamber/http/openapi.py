"""Make FastAPI's OpenAPI document true: every problem that a route answers is in it."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from antechamber.errors import Busy, NotFound, Problem
from antechamber.http.problems import (
    MEDIA_TYPE,
    BadCursor,
    ContentTooLarge,
    IdempotencyKeyRequired,
    IdempotencyKeyReused,
    InvalidRequest,
    PreconditionFailed,
    PreconditionRequired,
    RepeatInFlight,
    TooManyRequests,
    Unexpected,
    UnsupportedMediaType,
    type_of,
)
from antechamber.identity.problems import Forbidden, Unauthorised

Document = dict[str, Any]
MARK = "x-problems"
EVERY_ROUTE = (TooManyRequests, Unexpected)
SIGNED_IN = (Unauthorised, Forbidden, Busy)
WITH_BODY = (ContentTooLarge, UnsupportedMediaType, InvalidRequest)
BY_HEADER: Mapping[str, tuple[type[Problem], ...]] = {
    "If-Match": (PreconditionFailed, PreconditionRequired),
    "Idempotency-Key": (IdempotencyKeyRequired, RepeatInFlight, IdempotencyKeyReused),
}
TEXT = {"type": "string"}
PROBLEM_SCHEMA: Document = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457. `type` is the address of an explanation.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {**TEXT, "format": "uri-reference"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "reference": {**TEXT, "description": "Of a fault of ours: what our log calls it."},
        "errors": {
            "type": "array",
            "description": "Of an invalid request: where and what, never the value.",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "message"],
                "properties": {
                    "within": {**TEXT, "enum": ["body", "query", "header"]},
                    "pointer": {**TEXT, "description": "RFC 6901"},
                    "code": TEXT,
                    "message": TEXT,
                },
            },
        },
    },
}


def answers(*problems: type[Problem]) -> dict[int | str, Document]:
    """Declare problems of a route's own, for its `responses`; the usual ones are added to all."""
    by_status: dict[int | str, Document] = {}
    for problem in problems:
        response = by_status.setdefault(problem.status, {"description": "", MARK: []})
        response[MARK].append(_example(problem))
    return by_status


def complete(document: Document) -> Document:
    """Return FastAPI's document with summaries, required headers and all problems."""
    document = copy.deepcopy(document)
    for operation in _operations(document):
        _summarise(operation)
        names = _require_headers(operation)
        _declare_problems(operation, names)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas["Problem"] = PROBLEM_SCHEMA
    return document


def _operations(document: Document) -> Iterator[Document]:
    for path in document["paths"].values():
        yield from path.values()


def _summarise(operation: Document) -> None:
    """Take the first sentence of the docstring; FastAPI makes a title of the function's name."""
    description = operation.get("description", "")
    if description:
        operation["summary"] = description.splitlines()[0].rstrip(".")


def _require_headers(operation: Document) -> set[str]:
    """Say that the headers are required which are read late, so that 404 comes before 428."""
    for parameter in operation.get("parameters", []):
        if parameter["name"] in BY_HEADER:
            parameter["required"] = True
            parameter["schema"] = TEXT
    return {parameter["name"] for parameter in operation.get("parameters", [])}


def _declare_problems(operation: Document, names: set[str]) -> None:
    responses = operation["responses"]
    if "HTTPValidationError" in str(responses.get("422")):
        del responses["422"]
    examples = [example for response in responses.values() for example in response.pop(MARK, ())]
    examples += [_example(problem) for problem in _usual_problems(operation, names)]
    by_status: dict[int, dict[str, Document]] = {}
    for example in sorted(examples, key=lambda example: (example["status"], example["type"])):
        by_status.setdefault(example["status"], {})[example["type"]] = example
    for status, problems in by_status.items():
        responses[str(status)] = _response(list(problems.values()))


def _usual_problems(operation: Document, names: set[str]) -> list[type[Problem]]:
    places = {parameter["in"] for parameter in operation.get("parameters", [])}
    return [
        *EVERY_ROUTE,
        *(SIGNED_IN if "security" in operation else ()),
        *((NotFound,) if "path" in places else ()),
        *((InvalidRequest,) if "query" in places else ()),
        *((BadCursor,) if "cursor" in names else ()),
        *(WITH_BODY if "requestBody" in operation else ()),
        *(problem for name in names & set(BY_HEADER) for problem in BY_HEADER[name]),
    ]


def _response(examples: list[Document]) -> Document:
    return {
        "description": "; ".join(example["title"] for example in examples),
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {
                    example["type"].rpartition("/")[2]: {"value": example} for example in examples
                },
            }
        },
    }


def _example(problem: type[Problem]) -> Document:
    return {
        "type": type_of(problem),
        "title": problem.title,
        "status": problem.status,
        "detail": "What to do next.",
    }
