"""Score an alignment, and say enough with it that anybody can derive the score again.

The share of the query's weight that is matched and the share of the listed name's are
multiplied, as powers. `calibrated` maps the result to the scale of the policies, so that what
reaches 0.75 is rarely an ordinary name (docs/screening.md has the shares).
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.align import DIGITS, Alignment, Pair
from antechamber_compliance.screening.beside import LEAST_CONFLICT, Reach
from antechamber_compliance.screening.rarity import INITIAL_WEIGHT

QUERY_POWER = 0.6  # the query's words count for more than listed words left over
LISTED_LEFT = 0.6  # lists give more names of a person than people do
CONFLICT = 0.8  # words left on both sides contradict one another
COMMON_COST, COMMON_FADES = 0.4, 1.5  # what names of common words lose, and how fast that fades
LONE_FACTOR = 0.92  # one word alone was matched, and others were not
WEAK_FACTOR = 0.95  # a name that the publisher itself calls a weak alias

# Straight lines between (raw, score).
RAW, SCORES = (0.0, 0.65, 0.75, 1.0), (0.0, 0.75, 0.85, 0.98)
SAME_NAME, SAME_WORDS = 1.0, 0.99  # the same words in order; in another order, or joined
WEAK_SAME = 0.84  # a weak alias of one or two words is a name that many people share
WEAK_ALIAS_WORDS = 3
TINY, ROUNDING = 1e-9, 2e-4  # bounds are in single precision, scores have four digits


def aligned_score(alignment: Alignment, weak: bool) -> float:
    """Return the calibrated score of an alignment; below 1 unless the names are equal."""
    pairs = alignment.pairs
    query_left = sum(weight for _, weight in alignment.query_only)
    listed_left = LISTED_LEFT * sum(weight for _, weight in alignment.listed_only)
    conflict = CONFLICT * min(map(_contradicting, (alignment.query_only, alignment.listed_only)))
    listed = sum(pair.likeness * pair.listed_weight for pair in pairs)
    raw = _combined(
        sum(pair.likeness * pair.query_weight for pair in pairs),
        sum(pair.query_weight for pair in pairs) + query_left + conflict,
        listed,
        sum(pair.listed_weight for pair in pairs) + listed_left + conflict,
    )
    if len(pairs) == 1 and (alignment.query_only or alignment.listed_only):
        raw *= LONE_FACTOR
    return calibrated(raw * WEAK_FACTOR if weak else raw)


def highest_scores(reach: Reach) -> NDArray[np.float64]:
    """Return, for each candidate, a calibrated score that no alignment within reach exceeds."""
    conflict = CONFLICT * np.minimum(reach.query_contradicts, reach.listed_contradicts)
    listed_total = reach.listed_total - (1 - LISTED_LEFT) * reach.listed_left + conflict
    query_total = reach.query + reach.query_left + conflict
    query = (reach.query / np.maximum(query_total, TINY)) ** QUERY_POWER
    listed = (reach.listed / np.maximum(listed_total, TINY)) ** (1 - QUERY_POWER)
    raw = query * listed * (1 - COMMON_COST * np.exp(-COMMON_FADES * reach.listed))
    raw *= np.where(reach.lone, LONE_FACTOR, 1.0)
    highest: NDArray[np.float64] = np.interp(raw, RAW, SCORES) + ROUNDING
    return highest


def _contradicting(left: Sequence[tuple[str, float]]) -> float:
    """Return the weight of words left over, without initials, particles and titles."""
    return sum(max(weight, LEAST_CONFLICT) for _, weight in left if weight > INITIAL_WEIGHT)


def _combined(query: float, query_total: float, listed: float, listed_total: float) -> float:
    if not query or not listed:
        return 0.0
    of_query: float = (query / query_total) ** QUERY_POWER
    of_listed: float = (listed / listed_total) ** (1 - QUERY_POWER)
    return of_query * of_listed * (1 - COMMON_COST * math.exp(-COMMON_FADES * listed))


def calibrated(raw: float) -> float:
    """Map a raw score to the scale of the policies, rounded to four digits."""
    return round(float(np.interp(raw, RAW, SCORES)), DIGITS)


def same_score(query: Sequence[str], listed: Sequence[str], weak: bool) -> float:
    """Return the score of words that equal the listed ones but for order and spacing."""
    if weak and len(listed) < WEAK_ALIAS_WORDS:
        return WEAK_SAME
    return SAME_NAME if query == listed else SAME_WORDS


def explained(alignment: Alignment) -> dict[str, object]:
    """Return an alignment as plain JSON values."""
    return {
        "pairs": [pair._asdict() for pair in alignment.pairs],
        "query_only": [list(item) for item in alignment.query_only],
        "listed_only": [list(item) for item in alignment.listed_only],
    }


def rescored(explanation: Mapping[str, Any]) -> float:
    """Derive the name score again from a match's explanation, with nothing else at hand."""
    weak = explanation["quality"] == "weak"
    if explanation["words"] == "same":
        return same_score(tuple(explanation["query"]), tuple(explanation["listed"]), weak)
    if explanation["words"] != "aligned":
        return 0.0
    return aligned_score(
        Alignment(
            tuple(Pair(**pair) for pair in explanation["pairs"]),
            tuple((word, weight) for word, weight in explanation["query_only"]),
            tuple((word, weight) for word, weight in explanation["listed_only"]),
        ),
        weak,
    )
