"""What lies on the disk; that no name is in it: `tests/security/test_t01_files.py`, `test_t05`."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from antechamber.office import Office
from antechamber.work import Everywhere

# Opening the live file in this process and closing it again would drop SQLite's locks.
COPY = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"


def test_plain_sqlite_does_not_open_the_file(sqlcipher_office: Office, tmp_path: Path) -> None:
    file, copy = sqlcipher_office.settings.database_file, tmp_path / "copy"
    subprocess.run([sys.executable, "-c", COPY, str(file), copy], check=True)
    connection = sqlite3.connect(copy)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connection.execute("SELECT * FROM sqlite_master")
    connection.close()


def test_the_file_is_written_so_that_a_commit_outlives_a_power_cut(
    sqlcipher_office: Office,
) -> None:
    with sqlcipher_office.reading(Everywhere("user:1")) as work:
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
