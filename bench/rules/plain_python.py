"""The 25 rules as Python predicates: what every engine must agree with."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bench.rules.engagements import Engagement, Seat
from bench.rules.engine import SESSION, Engine, Findings

FRESH = timedelta(hours=72)
RECENT = timedelta(hours=4320)
SPEAKERS = frozenset({"delegate", "adviser", "facilitator"})

OF_A_SEAT: Mapping[str, Callable[[Engagement, Seat], bool]] = {
    "screened": lambda e, s: s.screening.status == "clear",
    "screened_lately": lambda e, s: e.as_of - s.screening.at <= FRESH,
    "reviewed": lambda e, s: s.screening.score < e.params.fresh_score or s.screening.reviewer != "",
    "consent": lambda e, s: s.consent.status == "given",
    "consent_covers": lambda e, s: not e.session.minuted or "minutes" in s.consent.covers,
    "consent_lasts": lambda e, s: s.consent.until >= e.session.end,
    "accepted": lambda e, s: s.accepted,
    "speaks_by_role": lambda e, s: s.role in SPEAKERS or s.weight < 2,
    "conflict": lambda e, s: not s.conflicted or s.mitigation != "",
    "trained": lambda e, s: s.role != "facilitator" or s.trained,
    "safeguarded": lambda e, s: s.safeguarded,
    "travel": lambda e, s: s.travel_risk <= e.params.most_risk,
    "notice": lambda e, s: s.notice == e.params.notice,
    "basis": lambda e, s: s.basis != "",
    "access": lambda e, s: s.accessible,
    "interpreter": lambda e, s: not s.needs_interpreter or s.has_interpreter,
    "understands": lambda e, s: (
        s.has_interpreter or any(language in e.session.languages for language in s.languages)
    ),
    "funded": lambda e, s: not s.funder_excludes,
    "of_age": lambda e, s: s.age >= e.params.least_age,
    "exposed": lambda e, s: not s.exposed or s.screening.reviewer != "",
}


def _gender(engagement: Engagement) -> bool:
    women = [seat for seat in engagement.seats if seat.gender == "woman"]
    share = len(women) * 100 >= len(engagement.seats) * engagement.params.women_pct
    heard = any(seat.has_voice or seat.weight > 0 for seat in women)
    return share and len(women) != 1 and heard


def _balance(engagement: Engagement) -> bool:
    north = sum(seat.side == "north" for seat in engagement.seats)
    south = sum(seat.side == "south" for seat in engagement.seats)
    return abs(north - south) <= engagement.params.most_gap


OF_THE_SESSION: Mapping[str, Callable[[Engagement], bool]] = {
    "gender": _gender,
    "balance": _balance,
    "funder": lambda e: (
        e.session.country not in e.funder.excluded_countries
        and e.session.cost <= e.funder.most_cost
    ),
    "analysed": lambda e: (
        e.as_of - e.session.analysed_at <= RECENT and len(e.session.red_lines) > 0
    ),
    "protected": lambda e: e.session.impact_assessed and e.session.channel == "encrypted",
}


def judge(engagement: Engagement) -> Findings:
    """Return the findings of the 25 predicates."""
    found = {}
    for rule, holds in OF_A_SEAT.items():
        refs = [seat.ref for seat in engagement.seats if not holds(engagement, seat)]
        if refs:
            found[rule] = refs
    for rule, is_so in OF_THE_SESSION.items():
        if not is_so(engagement):
            found[rule] = [SESSION]
    return found


def engines() -> tuple[Engine, ...]:
    """Return the predicates."""
    return (Engine("plain Python", "", "the same records", lambda given: given, judge),)
