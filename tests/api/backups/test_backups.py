"""A backup holds all of the office, and is put back whole into an empty place or not at all."""

import shutil
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlmodel import col, select

from antechamber import audit, custody, database, schema
from antechamber.backups import copying, making, records, restoring
from antechamber.backups.making import Backup, Source
from antechamber.backups.manifest import BadBackup
from antechamber.backups.workplace import workplace
from antechamber.crypto.keyring import open_keyring
from antechamber.crypto.keys import Key
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.erasure import service as erasure
from antechamber.errors import NotReady
from antechamber.identity import tokens, users
from antechamber.office import Office
from antechamber.rotation import run
from antechamber.settings import Settings
from antechamber.tables import AuditEntryRow, KeyRow, ListSnapshotRow, SessionRow, TokenRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from databases import NOW, Backend, OpenOffice, fixed_clock
from ledger import fill
from planting import plant
from scanning import canaries
from walk import Walk, prepare


def back_up(office: Office, out: Path) -> Backup:
    return making.make(Source(office.engine, office.keys, office.settings, NOW), out)


def emptied(backend: Backend, office: Office, folder: Path) -> Settings:
    """Return settings of an empty place that has the office's key file and keyring."""
    place = backend.empty(folder)
    for path in (place.home, place.key_file.parent):
        path.mkdir(mode=0o700, parents=True)
    shutil.copy(office.settings.key_file, place.key_file)
    shutil.copy(office.settings.keyring, place.keyring)
    return place


def put_back(office: Office, backup: Path, place: Settings) -> None:
    restoring.restore(place, office.keys, backup, fixed_clock)


def all_of(office: Office) -> dict[str, copying.Content]:
    with database.reading(office.engine).connect() as connection:
        return copying.contents(connection)


@pytest.fixture
def walk(office: Office) -> Walk:
    found = prepare(office)
    found.step("propose", "submit", "evaluate", "schedule")
    return found


@pytest.fixture(params=["sqlcipher", "postgresql"])
def elsewhere(request: pytest.FixtureRequest) -> Backend:
    """The database that is restored into, each of the two."""
    found: Backend = request.getfixturevalue(request.param)
    return found


def test_a_backup_of_either_database_is_put_back_into_either(
    walk: Walk, elsewhere: Backend, tmp_path: Path, open_office: OpenOffice
) -> None:
    before = all_of(walk.office)
    assert before["participant"].rows == len(walk.people)  # none is kept from whoever backs up
    made = back_up(walk.office, tmp_path / "office.backup")
    assert made.manifest.tables == before
    place = emptied(elsewhere, walk.office, tmp_path / "new")
    put_back(walk.office, made.path, place)
    office = open_office(place)
    after = all_of(office)
    changed = {"session", "token", "audit_entry", "audit_head", "outbox"}
    assert {k: v for k, v in after.items() if k not in changed} == {
        k: v for k, v in before.items() if k not in changed
    }
    assert audit.verify(office).count == made.manifest.sequence + 2
    with office.reading(Everywhere("test")) as work:
        entries = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc())
        last = work.session.exec(entries).first()
        assert last is not None
        assert work.open_json(last, "entry", key=OFFICE_KEY)["action"] == "office.restored"


def test_no_session_stays_scheduled_and_no_token_works_in_a_restored_office(
    walk: Walk, tmp_path: Path, sqlcipher: Backend, open_office: OpenOffice
) -> None:
    with walk.office.work(Everywhere("administrator")) as work:
        holder = users.by_handle(work, "U-P1")
        users.hold(work, holder.id, "convener")
        tokens.issue(work, holder, "convener", lifetime=timedelta(hours=1))
    made = back_up(walk.office, tmp_path / "office.backup")
    place = emptied(sqlcipher, walk.office, tmp_path / "new")
    put_back(walk.office, made.path, place)
    restored = replace(walk, office=open_office(place))
    assert walk.state() == "scheduled"
    assert restored.state() == "suspended"
    with restored.office.reading(Everywhere("test")) as work:
        session = work.session.get_one(SessionRow, walk.session)
        assert session.clearance_id is None
        assert work.session.exec(select(TokenRow)).all() == []
    restored.step("reopen", "evaluate", "schedule")
    assert restored.state() == "scheduled"


