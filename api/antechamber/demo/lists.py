"""Which lists the demonstration searches: the fictional ones, and real ones over them."""

from dataclasses import dataclass
from pathlib import Path

from antechamber.demo.data import LISTS
from antechamber.screening.folder import ListFile, active_lists, readable


@dataclass(frozen=True, slots=True)
class Choice:
    """The lists to import; `fictional` names the stand-ins, `unread` those without reader."""

    files: tuple[ListFile, ...]
    fictional: frozenset[str]
    unread: tuple[str, ...]


def choose(folder: Path | None) -> Choice:
    """Return the fictional lists, replaced by and joined with the real ones in `folder`.

    Raises BadFolder.
    """
    standing_in = {each.id: each for each in active_lists(LISTS)}
    real = active_lists(folder) if folder else []
    usable = {each.id: each for each in real if readable(each)}
    return Choice(
        files=tuple({**standing_in, **usable}.values()),
        fictional=frozenset(standing_in.keys() - usable.keys()),
        unread=tuple(each.id for each in real if each.id not in usable),
    )
