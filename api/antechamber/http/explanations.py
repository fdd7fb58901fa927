"""What each kind of problem means, served at the address that its `type` names."""

from collections.abc import Iterable
from inspect import getdoc

from fastapi import APIRouter

from antechamber.errors import NotFound, Problem
from antechamber.http.bodies import api_router
from antechamber.http.problems import type_of
from antechamber.http.schemas import Outgoing


class Explanation(Outgoing):
    """One kind of problem, in words."""

    type: str
    title: str
    status: int
    description: str


def explanations(problems: Iterable[type[Problem]]) -> APIRouter:
    """Make the routes that explain these problems."""
    router = api_router("problems", "/problems")
    known = {
        problem.slug: Explanation(
            type=type_of(problem),
            title=problem.title,
            status=problem.status,
            description=getdoc(problem) or problem.title,
        )
        for problem in problems
    }

    @router.get("/{slug}")
    def explain(slug: str) -> Explanation:
        """Explain one kind of problem."""
        if slug not in known:
            raise NotFound("There is no problem of this kind.")
        return known[slug]

    return router
