"""What each of the numbered security tests ran and what came out, for docs/security-tests.md."""

import json
import os
from collections.abc import Callable
from typing import TypeAlias

import pytest

CameOut: TypeAlias = Callable[[str, str, str], None]

# Figures that take minutes are met by `./dev security`, a part of them by every `./dev test`.
FULL = "ANTECHAMBER_FULL_FIGURES"


@pytest.fixture
def came_out(record_property: Callable[[str, object], None]) -> CameOut:
    """Return what says, at the end of a test: its number, what was run, what came out."""

    def say(number: str, ran: str, result: str) -> None:
        record_property("security", json.dumps([number, ran, result]))

    return say


@pytest.fixture
def figure() -> Callable[[int, int], int]:
    """Return what chooses between the part that every run takes and the whole figure."""

    def choose(part: int, whole: int) -> int:
        return whole if os.environ.get(FULL) else part

    return choose
