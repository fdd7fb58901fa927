"""Replay thousands of decisions under several hash seeds and every Python at hand.

    python -m bench.rules.replay --decisions 10000

Decisions are made of the scenarios, varied in their facts, references and instants. Then each
Python replays them under each seed; every verdict must have the bytes it had.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import tzdata

import antechamber_compliance
from antechamber_compliance.dossier import receive
from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.engine import decide
from antechamber_compliance.missing import Missing
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.replay import Stored, read_decisions, replay
from antechamber_compliance.rulebook import load
from antechamber_compliance.scenarios import build, read_cases

POLICIES = Path(__file__).resolve().parents[2] / "policies"
# All that a replay needs: another Python has none of our other dependencies.
NEEDED = (Path(antechamber_compliance.__file__).parents[1], Path(tzdata.__file__).parents[1])
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
Json = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench replay", description=__doc__)
    parser.add_argument("--decisions", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2], help="hash seeds (1 2)")
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker:
        print(json.dumps(replayed(asked.worker)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "decisions.jsonl"
        unlike = make(file, asked.decisions)
        print(f"{asked.decisions} decisions, {unlike} verdicts unlike each other")
        found = [told(python, seed, file) for python in pythons() for seed in asked.seeds]
    for one in found:
        print(
            f"Python {one['python']}, seed {one['seed']}: {one['identical']} identical, "
            f"{one['others']} others, {one['seconds']:.1f} s"
        )
    good = all(one["identical"] == asked.decisions and not one["others"] for one in found)
    print("all bytes the same" if good and found else "NOT the same bytes")
    return 0 if good and found else 1


def make(file: Path, count: int) -> int:
    """Write that many varied decisions; return how many of the verdicts are unlike."""
    rulebook, verdicts = rules(), set()
    with file.open("wb") as out:
        for number, dossier in enumerate(varied(count)):
            verdict = decide(receive(dossier), rulebook)
            verdicts.add(sha256(verdict.canonical()).digest())
            out.write(Stored(f"D{number}", "", dossier, verdict.to_json()).to_line())
    return len(verdicts)


def varied(count: int) -> Iterator[Json]:
    """Yield engagements: the scenarios in turn, each a little different every time."""
    base = json.loads((POLICIES / "scenarios" / "base.json").read_text("utf-8"))
    with (POLICIES / "scenarios" / "cases.jsonl").open(encoding="utf-8") as lines:
        built = [build(base, case) for case in read_cases(lines)]
    chance = Random(20261122)
    for number in range(count):
        yield _varied(deepcopy(built[number % len(built)]), chance)


def _varied(raw: Json, chance: Random) -> Json:
    as_of = receive(raw).dossier.as_of
    if not isinstance(as_of, Missing):
        raw["as_of"] = instant_text(as_of + timedelta(minutes=chance.randrange(60 * 24 * 5)))
    seats = raw.get("participants")
    if isinstance(seats, dict) and chance.random() < 0.3:
        raw["participants"] = {f"{ref}{chance.choice('xyz')}": s for ref, s in seats.items()}
    part = raw.get(chance.choice(("session", "initiative", "participants", "history")))
    if isinstance(part, dict) and chance.random() < 0.7:
        _change_a_leaf(part, chance)
    return raw


def _change_a_leaf(node: Json, chance: Random) -> None:
    """Give one leaf below a node another value, or take it away."""
    key = chance.choice(sorted(node)) if node else None
    if key is None:
        return
    value = node[key]
    match value:
        case dict():
            _change_a_leaf(value, chance)
        case bool():
            node[key] = not value
        case int():
            node[key] = value + chance.randrange(3)
        case _ if chance.random() < 0.5:
            del node[key]


def rules() -> Rulebook:
    """Load the policies of this checkout."""
    files = (path for path in POLICIES.rglob("*") if path.is_file())
    return load({path.relative_to(POLICIES).as_posix(): path.read_bytes() for path in files})


def replayed(file: Path) -> Json:
    """Replay a decision file in this process."""
    rulebook, began = rules(), time.perf_counter()
    with file.open(encoding="utf-8") as lines:
        counted = Counter(replay(stored, rulebook).result for stored in read_decisions(lines))
    return {
        "python": platform.python_version(),
        "identical": counted.pop("identical", 0),
        "others": dict(counted),
        "seconds": time.perf_counter() - began,
    }


def told(python: str, seed: int, file: Path) -> Json:
    """Replay a decision file in another process."""
    asked = [python, str(Path(__file__).resolve()), "--worker", str(file)]
    env = {"PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(map(str, NEEDED))}
    ended = subprocess.run(asked, env=env, check=True, capture_output=True, text=True)
    return {"seed": seed, **json.loads(ended.stdout)}


def pythons() -> list[str]:
    """Return this Python and every other one at hand that can run the rules."""
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [shutil.which(f"python{version}") for version in VERSIONS]
    candidates += [str(path) for path in sorted(home.glob("versions/*/bin/python3"))]
    found = {_version(sys.executable): sys.executable}
    for candidate in candidates:
        version = _version(candidate) if candidate else ""
        if version.startswith(VERSIONS):
            found.setdefault(version, str(candidate))
    return list(found.values())


def _version(python: str) -> str:
    """Return the version of a Python, '' for a stand-in that starts none."""
    asked = [python, "-c", "import platform; print(platform.python_version())"]
    ended = subprocess.run(asked, check=False, capture_output=True, text=True)
    return ended.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
