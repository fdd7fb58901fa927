"""How far words resemble one another, for many pairs at once.

Each rule gives a likeness from 0 to 1 where it applies; the highest counts, and its name is
kept for the explanation.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from antechamber_compliance.screening.forms import MIN_TYPO_CHARS, TONES, Forms
from antechamber_compliance.screening.keys import key_sum
from antechamber_compliance.screening.rarity import is_known
from antechamber_compliance.screening.readings import Readings, likenesses
from antechamber_compliance.screening.rows import Numbers
from antechamber_compliance.screening.vocabulary import NO_SUM, Vocabulary

How: TypeAlias = Literal[
    "none", "exact", "spelling", "vowels", "consonants", "typo", "unvowelled", "nickname",
    "initial", "short", "reading",
]  # fmt: skip
HOWS: tuple[How, ...] = get_args(How)
NONE, EXACT, SPELLING, VOWELS, CONSONANTS, TYPO, UNVOWELLED, NICKNAME, INITIAL, SHORT, READING = (
    range(len(HOWS))
)
Values: TypeAlias = NDArray[np.float32]
Rules: TypeAlias = NDArray[np.uint8]

SPELLING_VALUE = 0.97  # another romanisation of the same sounds
VOWELS_VALUE, VOWELS_SHORT_VALUE, VOWELS_COST = 0.96, 0.7, 0.45
OTHER_TONES_FACTOR = 0.82  # vowels that no romanisation confuses: Zhang and Zhong
CONSONANTS_LEAST, CONSONANTS_MOST = 0.5, 0.92
TYPO_COST = 1.3  # per edit, over the longer word's length
TYPO_SOUND_VALUE = 0.94
TYPO_THREE_VALUE = 0.6  # one letter more or less beside three
NICKNAME_VALUE = 0.77
INITIAL_VALUE = 0.75
SHORT_VALUE, SHORT_CHARS = 0.6, 3  # 'alex' beside 'alexander'
READING_VALUE = 0.88  # Han or Hangul, read as the list writes it: several characters read alike
KNOWN_FACTOR = 0.86  # a listed word mistyped into another listed word is less likely
LEAST, LEAST_KNOWN = 0.45, 0.65


class Pairs(NamedTuple):
    """Words of a query (by place in `words`) beside listed words (by number)."""

    words: Sequence[Forms]
    places: Numbers
    numbers: Numbers


def compare(vocabulary: Vocabulary, pairs: Pairs) -> tuple[Values, Rules]:
    """Return the likeness of each pair, 0 if none, and the rule that says so."""
    places, numbers = pairs.places, pairs.numbers
    asked, listed = places.tolist(), numbers.tolist()
    edits = _distance([word.text for word in pairs.words], asked, vocabulary.words, listed)
    heard = _distance([word.sound for word in pairs.words], asked, vocabulary.sounds, listed)
    lengths = np.array([len(w.text) for w in pairs.words], dtype=np.int32)[places]
    longer = np.maximum(lengths, vocabulary.lengths[numbers])
    shorter = np.minimum(lengths, vocabulary.lengths[numbers])
    sounds = np.array([len(w.sound) for w in pairs.words], dtype=np.int32)[places]
    sounds = np.maximum(sounds, vocabulary.sound_lengths[numbers])
    letters = np.array([w.text.isalpha() for w in pairs.words], dtype=np.bool_)[places]
    letters &= vocabulary.letters[numbers]

    typo = np.maximum(1 - TYPO_COST * edits / longer, TYPO_SOUND_VALUE - TYPO_COST * heard / sounds)
    three = (shorter == 3) & (longer == 4) & (edits == 1)
    typo = np.where(three, TYPO_THREE_VALUE, np.where(shorter < MIN_TYPO_CHARS, 0, typo))
    known = np.array([is_known(w.text) for w in pairs.words], dtype=np.bool_)[places]
    known = np.where(known, KNOWN_FACTOR, 1.0)
    typo = np.where(typo >= np.where(known < 1, LEAST_KNOWN, LEAST), typo * known, 0)
    values = np.where(letters & (edits > 0), typo, 0).astype(np.float32)
    rules = np.where(values > 0, TYPO, NONE).astype(np.uint8)

    def better(value: NDArray[np.float64], where: NDArray[np.bool_], rule: int) -> None:
        where = where & (value > values)
        values[where] = value[where] if isinstance(value, np.ndarray) else value
        rules[where] = rule

    spread = 1 - heard / sounds
    vowelled = _own(pairs, lambda w: w.vowelled)[places] == vocabulary.vowelled[numbers]
    tones = _other_tones(vocabulary, pairs, vowelled & (heard > 0))
    same = _own(pairs, lambda w: w.consonants)[places] == vocabulary.consonants[numbers]
    value = CONSONANTS_LEAST + (CONSONANTS_MOST - CONSONANTS_LEAST) * spread
    better(value * known * tones, same, CONSONANTS)
    top = np.where(shorter < MIN_TYPO_CHARS, VOWELS_SHORT_VALUE, VOWELS_VALUE)
    better((top - VOWELS_COST * heard / sounds) * tones, vowelled, VOWELS)
    better(np.full(len(places), SPELLING_VALUE), heard == 0, SPELLING)
    better(np.full(len(places), 1.0), edits == 0, EXACT)
    _unvowelled(vocabulary, pairs, values, rules)
    rules[values < LEAST] = NONE
    values[values < LEAST] = 0
    return values, rules


def _distance(
    mine: Sequence[str], asked: list[int], theirs: Sequence[str], listed: list[int]
) -> NDArray[np.float64]:
    pairs = [mine[at] for at in asked], [theirs[number] for number in listed]
    return cpdist(*pairs, scorer=OSA.distance, dtype=np.uint16).astype(np.float64)


def _own(pairs: Pairs, form: Callable[[Forms], str]) -> NDArray[np.uint32]:
    sums = [key_sum(text) if (text := form(word)) else NO_SUM for word in pairs.words]
    return np.array(sums, dtype=np.uint32)


def _other_tones(
    vocabulary: Vocabulary, pairs: Pairs, asked: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return the factor of each pair: less than 1 if no romanisation confuses their vowels."""
    factors = np.ones(len(pairs.places))
    at = np.flatnonzero(asked)
    places, numbers = pairs.places[at], pairs.numbers[at]
    same = np.zeros(len(at), dtype=np.bool_)
    mine = np.zeros(len(pairs.words), dtype=np.uint32)
    for name, tone in TONES.items():
        for place in set(places.tolist()):
            mine[place] = key_sum(pairs.words[place].sound.translate(tone))
        same |= mine[places] == getattr(vocabulary, name)[numbers]
    factors[at[~same]] = OTHER_TONES_FACTOR
    return factors


