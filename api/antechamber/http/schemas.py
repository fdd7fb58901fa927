"""The bases of all documents that come in and go out."""

from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from antechamber_compliance.texts import is_blank, is_said

LONGEST_TEXT = 20_000

T = TypeVar("T")


def _said(text: str) -> str:
    if not is_said(text):
        raise PydanticCustomError("not_said", "not said")
    return text


def _said_or_left_out(text: str) -> str:
    return _said(text) if text else text


def _seen(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "blank")
    return text


# What somebody says in their own words, and must say: a reason.
Said = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_said)]
SaidOrLeftOut = Annotated[str, Field(max_length=2000), AfterValidator(_said_or_left_out)]
# Of a name or title: it may be any word, but it must be seen.
SEEN = AfterValidator(_seen)


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
