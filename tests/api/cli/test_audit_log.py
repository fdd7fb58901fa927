"""`antechamber audit verify`."""

from attacker import Attacker
from commands import Run
from walk import Walk


def test_a_whole_log_is_counted_and_its_root_shown(run: Run, walk: Walk) -> None:
    said = run("audit", "verify")
    assert said.code == 0
    first, second = said.out.splitlines()
    assert int(first.split()[0]) > 40
    assert len(second.removeprefix("root ")) == 64


def test_a_log_whose_end_was_cut_off_is_reported_by_sequence(run: Run, walk: Walk) -> None:
    attacker = Attacker(walk.office)
    attacker.run("UPDATE audit_head SET sequence = sequence + 1")
    attacker.close()
    said = run("audit", "verify")
    assert said.code == 1
    assert "1 faults in the audit log" in said.err
    assert "compare it with a backup" in said.err
