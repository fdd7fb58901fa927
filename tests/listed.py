"""Engagements in which P5 is listed, with support and authorisations as a test needs them."""

from typing import Any

from engagements import Json, engagement, found_in


def line(kind: str, *auth: str, amount: int = 100, **more: Any) -> Json:
    return {"type": kind, "amount": amount, "currency": "EUR", "payer": "own_funds",
            "activity": "dialogue", "auth": list(auth), **more}  # fmt: skip


def licence(regime: str = "EU_CT_931", **more: Any) -> Json:
    return {"instrument": "X-EU-NCA-DEROG", "regime": regime, "status": "granted",
            "types": ["travel", "lodging", "equipment"], "persons": ["any"], "territory": ["any"],
            "activity": ["any"], "actor_eligible": True, "valid_from": "2026-01-01",
            "valid_to": "2027-06-30", "tz": "UTC", "cap": "none", "currency": "EUR", "drawn": 0,
            "lifts_travel_ban": False, "record": "opened", "earlier_report": "none_due",
            **more}  # fmt: skip


def listed(*regimes: str, **seat: Any) -> Json:
    """A patch that lists P5 under these regimes."""
    rows = {f"r{n}": {"regime": regime, "travel_ban": False} for n, regime in enumerate(regimes)}
    return {"participants": {"P5": {"listings": rows, **seat}}}


def approved(raw: Json) -> dict[str, list[str]]:
    """The unsigned findings but for the approval of contact itself."""
    return {name: on for name, on in found_in(raw).items() if not name.startswith("PRO-06/c")}


def given(*lines: Json, listings: tuple[str, ...] = ("EU_CT_931",), **licences: Any) -> Json:
    """The base engagement with P5 listed and given these lines; licences by their id."""
    support = {f"l{n}": each for n, each in enumerate(lines)}
    patch = listed(*listings, support=support)
    return engagement(patch={**patch, "initiative": {"authorisations": licences}})
