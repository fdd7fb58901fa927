"""An installed wheel finds what a checkout has at its top."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from antechamber import schema
from antechamber.shipped import CHECKOUT

ASK = """
from antechamber import schema, shipped
print(shipped.migrations_folder(), shipped.policies_folder(), schema.head(), sep="\\n")
"""


@pytest.mark.slow
def test_a_wheel_carries_and_finds_its_migrations_and_policies(tmp_path: Path) -> None:
    python = sys.executable
    build = [python, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with ZipFile(wheel) as archive:
        archive.extractall(installed)
    answer = subprocess.run(
        [python, "-c", ASK],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )
    shipped = installed / "antechamber" / "shipped"
    found = answer.stdout.splitlines()
    assert found == [str(shipped / "migrations"), str(shipped / "policies"), schema.head()]
