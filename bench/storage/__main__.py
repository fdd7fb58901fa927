"""Measure what a schedule decision takes, from the encrypted rows to the commit."""

import argparse
import cProfile
import json
import platform
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

import psycopg
from bench.storage.thirty import PARTICIPANTS, cleared, put_back, seats

from antechamber.clearance import service as clearance
from antechamber.office import Office
from antechamber.screening import collector, subjects
from antechamber.screening import service as screening
from antechamber.tables import InitiativeRow
from antechamber.work import Everywhere
from databases import KINDS, Backend, PostgreSql, SqlCipher, fixed_clock, postgresql_server
from walk import INDEXES, Walk

PLAIN, SCREENED = "decide and schedule", "compare all, decide, schedule"
TARGET = {"p50": 25.0, "p99": 80.0}
MILLISECONDS = 1000


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench storage", description=__doc__)
    parser.add_argument("--decisions", type=int, default=100, help="of each kind (100)")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args()
    found = []
    for kind in KINDS:
        with office(kind) as opened:
            found += measured(kind, opened, asked.decisions, profile=asked.profile)
    if asked.json:
        print(json.dumps(_report(found), indent=1))
    else:
        _print(found)
    return 0


@contextmanager
def office(kind: str) -> Iterator[Office]:
    """Yield a new office on the disk, every commit synced."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        backend: Backend
        if kind == "sqlcipher":
            backend = SqlCipher(folder / "template")
        else:
            uri = stack.enter_context(postgresql_server())
            with psycopg.connect(uri, autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET fsync = on")
                connection.execute("SELECT pg_reload_conf()")
            backend = PostgreSql(folder / "template", uri)
        opened = Office.open(backend.office(folder / "office"), clock=fixed_clock)
        stack.callback(opened.close)
        collector.leave_alone()  # as a server does before it serves
        yield opened


def measured(
    kind: str, opened: Office, decisions: int, *, profile: bool
) -> list[dict[str, object]]:
    """Schedule as many sessions in each of the two ways; return what each way took."""
    walk = cleared(opened)
    if seats(walk) != PARTICIPANTS:
        raise SystemExit(f"{PARTICIPANTS} people should sit there, and {seats(walk)} do")
    ways: dict[str, Callable[[Walk], None]] = {PLAIN: schedule, SCREENED: screen_too}
    found: list[dict[str, object]] = []
    for name, way in ways.items():
        profiler = cProfile.Profile() if profile else None
        found.append({"on": kind, "what": name, **_times(walk, decisions, way, profiler)})
        if profiler:
            pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(25)
    return found


def schedule(walk: Walk) -> None:
    """Open, decide with all rules on the screenings on record, write the entry, commit."""
    with walk.office.work(Everywhere("convener")) as work:
        answer = clearance.take_step(work, walk.session, "schedule")
    if answer.session.state.value != "scheduled":
        raise SystemExit(f"it should be scheduled, and is {answer.session.state.value}")


def screen_too(walk: Walk) -> None:
    """Compare everybody with the lists anew first, from the index in memory, and schedule."""
    with walk.office.work(Everywhere("convener")) as work:
        row = work.session.get_one(InitiativeRow, walk.initiative)
        index, limits = INDEXES.current(work).index, screening.thresholds(work, row)
        everybody = subjects.of_initiative(work, walk.initiative)
        if len(list(subjects.matches_of_each(index, everybody, limits))) < PARTICIPANTS:
            raise SystemExit("not everybody was screened")
        clearance.take_step(work, walk.session, "schedule")


def _times(
    walk: Walk,
    decisions: int,
    way: Callable[[Walk], None],
    profiler: cProfile.Profile | None,
) -> dict[str, float]:
    walls, spent = [], 0.0
    if walk.state() == "scheduled":
        put_back(walk)
    way(walk)  # what is made once, the index among it, is made
    for _ in range(decisions):
        put_back(walk)
        start, began = perf_counter(), process_time()
        if profiler:
            profiler.enable()
        way(walk)
        if profiler:
            profiler.disable()
        walls.append((perf_counter() - start) * MILLISECONDS)
        spent += (process_time() - began) * MILLISECONDS
    walls.sort()
    return {
        "p50": walls[len(walls) // 2],
        "p99": walls[min(len(walls) - 1, len(walls) * 99 // 100)],
        "processor": spent / decisions,
    }


def _report(found: list[dict[str, object]]) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "participants": PARTICIPANTS,
        "target_sqlcipher": TARGET,
        "milliseconds": found,
    }


def _print(found: list[dict[str, object]]) -> None:
    print(f"{PARTICIPANTS} participants, all shipped rules; milliseconds of each Work\n")
    print(f"{'':12}{'':30}{'p50':>8}{'p99':>8}{'processor':>11}")
    for row in found:
        print(
            f"{row['on']:12}{row['what']:30}{row['p50']:8.1f}{row['p99']:8.1f}"
            f"{row['processor']:11.1f}"
        )


if __name__ == "__main__":
    raise SystemExit(main())
