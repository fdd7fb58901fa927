"""Read OFAC's SDN and consolidated (non-SDN) lists (SDN.XML, CONSOLIDATED.XML)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.lists.badlist import BadList, distinct
from antechamber_compliance.screening.lists.collecting import (
    checked,
    document,
    primary_first,
    years,
)
from antechamber_compliance.screening.lists.countries import codes
from antechamber_compliance.screening.lists.xmlstream import Node, records

SCHEMAS = {
    "Individual": "Person",
    "Entity": "Organization",
    "Vessel": "Vessel",
    "Aircraft": "Aircraft",
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DATE = re.compile(r"(?:(?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]{2}) )?(?P<year>\d{4})")
# idList also holds remarks (Gender, Website, programme notes); these words mark an identifier.
IDENTIFIER = re.compile(
    r"passport|\bid\b|identification|number|\bno\b|#|c\.u\.r\.p|r\.f\.c|\brfc\b|d\.n\.i|c\.u\.i"
    r"|\bcode\b|licen[cs]e|\bfein\b|\bmmsi\b|swift|card|credencial",
    re.IGNORECASE,
)
NOT_IDENTIFIER = re.compile(r"phone|gazette|:$", re.IGNORECASE)


def read(stream: BinaryIO) -> Iterator[Entry]:
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
    kind = node.child_text("sdnType")
    if kind not in SCHEMAS:
        raise BadList("an unknown sdnType", f"entry {ordinal}")
    return Entry(
        entry_id=node.child_text("uid"),
        schema=SCHEMAS[kind],
        names=primary_first(_name(node), _aliases(node)),
        birth_dates=distinct(_birth_dates(node)),
        countries=codes(_countries(node)),
        programmes=distinct(item.text for item in node.all("programList", "program")),
        documents=tuple(_documents(node)),
    )


def _name(node: Node) -> str:
    return " ".join(filter(None, (node.child_text("firstName"), node.child_text("lastName"))))


def _aliases(node: Node) -> Iterator[ListedName]:
    for alias in node.all("akaList", "aka"):
        weak = alias.child_text("category") == "weak"
        yield ListedName(_name(alias), "weak" if weak else "strong")


def _birth_dates(node: Node) -> Iterator[str]:
    """Yield dates such as '10 Dec 1948', 'Dec 1948', 'circa 1948' and '1948 to 1950'."""
    for item in node.all("dateOfBirthList", "dateOfBirthItem"):
        text = item.child_text("dateOfBirth")
        found = [match for match in DATE.finditer(text) if not _unknown_month(match)]
        if " to " in text and len(found) == 2:
            yield from years(found[0]["year"], found[1]["year"])
        else:
            circa = text.startswith("circa")
            yield from (match["year"] if circa else _iso(match) for match in found)


def _unknown_month(match: re.Match[str]) -> bool:
    return match["month"] is not None and match["month"] not in MONTHS


def _iso(match: re.Match[str]) -> str:
    date: str = match["year"]
    if match["month"]:
        date += f"-{MONTHS.index(match['month']) + 1:02d}"
    if match["day"]:
        date += f"-{int(match['day']):02d}"
    return date


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
        kind = paper.child_text("idType")
        if IDENTIFIER.search(kind) and not NOT_IDENTIFIER.search(kind):
            country = next(iter(codes([paper.child_text("idCountry")])), "")
            yield from document(kind, paper.child_text("idNumber"), country)
