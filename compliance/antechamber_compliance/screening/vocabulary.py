"""The words of all listed names: their forms, and keys to find them by."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from antechamber_compliance.screening.block import Parts
from antechamber_compliance.screening.forms import (
    MAX_WORD_CHARS,
    TONES,
    Forms,
    deletions,
    forms,
)
from antechamber_compliance.screening.keys import Keys, Sums, key_sum
from antechamber_compliance.screening.nicknames import known_name, related
from antechamber_compliance.screening.rarity import weight
from antechamber_compliance.screening.readings import Readings
from antechamber_compliance.screening.rows import NOTHING, Numbers, distinct

LEAST_FAR_CONSONANTS = 4
LEAST_ROMANISED = 5  # letters of a nickname whose other romanisations are sought as well
NO_SUM = 1  # stands for "none" on one side of a comparison, 0 on the other
BY_WORD = (
    "lengths", "sound_lengths", "letters", "unvowelled", "initials", "vowelled", "consonants",
    *TONES,
)  # fmt: skip
CONSONANTS, READING = "c ", "r "  # before keys that are not spellings
KEYS = ("near", "far")


class Vocabulary:
    """Words with numbers in order of first use.

    Fill it with `join`, then `close` it before asking. The arrays hold one value a word: lengths,
    weights, and the sums of its forms, by which equal forms are found.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.sounds: list[str] = []
        self._numbers: dict[str, int] = {}
        self._alone = array("b")  # whether it stands in a name, not only as neighbours joined
        self._also_called: dict[str, Numbers] = {}  # at most the table of nicknames

    def join(self, word: str, *, alone: bool) -> int:
        """Return the number of a word, known or new; `alone` if it is not neighbours joined."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self._alone.append(0)
        self._alone[number] |= alone
        return number

    def close(self) -> None:
        """Compute forms, weights and keys of all words."""
        shapes = [forms(word) for word in self.words]
        self.sounds = [form.sound for form in shapes]
        self.lengths = np.array([len(word) for word in self.words], dtype=np.int32)
        self.sound_lengths = np.array([len(form.sound) for form in shapes], dtype=np.int32)
        self.letters = np.array([word.isalpha() for word in self.words], dtype=np.bool_)
        self.unvowelled = np.array([word[0] > "z" for word in self.words], dtype=np.bool_)
        self.initials = np.array([ord(word[0]) for word in self.words], dtype=np.uint32)
        self.vowelled = _sums([form.vowelled for form in shapes])
        self.consonants = _sums([form.consonants for form in shapes])
        for name, tone in TONES.items():
            setattr(self, name, _sums([sound.translate(tone) for sound in self.sounds]))
        self.readings = Readings.of(shapes)
        self._make_keys(shapes)
        self.weights = {
            person: np.array([weight(form, person) for form in shapes], dtype=np.float32)
            for person in (True, False)
        }

    def find(self, word: str) -> int | None:
        """Return the number of a listed word, or None."""
        return self._numbers.get(word)

    def near(self, words: Sequence[Forms]) -> tuple[Numbers, Numbers]:
        """Return pairs of a word, by place, and a listed one that is worth comparing with it.

        That is a misspelt one, or one romanised otherwise.
        """
        return _paired(self._near.find_each([_near_keys(form) for form in words]))

    def farther(self, words: Sequence[Forms]) -> tuple[Numbers, Numbers]:
        """Return such pairs whose consonants differ by one."""
        return _paired(self._far.find_each([_far_keys(form) for form in words]))

    def also_called(self, form: Forms) -> Numbers:
        """Return the listed words that are other given names of somebody with this one."""
        name = known_name(form.text, form.sound)
        known = self._also_called.get(name)
        if known is None and (names := related(name)):
            known = self._also_called[name] = self._listed_among(names)
        return NOTHING if known is None else known

    def parts(self) -> Parts:
        """Return what `restored` needs."""
        found: dict[str, object] = {"words": self.words, "sounds": self.sounds}
        found |= self.readings.parts()
        found |= {f"words.{name}": getattr(self, name) for name in BY_WORD}
        found |= {f"weights.{person}": values for person, values in self.weights.items()}
        for name in KEYS:
            found |= getattr(self, f"_{name}").parts(name)
        return found

    @classmethod
    def restored(cls, parts: Parts) -> "Vocabulary":
        """Restore the closed vocabulary whose parts these are."""
        found = cls()
        found.words, found.sounds = parts["words"], parts["sounds"]
        found._numbers = {word: number for number, word in enumerate(found.words)}
        found.weights = {person: parts[f"weights.{person}"] for person in (True, False)}
        found.readings = Readings.restored(parts)
        for name in BY_WORD:
            setattr(found, name, parts[f"words.{name}"])
        for name in KEYS:
            setattr(found, f"_{name}", Keys.restored(name, parts))
        return found

    def _listed_among(self, names: Iterable[str]) -> Numbers:
        """Return the listed words among some names; of long ones other romanisations as well."""
        exact = [number for name in names if (number := self._numbers.get(name)) is not None]
        long = [form for form in map(forms, names) if len(form.text) >= LEAST_ROMANISED]
        numbers = np.unique(
            self._near.find({CONSONANTS + f.consonants for f in long if f.consonants})
        )
        heard = {form.sound for form in long}
        exact += [number for number in numbers.tolist() if self.sounds[number] in heard]
        return np.unique(np.array(exact, dtype=np.int32))

    def _make_keys(self, shapes: Sequence[Forms]) -> None:
        self._near, self._far = Keys(), Keys()
        for number, form in enumerate(shapes):
            if self._alone[number]:
                self._near.add(_near_keys(form), number)
                self._far.add(_far_keys(form), number)
            else:  # only neighbours joined: no typing errors are sought
                self._near.add({form.text, form.sound, *_heard_keys(form)}, number)
        self._near.close()
        self._far.close()


def _near_keys(form: Forms) -> set[str]:
    if len(form.text) > MAX_WORD_CHARS:
        return {form.text}
    return {*deletions(form.text), *deletions(form.sound), *_heard_keys(form)}


def _heard_keys(form: Forms) -> set[str]:
    found = {READING + reading.consonants for reading in form.readings}
    return found | {CONSONANTS + form.consonants} if form.consonants else found


def _far_keys(form: Forms) -> set[str]:
    if len(form.consonants) < LEAST_FAR_CONSONANTS:
        return set()
    return set(deletions(form.consonants))


def _paired(*found: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
    """Return pairs of numbers, each once."""
    flat = [places.astype(np.int64) << 32 | numbers for places, numbers in found]
    both = distinct(np.concatenate(flat))
    return (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)


def _sums(keys: Sequence[str]) -> Sums:
    """Return the sum of each key, 0 for an empty one."""
    return np.array([key_sum(key) if key else 0 for key in keys], dtype=np.uint32)
