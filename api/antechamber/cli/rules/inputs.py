"""What is compared and replayed: decision files, and rulebooks by name or digest."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from antechamber.cli.faults import stop
from antechamber.cli.offices import ACTOR, opened
from antechamber.cli.rules.reading import rulebook_in
from antechamber.policies import shipped_rulebook
from antechamber_compliance.policy import NO_RULES, Rulebook
from antechamber_compliance.replay import BadDecision, Stored, read_decisions

SHIPPED, CURRENT = "shipped", "current"
Finder = Callable[[str], Rulebook | None]


def decisions_in(path: Path) -> Iterator[Stored]:
    """Yield the decisions of a file; stop at the first line that is none."""
    try:
        with path.open(encoding="utf-8") as lines:
            yield from read_decisions(lines)
    except OSError:
        stop(f"{path} cannot be read; check the path and its permissions.")
    except UnicodeDecodeError:
        stop(f"{path} is not UTF-8.")
    except BadDecision as bad:
        stop(f"{path}: {bad}")


def rulebook_named(name: str) -> Rulebook:
    """Return the rulebook 'shipped', the office's 'current' one, or that of a folder."""
    if name == SHIPPED:
        return shipped_rulebook()
    if name == CURRENT:
        with opened() as office, office.reading(ACTOR) as work:
            return work.rulebook
    return rulebook_in(Path(name))


class Shelf:
    """The rulebooks at hand, by digest: those of folders, shipped, no rules, and of a store."""

    def __init__(self, folders: Iterable[Path], store: Finder | None = None) -> None:
        found = (*(rulebook_in(folder) for folder in folders), shipped_rulebook(), NO_RULES)
        self._found: dict[str, Rulebook | None] = {each.digest: each for each in found}
        self._store = store

    def rulebook_by_digest(self, digest: str | None) -> Rulebook | None:
        """Return the rulebook of this digest, None where it is not at hand."""
        if digest is None:
            return None
        if digest not in self._found and self._store:
            self._found[digest] = self._store(digest)
        return self._found.get(digest)