def test_a_backup_is_of_one_moment_and_what_came_later_is_not_in_it(
    walk: Walk, tmp_path: Path, sqlcipher: Backend, open_office: OpenOffice
) -> None:
    made = back_up(walk.office, tmp_path / "office.backup")
    walk.withdraw("P3")
    place = emptied(sqlcipher, walk.office, tmp_path / "new")
    put_back(walk.office, made.path, place)
    entries = audit.verify(open_office(place)).count
    assert entries == made.manifest.sequence + 2 < audit.verify(walk.office).count + 2


def test_a_backup_of_a_log_that_was_never_signed_says_so_when_it_is_restored(
    sqlcipher_office: Office, sqlcipher: Backend, tmp_path: Path, open_office: OpenOffice
) -> None:
    early = back_up(sqlcipher_office, tmp_path / "early.backup")
    fill(sqlcipher_office, 3)
    audit.add_checkpoint(sqlcipher_office)
    kept = {"checkpoints": sqlcipher_office.settings.checkpoint_file}
    first = emptied(sqlcipher, sqlcipher_office, tmp_path / "a").model_copy(update=kept)
    behind = restoring.restore(first, sqlcipher_office.keys, early.path, fixed_clock)
    assert behind.broken
    assert behind.broken.aside
    assert "ends at entry 0, before the last checkpoint" in behind.broken.says
    behind.broken.aside.rename(behind.broken.file)  # as if it came back from the auditor
    other = open_office(first)
    fill(other, 5)  # it is as long again, and yet another log
    second = emptied(sqlcipher, sqlcipher_office, tmp_path / "b").model_copy(update=kept)
    made = back_up(other, tmp_path / "other.backup")
    aside = restoring.restore(second, other.keys, made.path, fixed_clock)
    assert aside.broken
    assert "is not the one that the checkpoints" in aside.broken.says


