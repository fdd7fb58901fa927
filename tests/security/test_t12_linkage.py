"""T12: without keys, people are linked to sessions no better than by chance."""

from collections.abc import Callable
from uuid import UUID

import pytest

from antechamber import covering
from antechamber.clearance import decisions
from antechamber.crypto.keys import Label, Root
from antechamber.office import Office
from linkage import attack
from planted import plant

BY_CHANCE = 0.001  # of as good a guess: below it, it was no chance


def test_half_the_truth_and_all_that_the_database_saw_tell_nothing_of_the_other_half(
    postgresql_office: Office,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    meetings, changes = figure(4, 8), figure(8, 60)
    found = plant(postgresql_office, meetings=meetings, changes=changes, seed=7)
    guessed = attack(found)
    came_out(
        "T12",
        f"{len(found.people)} people and {meetings} sessions on PostgreSQL, every row of"
        f" {len(found.writes):,} writes with its transaction; half of the people's sessions known",
        f"the other half guessed right in {guessed.area:.3f} of pairs (chance 0.500,"
        f" p = {guessed.p:.2f})",
    )
    assert found.singled_out() == 0
    assert guessed.p > BY_CHANCE, guessed


def test_the_attack_finds_people_who_are_written_alone(
    postgresql_office: Office, monkeypatch: pytest.MonkeyPatch, figure: Callable[[int, int], int]
) -> None:
    def comparable(root: Root, _decision: UUID, inputs: bytes) -> bytes:
        return root.derive(Label.FINGERPRINT).mac(inputs)

    monkeypatch.setattr(covering, "SEALED", {})
    monkeypatch.setattr(decisions, "fingerprint", comparable)
    found = plant(postgresql_office, meetings=4, changes=figure(24, 40), seed=7)
    guessed = attack(found)
    assert guessed.area > 0.6, guessed
    assert guessed.p <= BY_CHANCE, guessed
