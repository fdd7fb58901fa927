"""`rules replay`, `compare`, `explain`, `copy` and `document`, without an office."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from antechamber.shipped import CHECKOUT, policies_folder
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.replay import Stored
from commands import Run
from engagements import engagement, rulebook

GEN_01 = Path("gender") / "GEN-01-share.toml"


def decision(number: int, case: str = "G001") -> Stored:
    raw = engagement(case)
    verdict = json.loads(decide(receive(raw), rulebook()).canonical())
    return Stored(f"D-{number}", "S-1", raw, verdict)


def write(file: Path, *decisions: Stored) -> Path:
    file.write_bytes(b"".join(each.to_line() for each in decisions))
    return file


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A decision file: one that clears with 3 women in 10 seats, one that is denied."""
    return write(tmp_path / "year.jsonl", decision(1, "G151"), decision(2, "G050"))


@pytest.fixture
def higher(run: Run, tmp_path: Path) -> Path:
    """A copy of the policies whose floor is 50 percent."""
    folder = tmp_path / "policies"
    assert run("rules", "copy", folder).code == 0
    page = (folder / GEN_01).read_text("utf-8")
    (folder / GEN_01).write_text(page.replace("value = 30 }", "value = 50 }"), "utf-8")
    return folder


def test_replaying_what_was_decided_is_silent_but_for_the_count(run: Run, year: Path) -> None:
    said = run("rules", "replay", "--decisions", year)
    assert (said.code, said.out) == (0, "2 identical\n")


def test_a_doctored_verdict_is_told_by_its_id_and_part(run: Run, tmp_path: Path) -> None:
    one = decision(7)
    assert one.verdict is not None
    doctored = Stored("D-7", "S-1", one.dossier, {**one.verdict, "outcome": "deny"})
    said = run("rules", "replay", "--decisions", write(tmp_path / "d.jsonl", doctored, decision(8)))
    assert said.code == 1
    assert said.out.splitlines() == ["D-7  different: outcome", "1 identical, 1 different"]


def spoilt(verdict: Mapping[str, Any] | None) -> list[tuple[Stored, str]]:
    """A decision changed so that it cannot be replayed any more, in each way that there is."""
    raw = engagement("G001")
    assert verdict is not None
    return [
        (Stored("D-7", "S-1", raw | {"vip": True}, verdict), "not replayable: schema changed"),
        (Stored("D-7", "S-1", raw, {**verdict, "schema": "x"}), "not replayable: schema changed"),
        (Stored("D-7", "S-1", raw, {**verdict, "rulebook": {"digest": "0"}}), "not at hand"),
        (Stored("D-7", "S-1", raw, None), "not replayable: no verdict stored"),
    ]


@pytest.mark.parametrize("way", range(4))
def test_a_line_that_cannot_be_replayed_any_more_fails_beside_one_that_can(
    run: Run, tmp_path: Path, way: int
) -> None:
    changed, why = spoilt(decision(7).verdict)[way]
    said = run("rules", "replay", "--decisions", write(tmp_path / "d.jsonl", changed, decision(8)))
    assert said.code == 1
    assert why in said.out.splitlines()[0]


def test_one_erased_beside_one_identical_is_in_order(run: Run, tmp_path: Path) -> None:
    erased = Stored("D-7", "S-1", None, decision(7).verdict)
    said = run("rules", "replay", "--decisions", write(tmp_path / "d.jsonl", erased, decision(8)))
    assert (said.code, said.out.splitlines()[-1]) == (0, "1 identical, 1 not replayable: erased")


def test_an_empty_file_is_not_in_order(run: Run, tmp_path: Path) -> None:
    assert run("rules", "replay", "--decisions", write(tmp_path / "d.jsonl")).code == 1


def test_another_rulebook_is_found_by_its_digest_in_a_folder(
    run: Run, tmp_path: Path, higher: Path
) -> None:
    digest = run("rules", "check", "--policies", higher).out.split()[-1]
    one = decision(1)
    assert one.verdict is not None
    verdict: dict[str, Any] = {**one.verdict, "rulebook": {"digest": digest}}
    theirs = write(tmp_path / "theirs.jsonl", Stored("D-1", "", one.dossier, verdict))
    absent = run("rules", "replay", "--decisions", theirs)
    assert (absent.code, "rulebook not at hand" in absent.out) == (1, True)
    found = run("rules", "replay", "--decisions", theirs, "--policies", higher)
    assert "different" in found.out


