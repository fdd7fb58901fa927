"""Commands run in this process, on an office that the environment names."""

import sys
from pathlib import Path

import pytest

from antechamber.cli import main, offices
from antechamber.settings import Settings
from commands import Run, Said
from databases import Backend, OpenOffice, fixed_clock
from walk import Walk, prepare


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `antechamber ARGUMENTS...` as its entry point does."""
    monkeypatch.setenv("ANTECHAMBER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ANTECHAMBER_KEY_FILE", str(tmp_path / "key" / "office.key"))
    monkeypatch.delenv("ANTECHAMBER_DATABASE_URL", raising=False)
    monkeypatch.setattr(offices, "utc_now", fixed_clock)

    def running(*arguments: object) -> Said:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["antechamber", *map(str, arguments)])
        code, last = 0, ""
        try:
            main()
        except SystemExit as end:  # with a text, Python prints it and exits with 1
            code, last = (end.code, "") if isinstance(end.code, int) else (1, str(end.code or ""))
        written = capsys.readouterr()
        return Said(code, written.out, written.err + last)

    return running


@pytest.fixture
def place(sqlcipher: Backend, tmp_path: Path) -> Settings:
    """A new office where `run` looks for it."""
    return sqlcipher.office(tmp_path)


@pytest.fixture
def walk(place: Settings, open_office: OpenOffice) -> Walk:
    """The same with an initiative, eleven people, and a session in draft."""
    return prepare(open_office(place))
