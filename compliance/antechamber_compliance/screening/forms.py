"""How a word sounds: coarser and coarser forms that the spellings of one word share."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from antechamber_compliance.screening.names import is_unvowelled
from antechamber_compliance.screening.unvowelled import (
    ARTICLE,
    Reading,
    readings_of_latin,
    readings_of_unvowelled,
)

MAX_WORD_CHARS = 40  # a longer word is compared exactly only: its keys would cost too much
MIN_TYPO_CHARS = 4  # shorter words differ by one letter too often to say anything
MIN_CONSONANTS = 2
SERVANT = "abd"

# Romanisations that differ by country and time, as spelling: sound. The longest is tried first.
SOUNDS = {
    "shch": "S", "tsch": "S", "sch": "S", "tch": "S", "sh": "S", "ch": "S", "cz": "S", "sz": "S",
    "tj": "S", "sj": "S", "zj": "J",  # Swedish, as the European Union lists Russians
    "dsch": "J", "dzh": "J", "dj": "J", "zh": "J", "j": "J", "kh": "h", "gh": "g", "ph": "f",
    "th": "t", "dh": "d", "ts": "z", "tz": "z", "ks": "x", "ck": "k", "q": "k", "w": "v",
    "ou": "u", "oo": "u", "ee": "i", "ue": "u", "oe": "o", "ae": "a", "iy": "i", "yi": "i",
    "yy": "i", "y": "i", "ce": "se", "ci": "si", "cy": "si", "c": "k",
}  # fmt: skip
SPELLING = re.compile("|".join(sorted(SOUNDS, key=len, reverse=True)))
GLIDE = re.compile("(?<=[eo])j(?![aeiouy])|(?<=i)j(?![aeou])|j(?=ev)")  # Sergej, Jurij, Vasiljev
# Romanoff; Vladimirovitj, Vladimirović
FINAL = re.compile("(?<=o)ff?$|(?<=e)ff$|(?<=[iy])tj$|(?<=ovi)c$|(?<=evi)c$")
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile("[aeiou]+")
# What romanisations of one vowel have in common: o and u are one, e may stand for any other.
TONES = {
    "with_e_as_a": str.maketrans("eu", "ao"),
    "with_e_as_i": str.maketrans("eu", "io"),
    "with_e_as_o": str.maketrans("eu", "oo"),
}


class Forms(NamedTuple):
    """A folded word and what others of its kind share with it.

    `sound`: one spelling per sound. `vowelled`: all vowels alike. `consonants`: no vowels;
    empty when there are too few. `readings`: see `unvowelled`.
    """

    text: str
    sound: str
    vowelled: str
    consonants: str
    readings: tuple[Reading, ...]


def forms(word: str) -> Forms:
    """Return the forms of a folded word; of numbers and overlong words, the word itself."""
    if len(word) > MAX_WORD_CHARS or not word.isalpha():
        return Forms(word, word, word, "", ())
    if is_unvowelled(word):
        short = word[2:] if word.startswith(ARTICLE) and len(word) > 4 else word
        return Forms(word, short, short, "", readings_of_unvowelled(word))
    sound = sound_of(word)
    vowelled = VOWELS.sub("a", sound)
    consonants = vowelled[0] + vowelled[1:].replace("a", "").replace("h", "")
    consonants = DOUBLED.sub(r"\1", consonants)
    if len(consonants.removeprefix("a")) < MIN_CONSONANTS:
        consonants = ""
    return Forms(word, sound, vowelled, consonants, readings_of_latin(sound))


def sound_of(word: str) -> str:
    """Return a word in Latin letters with one spelling for each sound."""
    if word.startswith(SERVANT) and len(word) > MIN_TYPO_CHARS + 1:
        return SERVANT + sound_of(word[len(SERVANT) :])  # the d and the h of Abd-Hosein are two
    sound = FINAL.sub(_final, GLIDE.sub("i", word))
    return DOUBLED.sub(r"\1", SPELLING.sub(lambda found: SOUNDS[found[0]], sound))


def deletions(word: str) -> Iterator[str]:
    """Yield the word and each of its forms with one letter left out."""
    yield word
    if len(word) >= MIN_TYPO_CHARS:
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]


def _final(found: re.Match[str]) -> str:
    return "v" if found[0][0] == "f" else "ch"
