"""The `antechamber` command in a process of its own, on an office that is open elsewhere too."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from antechamber.settings import Settings


def environment(settings: Settings, **more: str) -> dict[str, str]:
    """Return the environment in which commands find the office."""
    url = settings.database_url
    return {
        **{name: value for name, value in os.environ.items() if "ANTECHAMBER_" not in name},
        "ANTECHAMBER_HOME": str(settings.home),
        "ANTECHAMBER_KEY_FILE": str(settings.key_file),
        **({"ANTECHAMBER_DATABASE_URL": url.get_secret_value()} if url else {}),
        **more,
    }


def command(*arguments: object) -> list[str]:
    """Return what starts `antechamber ARGUMENTS...`."""
    return [sys.executable, "-c", "from antechamber.cli import main; main()", *map(str, arguments)]


def run_all(
    settings: Settings, commands: Sequence[Sequence[object]], log: Path, **more: str
) -> None:
    """Run commands one after the other; what they write goes to the log, and none may fail."""
    with log.open("ab") as written:
        for words in commands:
            subprocess.run(
                command(*words),
                env=environment(settings, **more),
                stdout=written,
                stderr=subprocess.STDOUT,
                check=True,
            )
