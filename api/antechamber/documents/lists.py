"""The sealed documents of the office's screening lists and their snapshots."""

from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

from antechamber.documents.base import Document

Fault: TypeAlias = Literal["none", "missing", "empty", "shrunken", "unreadable", "unreachable"]


class ListDocument(Document):
    """A list that the office keeps, and which copy of it is in force.

    `id` is the list's name in dossiers ('un_sc'); `status` failed says that the last import
    was refused and the copy before it is still in force, and `fault` why. `digest` is the
    SHA-256 of the file,
    `read_as` that of what decided how it was read.
    """

    id: str
    publisher: str
    regimes: list[str]
    country: str
    source: Literal["publisher", "office_keyed"]
    status: Literal["current", "failed"]
    fault: Fault = "none"
    fetched_at: datetime
    snapshot: UUID | None
    digest: str
    read_as: str
    entries: int


class SnapshotDocument(Document):
    """One copy of a list: its publisher's date, the SHA-256 of the file, how many entries.

    `previous` is the copy that was in force before it.
    """

    list: str
    published: str
    digest: str
    entries: int
    fetched_at: datetime
    previous: UUID | None = None
