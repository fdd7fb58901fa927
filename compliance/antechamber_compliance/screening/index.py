"""An index in memory over all listed names: what could a name be, before it is scored."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.names import fold, is_syllabic
from antechamber_compliance.screening.vocabulary import Likeness, Vocabulary

PERSON = "Person"
PARTICLE_CHARS = 4  # 'al', 'abd', 'van': a word this short may be written with its neighbour
INITIAL_WEIGHT = 0.15
MAX_WORDS = 32  # of a query: the rarest are kept; an exact match looks at all of them
MAX_REPEATS = 2  # of one word in a query
SEED_SHARE = 0.45  # names that share only words below this share of the weight are not seeded
MAX_CANDIDATES, MIN_CANDIDATES = 50, 10
CANDIDATE_WORK = 300  # candidates times words of the query
MAX_STEPS = 100_000  # postings read for one query; reached only by names made to be slow
MIN_DOCUMENT_CHARS = 5


class Listed(NamedTuple):
    """One spelling in the index: its entry, folded words, their ids and total weight."""

    party: int
    name: ListedName
    words: tuple[str, ...]
    ids: tuple[int, ...]


class Party(NamedTuple):
    """An entry with the list it stands on and the regimes that follow from it."""

    list_id: str
    entry: Entry
    regimes: tuple[str, ...]


class Asked(NamedTuple):
    """One word of a query: the listed words like it, and how much it says (0 to 1)."""

    word: str
    similar: dict[int, Likeness]
    weight: float


def own_regimes(_list_id: str, entry: Entry) -> tuple[str, ...]:
    """Return the regimes that the entry itself states; publishers' lists need a table."""
    return entry.regimes


