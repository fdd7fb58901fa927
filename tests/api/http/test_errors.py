import json
from typing import Any

import pytest

from antechamber.errors import Busy, IllegalTransition, Problem, Withheld
from antechamber.http.problems import response_of
from antechamber.sessions.service import Closed


def document(problem: Problem) -> tuple[int, str, dict[str, Any]]:
    reply = response_of(problem)
    return reply.status_code, reply.headers["content-type"], json.loads(bytes(reply.body))


@pytest.mark.parametrize(
    ("kind", "status", "slug"),
    [
        (Closed, 409, "session-closed"),
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
    _, _, body = document(Withheld("Gone.", status=200, title="All is well"))
    assert (body["status"], body["title"]) == (409, "Not cleared by policy")
