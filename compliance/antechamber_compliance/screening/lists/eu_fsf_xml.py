"""Read the consolidated list of parties under EU financial sanctions (FSF, XML 1.1)."""

from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.lists.badlist import distinct
from antechamber_compliance.screening.lists.collecting import (
    Record,
    checked,
    document,
    years,
)
from antechamber_compliance.screening.lists.written_dates import day
from antechamber_compliance.screening.lists.xmlstream import Node, records

PERSON = "P"  # subjectType/@classificationCode; E is an enterprise
LOW_QUALITY = "low quality"  # stands in a remark; the attribute `strong` is true throughout


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each sanctionEntity, identified by its logicalId, which may occur twice."""
    for ordinal, node in enumerate(records(stream, "export", {"sanctionEntity"}), 1):
        yield checked(_entry(node), ordinal)


def _entry(node: Node) -> Entry:
    kinds = {kind.get("classificationCode") for kind in node.all("subjectType")}
    regulations = list(node.all("regulation"))
    return Entry(
        entry_id=node.get("logicalId"),
        schema="Person" if PERSON in kinds else "Organization",
        names=tuple(_names(node)),
        birth_dates=distinct(_birth_dates(node)),
        countries=distinct(_countries(node)),
        programmes=distinct(act.get("programme") for act in regulations),
        documents=tuple(_documents(node)),
        listed_on=day(node.get("designationDate")),
        un_listed=bool(node.get("unitedNationId")),
        birth_places=distinct(map(_birth_place, node.all("birthdate"))),
        acts=distinct(act.get("numberTitle") for act in regulations),
    )


def _names(node: Node) -> Iterator[ListedName]:
    for alias in node.all("nameAlias"):
        remarks = " ".join(remark.text for remark in alias.all("remark")).casefold()
        weak = LOW_QUALITY in remarks or alias.get("strong") == "false"
        parts = (alias.get("firstName"), alias.get("middleName"), alias.get("lastName"))
        text = alias.get("wholeName") or " ".join(filter(None, parts))
        yield ListedName(text, "weak" if weak else "strong")


def _birth_dates(node: Node) -> Iterator[str]:
    for born in node.all("birthdate"):
        if born.get("calendarType") not in ("", "GREGORIAN"):
            continue
        exact = born.get("circa") != "true"
        yield (born.get("birthdate") if exact else "") or born.get("year")
        yield from years(born.get("yearRangeFrom"), born.get("yearRangeTo"))


def _birth_place(born: Node) -> str:
    return ", ".join(filter(None, map(born.get, ("city", "place", "region", "countryDescription"))))


def _countries(node: Node) -> Iterator[str]:
    for tag in ("citizenship", "address"):
        yield from filter(None, (_code(place) for place in node.all(tag)))


def _code(node: Node) -> str:
    code = node.get("countryIso2Code").casefold()
    return "" if code == "00" else code  # 00 is the list's own code for unknown


def _documents(node: Node) -> Iterator[Document]:
    for paper in node.all("identification"):
        if paper.get("knownFalse") != "true":
            yield from document(
                paper.get("identificationTypeCode"), paper.get("number"), _code(paper)
            )
