"""How rare a word is: what it weighs when names are compared.

It is counted beforehand, over many lists, and is the same whatever lists are loaded. So the score
of two names depends on these names alone: an update of a list moves nobody else's.
"""

import math
from functools import cache

from antechamber_compliance.screening.common_names import COMMON
from antechamber_compliance.screening.companies import common_weight
from antechamber_compliance.screening.forms import Forms
from antechamber_compliance.screening.nicknames import related
from antechamber_compliance.screening.word_counts import HEARD, PARTIES, READ

LEAST_WEIGHT = 0.05
INITIAL_WEIGHT = 0.25
RARE_PARTIES = 1  # how many parties share a sound that was not counted


def weight(form: Forms, person: bool) -> float:
    """Return how rare a word is, counted with all that sound like it: near 0 to 1."""
    if len(form.text) == 1:
        return INITIAL_WEIGHT
    if form.text[0] > "z" and form.readings:
        parties = max(_read().get(each.consonants, RARE_PARTIES) for each in form.readings)
    else:
        parties = _heard().get(form.vowelled, RARE_PARTIES)
    rarity = 1.0 - math.log1p(parties) / math.log(PARTIES + 2)
    return min(max(LEAST_WEIGHT, rarity), common_weight(form.text, person))


def is_known(word: str) -> bool:
    """Say whether a word is a name by itself, which many people have as it is written."""
    return word in COMMON or bool(related(word))


def reading_of(form: Forms) -> str:
    """Return the consonants that an unvowelled word is counted by."""
    return form.readings[0].consonants if form.readings else ""


@cache
def _heard() -> dict[str, int]:
    return _counts(HEARD)


@cache
def _read() -> dict[str, int]:
    return _counts(READ)


def _counts(text: str) -> dict[str, int]:
    lines = (line.split() for line in text.splitlines())
    return {sound: int(count) for count, *sounds in filter(None, lines) for sound in sounds}
