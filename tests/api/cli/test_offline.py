"""The commands that need no office: decide and rules."""

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from antechamber.shipped import policies_folder
from antechamber_compliance.scenarios import build
from commands import Run, Said

SCENARIOS = policies_folder() / "scenarios"


@pytest.fixture
def engagement() -> dict[str, Any]:
    """The base engagement of the scenarios, which clears."""
    found: dict[str, Any] = build(json.loads((SCENARIOS / "base.json").read_text("utf-8")), {})
    return found


def decided(run: Run, tmp_path: Path, engagement: object) -> Said:
    file = tmp_path / "engagement.json"
    file.write_text(json.dumps(engagement), "utf-8")
    return run("decide", file)


def test_an_engagement_that_clears_is_printed_as_one_verdict(
    run: Run, tmp_path: Path, engagement: dict[str, Any]
) -> None:
    said = decided(run, tmp_path, engagement)
    assert (said.code, json.loads(said.out)["outcome"]) == (0, "clear")


def test_the_exit_code_tells_approval_from_denial(
    run: Run, tmp_path: Path, engagement: dict[str, Any]
) -> None:
    engagement["initiative"]["map"]["key_constituencies"].append("ferry_crews")
    engagement["counts"]["key_constituencies"] += 1
    asks = decided(run, tmp_path, engagement)
    assert (asks.code, json.loads(asks.out)["outcome"]) == (3, "needs_approval")
    denied = decided(run, tmp_path, {})
    assert (denied.code, json.loads(denied.out)["outcome"]) == (4, "deny")


def test_the_same_engagement_gives_the_same_bytes_from_a_pipe(
    run: Run, tmp_path: Path, engagement: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = decided(run, tmp_path, engagement)
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(engagement)))
    assert run("decide", "-").out == first.out


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"a": "\xff"}', b"Merrin Vandoral"])
def test_what_is_no_engagement_is_refused_and_not_quoted(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "engagement.json"
    file.write_bytes(content)
    said = run("decide", file)
    assert said.code == 2
    assert str(file) in said.err
    assert "Merrin" not in said.err


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    said = run("decide", tmp_path / "none.json")
    assert said.code == 2
    assert "none.json cannot be read" in said.err


def test_the_shipped_policies_can_be_obeyed(run: Run) -> None:
    said = run("rules", "check")
    assert said.code == 0
    assert "can be obeyed" in said.out


def test_a_policy_that_cannot_be_obeyed_is_named_with_its_place(run: Run, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(policies_folder(), tmp_path / "policies"))
    file = folder / "consent" / "CON-02-withdrawn.toml"
    file.write_text(file.read_text("utf-8").replace('"deny"', '"forbid"'), "utf-8")
    said = run("rules", "check", "--policies", folder)
    assert said.code == 1
    assert "CON-02-withdrawn.toml" in said.err


def test_a_folder_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("rules", "check", "--policies", tmp_path / "none").code == 2


def cases(tmp_path: Path, *lines: dict[str, Any]) -> tuple[object, ...]:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return "--base", SCENARIOS / "base.json", "--cases", file


CLEARS = {"id": "S-1", "title": "as it is", "patch": {}, "expect": {"decision": "clear"}}


def test_a_scenario_that_holds_passes(run: Run, tmp_path: Path) -> None:
    said = run("rules", "test", *cases(tmp_path, CLEARS))
    assert said.code == 0
    assert "1 passed, 0 failed" in said.out


def test_a_scenario_that_does_not_hold_fails_with_what_was_expected(
    run: Run, tmp_path: Path
) -> None:
    wrong = {**CLEARS, "id": "S-2", "expect": {"decision": "deny"}}
    said = run("rules", "test", *cases(tmp_path, CLEARS, wrong))
    assert said.code == 1
    assert "FAIL S-2" in said.out
    assert "expected deny" in said.out


def test_no_scenario_at_all_is_no_success(run: Run, tmp_path: Path) -> None:
    assert run("rules", "test", *cases(tmp_path)).code == 1


@pytest.mark.parametrize("content", ["{", '{"id": "S-1"}'])
def test_a_line_that_is_no_scenario_is_named(run: Run, tmp_path: Path, content: str) -> None:
    options = cases(tmp_path)
    Path(str(options[-1])).write_text(content, "utf-8")
    said = run("rules", "test", *options)
    assert said.code == 2
    assert "line 1" in said.err


def test_base_and_cases_come_together(run: Run) -> None:
    assert run("rules", "test", "--base", SCENARIOS / "base.json").code == 2
