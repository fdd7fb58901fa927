"""zen-engine, the GoRules engine in Rust: one decision with 25 expressions."""

import json
from collections.abc import Mapping
from typing import Any

from bench.rules.engagements import Engagement, plain, seconds
from bench.rules.engine import SESSION, Engine, Findings, broken
from zen import ZenEngine

# '#' is the seat.
OF_A_SEAT: Mapping[str, str] = {
    "screened": "#.screening.status == 'clear'",
    "screened_lately": "as_of - #.screening.at <= 259200",
    "reviewed": "#.screening.score < params.fresh_score or #.screening.reviewer != ''",
    "consent": "#.consent.status == 'given'",
    "consent_covers": "not session.minuted or 'minutes' in #.consent.covers",
    "consent_lasts": "#.consent.until >= session.end",
    "accepted": "#.accepted",
    "speaks_by_role": "#.role in ['delegate', 'adviser', 'facilitator'] or #.weight < 2",
    "conflict": "not #.conflicted or #.mitigation != ''",
    "trained": "#.role != 'facilitator' or #.trained",
    "safeguarded": "#.safeguarded",
    "travel": "#.travel_risk <= params.most_risk",
    "notice": "#.notice == params.notice",
    "basis": "#.basis != ''",
    "access": "#.accessible",
    "interpreter": "not #.needs_interpreter or #.has_interpreter",
    "understands": "#.has_interpreter or some(#.languages, # in session.languages)",
    "funded": "not #.funder_excludes",
    "of_age": "#.age >= params.least_age",
    "exposed": "not #.exposed or #.screening.reviewer != ''",
}
OF_THE_SESSION: Mapping[str, str] = {
    "gender": (
        "count(seats, #.gender == 'woman') * 100 >= len(seats) * params.women_pct"
        " and count(seats, #.gender == 'woman') != 1"
        " and some(seats, #.gender == 'woman' and (#.has_voice or #.weight > 0))"
    ),
    "balance": (
        "abs(count(seats, #.side == 'north') - count(seats, #.side == 'south')) <= params.most_gap"
    ),
    "funder": (
        "not (session.country in funder.excluded_countries) and session.cost <= funder.most_cost"
    ),
    "analysed": "as_of - session.analysed_at <= 15552000 and len(session.red_lines) > 0",
    "protected": "session.impact_assessed and session.channel == 'encrypted'",
}


def engines() -> tuple[Engine, ...]:
    """Return zen with its decision made beforehand."""
    expressions = {
        **{
            rule: f"map(filter(seats, not ({condition})), #.ref)"
            for rule, condition in OF_A_SEAT.items()
        },
        **{
            rule: f"({condition}) ? [] : ['{SESSION}']"
            for rule, condition in OF_THE_SESSION.items()
        },
    }
    decision = ZenEngine().create_decision(json.dumps(_graph(expressions)))

    def prepare(engagement: Engagement) -> Any:
        return plain(engagement, seconds)

    def judge(raw: Any) -> Findings:
        result = decision.evaluate(raw)["result"]
        return broken([(rule, result[rule]) for rule in expressions])

    return (Engine("zen-engine", "zen-engine", "JSON values, one call", prepare, judge),)


def _graph(expressions: Mapping[str, str]) -> Any:
    """Return a decision that takes its input through one node with all expressions."""
    rows = [{"id": rule, "key": rule, "value": value} for rule, value in expressions.items()]
    nodes: list[dict[str, Any]] = [
        {"id": "in", "type": "inputNode"},
        {"id": "rules", "type": "expressionNode", "content": {"expressions": rows}},
        {"id": "out", "type": "outputNode"},
    ]
    return {
        "nodes": [{**node, "name": node["id"], "position": {"x": 0, "y": 0}} for node in nodes],
        "edges": [
            {"id": "to-rules", "sourceId": "in", "targetId": "rules"},
            {"id": "to-out", "sourceId": "rules", "targetId": "out"},
        ],
    }
