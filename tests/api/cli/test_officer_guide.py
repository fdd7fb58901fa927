"""The compliance officer's guide is walked: its own commands, in its order, and what they print."""

from pathlib import Path

import pytest

from antechamber.clearance import service as clearance
from antechamber.participants import service as participants
from antechamber.settings import Settings
from antechamber.shipped import CHECKOUT
from antechamber.work import Everywhere
from commands import Run
from databases import OpenOffice
from guides import shows, steps, walked
from walk import Walk, prepare, register, seat

GUIDE = CHECKOUT / "docs" / "guides" / "compliance-officer.md"


@pytest.fixture
def office(place: Settings, open_office: OpenOffice) -> Walk:
    """An office that decided last year on a session with 3 women in 9 seats with a voice."""
    walk = prepare(open_office(place))
    person = register(walk.office, walk.initiative, walk.convener, "P9", like="P3")
    with walk.office.work(Everywhere("convener")) as work:
        participants.update(work, participants.find(work, walk.people["P8"]), {"gender": "man"})
        session = clearance.find_session(work, walk.session)
        seat(work, session, participants.find(work, person), "P3")
    walk.screen()
    answer = walk.step("propose", "submit", "evaluate", "schedule")
    assert answer.session.state == "scheduled"
    return walk


@pytest.mark.slow
def test_every_command_of_the_guide_does_what_the_guide_says(
    run: Run, office: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "passphrase").write_text("correct horse battery staple\n", "utf-8")
    typed = ["--passphrase-file", str(tmp_path / "passphrase")]
    for code, promised in steps(GUIDE):
        said = walked(code, run, folder, typed)
        assert shows(said, promised), f"{code}\n{said}"


def test_the_guide_walks_all_the_way() -> None:
    commands = [line for code, _ in steps(GUIDE) for line in code.splitlines()]
    ours = {" ".join(line.split()[1:3]) for line in commands if line.startswith("antechamber")}
    wanted = ("explain", "copy", "check", "test", "compare", "replay", "sign", "adopt", "status")
    assert {f"rules {each}" for each in wanted} <= ours


def test_output_that_is_not_as_shown_is_noticed() -> None:
    assert shows("In force: x, revision 2\ndigest y\n", "In force: ..., revision 2\n...\n")
    assert shows("a\n\nb\n", "a\n...\nb\n")
    assert not shows("In force: x, revision 3\n", "In force: ..., revision 2\n")
    assert not shows("b\na\n", "a\nb\n")
    assert not shows("3 passed, 0 failed, 1 skipped\n", "3 passed, 0 failed\n")
