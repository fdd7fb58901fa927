"""The highest score that any of many names can reach with a listed one, for all at once."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.alike import Likenesses
from antechamber_compliance.screening.asking import Asking
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import LEAST, Values
from antechamber_compliance.screening.rarity import LEAST_WEIGHT
from antechamber_compliance.screening.reaching import LEAST_JOINED, Reach, contradicting
from antechamber_compliance.screening.rows import Numbers
from antechamber_compliance.screening.score import highest_scores

Part: TypeAlias = tuple[Numbers, Values, Values, int]  # slots, likeness, least weight, mask


class Bound:
    """The highest score that an alignment of each name with a listed one may have."""

    def __init__(self, index: Index, asking: Asking) -> None:
        self._index, self._asking = index, asking
        self._rarities = index.vocabulary.weights[asking.person]
        self._mine = asking.weights[asking.words]  # by slot
        self._contradicts = contradicting(self._mine)
        self._joined = np.array(asking.joined, dtype=np.bool_)
        names = len(asking.numbers)
        self._slots_in = np.bincount(asking.names, minlength=names)
        self._total = np.bincount(asking.names, self._mine, names)
        self._total_contradicts = np.bincount(asking.names, self._contradicts, names)

    def highest(self, alike: Likenesses, number: int) -> tuple[Numbers, NDArray[np.float64]]:
        """Return the names that share anything with a spelling, and the bound of each."""
        words = self._index.words.row(number)
        parts = list(self._parts(alike, number, words))
        slots = np.concatenate([slots for slots, _, _, _ in parts])
        touched, at = np.unique(slots, return_inverse=True)
        best, least = np.zeros(len(touched), dtype=np.float32), self._mine[touched].copy()
        np.maximum.at(best, at, np.concatenate([values for _, values, _, _ in parts]))
        np.minimum.at(least, at, np.concatenate([weights for _, _, weights, _ in parts]))
        names, of = np.unique(self._asking.names[touched], return_inverse=True)
        theirs = self._theirs(names, parts, len(words))

        def added(values: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
            return np.bincount(of, values, len(names)).astype(np.float64)

        rarities, unlike = self._rarities[words], theirs == 0
        here = np.bincount(of, minlength=len(names))
        pairs = np.minimum(here, (~unlike).sum(axis=0))
        left_over = (here < self._slots_in[names]) | unlike.any(axis=0)
        never = np.maximum(self._total[names] - added(self._mine[touched]), 0)
        contradicts = self._total_contradicts[names] - added(self._contradicts[touched])
        reach = Reach(
            added(best * self._mine[touched]),
            never + added(least * (1 - best)),
            rarities @ theirs,
            np.full(len(names), rarities.sum()),
            rarities @ unlike,
            np.maximum(contradicts, 0),
            contradicting(rarities) @ unlike,
            (pairs <= 1) & left_over,
        )
        return names, highest_scores(reach)

    def _parts(self, alike: Likenesses, number: int, words: list[int]) -> Iterator[Part]:
        """Yield, of each word and joined unit, the slots that resemble it."""
        for place, word in enumerate(words):
            units, values = _of(alike, word, LEAST)
            slots, counts = self._asking.slots.of_each(units)
            # Of neighbours joined in the query each weighs a part of what they are taken for.
            shared = np.where(self._joined[units], counts, 1)
            weights = np.repeat(self._rarities[word] / shared, counts)
            yield slots, np.repeat(values, counts), weights, 1 << place
        for word, mask in self._index.joined_units(number):
            units, values = _of(alike, word, LEAST_JOINED)
            slots, counts = self._asking.slots.of_each(units)
            yield slots, np.repeat(values, counts), np.full(len(slots), LEAST_WEIGHT), mask

    def _theirs(self, names: Numbers, parts: Sequence[Part], words: int) -> Values:
        """Return how much of each listed word each name matches at most."""
        theirs = np.zeros((words, len(names)), dtype=np.float32)
        for slots, values, _, mask in parts:
            beside = np.searchsorted(names, self._asking.names[slots])
            for place in range(words):
                if mask >> place & 1:
                    np.maximum.at(theirs[place], beside, values)
        return theirs


def _of(alike: Likenesses, word: int, least: float) -> tuple[Numbers, Values]:
    """Return the units that resemble a listed word."""
    first, last = np.searchsorted(alike.words, [word, word + 1])
    found, values = alike.units[first:last], alike.values[first:last]
    return found[values >= least], values[values >= least]
