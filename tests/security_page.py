"""A pytest plugin that writes docs/security-tests.md from what the security tests say.

A number stands in the page with the day, what its tests ran and what came out; failed where one
of them failed. What a run leaves out keeps the row that it had, so that one test can be repeated.
"""

import datetime as dt
import json
from collections import defaultdict
from pathlib import Path

import pytest

PLACE = "tests/security/"
HEAD = """\
# Security tests

What attacks are tried on this software, with what came out. Written by `./dev security`, which runs
each at its full figure; `./dev test` runs a part of those that take minutes. One of them alone:
`./dev security -k t07`; the other rows then stay. What each attacker is after, and what still
stands open, says the [threat model](threat-model.md).

| | promise | what was run | what came out | on |
|---|---|---|---|---|
"""
PROMISES = {
    "T1": "No confidential value is in the database's files or in a backup",
    "T2": "No confidential value is in logs, on the terminal or in traces",
    "T3": "No confidential value is in temporary files, core dumps or swap",
    "T4": "No error repeats what was sent",
    "T5": "No confidential value is in PostgreSQL's files, dumps or log",
    "T6": "A sealed value with any bit flipped does not open",
    "T7": "A sealed value moved to another place does not open",
    "T8": "A damaged page of the embedded database yields no wrong row",
    "T9": "A keyed index cannot be looked up in a dictionary",
    "T10": "Equal values are unequal in every other column and initiative",
    "T11": "The length of a sealed value does not tell what is in it",
    "T12": "Without keys, people are linked to sessions no better than by chance",
    "T13": "The order on the disk does not tell when rows were made",
    "T14": "No nonce comes twice; the cipher keeps to the published vectors",
    "T15": "A wrong key is found out before anything is opened with it",
    "T16": "What was erased opens nowhere, not even in an older backup",
    "T17": "Killed anywhere, nothing acknowledged is lost and nothing is half done",
    "T18": "Keys are rotated while the office works, and no request fails",
    "T19": "The live database file is never opened beside the database",
    "T20": "A full disk damages nothing",
    "T21": "A backup made under load restores",
    "T22": "Every migration goes up and down with data in place",
    "T23": "Of many who race for one thing, one wins",
    "T24": "An older copy put back is found at the next anchor",
    "T25": "Whatever is done to the log is found, without a key",
    "T26": "Proofs equal those of a second implementation",
    "T27": "Nothing is revealed without its entry in the log",
    "T28": "Many writers leave one gapless log",
    "T29": "The log verifies after an erasure, and an export names nobody",
    "T41": "Where the application's own checks fail, PostgreSQL shows no foreign row",
}


class Page:
    """Collects what the tests say; with several processes, in the one that leads them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._said: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._failed: set[str] = set()
        self._heard: list[int] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, value in report.user_properties if report.when == "call" else ():
            if name == "security":
                number, ran, result = json.loads(str(value))
                self._said[number].append((ran, result))
        self._heard += [int(str(n)) for name, n in report.user_properties if name == "heard"]
        if report.failed and PLACE in report.nodeid:
            self._failed.add(number_of(report.nodeid))

    def pytest_sessionfinish(self) -> None:
        earlier = rows_of(self._path)
        rows = (self._rows(number) or earlier.get(number, absent(number)) for number in PROMISES)
        self._path.write_text(HEAD + "".join(rows), encoding="utf-8")

    def _rows(self, number: str) -> str | None:
        """Return a line for each thing that was run, the first with number, promise and day."""
        said = sorted(set(self._said[number]))
        if number == "T2" and said:
            heard = f"no name in {sum(self._heard):,} characters"
            said.append((f"all that {len(self._heard)} tests print, log and export", heard))
        if number in self._failed:
            said.insert(0, ("", "**failed**"))
        first, today = (number, PROMISES[number]), str(dt.datetime.now(dt.UTC).date())
        lines = [(*first, *line, today) for line in said[:1]]
        lines += [("", "", *line, "") for line in said[1:]]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines) or None


def rows_of(page: Path) -> dict[str, str]:
    """Return the lines of a page by their numbers; none if there is no page yet."""
    lines = page.read_text(encoding="utf-8").splitlines(True) if page.exists() else []
    found, number = dict[str, str](), ""
    for line in lines:
        if line.startswith("| T"):
            number = line.split("|")[1].strip()
        if number and line.startswith("| "):
            found[number] = found.get(number, "") + line
    return found


def absent(number: str) -> str:
    """Return the line of a test that never ran."""
    return f"| {number} | {PROMISES[number]} | not run | | |\n"


def number_of(nodeid: str) -> str:
    """Return "T7" of tests/security/test_t07_places.py."""
    return "T" + Path(nodeid.split("::")[0]).name.split("_")[1][1:].lstrip("0")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--security-page", type=Path, help="where to write what came out")


def pytest_configure(config: pytest.Config) -> None:
    path = config.getoption("security_page")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Page(path), "security_page_writer")
