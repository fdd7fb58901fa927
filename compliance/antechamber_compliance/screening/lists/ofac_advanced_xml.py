"""Read OFAC's lists in the advanced format (SDN_ADVANCED.XML, CONS_ADVANCED.XML).

The format ties its parts by numbers: kinds, places and papers stand before the parties, the
programmes and ties after them, so that parties are put together once all is read. Written
from the published format; the real file is not among the project's data.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists import ofac
from antechamber_compliance.screening.lists.badlist import MAX_ENTRIES, BadList, distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, years
from antechamber_compliance.screening.lists.countries import codes
from antechamber_compliance.screening.lists.xmlstream import Node, records

VALUES = frozenset({
    "AliasType", "AreaCode", "Country", "FeatureType", "IDRegDocType", "NamePartType",
    "PartySubType", "PartyType", "RelationType", "SanctionsType",
})  # fmt: skip
PARTS = VALUES | {
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "SanctionsEntry",
    "ProfileRelationship",
}
# How a person's name reads; the publisher puts the last name first.
NAME_ORDER = ("First Name", "Middle Name", "Patronymic", "Matronymic", "Maiden Name", "Last Name")
COUNTRY_FEATURES = frozenset(
    {"Nationality Country", "Citizenship Country", "Nationality of Registration", "Location"}
)
BIRTH_PLACE = "Place of Birth"
MEASURES = {"block": "asset freeze"}


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each DistinctParty, identified by its FixedRef, the uid of the other formats."""
    whole = _Whole()
    for node in records(stream, "Sanctions", PARTS):
        whole.take(node)
    for ordinal, entry in enumerate(whole.entries(), 1):
        yield checked(entry, ordinal)


