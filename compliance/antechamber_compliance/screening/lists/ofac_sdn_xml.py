"""Read OFAC's SDN and consolidated (non-SDN) lists (SDN.XML, CONSOLIDATED.XML)."""

from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.lists import ofac
from antechamber_compliance.screening.lists.badlist import BadList, distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, primary_first
from antechamber_compliance.screening.lists.countries import codes
from antechamber_compliance.screening.lists.written_dates import birth_dates
from antechamber_compliance.screening.lists.xmlstream import Node, records


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each sdnEntry, identified by its uid; the file's own Record_Count must agree."""
    told, ordinal = "", 0
    for node in records(stream, "sdnList", {"publshInformation", "sdnEntry"}):
        if node.tag == "publshInformation":
            told = node.child_text("Record_Count")
            continue
        ordinal += 1
        yield checked(_entry(node, ordinal), ordinal)
    if told and told != str(ordinal):
        raise BadList("Record_Count in the file differs from the entries in it", "end of file")


def _entry(node: Node, ordinal: int) -> Entry:
    return Entry(
        entry_id=node.child_text("uid"),
        schema=ofac.schema_of(node.child_text("sdnType"), f"entry {ordinal}"),
        names=primary_first(_name(node), _aliases(node)),
        birth_dates=distinct(_birth_dates(node)),
        countries=codes(_countries(node)),
        programmes=distinct(item.text for item in node.all("programList", "program")),
        documents=tuple(_documents(node)),
        birth_places=distinct(
            item.child_text("placeOfBirth")
            for item in node.all("placeOfBirthList", "placeOfBirthItem")
        ),
        links=tuple(ofac.links(node.child_text("remarks"))),
    )


def _name(node: Node) -> str:
    return " ".join(filter(None, (node.child_text("firstName"), node.child_text("lastName"))))


def _aliases(node: Node) -> Iterator[ListedName]:
    for alias in node.all("akaList", "aka"):
        weak = alias.child_text("category") == "weak"
        yield ListedName(_name(alias), "weak" if weak else "strong")


def _birth_dates(node: Node) -> Iterator[str]:
    for item in node.all("dateOfBirthList", "dateOfBirthItem"):
        yield from birth_dates(item.child_text("dateOfBirth"))


def _countries(node: Node) -> Iterator[str]:
    for path in (
        ("nationalityList", "nationality"),
        ("citizenshipList", "citizenship"),
        ("addressList", "address"),
    ):
        for place in node.all(*path):
            yield place.child_text("country")


def _documents(node: Node) -> Iterator[Document]:
    for paper in node.all("idList", "id"):
        kind, number = paper.child_text("idType"), paper.child_text("idNumber")
        yield from ofac.identifier(kind, number, paper.child_text("idCountry"))
