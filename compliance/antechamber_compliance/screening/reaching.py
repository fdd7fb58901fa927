"""How far the words of queries can match their candidates: a bound on every alignment."""

from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.likeness import INITIAL, Values
from antechamber_compliance.screening.rarity import INITIAL_WEIGHT, LEAST_WEIGHT
from antechamber_compliance.screening.rows import Numbers

Sums: TypeAlias = NDArray[np.floating[Any]]

LEAST_JOINED = 0.85  # words written as one must resemble more: there are many neighbours
LEAST_CONFLICT = 0.7  # of a word that contradicts, even a common one: Ahmed is not Mohammed


class Reach(NamedTuple):
    """The most that alignments can match, and the least that they leave; an item a candidate.

    `query` is matched weight of the query, `query_left` what is not, once words are paired.
    `listed_left` is the weight of listed words that nothing in the query resembles. What is left
    for certain contradicts with the weights that follow. `lone`: one pair at most, others left.
    """

    query: Sums
    query_left: Sums
    listed: Sums
    listed_total: Sums
    listed_left: Sums
    query_contradicts: Sums
    listed_contradicts: Sums
    lone: NDArray[np.bool_]


def contradicting(weights: Values) -> Values:
    """Return what each word contradicts with if it is left over; see `score`."""
    least = np.maximum(weights, np.float32(LEAST_CONFLICT))
    return np.where(weights > INITIAL_WEIGHT, least, np.float32(0))


def reach(beside: Beside) -> Reach:
    """Return a bound on every candidate's alignment, which costs much more to make."""
    return _Reaching(beside).reach()


class _Reaching:
    """Adds up, for all candidates at once, what the words of their queries can match in them.

    A pairing is a candidate with one word of its query; it has a slot for each of its own words.
    """

    def __init__(self, beside: Beside) -> None:
        self._of = beside
        # An initial takes weight from both sides when it is paired: as a bound it counts whole.
        self._best = np.where(beside.rules == INITIAL, np.float32(1), beside.values)
        self._least = np.where(self._best > 0, beside.rarities, np.float32(1))
        self._join_queries()
        words = np.array([len(one.weights) for one in beside.asked])[beside.query_of]
        self._first = words.cumsum() - words  # pairing, by candidate
        self._owner = np.arange(len(words)).repeat(words)  # candidate, by pairing
        row = np.arange(len(self._owner)) - self._first[self._owner]
        self._base = beside.bases[beside.first_unit[beside.query_of[self._owner]] + row]

    def reach(self) -> Reach:
        of = self._of
        listed, counts = of.index.words.of_each(of.names)
        starts = counts.cumsum() - counts
        theirs = np.zeros(len(listed), dtype=np.float32)
        matched, lowest = self._matched(starts, theirs)
        self._match_joined(starts, matched, lowest, theirs)
        weights = np.array([w for one in of.asked for w in one.weights], dtype=np.float32)
        weights = weights[self._weight_of()]
        person = np.array([one.person for one in of.asked])[of.query_of.repeat(counts)]
        kept = of.index.vocabulary.weights
        rarities, unlike = np.where(person, kept[True][listed], kept[False][listed]), theirs == 0

        def mine(values: Values) -> Values:
            return np.add.reduceat(values, self._first)

        def others(values: Values) -> Values:
            return np.add.reduceat(values, starts)

        pairs = np.minimum(mine(1.0 * (matched > 0)), others(1.0 * ~unlike))
        return Reach(
            mine(weights * matched),
            mine(np.minimum(weights, lowest) * (1 - matched)),
            others(theirs * rarities),
            others(rarities),
            others(rarities * unlike),
            mine(contradicting(weights) * (matched == 0)),
            others(contradicting(rarities) * unlike),
            (pairs <= 1) & ((mine(1.0 * (matched == 0)) > 0) | (others(1.0 * unlike) > 0)),
        )

    def _weight_of(self) -> Numbers:
        """Return, by pairing, which of the words of all queries it is about."""
        of = self._of
        words = np.array([len(one.weights) for one in of.asked])
        first = (words.cumsum() - words)[of.query_of]
        found: Numbers = np.arange(len(self._owner)) + (first - self._first)[self._owner]
        return found

    def _matched(self, starts: Numbers, theirs: Values) -> tuple[Values, Values]:
        """Return, by pairing, the most that its word matches, and the least that it weighs there.

        Raises `theirs`, what each word of the candidates matches.
        """
        counts = self._of.counts[self._owner]
        ends = counts.cumsum()
        within = np.arange(int(ends[-1])) - (ends - counts).repeat(counts)
        slots = starts[self._owner].repeat(counts) + within
        places = self._base.repeat(counts) + self._of.columns[slots]
        values = self._best[places]
        np.maximum.at(theirs, slots, values)
        least = self._least[places]
        firsts = ends - counts
        return np.maximum.reduceat(values, firsts), np.minimum.reduceat(least, firsts)

    def _match_joined(
        self, starts: Numbers, matched: Values, lowest: Values, theirs: Values
    ) -> None:
        """Let listed neighbours that are read as one raise what each of them may match."""
        of = self._of
        counts = of.joined_counts[self._owner]
        first = of.joined_counts.cumsum() - of.joined_counts
        ends = counts.cumsum()
        within = np.arange(int(ends[-1])) - (ends - counts).repeat(counts)
        columns = of.joined_columns[first[self._owner].repeat(counts) + within]
        values = self._best[self._base.repeat(counts) + columns]
        pairings = np.arange(len(counts)).repeat(counts)
        for at in np.flatnonzero(values >= LEAST_JOINED).tolist():
            pairing, value = int(pairings[at]), values[at]
            matched[pairing], lowest[pairing] = max(matched[pairing], value), LEAST_WEIGHT
            owner = int(self._owner[pairing])
            mask = of.index.joined_units(int(of.names[owner]))[int(within[at])][1]
            for place in _covered(mask):
                slot = starts[owner] + place
                theirs[slot] = max(theirs[slot], value)

    def _join_queries(self) -> None:
        """Let each word that joined neighbours in a query cover match what they resemble."""
        of = self._of
        for query, one in enumerate(of.asked):
            width = of.listed_words.starts[query + 1] - of.listed_words.starts[query]
            for row in range(len(one.weights), len(one.units)):
                first = of.bases[of.first_unit[query] + row]
                alike = np.flatnonzero(self._best[first : first + width] >= LEAST_JOINED)
                if len(alike):
                    self._cover(query, one.units[row].mask, first, alike)

    def _cover(self, query: int, mask: int, first: int, alike: NDArray[np.int64]) -> None:
        of = self._of
        shared = of.rarities[first + alike] / mask.bit_count()
        for at in _covered(mask):
            places = of.bases[of.first_unit[query] + at] + alike
            self._best[places] = np.maximum(self._best[places], self._best[first + alike])
            self._least[places] = np.minimum(self._least[places], shared)


def _covered(mask: int) -> list[int]:
    return [place for place in range(mask.bit_length()) if mask >> place & 1]
