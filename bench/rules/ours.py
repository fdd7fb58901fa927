"""The policy language: the 25 rules, compiled over types of the benchmark's own."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bench.rules.engagements import (
    GENDERS,
    ROLES,
    SIDES,
    Consent,
    Engagement,
    Funder,
    Params,
    Screening,
    Seat,
    Session,
    plain,
    seconds,
)
from bench.rules.engine import SESSION, Engine, Findings
from bench.rules.sources import OF_A_SEAT, OF_THE_SESSION

from antechamber_compliance.language import (
    BOOL,
    INT,
    STRING,
    TIMESTAMP,
    Binding,
    EnumOf,
    ListOf,
    RecordOf,
    compile_expression,
)

WORDS = ListOf(STRING, 20)
SCREENING = RecordOf(
    "screening",
    {"status": EnumOf(("clear", "match")), "at": TIMESTAMP, "score": INT, "reviewer": STRING},
)
CONSENT = RecordOf(
    "consent", {"status": EnumOf(("given", "withdrawn")), "covers": WORDS, "until": TIMESTAMP}
)
SEAT = RecordOf(
    "seat",
    {
        **dict.fromkeys(("ref", "organisation", "mitigation", "notice", "basis"), STRING),
        **dict.fromkeys(("age", "weight", "travel_risk"), INT),
        **dict.fromkeys(("has_voice", "accepted", "conflicted", "trained", "safeguarded"), BOOL),
        **dict.fromkeys(("accessible", "needs_interpreter", "has_interpreter"), BOOL),
        **dict.fromkeys(("funder_excludes", "exposed"), BOOL),
        "role": EnumOf(ROLES),
        "gender": EnumOf(GENDERS),
        "side": EnumOf(SIDES),
        "screening": SCREENING,
        "consent": CONSENT,
        "languages": WORDS,
    },
)
SESSION_TYPE = RecordOf(
    "session",
    {
        **dict.fromkeys(("country", "channel"), STRING),
        **dict.fromkeys(("impact_assessed", "minuted"), BOOL),
        **dict.fromkeys(("end", "analysed_at"), TIMESTAMP),
        **dict.fromkeys(("languages", "red_lines"), WORDS),
        "cost": INT,
    },
)
PARAMS = RecordOf(
    "params",
    {
        **dict.fromkeys(("fresh_score", "most_risk", "least_age", "women_pct", "most_gap"), INT),
        "notice": STRING,
    },
)
FUNDER = RecordOf("funder", {"excluded_countries": ListOf(STRING, 300), "most_cost": INT})
NAMES: Mapping[str, Binding] = {
    "as_of": Binding(TIMESTAMP, "as_of"),
    "seats": Binding(ListOf(SEAT, 500), "seats"),
    "session": Binding(SESSION_TYPE, "session"),
    "funder": Binding(FUNDER, "funder"),
    "params": Binding(PARAMS, "params"),
}


def refs_where_broken(condition: str) -> str:
    """Return the expression for the seats of which a condition does not hold."""
    return f"seats.filter(seat, !({condition})).map(seat, seat.ref)"


def engines() -> tuple[Engine, ...]:
    """Return the policy language, given records, and given what the peers are given."""
    of_a_seat = [
        (rule, compile_expression(refs_where_broken(source), NAMES))
        for rule, source in OF_A_SEAT.items()
    ]
    of_the_session = [
        (rule, compile_expression(source, NAMES, expect=BOOL))
        for rule, source in OF_THE_SESSION.items()
    ]

    def judge(engagement: Engagement) -> Findings:
        scope = {name: getattr(engagement, name) for name in NAMES}
        found = {}
        for rule, expression in of_a_seat:
            refs = expression.evaluate(scope)
            if refs:
                found[rule] = list(refs)
        for rule, expression in of_the_session:
            if not expression.evaluate(scope):
                found[rule] = [SESSION]
        return found

    return (
        Engine("antechamber", "antechamber", "typed records", lambda given: given, judge),
        Engine(
            "antechamber, JSON values",
            "antechamber",
            "JSON values; making records of them is timed",
            lambda given: plain(given, seconds),
            lambda given: judge(read(given)),
        ),
    )


def read(raw: Mapping[str, Any]) -> Engagement:
    """Make records of JSON values whose instants are seconds."""
    session = raw["session"]
    return Engagement(
        as_of=_instant(raw["as_of"]),
        seats=tuple(_seat(seat) for seat in raw["seats"]),
        session=Session(
            **{
                **session,
                "end": _instant(session["end"]),
                "analysed_at": _instant(session["analysed_at"]),
                "languages": tuple(session["languages"]),
                "red_lines": tuple(session["red_lines"]),
            }
        ),
        funder=Funder(tuple(raw["funder"]["excluded_countries"]), raw["funder"]["most_cost"]),
        params=Params(**raw["params"]),
    )


def _seat(raw: Mapping[str, Any]) -> Seat:
    screening, consent = raw["screening"], raw["consent"]
    return Seat(
        **{
            **raw,
            "screening": Screening(**{**screening, "at": _instant(screening["at"])}),
            "consent": Consent(
                consent["status"], tuple(consent["covers"]), _instant(consent["until"])
            ),
            "languages": tuple(raw["languages"]),
        }
    )


def _instant(value: int) -> datetime:
    return datetime.fromtimestamp(value, UTC)
