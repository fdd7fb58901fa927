"""The 25 rules in the policy language; `seat` is the one that a seat's rule is about.

What stands here is also valid CEL, but for the instants, which CEL is given as text.
"""

from collections.abc import Mapping

OF_A_SEAT: Mapping[str, str] = {
    "screened": 'seat.screening.status == "clear"',
    "screened_lately": 'as_of - seat.screening.at <= duration("72h")',
    "reviewed": 'seat.screening.score < params.fresh_score || seat.screening.reviewer != ""',
    "consent": 'seat.consent.status == "given"',
    "consent_covers": '!session.minuted || "minutes" in seat.consent.covers',
    "consent_lasts": "seat.consent.until >= session.end",
    "accepted": "seat.accepted",
    "speaks_by_role": 'seat.role in ["delegate", "adviser", "facilitator"] || seat.weight < 2',
    "conflict": '!seat.conflicted || seat.mitigation != ""',
    "trained": 'seat.role != "facilitator" || seat.trained',
    "safeguarded": "seat.safeguarded",
    "travel": "seat.travel_risk <= params.most_risk",
    "notice": "seat.notice == params.notice",
    "basis": 'seat.basis != ""',
    "access": "seat.accessible",
    "interpreter": "!seat.needs_interpreter || seat.has_interpreter",
    "understands": (
        "seat.has_interpreter || seat.languages.exists(language, language in session.languages)"
    ),
    "funded": "!seat.funder_excludes",
    "of_age": "seat.age >= params.least_age",
    "exposed": '!seat.exposed || seat.screening.reviewer != ""',
}
OF_THE_SESSION: Mapping[str, str] = {
    "gender": (
        'size(seats.filter(s, s.gender == "woman")) * 100 >= size(seats) * params.women_pct'
        ' && size(seats.filter(s, s.gender == "woman")) != 1'
        ' && seats.exists(s, s.gender == "woman" && (s.has_voice || s.weight > 0))'
    ),
    "balance": (
        'size(seats.filter(s, s.side == "north")) - size(seats.filter(s, s.side == "south"))'
        " <= params.most_gap"
        ' && size(seats.filter(s, s.side == "south")) - size(seats.filter(s, s.side == "north"))'
        " <= params.most_gap"
    ),
    "funder": (
        "!(session.country in funder.excluded_countries) && session.cost <= funder.most_cost"
    ),
    "analysed": 'as_of - session.analysed_at <= duration("4320h") && size(session.red_lines) > 0',
    "protected": 'session.impact_assessed && session.channel == "encrypted"',
}
