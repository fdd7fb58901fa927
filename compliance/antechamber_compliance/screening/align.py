"""Pair the words of a query with those of listed names, each at most once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.index import Asked, Index, Listed
from antechamber_compliance.screening.likeness import (
    HOWS,
    INITIAL,
    LEAST,
    NICKNAME,
    NICKNAME_VALUE,
    READING,
    READING_VALUE,
    UNVOWELLED,
    How,
    Pairs,
    Values,
    add_shortened,
    compare,
)
from antechamber_compliance.screening.unvowelled import ARTICLE
from antechamber_compliance.screening.vocabulary import INITIAL_WEIGHT

LEAST_JOINED = 0.85  # words written as one must resemble more: there are many neighbours
LEAST_JOINED_CHARS = 5  # of an unvowelled word beside two written as one
JOINED_COST = 0.01  # of two equal pairings, the one that joins nothing is kept
DIGITS = 4


class Pair(NamedTuple):
    """A word of the query, or several joined, and the listed one it stands for; both weights."""

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


class Reach(NamedTuple):
    """The most that alignments can match of either side's weight; an item for each candidate.

    `listed_left` is the weight of listed words that nothing in the query resembles.
    """

    query: Values
    query_total: np.float32
    listed: Values
    listed_total: Values
    listed_left: Values


class Table:
    """The likeness of every unit of a query beside every word of its candidates."""

    def __init__(self, index: Index, asked: Asked, candidates: Sequence[int]) -> None:
        self._index, self._asked, self._candidates = index, asked, candidates
        listed = [index.names[number] for number in candidates]
        words = sorted({w for name in listed for w in (*name.ids, *(j for j, _ in name.joined))})
        self._words = words
        self._columns = {word: column for column, word in enumerate(words)}
        self._rarities = index.vocabulary.rarities[asked.person]
        rows = len(asked.units)
        places = np.repeat(np.arange(rows, dtype=np.int32), len(words))
        pairs = Pairs(asked.forms, places, np.tile(np.array(words, dtype=np.int32), rows))
        values, rules = compare(index.vocabulary, pairs)
        add_shortened(index.vocabulary, pairs, values, rules)
        self._values, self._rules = values.reshape(rows, -1), rules.reshape(rows, -1)
        self._add_other_names()
        self._likeness: list[list[float]] = self._values.tolist()

    def reach(self) -> Reach:
        """Return a bound on every candidate's alignment, which costs much more to make."""
        best = self._best_by_word()
        names = [self._index.names[number] for number in self._candidates]
        words = self._matrix([name.ids for name in names])
        joined = self._matrix([[word for word, _ in name.joined] for name in names])
        mine, beside = best[:, words], best[:, joined]
        theirs = mine.max(axis=0)
        tops = beside.max(axis=0)
        for row, place in np.argwhere(tops >= LEAST_JOINED).tolist():
            mask = names[row].joined[place][1]
            for at in range(len(names[row].ids)):
                if mask >> at & 1:
                    theirs[row, at] = max(theirs[row, at], tops[row, place])
        rarities = np.append(self._rarities[self._words], np.float32(0))[words]
        weights = np.array(self._asked.weights, dtype=np.float32)[:, None]
        return Reach(
            (weights * np.maximum(mine.max(axis=2), beside.max(axis=2))).sum(axis=0),
            weights.sum(),
            (theirs * rarities).sum(axis=1),
            rarities.sum(axis=1),
            (rarities * (theirs == 0)).sum(axis=1),
        )

    def _matrix(self, rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        """Return the columns of some words a row, filled up with a column of its own."""
        width = max(1, *map(len, rows))
        empty = [len(self._columns)] * width
        found = [[*(self._columns[word] for word in row), *empty[len(row) :]] for row in rows]
        return np.array(found, dtype=np.int64)

    def align(self, number: int) -> Alignment:
        """Pair the words of the query with those of one candidate, the likest first."""
        listed = self._index.names[number]
        units = [(word, 1 << place) for place, word in enumerate(listed.ids)]
        units += listed.joined
        mine = theirs = 0
        pairs = []
        for _, _, row, other in sorted(self._pairings(listed, units)):
            word, mask = units[other]
            if self._asked.units[row].mask & mine or mask & theirs:
                continue
            mine |= self._asked.units[row].mask
            theirs |= mask
            pairs.append(self._pair(listed, row, word, mask))
        return Alignment(
            tuple(pairs),
            tuple(
                (self._asked.units[at].text, round(weight, DIGITS))
                for at, weight in enumerate(self._asked.weights)
                if not mine >> at & 1
            ),
            tuple(
                (self._index.vocabulary.words[word], round(float(self._rarities[word]), DIGITS))
                for at, word in enumerate(listed.ids)
                if not theirs >> at & 1
            ),
        )

    def _pairings(
        self, listed: Listed, units: list[tuple[int, int]]
    ) -> Iterator[tuple[float, int, int, int]]:
        """Yield what could be paired, as (order, distance, row, unit): the lowest is taken first."""
        columns = [self._columns[word] for word, _ in units]
        for row, asked in enumerate(self._asked.units):
            joins = row >= len(self._asked.weights)
            likeness = self._likeness[row]
            for other, column in enumerate(columns):
                value = likeness[column]
                if value < LEAST:
                    continue
                joined = other >= len(listed.ids)
                if joined or joins:
                    if (joined and joins) or not self._may_join(row, units[other][0], value):
                        continue
                    value -= JOINED_COST
                covered = asked.mask.bit_count() + units[other][1].bit_count()
                yield -value * covered, abs(row - other), row, other

    def _may_join(self, row: int, word: int, value: float) -> bool:
        if value < LEAST_JOINED:
            return False
        if self._rules[row, self._columns[word]] != UNVOWELLED:
            return True
        texts = self._asked.units[row].text, self._index.vocabulary.words[word]
        return min(len(text.removeprefix(ARTICLE)) for text in texts) >= LEAST_JOINED_CHARS

    def _pair(self, listed: Listed, row: int, word: int, covered: int) -> Pair:
        unit, column = self._asked.units[row], self._columns[word]
        mine = sum(w for at, w in enumerate(self._asked.weights) if unit.mask >> at & 1)
        theirs = sum(
            float(self._rarities[w]) for at, w in enumerate(listed.ids) if covered >> at & 1
        )
        rule = int(self._rules[row, column])
        if rule == INITIAL:
            mine, theirs = min(mine, INITIAL_WEIGHT), min(theirs, INITIAL_WEIGHT)
        return Pair(
            unit.text,
            self._index.vocabulary.words[word],
            HOWS[rule],
            round(self._likeness[row][column], DIGITS),
            round(mine, DIGITS),
            round(theirs, DIGITS),
        )

    def _add_other_names(self) -> None:
        """Write in what no comparison of letters finds: nicknames, and readings of characters."""
        vocabulary = self._index.vocabulary
        for row, unit in enumerate(self._asked.units):
            if unit.syllabic:
                self._values[row] = 0
                for text in (unit.text, *unit.spellings):
                    self._raise(row, vocabulary.find(text), READING_VALUE, READING)
            elif row < len(self._asked.weights):
                for word in vocabulary.also_called(self._asked.forms[row]).tolist():
                    self._raise(row, word, NICKNAME_VALUE, NICKNAME)

    def _raise(self, row: int, word: int | None, value: float, rule: int) -> None:
        column = None if word is None else self._columns.get(word)
        if column is not None and self._values[row, column] < value:
            self._values[row, column], self._rules[row, column] = value, rule

    def _best_by_word(self) -> Values:
        """Return, per word of the query and column, the best of the units that cover the word.

        One more column, of zeros, stands for no word.
        """
        # An initial takes weight from both sides when it is paired: as a bound it counts whole.
        values = np.where(self._rules == INITIAL, np.float32(1), self._values)
        words = len(self._asked.weights)
        best = values[:words].copy()
        for row in range(words, len(values)):
            joined = np.where(values[row] >= LEAST_JOINED, values[row], 0)
            for at in range(words):
                if self._asked.units[row].mask >> at & 1:
                    best[at] = np.maximum(best[at], joined)
        return np.hstack([best, np.zeros((words, 1), dtype=np.float32)])
