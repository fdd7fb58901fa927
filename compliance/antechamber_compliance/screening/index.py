"""An index in memory over all listed names: who carries which words."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from antechamber_compliance.screening.block import BadBlock, Parts, from_block, to_block
from antechamber_compliance.screening.documents import document_keys
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.keys import Keys
from antechamber_compliance.screening.names import Word, fold, read
from antechamber_compliance.screening.postings import Postings
from antechamber_compliance.screening.rows import Numbers, Rows
from antechamber_compliance.screening.units import units
from antechamber_compliance.screening.vocabulary import Vocabulary

PERSON, ORGANIZATION = "Person", "Organization"
KNOWN_SCHEMAS = frozenset({PERSON, ORGANIZATION, "Vessel", "Aircraft"})
MASK_BITS = 62  # of words that a joined unit covers; no real name has as many

Weights: TypeAlias = NDArray[np.float32]


class Party(NamedTuple):
    """An entry with the list it stands on and the regimes that follow from it."""

    list_id: str
    entry: Entry
    regimes: tuple[str, ...]


def own_regimes(_list_id: str, entry: Entry) -> tuple[str, ...]:
    """Return the regimes that the entry itself states; publishers' lists need a table."""
    return entry.regimes


class Index:
    """Every listed party and spelling; build it once, ask it from any thread.

    Spellings have numbers. Of each: `party_of`, the place of the name in its entry, its words in
    the vocabulary (`words`), what neighbours make when joined (`joined`) with a bit for each word
    that they cover (`masks`), and the weight of all its words, as a person's name or another's.
    """

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.vocabulary = Vocabulary()

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
                index.parties.append(Party(list_id, entry, regimes(list_id, entry)))
        index._fill()
        return index

    def __len__(self) -> int:
        return len(self.party_of)

    def name(self, number: int) -> ListedName:
        """Return a spelling as it is listed."""
        entry = self.parties[int(self.party_of[number])].entry
        return entry.names[int(self._place[number])]

    def joined_units(self, number: int) -> list[tuple[int, int]]:
        """Return what neighbours in a spelling make: each as a word, and which they cover."""
        first, last = self.joined.starts[number : number + 2]
        return list(zip(self.joined.row(number), self.masks[first:last].tolist(), strict=True))

    def exact(self, name: str) -> list[int]:
        """Return the spellings with the same words, in any order or joined otherwise."""
        wanted = same_keys(fold(name))
        found = set(self._same.find(wanted).tolist())
        # The keys are kept as sums: whoever is found by one is compared.
        same = (n for n in found if not wanted.isdisjoint(same_keys(fold(self.name(n).text))))
        return sorted(same)

    def holders(self, documents: Iterable[str]) -> set[int]:
        """Return the parties that carry one of these document numbers."""
        keys = {key for document in documents for key in document_keys(document)}
        return {party for key in keys for party in self._documents.get(key, ())}

    def suited(self, person: bool) -> NDArray[np.bool_]:
        """Say of every spelling whether a query about a person, or another, may be that party."""
        return self._suits[person]

    def to_bytes(self, sources: str) -> bytes:
        """Return what `from_bytes` needs beside the lists; `sources` is a digest of them."""
        return to_block(
            {
                "sources": sources,
                "entries": self._counts(),
                "documents": self._documents,
                "party_of": self.party_of,
                "place": self._place,
                "masks": self.masks,
                **_rows("words_of", self.words),
                **_rows("joined_of", self.joined),
                **self._same.parts("same"),
                **{f"suits.{person}": suits for person, suits in self._suits.items()},
                **{f"weight_of.{person}": weights for person, weights in self.weights.items()},
                **self.postings.parts(),
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

    def _fill(self) -> None:
        self._same, self._documents = Keys(), dict[str, list[int]]()
        names, words, joined = list[tuple[int, int]](), list[list[int]](), list[list[int]]()
        masks: list[int] = []
        for number, party in enumerate(self.parties):
            for place, found in _spellings(party.entry):
                self._same.add(same_keys(word.text for word in found), len(names))
                names.append((number, place))
                own = units(found, party.entry.schema == PERSON)
                words.append([self.vocabulary.join(u.text, alone=True) for u in own.words])
                others = [unit for unit in own.joined if unit.mask < 1 << MASK_BITS]
                joined.append([self.vocabulary.join(u.text, alone=False) for u in others])
                masks += (unit.mask for unit in others)
            for document in party.entry.documents:
                for key in document_keys(document.number):
                    self._documents.setdefault(key, []).append(number)
        both = np.array(names, dtype=np.int32).reshape(-1, 2)
        self.party_of, self._place = both[:, 0].copy(), both[:, 1].copy()
        self.words, self.joined = Rows.of(words), Rows.of(joined)
        self.masks = np.array(masks, dtype=np.int64)
        self._close()

    def _close(self) -> None:
        self._same.close()
        self.vocabulary.close()
        self.postings = Postings.of(self.words, self.joined, self.vocabulary.words)
        schemas = [self.parties[party].entry.schema for party in self.party_of.tolist()]
        self._suits = {
            True: np.array([s == PERSON or s not in KNOWN_SCHEMAS for s in schemas], np.bool_),
            False: np.array([s != PERSON for s in schemas], np.bool_),
        }
        starts, items = self.words
        owners = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(starts))
        self.weights: dict[bool, Weights] = {
            person: np.bincount(owners, weights[items], len(self)).astype(np.float32)
            for person, weights in self.vocabulary.weights.items()
        }

    def _counts(self) -> list[list[object]]:
        return [[*count] for count in Counter(party.list_id for party in self.parties).items()]

    def _restore(self, parts: Parts) -> None:
        self._documents, self.masks = parts["documents"], parts["masks"]
        self.party_of, self._place = parts["party_of"], parts["place"]
        self.words = Rows(parts["words_of.starts"], parts["words_of.items"])
        self.joined = Rows(parts["joined_of.starts"], parts["joined_of.items"])
        self._same = Keys.restored("same", parts)
        self._suits = {person: parts[f"suits.{person}"] for person in (True, False)}
        self.weights = {person: parts[f"weight_of.{person}"] for person in (True, False)}
        self.postings = Postings.restored(parts)
        self.vocabulary = Vocabulary.restored(parts)


def same_keys(words: Iterable[str]) -> set[str]:
    """Return what names share that have the same words in another order, or joined otherwise."""
    texts = tuple(words)
    return {" ".join(sorted(texts)), "".join(texts)}


def _spellings(entry: Entry) -> Iterable[tuple[int, list[Word]]]:
    """Return each spelling of an entry by its place, those with the same words once, if strong."""
    best: dict[tuple[str, ...], tuple[int, list[Word]]] = {}
    for place, name in enumerate(entry.names):
        words = read(name.text)
        texts = tuple(word.text for word in words)
        known = best.get(texts)
        weak = known is not None and entry.names[known[0]].quality == "weak"
        if texts and (known is None or (weak and name.quality == "strong")):
            best[texts] = place, words
    return best.values()


def _rows(name: str, rows: Rows) -> dict[str, Numbers]:
    return {f"{name}.starts": rows.starts, f"{name}.items": rows.items}
