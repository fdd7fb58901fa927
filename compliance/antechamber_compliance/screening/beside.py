"""The words of queries beside those of their candidates: how alike they are, and by which rule."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.asked import Asked
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import (
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
from antechamber_compliance.screening.rows import Numbers, Rows, distinct


class Beside:
    """The likeness of the units of some queries beside all words of each one's candidates.

    `names` are the candidates of all queries, one query's after the other's, `query_of` says
    whose each is. The likenesses (`values`, `rules`) lie flat: unit after unit from its base on,
    and for each unit all `listed_words` beside its query. `columns` says which of these each
    candidate's words are, one candidate's after the other's, and `counts` how many it has.
    """

    def __init__(
        self, index: Index, asked: Sequence[Asked], candidates: Sequence[Sequence[int]]
    ) -> None:
        self.index, self.asked = index, asked
        self.names = np.array([n for each in candidates for n in each], dtype=np.int32)
        queries = np.arange(len(asked), dtype=np.int32)
        self.query_of = np.repeat(queries, [len(each) for each in candidates])
        words, self.counts = index.words.of_each(self.names)
        joined, self.joined_counts = index.joined.of_each(self.names)
        keys = [
            np.repeat(self.query_of, counts).astype(np.int64) << 32 | numbers
            for numbers, counts in ((words, self.counts), (joined, self.joined_counts))
        ]
        known = distinct(np.concatenate(keys))
        firsts = np.searchsorted(known, queries.astype(np.int64) << 32)
        self.columns, self.joined_columns = (
            (np.searchsorted(known, key) - firsts[key >> 32]).astype(np.int32) for key in keys
        )
        ends = np.append(firsts, len(known)).astype(np.int32)
        self.listed_words = Rows(ends, (known & 0xFFFFFFFF).astype(np.int32))
        self._compare(queries)

    def of_candidate(self, candidate: int) -> tuple[Values, Rules]:
        """Return likenesses and rules of the query's units beside the candidate's words.

        Its words come first, then its joined units.
        """
        query = int(self.query_of[candidate])
        columns = np.concatenate(
            [
                self.columns[_span(self.counts, candidate)],
                self.joined_columns[_span(self.joined_counts, candidate)],
            ]
        )
        rows = self.bases[self.first_unit[query] : self.first_unit[query + 1]]
        places = rows[:, None] + columns
        return self.values[places], self.rules[places]

    def _compare(self, queries: Numbers) -> None:
        units = [len(one.units) for one in self.asked]
        self.first_unit = np.cumsum([0, *units])
        numbers, counts = self.listed_words.of_each(np.repeat(queries, units))
        self.bases = np.cumsum(counts) - counts  # where the words beside each unit begin
        places = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        pairs = Pairs([form for one in self.asked for form in one.forms], places, numbers)
        self.values, self.rules = compare(self.index.vocabulary, pairs)
        add_shortened(self.index.vocabulary, pairs, self.values, self.rules)
        for query, one in enumerate(self.asked):
            self._add_other_names(query, one)
        person = np.array([one.person for one in self.asked], dtype=np.bool_)
        weights = self.index.vocabulary.weights
        of = np.repeat(np.repeat(person, units), counts)
        self.rarities = np.where(of, weights[True][numbers], weights[False][numbers])

    def _add_other_names(self, query: int, asked: Asked) -> None:
        """Write in what no comparison of letters finds: nicknames, and readings of characters."""
        vocabulary, first = self.index.vocabulary, self.first_unit[query]
        beside = self.listed_words.items[
            self.listed_words.starts[query] : self.listed_words.starts[query + 1]
        ]
        for row, unit in enumerate(asked.units):
            at = self.bases[first + row]
            if unit.syllabic:
                self.values[at : at + len(beside)] = 0
                found = map(vocabulary.find, (unit.text, *unit.spellings))
                listed = np.array([n for n in found if n is not None], dtype=np.int32)
                self._raise(at + _places(beside, listed), READING_VALUE, READING)
            elif row < len(asked.weights) and len(also := vocabulary.also_called(asked.forms[row])):
                self._raise(at + _places(beside, also), NICKNAME_VALUE, NICKNAME)

    def _raise(self, places: NDArray[np.int64], value: float, rule: int) -> None:
        places = places[self.values[places] < value]
        self.values[places], self.rules[places] = value, rule


def _span(counts: Numbers, at: int) -> slice:
    end = int(counts[: at + 1].sum())
    return slice(end - int(counts[at]), end)


def _places(beside: Numbers, listed: Numbers) -> NDArray[np.int64]:
    """Return where some listed words stand among those beside a query, which are sorted."""
    at = np.searchsorted(beside, listed)
    inside = at < len(beside)
    at, listed = at[inside], listed[inside]
    return distinct(at[beside[at] == listed])
