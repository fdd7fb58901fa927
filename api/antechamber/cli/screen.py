"""`antechamber screen`: screen names from a file against a folder of lists."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.console import Console
from rich.progress import track

from antechamber.cli.faults import stop
from antechamber.policies import shipped_regimes, shipped_rulebook
from antechamber.screening.folder import BadFolder, active_lists, read_list, readable
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.lines import screen_line
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.match import BadQuery


def screen(
    file: Annotated[Path, typer.Argument(help="Queries, one JSON object a line.")],
    lists: Annotated[Path, typer.Option(help="A folder with lists.toml and the lists.")],
) -> None:
    """Screen every query over the active lists; print one JSON line each, in order.

    A query has id, name, schema ("Person" or "Organization") and optionally birth_date and
    countries. Nobody is cleared by a list that cannot be read: the command stops.
    """
    quiet = Console(stderr=True)
    index = _index(lists, quiet)
    thresholds = thresholds_on(shipped_rulebook())
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            result = screen_line(index, _query(line), thresholds)
        except (ValueError, BadQuery) as fault:
            stop(f"{file}, line {number}: {fault}")
        typer.echo(json.dumps(result, ensure_ascii=False))


def thresholds_on(rulebook: Rulebook) -> Thresholds:
    """Return the scores of PRO-02 that are in force today."""
    declared, today = rulebook.parameters(), datetime.now(UTC).date()
    review, near = (
        cast(int, declared[f"PRO-02.{name}"].on(today)) for name in ("review_score", "near_score")
    )
    return Thresholds(review, near)


def _index(folder: Path, console: Console) -> Index:
    table, today = shipped_regimes(), datetime.now(UTC).date()
    try:
        active = active_lists(folder)
        usable = [one for one in active if readable(one)]
        for one in active:
            if one not in usable:
                console.print(f"{one.id}: not searched, there is no reader for {one.format} yet")
        if not usable:
            stop(f"{folder} has no active list that can be read; nobody was screened.", code=1)
        read = [
            (one.series, read_list(one).entries)
            for one in track(usable, "Reading lists", console=console, transient=True)
        ]
        series = dict(zip((one.id for one in usable), (s for s, _ in read), strict=True))
        named = zip((one.id for one in usable), (entries for _, entries in read), strict=True)
        return Index.build(named, lambda name, entry: table.regimes_of(series[name], entry, today))
    except (BadFolder, BadList) as bad:
        stop(f"{bad}", code=1)


def _query(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except ValueError:
        raise BadQuery("not JSON") from None
    if not isinstance(record, dict):
        raise BadQuery("not a JSON object")
    return record


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8") as stream:
            yield from stream
    except OSError:
        stop(f"{file} cannot be read; check the path and its permissions.")
    except UnicodeDecodeError:
        stop(f"{file} is not UTF-8.")
