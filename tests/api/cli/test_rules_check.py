"""`antechamber rules check`: every faulty file with its place, and what is due for review."""

import shutil
from pathlib import Path

import pytest

from antechamber.shipped import policies_folder
from commands import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped policies."""
    return Path(shutil.copytree(policies_folder(), tmp_path / "policies"))


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_every_faulty_file_is_shown_with_line_column_and_the_nearest_right_name(
    run: Run, folder: Path
) -> None:
    spoil(folder / "consent/CON-02-withdrawn.toml", '"withdrawn"\'', '"witdrawn"\'')
    spoil(folder / "safeguarding/SAF-03-risk.toml", "risk.residual", "risk.residuel")
    spoil(folder / "tables/support_matrix.csv", "UN_1988,contact", "UN_1989,contact")
    spoil(folder / "tables/programme_regimes.csv", "TERR,any", "TERR,some")
    said = run("rules", "check", "--policies", folder, "--on", "2026-11-22")
    assert said.code == 1
    first = [line for line in said.err.splitlines() if line and not line.startswith("  |")]
    assert first[:3] == [
        f"{spelt}; did you mean {meant}?" if meant else spelt
        for spelt, meant in (
            ("consent/CON-02-withdrawn.toml:21:32: 'witdrawn' is not a value it can have",
             "'withdrawn'"),
            ("safeguarding/SAF-03-risk.toml:19:22: unknown field 'residuel'", "'residual'"),
            ("tables/programme_regimes.csv:5:1: un_listed is not any, yes or no", None),
        )
    ]  # fmt: skip
    assert first[3].startswith("tables/support_matrix.csv:19:1: regime is 'UN_1989', and must be")
    assert first[3].endswith("; did you mean 'UN_1988'?")
    assert first[4:] == ["4 faulty files."]
    assert "  | that = 'seat.consent.status != \"witdrawn\"'\n  | " + 31 * " " + "^\n" in said.err


def test_a_reference_past_its_review_date_is_a_fault_on_that_day_only(
    run: Run, folder: Path
) -> None:
    rule = folder / "consent/CON-02-withdrawn.toml"
    spoil(rule, "review = 2027-11-01", "review = 2027-03-01")
    assert run("rules", "check", "--policies", folder, "--on", "2027-03-01").code == 0
    said = run("rules", "check", "--policies", folder, "--on", "2027-03-02")
    assert said.code == 1
    assert "CON-02-withdrawn.toml:10:10: this reference was to be reviewed by" in said.err


def test_no_shipped_reference_is_due_for_review_before_july_2027(run: Run) -> None:
    assert run("rules", "check", "--on", "2027-06-30").code == 0


def test_an_empty_folder_is_no_success(run: Run, tmp_path: Path) -> None:
    said = run("rules", "check", "--policies", tmp_path)
    assert said.code == 2
    assert "holds no policy" in said.err
