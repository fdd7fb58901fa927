"""Derived facts: joins and dates computed before the rules, typed like any other fact.

Each names the dossier paths it is computed from, so that a finding can show what was
looked at. They hold no parameter: what is allowed is written in the rules.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from antechamber_compliance.dossier.kinds import Count, Flag, Instant, Text
from antechamber_compliance.dossier.shape import Rows, derived
from antechamber_compliance.missing import Missing

_TIMES = ("session.tz", "session.start", "session.end")
_TIES = (".affiliation", ".party", "initiative.parties.*.actors", "initiative.actors.*.listings")
_NEXUS = ("initiative.nexus.*.applies",)
_LISTED = (
    ".listings.*.regime",
    ".determinations.*.basis",
    "initiative.actors.*.listings.*.regime",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFacts:
    """Whether a regime in nexus relies on this list; started days since it was fetched."""

    required: Flag | Missing = derived(".regimes", ".country", "session.country", *_NEXUS)
    age_days: Count | Missing = derived(".fetched_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """Regimes in nexus that no list of the office fills."""

    unfilled_regimes: tuple[Text, ...] | Missing = derived(
        "office.lists.*.regimes", "office.lists.*.country", "session.country", *_NEXUS
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFacts:
    """Started days since the actor was screened."""

    age_days: Count | Missing = derived(".screening_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseFacts:
    """Counts of the phase that can be true: women and undisclosed are among its voice seats."""

    women: Count | Missing = derived(".women", ".undisclosed", ".voice_seats")
    undisclosed: Count | Missing = derived(".women", ".undisclosed", ".voice_seats")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """How many seats with a voice a party has."""

    # Of the parties themselves it reads only which there are.
    voice_seats: Count | Missing = derived(".ref", "participants.*.role", "participants.*.party")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """Whether a line's payer is on record, and whether that payer's terms bar the cost."""

    payer_known: Flag | Missing = derived(".payer", "initiative.funders.*")
    cost_barred: Flag | Missing = derived(
        ".payer",
        ".type",
        "initiative.funders.*.ineligible_costs",
        "initiative.funders.*.derogations.*.kind",
        "initiative.funders.*.derogations.*.value",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffFacts:
    """Whether the finding that a sign-off is for was found now."""

    answers: Flag | Missing = derived(".rule", ".code", ".subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeFacts:
    """Ages of the initiative's documents in calendar days, and two-person reviews.

    An age is -1 where the document is dated after today (stale) or does not exist.
    """

    nexus_review_age_days: Count | Missing = derived(".nexus_review.at", "office.tz")
    nexus_reviewed: Flag | Missing = derived(
        ".nexus_review.by", ".conveners", "office.role_holders.*"
    )
    unapproved_removals: tuple[Text, ...] | Missing = derived(
        ".nexus.*.applies",
        ".nexus.*.applied_before",
        ".nexus.*.removed_by",
        ".conveners",
        "office.role_holders.*",
    )
    gender_analysis_age_days: Count | Missing = derived(".gender_analysis.at", "office.tz")
    map_age_days: Count | Missing = derived(".map.at", "office.tz")
    retention_past: Flag | Missing = derived(".data_protection.retention_until", "office.tz")
    retention_months: Count | Missing = derived(".data_protection.retention_until", ".ends")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """The session's instants, its last day for the funder, the age of its risk assessment."""

    starts: Instant | Missing = derived(*_TIMES)
    ends: Instant | Missing = derived(*_TIMES)
    end_day: Text | Missing = derived("session.tz", "session.end", "office.tz")
    risk_age_days: Count | Missing = derived(".risk.at", "office.tz")


_LINES = (
    *_LISTED,
    *_NEXUS,
    ".support.*.type",
    ".mode",
    ".uses_interpretation",
    "computed.interpreter_seated",  # of all roles: whose it is decides nothing
    "session.format",
    "session.catering",
    "session.public",
)
_RELIED_ON = (
    ".support.*",
    ".implied_auth",
    ".travel_from",
    ".travel_to",
    "participants.*.support",
    "initiative.authorisations.*",
    "session.country",
    *_TIMES,
)
_TRAVEL = (
    ".listings.*",
    ".mode",
    ".crosses_border",
    ".travel_exemptions",
    ".travel_from",
    ".travel_to",
    "initiative.authorisations.*",
    "session.country",
    *_TIMES,
    *_NEXUS,
)
MOST_USES = 1500  # 100 lines and a few implied ones, under thirteen regimes

UseRoute = Literal["deny", "licence", "approve_record", "exempt_record", "unknown"]
Flaw = Literal[
    "status", "support_type", "instrument", "person", "territory", "activity", "actor",
    "not_yet_valid", "expired", "currency", "cap",
]  # fmt: skip
ReliedOnRecord = Literal["none", "opened", "complete", "nothing_relied_on"]
ReliedOnReport = Literal["none_due", "filed", "overdue", "nothing_relied_on"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UseFacts:
    """One line of support to a listed person, given or implied, under one regime.

    `attached` counts the authorisations of that regime that the line names, read only where
    the route is licence or exempt_record; `flaws` say why none of them holds. `relies_on` is
    the one that does ('' for none), with its record and earlier report.
    """

    type: Text
    regime: Text
    route: UseRoute
    attached: Count | Missing
    flaws: tuple[Flaw, ...] | Missing = derived(most=len(get_args(Flaw)))
    relies_on: Text | Missing
    record: ReliedOnRecord | Missing
    earlier_report: ReliedOnReport | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class BanFacts:
    """A regime whose travel ban stands in this person's way.

    `claimed` counts the authorisations of that regime claimed against it; `lifted_by` is the
    one that lifts it for this journey, '' for none.
    """

    regime: Text
    claimed: Count | Missing
    lifted_by: Text | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFacts:
    """What follows from one seat's record and its ties.

    `listed_regimes` are its own and by determination, `effective_regimes` those in nexus.
    `consent_until` is the end of the consent's last day, `stay_until` the end of session
    and journey. `consent_months` is the shortest whole term that holds the consent.
    `unrouted` are kinds of support and regimes that the matrix does not have; `memo_needed`
    says whether counsel's memo belongs to an approval of contact.
    """

    screening_age_days: Count | Missing = derived(".screening.at")
    unsearched_lists: tuple[Text, ...] | Missing = derived(
        ".screening.lists",
        "office.lists.*.regimes",
        "office.lists.*.country",
        "session.country",
        *_NEXUS,
    )
    undetermined_actors: tuple[Text, ...] | Missing = derived(*_TIES, ".determinations.*")
    listed_regimes: tuple[Text, ...] | Missing = derived(*_LISTED)
    effective_regimes: tuple[Text, ...] | Missing = derived(*_LISTED, *_NEXUS)
    consent_until: Instant | Missing = derived(".consent.expires", ".consent.tz")
    stay_until: Instant | Missing = derived(*_TIMES, ".travel_to")
    consent_months: Count | Missing = derived(".consent.given_at", ".consent.expires")
    coi_age_days: Count | Missing = derived(".coi.at", "office.tz")
    unrouted: tuple[Text, ...] | Missing = derived(".support.*.type", *_LISTED, *_NEXUS)
    uses: Rows[UseFacts] | Missing = derived(*_LINES, *_RELIED_ON, most=MOST_USES)
    memo_needed: Flag | Missing = derived(*_LINES, ".earlier_occasions")
    bans: Rows[BanFacts] | Missing = derived(*_TRAVEL)