class _Whole:
    """Everything that one file says, by the numbers that tie it together."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], Node] = {}
        self._countries: dict[str, str] = {}  # of places
        self._papers: dict[str, list[Document]] = {}  # of identities
        self._parties: list[tuple[str, Entry]] = []  # with their profiles
        self._sanctions: dict[str, list[Node]] = {}  # of profiles
        self._ties: dict[str, list[tuple[str, str]]] = {}  # kind and other profile, of profiles

    def take(self, node: Node) -> None:
        if node.tag in VALUES:
            self._values[node.tag, node.get("ID")] = node
        elif node.tag == "Location":
            self._countries[node.get("ID")] = self._country_of(node)
        elif node.tag == "IDRegDocument":
            self._papers.setdefault(node.get("IdentityID"), []).extend(self._paper(node))
        elif node.tag == "SanctionsEntry":
            self._sanctions.setdefault(node.get("ProfileID"), []).append(node)
        elif node.tag == "ProfileRelationship":
            tie = self._text("RelationType", node.get("RelationTypeID")), node.get("To-ProfileID")
            self._ties.setdefault(node.get("From-ProfileID"), []).append(tie)
        else:
            self._parties.extend(self._party(node))
            if len(self._parties) > MAX_ENTRIES:
                raise BadList(f"more than {MAX_ENTRIES} entries")

    def entries(self) -> Iterator[Entry]:
        """Yield each party with its programmes, measures, dates and ties."""
        by_profile = dict(self._parties)
        for profile, entry in self._parties:
            sanctions = self._sanctions.get(profile, [])
            imposed = [pair for node in sanctions for pair in self._imposed(node)]
            days = (_date(date) for node in sanctions for date in node.all("EntryEvent", "Date"))
            yield replace(
                entry,
                programmes=distinct(text for kind, text in imposed if kind == "program"),
                measures=distinct(
                    MEASURES.get(kind, kind) for kind, _ in imposed if kind != "program"
                ),
                listed_on=min((day for day in days if len(day) == 10), default=""),
                links=tuple(self._links(profile, by_profile)),
            )

    def _imposed(self, node: Node) -> Iterator[tuple[str, str]]:
        for measure in node.all("SanctionsMeasure"):
            kind = self._text("SanctionsType", measure.get("SanctionsTypeID"))
            yield kind.casefold(), measure.child_text("Comment")

    def _links(self, profile: str, parties: dict[str, Entry]) -> Iterator[Link]:
        for kind, other in self._ties.get(profile, []):
            if entry := parties.get(other):
                name = entry.names[0].text if entry.names else ""
                yield Link(kind, name, entry.entry_id)

    def _party(self, node: Node) -> Iterator[tuple[str, Entry]]:
        place = f"entry {len(self._parties) + 1}"
        for profile in node.all("Profile"):
            identities = list(profile.all("Identity"))
            features = list(self._features(profile))
            countries = (self._place(f) for kind, f in features if kind in COUNTRY_FEATURES)
            papers = (p for i in identities for p in self._papers.get(i.get("ID"), []))
            numbers = (d for kind, f in features for d in _numbers(kind, f))
            yield (
                profile.get("ID"),
                Entry(
                    entry_id=node.get("FixedRef"),
                    schema=self._schema(profile.get("PartySubTypeID"), place),
                    names=tuple(name for one in identities for name in self._names(one)),
                    birth_dates=distinct(
                        date for kind, f in features if kind == "Birthdate" for date in _born(f)
                    ),
                    countries=codes(countries),
                    documents=tuple(dict.fromkeys((*papers, *numbers))),
                    birth_places=distinct(
                        _detail(f) for kind, f in features if kind == BIRTH_PLACE
                    ),
                ),
            )

    def _features(self, profile: Node) -> Iterator[tuple[str, Node]]:
        for feature in profile.all("Feature"):
            kind = self._text("FeatureType", feature.get("FeatureTypeID"))
            for version in feature.all("FeatureVersion"):
                yield kind, version

    def _names(self, identity: Node) -> Iterator[ListedName]:
        """Yield the names, the primary one first."""
        kinds = {
            group.get("ID"): self._text("NamePartType", group.get("NamePartTypeID"))
            for group in identity.all("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
        }
        aliases = sorted(identity.all("Alias"), key=lambda alias: alias.get("Primary") != "true")
        for alias in aliases:
            weak = alias.get("LowQuality") == "true"
            for name in alias.all("DocumentedName"):
                parts = [
                    (_rank(kinds.get(part.get("NamePartGroupID"), "")), part.text)
                    for part in name.all("DocumentedNamePart", "NamePartValue")
                ]
                text = " ".join(text for _, text in sorted(parts, key=lambda part: part[0]))
                yield ListedName(text, "weak" if weak else "strong")

    def _schema(self, sub_type: str, place: str) -> str:
        kind = self._value("PartySubType", sub_type)
        text = kind.text
        if text == "Unknown":
            text = self._text("PartyType", kind.get("PartyTypeID"))
        return ofac.schema_of(text, place)

    def _paper(self, node: Node) -> Iterator[Document]:
        kind = self._text("IDRegDocType", node.get("IDRegDocTypeID"))
        country = node.get("IssuedBy-CountryID")
        named = self._text("Country", country) if country else ""
        yield from ofac.identifier(kind, node.child_text("IDRegistrationNo"), named)

    def _country_of(self, location: Node) -> str:
        for country in location.all("LocationCountry"):
            return self._text("Country", country.get("CountryID"))
        for area in location.all("LocationAreaCode"):
            return self._value("AreaCode", area.get("AreaCodeID")).get("Description")
        return ""

    def _place(self, version: Node) -> str:
        for location in version.all("VersionLocation"):
            return self._countries.get(location.get("LocationID"), "")
        return ""

    def _text(self, tag: str, number: str) -> str:
        return self._value(tag, number).text

    def _value(self, tag: str, number: str) -> Node:
        found = self._values.get((tag, number))
        if found is None:
            raise BadList(f"refers to a {tag} that the file does not define")
        return found


def _rank(kind: str) -> int:
    return NAME_ORDER.index(kind) if kind in NAME_ORDER else len(NAME_ORDER)


def _detail(version: Node) -> str:
    return version.child_text("VersionDetail")


def _numbers(kind: str, version: Node) -> Iterator[Document]:
    if kind not in COUNTRY_FEATURES and kind != BIRTH_PLACE:
        yield from ofac.identifier(kind, _detail(version), "")


def _born(version: Node) -> Iterator[str]:
    """Yield a birth date, or each year of a period; only the year of an approximate one."""
    for period in version.all("DatePeriod"):
        first = next(map(_date, period.all("Start", "From")), "")
        last = next(map(_date, period.all("End", "To")), first)
        doubtful = any(end.get("Approximate") == "true" for end in period.children)
        if first == last and not doubtful:
            yield first
        else:
            yield from years(first[:4], last[:4])


def _date(node: Node) -> str:
    """Return YYYY, YYYY-MM or YYYY-MM-DD, as far as the parts go."""
    parts = [node.child_text(tag) for tag in ("Year", "Month", "Day")]
    known = parts[: parts.index("")] if "" in parts else parts
    return "-".join(part.zfill(2) for part in known)
