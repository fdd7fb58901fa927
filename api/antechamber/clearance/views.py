"""One verdict, four views (DECISIONS 12): full, without route or regime, counts, status."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from antechamber.identity.actor import Actor

FULL = frozenset({"compliance", "auditor"})
ROUTE_FREE = frozenset({"convener", "facilitator", "director"})
# Findings about the composition of a session: the advisers on it see these, and no others.
GENDER = frozenset({"gender_adviser"})
STATUS = frozenset({"logistics", "me_adviser", "funder_liaison", "integrator"})
STATUS_KEYS = ("outcome", "may_proceed", "as_of", "valid_until")
ROUTE_FREE_KEYS = ("rule", "code", "effect", "subject", "remedy", "signed_by", "sign_off")


def verdict_for(actor: Actor, verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Return a verdict as the actor's role may see it."""
    if actor.role in FULL:
        return {**verdict, "notices": notices_for(actor, verdict)}
    shown = {name: verdict[name] for name in STATUS_KEYS}
    if actor.role in ROUTE_FREE:
        shown |= {
            "unreachable": verdict["unreachable"],
            "suggestions": suggestions_for(actor, verdict),
        }
    return {**shown, "findings": findings_for(actor, verdict)}


def suggestions_for(actor: Actor, verdict: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what would lift a denial, for the roles that see whom findings are about."""
    return list(verdict["suggestions"]) if actor.role in FULL | ROUTE_FREE else []


def notices_for(actor: Actor, verdict: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the messages that are for the actor's role alone."""
    return [notice for notice in verdict["notices"] if notice["to"] == actor.role]


def findings_for(actor: Actor, verdict: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the findings as the actor's role may see them; a role not named here, a count."""
    findings = verdict["findings"]
    if actor.role in FULL:
        return list(findings)
    if actor.role in ROUTE_FREE:
        return [_without_route(finding) for finding in findings]
    if actor.role in GENDER:
        return [_without_route(finding) for finding in findings if finding["view"] == "gender"]
    if actor.role in STATUS:
        return []
    counted = Counter(f["effect"] for f in findings if not f.get("signed_by"))
    return [{"effect": effect, "count": count} for effect, count in sorted(counted.items())]


def _without_route(finding: Mapping[str, Any]) -> dict[str, Any]:
    shown = {key: finding[key] for key in ROUTE_FREE_KEYS if key in finding}
    if finding["view"] != "screening" and "missing" in finding:
        shown["missing"] = finding["missing"]  # else nobody could record what is asked for
    return shown