@pytest.mark.parametrize("content", ["{", "{}", '{"dossier": "Merrin Vandoral"}'])
def test_a_file_that_holds_no_decisions_is_refused_by_line_and_not_quoted(
    run: Run, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "year.jsonl"
    file.write_text(content, "utf-8")
    for said in (
        run("rules", "replay", "--decisions", file),
        run("rules", "compare", "shipped", "shipped", "--inputs", file),
    ):
        assert said.code == 2
        assert "line 1" in said.err
        assert "Vandoral" not in said.err


def test_comparing_shows_outcomes_rules_subjects_and_the_decisions(
    run: Run, year: Path, higher: Path
) -> None:
    said = run("rules", "compare", "shipped", higher, "--inputs", year)
    assert said.code == 0
    assert "2 engagements decided under both rulebooks." in said.out
    assert "1  clear -> needs_approval" in said.out
    assert "GEN-01/share new: session" in said.out
    assert "D-1  clear -> needs_approval  GEN-01/share session" in said.out


def test_the_same_rulebook_twice_differs_in_nothing(run: Run, year: Path) -> None:
    said = run("rules", "compare", "shipped", "shipped", "--inputs", year)
    assert "The two rulebooks are the same." in said.out
    assert "Nothing differs." in said.out


def test_an_input_that_cannot_be_replayed_is_counted_and_not_guessed(
    run: Run, tmp_path: Path, higher: Path
) -> None:
    strange = engagement("G001") | {"vip": True}
    file = write(tmp_path / "d.jsonl", Stored("D-1", "", strange, None), decision(2))
    said = run("rules", "compare", "shipped", higher, "--inputs", file)
    assert "1 engagements decided" in said.out
    assert "1  not replayable: schema changed" in said.out
    found = json.loads(run("rules", "compare", "shipped", higher, "--inputs", file, "--json").out)
    assert found["not_replayable"] == [{"decision": "D-1", "why": "schema_changed"}]


def test_a_rulebook_that_is_none_is_refused(run: Run, tmp_path: Path, year: Path) -> None:
    assert run("rules", "compare", "shipped", tmp_path / "none", "--inputs", year).code == 2


def test_a_rule_is_explained_as_it_stands_on_a_day_and_in_a_folder(run: Run, higher: Path) -> None:
    said = run("rules", "explain", "GEN-01", "--on", "2026-11-22")
    assert said.code == 0
    assert "the floor is 30 percent" in " ".join(said.out.split())
    theirs = run("rules", "explain", "GEN-01", "--policies", higher)
    assert "the floor is 50 percent" in " ".join(theirs.out.split())


def test_lines_are_no_wider_than_the_terminal_and_end_without_blanks(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in (50, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = run("rules", "explain", "PRO-02").out.splitlines()
        assert max(map(len, lines)) <= width
        assert [line for line in lines if line != line.rstrip()] == []


def test_a_rule_or_requirement_that_is_not_there_suggests_what_is(run: Run) -> None:
    assert "did you mean GEN-01?" in run("rules", "explain", "GEN-1").err
    missed = run("rules", "explain", "GEN-01/shares")
    assert (missed.code, "share, phase_share" in missed.err) == (2, True)


def test_the_engines_own_findings_are_explained(run: Run) -> None:
    whole, one = run("rules", "explain", "ENGINE"), run("rules", "explain", "ENGINE/empty_seats")
    assert "ENGINE/no_rules denies" in whole.out
    assert "Nobody is seated." in one.out
    assert "no_rules" not in one.out
    assert run("rules", "explain", "ENGINE/empty_seat").code == 2


def test_a_copy_is_the_same_rulebook_with_its_scenarios(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "policies"
    assert run("rules", "copy", folder).code == 0
    same = run("rules", "check", "--policies", folder)
    assert same.out == run("rules", "check").out
    for name in ("base.json", "cases.jsonl"):
        copied = (folder / "scenarios" / name).read_bytes()
        assert copied == (policies_folder() / "scenarios" / name).read_bytes()
    assert run("rules", "copy", folder).code == 2


@pytest.mark.parametrize("page", ["rules", "dossier"])
def test_a_page_is_written_to_a_file_or_shown(run: Run, tmp_path: Path, page: str) -> None:
    written = (CHECKOUT / "docs" / f"{page}.md").read_text("utf-8")
    assert run("rules", "document", page).out == written
    assert run("rules", "document", page, "--out", tmp_path / "page.md").code == 0
    assert (tmp_path / "page.md").read_text("utf-8") == written


def test_a_page_about_a_folder_shows_its_numbers(run: Run, higher: Path) -> None:
    assert "50 percent from 2026-01-01" in run("rules", "document", "--policies", higher).out
