"""Checkpoints: the file that the auditor collects, and what they promise."""

import os
from io import BytesIO
from multiprocessing import get_context

import pytest
from sqlmodel import select

from antechamber import audit
from antechamber.audit.bundle_verifier import read_checkpoint, split_notes
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.rotation.office import rotate
from antechamber.tables import AuditHeadRow
from antechamber.work import Everywhere
from attacker import Attacker
from databases import NOW
from ledger import fill, key_of, signed_elsewhere


def notes(office: Office) -> list[str]:
    return split_notes(office.settings.checkpoint_file.read_bytes())


def test_a_checkpoint_names_size_and_root_of_the_log(office: Office) -> None:
    fill(office, 3)
    signed = audit.add_checkpoint(office)
    log = audit.verify(office, audit.kept_notes(office))
    assert (signed.size, signed.root, log.checkpoints) == (log.count, log.root, 1)
    assert read_checkpoint(notes(office)[0], key_of(office)) == signed


def test_a_quiet_hour_adds_as_many_bytes_as_a_busy_one(office: Office) -> None:
    sizes = []
    for entries in (10, 0, 0, 25, 0):
        fill(office, entries)
        before = len(audit.kept_notes(office))
        audit.add_checkpoint(office)
        sizes.append(len(audit.kept_notes(office)) - before)
    assert len(set(sizes)) == 1
    assert notes(office)[0] == notes(office)[1] == notes(office)[2] != notes(office)[3]


def test_the_checkpoint_of_an_empty_log_is_one(office: Office) -> None:
    assert audit.add_checkpoint(office).size == 0
    fill(office, 1)
    assert audit.verify(office, audit.kept_notes(office)).count == 1


def test_two_offices_have_two_keys(office: Office) -> None:
    other = OfficeKeys.new(office.id, NOW)
    assert audit.verifier_key(other) != key_of(office)
    assert audit.verifier_key(office.keys) == key_of(office)


def test_a_note_that_was_being_written_when_the_machine_stopped_is_written_over(
    office: Office,
) -> None:
    fill(office, 2)
    audit.add_checkpoint(office)
    path = office.settings.checkpoint_file
    whole = path.read_bytes()
    audit.add_checkpoint(office)
    two = path.read_bytes()
    for length in range(len(whole), len(two)):
        path.write_bytes(two[:length])
        audit.add_checkpoint(office)
        assert path.read_bytes() == two


@pytest.mark.parametrize("damage", ["CRLF", "foreign", "short", "added", "added-lines", "no-end"])
def test_what_is_no_file_of_our_notes_is_refused_and_not_written_to(
    office: Office, damage: str
) -> None:
    fill(office, 2)
    audit.add_checkpoint(office)
    path, name = office.settings.checkpoint_file, key_of(office).name
    note = path.read_bytes()
    content = {
        "CRLF": note.replace(b"\n", b"\r\n"),
        "foreign": b"Minutes of the steering group.\n\nPresent: all.\n",
        "short": b"x",
        "added": note + b"\n",
        "added-lines": note + f"{name}\nand\nmany\nother\nlines\nthat\nfollow".encode(),
        "no-end": note[:-1].replace(b"\n", b"\r\n"),
    }[damage]
    path.write_bytes(content)
    for act in (audit.add_checkpoint, audit.kept_notes):
        with pytest.raises(audit.Refused, match="ANTECHAMBER_CHECKPOINTS"):
            act(office)
    assert path.read_bytes() == content


def test_nothing_is_signed_that_breaks_what_was_signed_before(office: Office) -> None:
    fill(office, 3)
    audit.add_checkpoint(office)
    kept = audit.kept_notes(office)
    attacker = Attacker(office)
    on = "" if attacker.kind == "sqlite" else " ON audit_entry"
    attacker.run(f"DROP TRIGGER audit_entry_delete{on}")
    attacker.run("DELETE FROM audit_entry WHERE sequence = 3")
    attacker.run(
        "UPDATE audit_head SET sequence = 2, leaf = (SELECT max(leaf) FROM audit_entry"
        " WHERE sequence = 2)"
    )
    attacker.close()
    for _ in range(2):
        with pytest.raises(audit.BrokenLog, match="the log was set back"):
            audit.add_checkpoint(office)
    assert audit.kept_notes(office) == kept


