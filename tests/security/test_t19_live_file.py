"""T19: the live database file is never opened beside the database."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher_driver

from antechamber import audit
from antechamber.livefile import LiveFile
from antechamber.office import Office
from antechamber.work import Everywhere
from databases import OpenOffice, SqlCipher, fixed_clock
from processes import environment

# What happens without the guard: the file is opened and closed in the process that has it open,
# another process opens and closes the database as it should, then the first one dies.
UNGUARDED = """
import os, subprocess, sys
import sqlcipher3.dbapi2 as sqlcipher
path, how = sys.argv[1:]
KEY = "PRAGMA key = \\"x'" + "ab" * 32 + "'\\""
other = f'''
import sqlcipher3.dbapi2 as sqlcipher
connection = sqlcipher.connect({path!r}); connection.execute({KEY!r})
connection.execute("SELECT count(*) FROM t").fetchone(); connection.close()
'''
connection = sqlcipher.connect(path, isolation_level=None)
for statement in (KEY, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"):
    connection.execute(statement)
connection.execute("CREATE TABLE t (x)")
for _ in range(200):
    connection.execute("INSERT INTO t VALUES (1)")
if how == "opened":
    open(path, "rb").close()
    open(path + "-shm", "rb").close()
subprocess.run([sys.executable, "-c", other], check=True)
kept = 0
for _ in range(100):
    connection.execute("INSERT INTO t VALUES (2)")
    kept += 1
print(200 + kept, flush=True)
os._exit(9)
"""
# The same with the office itself, which a backup reads meanwhile.
GUARDED = """
import os, subprocess, sys
from pathlib import Path
from antechamber import audit
from antechamber.backups.making import Source, make
from antechamber.livefile import LiveFile
from antechamber.office import Office
from antechamber.work import Everywhere
from antechamber.settings import Settings
from processes import command, environment
settings = Settings()
office = Office.open(settings)
def write(times):
    for _ in range(times):
        with office.work(Everywhere("writer")) as work:
            audit.append(work, "test.written", "x")
write(20)
try:
    open(settings.database_file, "rb").close()
    raise SystemExit("the file was opened")
except LiveFile:
    pass
make(Source(office.engine, office.keys, settings, office.clock()), Path(sys.argv[1]))
subprocess.run(command("audit", "verify"), env=environment(settings), check=True, stdout=2)
write(20)
print(40, flush=True)
os._exit(9)
"""


def rows_after(path: Path) -> int:
    connection = sqlcipher_driver.connect(str(path))
    connection.execute("PRAGMA key = \"x'" + "ab" * 32 + "'\"")
    (count,) = connection.execute("SELECT count(*) FROM t").fetchone()
    connection.close()
    return int(count)


def lost(path: Path, how: str) -> int:
    """Return how many acknowledged commits are gone after the process died."""
    done = subprocess.run(
        [sys.executable, "-c", UNGUARDED, str(path), how],
        check=False,
        capture_output=True,
        text=True,
    )
    return int(done.stdout) - rows_after(path)


def test_opening_the_live_file_loses_commits_and_the_office_does_not_do_it(
    sqlcipher: SqlCipher, tmp_path: Path, came_out: Callable[[str, str, str], None]
) -> None:
    without, opened = lost(tmp_path / "a.db", "untouched"), lost(tmp_path / "b.db", "opened")
    settings = sqlcipher.office(tmp_path)
    office = Office.open(settings, clock=fixed_clock)
    before = audit.verify(office).count
    office.close()
    done = subprocess.run(
        [sys.executable, "-c", GUARDED, str(tmp_path / "x.backup")],
        check=False,
        env=environment(settings, PYTHONPATH=os.pathsep.join(sys.path)),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 9, done.stderr
    office = Office.open(settings, clock=fixed_clock)
    gone = before + int(done.stdout.split()[-1]) - audit.verify(office).count
    office.close()
    came_out(
        "T19",
        "300 commits with the file opened beside the database, then a crash; 40 commits of an "
        "office, backed up meanwhile, then a crash",
        f"{opened} lost where nothing guards (untouched: {without}); {gone} lost in the office",
    )
    assert (without, gone) == (0, 0)
    assert opened > 0


Opening = Callable[[str], Any]
WAYS: dict[str, Opening] = {
    "open": lambda path: open(path, "rb"),  # noqa: SIM115 - it must not open
    "Path": lambda path: Path(path).read_bytes(),
    "os.open": lambda path: os.open(path.encode(), os.O_RDONLY),
    "copy": lambda path: shutil.copyfile(path, f"{path}.copy"),
    "another library": sqlite3.connect,
}


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
@pytest.mark.parametrize("way", WAYS)
def test_the_live_file_is_opened_in_no_way_by_no_name(
    sqlcipher_office: Office, tmp_path: Path, way: str, end: str
) -> None:
    with sqlcipher_office.work(Everywhere("user:1")) as work:
        audit.append(work, "test.written", "x")
    live = f"{sqlcipher_office.settings.database_file}{end}"
    link = tmp_path / "link"
    link.symlink_to(live)
    for name in (live, str(link)):
        with pytest.raises(LiveFile):
            WAYS[way](name)


def test_once_the_office_is_closed_its_file_is_a_file_like_any(
    sqlcipher: SqlCipher, tmp_path: Path, open_office: OpenOffice
) -> None:
    office = open_office(sqlcipher.office(tmp_path))
    assert office.settings.database_file is not None
    with pytest.raises(LiveFile):
        office.settings.database_file.read_bytes()
    office.close()
    assert office.settings.database_file.read_bytes()
