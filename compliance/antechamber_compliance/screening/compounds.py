"""Bring words that are written apart or together to one form.

Arabic names join a servant or a quality to God's names (Abd al-Rahman, Abdurrahman; Nur
al-Din, Noureddine) and carry articles; lists write all of these in any way.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("al el ul il")
# The article before a letter of the sun takes its sound: ar-Rahman, ed-Din.
SUN_ARTICLES = _words("ad ar as at an az ash ed er es et en ez esh ud ur us ut un uz ush")
SERVANTS = _words(
    "abd abdul abdel abdal abdol abdoul abdool abdil abdu abdou abdur abdus abder abdes"
)
SERVANT = re.compile(
    r"abd(?:ou|oo|[aeiou])?(?:l|(?:sh|[rsnzdt])(?=(?:sh|[rsnzdt])))?(?P<rest>.{3,})"
)
FATHERS = _words("abu abou abo abi aboo abul abol aboul")
FATHER = re.compile("(?:abu|abou|abo)(?:l(?=[^aeiouy]))?(?P<rest>.{4,})")
FAITHS = _words("din deen dine dyn ddin eddin eddine uddin addin aldin eldin")
FAITH = re.compile("(?P<rest>.{2,}?)(?:[aeou]?dd|[aeou]d|ald)(?:in|een|ine|yn)")
GODS = _words("allah ullah llah ollah alla ulla")
GOD = re.compile("(?P<rest>.{2,}?)(?:[aeou]ll?ah|[aou]lla|llah)")
LEAST_COMPOUND = 7  # letters; a shorter word is a word of its own

ARABIC_ARTICLES = frozenset({"ال", "ل"})
ARABIC_SERVANT, ARABIC_FATHERS = "عبد", frozenset({"ابو", "ابي", "ابا"})
ARABIC_GODS, ARABIC_FAITHS = frozenset({"الله", "لله"}), frozenset({"الدين", "دين"})


class Span(NamedTuple):
    """A word in its one form, and which folded words it stands for: first and last plus one."""

    word: str
    first: int
    end: int


def compounded(words: Sequence[str]) -> list[Span]:
    """Return the words in their one form, without articles."""
    spans: list[Span] = []
    place = 0
    while place < len(words):
        place = _take(words, place, spans)
    return spans


def _take(words: Sequence[str], place: int, spans: list[Span]) -> int:
    """Add the next compound to the spans and return the place after it."""
    word, end = words[place], place + 1
    following = words[end] if end < len(words) else ""
    if following and _is_article(word, following):
        return end
    if spans and (suffix := _suffix(word, spans[-1].word)):
        before = spans.pop()
        spans.append(Span(before.word + suffix, before.first, end))
        return end
    if following and (word in SERVANTS or word == ARABIC_SERVANT):
        if end + 1 < len(words) and _is_article(following, words[end + 1]):
            end += 1
        spans.append(Span(_servant_of(words[end]), place, end + 1))
        return end + 1
    spans.extend(Span(part, place, end) for part in _parts(word))
    return end


def _is_article(word: str, following: str) -> bool:
    if word in ARTICLES or word in ARABIC_ARTICLES:
        return True
    return word in SUN_ARTICLES and following.startswith(word[1:])


def _suffix(word: str, before: str) -> str:
    """Return what a word adds to the one before it, if they are one name: Nur + Din."""
    if len(before) == 1:
        return ""
    if word in FAITHS:
        return "din"
    if word in GODS:
        return "lah"
    if word in ARABIC_FAITHS:
        return "دين"
    return "له" if word in ARABIC_GODS else ""


def _servant_of(word: str) -> str:
    if word in GODS:
        return "abdlah"
    if word[0] > "z":
        return ARABIC_SERVANT + word.removeprefix("ال")
    return "abd" + word


def _parts(word: str) -> list[str]:
    """Return one word in its one form; two when it starts with 'father of'."""
    if word[0] > "z":
        return _arabic_parts(word)
    if word in FATHERS:
        return ["abu"]
    if len(word) < LEAST_COMPOUND:
        return [word]
    if word.startswith("abd") and (found := SERVANT.fullmatch(word)):
        rest = found["rest"]
        return ["abdlah" if rest in {"lah", "lla", "allah"} else "abd" + rest]
    if found := FATHER.fullmatch(word):
        return ["abu", found["rest"]]
    if found := FAITH.fullmatch(word):
        return [found["rest"] + "din"]
    if found := GOD.fullmatch(word):
        return [found["rest"] + "lah"]
    return [word]


def _arabic_parts(word: str) -> list[str]:
    if word in ARABIC_FATHERS:
        return ["ابو"]
    if word.startswith("ابوال") and len(word) > 7:
        return ["ابو", word[5:]]
    if word.startswith("عبدال") and len(word) > 6:
        return [ARABIC_SERVANT + word[5:]]
    if word.endswith("الدين") and len(word) > 6:
        return [word[:-5] + "دين"]
    if word.endswith("الله") and len(word) > 5:
        return [word[:-4] + "له"]
    return [word]
