"""The session as planned."""

from dataclasses import dataclass

from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.facts import SessionFacts
from antechamber_compliance.dossier.kinds import Country, DateOrNone, Flag, LocalTime, Text, Zone
from antechamber_compliance.dossier.shape import derived, leaf
from antechamber_compliance.missing import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """How the session communicates."""

    cleared_to: v.ClearedTo | Missing = leaf("CDP-02")
    end_to_end: Flag | Missing = leaf("CDP-02")
    self_hosted: Flag | Missing = leaf("CDP-02")
    offline: Flag | Missing = leaf("CDP-02")


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """The do-no-harm risk assessment of the session."""

    at: DateOrNone | Missing = leaf("SAF-02", means="none = there is none")
    residual: v.Residual | Missing = leaf("SAF-03")
    trigger_event_after: Flag | Missing = leaf("SAF-02", means="result of a completed query")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The session as planned."""

    track: v.Track | Missing = leaf("ROL-03")
    format: v.Format | Missing = leaf("PRO-04", "GEN-02")
    country: Country | Missing = leaf("PRO-07", means="country code of the place")
    tz: Zone | Missing = leaf("ENGINE")
    start: LocalTime | Missing = leaf("ENGINE", means="in tz")
    end: LocalTime | Missing = leaf("ENGINE", means="in tz")
    public: Flag | Missing = leaf("PRO-04")
    catering: Flag | Missing = leaf("PRO-04", means="food is served on site")
    recording: Flag | Missing = leaf("CON-03")
    disclose_to: tuple[v.Recipient, ...] | Missing = leaf(
        "CON-04", means="planned recipients of identity or attributable content"
    )
    attribution_rule: v.Attribution | Missing = leaf("CDP-01")
    confidentiality: v.Confidentiality | Missing = leaf("CDP-02")
    channel: Channel | Missing = leaf("CDP-02")
    venue_cleared_to: v.VenueClearedTo | Missing = leaf("CDP-02")
    risk: Risk | Missing = leaf("SAF-02")
    conduct_signed: Flag | Missing = leaf("SAF-04")
    complaints_channel: Flag | Missing = leaf("SAF-04")
    gender_expertise: Flag | Missing = leaf("GEN-07")
    consulted: tuple[Text, ...] | Missing = leaf("INC-01", means="constituencies consulted")
    single_party: Flag | Missing = leaf("INC-02")
    funders: tuple[Text, ...] | Missing = leaf("FUN-01", "FUN-02", least=1, means="or `own_funds`")
    toc_objective: Text | Missing = leaf("MEL-01", means="`none` = not linked")
    transfer_pathway: v.TransferPathway | Missing = leaf("MEL-04")
    previous_review: v.PreviousReview | Missing = leaf(
        "MEL-04", means="not_applicable: first session"
    )
    derived: SessionFacts | Missing = derived()
