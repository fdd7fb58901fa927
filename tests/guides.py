"""Walk a guide: run its own commands, in its order, and compare what they print."""

import re
import shlex
import subprocess
from collections.abc import Sequence
from itertools import groupby, pairwise
from pathlib import Path

from commands import Run

BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ALLOWED_TO_FAIL = " || true"
OURS = "antechamber "


def steps(guide: Path) -> list[tuple[str, str]]:
    """Each block of commands with the block of output below it, '' where there is none."""
    blocks = BLOCK.findall(guide.read_text("utf-8"))
    following = [*blocks, ("sh", "")]
    return [
        (code, after if kind_after == "text" else "")
        for (kind, code), (kind_after, after) in pairwise(following)
        if kind == "sh"
    ]


def walked(code: str, run: Run, folder: Path, passphrase: Sequence[str] = ()) -> str:
    """Run a block of commands as the reader would; return all that was printed.

    Ours run in this process, which saves starting Python for each; the others in a shell.
    `passphrase` are the words that stand for typing one at the keyboard.
    """
    said = ""
    for ours, lines in groupby(code.splitlines(), lambda line: line.startswith(OURS)):
        if not ours:
            asked = ["/bin/sh", "-euc", "\n".join(lines)]
            done = subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True)
            said += done.stdout
            continue
        for line in lines:
            said += _run(line, run, folder, passphrase)
    return said


def _run(line: str, run: Run, folder: Path, passphrase: Sequence[str]) -> str:
    command, _, into = line.removesuffix(ALLOWED_TO_FAIL).partition(" > ")
    words = shlex.split(command)[1:]
    if words[:2] in (["rules", "keys"], ["rules", "sign"]):
        words += passphrase
    ended = run(*words)
    assert ended.code == 0 or line.endswith(ALLOWED_TO_FAIL), f"{line}\n{ended}"
    if into:
        (folder / into).write_text(ended.out, encoding="utf-8")
        return ended.err
    return ended.out + ended.err


def shows(said: str, promised: str) -> bool:
    """Tell whether output is as the guide shows it, '...' standing for anything."""
    lines = [".*" if line == "..." else _pattern(line) for line in promised.splitlines()]
    return re.fullmatch(r"(?s:.*?)" + r"(?s:.*?)".join(rf"^{line}$" for line in lines) + r"(?s:.*)",
                        said, re.MULTILINE) is not None  # fmt: skip


def _pattern(line: str) -> str:
    return "[^\n]*".join(re.escape(part) for part in line.split("..."))
