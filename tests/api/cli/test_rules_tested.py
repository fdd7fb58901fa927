"""`rules test`, `rules coverage` and `rules mutate` on the shipped policies and on folders."""

import json
import shutil
from pathlib import Path

import pytest

from antechamber.cli.rules.suite import scenario_files
from antechamber.shipped import policies_folder
from commands import Run

RULE = "SAF-04"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped policies, with the scenarios about one rule and none of the others."""
    copied = Path(shutil.copytree(policies_folder(), tmp_path / "policies"))
    scenarios = copied / "scenarios"
    kept = [line for file in scenarios.glob("*.jsonl") for line in lines(file) if about(line)]
    for file in scenarios.glob("*.jsonl"):
        file.unlink()
    (scenarios / "few.jsonl").write_text("\n".join(kept), "utf-8")
    (scenarios / "equivalent.toml").write_text("", "utf-8")
    return copied


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n")


def about(line: str) -> bool:
    return bool(line) and (f'"{RULE}"' in line or '"G001"' in line or f"{RULE}/" in line)


def keep(folder: Path, wanted: str) -> None:
    """Drop the scenarios in which a word does not stand."""
    file = folder / "scenarios" / "few.jsonl"
    file.write_text("\n".join(line for line in lines(file) if wanted in line), "utf-8")


def test_a_folder_of_policies_is_tested_by_its_own_scenarios(run: Run, folder: Path) -> None:
    keep(folder, '"G001"')
    assert run("rules", "test", "--policies", folder).out == "1 passed, 0 failed\n"


def test_a_file_of_scenarios_beside_the_others_is_run_with_them(run: Run, folder: Path) -> None:
    keep(folder, '"G001"')
    wrong = {"id": "MINE", "title": "Never so", "patch": {}, "expect": {"decision": "deny"}}
    (folder / "scenarios" / "mine.jsonl").write_text(json.dumps(wrong), "utf-8")
    said = run("rules", "test", "--policies", folder)
    assert (said.code, "FAIL MINE Never so" in said.out) == (1, True)
    assert said.out.endswith("1 passed, 1 failed\n")


def test_a_folder_without_scenarios_is_tested_by_those_shipped(folder: Path) -> None:
    own = scenario_files(folder)
    shutil.rmtree(folder / "scenarios")
    assert "scenarios/few.jsonl" in own
    assert "scenarios/cases.jsonl" in scenario_files(folder)


def test_a_scenario_that_cannot_be_read_is_named_with_its_file(run: Run, folder: Path) -> None:
    (folder / "scenarios" / "mine.jsonl").write_text('{"id": 3}', "utf-8")
    said = run("rules", "test", "--policies", folder)
    assert said.code == 2
    assert "scenarios/mine.jsonl: line 1" in said.err


def test_what_the_scenarios_do_not_exercise_is_shown(run: Run, folder: Path) -> None:
    said = run("rules", "coverage", "--policies", folder)
    assert said.code == 1
    assert "SAF-03/extreme: never fires" in said.out
    assert f"{RULE}/no_conduct: never fires" not in said.out
    assert "outcomes" in said.out.splitlines()[-1]


def test_the_scenarios_kill_every_mutant_of_a_rule(run: Run, folder: Path) -> None:
    said = run("rules", "mutate", "--policies", folder, "--rule", RULE)
    assert said.code == 0
    assert "0 survive (100.0%), 0 of them known to be equivalent" in said.out


def test_a_mutant_that_survives_is_listed_and_fails_the_run(run: Run, folder: Path) -> None:
    keep(folder, '"G001"')
    said = run("rules", "mutate", "--policies", folder, "--rule", RULE)
    assert said.code == 1
    assert f"SURVIVES {RULE} no_conduct: deny -> warn" in said.out


def test_a_survivor_known_to_be_equivalent_is_shown_with_its_reason(run: Run, folder: Path) -> None:
    keep(folder, '"G001"')
    equal(folder, f"{RULE} no_conduct: deny -> warn")
    said = run("rules", "mutate", "--policies", folder, "--rule", RULE)
    assert "equivalent: Because." in said.out
    assert "1 of them known to be equivalent" in said.out


def test_an_entry_of_the_list_of_equivalents_that_is_killed_is_stale(
    run: Run, folder: Path
) -> None:
    equal(folder, f"{RULE} no_conduct: deny -> warn")
    said = run("rules", "mutate", "--policies", folder, "--rule", RULE)
    assert (said.code, f"STALE    {RULE} no_conduct: deny -> warn" in said.out) == (1, True)


def equal(folder: Path, name: str) -> None:
    entry = f'[[equivalent]]\nmutants = ["{name}"]\nreason = "Because."\n'
    (folder / "scenarios" / "equivalent.toml").write_text(entry, "utf-8")


def test_scenarios_that_fail_must_be_mended_before_mutants_are_made(run: Run, folder: Path) -> None:
    wrong = {"id": "MINE", "title": "Never so", "patch": {}, "expect": {"decision": "deny"}}
    (folder / "scenarios" / "mine.jsonl").write_text(json.dumps(wrong), "utf-8")
    said = run("rules", "mutate", "--policies", folder)
    assert (said.code, "MINE first" in said.err) == (1, True)


def test_a_rule_that_is_not_there_has_no_mutants(run: Run) -> None:
    assert run("rules", "mutate", "--rule", "SAF-99").code == 2


def test_a_list_of_equivalents_without_reasons_is_refused(run: Run, folder: Path) -> None:
    (folder / "scenarios" / "equivalent.toml").write_text("[[equivalent]]\n", "utf-8")
    said = run("rules", "mutate", "--policies", folder, "--rule", RULE)
    assert (said.code, "equivalent.toml" in said.err) == (2, True)
