"""Every table; importing this package fills `metadata`."""

from antechamber.tables.audit import AuditEntryRow, AuditHeadRow
from antechamber.tables.columns import Row, Versioned
from antechamber.tables.initiatives import InitiativeRow, OrganisationRow, ParticipantRow
from antechamber.tables.jobs import IdempotencyRow, OutboxRow
from antechamber.tables.keys import KeyRow
from antechamber.tables.lists import ListSnapshotRow, ScreeningListRow
from antechamber.tables.offices import MembershipRow, OfficeRow, TokenRow, UserRow
from antechamber.tables.rulebooks import RulebookRow
from antechamber.tables.sessions import DecisionRow, SessionRow, SessionState, SignoffRow

metadata = Row.metadata

__all__ = [
    "AuditEntryRow",
    "AuditHeadRow",
    "DecisionRow",
    "IdempotencyRow",
    "InitiativeRow",
    "KeyRow",
    "ListSnapshotRow",
    "MembershipRow",
    "OfficeRow",
    "OrganisationRow",
    "OutboxRow",
    "ParticipantRow",
    "Row",
    "RulebookRow",
    "ScreeningListRow",
    "SessionRow",
    "SessionState",
    "SignoffRow",
    "TokenRow",
    "UserRow",
    "Versioned",
    "metadata",
]
