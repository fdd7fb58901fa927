"""What each of the numbered security tests ran and what came out, for docs/security-tests.md."""

import json
import os
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest

from antechamber.office import Office
from databases import Backend, fixed_clock
from house import House, furnish, living_in

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


@pytest.fixture(scope="module")
def house(sqlcipher: Backend, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An office with one of everything, over HTTP."""
    office = Office.open(sqlcipher.office(tmp_path_factory.mktemp("house")), clock=fixed_clock)
    plan = furnish(office)
    with living_in(office, plan) as found:
        yield found
    office.close()
