"""Benches that are asked for what they cannot measure."""

import os
import subprocess
import sys

from antechamber.shipped import CHECKOUT


def test_a_long_log_that_is_too_short_is_refused_before_anything_is_measured() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "bench.audit", "--entries", "2001"],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": f"{CHECKOUT}:{CHECKOUT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (said.returncode, said.stdout) == (2, "")
    assert "give 2,002 or more" in said.stderr
