"""A seat: one person at this session, the unit of clearance."""

from dataclasses import dataclass

from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.facts import LineFacts, SeatFacts
from antechamber_compliance.dossier.kinds import (
    Count,
    Date,
    DateOrNot,
    DateOrSession,
    Flag,
    HandleOrNone,
    Instant,
    Key,
    Text,
    Zone,
)
from antechamber_compliance.dossier.shape import Rows, derived, leaf
from antechamber_compliance.missing import Missing

MOST_ENTRY_REGIMES = 50  # there are thirteen


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictOfInterest:
    """A team member's declaration of conflicts of interest."""

    status: v.CoiStatus | Missing = leaf("ROL-04", confidential=True)
    at: DateOrNot | Missing = leaf("ROL-04")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A resemblance to a list entry, and what a person made of it."""

    ref: Key
    score: Count | Missing = leaf("PRO-02", "PRO-03", means="0 to 100")
    list: Text | Missing = leaf("PRO-02")
    corroborated: Flag | Missing = leaf("PRO-02", "PRO-03", means="a second identifier agrees")
    entry_regimes: tuple[Text, ...] | Missing = leaf(
        "PRO-02", most=MOST_ENTRY_REGIMES, means="regimes of the list entry"
    )
    disposition: v.Disposition | Missing = leaf("PRO-02", "PRO-03")
    by: HandleOrNone | Missing = leaf("PRO-02", means="`none` = nobody")
    reason: Text | Missing = leaf("PRO-02", means="`none` while open")
    fresh: Flag | Missing = leaf("PRO-02", means="person and entry unchanged since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The person's last screening."""

    at: Instant | Missing = leaf("PRO-01")
    lists: tuple[Text, ...] | Missing = leaf("PRO-01", means="lists searched")
    organisation: v.OrganisationScreening | Missing = leaf("PRO-01", confidential=True)
    change: v.ListChange | Missing = leaf(
        "PRO-10", means="since the last decision", confidential=True
    )
    hits: Rows[Hit] | Missing = leaf("PRO-02", "PRO-03", confidential=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A person's own listing."""

    ref: Key
    regime: Text | Missing = leaf("PRO-04")
    travel_ban: Flag | Missing = leaf("PRO-09")


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
    """Two people's answer to: does this person belong to that listed actor?"""

    ref: Key
    basis: v.DeterminationBasis | Missing = leaf("PRO-02")
    reason: Text | Missing = leaf("PRO-02", means="`none` = not given")
    by: HandleOrNone | Missing = leaf("PRO-02", means="`none` = nobody")
    second_reader: HandleOrNone | Missing = leaf("PRO-02", means="`none` = nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The consent on file for one seat."""

    status: v.ConsentStatus | Missing = leaf(
        "CON-01", "CON-02", means="not_applicable: office staff only"
    )
    subject: Text | Missing = leaf("CON-01", means="whose consent; `self` = this seat")
    purposes: tuple[v.Purpose, ...] | Missing = leaf("CON-01", "CON-03", "CON-04")
    form: v.ConsentForm | Missing = leaf("CON-01")
    witnesses: Count | Missing = leaf("CON-01")
    language_understood: Flag | Missing = leaf("CON-01")
    obtained_by: v.ConsentObtainedBy | Missing = leaf("CON-06", confidential=True)
    independently_confirmed: Flag | Missing = leaf("CON-06")
    duress: Flag | Missing = leaf("CON-06", confidential=True)
    lacks_capacity: Flag | Missing = leaf("CON-06", confidential=True)
    given_at: Instant | Missing = leaf("CON-01", "CON-05")
    expires: Date | Missing = leaf("CON-05")
    tz: Zone | Missing = leaf("CON-05", means="zone written on the consent")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportLine:
    """Something given to one person beyond what the format implies."""

    ref: Key
    type: Text | Missing = leaf("PRO-04", means="kind of support in the tables")
    amount: Count | Missing = leaf("PRO-07", means="whole units of currency", confidential=True)
    currency: Text | Missing = leaf("PRO-07", means="ISO 4217")
    payer: Text | Missing = leaf("FUN-02", means="funder or `own_funds`")
    activity: Text | Missing = leaf("PRO-07", means="dialogue unless recorded otherwise")
    auth: tuple[Text, ...] | Missing = leaf("PRO-05", means="authorisations relied on, in order")
    derived: LineFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One person at this session: the unit of clearance."""

    ref: Key
    role: v.SeatRole | Missing = leaf("ROL-01", means="delegates and participants have a voice")
    track: v.SeatTrack | Missing = leaf("ROL-01")
    capacity: v.Capacity | Missing = leaf("ROL-01")
    affiliation: Text | Missing = leaf(
        "ROL-01", means="organisation, actor, `office` or `none`", confidential=True
    )
    constituency_basis: v.ConstituencyBasis | Missing = leaf("ROL-01")
    party: Text | Missing = leaf("ROL-02", "PRO-02", means="party id or `none`")
    constituency: Text | Missing = leaf(
        "INC-01", means="word of the conflict map, other, none", confidential=True
    )
    also_roles: tuple[v.OtherRole, ...] | Missing = leaf(
        "ROL-02", means="held towards this conflict besides"
    )
    gender: v.Gender | Missing = leaf(
        "GEN-01", "GEN-02", "GEN-03", "GEN-04", "GEN-05", confidential=True, means="self-declared"
    )
    age_band: v.AgeBand | Missing = leaf(
        "SAF-01", means="at the session's start", confidential=True
    )
    youth_protocol: v.YouthProtocol | Missing = leaf("SAF-01", confidential=True)
    mode: v.Mode | Missing = leaf("PRO-09")
    crosses_border: Flag | Missing = leaf("PRO-09")
    travel_from: DateOrSession | Missing = leaf("PRO-07", means="first day of the journey")
    travel_to: DateOrSession | Missing = leaf("PRO-07", means="last day, in the session's zone")
    travel_exemptions: tuple[Text, ...] | Missing = leaf(
        "PRO-09", confidential=True, means="authorisations claimed against a travel ban"
    )
    uses_interpretation: Flag | Missing = leaf("PRO-04")
    earlier_occasions: Count | Missing = leaf(
        "PRO-06", confidential=True, means="meetings with this person, most by one team member"
    )
    threat: v.Threat | Missing = leaf("SAF-03", confidential=True)
    access_needs: v.AccessNeeds | Missing = leaf(
        "INC-03", means="declined: in writing", confidential=True
    )
    legal_basis: v.LegalBasis | Missing = leaf("CDP-03")
    attribution_accepted: v.Attribution | Missing = leaf("CDP-01")
    rights_request: v.RightsRequest | Missing = leaf(
        "CDP-05", confidential=True, means="restriction, objection or erasure"
    )
    coi: ConflictOfInterest | Missing = leaf("ROL-04")
    screening: Screening | Missing = leaf("PRO-01")
    listings: Rows[Listing] | Missing = leaf("PRO-04", "PRO-05", "PRO-06", confidential=True)
    determinations: Rows[Determination] | Missing = leaf("PRO-02", confidential=True)
    consent: Consent | Missing = leaf("CON-01")
    support: Rows[SupportLine] | Missing = leaf("PRO-04", "PRO-05")
    implied_auth: tuple[Text, ...] | Missing = leaf(
        "PRO-05", means="authorisations relied on for implied lines"
    )
    derived: SeatFacts | Missing = derived()
