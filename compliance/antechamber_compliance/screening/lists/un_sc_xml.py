"""Read the consolidated list of the United Nations Security Council (XML)."""

from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.lists.badlist import distinct
from antechamber_compliance.screening.lists.collecting import (
    Record,
    checked,
    document,
    primary_first,
    years,
)
from antechamber_compliance.screening.lists.countries import codes
from antechamber_compliance.screening.lists.written_dates import day
from antechamber_compliance.screening.lists.xmlstream import Node, records

SCHEMAS = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each INDIVIDUAL and ENTITY, identified by its DATAID."""
    found = records(stream, "CONSOLIDATED_LIST", SCHEMAS)
    for ordinal, node in enumerate(found, 1):
        yield checked(_entry(node), ordinal)


def _entry(node: Node) -> Entry:
    primary = " ".join(filter(None, map(node.child_text, NAME_PARTS)))
    return Entry(
        entry_id=node.child_text("DATAID"),
        schema=SCHEMAS[node.tag],
        names=primary_first(primary, _aliases(node)),
        birth_dates=distinct(_birth_dates(node)),
        countries=codes(_countries(node)),
        programmes=distinct([node.child_text("UN_LIST_TYPE")]),
        documents=tuple(_documents(node)),
        listed_on=day(node.child_text("LISTED_ON")),
        birth_places=distinct(_birth_places(node)),
    )


def _aliases(node: Node) -> Iterator[ListedName]:
    yield ListedName(node.child_text("NAME_ORIGINAL_SCRIPT"))
    for alias in node.all(f"{node.tag}_ALIAS"):
        low = alias.child_text("QUALITY").casefold() == "low"
        # Some aliases hold several, with semicolons between them.
        for text in alias.child_text("ALIAS_NAME").split(";"):
            yield ListedName(text, "weak" if low else "strong")


def _birth_dates(node: Node) -> Iterator[str]:
    for born in node.all("INDIVIDUAL_DATE_OF_BIRTH"):
        yield born.child_text("DATE")[:10]
        yield born.child_text("YEAR")
        yield from years(born.child_text("FROM_YEAR"), born.child_text("TO_YEAR"))
    for alias in node.all("INDIVIDUAL_ALIAS"):
        yield alias.child_text("DATE_OF_BIRTH")[:10]


def _birth_places(node: Node) -> Iterator[str]:
    for place in node.all("INDIVIDUAL_PLACE_OF_BIRTH"):
        yield _place(place, "CITY", "STATE_PROVINCE", "COUNTRY")
    for alias in node.all("INDIVIDUAL_ALIAS"):
        yield _place(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH")


def _place(node: Node, *tags: str) -> str:
    return ", ".join(filter(None, map(node.child_text, tags)))


def _countries(node: Node) -> Iterator[str]:
    for value in node.all("NATIONALITY", "VALUE"):
        yield value.text
    for address in node.all(f"{node.tag}_ADDRESS"):
        yield address.child_text("COUNTRY")


def _documents(node: Node) -> Iterator[Document]:
    for paper in node.all("INDIVIDUAL_DOCUMENT"):
        kind = paper.child_text("TYPE_OF_DOCUMENT") or paper.child_text("TYPE_OF_DOCUMENT2")
        country = paper.child_text("ISSUING_COUNTRY") or paper.child_text("COUNTRY_OF_ISSUE")
        yield from document(kind, paper.child_text("NUMBER"), next(iter(codes([country])), ""))
