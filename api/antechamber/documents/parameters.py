"""Parameters that an organisation or an initiative sets, and those that wait for a second word."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from antechamber.documents.base import Part
from antechamber_compliance.overlays import Overlay
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.screening.bands import Thresholds

Value = bool | int | str | list[str]
SCORES = ("PRO-02.review_score", "PRO-02.near_score")


class ProposedParameter(Part):
    """A value looser than what it is to replace: it has no effect until a director confirms it."""

    value: Value
    reason: str
    by: str
    at: datetime


class SetParameter(Part):
    """A value that a layer sets, by whom (handles) and why.

    `in_place_of` is the value that `by` and `confirmed_by` agreed to fall below.
    """

    value: Value
    reason: str
    by: str
    at: datetime
    confirmed_by: str | None = None
    in_place_of: Value | None = None


def layer(parameters: Mapping[str, SetParameter]) -> dict[str, Overlay]:
    """Return the parameters that a document sets, as the rules library takes them."""
    return {
        name: Overlay(value=each.value, in_place_of=each.in_place_of)
        for name, each in parameters.items()
    }


def strictest_scores(rulebook: Rulebook, *layers: Mapping[str, SetParameter]) -> Thresholds | None:
    """Return the strictest scores that any session may be judged by; None where no rule has any.

    `layers` are what the organisation and the initiative set.
    """
    declared = rulebook.parameters()
    if not declared.keys() >= set(SCORES):
        return None
    strictest = []
    for name in SCORES:
        values: list[object] = [value for _, value in declared[name].values]
        values += [each[name].value for each in layers if name in each]
        strictest.append(min(cast(list[int], values)))
    return Thresholds(*strictest)
