"""The index over all lists in force: built once, kept until one of them changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from antechamber_compliance.screening.index import Index

from antechamber.errors import Problem
from antechamber.screening.lists import entries_of, kept
from antechamber.work import Work


class NoLists(Problem):
    """There is nothing to screen against, which is not the same as nothing found."""

    status, slug, title = 409, "no-lists", "No list is in force"


@dataclass(frozen=True, slots=True)
class ListIndex:
    """An index and the digests of the copies it was built from, by list."""

    index: Index
    snapshots: Mapping[str, str]


@dataclass(slots=True)
class Indexes:
    """Holds the newest index of one office; it contains lists, never the office's people."""

    _held: ListIndex | None = None
    _building: Lock = field(default_factory=Lock)

    def current(self, work: Work) -> ListIndex:
        """Return the index over the lists in force; raise NoLists. Takes seconds when new."""
        documents = [document for _, document in kept(work).values() if document.snapshot]
        snapshots = {document.id: document.digest for document in documents}
        if not snapshots:
            raise NoLists("Import the lists first: antechamber lists import FOLDER")
        with self._building:
            if self._held is None or self._held.snapshots != snapshots:
                lists = [(d.id, entries_of(work, d.snapshot)) for d in documents if d.snapshot]
                self._held = ListIndex(Index.build(lists), snapshots)
            return self._held
