"""cedarpy, Cedar in Rust: 31 requests an engagement in one batch."""

from pathlib import Path
from typing import Any

import cedarpy
from bench.rules.engagements import Engagement, plain, seconds
from bench.rules.engine import SESSION, Engine, Findings

POLICIES = Path(__file__).with_name("rules.cedar")
Request = dict[str, Any]


def requests(engagement: Engagement) -> list[Request]:
    """Ask whether each seat may attend and whether the session may be convened.

    A request carries only what the rules read.
    """
    raw = plain(engagement, seconds)
    shared = {name: raw[name] for name in ("as_of", "session", "params")}
    women = [seat for seat in engagement.seats if seat.gender == "woman"]
    sides = [seat.side for seat in engagement.seats]
    convened = {
        **shared,
        "funder": raw["funder"],
        "seats": len(sides),
        "women": len(women),
        "women_heard": sum(seat.has_voice or seat.weight > 0 for seat in women),
        "north": sides.count("north"),
        "south": sides.count("south"),
    }
    attended = [_request(seat["ref"], "attend", {**seat, **shared}) for seat in raw["seats"]]
    return [*attended, _request(SESSION, "convene", convened)]


def _request(subject: str, action: str, context: Request) -> Request:
    return {
        "principal": f'Seat::"{subject}"',
        "action": f'Action::"{action}"',
        "resource": 'Engagement::"E"',
        "context": context,
    }


def engines() -> tuple[Engine, ...]:
    """Return Cedar with its policies parsed beforehand and its requests written beforehand."""
    policies = cedarpy.PolicySet.from_str(POLICIES.read_text(encoding="utf-8"))
    entities = cedarpy.Entities.from_json_str("[]")

    def judge(asked: list[Request]) -> Findings:
        found: Findings = {}
        answers = cedarpy.is_authorized_batch(asked, policies, entities)
        for request, answer in zip(asked, answers, strict=True):
            if answer.diagnostics.errors:
                raise RuntimeError(answer.diagnostics.errors)
            if not answer.allowed:
                ref = request["principal"].split('"')[1]
                for rule in answer.diagnostics.id_annotations_by_reason.values():
                    found.setdefault(rule, []).append(ref)
        return found

    return (Engine("cedarpy", "cedarpy", "31 requests in one batch", requests, judge),)
