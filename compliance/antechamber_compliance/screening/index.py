"""An index in memory over all listed names: what could a name be, before it is scored."""

from collections import Counter
from collections.abc import Callable, Iterable
from heapq import nlargest
from typing import NamedTuple, TypeAlias

import numpy as np

from antechamber_compliance.screening.block import BadBlock, Parts, from_block, to_block
from antechamber_compliance.screening.documents import document_keys
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.forms import Forms, forms
from antechamber_compliance.screening.likeness import (
    INITIAL_VALUE,
    LEAST,
    NICKNAME_VALUE,
    READING_VALUE,
    Pairs,
    Values,
    compare,
)
from antechamber_compliance.screening.names import Word, fold, read
from antechamber_compliance.screening.postings import Postings
from antechamber_compliance.screening.units import Unit, units
from antechamber_compliance.screening.vocabulary import NOTHING, Numbers, Vocabulary

PERSON, ORGANIZATION = "Person", "Organization"
KNOWN_SCHEMAS = frozenset({PERSON, ORGANIZATION, "Vessel", "Aircraft"})
MAX_WORDS = 24  # of a query: the rarest are kept; an exact match looks at all of them
MAX_REPEATS = 2  # of one word in a query
MAX_CANDIDATES = 50
LEAST_SHARE = 0.25  # of the query's weight that a spelling must carry to be looked at
CUT = 0.45  # of the best candidate's rank; what is below is not sorted
RANK_BASE = 0.2  # so that names of very common words do not come first
DOUBTFUL = 0.75  # a likeness below this is worth a farther look


Similar: TypeAlias = tuple[Numbers, Values]


class Listed(NamedTuple):
    """One spelling in the index: its entry, folded words, and its units by number and mask.

    The first `len(ids)` units are the words themselves.
    """

    party: int
    name: ListedName
    words: tuple[str, ...]
    ids: tuple[int, ...]
    joined: tuple[tuple[int, int], ...]


class Party(NamedTuple):
    """An entry with the list it stands on and the regimes that follow from it."""

    list_id: str
    entry: Entry
    regimes: tuple[str, ...]


class Asked(NamedTuple):
    """A query: its units with their forms (words first), and the weight of each word (0 to 1)."""

    units: tuple[Unit, ...]
    forms: tuple[Forms, ...]
    weights: tuple[float, ...]
    person: bool


def own_regimes(_list_id: str, entry: Entry) -> tuple[str, ...]:
    """Return the regimes that the entry itself states; publishers' lists need a table."""
    return entry.regimes


