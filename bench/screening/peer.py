"""nomenklatura's logic-v2 behind the words of this benchmark; installed for it alone.

It compares two entities and finds no candidates, so it is given ours. What it spends most of its
time on is analysing names, of which it remembers the last thousand entities. The cached form
remembers all of them, which an office could do that has the memory.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version

from followthemoney import EntityProxy, model
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.matching.logic_v2.names import analysis
from nomenklatura.matching.logic_v2.names import match as name_matching

from antechamber.matching.ftm import properties_of, schema_of
from antechamber_compliance.screening.index import Party
from antechamber_compliance.screening.match import Query

CACHES = ("entity_names", "entity_names_consolidated")


class LogicV2Peer:
    """Compares queries with listed parties, as shipped or with every analysed name kept."""

    def __init__(self) -> None:
        self.version = version("nomenklatura")
        self._config = LogicV2.default_config()
        self._listed: dict[tuple[str, str], EntityProxy] = {}
        self._shipped = {name: getattr(analysis, name) for name in CACHES}
        self._kept = {name: cache(found.__wrapped__) for name, found in self._shipped.items()}

    def listed(self, party: Party) -> EntityProxy:
        """Return a party as its entity, made once."""
        key = party.list_id, party.entry.entry_id
        if key not in self._listed:
            entry = party.entry
            self._listed[key] = _entity(":".join(key), schema_of(entry), properties_of(entry))
        return self._listed[key]

    def keep_names(self, kept: bool) -> None:
        """Use the cached form from now on, or the shipped one."""
        for name, found in (self._kept if kept else self._shipped).items():
            setattr(analysis, name, found)
            setattr(name_matching, name, found)

    def analyse(self, parties: Iterable[EntityProxy]) -> None:
        """Fill the cached form's memory with the names of some parties."""
        self.keep_names(True)
        for party in parties:
            for found in self._kept.values():
                found(party, prop=None)

    def scores(self, query: Query, parties: Iterable[EntityProxy]) -> list[float]:
        """Return the score of each party."""
        asked = _asked(query)
        return [LogicV2.compare(asked, party, self._config).score for party in parties]


def _asked(query: Query) -> EntityProxy:
    born = {"birthDate": [query.birth_date]} if query.birth_date else {}
    named = {"name": [query.name], "country": list(query.countries)}
    return _entity(f"query:{query.id}", query.schema, named | born)


def _entity(identifier: str, schema: str, properties: Mapping[str, list[str]]) -> EntityProxy:
    data = {"id": identifier, "schema": schema, "properties": dict(properties)}
    return model.get_proxy(data, cleaned=False)
