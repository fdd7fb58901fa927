"""How the lists, and what differs between two copies of one, are shown."""

import json
from collections.abc import Mapping
from datetime import datetime

import typer
from rich.console import Console
from rich.table import Table

from antechamber.documents.lists import ListDocument
from antechamber_compliance.screening.changes import Changes
from antechamber_compliance.screening.entry import Entry, content_hash

PIPED_WIDTH = 140
DIGEST_CHARS = 12
COLUMNS = ("List", "Regimes", "Country", "Source", "Published", "Fetched", "Age")


def state_of(document: ListDocument, now: datetime, max_age_days: int) -> str:
    """Return how a list stands: current, stale, or failed and why."""
    if document.status == "failed":
        return "failed" if document.fault == "none" else f"failed: {document.fault}"
    return "stale" if (now - document.fetched_at).days > max_age_days else "current"


def show_lists(rows: list[tuple[ListDocument, str]], now: datetime, max_age_days: int) -> None:
    """Print the lists with their publishers' dates as a table."""
    table = Table(box=None, padding=(0, 1), header_style="bold")
    for column in COLUMNS:
        table.add_column(column, overflow="fold")
    table.add_column("Entries", justify="right")
    table.add_column("Status")
    table.add_column("SHA-256")
    for document, published in rows:
        table.add_row(
            document.id,
            " ".join(document.regimes),
            document.country,
            document.source,
            published,
            f"{document.fetched_at:%Y-%m-%d %H:%M}",
            f"{(now - document.fetched_at).days} d",
            f"{document.entries:,}",
            state_of(document, now, max_age_days),
            document.digest[:DIGEST_CHARS],
        )
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    console.print(table)


def lists_json(rows: list[tuple[ListDocument, str]], now: datetime, max_age_days: int) -> str:
    """Return the lists as JSON."""
    found = [
        {
            **document.model_dump(mode="json", exclude={"read_as"}),
            "published": published,
            "age_days": (now - document.fetched_at).days,
            "state": state_of(document, now, max_age_days),
        }
        for document, published in rows
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def show_changes(found: Mapping[str, Changes]) -> None:
    """Print the counts of every list first, then each entry by identifier and name."""
    for name, each in found.items():
        typer.echo(
            f"{name}: {len(each.added)} added, {len(each.removed)} removed,"
            f" {len(each.changed)} changed"
        )
    for name, each in found.items():
        for word, entries in (("added", each.added), ("removed", each.removed)):
            for entry in entries:
                typer.echo(f"{name} {word:8} {entry.entry_id}  {_named(entry)}")
        for before, after in each.changed:
            fields = ", ".join(_differing(before, after))
            typer.echo(f"{name} {'changed':8} {after.entry_id}  {_named(after)}: {fields}")


def changes_json(found: Mapping[str, Changes]) -> str:
    """Return what differs as JSON, each entry whole."""
    plain = {
        name: {
            "counts": {
                "added": len(each.added),
                "removed": len(each.removed),
                "changed": len(each.changed),
            },
            "added": [_plain(entry) for entry in each.added],
            "removed": [_plain(entry) for entry in each.removed],
            "changed": [
                {"before": _plain(a), "after": _plain(b), "fields": _differing(a, b)}
                for a, b in each.changed
            ],
        }
        for name, each in found.items()
    }
    return json.dumps(plain, ensure_ascii=False, indent=1)


def _plain(entry: Entry) -> dict[str, object]:
    return {**entry.to_json(), "content_hash": content_hash(entry)}


def _named(entry: Entry) -> str:
    return entry.names[0].text if entry.names else ""


def _differing(before: Entry, after: Entry) -> list[str]:
    one, other = before.to_json(), after.to_json()
    return sorted(field for field in {*one, *other} if one.get(field) != other.get(field))
