"""The words of all listed names: how rare each is, its forms, and keys to find it by."""

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.block import Parts
from antechamber_compliance.screening.common_names import COMMON
from antechamber_compliance.screening.companies import common_weight
from antechamber_compliance.screening.forms import (
    MAX_WORD_CHARS,
    TONES,
    Forms,
    deletions,
    forms,
)
from antechamber_compliance.screening.nicknames import known_name, related
from antechamber_compliance.screening.unvowelled import Reading

Numbers: TypeAlias = NDArray[np.int32]
Sums: TypeAlias = NDArray[np.uint32]

LEAST_WEIGHT = 0.05
INITIAL_WEIGHT = 0.25
LEAST_FAR_CONSONANTS = 4
LEAST_ROMANISED = 5  # letters of a nickname whose other romanisations are sought as well
NO_SUM = 1  # stands for "none" on one side of a comparison, 0 on the other
NOTHING: Numbers = np.zeros(0, dtype=np.int32)
BY_WORD = (
    "lengths", "sound_lengths", "letters", "unvowelled", "initials", "vowelled", "consonants",
    "readings", *TONES,
)  # fmt: skip


def key_sum(key: str) -> int:
    """Return 32 bits that stand for a key; a collision costs a comparison, never a match."""
    return crc32(key.encode())


class Keys:
    """Which words carry a key. Fill it with `add`, `close` it, then ask."""

    def __init__(self) -> None:
        self._pending = array("Q")
        self._sums: Sums = np.zeros(0, dtype=np.uint32)
        self._words: Numbers = NOTHING

    def add(self, keys: Iterable[str], word: int) -> None:
        """Note that a word carries some keys."""
        # Spelled out rather than through `key_sum`: there are two million of them.
        self._pending.extend(crc32(key.encode()) << 32 | word for key in keys)

    def close(self) -> None:
        """Sort what was added."""
        both = np.frombuffer(self._pending, dtype=np.uint64).copy()
        both.sort()
        self._sums = (both >> np.uint64(32)).astype(np.uint32)
        self._words = (both & np.uint64(0xFFFFFFFF)).astype(np.int32)
        self._pending = array("Q")

    def find(self, keys: Iterable[str]) -> list[Numbers]:
        """Return the words of each key that has any."""
        wanted = np.array([key_sum(key) for key in keys], dtype=np.uint32)
        first = np.searchsorted(self._sums, wanted).tolist()
        last = np.searchsorted(self._sums, wanted, "right").tolist()
        return [self._words[a:b] for a, b in zip(first, last, strict=True) if b > a]

    def parts(self, name: str) -> Parts:
        """Return what `restored` needs, under a name."""
        return {f"{name}.sums": self._sums, f"{name}.words": self._words}

    @classmethod
    def restored(cls, name: str, parts: Parts) -> "Keys":
        """Restore the keys whose parts these are."""
        keys = cls()
        keys._sums, keys._words = parts[f"{name}.sums"], parts[f"{name}.words"]
        return keys


