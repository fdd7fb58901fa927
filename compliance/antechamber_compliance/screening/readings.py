"""The readings of many words, so that those in one script are held against those in another."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from antechamber_compliance.screening.block import Parts
from antechamber_compliance.screening.forms import Forms
from antechamber_compliance.screening.keys import Sums, key_sum
from antechamber_compliance.screening.rows import Numbers, Rows
from antechamber_compliance.screening.unvowelled import MAX_GAPS, Counts, Gaps, likeness


class Readings(NamedTuple):
    """Of each word its readings, and of each reading the sum of its consonants and its gaps."""

    of_word: Rows
    sums: Sums
    consonants: Counts
    gaps: Gaps

    @classmethod
    def of(cls, words: Sequence[Forms]) -> "Readings":
        """Collect the readings of some words."""
        found = [reading for word in words for reading in word.readings]
        ends = np.cumsum([0, *(len(word.readings) for word in words)]).astype(np.int32)
        gaps = b"".join(bytes(each.gaps).ljust(MAX_GAPS, b"\0") for each in found)
        return cls(
            Rows(ends, np.arange(len(found), dtype=np.int32)),
            np.array([key_sum(each.consonants) for each in found], dtype=np.uint32),
            np.array([len(each.gaps) - 1 for each in found], dtype=np.int32),
            np.frombuffer(gaps, dtype=np.uint8).reshape(-1, MAX_GAPS),
        )

    def parts(self) -> Parts:
        """Return what `restored` needs."""
        return {
            "readings.starts": self.of_word.starts,
            "readings.sums": self.sums,
            "readings.consonants": self.consonants,
            "readings.gaps": self.gaps.reshape(-1),
        }

    @classmethod
    def restored(cls, parts: Parts) -> "Readings":
        """Restore the readings whose parts these are."""
        sums = parts["readings.sums"]
        return cls(
            Rows(parts["readings.starts"], np.arange(len(sums), dtype=np.int32)),
            sums,
            parts["readings.consonants"],
            parts["readings.gaps"].reshape(-1, MAX_GAPS),
        )


def likenesses(
    unvowelled: tuple[Readings, Numbers], latin: tuple[Readings, Numbers]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return how alike pairs of words are, by the readings of either: the best, 0 if none fits."""
    (written, left), (heard, right) = unvowelled, latin
    mine, counts = written.of_word.of_each(left)
    pairs = np.repeat(np.arange(len(left)), counts)
    theirs, counts = heard.of_word.of_each(right[pairs])
    mine, pairs = np.repeat(mine, counts), np.repeat(pairs, counts)
    best = np.zeros(len(left))
    same = written.sums[mine] == heard.sums[theirs]
    if not same.any():
        return best
    same &= written.consonants[mine] == heard.consonants[theirs]
    mine, theirs, pairs = mine[same], theirs[same], pairs[same]
    values = likeness(written.gaps[mine], heard.gaps[theirs], written.consonants[mine])
    np.maximum.at(best, pairs, values)
    return best
