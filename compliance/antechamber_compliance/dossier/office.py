"""The office: who holds its roles, which lists it keeps, what earlier sessions left."""

from dataclasses import dataclass

from antechamber_compliance.dossier import vocabulary as v
from antechamber_compliance.dossier.facts import ListFacts, OfficeFacts, PhaseFacts
from antechamber_compliance.dossier.kinds import Count, Handle, Instant, Key, Text, Zone
from antechamber_compliance.dossier.shape import Rows, derived, leaf
from antechamber_compliance.missing import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolders:
    """Who holds one office role: external approvers and deputies are ordinary holders."""

    ref: Key
    users: tuple[Handle, ...] | Missing = leaf(
        "ENGINE", bare=True, means="users; external approvers and deputies too"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeList:
    """One proscription or sanctions list that the office keeps."""

    ref: Key
    regimes: tuple[v.Regime, ...] | Missing = leaf("PRO-01", means="regimes that it fills")
    country: Text | Missing = leaf("PRO-01", means="for HOST_LIST its country, else `any`")
    source: v.ListSource | Missing = leaf(
        "PRO-01", means="the publisher's file, or keyed by the office"
    )
    fetched_at: Instant | Missing = leaf("PRO-01", means="when the copy was last verified")
    status: v.ListStatus | Missing = leaf("PRO-01", means="failed: missing, empty or shrunken")
    derived: ListFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The organisation that convenes."""

    tz: Zone | Missing = leaf("ENGINE", means="ages in days are read in it")
    role_holders: Rows[RoleHolders] | Missing = leaf("ENGINE", keys=v.ROLES)
    lists: Rows[OfficeList] | Missing = leaf("PRO-01")
    derived: OfficeFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """Earlier sessions of exempt formats in the present phase."""

    sessions: Count | Missing = leaf("GEN-01", means="sessions counted")
    voice_seats: Count | Missing = leaf("GEN-01", "GEN-05", means="seats with a voice")
    women: Count | Missing = leaf("GEN-01", "GEN-05", means="of them women")
    undisclosed: Count | Missing = leaf("GEN-01", "GEN-05", means="of them undisclosed")
    derived: PhaseFacts | Missing = derived()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What earlier sessions leave behind."""

    gender_waiver_run: Count | Missing = leaf(
        "GEN-08", means="sessions in a row held under a gender waiver"
    )
    phase: Phase | Missing = leaf("GEN-01", "GEN-05")
