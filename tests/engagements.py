"""Engagements for tests of the rules: the shipped scenarios, and changes to them."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.scenarios import Prepared, build, merge, read_cases, read_folder
from antechamber_compliance.verdict import Verdict

POLICIES = Path(__file__).parents[1] / "policies"
SCENARIOS = POLICIES / "scenarios"
SEVERITY = {"clear": 0, "clear_with_warnings": 1, "needs_approval": 2, "deny": 3}

Json = dict[str, Any]


@cache
def policy_files() -> Mapping[str, bytes]:
    """All files of the shipped policies, by their path."""
    found = (path for path in POLICIES.rglob("*") if path.is_file())
    return {path.relative_to(POLICIES).as_posix(): path.read_bytes() for path in found}


@cache
def rulebook() -> Rulebook:
    """The shipped rules."""
    return load(policy_files())


@cache
def _base() -> Json:
    found: Json = json.loads((SCENARIOS / "base.json").read_text(encoding="utf-8"))
    return found


@cache
def _cases() -> tuple[Json, ...]:
    with (SCENARIOS / "cases.jsonl").open(encoding="utf-8") as lines:
        return tuple(read_cases(lines))


def base() -> Json:
    """The base engagement in its short form."""
    return deepcopy(_base())


def cases() -> tuple[Json, ...]:
    """The golden scenarios."""
    return _cases()


@cache
def all_scenarios() -> tuple[Prepared, ...]:
    """Every shipped scenario, built: the golden ones and those beside them."""
    return tuple(read_folder(policy_files()).prepared())


def engagement(case: str = "G001", patch: Json | None = None) -> Json:
    """A scenario's engagement; a further merge patch over it leaves the counts right."""
    found = next(each for each in _cases() if each["id"] == case)
    built = build(_base(), found)
    return recounted(merge(built, patch)) if patch else built


def seat_of(raw: Json, ref: str, **changes: Any) -> Json:
    """The engagement with a seat that is like P2 but for these changes."""
    seat = merge(raw["participants"]["P2"], changes)
    seat["consent"]["subject"] = ref
    return recounted(merge(raw, {"participants": {ref: seat}}))


def recounted(raw: Json) -> Json:
    """The engagement with counts that fit its rows."""
    seats, initiative = raw["participants"].values(), raw["initiative"]
    funders = initiative["funders"].values()
    counts = {
        "seats": len(seats),
        "hits": sum(len(s["screening"]["hits"]) for s in seats),
        "listings": sum(len(s["listings"]) for s in seats),
        "determinations": sum(len(s["determinations"]) for s in seats),
        "support_lines": sum(len(s["support"]) for s in seats),
        "other_roles": sum(len(s["also_roles"]) for s in seats),
        "parties": len(initiative["parties"]),
        "party_actors": sum(len(p["actors"]) for p in initiative["parties"].values()),
        "actors": len(initiative["actors"]),
        "actor_listings": sum(len(a["listings"]) for a in initiative["actors"].values()),
        "key_constituencies": len(initiative["map"]["key_constituencies"]),
        "overlaps": len(initiative["overlaps"]),
        "funders": len(funders),
        "funder_limits": sum(
            len(f["excluded_countries"]) + len(f["ineligible_costs"]) for f in funders
        ),
        "session_funders": len(raw["session"]["funders"]),
        "disclosures": len(raw["session"]["disclose_to"]),
        "signoffs": len(raw["signoffs"]),
        "params": len(raw["params"]),
    }
    return {**raw, "counts": counts}


def verdict_of(raw: Json, rules: Rulebook | None = None) -> Verdict:
    """What the shipped rules, or others, say of an engagement."""
    return decide(receive(raw), rules or rulebook())


def found_in(raw: Json) -> dict[str, list[str]]:
    """The unsigned findings of an engagement: RULE/code -> subjects."""
    found: dict[str, list[str]] = {}
    for finding in verdict_of(raw).findings:
        if not finding.signed_by:
            found.setdefault(finding.name, []).append(finding.subject)
    return found
