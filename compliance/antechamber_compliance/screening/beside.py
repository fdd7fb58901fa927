"""The words of queries beside those of their candidates: how alike, and how far that can reach."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.asked import Asked
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import (
    INITIAL,
    NICKNAME,
    NICKNAME_VALUE,
    READING,
    READING_VALUE,
    Pairs,
    Rules,
    Values,
    add_shortened,
    compare,
)
from antechamber_compliance.screening.rarity import INITIAL_WEIGHT, LEAST_WEIGHT
from antechamber_compliance.screening.rows import Numbers, Rows, distinct

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


class Beside:
    """The likeness of the units of some queries beside all words of each one's candidates.

    `names` are the candidates of all queries, one query's after the other's, `query_of` says
    whose each is. The likenesses lie flat: unit after unit, and for each of them all words of its
    query's candidates.
    """

    def __init__(
        self, index: Index, asked: Sequence[Asked], candidates: Sequence[Sequence[int]]
    ) -> None:
        self.index, self.asked = index, asked
        self.names = np.array([n for each in candidates for n in each], dtype=np.int32)
        queries = np.arange(len(asked), dtype=np.int32)
        self.query_of = np.repeat(queries, [len(each) for each in candidates])
        words, self._counts = index.words.of_each(self.names)
        joined, self._joined_counts = index.joined.of_each(self.names)
        keys = [
            np.repeat(self.query_of, counts).astype(np.int64) << 32 | numbers
            for numbers, counts in ((words, self._counts), (joined, self._joined_counts))
        ]
        known = distinct(np.concatenate(keys))
        firsts = np.searchsorted(known, queries.astype(np.int64) << 32)
        self._columns, self._joined_columns = (
            (np.searchsorted(known, key) - firsts[key >> 32]).astype(np.int32) for key in keys
        )
        ends = np.append(firsts, len(known)).astype(np.int32)
        self._beside = Rows(ends, (known & 0xFFFFFFFF).astype(np.int32))
        self._compare(queries)

    def of_candidate(self, candidate: int) -> tuple[Values, Rules]:
        """Return likenesses and rules of the query's units beside the candidate's words.

        Its words come first, then its joined units.
        """
        query = int(self.query_of[candidate])
        columns = np.concatenate(
            [
                self._columns[_span(self._counts, candidate)],
                self._joined_columns[_span(self._joined_counts, candidate)],
            ]
        )
        rows = self._bases[self._first_unit[query] : self._first_unit[query + 1]]
        places = rows[:, None] + columns
        return self._values[places], self._rules[places]

    def _compare(self, queries: Numbers) -> None:
        units = [len(one.units) for one in self.asked]
        self._first_unit = np.cumsum([0, *units])
        numbers, counts = self._beside.of_each(np.repeat(queries, units))
        self._bases = np.cumsum(counts) - counts  # where the words beside each unit begin
        places = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        pairs = Pairs([form for one in self.asked for form in one.forms], places, numbers)
        self._values, self._rules = compare(self.index.vocabulary, pairs)
        add_shortened(self.index.vocabulary, pairs, self._values, self._rules)
        for query, one in enumerate(self.asked):
            self._add_other_names(query, one)
        person = np.array([one.person for one in self.asked], dtype=np.bool_)
        weights = self.index.vocabulary.weights
        of = np.repeat(np.repeat(person, units), counts)
        self._rarities = np.where(of, weights[True][numbers], weights[False][numbers])

    def _add_other_names(self, query: int, asked: Asked) -> None:
        """Write in what no comparison of letters finds: nicknames, and readings of characters."""
        vocabulary, first = self.index.vocabulary, self._first_unit[query]
        beside = self._beside.items[self._beside.starts[query] : self._beside.starts[query + 1]]
        for row, unit in enumerate(asked.units):
            at = self._bases[first + row]
            if unit.syllabic:
                self._values[at : at + len(beside)] = 0
                found = map(vocabulary.find, (unit.text, *unit.spellings))
                listed = np.array([n for n in found if n is not None], dtype=np.int32)
                self._raise(at + _places(beside, listed), READING_VALUE, READING)
            elif row < len(asked.weights) and len(also := vocabulary.also_called(asked.forms[row])):
                self._raise(at + _places(beside, also), NICKNAME_VALUE, NICKNAME)

    def _raise(self, places: NDArray[np.int64], value: float, rule: int) -> None:
        places = places[self._values[places] < value]
        self._values[places], self._rules[places] = value, rule

    def reach(self) -> Reach:
        """Return a bound on every candidate's alignment, which costs much more to make."""
        return _Reaching(self).reach()


class _Reaching:
    """Adds up, for all candidates at once, what the words of their queries can match in them.

    A pairing is a candidate with one word of its query; it has a slot for each of its own words.
    """

    def __init__(self, beside: Beside) -> None:
        self._of = beside
        # An initial takes weight from both sides when it is paired: as a bound it counts whole.
        self._best = np.where(beside._rules == INITIAL, np.float32(1), beside._values)
        self._least = np.where(self._best > 0, beside._rarities, np.float32(1))
        self._join_queries()
        words = np.array([len(one.weights) for one in beside.asked])[beside.query_of]
        self._first = words.cumsum() - words  # pairing, by candidate
        self._owner = np.arange(len(words)).repeat(words)  # candidate, by pairing
        row = np.arange(len(self._owner)) - self._first[self._owner]
        self._base = beside._bases[beside._first_unit[beside.query_of[self._owner]] + row]
        self._words = words

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
            (pairs <= 1) & (np.maximum(counts, self._words) > 1),
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
        counts = self._of._counts[self._owner]
        ends = counts.cumsum()
        within = np.arange(int(ends[-1])) - (ends - counts).repeat(counts)
        slots = starts[self._owner].repeat(counts) + within
        places = self._base.repeat(counts) + self._of._columns[slots]
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
        counts = of._joined_counts[self._owner]
        first = of._joined_counts.cumsum() - of._joined_counts
        ends = counts.cumsum()
        within = np.arange(int(ends[-1])) - (ends - counts).repeat(counts)
        columns = of._joined_columns[first[self._owner].repeat(counts) + within]
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
            width = of._beside.starts[query + 1] - of._beside.starts[query]
            for row in range(len(one.weights), len(one.units)):
                first = of._bases[of._first_unit[query] + row]
                alike = np.flatnonzero(self._best[first : first + width] >= LEAST_JOINED)
                if len(alike):
                    self._cover(query, one.units[row].mask, first, alike)

    def _cover(self, query: int, mask: int, first: int, alike: NDArray[np.int64]) -> None:
        of = self._of
        shared = of._rarities[first + alike] / mask.bit_count()
        for at in _covered(mask):
            places = of._bases[of._first_unit[query] + at] + alike
            self._best[places] = np.maximum(self._best[places], self._best[first + alike])
            self._least[places] = np.minimum(self._least[places], shared)


def _covered(mask: int) -> list[int]:
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def _span(counts: Numbers, at: int) -> slice:
    end = int(counts[: at + 1].sum())
    return slice(end - int(counts[at]), end)


def _places(beside: Numbers, listed: Numbers) -> NDArray[np.int64]:
    """Return where some listed words stand among those beside a query, which are sorted."""
    at = np.searchsorted(beside, listed)
    inside = at < len(beside)
    at, listed = at[inside], listed[inside]
    return distinct(at[beside[at] == listed])
