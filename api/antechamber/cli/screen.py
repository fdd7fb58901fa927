"""`antechamber screen`: screen names from a file against a folder of lists."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from rich.console import Console
from rich.progress import track

from antechamber.cli.faults import stop
from antechamber.policies import shipped_regimes, shipped_rulebook
from antechamber.screening.folder import (
    BadFolder,
    ListFile,
    ReadList,
    active_lists,
    read_list,
    readable,
)
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios.casefile import once
from antechamber_compliance.screening.bands import STRICTEST, Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.lines import screen_line
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.match import BadQuery
from antechamber_compliance.screening.regimes import UnmappedList

MAX_LINE_BYTES = 1 << 16
DIGITS = 3  # of a duration: milliseconds


@dataclass(slots=True)
class Run:
    """One run over a file: the index, the lists in it, and what has been counted so far."""

    index: Index
    lists: list[ReadList]
    not_searched: list[str]
    reading_seconds: float
    bands: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    screening_seconds: float = 0.0
    slowest_seconds: float = 0.0

    def screen(self, line: bytes, thresholds: Thresholds) -> dict[str, object]:
        """Screen one line and count it; raise BadQuery."""
        began = time.perf_counter()
        result = screen_line(self.index, _query(line), thresholds)
        taken = time.perf_counter() - began
        self.bands[str(result["band"])] += 1
        self.screening_seconds += taken
        self.slowest_seconds = max(self.slowest_seconds, taken)
        return result

    def summary(self) -> dict[str, object]:
        """Return what was screened, against what, and how long it took."""
        return {
            "screened": self.bands.total(),
            "refused": self.refused,
            "bands": {band: self.bands[band] for band in STRICTEST},
            "lists": [
                {"id": one.id, "published": one.published, "sha256": one.sha256}
                | {"entries": len(one.entries)}
                for one in self.lists
            ],
            "not_searched": self.not_searched,
            "seconds": {
                "reading": round(self.reading_seconds, DIGITS),
                "screening": round(self.screening_seconds, DIGITS),
                "slowest": round(self.slowest_seconds, DIGITS),
            },
        }


def screen(
    file: Annotated[Path, typer.Argument(help="Queries, one JSON object a line.")],
    lists: Annotated[Path, typer.Option(help="A folder with lists.toml and the lists.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a summary as the last line, a JSON object too.")
    ] = False,
) -> None:
    """Screen every query over the active lists; print one JSON line each, in order.

    A query has id, name, schema ("Person" or "Organization") and optionally birth_date and
    countries. A line that cannot be screened is named on standard error and the others go on;
    then the exit code is 2. Nobody is cleared by a list that cannot be read: the command stops.
    """
    if not file.exists() or file.is_dir():  # before the lists are read; a pipe will do
        stop(f"{file} cannot be read; check the path and its permissions.")
    run = _prepared(lists, Console(stderr=True))
    thresholds = thresholds_on(shipped_rulebook())
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            result = run.screen(line, thresholds)
        except BadQuery as fault:
            run.refused += 1
            typer.echo(f"{file}, line {number}: {fault}", err=True)
            continue
        typer.echo(json.dumps(result, ensure_ascii=False))
    if as_json:
        typer.echo(json.dumps({"summary": run.summary()}, ensure_ascii=False))
    if run.refused:
        stop(f"Not screened: {run.refused} of {run.refused + run.bands.total()}. Correct them.")


def thresholds_on(rulebook: Rulebook) -> Thresholds:
    """Return the scores of PRO-02 that are in force today."""
    declared, today = rulebook.parameters(), datetime.now(UTC).date()
    review, near = (
        cast(int, declared[f"PRO-02.{name}"].on(today)) for name in ("review_score", "near_score")
    )
    return Thresholds(review, near)


def _prepared(folder: Path, console: Console) -> Run:
    """Read the lists of a folder and index them, or end the command."""
    began = time.perf_counter()
    try:
        active = active_lists(folder)
        usable = [one for one in active if readable(one)]
        without = [one for one in active if not readable(one)]
        for one in without:
            console.print(f"{one.id}: not searched, there is no reader for {one.format} yet")
        if not usable:
            stop(f"{folder} has no active list that can be read; nobody was screened.", code=1)
        # Where nobody watches, even the bar that vanishes would leave an empty line.
        hidden = not console.is_terminal
        shown = track(usable, "Reading lists", console=console, transient=True, disable=hidden)
        read = [read_list(one) for one in shown]
        index = _index(usable, read)
    except (BadFolder, BadList, UnmappedList) as bad:
        stop(f"{folder}: {bad}", code=1)
    return Run(index, read, [one.id for one in without], time.perf_counter() - began)


def _index(described: list[ListFile], read: list[ReadList]) -> Index:
    table, today = shipped_regimes(), datetime.now(UTC).date()
    series = {one.id: one.series for one in described}
    named = ((one.id, one.entries) for one in read)
    return Index.build(named, lambda name, entry: table.regimes_of(series[name], entry, today))


def _query(line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line; raise BadQuery, which says nothing of what it holds."""
    if len(line) > MAX_LINE_BYTES:
        raise BadQuery(f"longer than {MAX_LINE_BYTES} bytes")
    try:
        record = json.loads(line.decode("utf-8-sig"), object_pairs_hook=once)
        json.dumps(record, ensure_ascii=False).encode("utf-8")  # halves of characters are no text
    except UnicodeError:
        raise BadQuery("not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadQuery("not JSON") from None
    if not isinstance(record, dict):
        raise BadQuery("not a JSON object")
    return record


def _lines(file: Path) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is too long, so much that this can be seen."""
    try:
        with file.open("rb") as stream:
            while line := stream.readline(MAX_LINE_BYTES + 1):
                yield line
                while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
                    line = stream.readline(MAX_LINE_BYTES + 1)
    except OSError:
        stop(f"{file} cannot be read; check the path and its permissions.")
