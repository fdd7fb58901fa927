"""How long it takes to screen many people against all lists, on two processes."""

import multiprocessing
import time
from dataclasses import dataclass

from bench.screening.speed import SHIPPED

from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import Query, match_many

PROCESSES = 2
AT_ONCE = 250

_indexes: list[Index] = []  # handed to the processes by forking, not by copying


@dataclass(frozen=True, slots=True)
class Rescreen:
    """Seconds of the clock, how many people and how many of them alerted."""

    wall_seconds: float
    people: int
    alerted: int


def rescreen(index: Index, asked: list[Query]) -> Rescreen:
    """Ask about everybody; the index is built once and shared by the processes."""
    _indexes[:] = [index]
    begun = time.perf_counter()
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        parts = (asked[at : at + AT_ONCE] for at in range(0, len(asked), AT_ONCE))
        alerted = sum(pool.imap_unordered(_alerts, parts))
    return Rescreen(time.perf_counter() - begun, len(asked), alerted)


def _alerts(asked: list[Query]) -> int:
    screened = match_many(_indexes[0], asked, SHIPPED)
    return sum(bool(each.matches) for each in screened)
