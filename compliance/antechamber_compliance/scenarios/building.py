"""Build the engagement of a scenario: patch the base, lay out its seats, cut what is deleted."""

from copy import deepcopy
from typing import Any

from antechamber_compliance.scenarios.casefile import Json


def merge(target: Any, patch: Any) -> Any:
    """Apply a JSON merge patch (RFC 7396): null removes, objects merge, the rest replaces."""
    if not isinstance(patch, dict):
        return deepcopy(patch)
    out = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            out.pop(key, None)
        else:
            out[key] = merge(out.get(key), value)
    return out


def build(base: Json, case: Json) -> Json:
    """Return the engagement of a case: patched, each seat laid over the defaults, then cut."""
    engagement: Json = merge(deepcopy(base), case.get("patch", {}))
    defaults = engagement.pop("participant_defaults", {})
    seats = engagement.get("participants")
    if isinstance(seats, dict):
        engagement["participants"] = {
            ref: _seated(ref, defaults, seat) for ref, seat in seats.items()
        }
    for path in case.get("delete", ()):
        _cut(engagement, path.split("."))
    return engagement


def _seated(ref: str, defaults: Json, seat: Any) -> Any:
    seat = _laid_over(defaults, seat)
    consent = seat.get("consent") if isinstance(seat, dict) else None
    if isinstance(consent, dict) and consent.get("subject") == "self":
        consent["subject"] = ref
    return seat


def _laid_over(default: Any, value: Any) -> Any:
    """Lay a value over a default: maps key by key, everything else whole."""
    if not isinstance(default, dict) or not isinstance(value, dict):
        return deepcopy(value)
    out = deepcopy(default)
    for key, each in value.items():
        out[key] = _laid_over(out.get(key), each)
    return out


def _cut(node: Any, path: list[str]) -> None:
    """Remove what a path leads to, if it is there; a key such as RULE-ID.name has dots itself."""
    if not isinstance(node, dict):
        return
    for length in range(1, len(path) + 1):
        key = ".".join(path[:length])
        if key in node and length == len(path):
            del node[key]
        elif key in node:
            _cut(node[key], path[length:])
