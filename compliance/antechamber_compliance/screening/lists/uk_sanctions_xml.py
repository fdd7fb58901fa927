"""Read the UK Sanctions List (XML, as the Foreign, Commonwealth and Development Office publishes it).

Written from the published format; the real file is not among the project's data.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName, Quality
from antechamber_compliance.screening.lists.badlist import BadList, distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, document
from antechamber_compliance.screening.lists.countries import codes_in
from antechamber_compliance.screening.lists.written_dates import birth_dates, day
from antechamber_compliance.screening.lists.xmlstream import Node, records

SCHEMAS = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
NAME_PARTS = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
LOW_QUALITY = re.compile(r"low|poor", re.IGNORECASE)  # "Good quality" is the other word
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each Designation, identified by its UniqueID."""
    for ordinal, node in enumerate(records(stream, "Designations", {"Designation"}), 1):
        yield checked(_entry(node, ordinal), ordinal)


def _entry(node: Node, ordinal: int) -> Entry:
    kind = node.child_text("IndividualEntityShip").casefold()
    if kind not in SCHEMAS:
        raise BadList("an unknown kind of party", f"entry {ordinal}")
    return Entry(
        entry_id=node.child_text("UniqueID"),
        schema=SCHEMAS[kind],
        names=tuple(_names(node)),
        birth_dates=distinct(_birth_dates(node)),
        countries=distinct(_countries(node)),
        programmes=distinct([node.child_text("RegimeName")]),
        documents=tuple(_documents(node)),
        listed_on=day(node.child_text("DateDesignated")),
        measures=distinct(_measures(node)),
        un_listed=bool(node.child_text("UNReferenceNumber")),
        birth_places=distinct(_birth_places(node)),
        links=tuple(_links(node)),
    )


def _names(node: Node) -> Iterator[ListedName]:
    """Yield the names, those of kind "Primary Name" first."""
    found = list(node.all("Names", "Name"))
    found.sort(key=lambda name: name.child_text("NameType").casefold() != "primary name")
    for name in found:
        low = LOW_QUALITY.search(name.child_text("AliasStrength"))
        quality: Quality = "weak" if low else "strong"
        yield ListedName(" ".join(filter(None, map(name.child_text, NAME_PARTS))), quality)
    for name in node.all("NonLatinNames", "NonLatinName"):
        yield ListedName(name.child_text("NameNonLatinScript"))


def _people(node: Node, *path: str) -> Iterator[Node]:
    return node.all("IndividualDetails", "Individual", *path)


def _birth_dates(node: Node) -> Iterator[str]:
    for born in _people(node, "DOBs", "DOB"):
        yield from birth_dates(born.text)


def _birth_places(node: Node) -> Iterator[str]:
    for place in _people(node, "BirthDetails", "Location"):
        parts = (place.child_text("TownOfBirth"), place.child_text("CountryOfBirth"))
        yield ", ".join(filter(None, parts))


def _countries(node: Node) -> Iterator[str]:
    for nationality in _people(node, "Nationalities", "Nationality"):
        yield from codes_in(nationality.text)
    for address in node.all("Addresses", "Address"):
        yield from codes_in(address.child_text("AddressCountry"))


def _documents(node: Node) -> Iterator[Document]:
    for paper in _people(node, "PassportDetails", "Passport"):
        yield from document("Passport", paper.child_text("PassportNumber"), "")
    for paper in _people(node, "NationalIdentifierDetails", "NationalIdentifier"):
        yield from document("National ID", paper.child_text("NationalIdentifierNumber"), "")
    for number in node.all(
        "EntityDetails", "Entity", "BusinessRegistrationNumbers", "BusinessRegistrationNumber"
    ):
        yield from document("Business registration number", number.text, "")
    for number in node.all("ShipDetails", "Ship", "IMONumbers", "IMONumber"):
        yield from document("IMO number", number.text, "")


def _measures(node: Node) -> Iterator[str]:
    """Yield the measures whose indicator is true, such as "asset freeze" for AssetFreeze."""
    for box in node.all("SanctionsImposedIndicators"):
        for indicator in box.children:
            if indicator.text.casefold() == "true":
                yield CAPITAL.sub(" ", indicator.tag).casefold()


def _links(node: Node) -> Iterator[Link]:
    parts = (
        ("EntityDetails", "Entity", "ParentCompanies", "ParentCompany"),
        ("EntityDetails", "Entity", "Subsidiaries", "Subsidiary"),
        ("ShipDetails", "Ship", "CurrentOwnerOperators", "CurrentOwnerOperator"),
        ("ShipDetails", "Ship", "PreviousOwnerOperators", "PreviousOwnerOperator"),
    )
    for path in parts:
        for other in filter(lambda found: found.text, node.all(*path)):
            yield Link(CAPITAL.sub(" ", path[-1]), other.text)
