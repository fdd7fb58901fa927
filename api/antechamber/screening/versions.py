"""Name two copies of a list, stored or in a folder, and say what differs between them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from antechamber.screening import lists
from antechamber.screening.folder import active_lists, read_list
from antechamber.work import Work
from antechamber_compliance.screening.changes import Changes, changes
from antechamber_compliance.screening.entry import Entry

PREVIOUS = "previous"
LEAST_ID_CHARS = 6


class NoSuchCopy(ValueError):
    """A copy that is not there, or not the only one; says what to name instead."""


@dataclass(frozen=True, slots=True)
class Version:
    """One copy of a list: what it is called, and its entries."""

    label: str
    entries: tuple[Entry, ...]


def stored(work: Work, named: str) -> dict[str, Version]:
    """Return a stored copy by list: LIST (in force), LIST@previous, LIST@DATE or LIST@ID.

    DATE is the publisher's; ID is the beginning of the copy's id or hash. Raises NoSuchCopy.
    """
    name, _, which = named.partition("@")
    copies = lists.copies_of(work, name)
    if not copies:
        raise NoSuchCopy(f"The office has no copy of {name}: antechamber lists status")
    kept = lists.kept(work).get(name)
    current = kept[1].snapshot if kept else None
    if not which:
        found = [one for one in copies if one[0] == current]
    elif which == PREVIOUS:
        before = {record.previous for copy, record in copies if copy == current}
        found = [one for one in copies if one[0] in before]
    else:
        found = [one for one in copies if _is(which, one[0], one[1].digest, one[1].published)]
    if len(found) != 1:
        known = ", ".join(f"{name}@{str(copy)[:8]} ({r.published})" for copy, r in copies)
        raise NoSuchCopy(f"{named} names {len(found) or 'no'} copies. There are: {known}")
    copy, record = found[0]
    label = f"{name}@{str(copy)[:8]} ({record.published})"
    return {name: Version(label, tuple(lists.entries_of(work, copy)))}


def in_folder(folder: Path) -> dict[str, Version]:
    """Return every active list of a folder; raise BadFolder or BadList."""
    return {
        one.id: Version(f"{folder.name}/{one.id} ({one.published})", read_list(one).entries)
        for one in active_lists(folder)
    }


def compared(before: Mapping[str, Version], after: Mapping[str, Version]) -> dict[str, Changes]:
    """Compare lists of the same name; one that is on one side only came or went whole."""
    if len(before) == len(after) == 1:
        (one,), (other,) = before.values(), after.values()
        return {next(iter(after)): changes(_plain(one), _plain(other))}
    names = sorted({*before, *after})
    none = Version("", ())
    return {n: changes(_plain(before.get(n, none)), _plain(after.get(n, none))) for n in names}


def _plain(version: Version) -> list[Entry]:
    """Return entries as published: regimes are the office's own reading of them."""
    return [replace(entry, regimes=()) for entry in version.entries]


def _is(which: str, copy: UUID, digest: str, published: str) -> bool:
    by_id = len(which) >= LEAST_ID_CHARS
    return which == published or (
        by_id and (str(copy).startswith(which) or digest.startswith(which))
    )
