import asyncio
import json
from typing import Any

import pytest
from starlette.requests import Request

from antechamber.errors import Busy, IllegalTransition, NotFound, Problem, Withheld, render

REQUEST = Request({"type": "http", "method": "GET", "path": "/", "headers": []})


def document(problem: Exception) -> tuple[int, str, dict[str, Any]]:
    reply = asyncio.run(render(REQUEST, problem))
    return reply.status_code, reply.headers["content-type"], json.loads(bytes(reply.body))


@pytest.mark.parametrize(
    ("kind", "status", "slug"),
    [
        (NotFound, 404, "not-found"),
        (Withheld, 409, "withheld-by-policy"),
        (IllegalTransition, 409, "illegal-transition"),
        (Busy, 503, "busy"),
    ],
)
def test_a_problem_is_rendered_as_rfc_9457_says(
    kind: type[Problem], status: int, slug: str
) -> None:
    assert document(kind("Do this next.", decision="d1")) == (
        status,
        "application/problem+json",
        {
            "type": f"/problems/{slug}",
            "title": kind.title,
            "status": status,
            "detail": "Do this next.",
            "decision": "d1",
        },
    )


def test_an_extra_member_does_not_overwrite_a_standard_one() -> None:
    _, _, body = document(NotFound("Gone.", status=200, title="All is well"))
    assert (body["status"], body["title"]) == (404, "No such record")


def test_a_bug_is_not_rendered_as_a_problem() -> None:
    with pytest.raises(TypeError):
        document(ValueError("a name that must not be shown"))
