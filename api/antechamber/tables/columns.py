"""The base of all tables and the column types they share."""

from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import DateTime, LargeBinary, MetaData, TypeDecorator
from sqlalchemy import inspect as orm
from sqlmodel import Field, SQLModel

from antechamber.crypto.sealing import HEADER_BYTES, Sealed

NOT_SEALED_YET = Sealed(b"")


class Row(SQLModel):
    """A row whose confidential columns hold `Sealed` and nothing else.

    Rows that are `added_only` are never changed, and so are not sealed anew when keys rotate.
    """

    model_config = {"arbitrary_types_allowed": True}
    added_only: ClassVar[bool] = False
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )

    @classmethod
    def bucket(cls, column: str) -> int:
        """Return the step in bytes that JSON in a sealed column is padded to."""
        found: int = orm(cls).columns[column].info["bucket"]
        return found

    @property
    def place(self) -> tuple[str, str]:
        """Name the table and the row that a sealed value of this row is bound to."""
        table, keys = _named(type(self))
        return table, ":".join(str(getattr(self, key)) for key in keys)


@cache
def _named(model: type[Row]) -> tuple[str, tuple[str, ...]]:
    """Return a table's name and the attributes of its key; asked for every value that opens."""
    mapper = orm(model)
    keys = (mapper.get_property_by_column(column).key for column in mapper.primary_key)
    return mapper.local_table.name, tuple(keys)


class Versioned(Row):
    """A row whose random `version` is renewed at each write: the basis of its ETag."""

    version: UUID = Field(default_factory=uuid4, sa_column_kwargs={"onupdate": uuid4})


class SealedBytes(TypeDecorator[Sealed]):
    """Boxes ciphertext on load and unboxes it on save; holds no key and does no crypto."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Any) -> bytes | None:
        """Unbox; anything but a filled Sealed is a programming error."""
        if value is None:
            return None
        if not isinstance(value, Sealed) or len(value.blob) <= HEADER_BYTES:
            raise TypeError("a sealed column takes Sealed, never plain text, never nothing")
        return value.blob

    def process_result_value(self, value: bytes | None, dialect: Any) -> Sealed | None:
        """Box."""
        return None if value is None else Sealed(value)


class Instant(TypeDecorator[datetime]):
    """Aware UTC in, aware UTC out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Refuse naive datetimes; bring the others to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("an instant has a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Restore UTC where the driver drops it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def random_id() -> Any:
    """Return a column for a random primary key: order and count tell nothing."""
    return Field(default_factory=uuid4, primary_key=True)


def sealed(bucket: int = 1) -> Any:
    """Return a column for ciphertext. It starts empty, which the database never sees.

    JSON in it is padded to a multiple of `bucket` bytes, chosen so that ordinary contents have
    one size. Documents have buckets of their own.
    """
    return Field(
        default=NOT_SEALED_YET,
        sa_type=SealedBytes,
        nullable=False,
        sa_column_kwargs={"info": {"bucket": bucket}},
    )
