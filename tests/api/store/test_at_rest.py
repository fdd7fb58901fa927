"""What lies on the disk: looked at from another process, as a thief would."""

import base64
import secrets
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from antechamber import audit
from antechamber.office import Office
from antechamber.tables import InitiativeRow, ParticipantRow
from antechamber.vault import participant_key
from attacker import Attacker

# Opening the live file in this process and closing it again would drop SQLite's locks.
COPY = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"


def copies(paths: list[Path], folder: Path) -> list[bytes]:
    found: list[bytes] = []
    for path in paths:
        target = folder / f"copy-{len(found)}"
        subprocess.run([sys.executable, "-c", COPY, path, target], check=True)
        found.append(target.read_bytes())
    return found


def spellings(canary: str) -> list[bytes]:
    raw = canary.encode()
    return [
        raw,
        raw.upper(),
        canary.encode("utf-16-le"),
        canary.encode("utf-16-be"),
        raw.hex().encode(),
        base64.b64encode(raw)[:-4],
        bytes.fromhex(canary),
    ]


def plant(office: Office, canaries: list[str]) -> None:
    for canary in canaries:
        with office.work(f"user:{canary}") as work:
            home = InitiativeRow()
            work.seal_json(home, "document", {"name": canary}, key=work.new_initiative_key(home.id))
            work.session.add(home)
            work.session.flush()  # people refer to it
            person = ParticipantRow(initiative_id=home.id, key_id=work.new_participant_key(home.id))
            key = participant_key(home.id, person.key_id)
            work.seal(person, "identity", canary.encode(), key=key)
            work.seal(person, "file", bytes.fromhex(canary), key=key)
            work.session.add(person)
            payload = {"name": canary}
            audit.append(work, "participant.added", canary, payload=payload, key=key)


def found(canaries: list[str], contents: list[bytes]) -> int:
    return sum(
        spelling in content
        for canary in canaries
        for spelling in spellings(canary)
        for content in contents
    )


def test_no_confidential_value_is_in_the_files_of_sqlcipher(
    sqlcipher_office: Office, tmp_path: Path
) -> None:
    canaries = [secrets.token_hex(12) for _ in range(50)]
    plant(sqlcipher_office, canaries)
    files = sorted(sqlcipher_office.settings.home.iterdir())
    contents = copies(files, tmp_path)
    assert any(path.name == "office.db-wal" and path.stat().st_size > 10_000 for path in files)
    assert found(canaries, contents) == 0
    assert not any(b"SQLite format" in content or b"initiative" in content for content in contents)


def test_no_confidential_value_is_in_the_files_of_postgresql(
    postgresql_office: Office, tmp_path: Path
) -> None:
    canaries = [secrets.token_hex(12) for _ in range(10)]
    plant(postgresql_office, canaries)
    attacker = Attacker(postgresql_office)
    attacker.run("CHECKPOINT")
    data = Path(attacker.ask("SHOW data_directory"))
    database = attacker.ask("SELECT oid FROM pg_database WHERE datname = current_database()")
    attacker.close()
    files = [
        *(data / "base" / str(database)).iterdir(),
        *(data / "pg_wal").glob("0*"),
        data / "log",
    ]
    contents = [path.read_bytes() for path in files]  # PostgreSQL does not lock its files
    assert any(b"participant" in content for content in contents)
    assert found(canaries, contents) == 0


def test_the_scanner_finds_a_canary_that_is_there() -> None:
    canary = secrets.token_hex(12)
    for spelling in spellings(canary):
        assert found([canary], [b"..." + spelling + b"..."]) > 0


def test_plain_sqlite_does_not_open_the_file(sqlcipher_office: Office, tmp_path: Path) -> None:
    file = sqlcipher_office.settings.database_file
    assert file
    copies([file], tmp_path)
    connection = sqlite3.connect(tmp_path / "copy-0")
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connection.execute("SELECT * FROM sqlite_master")
    connection.close()


def test_the_file_is_written_so_that_a_commit_outlives_a_power_cut(
    sqlcipher_office: Office,
) -> None:
    with sqlcipher_office.reading("user:1") as work:
        connection = work.session.connection()
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "temp_store", "secure_delete")
        }
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    # 2 is FULL; 2 is MEMORY.
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "secure_delete": 1,
    }
