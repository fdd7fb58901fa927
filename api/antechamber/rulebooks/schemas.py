"""What comes in and goes out about parameters."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from antechamber.http.schemas import Incoming, Outgoing, Said

Word = Annotated[str, Field(max_length=80)]
Words = Annotated[list[Word], Field(max_length=100)]


class ParameterIn(Incoming):
    """A value for a parameter, and why. Looser than what it replaces, it waits for a director."""

    value: bool | int | Word | Words = Field(
        description="of the parameter's type; a duration is text such as 72h", examples=[40]
    )
    reason: Said = Field(examples=["The board asked for more."])


class SettingOut(Outgoing):
    """What a layer sets or proposes. `confirmed_by` is the second person behind a looser value."""

    value: Any
    reason: str
    by: str
    at: datetime
    confirmed_by: str | None


class ParameterOut(Outgoing):
    """A parameter today: the rulebook's value, what the layers set, and what is in force.

    A session is judged by the values of its first day. A layer's value is not in force where
    it is looser than what it replaces and nobody confirmed it for that. `bounds` is null where
    the rulebook in force has no such parameter: sessions are then denied until it is removed.
    """

    name: str
    type: str | None
    unit: str | None
    bounds: str | None
    stricter: str | None
    rulebook: Any
    organisation: SettingOut | None
    initiative: SettingOut | None
    proposed: SettingOut | None
    in_force: Any
