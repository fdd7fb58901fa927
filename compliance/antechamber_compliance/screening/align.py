"""Pair the words of queries with those of listed names, each at most once."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from antechamber_compliance.screening.asked import Asked
from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import HOWS, INITIAL, LEAST, UNVOWELLED, How
from antechamber_compliance.screening.rarity import INITIAL_WEIGHT
from antechamber_compliance.screening.reaching import LEAST_JOINED
from antechamber_compliance.screening.unvowelled import ARTICLE

LEAST_JOINED_CHARS = 5  # of an unvowelled word beside two written as one
JOINED_COST = 0.01  # of two equal pairings, the one that joins nothing is kept
DIGITS = 4


class Pair(NamedTuple):
    """A word of the query, or several joined, and the listed one it stands for; both weights.

    The query's weighs no more than the listed one: what is taken for a common word is none.
    """

    query: str
    listed: str
    how: How
    likeness: float
    query_weight: float
    listed_weight: float


class Alignment(NamedTuple):
    """How the words of two names pair up; what is left on either side, with its weight."""

    pairs: tuple[Pair, ...]
    query_only: tuple[tuple[str, float], ...]
    listed_only: tuple[tuple[str, float], ...]


def align(beside: Beside, candidate: int) -> Alignment:
    """Pair the words of a candidate's query with its own, the likest first."""
    return _Pairing(beside, candidate).done()


class _Pairing:
    """One query beside one listed name: its words first, then what neighbours make joined."""

    def __init__(self, beside: Beside, candidate: int) -> None:
        self._index: Index = beside.index
        self._asked: Asked = beside.asked[int(beside.query_of[candidate])]
        number = int(beside.names[candidate])
        self._ids = self._index.words.row(number)
        self._units = [(word, 1 << place) for place, word in enumerate(self._ids)]
        self._units += self._index.joined_units(number)
        self._weights = self._index.vocabulary.weights[self._asked.person]
        self._values, self._rules = beside.of_candidate(candidate)

    def done(self) -> Alignment:
        mine = theirs = 0
        pairs = []
        for _, _, row, other in sorted(self._pairings()):
            mask = self._units[other][1]
            if self._asked.units[row].mask & mine or mask & theirs:
                continue
            mine |= self._asked.units[row].mask
            theirs |= mask
            pairs.append(self._pair(row, other))
        return Alignment(
            tuple(pairs),
            tuple(
                (self._asked.units[at].text, round(weight, DIGITS))
                for at, weight in enumerate(self._asked.weights)
                if not mine >> at & 1
            ),
            tuple(
                (self._index.vocabulary.words[word], round(float(self._weights[word]), DIGITS))
                for at, word in enumerate(self._ids)
                if not theirs >> at & 1
            ),
        )

    def _pairings(self) -> Iterator[tuple[float, int, int, int]]:
        """Yield what could be paired, as (order, distance, row, unit): the lowest is taken first."""
        for row, other in np.argwhere(self._values >= LEAST).tolist():
            value = float(self._values[row, other])
            joins, joined = row >= len(self._asked.weights), other >= len(self._ids)
            if joined or joins:
                if (joined and joins) or not self._may_join(row, other, value):
                    continue
                value -= JOINED_COST
            covered = self._asked.units[row].mask.bit_count() + self._units[other][1].bit_count()
            yield -value * covered, abs(row - other), row, other

    def _may_join(self, row: int, other: int, value: float) -> bool:
        if value < LEAST_JOINED:
            return False
        if self._rules[row, other] != UNVOWELLED:
            return True
        texts = self._asked.units[row].text, self._listed(other)
        return min(len(text.removeprefix(ARTICLE)) for text in texts) >= LEAST_JOINED_CHARS

    def _pair(self, row: int, other: int) -> Pair:
        covered, unit = self._units[other][1], self._asked.units[row]
        mine = sum(w for at, w in enumerate(self._asked.weights) if unit.mask >> at & 1)
        theirs = sum(float(self._weights[w]) for at, w in enumerate(self._ids) if covered >> at & 1)
        rule = int(self._rules[row, other])
        if rule == INITIAL:
            theirs = min(theirs, INITIAL_WEIGHT)
        return Pair(
            unit.text,
            self._listed(other),
            HOWS[rule],
            round(float(self._values[row, other]), DIGITS),
            round(min(mine, theirs), DIGITS),
            round(theirs, DIGITS),
        )

    def _listed(self, other: int) -> str:
        return self._index.vocabulary.words[self._units[other][0]]
