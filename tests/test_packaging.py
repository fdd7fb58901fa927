"""What is installed works without the checkout, and nothing in it names this machine."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from antechamber.policies import read_files
from antechamber.shipped import CHECKOUT
from antechamber_compliance.rulebook import load

# Put together here, so that this file does not name them either.
INDEX_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("pypi", "python", "org"),
        ("registry", "npmjs", "org"),
        ("anaconda", "org"),
    )
)
INDEX_OPTION = re.compile(
    r"--(extra-)?index-url[ =]|--find-links[ =]http|^--trusted-host", re.MULTILINE
)
MAIN = "from antechamber.cli import main; main()"
# Several commands in one process: starting one costs seconds.
ONE_BY_ONE = """
import shlex, sys
from antechamber.cli.commands import commands
for command in sys.argv[1:]:
    commands()(shlex.split(command), standalone_mode=False)
"""
# Prints where the code came from, and what of the checkout could still be imported.
WHERE = """
import sys, antechamber, antechamber_compliance
print(antechamber.__file__, antechamber_compliance.__file__, *sys.path, sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    flags = ["--no-deps", "--no-index", "--target", str(folder), str(wheel)]
    subprocess.run([*pip, *flags], check=True, capture_output=True)
    return folder


def run(installed: Path, office: Path, code: str, *arguments: str) -> str:
    """Run code against the installed copy; without `site`, no .pth file leads to the checkout."""
    libraries = sysconfig.get_path("purelib")
    done = subprocess.run(
        [sys.executable, "-S", "-c", code, *arguments],
        cwd=office,
        env={
            "PATH": os.defpath,
            "PYTHONPATH": f"{installed}{os.pathsep}{libraries}",
            "ANTECHAMBER_HOME": str(office / "home"),
            "ANTECHAMBER_KEY_FILE": str(office / "key" / "office.key"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_installed_copy_is_what_runs(installed: Path, tmp_path: Path) -> None:
    api, rules, *found = run(installed, tmp_path, WHERE).splitlines()
    assert Path(api).parent.parent == Path(rules).parent.parent == installed
    assert not {str(CHECKOUT / "api"), str(CHECKOUT / "compliance")} & set(found)


@pytest.mark.slow
def test_an_installed_copy_has_the_same_rules_as_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    checked = run(installed, tmp_path, MAIN, "rules", "check")
    assert "all can be obeyed" in checked
    assert load(read_files(CHECKOUT / "policies")).digest in checked


@pytest.mark.slow
def test_an_office_is_made_and_checked_by_an_installed_copy(
    installed: Path, tmp_path: Path
) -> None:
    commands = (
        "init --name Lakeside --tz Europe/Zurich",
        "user add U-P1 --name Someone --role convener",
        "audit verify",
    )
    said = run(installed, tmp_path, ONE_BY_ONE, *commands)
    assert "1 entries, none missing, moved or changed." in said
    assert (tmp_path / "home" / "office.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
def test_the_wheel_holds_code_policies_migrations_and_licence_and_no_more(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    roots = {name.partition("/")[0] for name in names}
    assert {root for root in roots if not root.endswith(".dist-info")} == {
        "antechamber",
        "antechamber_compliance",
    }
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {"antechamber/py.typed", "antechamber_compliance/py.typed"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or "/test" in name]


def files_of_the_tree() -> list[Path]:
    """Return what git has or would take, less what is ignored."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(asked, cwd=CHECKOUT, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: there is no list of its files")
    found = (CHECKOUT / name for name in listed.decode().split("\0") if name)
    return [path for path in found if path.is_file()]


def told(words: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(CHECKOUT)}: {match.group()}"
        for path in files_of_the_tree()
        for match in words.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]


def test_no_file_names_a_package_index() -> None:
    assert told(re.compile("|".join(re.escape(host) for host in INDEX_HOSTS))) == []
    assert [each for each in told(INDEX_OPTION) if not each.startswith("tests/")] == []


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    folders = {str(path) for path in (CHECKOUT, Path.home()) if path != Path("/")}
    pattern = "|".join(re.escape(folder) for folder in folders)
    assert told(re.compile(rf"(?<![\w.~-])(?:{pattern})(?=[/\s\"'`]|$)", re.MULTILINE)) == []


def test_every_pinned_package_has_a_hash() -> None:
    for lock in (CHECKOUT / "requirements").glob("*.lock"):
        pins = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert pins
        assert [pin for pin in pins if "--hash=sha256:" not in pin or "==" not in pin] == []
