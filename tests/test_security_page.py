"""The page of security tests says what ran, and keeps what it knew of what did not."""

import json
from pathlib import Path

import pytest

from security_page import PROMISES, Page

T07 = "tests/security/test_t07_transplants.py::test_one"
T08 = "tests/security/test_t08_pages.py::test_one"


def reported(nodeid: str, outcome: str, *said: tuple[str, str, str]) -> pytest.TestReport:
    properties = [("security", json.dumps(line)) for line in said]
    return pytest.TestReport(
        nodeid,
        (nodeid, None, ""),
        {},
        "failed" if outcome == "failed" else "passed",
        None,
        "call",
        user_properties=properties,
    )


def written(path: Path, *reports: pytest.TestReport) -> dict[str, list[str]]:
    page = Page(path)
    for report in reports:
        page.pytest_runtest_logreport(report)
    page.pytest_sessionfinish()
    rows = [line.split("|")[1:-1] for line in path.read_text().splitlines() if "| T" in line]
    return {row[0].strip(): [cell.strip() for cell in row[2:4]] for row in rows}


def test_what_did_not_run_says_so(tmp_path: Path) -> None:
    rows = written(tmp_path / "page.md")
    assert list(rows) == list(PROMISES)
    assert set(map(tuple, rows.values())) == {("not run", "")}


def test_a_repeated_test_replaces_its_own_row_alone(tmp_path: Path) -> None:
    written(
        tmp_path / "page.md",
        reported(T07, "passed", ("T7", "9 places", "9 refused")),
        reported(T08, "passed", ("T8", "5 pages", "0 wrong rows")),
    )
    rows = written(tmp_path / "page.md", reported(T08, "passed", ("T8", "6 pages", "0 wrong rows")))
    assert rows["T7"] == ["9 places", "9 refused"]
    assert rows["T8"] == ["6 pages", "0 wrong rows"]


def test_a_test_that_fails_before_it_says_anything_is_shown_as_failed(tmp_path: Path) -> None:
    written(tmp_path / "page.md", reported(T08, "passed", ("T8", "5 pages", "0 wrong rows")))
    rows = written(tmp_path / "page.md", reported(T08, "failed"))
    assert rows["T8"][1].startswith("**failed**")
