"""Read OpenSanctions' FollowTheMoney entities (JSON lines): entities.ftm or targets.nested.

In the first, sanctions, papers and ties are lines of their own in any order, so that parties
are put together once all is read; in the second they stand inside the party. A party counts
as listed when it is sanctioned, or when the file says nothing about why it is there: people
who are there as politically exposed, or only as somebody's relative, are not listed.
Written from the published format; no real file is among the project's data.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, TypeAlias

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists.badlist import (
    MAX_ENTRIES,
    BadList,
    distinct,
    one_line,
)
from antechamber_compliance.screening.lists.collecting import Record, checked
from antechamber_compliance.screening.lists.written_dates import birth_dates, day

Entity: TypeAlias = Mapping[str, Any]

MAX_LINE_BYTES = 8 << 20  # a bank with all its ties nested inside it has several
SCHEMAS = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "PublicBody": "Organization",
    "LegalEntity": "LegalEntity",
    "Vessel": "Vessel",
    "Airplane": "Aircraft",
}
# The two ends of each tie, in FollowTheMoney's own words.
TIES = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "Representation": ("agent", "client"),
    "Succession": ("predecessor", "successor"),
    "UnknownLink": ("subject", "object"),
}
PAPERS = frozenset({"Passport", "Identification"})
STRONG, WEAK = ("name", "previousName", "alias"), ("weakAlias", "abbreviation")
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")
NUMBERS = (
    "passportNumber", "idNumber", "taxNumber", "innCode", "ogrnCode", "registrationNumber",
    "vatCode", "leiCode", "swiftBic", "dunsCode", "uniqueEntityId", "imoNumber", "mmsi",
    "npiCode", "uscCode", "kppCode", "okpoCode",
)  # fmt: skip
ISO_CHARS = 2  # longer ones are for regions and states of the past


@dataclass(slots=True)
class _Facts:
    """What a file says about one identifier, wherever it says it."""

    sanctions: list[Entity] = field(default_factory=list)
    papers: list[Document] = field(default_factory=list)
    ties: list[Link] = field(default_factory=list)


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each sanctioned party, identified by its id."""
    parties: list[Entity] = []
    facts: dict[str, _Facts] = {}
    for ordinal, entity in enumerate(_lines(stream), 1):
        _gather(entity, "", facts)
        if entity.get("schema") in SCHEMAS:
            parties.append(_without_nested(entity))
        if len(facts) > MAX_ENTRIES * 10 or len(parties) > MAX_ENTRIES * 10:
            raise BadList("more entities than a list of sanctions has", f"entry {ordinal}")
    captions = {str(party.get("id")): _caption(party) for party in parties}
    listed = (party for party in parties if _listed(party, facts))
    for ordinal, party in enumerate(listed, 1):
        entry = _entry(party, facts.get(str(party.get("id")), _Facts()))
        links = (replace(x, name=x.name or captions.get(x.entry_id, "")) for x in entry.links)
        yield checked(replace(entry, links=tuple(links)), ordinal)


def _lines(stream: BinaryIO) -> Iterator[Entity]:
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        place = f"line {number}"
        if len(line) > MAX_LINE_BYTES:
            raise BadList(f"a line longer than {MAX_LINE_BYTES >> 20} MiB", place)
        try:
            entity = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError as fault:
            raise BadList("not UTF-8 text", place) from fault
        except (ValueError, RecursionError) as fault:
            raise BadList("not JSON, or truncated", place) from fault
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
            raise BadList("not a FollowTheMoney entity: another kind of file", place)
        yield entity
    if not number:
        raise BadList("the file is empty")


def _gather(entity: Entity, owner: str, facts: dict[str, _Facts]) -> None:
    """Note what an entity says about others; `owner` is the party that it is nested in."""
    schema = entity.get("schema")
    if schema == "Sanction":
        for party in _ends(entity, "entity", owner):
            facts.setdefault(party[0], _Facts()).sanctions.append(entity)
    elif schema in PAPERS:
        for holder in _ends(entity, "holder", owner):
            facts.setdefault(holder[0], _Facts()).papers.extend(_paper(entity))
    elif schema in TIES:
        _tie(entity, owner, facts)
    elif schema in SCHEMAS and not owner:
        for values in _properties(entity).values():
            for nested in values if isinstance(values, list) else ():
                if isinstance(nested, dict):
                    _gather(nested, str(entity.get("id")), facts)


