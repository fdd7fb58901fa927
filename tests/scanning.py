"""Search files for names as a thief would: on copies, in a process of its own."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

SYLLABLES = [
    "bra",
    "dev",
    "fol",
    "gur",
    "hin",
    "jas",
    "kel",
    "lum",
    "mor",
    "nev",
    "pil",
    "quo",
    "ros",
    "sim",
    "tav",
    "vex",
    "wyn",
    "zor",
]


def scanned(folder: Path, names: list[str]) -> dict[str, Any]:
    """Return what a search of all files under a folder finds (see `antechamber.demo.scan`)."""
    done = subprocess.run(
        [sys.executable, "-m", "antechamber.demo.scan"],
        input=json.dumps({"folder": str(folder), "names": names}),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def canaries(count: int) -> list[str]:
    """Return names that nobody has and that are nowhere by chance: of ten syllables each."""
    chosen = random.SystemRandom()
    return ["".join(chosen.choices(SYLLABLES, k=10)).capitalize() for _ in range(count)]
