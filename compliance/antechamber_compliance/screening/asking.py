"""The names of many people as they are asked about, to be held against a few listed ones."""

from array import array
from collections.abc import Sequence

import numpy as np

from antechamber_compliance.screening.asked import telling
from antechamber_compliance.screening.forms import forms
from antechamber_compliance.screening.index import same_keys
from antechamber_compliance.screening.match import Query
from antechamber_compliance.screening.names import in_each_script, read
from antechamber_compliance.screening.rarity import weight
from antechamber_compliance.screening.rows import Rows
from antechamber_compliance.screening.units import Unit, Units, units


class Asking:
    """The names of people, or of bodies, as they are asked about; built once for many lists.

    `numbers` says whose name each is; the words of all names, one after the other, are slots, and
    `slots` has those that a unit covers. The units of a word and of several joined are kept apart. It holds names: drop it after use.
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
        weights = [weight(form, person) for form in self.forms]
        self.weights = np.array(weights, dtype=np.float32)  # by unit
        self.numbers = np.array(self._numbers, dtype=np.int32)
        self.names = np.array(self._names, dtype=np.int32)  # by slot
        self.words = np.array(self._words, dtype=np.int32)  # by slot
        ties = np.array(self._ties, dtype=np.int32).reshape(-1, 2)
        self.slots = Rows.grouped(ties[:, 0], ties[:, 1], len(self.units))

    def _add(self, number: int, query: Query) -> None:
        whole = read(query.name)
        for key in same_keys(word.text for word in whole):
            self.keys.setdefault(key, []).append(number)
        for part in in_each_script(query.name):
            words = whole if part == query.name else read(part)
            if telling(words, self.person) == words:
                self._add_name(number, units(words, self.person))
            else:  # words are left out, which changes what their neighbours are
                self.long.add(number)

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