class Vocabulary:
    """Words with numbers in order of first use.

    Fill it with `join` and `count`, then `close` it before asking. The arrays hold one value
    a word: lengths, and the sums of its forms, by which equal forms are found.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.forms: list[Forms] = []
        self._numbers: dict[str, int] = {}
        self._parties = array("i")  # that have the word in a name
        self._total = 0
        self._also_called: dict[str, Numbers] = {}  # at most the table of nicknames

    def join(self, word: str) -> int:
        """Return the number of a word, known or new, without counting it."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self._parties.append(0)
        return number

    def count(self, numbers: Iterable[int]) -> None:
        """Count one more party, with all words of its names."""
        self._total += 1
        for number in set(numbers):
            self._parties[number] += 1

    def close(self) -> None:
        """Compute forms, rarities and keys of all words."""
        self.forms = [forms(word) for word in self.words]
        self.sounds = [form.sound for form in self.forms]
        self.lengths = np.array([len(word) for word in self.words], dtype=np.int32)
        self.sound_lengths = np.array([len(form.sound) for form in self.forms], dtype=np.int32)
        self.letters = np.array([word.isalpha() for word in self.words], dtype=np.bool_)
        self.unvowelled = np.array([word[0] > "z" for word in self.words], dtype=np.bool_)
        self.initials = np.array([ord(word[0]) for word in self.words], dtype=np.uint32)
        self.vowelled = _sums([form.vowelled for form in self.forms])
        self.consonants = _sums([form.consonants for form in self.forms])
        self.readings = _sums([_first_reading(form) for form in self.forms])
        for name, tone in TONES.items():
            setattr(self, name, _sums([sound.translate(tone) for sound in self.sounds]))
        self._count_forms()
        self._make_keys()
        both = list(zip(self.words, self.forms, strict=True))
        self.rarities = {
            person: np.array([self._weight(*word, person) for word in both], dtype=np.float32)
            for person in (True, False)
        }

    def find(self, word: str) -> int | None:
        """Return the number of a listed word, or None."""
        return self._numbers.get(word)

    def is_known(self, word: str) -> bool:
        """Say whether a word is a name by itself: two parties have it, or people commonly do."""
        number = self._numbers.get(word)
        listed = number is not None and self._parties[number] > 1
        return listed or word in COMMON or bool(related(word))

    def weight(self, form: Forms, person: bool) -> float:
        """Return how rare a word is, counted with all that sound like it: near 0 to 1."""
        return self._weight(form.text, form, person)

    def near(self, form: Forms) -> Numbers:
        """Return the listed words worth comparing with a word: misspelt or romanised otherwise."""
        if len(form.text) > MAX_WORD_CHARS:
            number = self.find(form.text)
            return NOTHING if number is None else np.array([number], dtype=np.int32)
        found = self._near.find({*deletions(form.text), *deletions(form.sound)})
        if form.consonants:
            found += self._by_consonants.find([form.consonants])
        if form.readings:
            found += self._by_reading.find({reading.consonants for reading in form.readings})
        return np.unique(np.concatenate(found)) if found else NOTHING

    def farther(self, form: Forms) -> Numbers:
        """Return words whose consonants differ by one, for a word that nothing near resembles."""
        if len(form.consonants) < LEAST_FAR_CONSONANTS:
            return NOTHING
        found = self._far.find(set(deletions(form.consonants)))
        return np.unique(np.concatenate(found)) if found else NOTHING

    def also_called(self, form: Forms) -> Numbers:
        """Return the listed words that are other given names of somebody with this one."""
        name = known_name(form.text, form.sound)
        known = self._also_called.get(name)
        if known is None and (names := related(name)):
            known = self._also_called[name] = self._listed_among(names)
        return NOTHING if known is None else known

    def parts(self) -> Parts:
        """Return what `restored` needs."""
        return {
            "forms": self.forms,
            "parties": np.array(self._parties, dtype=np.int32),
            "total": self._total,
            "heard": self._heard,
            "read": self._read,
            "rarities.person": self.rarities[True],
            "rarities.other": self.rarities[False],
            **{f"words.{name}": getattr(self, name) for name in BY_WORD},
            **self._near.parts("near"),
            **self._far.parts("far"),
            **self._by_consonants.parts("by_consonants"),
            **self._by_reading.parts("by_reading"),
        }

    @classmethod
    def restored(cls, parts: Parts) -> "Vocabulary":
        """Restore the closed vocabulary whose parts these are."""
        found = cls()
        found.forms = [_form(plain) for plain in parts["forms"]]
        found.words = [form.text for form in found.forms]
        found.sounds = [form.sound for form in found.forms]
        found._numbers = {word: number for number, word in enumerate(found.words)}
        found._parties = array("i", parts["parties"].tolist())
        found._total, found._heard, found._read = parts["total"], parts["heard"], parts["read"]
        found.rarities = {True: parts["rarities.person"], False: parts["rarities.other"]}
        for name in BY_WORD:
            setattr(found, name, parts[f"words.{name}"])
        found._near, found._far = Keys.restored("near", parts), Keys.restored("far", parts)
        found._by_consonants = Keys.restored("by_consonants", parts)
        found._by_reading = Keys.restored("by_reading", parts)
        return found

    def _listed_among(self, names: Iterable[str]) -> Numbers:
        """Return the listed words among some names; of long ones other romanisations as well."""
        exact = [number for name in names if (number := self._numbers.get(name)) is not None]
        long = [form for form in map(forms, names) if len(form.text) >= LEAST_ROMANISED]
        found = self._by_consonants.find({form.consonants for form in long} - {""})
        if found:
            heard = {form.sound for form in long}
            numbers = np.unique(np.concatenate(found)).tolist()
            exact += [number for number in numbers if self.sounds[number] in heard]
        return np.unique(np.array(exact, dtype=np.int32))

    def _count_forms(self) -> None:
        """Count parties by the forms that make words alike: unvowelled ones by their reading."""
        self._heard: dict[str, int] = {}
        self._read: dict[str, int] = {}
        for form, parties in zip(self.forms, self._parties, strict=True):
            self._heard[form.vowelled] = self._heard.get(form.vowelled, 0) + parties
            reading = _first_reading(form)
            self._read[reading] = self._read.get(reading, 0) + parties

    def _make_keys(self) -> None:
        self._near, self._far = Keys(), Keys()
        self._by_consonants, self._by_reading = Keys(), Keys()
        for number, form in enumerate(self.forms):
            if len(form.text) > MAX_WORD_CHARS:
                continue
            if form.consonants:
                self._by_consonants.add([form.consonants], number)
            self._by_reading.add({reading.consonants for reading in form.readings}, number)
            if not self._parties[number]:  # only neighbours joined: no typing errors are sought
                self._near.add({form.text, form.sound}, number)
                continue
            self._near.add({*deletions(form.text), *deletions(form.sound)}, number)
            if len(form.consonants) >= LEAST_FAR_CONSONANTS:
                self._far.add(set(deletions(form.consonants)), number)
        for keys in (self._near, self._far, self._by_consonants, self._by_reading):
            keys.close()

    def _weight(self, word: str, form: Forms, person: bool) -> float:
        if len(word) == 1:
            return INITIAL_WEIGHT
        if word[0] > "z" and form.readings:
            parties = max(self._read.get(reading.consonants, 0) for reading in form.readings)
        else:
            parties = self._heard.get(form.vowelled, 0)
        rarity = 1.0 - math.log1p(parties) / math.log(self._total + 2)
        return min(max(LEAST_WEIGHT, rarity), common_weight(word, person))


def _first_reading(form: Forms) -> str:
    return form.readings[0].consonants if form.readings else ""


def _form(plain: list[Any]) -> Forms:
    text, sound, vowelled, consonants, readings = plain
    found = tuple([Reading(heard, tuple(gaps)) for heard, gaps in readings])
    return Forms(text, sound, vowelled, consonants, found)


def _sums(keys: Sequence[str]) -> Sums:
    """Return the sum of each key, 0 for an empty one."""
    return np.array([key_sum(key) if key else 0 for key in keys], dtype=np.uint32)
