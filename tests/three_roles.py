"""A PostgreSQL server set up as docs/deployment.md says: an owner, a worker, an auditor."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from antechamber import roles
from antechamber.settings import Settings
from attacker import superuser_url

PAGE = Path(__file__).parents[1] / "docs" / "deployment.md"
ROLES = ("antechamber_work", "antechamber_owner", "inge", roles.AUDITOR)


@dataclass(frozen=True)
class SetUp:
    """The settings of an office of the owner and the worker, and the auditor's address."""

    settings: Settings
    auditor: str
    _administrator: str

    def empty_anew(self) -> None:
        """Take the database away and give an empty one of this name, as the page says."""
        with psycopg.connect(self._administrator, autocommit=True) as connection:
            name = self.settings.url.database or ""
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
            for statement in _statements(name):
                if "DATABASE" in statement:
                    connection.execute(statement.encode())


@contextmanager
def as_the_page_says(given: Settings, folder: Path) -> Iterator[SetUp]:
    """Run the page's statements on the server of these settings; undo them at the end."""
    name = f"{given.url.database}_x"
    administrator = superuser_url(given)
    with psycopg.connect(administrator, autocommit=True) as connection:
        for statement in _statements(name):
            connection.execute(statement.encode())
    try:
        yield SetUp(
            _settings(given, name, folder),
            _url(given, name, "inge").replace("+psycopg", ""),
            administrator,
        )
    finally:
        with psycopg.connect(administrator, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
            for role in ROLES:
                connection.execute(f"DROP ROLE {role}".encode())


def _statements(name: str) -> list[str]:
    block = PAGE.read_text(encoding="utf-8").partition("```sql\n")[2].partition("```")[0]
    found = re.sub(r"DATABASE antechamber\b", f"DATABASE {name}", block)
    return [line for line in found.split(";\n") if line.strip()]


def _settings(given: Settings, name: str, folder: Path) -> Settings:
    return Settings.model_validate(
        {
            "home": folder / "home",
            "key_file": folder / "key" / "office.key",
            "database_url": _url(given, name, "antechamber_work"),
            "database_owner_url": _url(given, name, "antechamber_owner"),
        }
    )


def _url(given: Settings, name: str, user: str) -> str:
    return given.url.set(username=user, database=name).render_as_string(hide_password=False)
