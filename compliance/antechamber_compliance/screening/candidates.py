"""What names could be, before it is scored: the spellings that carry most of their weight.

Many names are asked at once: most of the work is done for all of them together, which costs
little more than for one.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np

from antechamber_compliance.screening.asked import Asked
from antechamber_compliance.screening.forms import Forms
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import (
    INITIAL_VALUE,
    LEAST,
    NICKNAME_VALUE,
    READING_VALUE,
    Pairs,
    Values,
    compare,
)
from antechamber_compliance.screening.rarity import is_known
from antechamber_compliance.screening.rows import NOTHING, Numbers, distinct

MAX_CANDIDATES = 50
LEAST_SHARE = 0.15  # of the query's weight that a spelling must carry to be looked at
CUT = 0.45  # of the best candidate's rank; what is below is not sorted
RANK_BASE = 0.2  # so that names of very common words do not come first


class Similar(NamedTuple):
    """The listed words like one unit, with their likeness; and the same words as a set."""

    words: Numbers
    values: Values
    known: frozenset[int]


NO_VALUES: Values = np.zeros(0, dtype=np.float32)


class Key(NamedTuple):
    """A unit without its place in a name, and whether it is neighbours joined."""

    text: str
    spellings: tuple[str, ...]
    syllabic: bool
    joined: bool


Known: TypeAlias = dict[Key, Similar]


def candidates(
    index: Index, asked: Sequence[Asked], count: int = MAX_CANDIDATES
) -> list[list[int]]:
    """Return the spellings worth scoring for each of several names, best first."""
    similar = _similar(index, asked)
    reach = _Reach(index, similar)
    found = []
    for one in asked:
        names, reached = reach.of(one)
        found.append(_best(index, one, names, reached, count))
    return found


def _best(index: Index, asked: Asked, names: Numbers, reached: Values, count: int) -> list[int]:
    listed = index.weights[asked.person][names]
    # Of 'Hassan Hassan' a name with one Hassan has one: no more than it weighs itself.
    total = sum(asked.weights)
    rank = np.minimum(reached, listed) / (0.5 * total + 0.5 * listed + RANK_BASE)
    if len(names) > count:
        near = rank >= CUT * rank.max()
        names, rank = names[near], rank[near]
    best: list[int] = names[np.argsort(-rank, kind="stable")[:count]].tolist()
    return best


def _key(asked: Asked, at: int) -> Key:
    unit = asked.units[at]
    return Key(unit.text, unit.spellings, unit.syllabic, at >= len(asked.weights))


def _similar(index: Index, asked: Sequence[Asked]) -> Known:
    """Return the listed words like each unit of all names."""
    shapes: dict[Key, Forms] = {}
    for one in asked:
        for at, shape in enumerate(one.forms):
            shapes.setdefault(_key(one, at), shape)
    by_letters = [key for key in shapes if not key.joined and not key.syllabic]
    found = _like(index, [shapes[key] for key in by_letters])
    known = dict(zip(by_letters, found, strict=True))
    for key in shapes.keys() - known.keys():
        known[key] = _as_written(index, key)
    return known


def _as_written(index: Index, unit: Key) -> Similar:
    """Return a joined or syllabic unit where it is listed just so, or is one of its readings."""
    numbers = map(index.vocabulary.find, (unit.text, *unit.spellings))
    words = np.array(sorted({n for n in numbers if n is not None}), dtype=np.int32)
    value = READING_VALUE if unit.syllabic else 1.0
    values = np.full(len(words), value, dtype=np.float32)
    return Similar(words, values, frozenset(words.tolist()))


def _like(index: Index, shapes: list[Forms]) -> list[Similar]:
    """Return the listed words that some words resemble, by letters, sounds and nicknames."""
    vocabulary = index.vocabulary
    rare = [at for at, shape in enumerate(shapes) if not is_known(shape.text)]
    places, numbers = vocabulary.near([s if len(s.text) > 1 else EMPTY for s in shapes])
    far, farther = vocabulary.farther([shapes[at] for at in rare])
    flat = np.concatenate(
        [places.astype(np.int64) << 32 | numbers, _of(rare, far).astype(np.int64) << 32 | farther]
    )
    flat = distinct(flat)
    places, numbers = (flat >> 32).astype(np.int32), (flat & 0xFFFFFFFF).astype(np.int32)
    values, _ = compare(vocabulary, Pairs(shapes, places, numbers))
    kept = values >= LEAST
    places, numbers, values = places[kept], numbers[kept], values[kept]
    ends = np.searchsorted(places, np.arange(1, len(shapes)))
    found = zip(shapes, np.split(numbers, ends), np.split(values, ends), strict=False)
    return [_with_nicknames(index, shape, words, likeness) for shape, words, likeness in found]


EMPTY = Forms("", "", "", "", ())


def _of(numbers: list[int], places: Numbers) -> Numbers:
    return np.array(numbers, dtype=np.int32)[places] if len(places) else NOTHING


def _with_nicknames(index: Index, shape: Forms, words: Numbers, values: Values) -> Similar:
    also = index.vocabulary.also_called(shape)
    words = np.concatenate([words, also])
    values = np.concatenate([values, np.full(len(also), NICKNAME_VALUE, dtype=np.float32)])
    return Similar(words, values, frozenset(words.tolist()))


class _Share(NamedTuple):
    """The spellings that have or resemble a word of a query, and what it brings each.

    One that has it several times stands here as often, with the same value.
    """

    names: Numbers
    values: Values


class _Reach:
    """Adds up what each spelling has of a query's weight; serves one query after the other."""

    def __init__(self, index: Index, similar: Known) -> None:
        self._index, self._similar = index, similar
        self._reached, self._best = (np.zeros(len(index), dtype=np.float32) for _ in range(2))
        self._shares: dict[tuple[Key, float, bool], _Share] = {}

    def of(self, asked: Asked) -> tuple[Numbers, Values]:
        """Return the spellings that have or resemble enough of the words, and how much."""
        shares = [self._share_of(asked, at) for at in range(len(asked.weights))]
        for at, share in enumerate(shares):
            self._reached[share.names] += share.values
            for other in range(at):
                both = self._both(asked, at, other)
                if both:
                    self._count_once(both, share, shares[other])
        every = np.concatenate([share.names for share in shares])
        enough = self._reached[every] > LEAST_SHARE * sum(asked.weights)
        names = distinct(every[enough & self._index.suited(asked.person)[every]])
        reached = self._reached[names]
        self._reached[every] = 0
        return names, reached

    def _share_of(self, asked: Asked, at: int) -> _Share:
        """Return what a word of a query brings, alone or joined with its neighbours."""
        unit, weight = asked.units[at], asked.weights[at]
        parts = [self._similar[_key(asked, at)]]
        for other in range(len(asked.weights), len(asked.units)):
            if asked.units[other].mask >> at & 1:
                parts.append(self._similar[_key(asked, other)])
        parts = [part for part in parts if len(part.words)]
        if len(parts) > 1:
            return self._share(unit.text, weight, asked.person, parts)
        key = _key(asked, at), weight, asked.person
        if key not in self._shares:
            self._shares[key] = self._share(unit.text, weight, asked.person, parts)
        return self._shares[key]

    def _share(self, text: str, weight: float, person: bool, parts: list[Similar]) -> _Share:
        words = np.concatenate([NOTHING, *(part.words for part in parts)])
        values = np.concatenate([NO_VALUES, *(part.values for part in parts)])
        # What a word is taken for says how rare it is: a misspelt Mohammed is a common name.
        values = values * np.minimum(
            np.float32(weight), self._index.vocabulary.weights[person][words]
        )
        order = np.argsort(values, kind="stable")
        names, counts = self._index.postings.with_words(words[order])
        values = np.repeat(values[order], counts)
        if len(text) == 1:
            initial = self._index.postings.with_initial(text)
            share = np.full(len(initial), INITIAL_VALUE * weight, dtype=np.float32)
            names, values = np.concatenate([initial, names]), np.concatenate([share, values])
        self._best[names] = values  # of several values of one spelling, the last and highest counts
        return _Share(names, self._best[names])

    def _both(self, asked: Asked, at: int, other: int) -> frozenset[int]:
        """Return the listed words that resemble two words of a query."""
        mine, theirs = self._similar[_key(asked, at)], self._similar[_key(asked, other)]
        return mine.known & theirs.known

    def _count_once(self, both: frozenset[int], one: _Share, other: _Share) -> None:
        """Let one listed word stand for one of two query words that it resembles, not for both."""
        words = np.array(sorted(both), dtype=np.int32)
        names, counts = np.unique(self._index.postings.with_words(words)[0], return_counts=True)
        single = names[counts == 1]
        self._best[one.names] = one.values
        mine = self._best[single]
        self._best[other.names] = other.values
        self._reached[single] -= np.minimum(mine, self._best[single])
