"""Rows of numbers, of any length each, one after the other in one array."""

from array import array
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int32]
Integer = TypeVar("Integer", bound=np.integer[Any])

NOTHING: Numbers = np.zeros(0, dtype=np.int32)


def distinct(numbers: NDArray[Integer]) -> NDArray[Integer]:
    """Return each number once, in order; for short arrays in a fraction of numpy's time."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), dtype=np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    found: NDArray[Integer] = ordered[first]
    return found


class Rows(NamedTuple):
    """`items` of row n stand from `starts[n]` up to `starts[n + 1]`."""

    starts: Numbers
    items: Numbers

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> "Rows":
        """Put rows into one array."""
        items, ends = array("i"), array("i", [0])
        for row in rows:
            items.extend(row)
            ends.append(len(items))
        return cls(np.array(ends, dtype=np.int32), np.array(items, dtype=np.int32))

    @classmethod
    def grouped(cls, keys: Numbers, items: Numbers, count: int) -> "Rows":
        """Put each item into the row that its key names, of `count` rows, in their order."""
        order = np.argsort(keys, kind="stable")
        counts = np.bincount(keys, minlength=count)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        return cls(starts, items[order])

    def row(self, number: int) -> list[int]:
        """Return the items of one row."""
        found: list[int] = self.items[self.starts[number] : self.starts[number + 1]].tolist()
        return found

    def of_each(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the items of some rows, one row after the other, and how many each row has."""
        starts = self.starts[numbers]
        counts = self.starts[numbers + 1] - starts
        ends = counts.cumsum(dtype=np.int32)
        total = int(ends[-1]) if len(ends) else 0
        places = (starts - ends + counts).repeat(counts) + np.arange(total, dtype=np.int32)
        return self.items[places], counts
