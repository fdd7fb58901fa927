"""What `rules check` and `rules test` say to an author who gave a wrong folder or a wrong word."""

import json
import shutil
from pathlib import Path

from antechamber.shipped import policies_folder
from commands import Run


def test_a_folder_around_a_rulebook_is_not_read_as_one(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "my-rules"
    shutil.copytree(policies_folder(), mine)
    said = run("rules", "check", "--policies", tmp_path)
    assert said.code == 2
    assert said.err.splitlines() == [
        f"{tmp_path} is no rulebook: there is no rulebook.toml in it; did you mean {mine}?"
    ]
    said = run("rules", "check", "--policies", mine / "gender")
    assert said.err.endswith("/gender is no rulebook: there is no rulebook.toml in it.\n")
    assert run("rules", "check", "--policies", mine, "--on", "2026-11-22").code == 0


def test_a_scenario_that_fails_shows_where_its_patch_has_a_wrong_word(
    run: Run, tmp_path: Path
) -> None:
    patch = {"session": {"risk": {"residual": "lo"}}}
    case = {"id": "MINE", "title": "x", "patch": patch, "expect": {"decision": "clear"}}
    (tmp_path / "mine.jsonl").write_text(json.dumps(case), "utf-8")
    base = policies_folder() / "scenarios" / "base.json"
    said = run("rules", "test", "--base", base, "--cases", tmp_path / "mine.jsonl")
    assert said.code == 1
    assert "     hint: session.risk.residual (SAF-03/missing); it must be one of low," in said.out
