"""The highest score that any of many names can reach with a listed one, for all at once."""

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.align import LEAST_JOINED, Reach
from antechamber_compliance.screening.alike import SLACK, Likenesses
from antechamber_compliance.screening.asking import Asking
from antechamber_compliance.screening.index import Index, Listed
from antechamber_compliance.screening.likeness import LEAST, NICKNAME_VALUE, Pairs, Values, compare
from antechamber_compliance.screening.score import (
    CONFLICT,
    LISTED_LEFT,
    LONE_FACTOR,
    QUERY_POWER,
    highest_scores,
)
from antechamber_compliance.screening.vocabulary import LEAST_WEIGHT, NOTHING, Numbers


class Bound:
    """The highest score that an alignment of each name with a listed one may have.

    The weight of a word that is not listed is settled by what resembles it most. Until that is
    looked for, it lies between the two weights that are kept.
    """

    def __init__(self, index: Index, asking: Asking) -> None:
        self._vocabulary = index.vocabulary
        self._rarities = index.vocabulary.rarities[asking.person]
        self._asking = asking
        weights = [self._vocabulary.weight(form, asking.person) for form in asking.forms]
        listed = [self._vocabulary.find(unit.text) is not None for unit in asking.units]
        self._upper = np.array(weights, dtype=np.float32)  # by unit
        self._lower = np.where(listed, self._upper, np.float32(LEAST_WEIGHT))
        self._listed = listed
        self._slots_in = np.bincount(asking.names, minlength=len(asking.numbers))
        self._add_up()

    def settle(self, names: Numbers) -> None:
        """Look for what resembles the words of some names, which narrows their weights."""
        words = np.unique(self._asking.words[np.isin(self._asking.names, names)]).tolist()
        units = self._asking.units
        unlisted = [w for w in words if not (self._listed[w] or units[w].syllabic)]
        near = [self._vocabulary.near(self._asking.forms[word]) for word in unlisted]
        far = [self._vocabulary.farther(self._asking.forms[word]) for word in unlisted]
        either = [np.concatenate(both) for both in zip(near, far, strict=True)]
        weights = zip(self._settled(unlisted, near), self._settled(unlisted, either), strict=True)
        for word, pair in zip(unlisted, weights, strict=True):
            self._lower[word] = min(pair)
        self._add_up()

    def _settled(self, words: list[int], similar: list[Numbers]) -> list[float]:
        """Return the weight of the listed word most like each, the least where several are."""
        also = [self._vocabulary.also_called(self._asking.forms[word]) for word in words]
        found = [np.concatenate(both) for both in zip(similar, also, strict=True)]
        counts = [len(numbers) for numbers in found]
        places = np.repeat(np.array(words, dtype=np.int32), counts)
        pairs = Pairs(self._asking.forms, places, np.concatenate([*found, NOTHING]))
        values, weights, end = compare(self._vocabulary, pairs)[0], [], 0
        for word, numbers, called in zip(words, found, also, strict=True):
            mine = values[end : end + len(numbers)]
            end += len(numbers)
            mine = np.maximum(mine, np.float32(NICKNAME_VALUE) * np.isin(numbers, called))
            weight = float(self._upper[word])
            if len(mine) and mine.max() >= LEAST:
                likest = numbers[mine >= mine.max() - SLACK]
                weight = min(weight, float(self._rarities[likest].min()))
            weights.append(weight)
        return weights

    def _add_up(self) -> None:
        """Add up the least that the words of each name weigh."""
        self._mine = self._upper[self._asking.words], self._lower[self._asking.words]
        self._total = np.bincount(self._asking.names, self._mine[1], len(self._asking.numbers))

    def highest(self, alike: Likenesses, listed: Listed) -> tuple[Numbers, NDArray[np.float64]]:
        """Return the names that share anything with a listed one, and the bound of each."""
        plain = [(word, 1 << place, LEAST) for place, word in enumerate(listed.ids)]
        joined = [(word, mask, LEAST_JOINED) for word, mask in listed.joined]
        parts = [(*self._slots(alike, word, least), mask) for word, mask, least in plain + joined]
        slots = np.concatenate([slots for slots, _, _ in parts])
        values = np.concatenate([values for _, values, _ in parts])
        touched, at = np.unique(slots, return_inverse=True)
        best = np.zeros(len(touched), dtype=np.float32)
        np.maximum.at(best, at, values)
        names, of = np.unique(self._asking.names[touched], return_inverse=True)
        upper, lower = self._mine
        matched = np.bincount(of, best * upper[touched], len(names))
        left = self._total[names] - np.bincount(of, best * lower[touched], len(names))
        theirs = np.zeros((len(listed.ids), len(names)), dtype=np.float32)
        for slots, values, mask in parts:
            beside = np.searchsorted(names, self._asking.names[slots])
            for place in range(len(listed.ids)):
                if mask >> place & 1:
                    np.maximum.at(theirs[place], beside, values)
        rarities = self._rarities[list(listed.ids)]
        here = np.bincount(of, minlength=len(names))
        never = self._total[names] - np.bincount(of, lower[touched], len(names))
        unlike = theirs == 0
        conflict = CONFLICT * np.minimum(np.maximum(never, 0), LISTED_LEFT * (rarities @ unlike))
        left_over = (here < self._slots_in[names]) | unlike.any(axis=0)
        lone = ((here == 1) | ((~unlike).sum(axis=0) == 1)) & left_over
        share = matched / np.maximum(matched + left + conflict, LEAST_WEIGHT)
        share *= np.where(lone, LONE_FACTOR ** (1 / QUERY_POWER), 1.0)
        total = rarities.sum() + conflict
        reach = Reach(
            share.astype(np.float32), np.float32(1), rarities @ theirs, total, rarities @ unlike
        )
        return names, highest_scores(reach)

    def _slots(self, alike: Likenesses, word: int, least: float) -> tuple[Numbers, Values]:
        first, last = np.searchsorted(alike.words, [word, word + 1])
        found, values = alike.units[first:last], alike.values[first:last]
        return self._asking.slots_of(found[values >= least], values[values >= least])
