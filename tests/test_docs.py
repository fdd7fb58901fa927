"""What the documents say is so: commands exist, problems and columns are listed, links lead."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

import data_at_rest
from antechamber.app import PROBLEMS
from antechamber.cli.commands import commands
from antechamber.http.settings import HttpSettings
from antechamber.policies import SCENARIOS, shipped_rulebook
from antechamber.settings import Settings
from antechamber.shipped import CHECKOUT, policies_folder

DOCS = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:antechamber|\./dev) [^`]+)`")
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NAMED_TEST = re.compile(r"`(test_\w+)`")
NAMED_FILE = re.compile(r"`((?:tests|docs|api|compliance|policies)/[\w./-]+\.\w+)`")
CODE = re.compile(r"`(\w+)`")


def text(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def rows(page: str, title: str) -> list[list[str]]:
    """Return the cells of the first table below a heading."""
    table = page.partition(f"\n## {title}\n")[2].partition("\n|")[2].partition("\n\n")[0]
    lines = f"|{table}".splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def commands_in(page: str) -> list[list[str]]:
    """Return the commands that a page shows, split into words."""
    shown = [
        line.removeprefix("$ ")
        for block in CONSOLE.findall(page)
        for line in block.splitlines()
        if line.startswith("$ ")
    ]
    shown += INLINE.findall(FENCED.sub("", page))
    return [shlex.split(line) for line in shown if "..." not in line]


def fault_of(words: list[str]) -> str | None:
    """Say what is wrong with a shown command, None if it could be run."""
    if words[0] == "./dev":
        if words[1] not in ("run", "demo", "serve"):
            tasks = {line.split()[1] for line in dev_help().splitlines()}
            return None if words[1] in {*tasks, "help"} else f"no task {words[1]}"
        words = words[1:] if words[1] != "run" else words[2:]
    elif words[0] == "antechamber":
        words = words[1:]
    else:
        return None if words[0] == "export" else f"unknown command {words[0]}"
    command: object = typer.main.get_command(commands())
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        if words[0] not in command.commands:
            return f"no command {words[0]}"
        command, words = command.commands[words[0]], words[1:]
    assert isinstance(command, TyperGroup | TyperCommand)
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    unknown = [w for w in words if w.startswith("--") and w not in known]
    return f"{command.name} has no {unknown}" if unknown else None


def dev_help() -> str:
    asked = ["/bin/sh", str(CHECKOUT / "dev"), "help"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def leaves(command: object, path: str = "antechamber") -> list[str]:
    if not isinstance(command, TyperGroup):
        return [path]
    return [
        leaf for name, each in command.commands.items() for leaf in leaves(each, f"{path} {name}")
    ]


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_every_command_that_a_page_shows_exists(page: Path) -> None:
    shown = commands_in(page.read_text(encoding="utf-8"))
    wrong = {" ".join(words): fault for words in shown if (fault := fault_of(words))}
    assert wrong == {}


def test_a_command_that_does_not_exist_would_be_noticed() -> None:
    page = "```console\n$ antechamber rulez check\n$ antechamber init --nme x\n$ ./dev fly\n```\n"
    assert all(fault_of(words) for words in commands_in(page))
    assert len(commands_in(page)) == 3


def test_every_command_is_on_the_page_about_commands() -> None:
    page = " ".join(text("docs/command-line.md").split())
    assert [
        each for each in leaves(typer.main.get_command(commands())) if f"$ {each}" not in page
    ] == []


def test_every_setting_is_on_the_page_about_commands() -> None:
    names = [
        f"{model.model_config.get('env_prefix', '')}{field}".upper()
        for model in (Settings, HttpSettings)
        for field in model.model_fields
    ]
    page = text("docs/command-line.md")
    assert [name for name in names if f"`{name}`" not in page] == []


def test_the_table_of_problems_is_that_of_the_application() -> None:
    documented = rows(text("docs/http.md"), "Problems")
    known = {(str(p.status), f"`{p.slug}`", p.title) for p in PROBLEMS}
    assert {tuple(row) for row in documented} == known


def test_every_column_is_declared_as_sealed_as_a_keyed_token_or_open_with_a_reason() -> None:
    assert data_at_rest.undeclared() == []


def test_a_column_that_nobody_declared_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(data_at_rest.DECLARED, "office", data_at_rest.Declared({"id": "x"}))
    assert data_at_rest.undeclared() == ["office.version: nothing", "office.document: nothing"]


def test_the_page_about_data_at_rest_says_what_the_code_does() -> None:
    page = text("docs/data-at-rest.md")
    assert data_at_rest.renewed(page) == page, "run tests/data_at_rest.py"


def anchors(page: Path) -> set[str]:
    headings = HEADING.findall(FENCED.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for link in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        target, _, anchor = link.partition("#")
        if link.startswith("https://"):
            continue
        file = (page.parent / target).resolve() if target else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(link)
    assert broken == []


def test_every_test_and_file_that_a_page_names_exists() -> None:
    tests = CHECKOUT / "tests"
    defined = {
        name
        for file in tests.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    for page in DOCS:
        content = page.read_text(encoding="utf-8")
        assert set(NAMED_TEST.findall(content)) - defined == set(), page
        gone = [name for name in NAMED_FILE.findall(content) if not (CHECKOUT / name).exists()]
        assert gone == [], page


def test_every_decision_record_is_in_the_index() -> None:
    folder = CHECKOUT / "docs" / "adr"
    index = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(index) == sorted(p.name for p in folder.glob("[0-9]*.md"))


def test_the_readme_counts_rules_and_scenarios_right() -> None:
    page = text("README.md")
    files = (policies_folder() / SCENARIOS).glob("*.jsonl")
    cases = sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)
    assert f"{len(shipped_rulebook().rules)} pages" in page
    assert f"{cases:,} scenarios" in " ".join(page.split())
