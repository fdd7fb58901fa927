"""Random engagements of thirty seats, as typed records and as plain JSON values."""

import random
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

SEATS = 30
AS_OF = datetime(2026, 11, 22, 9, tzinfo=UTC)
# Of most seats nothing is wrong: each fact is as it should be this often.
USUAL = 0.97
ROLES = ("delegate", "adviser", "facilitator", "observer", "note_taker", "interpreter")
GENDERS = ("woman", "man", "non_binary", "undisclosed")
SIDES = ("north", "south", "none")


@dataclass(frozen=True, slots=True)
class Screening:
    status: str
    at: datetime
    score: int
    reviewer: str


@dataclass(frozen=True, slots=True)
class Consent:
    status: str
    covers: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Seat:
    ref: str
    organisation: str
    role: str
    gender: str
    side: str
    age: int
    has_voice: bool
    weight: int
    screening: Screening
    consent: Consent
    accepted: bool
    conflicted: bool
    mitigation: str
    trained: bool
    safeguarded: bool
    travel_risk: int
    notice: str
    basis: str
    accessible: bool
    needs_interpreter: bool
    has_interpreter: bool
    languages: tuple[str, ...]
    funder_excludes: bool
    exposed: bool


@dataclass(frozen=True, slots=True)
class Session:
    end: datetime
    country: str
    languages: tuple[str, ...]
    channel: str
    impact_assessed: bool
    analysed_at: datetime
    red_lines: tuple[str, ...]
    minuted: bool
    cost: int


@dataclass(frozen=True, slots=True)
class Funder:
    excluded_countries: tuple[str, ...]
    most_cost: int


@dataclass(frozen=True, slots=True)
class Params:
    fresh_score: int = 90
    most_risk: int = 3
    notice: str = "3"
    least_age: int = 18
    women_pct: int = 30
    most_gap: int = 4


@dataclass(frozen=True, slots=True)
class Engagement:
    as_of: datetime
    seats: tuple[Seat, ...]
    session: Session
    funder: Funder
    params: Params


@dataclass(slots=True)
class _Draw:
    chance: random.Random

    def usual(self, odds: float = USUAL) -> bool:
        return self.chance.random() < odds

    def gender(self, women: float) -> str:
        if self.usual(0.9):
            return "woman" if self.usual(women) else "man"
        return self.chance.choice(GENDERS)

    def seat(self, ref: str, women: float) -> Seat:
        chance, usual = self.chance, self.usual
        return Seat(
            ref=ref,
            organisation=f"O{chance.randrange(6)}",
            role=chance.choice(ROLES),
            gender=self.gender(women),
            side=chance.choice(SIDES),
            age=chance.randrange(18, 80) if usual() else 17,
            has_voice=usual(0.7),
            weight=chance.randrange(2) if usual() else 2,
            screening=self.screening(),
            consent=self.consent(),
            accepted=usual(),
            conflicted=not usual(),
            mitigation="recused" if usual(0.5) else "",
            trained=usual(),
            safeguarded=usual(),
            travel_risk=chance.randrange(3) if usual(0.9) else chance.randrange(6),
            notice="3" if usual() else "2",
            basis="explicit consent" if usual() else "",
            accessible=usual(),
            needs_interpreter=usual(0.2),
            has_interpreter=usual(0.9),
            languages=("en", "fr") if usual(0.9) else ("ar",),
            funder_excludes=not usual(),
            exposed=not usual(0.9),
        )

    def screening(self) -> Screening:
        return Screening(
            status="clear" if self.usual() else "match",
            at=AS_OF - timedelta(hours=self.chance.randrange(70) if self.usual() else 2000),
            score=self.chance.randrange(100),
            reviewer="C1" if self.usual(0.9) else "",
        )

    def consent(self) -> Consent:
        return Consent(
            status="given" if self.usual() else "withdrawn",
            covers=("attendance", "minutes") if self.usual() else ("attendance",),
            until=AS_OF + timedelta(days=100 if self.usual() else 3),
        )

    def session(self) -> Session:
        return Session(
            end=AS_OF + timedelta(days=11, hours=8),
            country="CH" if self.usual() else "XX",
            languages=("en", "fr"),
            channel="encrypted" if self.usual() else "plain",
            impact_assessed=self.usual(),
            analysed_at=AS_OF - timedelta(days=50 if self.usual() else 400),
            red_lines=("R1",) if self.usual() else (),
            minuted=True,
            cost=self.chance.randrange(30_000, 52_000),
        )


def engagement(seed: int) -> Engagement:
    """Draw the engagement of this seed."""
    draw = _Draw(random.Random(seed))
    women = 0.4 if draw.usual(0.8) else 0.1
    return Engagement(
        as_of=AS_OF,
        seats=tuple(draw.seat(f"P{n:02}", women) for n in range(SEATS)),
        session=draw.session(),
        funder=Funder(excluded_countries=("XX", "YY"), most_cost=50_000),
        params=Params(),
    )


def plain(value: Any, instant: Callable[[datetime], object]) -> Any:
    """Return a record as JSON values; `instant` says how an engine wants its times."""
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, tuple):
        return [plain(item, instant) for item in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name), instant) for field in fields(value)}
    return value


def text(value: datetime) -> str:
    """Write an instant as RFC 3339."""
    return value.strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(value: datetime) -> int:
    """Write an instant as seconds since 1970."""
    return int(value.timestamp())
