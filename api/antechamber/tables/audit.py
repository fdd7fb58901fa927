"""The audit log and its head."""

from sqlalchemy import BigInteger, CheckConstraint
from sqlmodel import Field

from antechamber.crypto.sealing import Sealed
from antechamber.tables.columns import Row, sealed

NO_LEAF = bytes(32)


class AuditHeadRow(Row, table=True):
    """The single row that writers lock: number and leaf (32 bytes) of the last entry.

    Open: all of it. Sealed: nothing.
    """

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    sequence: int = Field(default=0, sa_type=BigInteger)
    leaf: bytes = Field(default=NO_LEAF)


class AuditEntryRow(Row, table=True):
    """One entry; `previous` is the leaf before it and unique, so the log cannot fork.

    Open: sequence, previous, leaf (32 bytes each). Sealed: the entry, and its payload, which
    can be destroyed without the entry.
    """

    __tablename__ = "audit_entry"
    added_only = True
    # See SessionRow: no rowid, no second way to replace a row.
    __table_args__ = {"sqlite_with_rowid": False}

    sequence: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    previous: bytes = Field(unique=True)
    leaf: bytes
    entry: Sealed = sealed()
    payload: Sealed = sealed(bucket=1024)
