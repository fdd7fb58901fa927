"""Find, among the words of many names, all that resemble one of a few listed words."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from antechamber_compliance.screening.asking import Asking
from antechamber_compliance.screening.beside import LEAST_JOINED
from antechamber_compliance.screening.forms import Forms, forms
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.likeness import (
    INITIAL,
    LEAST,
    NICKNAME_VALUE,
    READING_VALUE,
    SHORT_CHARS,
    TYPO_COST,
    TYPO_SOUND_VALUE,
    Pairs,
    Values,
    add_shortened,
    compare,
)
from antechamber_compliance.screening.rows import Numbers

TEXT_LIKE = 1 - (1 - LEAST) / TYPO_COST  # words less alike than this are no typing errors
SOUND_LIKE = 1 - (TYPO_SOUND_VALUE - LEAST) / TYPO_COST
SLACK = 1e-3  # distances are compared in single precision
ROWS_AT_ONCE = 4096


class Likenesses(NamedTuple):
    """Units of names beside listed words, in the order of the words, and how alike they are."""

    units: Numbers
    words: Numbers
    values: Values


def alike_words(index: Index, asking: Asking, listed: Numbers) -> Likenesses:
    """Return every unit of a name beside every word, or joined unit, of listed spellings."""
    vocabulary = index.vocabulary
    both = index.words.of_each(listed)[0], index.joined.of_each(listed)[0]
    words = np.unique(np.concatenate(both))
    wanted = set(words.tolist())
    places, numbers = _worth_comparing(index, asking, words)
    pairs = Pairs(asking.forms, places, numbers)
    values, rules = compare(vocabulary, pairs)
    add_shortened(vocabulary, pairs, values, rules)
    values[rules == INITIAL] = 1  # as a bound it counts whole, for either side
    syllabic = np.array([unit.syllabic for unit in asking.units], dtype=np.bool_)
    least = np.where(asking.joined, LEAST_JOINED, LEAST)
    kept = (values >= least[places]) & ~syllabic[places]
    others = list(_other_names(index, asking, wanted))
    found = np.array([(unit, word) for unit, word, _ in others], dtype=np.int32).reshape(-1, 2)
    more = np.array([value for _, _, value in others], dtype=np.float32)
    numbers = np.concatenate([numbers[kept], found[:, 1]])
    order = np.argsort(numbers, kind="stable")
    return Likenesses(
        np.concatenate([places[kept], found[:, 0]])[order],
        numbers[order],
        np.concatenate([values[kept], more])[order],
    )


def _other_names(
    index: Index, asking: Asking, wanted: Collection[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield what no comparison of letters finds: nicknames, and readings of characters."""
    for number, unit in enumerate(asking.units):
        if unit.syllabic:
            for word in map(index.vocabulary.find, (unit.text, *unit.spellings)):
                if word is not None and word in wanted:
                    yield number, word, READING_VALUE
        elif not asking.joined[number]:
            also = index.vocabulary.also_called(asking.forms[number]).tolist()
            yield from ((number, word, NICKNAME_VALUE) for word in also if word in wanted)


def _worth_comparing(index: Index, asking: Asking, words: Numbers) -> tuple[Numbers, Numbers]:
    """Return pairs of units and listed words, among them all that some rule finds alike."""
    theirs = [forms(index.vocabulary.words[word]) for word in words.tolist()]
    carried: dict[str, list[int]] = {}
    for at, form in enumerate(theirs):
        for key in _keys(form, mine=False):
            carried.setdefault(key, []).append(at)
    found = [
        (number, at)
        for number, form in enumerate(asking.forms)
        for key in _keys(form, mine=True)
        for at in carried.get(key, ())
    ]
    pairs = [np.array(found, dtype=np.int64).reshape(-1, 2)]
    # One edit in a shorter one of several words joined is too much to be LEAST_JOINED alike.
    whole = list(zip(asking.forms, asking.joined, strict=True))
    texts = [at for at, (form, joined) in enumerate(whole) if not joined or len(form.text) > 6]
    sounds = [at for at, (form, joined) in enumerate(whole) if not joined or len(form.sound) > 12]
    pairs += _near(
        [(at, asking.forms[at].text) for at in texts], [f.text for f in theirs], TEXT_LIKE
    )
    pairs += _near(
        [(at, asking.forms[at].sound) for at in sounds], [f.sound for f in theirs], SOUND_LIKE
    )
    both = np.concatenate(pairs)
    flat = np.unique(both[:, 0] * len(words) + both[:, 1])
    return (flat // len(words)).astype(np.int32), words[flat % len(words)]


def _near(
    mine: list[tuple[int, str]], theirs: list[str], least: float
) -> Iterator[NDArray[np.int64]]:
    """Yield pairs of a unit and a listed word whose letters differ little."""
    for first in range(0, len(mine), ROWS_AT_ONCE):
        rows = mine[first : first + ROWS_AT_ONCE]
        texts = [text for _, text in rows]
        similar = cdist(texts, theirs, scorer=OSA.normalized_similarity, score_cutoff=least - SLACK)
        found = np.argwhere(similar > 0)
        yield np.stack([np.array([at for at, _ in rows])[found[:, 0]], found[:, 1]], axis=1)


def _keys(form: Forms, *, mine: bool) -> Iterator[str]:
    """Yield what two words share that are alike though many letters differ."""
    text, first = form.text, form.text[0]
    if form.consonants:
        yield "c" + form.consonants
    yield "v" + form.vowelled
    yield from ("r" + reading.consonants for reading in form.readings)
    yield "b" + text[:SHORT_CHARS]
    if len(text) == 1:
        yield from ("i" + first, "s" + first)
    else:
        yield ("s" if mine else "i") + first
