"""Fold names of any script to comparable words.

Words are lower-case ASCII, whatever the script, case and marks. Only words in Arabic and
Hebrew script, which write few vowels, stay in their script and are compared in their own way.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from anyascii import anyascii

from antechamber_compliance.screening.east_asian import words_of

# Marks that stand inside a word (apostrophes, ayn, vowel points, direction marks): dropped.
INNER_MARKS = re.compile(
    "['`´’‘ʹʺʻʼʽʾʿ\"\u00ad\u0591-\u05bd\u05bf-\u05c7\u05f3\u05f4\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# What parts words: the mark for it in Persian; and pictographs, which would be transliterated to
# English words ("grinning") and are no part of a name.
SEPARATORS = re.compile("[\u200c\u2600-\u27bf\U0001f000-\U0001faff]")
UNVOWELLED = "\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3"
SYLLABIC = "\u3005\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
RUNS = re.compile(
    f"(?P<unvowelled>[{UNVOWELLED}][{UNVOWELLED} ]*)|(?P<syllabic>[{SYLLABIC}]+)|[^{UNVOWELLED}{SYLLABIC}]+"
)
WORD = re.compile(f"[a-z0-9]+|[{UNVOWELLED}]+")

# A name may be given twice: after a bar, or in another script.
BARS = re.compile(r"[/;|()\[\]]|\ba\.?k\.?a\b\.?", re.IGNORECASE)
MAX_PARTS, MAX_PART_WORDS = 4, 16
SCRIPTS = re.compile(
    f"(?:[{UNVOWELLED}][^a-zA-Z\u0400-\u052f{SYLLABIC}]*)+"
    f"|(?:[{SYLLABIC}][^a-zA-Z\u0400-\u052f{UNVOWELLED}]*)+"
    f"|(?:[\u0400-\u052f][^a-zA-Z{UNVOWELLED}{SYLLABIC}]*)+"
    f"|(?:[a-zA-Z][^\u0400-\u052f{UNVOWELLED}{SYLLABIC}]*)+"
)

# Letters that stand for one another between languages and typists.
LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"),
        **dict.fromkeys("ىیېۍئيےۑ", "ي"),
        **dict.fromkeys("کڪګڬ", "ك"),
        **dict.fromkeys("ةۀہھەۂۃ", "ه"),
        **dict.fromkeys("ؤۇۆۈۋ", "و"),
        **dict.fromkeys("ٹټ", "ت"),
        **dict.fromkeys("ڈډ", "د"),
        **dict.fromkeys("ړڑ", "ر"),
        **dict.fromkeys("ږڗ", "ژ"),
        **dict.fromkeys("ڼںڻ", "ن"),
        "ء": "",
        "ښ": "ش",
        "ځ": "ز",
        "څ": "س",
        "ך": "כ",
        "ם": "מ",
        "ן": "נ",
        "ף": "פ",
        "ץ": "צ",
    }
)


# How Greek writes sounds of other languages, which letter by letter would become others.
GREEK = {
    "ου": "u", "ού": "u", "μπ": "b", "γκ": "g", "γγ": "ng", "τζ": "j", "χ": "kh",
    "αυ": "av", "αύ": "av", "ευ": "ev", "εύ": "ev",
}  # fmt: skip
GREEK_SOUND = re.compile(r"\bντ|ντ\b|" + "|".join(GREEK))

# Digits that stand for letters, as in 0leg, Vo1kov, H4mid; not at a word's end, as in MIG29.
DISGUISED = re.compile("(?=.{4})[0-9]{0,2}[a-z]+(?:[0-9]{1,2}[a-z]+)*")
LOOKALIKES = str.maketrans("013456789", "oleasbtbg")
ONE_FOR_I = re.compile("(?<![aeiouy])1(?![aeiouy])")  # beside a vowel it stands for an l


class Word(NamedTuple):
    """A folded word; `spellings` are other exact ones, of a name in Han or Hangul.

    `syllabic`: one syllable more or less is another name, so no likeness is sought.
    """

    text: str
    spellings: tuple[str, ...] = ()
    syllabic: bool = False


def fold(text: str) -> tuple[str, ...]:
    """Return the words of a name; empty when no letter or digit is left."""
    return tuple(word.text for word in read(text))


def read(text: str) -> list[Word]:
    """Return the words of a name with what is known of how they are written."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii():
        return list(_plain(INNER_MARKS.sub("", plain)))
    plain = GREEK_SOUND.sub(lambda found: GREEK.get(found[0], "d"), plain)
    plain = SEPARATORS.sub(" ", INNER_MARKS.sub("", plain))
    runs = list(RUNS.finditer(plain))
    alone = sum(run["syllabic"] is not None for run in runs) == 1
    words: list[Word] = []
    pending = ""  # a word may go from one script to the other
    for run in runs:
        if run["syllabic"]:
            words += _plain(pending)
            for read_as, others in words_of(run[0], alone):
                words += (Word(found, others, True) for found in WORD.findall(read_as))
            pending = ""
        elif run["unvowelled"]:
            pending += run[0].translate(LETTERS)
        else:
            pending += INNER_MARKS.sub("", anyascii(run[0])).casefold()
    return words + list(_plain(pending))


def in_each_script(text: str) -> list[str]:
    """Return a text and, where it gives a name in several scripts or after a bar, each of them.

    Of too many, the shortest are asked apart, so that no text takes long.
    """
    parts = [part for piece in BARS.split(text) for part in _by_script(piece)]
    if len(parts) < 2:
        return [text]
    lengths = {part: count for part in parts if (count := len(fold(part))) > 1}
    words = 0
    kept = set()
    for part in sorted(lengths, key=lengths.__getitem__)[:MAX_PARTS]:
        words += lengths[part]
        if words <= MAX_PART_WORDS:
            kept.add(part)
    return [text, *[part for part in lengths if part in kept]]


def _by_script(text: str) -> list[str]:
    return [text] if text.isascii() else SCRIPTS.findall(text)


def is_unvowelled(word: str) -> bool:
    """Say whether a folded word is in Arabic or Hebrew script."""
    return word[0] > "\u0500"


def _plain(text: str) -> Iterator[Word]:
    return (Word(_undisguised(found)) for found in WORD.findall(text))


def _undisguised(word: str) -> str:
    """Return a word with letters for the digits that stand for some."""
    if word.isalpha() or not DISGUISED.fullmatch(word):
        return word
    if 3 * sum(map(str.isdigit, word)) > len(word):
        return word
    return ONE_FOR_I.sub("i", word).translate(LOOKALIKES)
