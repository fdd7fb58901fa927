"""Somebody with the database's password, or its file and key, who writes plain SQL."""

from typing import Any
from uuid import UUID, uuid4

import psycopg
import sqlcipher3.dbapi2 as sqlcipher

from antechamber.office import Office
from antechamber.settings import Settings
from databases import SUPERUSER

# Whatever would switch a rule off without dropping it.
LOOSEN = {
    "sqlite": (
        "PRAGMA foreign_keys = OFF",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA ignore_check_constraints = ON",
    ),
    "postgresql": ("SET session_replication_role = replica",),
}


class Attacker:
    """A bare connection to an office's database, with every pragma set in the attacker's favour.

    Ids in statements are written `'{id.hex}'`, which both databases read.
    """

    def __init__(self, office: Office) -> None:
        self.kind = office.engine.dialect.name
        self.initiative = uuid4()
        self._connection = _connect(office)
        for statement in LOOSEN[self.kind]:
            self.run(statement)
        self.run(f"INSERT INTO initiative VALUES {self.values(uuid4(), self.initiative, b'x')}")

    @property
    def refusal(self) -> type[Exception]:
        """Return the error by which this database refuses."""
        if self.kind == "sqlite":
            refusal: type[Exception] = sqlcipher.IntegrityError
            return refusal
        return psycopg.errors.IntegrityConstraintViolation

    def run(self, statement: str) -> int:
        """Run one statement, commit it, and return how many rows it touched."""
        count: int = self._connection.execute(statement).rowcount
        return count

    def ask(self, statement: str) -> Any:
        """Return the first column of the first row."""
        return self._connection.execute(statement).fetchone()[0]

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Return all rows."""
        found: list[tuple[Any, ...]] = self._connection.execute(statement).fetchall()
        return found

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def values(self, *values: object) -> str:
        """Spell a tuple of values as literals of this database."""
        return "(" + ", ".join(self._literal(value) for value in values) + ")"

    def session(self, **columns: object) -> UUID:
        """Insert a session, a draft if nothing else is said, and return its id."""
        row: dict[str, object] = {
            "id": uuid4(),
            "version": uuid4(),
            "initiative_id": self.initiative,
            "state": "draft",
            "revision": 0,
            "document": b"x",
        } | columns
        self.insert("session", row)
        return UUID(str(row["id"]))

    def decision(self, session: UUID, sequence: int = 1, **columns: object) -> UUID:
        """Insert a decision that clears revision 0 if nothing else is said; return its id."""
        row = self.decided(session, sequence, **columns)
        self.insert("decision", row)
        return UUID(str(row["id"]))

    def decided(self, session: UUID, sequence: int, **columns: object) -> dict[str, object]:
        """Return the columns of a forged decision."""
        return {
            "id": uuid4(),
            "version": uuid4(),
            "initiative_id": self.initiative,
            "session_id": session,
            "sequence": sequence,
            "revision": 0,
            "fingerprint": b"f",
            "may_proceed": True,
            "mac": b"m",
            "record": b"x",
            "dossier": b"x",
        } | columns

    def insert(self, table: str, row: dict[str, object], verb: str = "INSERT") -> None:
        """Insert a row given as its columns."""
        self.run(f"{verb} INTO {table} ({', '.join(row)}) VALUES {self.values(*row.values())}")

    def scheduled(self) -> tuple[UUID, UUID]:
        """Return a session scheduled as it should be, and the decision that clears it."""
        session = self.session()
        decision = self.decision(session)
        self.run(
            f"UPDATE session SET state = 'scheduled', clearance_id = '{decision.hex}'"
            f" WHERE id = '{session.hex}'"
        )
        return session, decision

    def _literal(self, value: object) -> str:
        match value:
            case None:
                return "NULL"
            case bool() | int():
                return str(value).upper()
            case bytes() if self.kind == "sqlite":
                return f"x'{value.hex()}'"
            case bytes():
                return f"'\\x{value.hex()}'::bytea"
            case UUID():
                return f"'{value.hex}'"
            case _:
                return f"'{value}'"


def _connect(office: Office) -> Any:
    if office.engine.dialect.name == "sqlite":
        connection = sqlcipher.connect(str(office.settings.database_file), isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{office.keys.file_key().expose().hex()}'\"")
        return connection
    return psycopg.connect(superuser_url(office.settings), autocommit=True)


def superuser_url(settings: Settings) -> str:
    """Return the address of an office's database for whoever administers the server."""
    url = settings.url.set(drivername="postgresql", username=SUPERUSER)
    return url.render_as_string(hide_password=False)