def _unvowelled(vocabulary: Vocabulary, pairs: Pairs, values: Values, rules: Rules) -> None:
    """Judge the pairs of which one word writes its vowels and the other does not."""
    mine = np.array([word.text[0] > "z" for word in pairs.words], dtype=np.bool_)[pairs.places]
    theirs = vocabulary.unvowelled[pairs.numbers]
    if (mine == theirs).all():
        return
    own = Readings.of(pairs.words)
    for crossing, written in ((mine & ~theirs, True), (theirs & ~mine, False)):
        if not crossing.any():
            continue
        sides = (own, pairs.places[crossing]), (vocabulary.readings, pairs.numbers[crossing])
        found = likenesses(*(sides if written else sides[::-1]))
        values[crossing] = np.where(found >= LEAST, found, 0)
        rules[crossing] = np.where(found >= LEAST, UNVOWELLED, NONE)


def add_shortened(vocabulary: Vocabulary, pairs: Pairs, values: Values, rules: Rules) -> None:
    """Let an initial stand for a word, and a beginning of three letters or more."""
    lengths = np.array([len(word.text) for word in pairs.words], dtype=np.int32)[pairs.places]
    others = vocabulary.lengths[pairs.numbers]
    first = np.array([ord(word.text[0]) for word in pairs.words], dtype=np.uint32)[pairs.places]
    shorter, longer = np.minimum(lengths, others), np.maximum(lengths, others)
    open_ = (values == 0) & (first == vocabulary.initials[pairs.numbers]) & (longer > 1)
    initial = open_ & (shorter == 1)
    values[initial], rules[initial] = INITIAL_VALUE, INITIAL
    for at in np.flatnonzero(open_ & (shorter >= SHORT_CHARS)).tolist():
        asked = pairs.words[pairs.places[at]].text
        listed = vocabulary.words[pairs.numbers[at]]
        if (
            (asked.startswith(listed) or listed.startswith(asked))
            and asked.isalpha()
            and listed.isalpha()
        ):
            values[at], rules[at] = SHORT_VALUE, SHORT
