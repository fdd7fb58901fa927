"""Score one listed spelling against a query, with an explanation that re-derives the score.

The words are paired, best first. What the pairs carry of the query's weight and of the
listed name's weight is combined into a raw score, which `calibrated` maps to the scale of
the policies: at 0.75 fewer than one ordinary name in a hundred alerts, at 0.85 fewer than
one in three hundred.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from antechamber_compliance.screening.index import PARTICLE_CHARS, Asked, Index, Listed
from antechamber_compliance.screening.names import MIN_TYPO_CHARS
from antechamber_compliance.screening.vocabulary import (
    TYPO_COST,
    How,
    Likeness,
    spelling_likeness,
)

QUERY_SHARE = 0.6  # the query's words count for more than listed words left over
LOOSE_TYPO = 0.6  # words at least this alike are paired once other words have found the name
LOOSE_TYPO_FACTOR = 0.9
SHORT_FORM = Likeness(0.5, "short")  # 'alex' beside 'alexander'
INITIAL = Likeness(0.8, "initial")
INITIAL_SHARE = 0.5  # an initial carries this share of the full word's weight
SHORT_CHARS, STEM_CHARS, NICK_CHARS = 5, 4, 3
WEAK_FACTOR = 0.94  # a name that the publisher itself calls a weak alias

# (raw, score), straight lines between them. Measured on 3,900 ordinary names against 21,220
# listed parties: 0.95% score at least 0.75 by name alone, 0.26% at least 0.85.
CALIBRATION = ((0.0, 0.0), (0.648, 0.75), (0.745, 0.85), (1.0, 0.98))
SAME_NAME, SAME_WORDS = 1.0, 0.99  # the same words in order; in another order, or joined
WEAK_SAME = 0.84  # a weak alias of one or two words is a name that many people share
WEAK_ALIAS_WORDS = 3
DIGITS = 4


class Pair(NamedTuple):
    """A word of the query and the listed word it stands for."""

    query: str
    listed: str
    how: How
    likeness: float
    weight: float


class Alignment(NamedTuple):
    """How the words of two names pair up; what is left on either side, with its weight."""

    pairs: tuple[Pair, ...]
    query_only: tuple[tuple[str, float], ...]
    listed_only: tuple[tuple[str, float], ...]


def align(index: Index, asked: Sequence[Asked], listed: Listed, loose: bool) -> Alignment:
    """Pair the words of a query with those of a listed name, each at most once.

    `loose` also pairs words that no index key joins; off for syllabic scripts.
    """
    words, ids = _listed_words(index, asked, listed)
    found = []
    for place, word in enumerate(asked):
        for other, (text, number) in enumerate(zip(words, ids, strict=True)):
            likeness = word.similar.get(number) or (_loosely(word.word, text) if loose else None)
            if likeness is not None:
                worth = likeness.value * word.weight
                found.append((-worth, abs(place - other), place, other, likeness))
    pairs: dict[int, Pair] = {}
    taken: set[int] = set()
    for _, _, place, other, likeness in sorted(found, key=lambda item: item[:4]):
        if place not in pairs and other not in taken:
            taken.add(other)
            weight = _pair_weight(index, asked[place], ids[other], likeness.how)
            pairs[place] = Pair(
                asked[place].word,
                words[other],
                likeness.how,
                round(likeness.value, DIGITS),
                round(weight, DIGITS),
            )
    rarities = index.vocabulary.rarities
    return Alignment(
        tuple(pairs[place] for place in sorted(pairs)),
        tuple(
            (word.word, round(word.weight, DIGITS))
            for place, word in enumerate(asked)
            if place not in pairs
        ),
        tuple(
            (words[other], round(rarities[ids[other]], DIGITS))
            for other in range(len(words))
            if other not in taken
        ),
    )


def aligned_score(alignment: Alignment, weak: bool) -> float:
    """Return the calibrated score of an alignment; below 1 unless the names are equal."""
    matched = sum(pair.likeness * pair.weight for pair in alignment.pairs)
    if not matched:
        return 0.0
    weight = sum(pair.weight for pair in alignment.pairs)
    of_query = matched / (weight + sum(value for _, value in alignment.query_only))
    of_listed = matched / (weight + sum(value for _, value in alignment.listed_only))
    raw = of_query**QUERY_SHARE * of_listed ** (1 - QUERY_SHARE)
    return calibrated(raw * WEAK_FACTOR if weak else raw)


def calibrated(raw: float) -> float:
    """Map a raw score to the scale of the policies, rounded to four digits."""
    for (low, base), (high, top) in pairwise(CALIBRATION):
        if raw <= high:
            return round(base + (top - base) * (raw - low) / (high - low), DIGITS)
    return CALIBRATION[-1][1]


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


def _listed_words(
    index: Index, asked: Sequence[Asked], listed: Listed
) -> tuple[list[str], list[int]]:
    """Return the listed words, a particle joined to its neighbour where the query has it so."""
    words, ids = list(listed.words), list(listed.ids)
    place = 0
    while place + 1 < len(words):
        first, second = words[place], words[place + 1]
        if min(len(first), len(second)) <= PARTICLE_CHARS:
            joined = index.vocabulary.find(first + second)
            if (
                joined is not None
                and any(joined in word.similar for word in asked)
                and not any(ids[place + 1] in word.similar for word in asked)
            ):
                words[place : place + 2] = [first + second]
                ids[place : place + 2] = [joined]
                continue
        place += 1
    return words, ids


def _loosely(word: str, listed: str) -> Likeness | None:
    """Return a likeness that no index key finds: initials, short forms, several typos."""
    short, long = sorted((len(word), len(listed)))
    if short == 1:
        return INITIAL if word[0] == listed[0] and long > 1 else None
    if short == NICK_CHARS:
        return SHORT_FORM if word.startswith(listed) or listed.startswith(word) else None
    if short < MIN_TYPO_CHARS:
        return None
    # The lengths alone bound the likeness from above: most pairs need no comparison.
    if 1.0 - TYPO_COST * (long - short) / long >= LOOSE_TYPO:
        likeness = spelling_likeness(word, listed)
        if likeness >= LOOSE_TYPO:
            return Likeness(likeness * LOOSE_TYPO_FACTOR, "typo")
    if short <= SHORT_CHARS and word[:STEM_CHARS] == listed[:STEM_CHARS]:
        return SHORT_FORM
    return None


def _pair_weight(index: Index, word: Asked, listed: int, how: How) -> float:
    if how != "initial":
        return word.weight
    full = index.vocabulary.rarities[listed] if len(word.word) == 1 else word.weight
    return full * INITIAL_SHARE
