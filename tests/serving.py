"""Serve an office in a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile

from antechamber.settings import Settings


def environment(place: Settings) -> dict[str, str]:
    """Return the variables by which a process finds the office."""
    return {
        **os.environ,
        "ANTECHAMBER_HOME": str(place.home),
        "ANTECHAMBER_KEY_FILE": str(place.key_file),
    }


@contextmanager
def serving(place: Settings, *options: str, **variables: str) -> Iterator[str]:
    """Serve on a free port; yield the URL, and see the process end well."""
    with TemporaryFile("w+") as log:  # a pipe that nobody reads would stop the server
        process = subprocess.Popen(
            [sys.executable, "-c", "from antechamber.cli import main; main()",
             "serve", "--port", "0", *options],
            env=environment(place) | variables, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        assert process.stdout
        try:
            yield process.stdout.readline().split()[2].removesuffix(",")
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=20)
        log.seek(0)
        assert process.returncode == 0
        assert "Traceback" not in log.read()
