"""The office's screening lists: import copies of them, and know which is in force.

A copy is stored whole or not at all; when one is refused, the copy before it stays in force
and the list is marked failed, which blocks whatever relies on it (PRO-01).
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from typing import cast
from uuid import UUID, uuid4

from sqlmodel import select

from antechamber import audit
from antechamber.documents import store
from antechamber.documents.lists import Fault, ListDocument, SnapshotDocument
from antechamber.documents.screening import ScreeningRun
from antechamber.screening.folder import ListFile, ReadList
from antechamber.tables import ListSnapshotRow, ScreeningListRow
from antechamber.work import Work
from antechamber_compliance.canonical import digest
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.regimes import RegimeTable

MAX_AGE = "PRO-01.list_max_age_days"


@dataclass(frozen=True, slots=True)
class Copy:
    """A stored copy of a list: its entries, each with the regimes that it falls under."""

    snapshot: UUID
    entries: tuple[Entry, ...]


def kept(work: Work) -> dict[str, tuple[ScreeningListRow, ListDocument]]:
    """Return the lists that the office keeps, by their id."""
    rows = work.session.exec(select(ScreeningListRow)).all()
    opened = [(row, store.load_list(work, row)) for row in rows]
    return {document.id: (row, document) for row, document in sorted(opened, key=lambda o: o[1].id)}


def max_age_days(work: Work) -> int:
    """Return how old a copy may be (PRO-01), in days; 0 where the rules do not say."""
    declared = work.rulebook.parameters().get(MAX_AGE)
    return cast(int, declared.on(work.now.date())) if declared else 0


def published(work: Work, document: ListDocument) -> str:
    """Return the publisher's date of the copy in force, empty where there is none."""
    if document.snapshot is None:
        return ""
    row = work.session.get_one(ListSnapshotRow, document.snapshot)
    return store.load_snapshot(work, row).published


def put_in_force(
    work: Work,
    described: ListFile,
    copy: ReadList,
    regimes: RegimeTable,
    fetched_at: datetime | None = None,
) -> Copy:
    """Store a copy of a list, fetched now or earlier, and put it in force; raise UnmappedList."""
    ruled = tuple(_with_regimes(described, entry, regimes, work) for entry in copy.entries)
    filled = described.regimes or _filled(described, ruled, regimes, work)
    snapshot, before = ListSnapshotRow(id=uuid4()), kept(work).get(described.id)
    record = SnapshotDocument(
        list=described.id,
        published=copy.published,
        digest=copy.sha256,
        entries=len(ruled),
        fetched_at=fetched(work, fetched_at),
        previous=before[1].snapshot if before else None,
    )
    store.save_snapshot(work, snapshot, record, pack(ruled))
    work.session.add(snapshot)
    document = ListDocument(
        id=described.id,
        publisher=described.publisher,
        regimes=list(filled),
        country=described.country,
        source=described.source,
        status="current",
        fetched_at=fetched(work, fetched_at),
        snapshot=snapshot.id,
        digest=copy.sha256,
        read_as=reading(work, described, regimes),
        entries=len(ruled),
    )
    _save(work, document, "list.imported", {"list": described.id, "digest": copy.sha256})
    return Copy(snapshot.id, ruled)


def _filled(
    described: ListFile, entries: Iterable[Entry], table: RegimeTable, work: Work
) -> list[str]:
    """Return the regimes that a list fills: a list may name people of a regime and yet not all."""
    if described.source == "office_keyed":
        return sorted({regime for entry in entries for regime in entry.regimes})
    return list(table.filled_by(described.series, work.now.date()))


def reading(work: Work, described: ListFile, regimes: RegimeTable) -> str:
    """Return the digest of what decides how a file is read: description, regimes, this version.

    The same file read another way is another copy.
    """
    rows = [
        [row.programme, row.un_listed, list(row.regimes), row.in_force.isoformat()]
        for row in regimes.rows
        if row.series == described.series and row.in_force <= work.now.date()
    ]
    said = [described.series, described.format, list(described.regimes), described.country]
    said += [described.source, described.publisher, described.published]
    return digest([version("antechamber"), said, rows])


