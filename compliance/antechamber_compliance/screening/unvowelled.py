"""Compare words in Arabic and Hebrew script, which write few vowels, with Latin ones.

A word's reading is its consonants, as classes that romanisations share, and the vowels in
each gap between them. Equal consonants are a key; the gaps then say how well the vowels fit.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Gaps: TypeAlias = NDArray[np.uint8]  # a row for each reading
Counts: TypeAlias = NDArray[np.int32]

A, W, Y = 1, 2, 4  # vowels in a gap, as bits: alef, waw, ya
ANY = 8  # a final he, which may stand for a vowel

CLASSES = str.maketrans(
    {
        "ب": "b", "پ": "b", "ت": "t", "ط": "t", "چ": "S", "ش": "S", "ژ": "J", "ح": "h", "خ": "h",
        "ه": "h", "د": "d", "ذ": "d", "ض": "d", "ظ": "d", "ز": "d", "س": "s", "ص": "s", "گ": "g",
        "ك": "k", "ف": "f", "ڤ": "f", "ل": "l", "م": "m", "ن": "n", "ر": "r",
        "ד": "d", "ה": "h", "ח": "h", "ט": "t", "ל": "l", "מ": "m", "נ": "n", "ס": "s", "ק": "k",
        "ר": "r", "ת": "t",
    }
)  # fmt: skip
# Letters that countries read in two ways: Qadhafi and Gaddafi, Jamal and Gamal.
READ_TWICE = {
    "ث": "ts", "ق": "kg", "ج": "Jg", "غ": "gk",
    "ב": "bf", "ג": "gJ", "ז": "dJ", "כ": "kh", "פ": "fb", "צ": "dS", "ש": "Ss",
}  # fmt: skip
VOWELS = {"ا": A, "و": W, "ي": Y, "ع": 0, "א": A, "ו": W, "י": Y, "ע": 0}
LATIN_VOWELS = {"a": A, "o": W, "u": W, "v": W, "i": Y, "e": Y}
LATIN_CLASSES = {"q": "k", "z": "d", "p": "b"}
FINAL_H = "هה"
ARTICLE = "ال"
LATIN_ARTICLES = ("al", "el")
LEAST_AFTER_ARTICLE = 3
MAX_READINGS = 8
MAX_GAPS = 16  # of a reading; words with more consonants are read in no other script

LIKENESS = (0.0, 0.7, 0.86)  # of words with one or two consonants; longer ones:
LONG_LIKENESS = 0.93
MOST_SHARING = 3  # consonants that the cost of a misfit is spread over
UNWRITTEN = 0.5  # a long vowel that the other side does not have, or two in a gap for none
FINAL_UNWRITTEN = 0.2
GLIDE = 0.25  # a waw or ya heard beside the vowel that is written


class Reading(NamedTuple):
    """Consonant classes, "A" before them if a vowel comes first, and the vowels in each gap."""

    consonants: str
    gaps: tuple[int, ...]


def readings_of_latin(sound: str) -> tuple[Reading, ...]:
    """Return the readings of a Latin word, given by its sound; also without a leading al-.

    Its v may stand for a waw or, as in Vladimir, for a fa; its final h for a vowel or, as in
    Saleh, for a ha.
    """
    found = [_latin(sound)]
    if len(sound) > 2 and sound[-1] == "h":
        found.append(_latin(sound + "h"))
    if "v" in sound:
        found.append(_latin(sound.replace("v", "f")))
    if sound.startswith(LATIN_ARTICLES) and len(sound) >= LEAST_AFTER_ARTICLE + 2:
        found.append(_latin(sound[2:]))
    return _usable(found)


def readings_of_unvowelled(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word in Arabic or Hebrew script; also without a leading al-."""
    found = _unvowelled(word)
    if word.startswith(ARTICLE) and len(word) >= LEAST_AFTER_ARTICLE + 2:
        found += _unvowelled(word[2:])
    return _usable(found)


def likeness(written: Gaps, heard: Gaps, consonants: Counts) -> NDArray[np.float64]:
    """Return how well vowels heard in Latin words fit those written, at equal consonants.

    The gaps have a row for each pair of readings, filled up with zeros.
    """
    places = np.arange(MAX_GAPS)
    first, last = places == 0, places == consonants[:, None]
    silent = written & ~np.uint8(ANY) == 0
    several = (heard & (heard - 1) != 0) & ~first
    final = last & (heard != 0) & (written == 0)
    unwritten = np.where(several, UNWRITTEN, np.where(final, FINAL_UNWRITTEN, 0.0))
    # A first alef carries any vowel.
    missing = written & ~heard & np.where(first, np.uint8(W | Y), np.uint8(A | W | Y))
    glide = (heard & ~written & np.uint8(W | Y) != 0) & ~first
    misfit = UNWRITTEN * np.bitwise_count(missing) + GLIDE * glide
    cost = np.where(silent, unwritten, misfit).sum(axis=1)
    best = np.append(LIKENESS, LONG_LIKENESS)[np.minimum(consonants, len(LIKENESS))]
    cost += UNWRITTEN * _has_long_u_unwritten(written, heard, consonants)
    found: NDArray[np.float64] = best - cost / np.minimum(consonants, MOST_SHARING)
    return found


def _has_long_u_unwritten(written: Gaps, heard: Gaps, consonants: Counts) -> NDArray[np.bool_]:
    """Say where a u in the last syllable is not written: it is long, but after another u.

    So Mahmud is not Muhammad; but Yusuf has a short one.
    """
    rows, before_last = np.arange(len(consonants)), np.maximum(consonants - 1, 0)
    heard_u = heard & np.uint8(W) != 0
    long = heard_u[rows, before_last] & (written[rows, before_last] == 0)
    long &= heard[rows, consonants] == 0
    earlier = heard_u & (np.arange(heard.shape[1]) < before_last[:, None])
    result: NDArray[np.bool_] = long & ~earlier.any(axis=1)
    return result


def _usable(found: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(r for r in found if r.consonants.strip("A") and len(r.gaps) <= MAX_GAPS)


def _latin(sound: str) -> Reading:
    if len(sound) > 2 and sound[-1] == "h":
        sound = sound[:-1]
    consonants, gaps = "", [0]
    for letter in sound.replace("x", "ks"):
        if letter in LATIN_VOWELS:
            gaps[-1] |= LATIN_VOWELS[letter]
        else:
            consonants += LATIN_CLASSES.get(letter, letter)
            gaps.append(0)
    return Reading(("A" if gaps[0] else "") + consonants, tuple(gaps))


def _unvowelled(word: str) -> list[Reading]:
    silent = len(word) > 2 and word[-1] in FINAL_H
    keys, gaps = ["A" if word[0] in VOWELS else ""], [0]
    for letter in word[:-1] if silent else word:
        if letter in VOWELS:
            gaps[-1] |= VOWELS[letter]
        else:
            classes = READ_TWICE.get(letter) or letter.translate(CLASSES)
            keys = [key + each for key in keys for each in classes][:MAX_READINGS]
            gaps.append(0)
    if silent:
        gaps[-1] |= ANY
    return [Reading(key, tuple(gaps)) for key in keys]
