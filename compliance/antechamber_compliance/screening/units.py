"""The words of a name and what neighbours make when they are written as one."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from antechamber_compliance.screening.companies import LEGAL, canonical
from antechamber_compliance.screening.compounds import ARABIC_ARTICLES, Span, compounded
from antechamber_compliance.screening.names import Word

PARTICLE_CHARS = 5  # 'al', 'abd', 'van', 'jong': so short a word may be written with its neighbour
MAX_SYLLABLES = 3


class Unit(NamedTuple):
    """A word, or neighbours joined; `mask` has a bit for each word of the name that it covers."""

    text: str
    mask: int
    spellings: tuple[str, ...] = ()
    syllabic: bool = False


class Units(NamedTuple):
    """The words of a name in their one form, then what neighbours make when joined."""

    words: tuple[Unit, ...]
    joined: tuple[Unit, ...]


def units(words: Sequence[Word], person: bool) -> Units:
    """Return the units of a name; `person` unless it is known to be of an organisation."""
    if any(word.syllabic for word in words):
        return _syllabic(words)
    texts = tuple(word.text for word in words)
    if not person:
        texts = canonical(texts)
    spans = compounded(texts)
    found = tuple(Unit(span.word, 1 << place) for place, span in enumerate(spans))
    joined: dict[tuple[str, int], None] = {}
    covered = [0] * (len(texts) + 1)
    for place, span in enumerate(spans):
        for word in range(span.first, min(span.end, len(texts))):
            covered[word] |= 1 << place
    for place, (first, second) in enumerate(pairwise(texts)):
        mask = covered[place] | covered[place + 1]
        if mask and _joins(first, second, person):
            joined[first + second, mask] = None
    for place, (one, other) in enumerate(pairwise(spans)):
        if _joins(one.word, other.word, person):
            joined[one.word + other.word, 3 << place] = None
    for text, mask in _spelled_out(spans):
        joined[text, mask] = None
    known = {(unit.text, unit.mask) for unit in found}
    return Units(found, tuple(Unit(*pair) for pair in joined if pair not in known))


def _spelled_out(spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """Yield runs of single letters as one word: the A.B.C. Company is ABC."""
    for single, run in groupby(enumerate(spans), key=lambda item: len(item[1].word) == 1):
        places = [place for place, _ in run]
        if single and len(places) > 1:
            yield "".join(spans[at].word for at in places), sum(1 << at for at in places)


def _joins(first: str, second: str, person: bool) -> bool:
    if not person and (first in LEGAL or second in LEGAL):
        return False
    return 1 < min(len(first), len(second)) <= PARTICLE_CHARS and first not in ARABIC_ARTICLES


def _syllabic(words: Sequence[Word]) -> Units:
    found = tuple(
        Unit(word.text, 1 << place, word.spellings, word.syllabic)
        for place, word in enumerate(words)
    )
    joined = tuple(
        Unit(
            "".join(word.text for word in words[place : place + count]),
            ((1 << count) - 1) << place,
            (),
            True,
        )
        for count in range(2, MAX_SYLLABLES + 1)
        for place in range(len(words) - count + 1)
    )
    return Units(found, joined)
