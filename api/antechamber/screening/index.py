"""The index over all lists in force: built once, kept until one of them changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from antechamber.errors import Problem
from antechamber.office import Office
from antechamber.screening import collector
from antechamber.screening.kept_index import FILE_NAME, KeptIndex
from antechamber.screening.lists import Copy, entries_of, kept
from antechamber.work import Work
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.index import Index

MANY_NAMES = 10_000  # whatever has fewer costs the collector little


class NoLists(Problem):
    """There is nothing to screen against, which is not the same as nothing found."""

    status, slug, title = 409, "no-lists", "No list is in force"


@dataclass(frozen=True, slots=True)
class ListIndex:
    """An index and the ids of the copies it was built from, by list."""

    index: Index
    snapshots: Mapping[str, str]

    def entries(self, name: str) -> list[Entry]:
        """Return the entries of one list."""
        return [party.entry for party in self.index.parties if party.list_id == name]


@dataclass(slots=True)
class Indexes:
    """Holds the newest index of one office; it contains lists, never the office's people."""

    file: KeptIndex | None = None
    _held: ListIndex | None = None
    _copies: dict[str, UUID] = field(default_factory=dict)
    _just_read: dict[UUID, tuple[Entry, ...]] = field(default_factory=dict)
    _building: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, office: Office) -> "Indexes":
        """Return an office's indexes, of which the newest is kept in a file of its folder."""
        return cls(KeptIndex(office.settings.home / FILE_NAME))

    def remember(self, copy: Copy) -> None:
        """Spare the next index from opening a copy that was imported just now."""
        self._just_read[copy.snapshot] = copy.entries

    def current(self, work: Work) -> ListIndex:
        """Return the index over the lists in force; raise NoLists.

        One that was not kept takes seconds.
        """
        documents = [document for _, document in kept(work).values()]
        copies = {d.id: d.snapshot for d in documents if d.snapshot}
        if not copies:
            raise NoLists("Import the lists first: antechamber lists import FOLDER")
        with self._building:
            if self._held is None or self._copies != copies:
                searched = {name: str(copy) for name, copy in copies.items()}
                with collector.paused():
                    index = self._made(work, copies)
                if len(index) >= MANY_NAMES:
                    collector.leave_alone()
                self._held, self._copies = ListIndex(index, searched), copies
                self._just_read.clear()
            return self._held

    def _made(self, work: Work, copies: Mapping[str, UUID]) -> Index:
        """Return the kept index of these copies, or a new one, which is kept then."""
        lists = [(name, self._entries(work, name, copy)) for name, copy in copies.items()]
        index = self.file.load(work, copies, lists) if self.file else None
        if index is None:
            index = Index.build(lists)
            if self.file:
                self.file.save(work, copies, index)
        return index

    def _entries(self, work: Work, name: str, copy: UUID) -> Sequence[Entry]:
        if copy in self._just_read:
            return self._just_read[copy]
        if self._held is not None and self._copies.get(name) == copy:
            return self._held.entries(name)
        return entries_of(work, copy)
