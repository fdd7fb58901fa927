"""Import a folder's lists: each whole or not at all, and one refused does not stop the others."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from antechamber.documents.lists import Fault
from antechamber.office import Office
from antechamber.screening import lists
from antechamber.screening.folder import (
    ListFile,
    ReadList,
    read_list,
    readable,
    stored_digest,
)
from antechamber.screening.index import Indexes
from antechamber.work import Everywhere, Work
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.regimes import RegimeTable, UnmappedList

Outcome = Literal["imported", "unchanged", "refused", "no_reader"]
LEAST_SHARE = 0.5  # of the entries of the copy before; a list that shrinks more was cut short


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one list of a folder; `reason` says why and where it was refused.

    `united` are identifiers that occurred more than once and are one party each; `incomplete`
    says where records without identifier or name were left out.
    """

    list_id: str
    outcome: Outcome
    entries: int = 0
    reason: str = ""
    united: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()


def import_list(
    office: Office,
    actor: Everywhere,
    described: ListFile,
    regimes: RegimeTable,
    indexes: Indexes,
    *,
    fetched_at: datetime | None = None,
    may_shrink: bool = False,
) -> Imported:
    """Put the file's copy in force, or keep the one that is and say why.

    The file is read outside any transaction. A refused one leaves the copy before it in
    force, marked failed; one that is the same as before is verified without being read. With
    `may_shrink`, a list that lost most of its entries is believed. `fetched_at` is when the
    file was fetched: now, if not given.
    """
    if not readable(described):
        return Imported(described.id, "no_reader", reason=f"no reader for {described.format} yet")
    if _same_as_before(office, actor, described, regimes):
        with office.work(actor) as work:
            lists.verified(work, described, fetched_at)
        return Imported(described.id, "unchanged")
    try:
        read = read_list(described)
        with office.work(actor) as work:
            if not may_shrink:
                _refuse_shrunken(work, described, read)
            copy = lists.put_in_force(work, described, read, regimes, fetched_at)
    except (BadList, UnmappedList) as fault:
        with office.work(actor) as work:
            lists.mark_failed(work, described.id, _fault(described, fault))
        return Imported(described.id, "refused", reason=str(fault))
    indexes.remember(copy)
    return Imported(
        described.id,
        "imported",
        len(copy.entries),
        united=read.united,
        incomplete=read.incomplete,
    )


class _Shrunken(BadList):
    """A list that lost most of its entries."""


def _fault(described: ListFile, refused: BadList | UnmappedList) -> Fault:
    """Return the state that a refusal leaves a list in."""
    if isinstance(refused, _Shrunken):
        return "shrunken"
    if not all(path.exists() for path in described.files):
        return "missing"
    if any(path.stat().st_size == 0 for path in described.files):
        return "empty"
    return "unreadable"


def file_date(described: ListFile) -> datetime | None:
    """Return when the oldest file was written: a fetch that fails leaves an old one behind."""
    try:
        oldest = min(path.stat().st_mtime for path in described.files)
        return datetime.fromtimestamp(oldest, UTC)
    except OSError:
        return None


def _same_as_before(
    office: Office, actor: Everywhere, described: ListFile, regimes: RegimeTable
) -> bool:
    digest = stored_digest(described)
    with office.reading(actor) as work:
        known = lists.kept(work).get(described.id)
        if known is None or digest is None:
            return False
        read_as = lists.reading(work, described, regimes)
        return (known[1].digest, known[1].read_as) == (digest, read_as)


def _refuse_shrunken(work: Work, described: ListFile, read: ReadList) -> None:
    known = lists.kept(work).get(described.id)
    before, now = known[1].entries if known else 0, len(read.entries)
    if now < LEAST_SHARE * before:
        raise _Shrunken(
            f"holds {now} entries where the copy before it has {before}; fetch it again, or"
            " accept that it shrank",
            described.files[0].name,
            described.id,
        )
