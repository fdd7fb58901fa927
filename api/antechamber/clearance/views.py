"""One verdict, four views (DECISIONS 12): full, without route or regime, counts, status."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from antechamber.identity.actor import Actor

FULL = frozenset({"compliance", "auditor"})
ROUTE_FREE = frozenset({"convener", "facilitator", "director"})
GENDER = frozenset({"gender_adviser"})
ROUTE_FREE_KEYS = ("rule", "code", "effect", "subject", "remedy", "signed_by")


def verdict_for(actor: Actor, verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Return a verdict as the actor's role may see it."""
    if actor.role in FULL:
        return dict(verdict)
    kept = ("outcome", "may_proceed", "as_of", "valid_until", "unreachable")
    shown = {name: verdict[name] for name in kept}
    return {**shown, "findings": findings_for(actor, verdict)}


def findings_for(actor: Actor, verdict: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the findings as the actor's role may see them."""
    findings = verdict["findings"]
    if actor.role in FULL:
        return list(findings)
    if actor.role in ROUTE_FREE:
        return [_without_route(finding) for finding in findings]
    if actor.role in GENDER:
        return [_without_route(finding) for finding in findings if finding["view"] == "gender"]
    counted = Counter(f["effect"] for f in findings if not f.get("signed_by"))
    return [{"effect": effect, "count": count} for effect, count in sorted(counted.items())]


def _without_route(finding: Mapping[str, Any]) -> dict[str, Any]:
    return {key: finding[key] for key in ROUTE_FREE_KEYS if key in finding}
