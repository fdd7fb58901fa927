"""Which words carry a key, for millions of keys."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.block import Parts
from antechamber_compliance.screening.rows import NOTHING, Numbers

Sums: TypeAlias = NDArray[np.uint32]


def key_sum(key: str) -> int:
    """Return 32 bits that stand for a key; keys that differ share them once in four billion."""
    return crc32(key.encode())


class Keys:
    """Which numbers carry a key. Fill it with `add`, `close` it, then ask."""

    def __init__(self) -> None:
        self._pending = array("Q")
        self._sums: Sums = np.zeros(0, dtype=np.uint32)
        self._numbers: Numbers = NOTHING

    def add(self, keys: Iterable[str], number: int) -> None:
        """Note that a number carries some keys."""
        # Spelled out rather than through `key_sum`: there are two million of them.
        self._pending.extend(crc32(key.encode()) << 32 | number for key in keys)

    def close(self) -> None:
        """Sort what was added."""
        both = np.frombuffer(self._pending, dtype=np.uint64).copy()
        both.sort()
        self._sums = (both >> np.uint64(32)).astype(np.uint32)
        self._numbers = (both & np.uint64(0xFFFFFFFF)).astype(np.int32)
        self._pending = array("Q")

    def find(self, keys: Iterable[str]) -> Numbers:
        """Return the numbers that carry any of some keys, each as often as it does."""
        return self.find_each([keys])[1]

    def find_each(self, askers: Sequence[Iterable[str]]) -> tuple[Numbers, Numbers]:
        """Return who of several asks, by place, beside the numbers that carry a key of theirs."""
        owners, sums = array("i"), array("I")
        for place, keys in enumerate(askers):
            found = [crc32(key.encode()) for key in keys]
            sums.extend(found)
            owners.extend([place] * len(found))
        wanted = np.array(sums, dtype=np.uint32)
        first = np.searchsorted(self._sums, wanted)
        counts = np.searchsorted(self._sums, wanted, "right") - first
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        places = np.repeat(first - ends + counts, counts) + np.arange(total)
        return np.repeat(np.array(owners, dtype=np.int32), counts), self._numbers[places]

    def parts(self, name: str) -> Parts:
        """Return what `restored` needs, under a name."""
        return {f"{name}.sums": self._sums, f"{name}.numbers": self._numbers}

    @classmethod
    def restored(cls, name: str, parts: Parts) -> "Keys":
        """Restore the keys whose parts these are."""
        keys = cls()
        keys._sums, keys._numbers = parts[f"{name}.sums"], parts[f"{name}.numbers"]
        return keys
