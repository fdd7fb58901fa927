"""The auditor's guide is walked: its own commands, in its order, and what they print."""

from pathlib import Path

import pytest

from antechamber.shipped import CHECKOUT
from commands import Run
from guides import shows, steps, walked
from walk import Walk

GUIDE = CHECKOUT / "docs" / "guides" / "auditor.md"


@pytest.mark.slow
def test_every_command_of_the_guide_does_what_the_guide_says(
    run: Run, walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    walk.office.close()
    for code, promised in steps(GUIDE):
        said = walked(code, run, folder)
        assert shows(said, promised), f"{code}\n{said}"


def test_the_guide_walks_all_the_way() -> None:
    commands = [line for code, _ in steps(GUIDE) for line in code.splitlines()]
    ours = {line.removeprefix("antechamber ") for line in commands if line.startswith("antech")}
    assert {line.removeprefix("audit ").split()[0] for line in ours} == {
        "key", "verifier", "checkpoint", "export", "prove", "verify", "backup", "restore",
    }  # fmt: skip
