"""A name that is asked about: its words, what neighbours make, and what each word weighs."""

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from typing import NamedTuple

from antechamber_compliance.screening.forms import Forms, forms
from antechamber_compliance.screening.names import Word, read
from antechamber_compliance.screening.rarity import weight
from antechamber_compliance.screening.units import Unit, units

MAX_WORDS = 24  # of a query: the rarest are kept; an exact match looks at all of them
MAX_REPEATS = 2  # of one word in a query


class Asked(NamedTuple):
    """A query: its units with their forms (words first), and the weight of each word (0 to 1)."""

    units: tuple[Unit, ...]
    forms: tuple[Forms, ...]
    weights: tuple[float, ...]
    person: bool


def ask(names: Iterable[tuple[str, bool]]) -> list[Asked]:
    """Return the names, each with whether it is a person's, as they are asked about."""
    known: dict[str, Forms] = {}  # most people share words of their names with others

    def shape(text: str) -> Forms:
        if text not in known:
            known[text] = forms(text)
        return known[text]

    found = []
    for name, person in names:
        words = units(telling(read(name), person), person)
        both = words.words + words.joined
        shapes = tuple(shape(unit.text) for unit in both)
        weights = tuple(weight(form, person) for form in shapes[: len(words.words)])
        found.append(Asked(both, shapes, weights, person))
    return found


def telling(words: list[Word], person: bool) -> list[Word]:
    """Keep at most MAX_WORDS words, the rarest, and each at most MAX_REPEATS times."""
    seen: Counter[str] = Counter()
    kept: list[Word] = []
    for word in words:
        seen[word.text] += 1
        if seen[word.text] <= MAX_REPEATS:
            kept.append(word)
    if len(kept) <= MAX_WORDS:
        return kept
    rarity = [weight(forms(word.text), person) for word in kept]
    places = nlargest(MAX_WORDS, range(len(kept)), key=lambda at: (rarity[at], -at))
    return [kept[at] for at in sorted(places)]
