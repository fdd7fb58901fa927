"""What the doctor says of the log beside its checkpoints."""

import os
from datetime import timedelta
from pathlib import Path

from antechamber import audit
from antechamber.backups import making, restoring
from antechamber.backups.making import Source
from antechamber.doctor import Finding, examine
from antechamber.office import Office
from antechamber.settings import Settings
from databases import NOW, Backend, fixed_clock
from ledger import fill


def anchors(place: Settings) -> Finding:
    (found,) = [each for each in examine(place, fixed_clock) if each.check == "anchors"]
    return found


def test_a_log_without_a_checkpoint_is_warned_of_and_one_that_keeps_them_is_well(
    sqlcipher_office: Office,
) -> None:
    fill(sqlcipher_office, 2)
    before = anchors(sqlcipher_office.settings)
    assert (before.status, "audit checkpoint" in before.cure) == ("warn", True)
    audit.add_checkpoint(sqlcipher_office)
    fill(sqlcipher_office, 2)
    audit.add_checkpoint(sqlcipher_office)
    assert anchors(sqlcipher_office.settings).status == "ok"


def test_a_timer_that_signs_no_more_is_warned_of(sqlcipher_office: Office) -> None:
    audit.add_checkpoint(sqlcipher_office)
    long_ago = (NOW - timedelta(days=3)).timestamp()
    os.utime(sqlcipher_office.settings.checkpoint_file, (long_ago, long_ago))
    found = anchors(sqlcipher_office.settings)
    assert (found.status, "2026-11-19" in found.says) == ("warn", True)


def test_an_older_database_put_back_is_found_by_the_next_checkpoint(
    office: Office, backend: Backend, tmp_path: Path
) -> None:
    fill(office, 3)
    made = making.make(
        Source(office.engine, office.keys, office.settings, NOW), tmp_path / "office.backup"
    )
    fill(office, 5)
    audit.add_checkpoint(office)
    place = backend.empty(tmp_path / "new").model_copy(
        update={
            "key_file": office.settings.key_file,
            "checkpoints": office.settings.checkpoint_file,
        }
    )
    place.home.mkdir(mode=0o700, parents=True)
    place.keyring.write_bytes(office.settings.keyring.read_bytes())
    place.keyring.chmod(0o600)
    restored = restoring.restore(place, office.keys, made.path, fixed_clock)
    assert restored.broken
    assert restored.broken.aside
    assert anchors(place).status == "warn"  # a new file may begin
    restored.broken.aside.rename(place.checkpoint_file)  # as if nothing had been put back
    found = anchors(place)
    assert found.status == "fail"
    assert "the log was set back" in found.says
    assert "auditor" in found.cure


def test_checkpoints_that_were_written_over_are_not_believed(sqlcipher_office: Office) -> None:
    fill(sqlcipher_office, 1)
    audit.add_checkpoint(sqlcipher_office)
    file = sqlcipher_office.settings.checkpoint_file
    file.write_bytes(file.read_bytes().replace(b"\n1\n", b"\n2\n"))
    found = anchors(sqlcipher_office.settings)
    assert (found.status, "cannot be believed" in found.says) == ("fail", True)
