"""Screening lists and the versions of them that were fetched."""

from uuid import UUID

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Versioned, random_id, sealed


class ScreeningListRow(Versioned, table=True):
    """A list that the office screens against.

    Open: id, version. Sealed: which list, where from, which snapshot is current.
    """

    __tablename__ = "screening_list"

    id: UUID = random_id()
    document: Sealed = sealed()


class ListSnapshotRow(Versioned, table=True):
    """One version of a list, whole.

    Open: id, version. Sealed: which list and when, and its entries.
    """

    __tablename__ = "list_snapshot"

    id: UUID = random_id()
    document: Sealed = sealed()
    content: Sealed = sealed()
