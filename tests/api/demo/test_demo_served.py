"""`antechamber demo --serve`: the lines that it prints work as they stand."""

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

COMMAND = [sys.executable, "-u", "-c", "from antechamber.cli import main; main()", "demo"]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """What is printed for copying, while the office is served; and that it ends well."""
    folder = tmp_path_factory.mktemp("served")
    environment = {"TMPDIR": str(folder), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    process = subprocess.Popen(
        [*COMMAND, "--serve"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    found: list[str] = []
    for line in process.stdout:
        found += [line.strip()] if line.startswith(("TOKEN", "curl")) else []
        if len(found) == 5:
            break
    yield found
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    assert not list(Path(folder).glob("antechamber-demo-*"))


def follow(lines: list[str], number: int) -> Any:
    """Do what one of the printed lines does."""
    token, line = lines[0].removeprefix("TOKEN="), lines[number]
    url = next(word for word in line.split() if word.startswith("http"))
    headers = {"Authorization": f"Bearer {token}"}
    if "-X POST" in line:
        headers["Idempotency-Key"] = f"key-{number}"
    method = "POST" if "-X POST" in line else "GET"
    asked = urllib.request.Request(url, headers=headers, method=method)
    with urllib.request.urlopen(asked, timeout=10) as reply:
        return json.load(reply)


@pytest.mark.slow
def test_the_lines_list_preview_and_withdraw_until_the_session_is_suspended(
    lines: list[str],
) -> None:
    assert [each["code_name"] for each in follow(lines, 1)["items"]] == ["TWO BANKS"]
    assert follow(lines, 2)["verdict"]["outcome"] == "clear"
    assert follow(lines, 4)["state"] == "scheduled"
    assert follow(lines, 3)["status"] == "withdrawn"
    assert follow(lines, 4)["state"] == "suspended"
