"""Parameters that an organisation or an initiative sets, and those that wait for a second word."""

from collections.abc import Mapping
from datetime import datetime

from antechamber.documents.base import Part
from antechamber_compliance.overlays import Overlay

Value = bool | int | str | list[str]


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
