"""T3: nothing is written but in the office's own folders, and a crash writes no memory out."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from antechamber.settings import Settings
from antechamber.shipped import CHECKOUT
from processes import command, environment

LISTS = CHECKOUT / "api" / "antechamber" / "demo" / "lists"
# Tells on standard error what Python opens to write, and what it makes; SQLite's own files it
# cannot see, `strace` can.
WATCHED = """
import json, os, sys
WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def look(event, arguments):
    if event == "open" and (arguments[2] or 0) & WRITE and not isinstance(arguments[0], int):
        os.write(2, ("WROTE " + os.path.abspath(os.fsdecode(arguments[0])) + "\\n").encode())
    if event in ("tempfile.mkstemp", "tempfile.mkdtemp"):
        os.write(2, ("WROTE " + os.path.abspath(os.fsdecode(arguments[0])) + "\\n").encode())
sys.addaudithook(look)
from antechamber.cli import main
main()
"""
UNDER_STRACE = "the same commands under strace"
OPENED = re.compile(r'(?:open|openat|creat)\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+)')
CANARY = "Quosimtavvexwyn"
CRASHED = "a process with a name in its memory crashed, core dumps being allowed"
CRASHING = f"""
import os, resource, sys
from antechamber import process
_, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
if sys.argv[1] == "hardened":
    process.harden()
held = "{CANARY}"[:8] + "{CANARY}"[8:]
os.abort()
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Where an office will be founded; folders for its backup and for temporary files beside."""
    for name in ("medium", "temporary"):
        (tmp_path / name).mkdir()
    return Settings(home=tmp_path / "home", key_file=tmp_path / "key" / "office.key")


def a_day(settings: Settings) -> list[list[object]]:
    """Return the commands of a day in an office."""
    medium = settings.home.parent / "medium"
    return [
        ["init", "--name", "Lakeside", "--tz", "UTC"],
        ["user", "add", "U-P1", "--name", CANARY, "--role", "convener"],
        ["lists", "import", LISTS],
        ["backup", medium / "office.backup"],
        ["doctor", "--json"],
    ]


def temporary(settings: Settings) -> dict[str, str]:
    folder = str(settings.home.parent / "temporary")
    return {"TMPDIR": folder, "SQLITE_TMPDIR": folder}


def elsewhere(written: set[str], settings: Settings) -> set[str]:
    """Return what was written outside the office's folders and the medium."""
    ours = [settings.home, settings.key_file.parent, settings.home.parent / "medium"]
    return {
        path
        for path in written
        if not path.startswith(("/dev/", "/proc/"))
        and not any(Path(path).is_relative_to(folder) for folder in ours)
    }


def test_commands_write_only_where_the_office_lives(
    settings: Settings, came_out: Callable[[str, str, str], None]
) -> None:
    written: set[str] = set()
    for words in a_day(settings):
        done = subprocess.run(
            [sys.executable, "-B", "-c", WATCHED, *map(str, words)],
            env=environment(settings, **temporary(settings)),
            capture_output=True,
            text=True,
            check=True,
        )
        written |= set(re.findall(r"^WROTE (.+)$", done.stderr, re.MULTILINE))
    said = {each["check"]: each["status"] for each in json.loads(done.stdout)}
    came_out(
        "T3",
        f"{len(a_day(settings))} commands of a day, watched by Python's audit hook",
        f"{len(written)} files opened to write, {len(elsewhere(written, settings))} elsewhere than "
        "in the office's folders",
    )
    assert said["core-dumps"] == "ok"  # every command takes the precaution
    assert str(settings.key_file) in written
    assert elsewhere(written, settings) == set()
    assert list((settings.home.parent / "temporary").iterdir()) == []


@pytest.mark.slow
def test_the_system_too_sees_no_file_elsewhere(
    settings: Settings,
    tmp_path: Path,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    strace = shutil.which("strace")
    if strace is None or not figure(0, 1):
        came_out("T3", UNDER_STRACE, "not run: it needs strace")
        pytest.skip("under ./dev security only, where strace is installed")
    written: set[str] = set()
    for number, words in enumerate(a_day(settings)):
        trace = tmp_path / f"trace-{number}"
        done = subprocess.run(
            [
                strace,
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-e",
                "trace=open,openat,creat",
                "-o",
                trace,
                *command(*words),
            ],
            env=environment(settings, PYTHONDONTWRITEBYTECODE="1", **temporary(settings)),
            cwd=settings.home.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        if "Operation not permitted" in done.stderr:
            came_out("T3", UNDER_STRACE, "not run: this machine lets no process be traced")
            pytest.skip("this machine lets no process be traced")
        for path, flags in OPENED.findall(trace.read_text("utf-8", errors="replace")):
            if {"O_WRONLY", "O_RDWR", "O_CREAT"} & set(flags.split("|")):
                written.add(os.path.normpath(settings.home.parent / path))
    came_out(
        "T3",
        UNDER_STRACE,
        f"{len(written)} files opened to write, {len(elsewhere(written, settings))} elsewhere than "
        "in the office's folders",
    )
    assert str(settings.database_file) in written
    assert elsewhere(written, settings) == set()


def crash(folder: Path, how: str) -> tuple[bool, bytes]:
    """Crash a process with core dumps allowed; return whether it dumped, and what lies there."""
    folder.mkdir()
    child = subprocess.Popen(
        [sys.executable, "-c", CRASHING, how],
        cwd=folder,
        stderr=subprocess.DEVNULL,
    )
    _, status = os.waitpid(child.pid, 0)
    child.returncode = 0  # it was waited for here: its status tells more this way
    assert os.WTERMSIG(status) == signal.SIGABRT
    return os.WCOREDUMP(status), b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_crash_writes_no_memory_to_the_disk(
    tmp_path: Path, came_out: Callable[[str, str, str], None]
) -> None:
    dumped, left = crash(tmp_path / "hardened", "hardened")
    assert (dumped, left) == (False, b"")
    would, memory = crash(tmp_path / "plain", "plain")
    shutil.rmtree(tmp_path / "plain")
    if not would:
        came_out("T3", CRASHED, "no core dump; this machine writes none in any case")
        pytest.skip("this machine writes no core dumps in any case")
    found = "with the name in it" if CANARY.encode() in memory else "kept elsewhere"
    came_out("T3", CRASHED, f"no core dump; without the precaution one, {found}")
