"""The reference pages are those that the policies and the models write, byte for byte."""

import csv
from pathlib import Path

import pytest

from antechamber_compliance import finding
from antechamber_compliance.documentation.dossier import dossier_page, paths
from antechamber_compliance.documentation.rules import rules_page
from antechamber_compliance.explain import ENGINE_CODES
from engagements import policy_files, rulebook

ROOT = Path(__file__).parents[2]
CONTRACT = Path(__file__).parent / "golden" / "paths.tsv"


@pytest.fixture(scope="module")
def rules() -> str:
    return rules_page(rulebook(), policy_files())


def test_the_page_about_the_rules_is_current(rules: str) -> None:
    written = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert written == rules, "run: ./dev run rules document --out docs/rules.md"


def test_the_page_about_the_dossier_is_current() -> None:
    written = (ROOT / "docs" / "dossier.md").read_text("utf-8")
    assert written == dossier_page(), "run: ./dev run rules document dossier --out docs/dossier.md"


def test_every_rule_requirement_number_and_source_is_on_the_page(rules: str) -> None:
    for rule in rulebook().rules:
        page = rules.partition(f"### {rule.id} ")[2].partition("\n### ")[0]
        assert rule.title in page
        assert [r.code for r in rule.requirements if f"| `{r.code}` |" not in page] == []
        assert [p.name for p in rule.parameters if f"| `{p.name}` |" not in page] == []
        assert [r.cite for r in rule.references if r.cite not in page] == []


def test_every_row_of_every_table_is_on_the_page(rules: str) -> None:
    tables = [path for path in policy_files() if path.startswith("tables/")]
    shown = rules.partition("## The tables")[2]
    rows = sum(line.startswith("| ") for line in shown.splitlines())
    wanted = 0
    for path in tables:
        held = list(csv.reader(policy_files()[path].decode().splitlines()))[1:]
        wanted += len(held)
    heads = shown.count("\n|---")
    assert rows == wanted + heads


def test_the_page_says_that_counsel_must_sign_the_tables_off(rules: str) -> None:
    assert "**This is not legal advice.**" in rules
    assert "**Counsel must sign these off.**" in rules


def test_every_finding_of_the_engine_itself_is_on_the_page(rules: str) -> None:
    assert set(ENGINE_CODES) == finding._ENGINE_TEXTS.keys()
    page = rules.partition("## The engine's own findings")[2]
    assert [each for each in ENGINE_CODES if f"| `{each}` |" not in page] == []


def test_every_path_of_the_contract_is_on_the_page_about_the_dossier() -> None:
    contract = {
        line.split("\t")[0]: set(line.split("\t")[2].split())
        for line in CONTRACT.read_text("utf-8").splitlines()
        if not line.startswith("#")
    }
    documented = {path.name: set(path.owners) for path in paths()}
    del contract["params.*"]  # what stands under that leaf
    assert documented == contract
    page = dossier_page()
    assert [name for name in contract if f"| `{name}` |" not in page] == []


def test_no_cell_of_a_table_breaks_its_row(rules: str) -> None:
    for page in (rules, dossier_page()):
        columns = 0
        for line in page.splitlines():
            bars = line.count("|") - line.count("\\|")
            columns = bars if line.startswith("|") and not columns else columns
            if not line.startswith("|"):
                columns = 0
            else:
                assert bars == columns, line