class Index:
    """Every listed party and spelling; build it once, ask it from any thread."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.names: list[Listed] = []
        self.vocabulary = Vocabulary()
        self._weights = array("d")
        self._is_person = bytearray()
        self._postings: dict[int, array[int]] = {}
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

    def asked(self, name: str) -> list[Asked]:
        """Return the words of a query with what resembles them, at most MAX_WORDS."""
        similar = self.vocabulary.same if is_syllabic(name) else self.vocabulary.similar
        words = []
        for word in self._telling(self._joined(fold(name))):
            if len(word) == 1:
                words.append(Asked(word, self.vocabulary.same(word), INITIAL_WEIGHT))
            else:
                found = similar(word)
                words.append(Asked(word, found, self.vocabulary.weight(found)))
        return words

    def exact(self, name: str) -> list[int]:
        """Return the spellings with the same words, in any order or joined otherwise."""
        words = fold(name)
        found = self._same.get(_sorted_key(words), []) + self._same.get(_joined_key(words), [])
        return sorted(set(found))

    def holders(self, documents: Iterable[str]) -> set[int]:
        """Return the parties that carry one of these document numbers."""
        keys = {key for document in documents for key in _document_keys(document)}
        return {party for key in keys for party in self._documents.get(key, ())}

    def candidates(self, asked: list[Asked], schema: str) -> list[int]:
        """Return the spellings worth scoring for a query of this schema, best first."""
        total = sum(word.weight for word in asked)
        reached = self._reached(asked, total)
        person, weights = schema == PERSON, self._weights
        ranked = (
            (2 * share / (total + weights[number]), -number)
            for number, share in reached.items()
            if self._is_person[number] == person
        )
        count = max(MIN_CANDIDATES, min(MAX_CANDIDATES, CANDIDATE_WORK // max(1, len(asked))))
        return [-number for _, number in nlargest(count, ranked)]

    def _reached(self, asked: list[Asked], total: float) -> dict[int, float]:
        """Add up, per spelling, the weight of the query's words that it has.

        Rare words are read first. Once the words left could not carry a match by themselves,
        they only add to spellings already reached: common words stay cheap.
        """
        reached: dict[int, float] = {}
        left, steps = total, 0
        for word in sorted(asked, key=self._cost):
            seeding = left > SEED_SHARE * total
            best: dict[int, float] = {}
            # Ascending likeness, so that the best one is written last.
            for number, likeness in sorted(word.similar.items(), key=lambda item: item[1].value):
                posting = self._postings.get(number, ())
                steps += len(posting)
                share = likeness.value * word.weight
                for name in posting if seeding else filter(reached.__contains__, posting):
                    best[name] = share
            for name, share in best.items():
                reached[name] = reached.get(name, 0.0) + share
            left -= word.weight
            if steps > MAX_STEPS:
                break
        return reached

    def _cost(self, word: Asked) -> int:
        return sum(len(self._postings.get(number, ())) for number in word.similar)

    def _telling(self, words: list[str]) -> list[str]:
        """Keep at most MAX_WORDS words, the rarest, and each at most MAX_REPEATS times."""
        seen: Counter[str] = Counter()
        kept: list[str] = []
        for word in words:
            seen[word] += 1
            if seen[word] <= MAX_REPEATS:
                kept.append(word)
        if len(kept) <= MAX_WORDS:
            return kept
        rarity = self.vocabulary.rarity
        places = nlargest(MAX_WORDS, range(len(kept)), key=lambda n: (rarity(kept[n]), -n))
        return [kept[place] for place in sorted(places)]

    def _joined(self, words: tuple[str, ...]) -> list[str]:
        """Join a particle to its neighbour where the lists know only the joined form."""
        found: list[str] = []
        known = self.vocabulary.find
        pending = list(words)
        while pending:
            word = pending.pop(0)
            if pending and min(len(word), len(pending[0])) <= PARTICLE_CHARS:
                joined = word + pending[0]
                if known(joined) is not None and known(pending[0]) is None:
                    word = joined
                    pending.pop(0)
            found.append(word)
        return found

    def _add(self, party: Party) -> None:
        number = len(self.parties)
        self.parties.append(party)
        spellings: dict[tuple[str, ...], ListedName] = {}
        for name in party.entry.names:
            known = spellings.get(words := fold(name.text))
            if words and (known is None or name.quality == "strong" != known.quality):
                spellings[words] = name
        for words, name in spellings.items():
            self.names.append(Listed(number, name, words, self.vocabulary.add(words)))
            self._is_person.append(party.entry.schema == PERSON)
        for document in party.entry.documents:
            for key in _document_keys(document.number):
                self._documents.setdefault(key, []).append(number)

    def _close(self) -> None:
        for number, listed in enumerate(self.names):
            for word in set(listed.ids):
                self._post(word, number)
            for first, second in pairwise(listed.words):
                if min(len(first), len(second)) <= PARTICLE_CHARS:
                    self._post(self.vocabulary.join(first + second), number)
            for key in {_sorted_key(listed.words), _joined_key(listed.words)}:
                self._same.setdefault(key, []).append(number)
        self.vocabulary.close()
        rarities = self.vocabulary.rarities
        self._weights.extend(sum(rarities[i] for i in listed.ids) for listed in self.names)

    def _post(self, word: int, name: int) -> None:
        posting = self._postings.get(word)
        if posting is None:
            posting = self._postings[word] = array("I")
        posting.append(name)


def _sorted_key(words: tuple[str, ...]) -> str:
    return " ".join(sorted(words))


def _joined_key(words: tuple[str, ...]) -> str:
    return "".join(words)


def _document_keys(number: str) -> set[str]:
    """Return a number as a whole and each word of it that has a digit.

    People write 'Passport QX100200' where a list says 'QX100200'.
    """
    words = ["".join(c for c in word if c.isalnum()) for word in number.casefold().split()]
    keys = {"".join(words), *(word for word in words if any(map(str.isdigit, word)))}
    return {key for key in keys if len(key) >= MIN_DOCUMENT_CHARS}
