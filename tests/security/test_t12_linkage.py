"""T12: without keys, people are linked to sessions no better than by chance."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from antechamber import covering
from antechamber.clearance import decisions
from antechamber.crypto.keys import Label, Root
from databases import Backend, OpenOffice
from linkage import attack
from planted import plant

BY_CHANCE = 0.001  # of as good a guess: below it, it was no chance
SEED = 7


def test_half_the_truth_and_all_that_the_database_saw_tell_nothing_of_the_other_half(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    meetings, changes = figure(4, 8), figure(6, 60)
    offices = [open_office(backend.office(tmp_path / f"{n}")) for n in range(figure(1, 2))]
    found = [
        plant(o, meetings=meetings, changes=changes, seed=SEED + n) for n, o in enumerate(offices)
    ]
    guessed = attack(found)
    kind = offices[0].engine.dialect.name
    records = sum(sum(each.logged.values()) for each in found)
    log = f" and {records:,} records of the write-ahead log" if records else ""
    came_out(
        "T12",
        f"{len(offices)} times {len(found[0].people)} people, {meetings} sessions and {changes}"
        f" changes on {kind}: {sum(len(each.writes) for each in found):,} rows written, each with"
        f" its transaction and place{log}; half of the people's sessions known",
        f"on {kind} the other half guessed right in {guessed.area:.3f} of pairs (chance 0.500,"
        f" p = {guessed.p:.2f}; {guessed.shows:.3f} would have shown)",
    )
    assert [each.singled_out() for each in found] == [0] * len(found)
    assert guessed.p > BY_CHANCE, guessed


def test_the_attack_finds_people_who_are_written_alone(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    monkeypatch: pytest.MonkeyPatch,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    def comparable(root: Root, _decision: UUID, inputs: bytes) -> bytes:
        return root.derive(Label.FINGERPRINT).mac(inputs)

    monkeypatch.setattr(covering, "SEALED", {})
    monkeypatch.setattr(decisions, "fingerprint", comparable)
    office = open_office(backend.office(tmp_path))
    found = plant(office, meetings=4, changes=figure(24, 40), seed=SEED)
    guessed = attack([found])
    kind = office.engine.dialect.name
    came_out(
        "T12",
        f"the same attack where people are written alone and fingerprints compare, on {kind}",
        f"on {kind} then {guessed.area:.3f} right (p = {guessed.p:.4f})",
    )
    assert found.singled_out() > 0
    assert guessed.area > 0.6, guessed
    assert guessed.p <= BY_CHANCE, guessed
