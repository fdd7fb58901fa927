"""One reader per publisher's format: a stream in, entries out, all or nothing.

A reader yields entries as the file is read, repeated identifiers included; `drain` makes
them one party each. A format that is not in this table is not screened.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeAlias

from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.lists import (
    eu_fsf_xml,
    ofac_sdn_xml,
    office_csv,
    un_sc_xml,
)
from antechamber_compliance.screening.lists.collecting import Reading, unite

Reader: TypeAlias = Callable[[BinaryIO], Iterator[Entry]]

READERS: dict[str, Reader] = {
    "eu_fsf_xml": eu_fsf_xml.read,
    "ofac_sdn_xml": ofac_sdn_xml.read,
    "office_csv": office_csv.read,
    "un_sc_xml": un_sc_xml.read,
}


def drain(format: str, stream: BinaryIO) -> Reading:
    """Read a whole list; raise BadList if any part of it cannot be relied on."""
    return unite(READERS[format](stream))
