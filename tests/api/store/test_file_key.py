"""By which key the SQLCipher file opens, and what keeps it from being written by a newer one."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from antechamber import database
from antechamber.crypto.keys import Key
from antechamber.errors import NotReady
from antechamber.office import Office
from full_disks import limited

NEWER = Key(bytes(range(32)))


def closed(office: Office) -> tuple[Path, Key]:
    office.close()
    file = office.settings.database_file
    assert file is not None
    return file, office.keys.file_key()


def test_the_key_that_opens_is_found_among_two(sqlcipher_office: Office) -> None:
    file, key = closed(sqlcipher_office)
    assert database.key_that_opens(file, [NEWER, key]) is key
    assert database.key_that_opens(file, [key, NEWER]) is key


def test_a_file_in_use_is_not_taken_for_one_under_another_key(sqlcipher_office: Office) -> None:
    file, key = closed(sqlcipher_office)
    holder = sqlcipher.connect(str(file), isolation_level=None)
    try:
        holder.execute(f"PRAGMA key = \"x'{key.expose().hex()}'\"")
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotReady, match=r"cannot be read now \(database is locked\)"):
            database.key_that_opens(file, [key, NEWER])
        with pytest.raises(NotReady, match="The database is in use"):
            database.change_file_key(file, key, NEWER)
    finally:
        holder.close()


def test_a_full_disk_is_not_called_a_running_server_and_leaves_the_old_key(
    sqlcipher_office: Office,
) -> None:
    file, key = closed(sqlcipher_office)

    def told() -> int:
        try:
            database.change_file_key(file, key, NEWER)
        except NotReady as fault:
            return "cannot be written anew" in str(fault)
        return 2

    assert limited(told, 64 * 1024) == 1
    assert database.key_that_opens(file, [NEWER, key]) is key
    database.change_file_key(file, key, NEWER)
    assert database.key_that_opens(file, [NEWER, key]) is NEWER
