"""The index over all lists in force: built once, kept until one of them changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from antechamber.errors import Problem
from antechamber.screening.lists import Copy, entries_of, kept
from antechamber.work import Work
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.index import Index


class NoLists(Problem):
    """There is nothing to screen against, which is not the same as nothing found."""

    status, slug, title = 409, "no-lists", "No list is in force"


@dataclass(frozen=True, slots=True)
class ListIndex:
    """An index and the ids of the copies it was built from, by list."""

    index: Index
    snapshots: Mapping[str, str]


@dataclass(slots=True)
class Indexes:
    """Holds the newest index of one office; it contains lists, never the office's people."""

    _held: ListIndex | None = None
    _copies: dict[str, UUID] = field(default_factory=dict)
    _just_read: dict[UUID, tuple[Entry, ...]] = field(default_factory=dict)
    _building: Lock = field(default_factory=Lock)

    def remember(self, copy: Copy) -> None:
        """Spare the next index from opening a copy that was imported just now."""
        self._just_read[copy.snapshot] = copy.entries

    def current(self, work: Work) -> ListIndex:
        """Return the index over the lists in force; raise NoLists. Takes seconds when new."""
        documents = [document for _, document in kept(work).values()]
        copies = {d.id: d.snapshot for d in documents if d.snapshot}
        if not copies:
            raise NoLists("Import the lists first: antechamber lists import FOLDER")
        with self._building:
            if self._held is None or self._copies != copies:
                lists = [(name, self._entries(work, name, copy)) for name, copy in copies.items()]
                searched = {name: str(copy) for name, copy in copies.items()}
                self._held, self._copies = ListIndex(Index.build(lists), searched), copies
                self._just_read.clear()
            return self._held

    def _entries(self, work: Work, name: str, copy: UUID) -> Iterable[Entry]:
        if copy in self._just_read:
            return self._just_read[copy]
        if self._held is not None and self._copies.get(name) == copy:
            return [party.entry for party in self._held.index.parties if party.list_id == name]
        return entries_of(work, copy)
