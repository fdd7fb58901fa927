"""What a backup says of itself, inside its own encryption."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import Column, Connection, MetaData, String, Table, insert, select

from antechamber.backups.copying import MANIFEST, Content
from antechamber.errors import NotReady

FORMAT = 1
NEWER = "This backup was made by a newer antechamber; run that version."
_TABLE = Table(MANIFEST, MetaData(), Column("content", String, nullable=False))


class BadBackup(NotReady):
    """No backup of this office, or not whole; the message says what to do."""


class Manifest(BaseModel):
    """Which office, of when, under which schema, and what every table held.

    `sequence` and `leaf` (hex) are the head of the audit log.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    format: int = FORMAT
    office: UUID
    made_at: datetime
    revision: str
    sequence: int
    leaf: str
    tables: dict[str, Content]

    def write(self, connection: Connection) -> None:
        """Add this to the backup that it describes."""
        _TABLE.create(connection)
        connection.execute(insert(_TABLE).values(content=self.model_dump_json()))

    @classmethod
    def read(cls, connection: Connection) -> Self:
        """Return what a backup says of itself; raise BadBackup, or DatabaseError."""
        try:
            manifest = cls.model_validate_json(connection.scalars(select(_TABLE)).one())
        except ValidationError:
            raise BadBackup(NEWER) from None
        if manifest.format != FORMAT:
            raise BadBackup(NEWER)
        return manifest

    @property
    def rows(self) -> int:
        """Return how many rows the backup holds."""
        return sum(content.rows for content in self.tables.values())
