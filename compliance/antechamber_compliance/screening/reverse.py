"""Screen the other way round: which of many people may a few listed entries be?

Full screening asks every person about every list. After an update only some entries are new,
so their names are held against all people at once. What comes out is a superset: nobody whom
`match` would alert on one of these entries is left out, because the bound that the scorer itself
skips candidates by is computed here for every pair. Whoever is in it is then asked forward.
"""

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np

from antechamber_compliance.screening.alike import alike_words
from antechamber_compliance.screening.asking import Asking
from antechamber_compliance.screening.bands import BIRTH_DATE_POINTS, HUNDREDTHS
from antechamber_compliance.screening.bound import Bound
from antechamber_compliance.screening.index import PERSON, Index, same_keys
from antechamber_compliance.screening.match import Query
from antechamber_compliance.screening.names import fold
from antechamber_compliance.screening.rows import Numbers


class Reverse:
    """The names of an office's people and bodies, to be asked which of them an entry may be."""

    def __init__(self, queries: Sequence[Query]) -> None:
        numbered = list(enumerate(queries))
        self._queries = queries
        self._asking = [
            Asking([(n, q) for n, q in numbered if (q.schema == PERSON) is person], person=person)
            for person in (True, False)
        ]

    def reached(self, index: Index, changed: Collection[tuple[str, str]], near: int) -> set[int]:
        """Return the numbers of the queries that may alert on one of the changed entries.

        `changed` are (list id, entry id); `near` is the lowest near_score of any query, in
        points.
        """
        parties = {
            number
            for number, party in enumerate(index.parties)
            if (party.list_id, party.entry.entry_id) in changed
        }
        listed = np.flatnonzero(np.isin(index.party_of, [*parties])).astype(np.int32)
        texts = [fold(index.name(number).text) for number in listed.tolist()]
        floor = (near - BIRTH_DATE_POINTS) / HUNDREDTHS
        found = self._same_number(index, parties)
        for asking in self._asking:
            found |= asking.long
            keys = set(chain.from_iterable(map(same_keys, texts)))
            for key in keys & asking.keys.keys():
                found.update(asking.keys[key])
            if len(listed) and len(asking.numbers):
                found |= _resembling(index, asking, listed, floor)
        return found

    def _same_number(self, index: Index, parties: set[int]) -> set[int]:
        carried = [(n, query.documents) for n, query in enumerate(self._queries) if query.documents]
        return {n for n, documents in carried if index.holders(documents) & parties}


def _resembling(index: Index, asking: Asking, listed: Numbers, floor: float) -> set[int]:
    """Return whom the bound of the score does not keep from reaching `floor` with a name."""
    alike, bound = alike_words(index, asking, listed), Bound(index, asking)
    pairs = (bound.highest(alike, number) for number in listed.tolist())
    reaching = [names[scores >= floor] for names, scores in pairs]
    return set(asking.numbers[np.unique(np.concatenate(reaching))].tolist())
