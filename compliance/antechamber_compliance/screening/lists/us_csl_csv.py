"""Read the US Consolidated Screening List (CSV, as the International Trade Administration has it).

It carries the lists of three departments; `source` says which. Only on the Specially
Designated Nationals list do the codes of `programs` mean what they say; of every other list
the programme is the list's own abbreviation (EL, DPL, PLC). Written from the published
format; the real file is not among the project's data.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists import ofac
from antechamber_compliance.screening.lists.badlist import distinct
from antechamber_compliance.screening.lists.collecting import Record, checked, primary_first
from antechamber_compliance.screening.lists.countries import codes_in
from antechamber_compliance.screening.lists.csvrows import records
from antechamber_compliance.screening.lists.written_dates import birth_dates, day

COLUMNS = [
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order",
    "license_requirement", "license_policy", "call_sign", "vessel_type", "gross_tonnage",
    "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url",
    "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth",
    "source_information_url", "ids",
]  # fmt: skip
SPECIALLY_DESIGNATED = "SDN"
ABBREVIATION = re.compile(r"\(([^()]+)\)")


def read(stream: BinaryIO) -> Iterator[Record]:
    """Yield each row, identified by its _id; several values in a cell stand between semicolons."""
    for ordinal, cells in enumerate(records(stream, COLUMNS), 1):
        yield checked(_entry(cells, ordinal), ordinal)


def _entry(cells: dict[str, str], ordinal: int) -> Entry:
    # The lists of the Department of Commerce do not say what a party is.
    kind = cells["type"]
    schema = ofac.schema_of(kind, f"entry {ordinal}") if kind else "LegalEntity"
    countries = (cells["nationalities"], cells["citizenships"], cells["vessel_flag"])
    owner = (Link("Vessel owner", cells["vessel_owner"]),) if cells["vessel_owner"] else ()
    return Entry(
        entry_id=cells["_id"],
        schema=schema,
        names=primary_first(cells["name"], map(ListedName, _parts(cells["alt_names"]))),
        birth_dates=distinct(
            d for cell in _parts(cells["dates_of_birth"]) for d in birth_dates(cell)
        ),
        countries=distinct(
            (*(code for cell in countries for code in codes_in(cell)), *_addresses(cells))
        ),
        programmes=_programmes(cells),
        documents=tuple(_documents(cells["ids"])),
        listed_on=day(cells["start_date"]),
        birth_places=_parts(cells["places_of_birth"]),
        links=(*owner, *ofac.links(cells["remarks"])),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return distinct(part.strip() for part in cell.split(";"))


def _programmes(cells: dict[str, str]) -> tuple[str, ...]:
    found = ABBREVIATION.search(cells["source"])
    source = found[1].removesuffix(" List") if found else cells["source"]
    codes = _parts(cells["programs"]) if source == SPECIALLY_DESIGNATED else ()
    return codes or distinct([source])


def _addresses(cells: dict[str, str]) -> Iterator[str]:
    """Yield the country of each address: what stands after its last comma."""
    for address in _parts(cells["addresses"]):
        yield from codes_in(address.rpartition(",")[2])


def _documents(cell: str) -> Iterator[Document]:
    for paper in _parts(cell):
        kind, number, country = [*(part.strip() for part in paper.split(",")), "", ""][:3]
        for found in ofac.identifier(kind, number, ""):
            yield Document(found.kind, found.number, next(iter(codes_in(country)), ""))