class Index:
    """Every listed party and spelling; build it once, ask it from any thread."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.names: list[Listed] = []
        self.vocabulary = Vocabulary()
        self._same: dict[str, list[int]] = {}
        self._documents: dict[str, list[int]] = {}

    @classmethod
    def build(
        cls,
        lists: Iterable[tuple[str, Iterable[Entry]]],
        regimes: Callable[[str, Entry], tuple[str, ...]] = own_regimes,
    ) -> "Index":
        """Index (list id, entries) pairs; `regimes` says which regimes an entry falls under."""
        index = cls()
        for list_id, entries in lists:
            for entry in entries:
                index._add(Party(list_id, entry, regimes(list_id, entry)))
        index._close()
        return index

    def to_bytes(self, sources: str) -> bytes:
        """Return what `from_bytes` needs beside the lists; `sources` is a digest of them."""
        names = [
            [n.party, self.parties[n.party].entry.names.index(n.name), n.words, n.ids, n.joined]
            for n in self.names
        ]
        return to_block(
            {
                "sources": sources,
                "entries": self._counts(),
                "names": names,
                "same": self._same,
                "documents": self._documents,
                "suits.person": self._suits[True],
                "suits.other": self._suits[False],
                "weights.person": self._weights[True],
                "weights.other": self._weights[False],
                **self._postings.parts(),
                **self.vocabulary.parts(),
            }
        )

    @classmethod
    def from_bytes(
        cls, content: bytes, lists: Iterable[tuple[str, Iterable[Entry]]], sources: str
    ) -> "Index":
        """Restore the index over the same lists, in the same order; raise BadBlock for others."""
        index, parts = cls(), from_block(content)
        index.parties = [
            Party(list_id, entry, entry.regimes) for list_id, entries in lists for entry in entries
        ]
        if (parts.get("sources"), parts.get("entries")) != (sources, index._counts()):
            raise BadBlock("an index of other lists")
        try:
            index._restore(parts)
        except (KeyError, IndexError, TypeError, ValueError) as fault:
            raise BadBlock("not an index") from fault
        return index

    def exact(self, name: str) -> list[int]:
        """Return the spellings with the same words, in any order or joined otherwise."""
        words = fold(name)
        found = self._same.get(_sorted_key(words), []) + self._same.get(_joined_key(words), [])
        return sorted(set(found))

    def holders(self, documents: Iterable[str]) -> set[int]:
        """Return the parties that carry one of these document numbers."""
        keys = {key for document in documents for key in document_keys(document)}
        return {party for key in keys for party in self._documents.get(key, ())}

    def asked(self, name: str, schema: str) -> Asked:
        """Return a query's words, at most MAX_WORDS of them, with their weights."""
        person = schema == PERSON
        found = units(self._telling(read(name), person), person)
        both = found.words + found.joined
        shapes = tuple(forms(unit.text) for unit in both)
        weights = tuple(
            self.vocabulary.weight(shape, person) for shape in shapes[: len(found.words)]
        )
        return Asked(both, shapes, weights, person)

    def suited(self, person: bool) -> list[int]:
        """Return every spelling that a query about a person, or about anything else, may be."""
        return [int(number) for number in np.flatnonzero(self._suits[person])]

    def candidates(self, asked: Asked, count: int = MAX_CANDIDATES) -> tuple[Asked, list[int]]:
        """Return the spellings worth scoring, best first, and the query with settled weights.

        A word that is not listed weighs as much as the listed word most like it.
        """
        similar = self._similar(asked)
        weights = tuple(
            self._settled(asked, place, similar[place]) for place in range(len(asked.weights))
        )
        asked = asked._replace(weights=weights)
        reached = self._reached(asked, similar)
        total, suits = sum(weights), self._suits[asked.person]
        found = np.flatnonzero((reached > LEAST_SHARE * total) & suits)
        listed = self._weights[asked.person][found]
        # Of 'Hassan Hassan' a name with one Hassan has one: no more than it weighs itself.
        rank = np.minimum(reached[found], listed) / (0.5 * total + 0.5 * listed + RANK_BASE)
        if len(found) > count:
            near = rank >= CUT * rank.max()
            found, rank = found[near], rank[near]
        return asked, found[np.argsort(-rank, kind="stable")[:count]].tolist()

    def _telling(self, words: list[Word], person: bool) -> list[Word]:
        """Keep at most MAX_WORDS words, the rarest, and each at most MAX_REPEATS times."""
        seen: Counter[str] = Counter()
        kept: list[Word] = []
        for word in words:
            seen[word.text] += 1
            if seen[word.text] <= MAX_REPEATS:
                kept.append(word)
        if len(kept) <= MAX_WORDS:
            return kept
        rarity = [self.vocabulary.weight(forms(word.text), person) for word in kept]
        places = nlargest(MAX_WORDS, range(len(kept)), key=lambda at: (rarity[at], -at))
        return [kept[at] for at in sorted(places)]

    def _similar(self, asked: Asked) -> list[Similar]:
        """Return the listed words like each unit of a query, with their likeness."""
        found = self._compared(asked, [self._near(asked, at) for at in range(len(asked.units))])
        words = range(len(asked.weights))
        doubtful = {at for at in words if not len(found[at][1]) or found[at][1].max() < DOUBTFUL}
        if doubtful:
            far = [self._far(asked, at) if at in doubtful else NOTHING for at in range(len(found))]
            for at, (numbers, values) in enumerate(self._compared(asked, far)):
                found[at] = _both(found[at], numbers, values)
        for at in words:
            also = self.vocabulary.also_called(asked.forms[at])
            if len(also):
                found[at] = _both(found[at], also, np.full(len(also), NICKNAME_VALUE, np.float32))
        return found

    def _compared(self, asked: Asked, near: list[Numbers]) -> list[Similar]:
        counts = [len(numbers) for numbers in near]
        places = np.repeat(np.arange(len(near), dtype=np.int32), counts)
        values = compare(self.vocabulary, Pairs(asked.forms, places, np.concatenate(near)))[0]
        found = []
        for unit, numbers, end in zip(asked.units, near, np.cumsum(counts).tolist(), strict=True):
            mine = values[end - len(numbers) : end]
            if unit.syllabic:
                mine = np.full(len(numbers), READING_VALUE, np.float32)
            found.append((numbers[mine >= LEAST], mine[mine >= LEAST]))
        return found

    def _near(self, asked: Asked, at: int) -> Numbers:
        unit = asked.units[at]
        if unit.syllabic or at >= len(asked.weights):
            exact = map(self.vocabulary.find, (unit.text, *unit.spellings))
            return np.array([number for number in exact if number is not None], dtype=np.int32)
        return self.vocabulary.near(asked.forms[at]) if len(unit.text) > 1 else NOTHING

    def _far(self, asked: Asked, at: int) -> Numbers:
        return NOTHING if asked.units[at].syllabic else self.vocabulary.farther(asked.forms[at])

    def _settled(self, asked: Asked, at: int, similar: Similar) -> float:
        numbers, values = similar
        if not len(numbers) or self.vocabulary.find(asked.units[at].text) is not None:
            return asked.weights[at]
        nearest = numbers[int(np.argmax(values))]
        return min(asked.weights[at], float(self.vocabulary.rarities[asked.person][nearest]))

    def _reached(self, asked: Asked, similar: list[Similar]) -> Values:
        """Return, per spelling, the weight of the query's words that it has or resembles."""
        reached = np.zeros(len(self.names), dtype=np.float32)
        shares: list[tuple[Numbers, Values]] = []  # per word: the listed words, and the share
        for at, weight in enumerate(asked.weights):
            best = np.zeros(len(self.names), dtype=np.float32)
            letter = asked.units[at].text
            if len(letter) == 1:
                best[self._postings.with_initial(letter)] = INITIAL_VALUE
            parts = [s for unit, s in zip(asked.units, similar, strict=True) if unit.mask >> at & 1]
            numbers = np.concatenate([numbers for numbers, _ in parts])
            values = np.concatenate([values for _, values in parts])
            # In rising order, so that of several likenesses the best is written last.
            order = np.argsort(values, kind="stable")
            names, likeness = self._postings.with_words(numbers[order], values[order])
            best[names] = likeness
            share = weight * best
            reached += share
            own = similar[at][0]  # a joined word may well stand for both
            for others, other in shares:
                self._count_once(reached, np.intersect1d(own, others), share, other)
            shares.append((own, share))
        return reached

    def _count_once(self, reached: Values, both: Numbers, one: Values, other: Values) -> None:
        """Let one listed word stand for one of two query words that it resembles, not for both."""
        if not len(both):
            return
        names, _ = self._postings.with_words(both, np.zeros(len(both), dtype=np.float32))
        single = np.flatnonzero(np.bincount(names, minlength=len(reached)) == 1)
        reached[single] -= np.minimum(one[single], other[single])

    def _add(self, party: Party) -> None:
        number = len(self.parties)
        self.parties.append(party)
        best: dict[tuple[str, ...], tuple[ListedName, list[Word]]] = {}
        for name in party.entry.names:
            words = read(name.text)
            texts = tuple(word.text for word in words)
            known = best.get(texts)
            if texts and (known is None or name.quality == "strong" != known[0].quality):
                best[texts] = name, words
        joined = self.vocabulary.join
        ids: set[int] = set()
        for texts, (name, words) in best.items():
            found = units(words, party.entry.schema == PERSON)
            mine = tuple(joined(unit.text) for unit in found.words)
            ids.update(mine)
            others = tuple((joined(unit.text), unit.mask) for unit in found.joined)
            self.names.append(Listed(number, name, texts, mine, others))
        self.vocabulary.count(ids)
        for document in party.entry.documents:
            for key in document_keys(document.number):
                self._documents.setdefault(key, []).append(number)

    def _close(self) -> None:
        self.vocabulary.close()
        for number, listed in enumerate(self.names):
            for key in {_sorted_key(listed.words), _joined_key(listed.words)}:
                self._same.setdefault(key, []).append(number)
        words = self.vocabulary.words
        # A word as often as it stands in the name, a joined one once.
        posted = [(*n.ids, *{word for word, _ in n.joined} - {*n.ids}) for n in self.names]
        initials = ({words[word][0] for word in listed.ids} for listed in self.names)
        self._postings = Postings.of(posted, initials, len(words))
        schemas = [self.parties[listed.party].entry.schema for listed in self.names]
        self._suits = {
            True: np.array([s == PERSON or s not in KNOWN_SCHEMAS for s in schemas], np.bool_),
            False: np.array([s != PERSON for s in schemas], np.bool_),
        }
        self._weights = {
            person: np.array([sum(rarities[list(n.ids)].tolist()) for n in self.names], np.float32)
            for person, rarities in self.vocabulary.rarities.items()
        }

    def _counts(self) -> list[list[object]]:
        return [[*count] for count in Counter(party.list_id for party in self.parties).items()]

    def _restore(self, parts: Parts) -> None:
        for number, at, words, ids, joined in parts["names"]:
            name = self.parties[number].entry.names[at]
            pairs = tuple([(word, mask) for word, mask in joined])
            self.names.append(Listed(number, name, tuple(words), tuple(ids), pairs))
        self._same, self._documents = parts["same"], parts["documents"]
        self._suits = {True: parts["suits.person"], False: parts["suits.other"]}
        self._weights = {True: parts["weights.person"], False: parts["weights.other"]}
        self._postings = Postings.restored(parts)
        self.vocabulary = Vocabulary.restored(parts)


def _both(similar: Similar, numbers: Numbers, values: Values) -> Similar:
    return np.concatenate([similar[0], numbers]), np.concatenate([similar[1], values])


def _sorted_key(words: tuple[str, ...]) -> str:
    return " ".join(sorted(words))


def _joined_key(words: tuple[str, ...]) -> str:
    return "".join(words)
