"""Fold names of any script to comparable tokens, and derive the keys that find them."""

import re
import unicodedata
from collections.abc import Iterator

from anyascii import anyascii

# Marks that stand inside a word (apostrophes, ayn, tatweel, Arabic vowels) and are dropped.
INNER_MARKS = re.compile("['`´’‘ʹʺʻʼʽʾʿ\u0640\u064b-\u0652\u0670\u200c\u200d\"]")
# Pictographs would be transliterated to English words ("grinning"): they are no part of a name.
PICTOGRAPHS = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
WORD = re.compile("[a-z0-9]+")
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile("[aeiouy]")

# Romanisations that differ by country and time, as (spelling, sound); order matters.
SOUNDS = (
    ("tch", "S"),
    ("sch", "S"),
    ("sh", "S"),
    ("ch", "S"),
    ("dzh", "J"),
    ("dj", "J"),
    ("zh", "J"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ts", "z"),
    ("tz", "z"),
    ("ks", "x"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("w", "f"),
    ("v", "f"),
    ("j", "J"),
)
# Han, kana and Hangul: one syllable more or less is another name, so no likeness is sought.
SYLLABIC = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
MIN_TYPO_CHARS = 4  # shorter words differ by one letter too often to say anything
MIN_PHONETIC_CHARS = 4


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower-case ASCII, whatever its script, case and marks.

    Empty when no letter or digit is left.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = PICTOGRAPHS.sub(" ", INNER_MARKS.sub("", plain))
    plain = anyascii(plain).casefold()
    return tuple(WORD.findall(INNER_MARKS.sub("", plain)))


def sound(word: str) -> str:
    """Return a consonant key that spellings of one spoken word tend to share; may be empty."""
    if len(word) < MIN_PHONETIC_CHARS:
        return ""
    key = word
    for spelling, heard in SOUNDS:
        key = key.replace(spelling, heard)
    key = DOUBLED.sub(r"\1", key)
    first = "A" if VOWELS.match(key) else key[0]
    return first + DOUBLED.sub(r"\1", VOWELS.sub("", key[1:]).replace("h", ""))


def is_syllabic(text: str) -> bool:
    """Say whether a name is written in Han, kana or Hangul, if only in part."""
    return SYLLABIC.search(text) is not None


def deletions(word: str) -> Iterator[str]:
    """Yield the word and each of its forms with one letter left out."""
    yield word
    if len(word) >= MIN_TYPO_CHARS:
        for place in range(len(word)):
            yield word[:place] + word[place + 1 :]
