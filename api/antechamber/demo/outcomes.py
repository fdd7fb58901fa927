"""What the office decided, beside what the data expect of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from antechamber.clearance import decisions
from antechamber.clearance import service as clearance
from antechamber.demo.data import Facts, Gathering
from antechamber.demo.stage import Stage
from antechamber.tables import DecisionRow
from antechamber.work import Everywhere


@dataclass(frozen=True, slots=True)
class Seen:
    """A verdict as it was read back, and the session's state right after the step.

    `recorded` is false where the step asks for no decision, so that it is a preview.
    """

    gathering: Gathering
    verdict: Mapping[str, Any]
    state: str
    recorded: bool

    @property
    def outcome(self) -> str:
        """The decision, in one word."""
        return str(self.verdict["outcome"])

    @property
    def open(self) -> list[Facts]:
        """The findings that nobody signed."""
        return [f for f in self.verdict["findings"] if not f.get("signed_by")]

    @property
    def signed(self) -> list[Facts]:
        """The findings that a sign-off takes care of."""
        return [f for f in self.verdict["findings"] if f.get("signed_by")]


def look(stage: Stage, gathering: Gathering) -> Seen:
    """Read the newest decision about a session, its MAC verified; preview where there is none."""
    with stage.office.reading(Everywhere("demo")) as work:
        session = clearance.find_session(work, stage.sessions[gathering.id])
        newest = work.session.exec(
            select(DecisionRow)
            .where(DecisionRow.session_id == session.id)
            .order_by(col(DecisionRow.sequence).desc())
        ).first()
        if newest is None:
            judged = clearance.judge(work, session, gathering.event)
            return Seen(gathering, judged.verdict.to_json(), session.state.value, False)
        record = decisions.open_record(work, decisions.verified(work, newest))
        return Seen(gathering, record.verdict, session.state.value, True)


def differences(seen: Seen) -> list[str]:
    """Say in which points a session differs from what is expected of it."""
    expect = seen.gathering.expect
    pairs = {
        "decision": (expect["decision"], seen.outcome),
        "findings": (_sorted(expect["findings"]), _by_name(seen.open)),
        "signed": (_sorted(expect.get("signed", {})), _by_name(seen.signed)),
        "state": (expect["session_state"], seen.state),
    }
    if "horizons" in expect:
        pairs["horizons"] = (expect["horizons"], _horizons(seen))
    return [
        f"{name}: expected {wanted}, got {got}"
        for name, (wanted, got) in pairs.items()
        if wanted != got
    ]


def _by_name(findings: Iterable[Facts]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in findings:
        found.setdefault(f"{finding['rule']}/{finding['code']}", []).append(finding["subject"])
    return _sorted(found)


def _sorted(wanted: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: sorted(subjects) for name, subjects in sorted(wanted.items())}


def _horizons(seen: Seen) -> dict[str, str]:
    """Return the earliest horizon of each kind; they come earliest first."""
    found: dict[str, str] = {}
    for horizon in seen.verdict["horizons"]:
        found.setdefault(horizon["kind"], horizon["at"])
    return found
