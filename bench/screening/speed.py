"""How long a start and a query take, and how much memory the index needs."""

import resource
import time
from dataclasses import dataclass
from itertools import chain

from bench.screening.data import Record, active_lists, query

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import match

SHIPPED = Thresholds(review_score=85, near_score=75)
HOSTILE = {
    "one word over and over": "mohammed " * 111,
    "particles over and over": "al " * 333,
    "one long word": "a" * 1000,
    "a ligature of eighteen letters": "ﷺ" * 55,
    "single letters": "a b c d e f g " * 71,
    "han": "王李张刘陈杨赵黄周吴" * 100,
    "hangul": "김영철박지성이정훈" * 110,
    "four scripts": "Mohammed محمد Мохаммед 王 " * 38,
    "names after bars": "Ali Hassan / " * 76,
}


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of processor time and of the clock from files to an index; MiB at the peak."""

    read_seconds: float
    index_seconds: float
    wall_seconds: float
    peak_mib: float
    names: int


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds of processor time for one query; queries a second by the same time."""

    p50: float
    p99: float
    longest: float
    per_second: float


def start() -> tuple[Index, Start]:
    """Read all active lists and index them."""
    wall, begun = time.perf_counter(), time.process_time()
    lists = list(active_lists())
    read = time.process_time()
    index = Index.build(lists)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = time.perf_counter() - wall
    return index, Start(read - begun, done - read, took, peak, len(index))


def speed(index: Index, records: list[Record]) -> Speed:
    """Ask each record once, as given, one after the other."""
    taken = sorted(_milliseconds(index, record) for record in records)
    return Speed(
        taken[len(taken) // 2],
        taken[int(0.99 * len(taken))],
        taken[-1],
        1000 * len(taken) / sum(taken),
    )


def hostile(index: Index) -> dict[str, float]:
    """Return the milliseconds that names made to be slow take, the best of three tries each."""
    records = {
        kind: {"id": "x", "name": name[:1000], "schema": "Person"} for kind, name in HOSTILE.items()
    }
    return {
        kind: min(_milliseconds(index, record) for _ in range(3))
        for kind, record in records.items()
    }


def mixed(queries: list[Record], ordinary: list[Record], count: int) -> list[Record]:
    """Return some of both kinds of records, spread over their files."""
    half = count // 2
    chosen = (records[:: max(1, len(records) // half)][:half] for records in (queries, ordinary))
    return list(chain.from_iterable(chosen))


def _milliseconds(index: Index, record: Record) -> float:
    begun = time.thread_time()
    match(index, query(record, given=True), SHIPPED)
    return 1000 * (time.thread_time() - begun)
