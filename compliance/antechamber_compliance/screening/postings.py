"""Which listed spellings have a word, and which have one that begins with a letter."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from antechamber_compliance.screening.block import Parts
from antechamber_compliance.screening.likeness import Values
from antechamber_compliance.screening.vocabulary import NOTHING, Numbers


class Postings:
    """The spellings of each word, by number; `starts` says where those of a word begin."""

    def __init__(self, starts: Numbers, names: Numbers, initials: dict[str, Numbers]) -> None:
        self._starts, self._names, self._initials = starts, names, initials

    @classmethod
    def of(
        cls, spellings: Sequence[Iterable[int]], initials: Iterable[set[str]], words: int
    ) -> "Postings":
        """Post the words of each spelling, and the letters that its words begin with.

        A word may be posted more than once for a spelling; `words` is how many words there are.
        """
        posted, names = array("i"), array("i")
        for number, spelling in enumerate(spellings):
            for word in spelling:
                posted.append(word)
                names.append(number)
        order = np.argsort(posted, kind="stable")
        counts = np.bincount(np.array(posted, dtype=np.int32), minlength=words)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        lettered: dict[str, list[int]] = {}
        for number, letters in enumerate(initials):
            for letter in letters:
                lettered.setdefault(letter, []).append(number)
        by_letter = {letter: np.array(found, np.int32) for letter, found in lettered.items()}
        return cls(starts, np.array(names, dtype=np.int32)[order], by_letter)

    def with_words(self, numbers: Numbers, values: Values) -> tuple[Numbers, Values]:
        """Return the spellings that have each word, and the word's value beside each."""
        starts = self._starts[numbers]
        counts = self._starts[numbers + 1] - starts
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        places = np.repeat(starts - ends + counts, counts) + np.arange(total)
        return self._names[places], np.repeat(values, counts)

    def with_initial(self, letter: str) -> Numbers:
        """Return the spellings with a word that begins with a letter."""
        return self._initials.get(letter, NOTHING)

    def parts(self) -> Parts:
        """Return what `restored` needs."""
        initials = {letter: numbers.tolist() for letter, numbers in self._initials.items()}
        return {"starts": self._starts, "posted": self._names, "initials": initials}

    @classmethod
    def restored(cls, parts: Parts) -> "Postings":
        """Restore the postings whose parts these are."""
        initials = {letter: np.array(n, np.int32) for letter, n in parts["initials"].items()}
        return cls(parts["starts"], parts["posted"], initials)