def test_a_note_of_another_log_is_no_anchor(office: Office) -> None:
    fill(office, 1)
    elsewhere = OfficeKeys.new(office.id, NOW)
    foreign = signed_elsewhere(elsewhere, key_of(office).name, 1, bytes(32)).encode()
    named = signed_elsewhere(office.keys, "antechamber/other", 1, bytes(32)).encode()
    for data in (foreign, named, b"", b"no note"):
        with office.reading(Everywhere("doctor")) as work, pytest.raises(audit.Refused):
            audit.anchors_hold(work, data)
        with pytest.raises(audit.Refused):
            audit.verify(office, data)


def test_a_foreign_note_in_the_offices_own_file_is_not_built_upon(office: Office) -> None:
    elsewhere = OfficeKeys.new(office.id, NOW)
    foreign = signed_elsewhere(elsewhere, key_of(office).name, 0, bytes(32))
    office.settings.checkpoint_file.write_text(foreign + "\n")
    with pytest.raises(audit.Refused):
        audit.add_checkpoint(office)


def test_where_the_file_cannot_be_it_says_which_setting_to_mend(office: Office) -> None:
    office.settings.checkpoint_file.mkdir()
    with pytest.raises(NotReady, match="ANTECHAMBER_CHECKPOINTS"):
        audit.add_checkpoint(office)
    with pytest.raises(NotReady, match="cannot be read"):
        audit.kept_notes(office)


def test_the_file_is_not_for_everybody(office: Office) -> None:
    audit.add_checkpoint(office)
    assert office.settings.checkpoint_file.stat().st_mode & 0o007 == 0


def test_two_timers_at_once_write_two_whole_notes(sqlcipher_office: Office) -> None:
    fill(sqlcipher_office, 2)
    audit.add_checkpoint(sqlcipher_office)
    context = get_context("fork")
    timers = [context.Process(target=_tick, args=(sqlcipher_office,)) for _ in range(4)]
    for timer in timers:
        timer.start()
    for timer in timers:
        timer.join(60)
    assert [timer.exitcode for timer in timers] == [0] * 4
    assert len(notes(sqlcipher_office)) == 5
    assert len(set(notes(sqlcipher_office))) == 1


def _tick(office: Office) -> None:
    office.engine.dispose(close=False)  # a connection is not for two processes
    audit.add_checkpoint(office)
    os._exit(0)


def test_old_entries_are_leaves_like_new_ones(office: Office) -> None:
    """Nothing was added to a table: what was logged before checkpoints is in the first one."""
    fill(office, 7)
    before = audit.verify(office)
    audit.add_checkpoint(office)
    with office.reading(Everywhere("doctor")) as work:
        assert audit.anchors_hold(work, audit.kept_notes(office)) == 7
    assert audit.verify(office, audit.kept_notes(office)).root == before.root


def test_the_auditors_key_outlives_a_rotation_of_the_root(office: Office) -> None:
    fill(office, 2)
    audit.add_checkpoint(office)
    before = key_of(office)
    rotate(office, Everywhere("administrator"))
    assert key_of(office) == before
    audit.add_checkpoint(office)
    assert {read_checkpoint(note, before).size for note in notes(office)} == {2, 3}
    assert audit.verify(office, audit.kept_notes(office)).checkpoints == 2


def test_where_the_file_is_gone_nothing_is_signed_until_it_is_back(office: Office) -> None:
    audit.add_checkpoint(office)
    file = office.settings.checkpoint_file
    kept = file.read_bytes()
    file.unlink()
    for signing in (audit.add_checkpoint, audit.kept_notes, audit.add_checkpoint):
        with pytest.raises(NotReady, match="Bring it back from the auditor"):
            signing(office)
    with pytest.raises(NotReady, match="Bring it back"):
        audit.export(office, BytesIO(), actor=Everywhere("test"), with_entries=False)
    file.write_bytes(kept)
    audit.add_checkpoint(office)
    assert file.read_bytes().startswith(kept)


def test_another_file_begins_only_by_an_entry_that_says_so(office: Office) -> None:
    audit.add_checkpoint(office)
    with pytest.raises(NotReady, match="Move it away first"):
        audit.begin_anew(office, Everywhere("test"))
    office.settings.checkpoint_file.unlink()
    before = audit_entries(office)
    audit.begin_anew(office, Everywhere("test"))
    assert audit.add_checkpoint(office).size == before + 1


def audit_entries(office: Office) -> int:
    with office.reading(Everywhere("test")) as work:
        return work.session.exec(select(AuditHeadRow)).one().sequence
