"""The words of all listed names: how rare each is, and which ones resemble a given word."""

import math
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from rapidfuzz.distance import OSA

from antechamber_compliance.screening.names import MIN_TYPO_CHARS, deletions, sound

How: TypeAlias = Literal["exact", "typo", "phonetic", "short", "initial"]

MAX_WORD_CHARS = 40  # a longer word is compared exactly only: its keys would cost too much
LONG_WORD = 7  # from here on two typing errors are tolerated when looking a word up
TYPO_COST = 1.2  # per edit, over the longer word's length
PHONETIC_FLOOR, PHONETIC_TOP = 0.5, 0.95  # same sound, spelling from all different to alike
COMMON_LIKENESS = 0.8  # words this alike share their frequency
LEAST_WEIGHT = 0.05


class Likeness(NamedTuple):
    """How far a listed word resembles a word of the query: 1 is the same word."""

    value: float
    how: How


SAME = Likeness(1.0, "exact")


class Vocabulary:
    """Words with ids in order of first use, their rarity, and keys to find similar ones.

    Fill it with `add` and `join`, then `close` it before asking.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self._counts: list[int] = []
        self._ids: dict[str, int] = {}
        self._near: dict[str, tuple[int, ...]] = {}
        self._sounds: dict[str, tuple[int, ...]] = {}
        self._names = 0
        self.rarities: list[float] = []

    def add(self, words: Iterable[str]) -> tuple[int, ...]:
        """Count the words of one more name and return their ids."""
        self._names += 1
        ids = tuple(map(self.join, words))
        for number in set(ids):
            self._counts[number] += 1
        return ids

    def join(self, word: str) -> int:
        """Return the id of a word, known or new, without counting it."""
        number = self._ids.get(word)
        if number is None:
            number = self._ids[word] = len(self.words)
            self.words.append(word)
            self._counts.append(0)
        return number

    def close(self) -> None:
        """Compute rarities and look-up keys for all words."""
        near: dict[str, list[int]] = {}
        sounds: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            if len(word) > MAX_WORD_CHARS:
                continue
            for key in set(deletions(word)):
                near.setdefault(key, []).append(number)
            if heard := sound(word):
                sounds.setdefault(heard, []).append(number)
        # Tuples of numbers, unlike lists, cost the garbage collector nothing.
        self._near = {key: tuple(numbers) for key, numbers in near.items()}
        self._sounds = {key: tuple(numbers) for key, numbers in sounds.items()}
        self.rarities = [self._rarity(count) for count in self._counts]

    def find(self, word: str) -> int | None:
        """Return the id of a listed word, or None."""
        return self._ids.get(word)

    def same(self, word: str) -> dict[int, Likeness]:
        """Return the word itself, if it is listed."""
        number = self._ids.get(word)
        return {} if number is None else {number: SAME}

    def similar(self, word: str) -> dict[int, Likeness]:
        """Return the listed words that may be this one, misspelt or romanised otherwise."""
        if len(word) > MAX_WORD_CHARS:
            return self.same(word)
        heard = sound(word)
        near = {number for key in deletions(word) for number in self._near.get(key, ())}
        near.update(self._sounds.get(heard, ()))
        found: dict[int, Likeness] = {}
        for number in sorted(near):
            likeness = _compare(word, heard, self.words[number])
            if likeness is not None:
                found[number] = likeness
        return found

    def rarity(self, word: str) -> float:
        """Return how rare a word is by itself: near 0 for the commonest, 1 for an unknown one."""
        number = self._ids.get(word)
        return 1.0 if number is None else self.rarities[number]

    def weight(self, similar: Mapping[int, Likeness]) -> float:
        """Return the rarity of a word counted together with its close variants, 0 to 1."""
        close = (self._counts[n] for n, like in similar.items() if like.value >= COMMON_LIKENESS)
        return self._rarity(sum(close))

    def _rarity(self, count: int) -> float:
        return max(LEAST_WEIGHT, 1.0 - math.log1p(count) / math.log(self._names + 2))


def spelling_likeness(word: str, listed: str) -> float:
    """Return 1 for the same word, less for each letter added, lost, changed or swapped."""
    return 1.0 - TYPO_COST * OSA.distance(word, listed) / max(len(word), len(listed))


def _compare(word: str, heard: str, listed: str) -> Likeness | None:
    if word == listed:
        return SAME
    longer, shorter = max(len(word), len(listed)), min(len(word), len(listed))
    if heard and heard == sound(listed):
        alike = 1.0 - OSA.distance(word, listed) / longer
        return Likeness(PHONETIC_FLOOR + (PHONETIC_TOP - PHONETIC_FLOOR) * alike, "phonetic")
    allowed = 2 if longer >= LONG_WORD else 1
    edits = OSA.distance(word, listed, score_cutoff=allowed)
    if edits <= allowed and shorter >= MIN_TYPO_CHARS:
        return Likeness(1.0 - TYPO_COST * edits / longer, "typo")
    return None
