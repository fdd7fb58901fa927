"""The initiative: nexus, parties, actors, authorisations, funders and analyses."""

from dataclasses import dataclass

from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.facts import ActorFacts, InitiativeFacts, PartyFacts
from antechamber_compliance.dossier.kinds import (
    Count,
    CountOrNone,
    Country,
    Date,
    DateOrNone,
    Flag,
    Handle,
    Instant,
    Key,
    Signed,
    Text,
    Zone,
)
from antechamber_compliance.dossier.shape import Rows, derived, leaf
from antechamber_compliance.missing import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class NexusRegime:
    """Whether one regime applies to this initiative, and why."""

    ref: Key
    applies: Flag | Missing = leaf("PRO-11", means="in nexus or not")
    applied_before: Flag | Missing = leaf("PRO-11", means="as last reviewed")
    reason: Text | Missing = leaf("PRO-11", means="`none` = not recorded")
    removed_by: tuple[Signed, ...] | Missing = leaf("PRO-11", means="who approved")


@dataclass(frozen=True, slots=True, kw_only=True)
class NexusReview:
    """The last review of the nexus."""

    at: Date | Missing = leaf("PRO-11", means="day of the last review")
    by: tuple[Signed, ...] | Missing = leaf("PRO-11", means="the reviewers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A main party to the conflict."""

    ref: Key
    consent: v.PartyConsent | Missing = leaf(
        "CON-07", means="acceptance of process and third party"
    )
    actors: tuple[Text, ...] | Missing = leaf("PRO-02", means="recorded actors belonging to it")
    derived: PartyFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorListing:
    """A listing of an actor."""

    ref: Key
    regime: Text | Missing = leaf("PRO-04")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A group or organisation on record."""

    ref: Key
    kind: v.ActorKind | Missing = leaf("PRO-02")
    screening_at: Instant | Missing = leaf("PRO-01", means="last screening of the actor")
    listings: Rows[ActorListing] | Missing = leaf("PRO-02")
    derived: ActorFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """A licence, exemption, derogation or permit on file."""

    ref: Key
    instrument: Text | Missing = leaf("PRO-07", means="id in the exemptions table")
    regime: Text | Missing = leaf("PRO-07", means="for which it was given")
    status: v.AuthorisationStatus | Missing = leaf(
        "PRO-07", means="of a standing exemption: granted"
    )
    types: tuple[Text, ...] | Missing = leaf("PRO-07", means="support types")
    persons: tuple[Text, ...] | Missing = leaf("PRO-07", means="seats, or `any`")
    territory: tuple[Text, ...] | Missing = leaf("PRO-07", means="countries, or `any`")
    activity: tuple[Text, ...] | Missing = leaf("PRO-07", means="activities, or `any`")
    actor_eligible: Flag | Missing = leaf("PRO-07", means="this office is eligible under it")
    valid_from: Date | Missing = leaf("PRO-07", means="first day, in tz")
    valid_to: DateOrNone | Missing = leaf("PRO-07", means="last day, in tz; none = no end")
    tz: Zone | Missing = leaf("PRO-07", means="issuer's zone")
    cap: CountOrNone | Missing = leaf("PRO-07", means="highest total, in currency")
    currency: Text | Missing = leaf("PRO-07", means="ISO 4217; read only with a cap")
    drawn: Count | Missing = leaf("PRO-07", means="drawn or reserved by other sessions")
    lifts_travel_ban: Flag | Missing = leaf("PRO-09", means="if its instrument can")
    record: v.UseRecord | Missing = leaf("PRO-08", means="record of this engagement's use")
    earlier_report: v.EarlierReport | Missing = leaf("PRO-08", means="reports on earlier uses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derogation:
    """A funder's written derogation, on file."""

    ref: Key
    kind: v.DerogationKind | Missing = leaf("FUN-01", "FUN-02")
    value: Text | Missing = leaf("FUN-01", "FUN-02", means="country, seat, type or `session`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder:
    """The terms of one grant."""

    ref: Key
    excluded_countries: tuple[Country, ...] | Missing = leaf("FUN-01")
    bars_listed: Flag | Missing = leaf("FUN-02", means="bars listed persons beyond the law")
    ineligible_costs: tuple[Text, ...] | Missing = leaf("FUN-02", means="support types")
    period_end: Date | Missing = leaf("FUN-02", means="last eligible day, in the office's zone")
    requires_names: Flag | Missing = leaf("FUN-03")
    derogations: Rows[Derogation] | Missing = leaf("FUN-01", "FUN-02")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictMap:
    """The conflict map: when it was made and by whom."""

    at: DateOrNone | Missing = leaf("MEL-02", means="none = there is none")
    local_t2: Count | Missing = leaf("MEL-02", means="local Track Two authors")
    local_non_t2: Count | Missing = leaf("MEL-02", means="local authors from outside Track Two")
    key_constituencies: tuple[Text, ...] | Missing = leaf("INC-01", means="marked as key")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderAnalysis:
    """The gender analysis and the axes it reads besides gender."""

    at: DateOrNone | Missing = leaf("GEN-06", means="none = there is none")
    axes: tuple[v.Axis, ...] | Missing = leaf("GEN-06", means="besides gender")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Another initiative's approach to the same actor."""

    ref: Key
    days_apart: Count | Missing = leaf("ROL-05")
    deconflicted: Flag | Missing = leaf("ROL-05")
    other_level: v.OtherLevel | Missing = leaf("ROL-05", means="c4: existence-secret")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProtection:
    """The data-protection file."""

    dpia: Flag | Missing = leaf("CDP-04", means="impact assessment on file")
    retention_until: DateOrNone | Missing = leaf("CDP-04")


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """The process that the session belongs to."""

    conveners: tuple[Handle, ...] | Missing = leaf("ENGINE", least=1, means="never approvers here")
    ends: Date | Missing = leaf("CDP-04", means="planned end")
    nexus: Rows[NexusRegime] | Missing = leaf("PRO-11", keys=v.REGIMES, every_key=True)
    nexus_review: NexusReview | Missing = leaf("PRO-11")
    parties: Rows[Party] | Missing = leaf("CON-07")
    actors: Rows[Actor] | Missing = leaf("PRO-02")
    authorisations: Rows[Authorisation] | Missing = leaf("PRO-05")
    funders: Rows[Funder] | Missing = leaf("FUN-01", "FUN-02")
    map: ConflictMap | Missing = leaf("MEL-02")
    toc_objectives: tuple[Text, ...] | Missing = leaf("MEL-01", means="empty = no theory of change")
    indicator_types: tuple[v.IndicatorType, ...] | Missing = leaf(
        "MEL-03", means="of the monitoring plan"
    )
    contribution_analysis_plan: Flag | Missing = leaf("MEL-03")
    gender_analysis: GenderAnalysis | Missing = leaf("GEN-06")
    local_coconvener: v.Coconvener | Missing = leaf("INC-04")
    division_of_labour: Flag | Missing = leaf("INC-04")
    overlaps: Rows[Overlap] | Missing = leaf("ROL-05")
    data_protection: DataProtection | Missing = leaf("CDP-04")
    derived: InitiativeFacts | Missing = derived()
