"""Derived facts: joins and dates computed before the rules, typed like any other fact.

Each names the dossier paths it is computed from, so that a finding can show what was
looked at. They hold no parameter: what is allowed is written in the rules.
"""

from dataclasses import dataclass

from antechamber_compliance.dossier.kinds import Count, Flag, Instant, Text
from antechamber_compliance.dossier.shape import derived
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

    voice_seats: Count | Missing = derived("participants.*.role", "participants.*.party")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFacts:
    """What follows from one seat's record and its ties.

    `listed_regimes` are its own and by determination, `effective_regimes` those in nexus.
    `consent_until` is the end of the consent's last day, `stay_until` the end of session
    and journey. `consent_months` is the shortest whole term that holds the consent.
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
