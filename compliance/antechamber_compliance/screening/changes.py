"""What differs between two copies of a list, entry by entry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from antechamber_compliance.screening.entry import Entry, content_hash


@dataclass(frozen=True, slots=True)
class Changes:
    """The entries that came, those that went, and those that are written otherwise now.

    `changed` has each of them as it was and as it is.
    """

    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[tuple[Entry, Entry], ...] = ()

    def present(self) -> Iterator[str]:
        """Yield the identifiers of what is new or changed."""
        yield from (entry.entry_id for entry in self.added)
        yield from (entry.entry_id for _, entry in self.changed)


def changes(before: Iterable[Entry], after: Iterable[Entry]) -> Changes:
    """Compare two copies by entry identifier and content hash."""
    old = {entry.entry_id: entry for entry in before}
    new = {entry.entry_id: entry for entry in after}
    both = [(old[key], entry) for key, entry in new.items() if key in old]
    return Changes(
        added=tuple(entry for key, entry in new.items() if key not in old),
        removed=tuple(entry for key, entry in old.items() if key not in new),
        changed=tuple((a, b) for a, b in both if a != b and content_hash(a) != content_hash(b)),
    )
