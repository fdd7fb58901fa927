"""The rulebooks that the office keeps."""

from uuid import UUID

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Versioned, random_id, sealed


class RulebookRow(Versioned, table=True):
    """One rulebook, whole: decisions made under it can be made again as long as it is here.

    Open: id, version. Sealed: which rulebook it is, and its files.
    """

    __tablename__ = "rulebook"

    id: UUID = random_id()
    document: Sealed = sealed()
    content: Sealed = sealed()
