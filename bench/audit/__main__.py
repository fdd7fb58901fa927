"""Measure the audit log: audited writes a second, and a log of 100,000 entries."""

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.audit import long_log, rates

from databases import PostgreSql, SqlCipher, postgresql_server

Found = dict[str, dict[str, float]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench audit", description=__doc__)
    parser.add_argument("--writers", type=int, default=8, help="processes that write (8)")
    parser.add_argument("--each", type=int, default=200, help="writes of each (200)")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median counts (3)")
    parser.add_argument("--entries", type=int, default=100_000, help="of the long log (100,000)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    asked = parser.parse_args()
    if asked.entries < long_log.FEWEST:
        parser.error(
            f"--entries: give {long_log.FEWEST:,} or more; the long log begins with "
            f"{long_log.REAL:,} real entries and that of their export"
        )
    found = measured(asked.writers, asked.each, asked.rounds, asked.entries)
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        for title, figures in found.items():
            print(f"\n{title}")
            for what, figure in figures.items():
                print(f"  {what:<52}{figure:>12,.2f}")
    return 0


def measured(writers: int, each: int, rounds: int, entries: int) -> Found:
    """Return every figure, by what was measured."""
    found: Found = {}
    with folder() as place, postgresql_server(durable=True) as uri:
        server = PostgreSql(place("template"), uri)
        for title, backend in (("PostgreSQL", server), ("SQLCipher", SqlCipher(place("file")))):
            found[f"{title}, audited writes a second"] = {
                f"{count} writers": statistics.median(
                    rates.of(backend, place("office"), count, each) for _ in range(rounds)
                )
                for count in (1, writers)
            }
        found["PostgreSQL, one write, milliseconds"] = rates.profile(
            server.office(place("profiled")), each
        )
        server.clear()
    with folder() as place:
        settings = SqlCipher(place("file")).office(place("office"))
        found[f"a log of {entries:,} entries on SQLCipher, processor seconds"] = long_log.of(
            settings, entries
        )
    return found


@contextmanager
def folder() -> Iterator[Callable[[str], Path]]:
    """Yield what makes new folders under one that is removed at the end."""
    with tempfile.TemporaryDirectory() as whole:
        yield lambda name: Path(tempfile.mkdtemp(prefix=f"{name}-", dir=whole))


if __name__ == "__main__":
    raise SystemExit(main())