def verified(work: Work, described: ListFile, fetched_at: datetime | None = None) -> None:
    """Record that the copy in force was fetched again, unchanged; raise KeyError."""
    document = kept(work)[described.id][1].model_copy(
        update={"status": "current", "fault": "none", "fetched_at": fetched(work, fetched_at)}
    )
    _save(work, document, "list.verified", {"list": described.id, "digest": document.digest})


def fetched(work: Work, at: datetime | None) -> datetime:
    """Return when a copy was fetched: never later than now, whatever a file's date says."""
    return work.now if at is None else min(at, work.now)


def mark_failed(work: Work, list_id: str, fault: Fault) -> None:
    """Record that the newest copy of a list was refused; the one before it stays in force."""
    known = kept(work).get(list_id)
    if known is None:
        return  # nothing relies on a list that was never in force
    document = known[1].model_copy(update={"status": "failed", "fault": fault})
    _save(work, document, "list.refused", {"list": list_id, "fault": fault})


def retire(work: Work, list_id: str) -> None:
    """Keep a list no longer, so that the regimes it filled are filled by none; raise KeyError.

    Its copies stay: what was once screened against them can be explained.
    """
    row, document = kept(work)[list_id]
    work.session.delete(row)
    work.session.flush()  # the audit entry is about a row that must be gone
    payload = {"list": list_id, "digest": document.digest}
    audit.append(work, "list.retired", row.id, payload=payload)


def searched_copy(work: Work, run: ScreeningRun | None, list_id: str) -> str:
    """Return the hash (hex) of the copy of a list that a screening searched, empty if of none."""
    if run is None or list_id not in run.snapshots:
        return ""
    row = work.session.get_one(ListSnapshotRow, UUID(run.snapshots[list_id]))
    return store.load_snapshot(work, row).digest


def copies_of(work: Work, list_id: str) -> list[tuple[UUID, SnapshotDocument]]:
    """Return the stored copies of a list, those fetched last first."""
    rows = work.session.exec(select(ListSnapshotRow)).all()
    opened = [(row.id, store.load_snapshot(work, row)) for row in rows]
    found = [one for one in opened if one[1].list == list_id]
    return sorted(found, key=lambda one: one[1].fetched_at, reverse=True)


def _with_regimes(described: ListFile, entry: Entry, table: RegimeTable, work: Work) -> Entry:
    if entry.regimes or described.source == "office_keyed":
        return entry
    found = table.regimes_of(described.series, entry, work.now.date())
    return replace(entry, regimes=found)


def _save(work: Work, document: ListDocument, action: str, payload: dict[str, object]) -> None:
    known = kept(work).get(document.id)
    row = known[0] if known else ScreeningListRow(id=uuid4())
    store.save_list(work, row, document)
    work.session.add(row)
    work.session.flush()  # the audit entry is about a row that must be there
    audit.append(work, action, row.id, payload=payload)


def entries_of(work: Work, snapshot_id: UUID) -> list[Entry]:
    """Return the entries of one copy of a list."""
    row = work.session.get_one(ListSnapshotRow, snapshot_id)
    return unpack(store.load_snapshot_content(work, row))


def pack(entries: Iterable[Entry]) -> bytes:
    """Return entries as compressed JSON lines."""
    lines = "\n".join(
        json.dumps(entry.to_json(), ensure_ascii=False, separators=(",", ":")) for entry in entries
    )
    return zlib.compress(lines.encode(), level=6)


def unpack(content: bytes) -> list[Entry]:
    """Return the entries that `pack` packed."""
    lines = zlib.decompress(content).decode().split("\n")
    return [Entry.from_json(json.loads(line)) for line in lines if line]
