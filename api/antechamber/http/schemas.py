"""The bases of all documents that come in and go out."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

LONGEST_TEXT = 20_000

T = TypeVar("T")


class Incoming(BaseModel):
    """What a client sends: nothing beyond the declared members, JSON types as they are."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        str_max_length=LONGEST_TEXT,
    )


class Outgoing(BaseModel):
    """What a client gets; may be read off a row."""

    model_config = ConfigDict(frozen=True, from_attributes=True, hide_input_in_errors=True)


class Listing(Outgoing, Generic[T]):
    """One page of a list; the Link header names the next one, if there is one."""

    items: list[T]
