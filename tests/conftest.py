"""Fixtures that all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from antechamber.office import Office
from antechamber.settings import Settings
from databases import (
    KINDS,
    Backend,
    OpenOffice,
    PostgreSql,
    SqlCipher,
    fixed_clock,
    postgresql_server,
)

pytest_plugins = ["overhearing"]


@pytest.fixture(scope="session")
def sqlcipher(tmp_path_factory: pytest.TempPathFactory) -> Backend:
    return SqlCipher(tmp_path_factory.mktemp("sqlcipher"))


@pytest.fixture(scope="session")
def postgresql_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    """The server, started when a test first asks for it."""
    with postgresql_server() as uri:
        yield PostgreSql(tmp_path_factory.mktemp("postgresql"), uri)


@pytest.fixture
def postgresql(postgresql_for_all: Backend) -> Iterator[Backend]:
    yield postgresql_for_all
    postgresql_for_all.clear()


@pytest.fixture(params=KINDS)
def backend(request: pytest.FixtureRequest) -> Backend:
    """Each of the two databases in turn."""
    found: Backend = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def open_office() -> Iterator[OpenOffice]:
    """Open offices that close when the test ends."""
    opened: list[Office] = []

    def opening(settings: Settings) -> Office:
        opened.append(Office.open(settings, clock=fixed_clock))
        return opened[-1]

    yield opening
    for office in opened:
        office.close()


@pytest.fixture
def office(backend: Backend, tmp_path: Path, open_office: OpenOffice) -> Office:
    """A new office, on each of the two databases in turn."""
    return open_office(backend.office(tmp_path))


@pytest.fixture
def sqlcipher_office(sqlcipher: Backend, tmp_path: Path, open_office: OpenOffice) -> Office:
    """A new office in a SQLCipher file."""
    return open_office(sqlcipher.office(tmp_path))


@pytest.fixture
def postgresql_office(postgresql: Backend, tmp_path: Path, open_office: OpenOffice) -> Office:
    """A new office on PostgreSQL."""
    return open_office(postgresql.office(tmp_path))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests say of what they ran, such as which interleavings were refused."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "ran" and report.when == "call":
                terminalreporter.write_line(f"{value}")
