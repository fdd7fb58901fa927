"""The session's states: what an event and the verdict of that moment lead to (DOMAIN.md 3).

Worse news suspends; better news never un-suspends by itself. `scheduled` is reached only
from `cleared`, `in_session` only from `scheduled`.
"""

from collections.abc import Mapping

from antechamber_compliance.verdict import MAY_PROCEED, Outcome

# The sessions whose clearance is relied on: a changed fact re-decides all of them.
LIVE = frozenset({"cleared", "scheduled", "in_session"})

# Next state by (state, event): one name where the verdict does not matter, else three, for
# a verdict that may proceed, needs approval, denies. What is not here is illegal.
Cell = str | tuple[str, str, str]
_SETTLED = ("cleared", "awaiting_approval", "blocked")
_REVIEWED = ("cleared", "in_review", "in_review")
_HELD_UP = ("scheduled", "suspended", "suspended")
_BROKEN_OFF = ("in_session", "suspended", "suspended")

_SPECIAL: Mapping[tuple[str, str], Cell] = {
    ("draft", "propose"): "proposed",
    ("draft", "change"): "draft",
    ("draft", "tick"): "draft",
    ("proposed", "submit"): "in_review",
    ("proposed", "change"): "proposed",
    ("proposed", "tick"): "proposed",
    ("in_review", "evaluate"): _SETTLED,
    ("in_review", "change"): "in_review",
    ("in_review", "signoff"): "in_review",
    ("in_review", "tick"): "in_review",
    ("blocked", "reopen"): "in_review",
    ("blocked", "change"): "in_review",
    ("blocked", "signoff"): "blocked",
    ("blocked", "tick"): "blocked",
    ("awaiting_approval", "reopen"): "in_review",
    ("awaiting_approval", "change"): "in_review",
    ("awaiting_approval", "signoff"): _SETTLED,
    ("awaiting_approval", "tick"): ("awaiting_approval", "awaiting_approval", "in_review"),
    ("cleared", "reopen"): "in_review",
    ("cleared", "change"): "in_review",
    ("cleared", "signoff"): _REVIEWED,
    ("cleared", "tick"): _REVIEWED,
    ("cleared", "schedule"): ("scheduled", "in_review", "in_review"),
    ("scheduled", "change"): _HELD_UP,
    ("scheduled", "signoff"): _HELD_UP,
    ("scheduled", "tick"): _HELD_UP,
    ("scheduled", "start"): _BROKEN_OFF,
    ("in_session", "change"): _BROKEN_OFF,
    ("in_session", "signoff"): _BROKEN_OFF,
    ("in_session", "tick"): _BROKEN_OFF,
    ("in_session", "end"): "held",
    ("held", "review"): "reviewed",
    ("reviewed", "archive"): "archived",
    ("archived", "destroy"): "destroyed",
    ("cancelled", "destroy"): "destroyed",
    ("suspended", "reopen"): "in_review",
    ("suspended", "change"): "suspended",
    ("suspended", "signoff"): "suspended",
    ("suspended", "tick"): "suspended",
}
BEFORE_THE_MEETING = (
    "draft", "proposed", "in_review", "blocked", "awaiting_approval", "cleared", "scheduled",
    "suspended",
)  # fmt: skip
TABLE: Mapping[tuple[str, str], Cell] = {
    **_SPECIAL,
    **{(state, "cancel"): "cancelled" for state in BEFORE_THE_MEETING},
    **{(state, "held_without_clearance"): "held" for state in BEFORE_THE_MEETING},
}


def next_state(state: str, event: str, outcome: Outcome) -> str | None:
    """Return the state that an event leads to under a verdict, None where it is illegal."""
    cell = TABLE.get((state, event))
    if cell is None or isinstance(cell, str):
        return cell
    proceeds, needs_approval, denied = cell
    if outcome in MAY_PROCEED:
        return proceeds
    return needs_approval if outcome == "needs_approval" else denied


def legal(state: str, event: str) -> bool:
    """Tell whether an event is legal in a state, whatever the verdict."""
    return (state, event) in TABLE


def depends_on_verdict(state: str, event: str) -> bool:
    """Tell whether what an event leads to in a state is for the verdict to say."""
    return isinstance(TABLE.get((state, event)), tuple)
