"""The names of many people as they are asked about, to be held against a few listed ones."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from antechamber_compliance.screening.forms import forms
from antechamber_compliance.screening.index import MAX_REPEATS, MAX_WORDS
from antechamber_compliance.screening.likeness import Values
from antechamber_compliance.screening.match import Query
from antechamber_compliance.screening.names import in_each_script, read
from antechamber_compliance.screening.units import Unit, Units, units
from antechamber_compliance.screening.vocabulary import Numbers


class Asking:
    """The names of people, or of bodies, as they are asked about; built once for many lists.

    `numbers` says whose name each is; `slots` are the words of all names, one after the other.
    The units of a word and of several joined are kept apart. It holds names: drop it after use.
    """

    def __init__(self, queries: Sequence[tuple[int, Query]], *, person: bool) -> None:
        self.person = person
        self.units: list[Unit] = []
        self.joined: list[bool] = []  # by unit
        self.keys: dict[str, list[int]] = {}
        self.long: set[int] = set()
        self._known: dict[tuple[str, tuple[str, ...], bool, bool], int] = {}
        self._ties: list[tuple[int, int]] = []  # unit, slot
        self._numbers, self._names, self._words = array("i"), array("i"), array("i")
        for number, query in queries:
            self._add(number, query)
        self.forms = [forms(unit.text) for unit in self.units]
        self.numbers = np.array(self._numbers, dtype=np.int32)
        self.names = np.array(self._names, dtype=np.int32)  # by slot
        self.words = np.array(self._words, dtype=np.int32)  # by slot
        ties = np.array(sorted(self._ties), dtype=np.int32).reshape(-1, 2)
        self._slots = ties[:, 1]
        counts = np.bincount(ties[:, 0], minlength=len(self.units))
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)

    def slots_of(self, found: Numbers, values: Values) -> tuple[Numbers, Values]:
        """Return the words of names that some units are or cover, and each unit's value."""
        starts = self._starts[found]
        counts = self._starts[found + 1] - starts
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        places = np.repeat(starts - ends + counts, counts) + np.arange(total)
        return self._slots[places], np.repeat(values, counts)

    def _add(self, number: int, query: Query) -> None:
        whole = read(query.name)
        for key in same_keys(word.text for word in whole):
            self.keys.setdefault(key, []).append(number)
        for part in in_each_script(query.name):
            words = whole if part == query.name else read(part)
            if _is_cut([word.text for word in words]):
                self.long.add(number)
            else:
                self._add_name(number, units(words, self.person))

    def _add_name(self, number: int, found: Units) -> None:
        first = len(self._words)
        for unit in found.words:
            self._words.append(self._number(unit, joined=False))
            self._names.append(len(self._numbers))
        for unit in found.joined:
            at = self._number(unit, joined=True)
            covered = (place for place in range(len(found.words)) if unit.mask >> place & 1)
            self._ties += [(at, first + place) for place in covered]
        self._ties += [(at, first + place) for place, at in enumerate(self._words[first:])]
        self._numbers.append(number)

    def _number(self, unit: Unit, *, joined: bool) -> int:
        key = unit.text, unit.spellings, unit.syllabic, joined
        number = self._known.get(key)
        if number is None:
            number = self._known[key] = len(self.units)
            self.units.append(unit)
            self.joined.append(joined)
        return number


def _is_cut(words: Sequence[str]) -> bool:
    """Say whether a query leaves out words of a name, which changes what its neighbours are."""
    return len(words) > MAX_WORDS or any(words.count(word) > MAX_REPEATS for word in words)


def same_keys(words: Iterable[str]) -> tuple[str, str]:
    """Return what names share that have the same words in another order, or joined otherwise."""
    texts = tuple(words)
    return " ".join(sorted(texts)), "".join(texts)