def _tie(entity: Entity, owner: str, facts: dict[str, _Facts]) -> None:
    """Note a tie at both ends, each naming the other: "Ownership: asset" at its owner."""
    schema = str(entity["schema"])
    first, second = TIES[schema]
    for here, there in ((first, second), (second, first)):
        for party, _ in _ends(entity, here, "" if _texts(entity, here) else owner):
            for other, name in _ends(entity, there, ""):
                if other != party:
                    link = Link(f"{schema}: {there}", name, other)
                    facts.setdefault(party, _Facts()).ties.append(link)


def _ends(entity: Entity, name: str, owner: str) -> list[tuple[str, str]]:
    """Return (id, caption) of the parties in a property, which may be nested or ids only."""
    found = []
    for value in _properties(entity).get(name) or ():
        if isinstance(value, dict):
            found.append((str(value.get("id", "")), _caption(value)))
        elif isinstance(value, str):
            found.append((value, ""))
    return found or ([(owner, "")] if owner else [])


def _properties(entity: Entity) -> Mapping[str, Any]:
    properties = entity.get("properties")
    return properties if isinstance(properties, dict) else {}


def _texts(entity: Entity, *names: str) -> list[str]:
    """Return the texts of some properties, in their order."""
    values = [_properties(entity).get(name) for name in names]
    lists = [value for value in values if isinstance(value, list)]
    return [one_line(text) for each in lists for text in each if isinstance(text, str)]


def _caption(entity: Entity) -> str:
    caption = entity.get("caption")
    return one_line(caption) if isinstance(caption, str) else ""


def _without_nested(entity: Entity) -> Entity:
    """Return a party without what is nested in it: it has been noted and can be large."""
    kept = {
        name: [value for value in values if isinstance(value, str)]
        for name, values in _properties(entity).items()
        if isinstance(values, list)
    }
    return {**entity, "properties": kept}


def _listed(party: Entity, facts: Mapping[str, _Facts]) -> bool:
    known = facts.get(str(party.get("id")))
    topics = _texts(party, "topics")
    if (known and known.sanctions) or "sanction" in topics:
        return True
    return party.get("target") is not False and not topics


def _entry(party: Entity, facts: _Facts) -> Entry:
    sanctions = facts.sanctions
    codes = (code.casefold() for code in _texts(party, *COUNTRIES))
    days = (day(text) for one in sanctions for text in _texts(one, "listingDate", "startDate"))
    return Entry(
        entry_id=str(party.get("id") or ""),
        schema=SCHEMAS[str(party["schema"])],
        names=tuple(_names(party)),
        birth_dates=distinct(d for text in _texts(party, "birthDate") for d in birth_dates(text)),
        countries=distinct(code for code in codes if len(code) == ISO_CHARS),
        programmes=distinct(code for one in sanctions for code in _programmes(one)),
        documents=tuple(dict.fromkeys((*facts.papers, *_numbers(party)))),
        listed_on=min(filter(None, days), default=""),
        measures=distinct(
            text.casefold() for one in sanctions for text in _texts(one, "provisions")
        ),
        un_listed=any(_texts(one, "unscId") for one in sanctions),
        birth_places=distinct(_texts(party, "birthPlace")),
        links=tuple(dict.fromkeys(facts.ties)),
    )


def _names(party: Entity) -> Iterator[ListedName]:
    """Yield the caption first, which is the name that the publisher shows."""
    names = _texts(party, *STRONG)
    if _caption(party) in names:
        yield ListedName(_caption(party))
    yield from map(ListedName, names)
    for text in _texts(party, *WEAK):
        yield ListedName(text, "weak")


def _programmes(sanction: Entity) -> list[str]:
    return _texts(sanction, "programId") or _texts(sanction, "program")


def _paper(entity: Entity) -> Iterator[Document]:
    kind = next(iter(_texts(entity, "type")), str(entity.get("schema")))
    country = next(iter(_texts(entity, "country")), "").casefold()
    for number in _texts(entity, "number"):
        yield Document(kind, number, country if len(country) == ISO_CHARS else "")


def _numbers(party: Entity) -> Iterator[Document]:
    for name in NUMBERS:
        for number in _texts(party, name):
            yield Document(name, number)