def test_checkpoints_are_put_aside_only_with_the_restore_and_over_nothing(
    sqlcipher_office: Office, sqlcipher: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = back_up(sqlcipher_office, tmp_path / "early.backup")
    fill(sqlcipher_office, 3)
    audit.add_checkpoint(sqlcipher_office)
    file = sqlcipher_office.settings.checkpoint_file
    notes, kept = file.read_bytes(), {"checkpoints": file}
    place = emptied(sqlcipher, sqlcipher_office, tmp_path / "a").model_copy(update=kept)
    aside = file.with_name(f"{file.name}.before-restore-20261122T090000Z")
    aside.write_text("of an earlier one")
    with pytest.raises(NotReady, match="not overwritten"):
        restoring.restore(place, sqlcipher_office.keys, early.path, fixed_clock)
    assert aside.read_text() == "of an earlier one"
    aside.unlink()
    with monkeypatch.context() as patched:
        patched.setattr("os.link", raising)
        with pytest.raises(OSError, match="no space"):
            restoring.restore(place, sqlcipher_office.keys, early.path, fixed_clock)
    assert (file.read_bytes(), aside.exists()) == (notes, False)
    restoring.restore(place, sqlcipher_office.keys, early.path, fixed_clock)
    assert (aside.read_bytes(), file.exists()) == (notes, False)


def raising(*_: object) -> None:
    raise OSError("no space left")


def test_a_backup_from_before_a_rotation_restores_while_older_keys_are_kept_and_then_no_more(
    walk: Walk, elsewhere: Backend, tmp_path: Path, open_office: OpenOffice
) -> None:
    made = back_up(walk.office, tmp_path / "office.backup")
    run.rotate(walk.office, Everywhere("test"), "root", keep=True)
    place = emptied(elsewhere, walk.office, tmp_path / "kept")
    put_back(walk.office, made.path, place)
    restored = replace(walk, office=open_office(place))
    assert restored.state() == "suspended"
    run.retire(walk.office, Everywhere("test"))
    with pytest.raises(BadBackup, match="keyring of that time"):
        put_back(walk.office, made.path, emptied(elsewhere, walk.office, tmp_path / "new"))


def test_no_key_and_no_keyring_is_in_a_backup(office: Office, tmp_path: Path) -> None:
    made = back_up(office, tmp_path / "office.backup")
    content = made.path.read_bytes()
    secrets = [office.settings.key_file.read_bytes(), office.keys.root.expose()]
    keyring = office.settings.keyring.read_bytes()
    assert not any(secret in content for secret in secrets)
    assert keyring[20:80] not in content
    assert b"SQLite format" not in content
    assert made.path.stat().st_mode & 0o077 == 0


def test_another_offices_keys_open_no_backup(
    office: Office, sqlcipher: Backend, tmp_path: Path
) -> None:
    made = back_up(office, tmp_path / "office.backup")
    place = emptied(sqlcipher, office, tmp_path / "new")
    with pytest.raises(BadBackup, match="no backup of this office"):
        restoring.restore(place, OfficeKeys.new(office.id, NOW), made.path, fixed_clock)
    assert place.database_file is not None
    assert not place.database_file.exists()


Spoil = Callable[[bytes], bytes]
SPOILT: dict[str, Spoil] = {
    "flipped": lambda raw: raw[:9000] + bytes([raw[9000] ^ 4]) + raw[9001:],
    "cut short": lambda raw: raw[: len(raw) // 2],
    "empty": lambda raw: b"",
    "another file": lambda raw: b"Dear colleagues, " * 500,
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_damaged_backup_is_refused_and_nothing_is_put_there(
    how: str, sqlcipher_office: Office, sqlcipher: Backend, tmp_path: Path
) -> None:
    made = back_up(sqlcipher_office, tmp_path / "office.backup")
    made.path.write_bytes(SPOILT[how](made.path.read_bytes()))
    place = emptied(sqlcipher, sqlcipher_office, tmp_path / "new")
    with pytest.raises(BadBackup):
        put_back(sqlcipher_office, made.path, place)
    assert sorted(path.name for path in place.home.iterdir()) == ["office.keyring"]


def test_nothing_is_overwritten(office: Office, tmp_path: Path) -> None:
    made = back_up(office, tmp_path / "office.backup")
    with pytest.raises(NotReady, match="exists already"):
        back_up(office, made.path)
    with pytest.raises(NotReady, match=r"not overwritten|not empty"):
        put_back(office, made.path, office.settings)


@pytest.mark.parametrize("end", ["-wal", "-shm"])
def test_a_journal_that_was_left_behind_is_not_played_into_a_restored_office(
    end: str, sqlcipher_office: Office, sqlcipher: Backend, tmp_path: Path
) -> None:
    made = back_up(sqlcipher_office, tmp_path / "office.backup")
    place = emptied(sqlcipher, sqlcipher_office, tmp_path / "new")
    Path(f"{place.database_file}{end}").write_bytes(b"left")
    with pytest.raises(NotReady, match="away together"):
        put_back(sqlcipher_office, made.path, place)


def test_a_database_that_is_not_there_is_said_to_be_out_of_reach(
    postgresql: Backend, postgresql_office: Office, tmp_path: Path
) -> None:
    made = back_up(postgresql_office, tmp_path / "office.backup")
    place = emptied(postgresql, postgresql_office, tmp_path / "new")
    url = place.url.set(database="nowhere").render_as_string(hide_password=False)
    nowhere = place.model_copy(update={"database_url": SecretStr(url)})
    with pytest.raises(NotReady, match="cannot be reached"):
        put_back(postgresql_office, made.path, nowhere)


def test_where_a_restore_into_postgresql_was_killed_it_is_run_again(
    postgresql: Backend, postgresql_office: Office, tmp_path: Path, open_office: OpenOffice
) -> None:
    made = back_up(postgresql_office, tmp_path / "office.backup")
    place = emptied(postgresql, postgresql_office, tmp_path / "new")
    target = database.connect(place.url, Key.random())
    schema.migrate(target)  # rows arrive all at once, after this
    target.dispose()
    put_back(postgresql_office, made.path, place)
    assert audit.verify(open_office(place)).count == made.manifest.sequence + 1


def test_an_office_of_an_earlier_schema_is_backed_up_and_comes_back_in_todays(
    backend: Backend, tmp_path: Path, open_office: OpenOffice, request: pytest.FixtureRequest
) -> None:
    place = backend.office(tmp_path)
    office = Office.open(place, clock=fixed_clock)
    schema.step_back(office.engine, "20261122_gate")
    made = back_up(office, tmp_path / "office.backup")
    assert made.manifest.revision == "20261122_gate"
    assert "rulebook" not in made.manifest.tables
    put_back(office, made.path, new := emptied(backend, office, tmp_path / "new"))
    office.close()
    assert audit.verify(open_office(new)).count == made.manifest.sequence + 1


def test_a_backup_from_a_later_version_is_refused_by_name(
    sqlcipher_office: Office, sqlcipher: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(sqlcipher_office, tmp_path / "office.backup")
    monkeypatch.setattr(schema, "knows", lambda revision: False)
    with pytest.raises(BadBackup, match="newer antechamber"):
        put_back(
            sqlcipher_office, made.path, emptied(sqlcipher, sqlcipher_office, tmp_path / "new")
        )


def test_an_office_whose_log_was_tampered_with_gives_no_backup_that_counts(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Office) -> Any:
        raise audit.BrokenLog((audit.Finding(1, "leaf is not that of the entry"),))

    monkeypatch.setattr(audit, "verify", broken)
    with pytest.raises(BadBackup, match="audit verify"):
        back_up(office, tmp_path / "office.backup")
    assert not list(tmp_path.glob("*office.backup*"))


def test_a_backup_whose_initiatives_the_keyring_does_not_open_is_not_taken_for_one(
    sqlcipher_office: Office, tmp_path: Path
) -> None:
    plant(sqlcipher_office, canaries(2))
    with sqlcipher_office.work(Everywhere("test")) as work:
        rows = work.session.exec(select(KeyRow).where(col(KeyRow.initiative_id).is_(None))).all()
        rows[0].wrapped = rows[1].wrapped
    with pytest.raises(BadBackup, match="keyring of that time"):
        back_up(sqlcipher_office, tmp_path / "office.backup")


def test_a_backup_from_before_an_erasure_wants_the_keyring_of_that_time(
    walk: Walk, sqlcipher: Backend, tmp_path: Path, open_office: OpenOffice
) -> None:
    made = back_up(walk.office, tmp_path / "office.backup")
    keyring = walk.office.settings.keyring.read_bytes()
    erasure.erase(walk.office, Everywhere("officer"), walk.people["P3"])
    place = emptied(sqlcipher, walk.office, tmp_path / "new")
    with pytest.raises(BadBackup, match="keyring of that time"):
        put_back(walk.office, made.path, place)
    place.keyring.write_bytes(keyring)
    then = open_keyring(place.keyring, custody.provider(place))
    restoring.restore(place, then, made.path, fixed_clock)
    assert audit.verify(open_office(place)).count > made.manifest.sequence


def test_a_backup_is_announced_before_and_remembered_after(office: Office, tmp_path: Path) -> None:
    records.announce(office, Everywhere("test"))
    made = back_up(office, tmp_path / "office.backup")
    assert records.remember(office, Everywhere("test"), made) == "first"
    assert records.remember(office, Everywhere("test"), made) == "same"
    office.keyring.write(office.keys)
    assert records.remember(office, Everywhere("test"), made) == "other"
    with office.reading(Everywhere("test")) as work:
        last = records.last(work)
    assert last is not None
    assert (last.at, last.sha256) == (NOW, made.sha256)


def test_a_table_of_whole_lists_is_copied_list_by_list(office: Office) -> None:
    size, count = 2**20, 24
    with office.work(Everywhere("test")) as work:
        for _ in range(count):
            row = ListSnapshotRow()
            work.seal(row, "document", b"{}", key=OFFICE_KEY)
            work.seal(row, "content", bytes(size), key=OFFICE_KEY)
            work.session.add(row)
    tracemalloc.start()
    try:
        assert all_of(office)["list_snapshot"].rows == count
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 * size


def test_two_backups_of_one_office_do_not_run_at_once(office: Office, tmp_path: Path) -> None:
    with (
        workplace(office.settings.home),
        pytest.raises(NotReady, match="is running"),
    ):
        back_up(office, tmp_path / "office.backup")


def test_what_a_killed_backup_left_is_cleared_away(office: Office, tmp_path: Path) -> None:
    left = office.settings.home / "backup-work"
    left.mkdir()
    (left / "new.backup").write_bytes(b"half")
    (tmp_path / ".office.backup.part").write_bytes(b"half")
    back_up(office, tmp_path / "office.backup")
    assert not left.exists()
    assert [path.name for path in tmp_path.glob("*.backup*")] == ["office.backup"]
