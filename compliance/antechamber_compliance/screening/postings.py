"""Which listed spellings have a word, and which have one that begins with a letter."""

from collections.abc import Sequence

import numpy as np

from antechamber_compliance.screening.block import Parts
from antechamber_compliance.screening.rows import NOTHING, Numbers, Rows


class Postings:
    """The spellings of each word, and those of each first letter."""

    def __init__(self, names: Rows, initials: dict[str, Numbers]) -> None:
        self._names, self._initials = names, initials

    @classmethod
    def of(cls, words: Rows, joined: Rows, texts: Sequence[str]) -> "Postings":
        """Post each word of a spelling as often as it stands there, each joined unit once."""
        owner = np.repeat(np.arange(len(words.starts) - 1), np.diff(words.starts))
        other = np.repeat(np.arange(len(joined.starts) - 1), np.diff(joined.starts))
        own = np.unique(owner << 32 | words.items)
        both = np.unique(other << 32 | joined.items)
        both = np.setdiff1d(both, own, assume_unique=True)
        keys = np.concatenate([words.items, (both & 0xFFFFFFFF).astype(np.int32)])
        names = np.concatenate([owner, both >> 32]).astype(np.int32)
        posted = Rows.grouped(keys, names, len(texts))
        letters = np.array([ord(text[0]) for text in texts], dtype=np.int64)[words.items]
        lettered = np.unique(letters << 32 | owner)
        found, starts = np.unique(lettered >> 32, return_index=True)
        parts = np.split((lettered & 0xFFFFFFFF).astype(np.int32), starts[1:])
        initials = zip(map(chr, found.tolist()), parts, strict=False)
        return cls(posted, dict(initials))

    def with_words(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the spellings that have each word, and how many have it."""
        return self._names.of_each(numbers)

    def with_initial(self, letter: str) -> Numbers:
        """Return the spellings with a word that begins with a letter."""
        return self._initials.get(letter, NOTHING)

    def parts(self) -> Parts:
        """Return what `restored` needs."""
        initials = Rows.of(names.tolist() for names in self._initials.values())
        return {
            "posted.starts": self._names.starts,
            "posted.items": self._names.items,
            "letters": [*self._initials],
            "lettered.starts": initials.starts,
            "lettered.items": initials.items,
        }

    @classmethod
    def restored(cls, parts: Parts) -> "Postings":
        """Restore the postings whose parts these are."""
        ends = parts["lettered.starts"][1:-1]
        names = np.split(parts["lettered.items"], ends)
        initials = dict(zip(parts["letters"], names, strict=False))
        return cls(Rows(parts["posted.starts"], parts["posted.items"]), initials)
