"""The compliance officer's guide is walked: its own commands, in its order, and what they print."""

import re
import shlex
import subprocess
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from antechamber.clearance import service as clearance
from antechamber.participants import service as participants
from antechamber.settings import Settings
from antechamber.shipped import CHECKOUT
from commands import Run
from databases import OpenOffice
from walk import Walk, prepare, register, seat

GUIDE = CHECKOUT / "docs" / "guides" / "compliance-officer.md"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ALLOWED_TO_FAIL = " || true"


def steps() -> list[tuple[str, str]]:
    """Each block of commands with the block of output below it, '' where there is none."""
    blocks = BLOCK.findall(GUIDE.read_text("utf-8"))
    following = [*blocks, ("sh", "")]
    return [
        (code, after if kind_after == "text" else "")
        for (kind, code), (kind_after, after) in pairwise(following)
        if kind == "sh"
    ]


@pytest.fixture
def office(place: Settings, open_office: OpenOffice) -> Walk:
    """An office that decided last year on a session with 3 women in 9 seats with a voice."""
    walk = prepare(open_office(place))
    person = register(walk.office, walk.initiative, walk.convener, "P9", like="P3")
    with walk.office.work("convener") as work:
        participants.update(work, participants.find(work, walk.people["P8"]), {"gender": "man"})
        session = clearance.find_session(work, walk.session)
        seat(work, session, participants.find(work, person), "P3")
    walk.screen()
    answer = walk.step("propose", "submit", "evaluate", "schedule")
    assert answer.session.state == "scheduled"
    return walk


def walked(code: str, run: Run, folder: Path) -> str:
    """Run a block of commands as the officer would; return all that was printed.

    Ours run in this process, which saves starting Python for each; the others in a shell.
    """
    said = ""
    for ours, lines in groupby(code.splitlines(), lambda line: line.startswith("antechamber ")):
        if not ours:
            asked = ["/bin/sh", "-euc", "\n".join(lines)]
            done = subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True)
            said += done.stdout
            continue
        for line in lines:
            words = shlex.split(line.removesuffix(ALLOWED_TO_FAIL))[1:]
            if words[:2] in (["rules", "keys"], ["rules", "sign"]):
                # The one thing that a person does at the keyboard: to type a passphrase.
                words += ["--passphrase-file", str(folder.parent / "passphrase")]
            ended = run(*words)
            assert ended.code == 0 or line.endswith(ALLOWED_TO_FAIL), f"{line}\n{ended}"
            said += ended.out + ended.err
    return said


def shows(said: str, promised: str) -> bool:
    """Tell whether output is as the guide shows it, '...' standing for anything."""
    lines = [".*" if line == "..." else _pattern(line) for line in promised.splitlines()]
    return re.fullmatch(r"(?s:.*?)" + r"(?s:.*?)".join(rf"^{line}$" for line in lines) + r"(?s:.*)",
                        said, re.MULTILINE) is not None  # fmt: skip


def _pattern(line: str) -> str:
    return "[^\n]*".join(re.escape(part) for part in line.split("..."))


@pytest.mark.slow
def test_every_command_of_the_guide_does_what_the_guide_says(
    run: Run, office: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "passphrase").write_text("correct horse battery staple\n", "utf-8")
    for code, promised in steps():
        said = walked(code, run, folder)
        assert shows(said, promised), f"{code}\n{said}"


def test_the_guide_walks_all_the_way() -> None:
    commands = [line for code, _ in steps() for line in code.splitlines()]
    ours = {" ".join(line.split()[1:3]) for line in commands if line.startswith("antechamber")}
    wanted = ("explain", "copy", "check", "test", "compare", "replay", "sign", "adopt", "status")
    assert {f"rules {each}" for each in wanted} <= ours


def test_output_that_is_not_as_shown_is_noticed() -> None:
    assert shows("In force: x, revision 2\ndigest y\n", "In force: ..., revision 2\n...\n")
    assert shows("a\n\nb\n", "a\n...\nb\n")
    assert not shows("In force: x, revision 3\n", "In force: ..., revision 2\n")
    assert not shows("b\na\n", "a\nb\n")
    assert not shows("3 passed, 0 failed, 1 skipped\n", "3 passed, 0 failed\n")
