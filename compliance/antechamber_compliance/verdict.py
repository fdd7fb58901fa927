"""The verdict: what was decided, on what, by which rules, and until when it may be relied on.

It is a function of dossier and rulebook alone and holds no key and no salt: the same input
gives the same bytes on the command line, over HTTP and years later (DECISIONS 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from antechamber_compliance.canonical import canonical, digest
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import UseFacts
from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.finding import Finding, Notice
from antechamber_compliance.missing import Missing
from antechamber_compliance.policy import SEVERITY, ParameterValue
from antechamber_compliance.signoffs import Resolved
from antechamber_compliance.zones import VERSION as ZONES

SCHEMA = "antechamber.verdict/1"
ENGINE_VERSION = "1"

Change = Literal["attend_remotely", "drop_support", "remove_seat", "change_format", "move_country"]
Outcome = Literal["clear", "clear_with_warnings", "needs_approval", "deny"]
_OUTCOMES: Mapping[int, Outcome] = {
    0: "clear",
    1: "clear_with_warnings",
    2: "needs_approval",
    3: "deny",
}
STRICTEST_FIRST = ("deny", "licence", "approve_record", "exempt_record")
MAY_PROCEED = frozenset({"clear", "clear_with_warnings"})


class Horizon(NamedTuple):
    """An instant at which something relied on lapses; in order the earliest come first.

    hard: somebody must act (consent, sign-off, session end). refresh: a job or a review
    renews it (screening, lists, risk assessment).
    """

    at: datetime
    kind: Literal["hard", "refresh"]
    path: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The route of one kind of support to one person: the strictest, and each regime's own."""

    strictest: str
    regimes: Mapping[str, str]

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {"route": self.strictest, "regimes": dict(self.regimes)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change that lifts a denial: at which paths, to what, and the outcome it leads to."""

    change: Change
    paths: tuple[str, ...]
    to: str
    outcome: Outcome

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "change": self.change,
            "paths": list(self.paths),
            "to": self.to,
            "outcome": self.outcome,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The engine's answer with everything needed to defend it later.

    `horizons` is empty where the session may not proceed: there is nothing to rely on.
    `unreachable` names findings that no set of different holders could ever sign here.
    `routes` are by seat and kind of support, for effectively listed persons.
    `notices` are for single officers and say nothing of the decision. `suggestions` would
    each lift a denial, the least change first.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    signoffs: tuple[Resolved, ...]
    routes: Mapping[str, Mapping[str, Shown]]
    horizons: tuple[Horizon, ...]
    unreachable: tuple[str, ...]
    parameters: Mapping[str, ParameterValue]
    rulebook_version: str
    rulebook_revision: int
    rulebook_digest: str
    lists: Mapping[str, str]
    as_of: str
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def may_proceed(self) -> bool:
        """Whether the session may be scheduled without a person's approval."""
        return self.outcome in MAY_PROCEED

    @property
    def valid_until(self) -> datetime | None:
        """The instant before which the verdict may be relied on, None where it may not at all."""
        return self.horizons[0].at if self.horizons else None

    def earliest(self, kind: str) -> datetime | None:
        """Return the first horizon of a kind."""
        return next((h.at for h in self.horizons if h.kind == kind), None)

    def to_json(self) -> dict[str, object]:
        """Return the verdict as plain JSON values."""
        until = self.valid_until
        return {
            "schema": SCHEMA,
            "engine": ENGINE_VERSION,
            "zones": ZONES,
            "as_of": self.as_of,
            "rulebook": {
                "version": self.rulebook_version,
                "revision": self.rulebook_revision,
                "digest": self.rulebook_digest,
            },
            "parameters": {
                "values": dict(self.parameters),
                "digest": digest(dict(self.parameters)),
            },
            "lists": dict(self.lists),
            "outcome": self.outcome,
            "may_proceed": self.may_proceed,
            "findings": [finding.to_json() for finding in self.findings],
            "notices": [notice.to_json() for notice in self.notices],
            "signoffs": {s.ref: s.flaw or "effective" for s in self.signoffs},
            "routes": {
                seat: {kind: route.to_json() for kind, route in by_kind.items()}
                for seat, by_kind in self.routes.items()
            },
            "horizons": [
                {"at": instant_text(h.at), "kind": h.kind, "path": h.path} for h in self.horizons
            ],
            "valid_until": instant_text(until) if until else None,
            "unreachable": list(self.unreachable),
            "suggestions": [suggestion.to_json() for suggestion in self.suggestions],
        }

    def canonical(self) -> bytes:
        """Return the one byte string of this verdict."""
        return canonical(self.to_json())


def outcome_of(findings: tuple[Finding, ...]) -> Outcome:
    """Let the gravest finding that nobody signed decide."""
    return _OUTCOMES[max((SEVERITY[f.effect] for f in findings if not f.signed_by), default=0)]


def list_versions(dossier: Dossier) -> dict[str, str]:
    """Return when each list of the office was last verified, by its id."""
    if isinstance(dossier.office, Missing) or isinstance(dossier.office.lists, Missing):
        return {}
    return {
        each.ref: instant_text(each.fetched_at)
        for each in dossier.office.lists
        if not isinstance(each.fetched_at, Missing)
    }


def routes_shown(dossier: Dossier) -> dict[str, dict[str, Shown]]:
    """Return the routes of every effectively listed person whose lines are known."""
    shown: dict[str, dict[str, Shown]] = {}
    for seat in () if isinstance(dossier.seats, Missing) else dossier.seats:
        uses = () if isinstance(seat.derived, Missing) else seat.derived.uses
        if not isinstance(uses, Missing) and uses:
            kinds = sorted({use.type for use in uses})
            shown[seat.ref] = {kind: _shown(kind, uses) for kind in kinds}
    return shown


def _shown(kind: str, uses: tuple[UseFacts, ...]) -> Shown:
    # What the matrix does not have is denied.
    regimes = {
        use.regime: "deny" if use.route == "unknown" else use.route
        for use in uses
        if use.type == kind
    }
    return Shown(min(regimes.values(), key=STRICTEST_FIRST.index), regimes)
