"""The closed vocabularies of the field: tracks, formats, regimes, roles and states."""

from typing import Literal, get_args

State = Literal[
    "draft", "proposed", "in_review", "blocked", "awaiting_approval", "cleared", "scheduled",
    "in_session", "suspended", "held", "reviewed", "archived", "cancelled", "destroyed",
]  # fmt: skip
Event = Literal[
    "propose", "submit", "evaluate", "change", "signoff", "tick", "schedule", "start", "end",
    "reopen", "review", "archive", "destroy", "cancel", "held_without_clearance",
]  # fmt: skip
Regime = Literal[
    "UN_1267", "UN_1988", "UN_COUNTRY", "US_SDGT", "US_FTO", "US_SDN_OTHER", "EU_CT_931",
    "EU_RM", "UK_TA2000", "UK_SAMLA", "CA_CC", "AU_CC", "HOST_LIST",
]  # fmt: skip
Role = Literal[
    "convener", "facilitator", "logistics", "compliance", "director", "gender_adviser",
    "safeguarding_lead", "security_lead", "data_protection_officer", "me_adviser",
    "funder_liaison", "deconfliction_officer", "auditor", "administrator", "integrator",
    "participant",
]  # fmt: skip
Track = Literal["1", "1.5", "2", "3"]
SeatTrack = Literal["1", "1.5", "2", "3", "third_party"]
Format = Literal[
    "problem_solving_workshop", "plenary", "training", "joint_knowledge_product",
    "exposure_trip", "shuttle", "bilateral", "back_channel", "consultation", "advisory_support",
]  # fmt: skip
SeatRole = Literal[
    "delegate", "participant", "observer", "resource_person", "facilitator", "interpreter",
    "notetaker", "funder_rep", "staff",
]  # fmt: skip
OtherRole = Literal[
    "delegate", "participant", "facilitator", "party_member", "party_adviser", "funder_rep"
]
Capacity = Literal["official", "personal"]
ConstituencyBasis = Literal["elected", "delegated", "consulted", "personal", "not_applicable"]
Gender = Literal["woman", "man", "nonbinary", "self_described", "undisclosed"]
AgeBand = Literal["adult", "minor", "unknown"]
YouthProtocol = Literal["complete", "incomplete", "not_applicable"]
Mode = Literal["in_person", "remote"]
Threat = Literal["none", "mitigated", "unmitigated"]
AccessNeeds = Literal["none", "met", "declined", "unmet"]
LegalBasis = Literal[
    "explicit_consent", "vital_interests", "foundation_activities", "manifestly_public",
    "public_interest", "none",
]  # fmt: skip
Attribution = Literal["on_record", "not_for_attribution", "chatham_house", "no_existence", "none"]
RightsRequest = Literal["none", "open", "answered"]
CoiStatus = Literal["not_applicable", "not_declared", "none", "managed", "open"]
OrganisationScreening = Literal["screened", "not_screened", "no_organisation"]
ListChange = Literal["none", "newly_listed", "delisted"]
Disposition = Literal["open", "false_positive", "confirmed", "unresolved", "escalated"]
DeterminationBasis = Literal["member", "acting_for", "owned", "neither"]
ConsentStatus = Literal[
    "none", "not_applicable", "draft", "active", "withdrawn", "expired", "superseded"
]
Purpose = Literal[
    "participation", "contact_data", "special_category", "recording", "share_funder",
    "share_track_one", "share_partner", "publication", "research", "future_contact",
]  # fmt: skip
ConsentForm = Literal["written", "oral_witnessed", "oral", "none"]
ConsentObtainedBy = Literal[
    "secretariat", "intermediary", "superior", "employer", "detaining_authority", "none"
]
ActorKind = Literal[
    "state", "armed_group", "political_movement", "civic_network", "community",
    "religious_body", "business", "media", "individual_elite", "organisation",
]  # fmt: skip
PartyConsent = Literal["accepted", "not_sought", "refused"]
AuthorisationStatus = Literal["drafted", "applied", "granted", "refused", "revoked", "exhausted"]
UseRecord = Literal["none", "opened", "complete"]
EarlierReport = Literal["none_due", "filed", "overdue"]
DerogationKind = Literal["country", "person", "cost", "period"]
IndicatorType = Literal["contribution", "process", "relationship", "output", "attribution"]
Axis = Literal[
    "age", "class", "ethnicity", "displacement", "disability", "religion",
    "sexual_orientation", "geography",
]  # fmt: skip
Coconvener = Literal["named", "none"]
OtherLevel = Literal["open", "c4"]
Recipient = Literal["funder", "track_one", "partner", "publication"]
Confidentiality = Literal["C1", "C2", "C3", "C4"]
ClearedTo = Literal["C1", "C2", "C3", "C4", "none"]
VenueClearedTo = Literal["C1", "C2", "C3", "C4", "none", "not_applicable"]
Residual = Literal["low", "medium", "high", "extreme"]
TransferPathway = Literal[
    "insider_partials", "mediator_brief", "shuttle", "publication", "local_agreement",
    "none_intended", "none",
]  # fmt: skip
PreviousReview = Literal["done", "open", "not_applicable"]
ListSource = Literal["publisher", "office_keyed"]
ListStatus = Literal["current", "failed"]
SignOffKind = Literal["waiver", "approval"]
Memo = Literal["attached", "none"]
Binding = Literal["current", "changed"]

REGIMES: tuple[str, ...] = get_args(Regime)
ROLES: tuple[str, ...] = get_args(Role)
FORMATS: tuple[str, ...] = get_args(Format)
VOICE: frozenset[str] = frozenset({"delegate", "participant"})
