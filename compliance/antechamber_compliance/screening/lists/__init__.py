"""One reader per publisher's format: streams in, entries out, all or nothing.

A reader yields entries as the file is read, repeated identifiers and incomplete records
included; `drain` makes one party of the first and counts the others. A format that is not
in these tables is not screened.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeAlias

from antechamber_compliance.screening.lists import (
    au_dfat_xlsx,
    ca_sema_xml,
    eu_fsf_xml,
    flat_csv,
    ftm_jsonl,
    ofac_advanced_xml,
    ofac_csv,
    ofac_sdn_xml,
    office_csv,
    plain_names,
    uk_sanctions_xml,
    un_sc_xml,
    us_csl_csv,
)
from antechamber_compliance.screening.lists.collecting import (
    NONE_TOLERATED,
    Reading,
    Record,
    Tolerance,
    unite,
)

Reader: TypeAlias = Callable[[BinaryIO], Iterator[Record]]
SetReader: TypeAlias = Callable[[Sequence[BinaryIO]], Iterator[Record]]

READERS: dict[str, Reader] = {
    "au_dfat_xlsx": au_dfat_xlsx.read,
    "ca_sema_xml": ca_sema_xml.read,
    "eu_fsf_xml": eu_fsf_xml.read,
    "flat_csv": flat_csv.read,
    "ftm_jsonl": ftm_jsonl.read,
    "ofac_advanced_xml": ofac_advanced_xml.read,
    "ofac_sdn_xml": ofac_sdn_xml.read,
    "office_csv": office_csv.read,
    "plain_names": plain_names.read,
    "uk_sanctions_xml": uk_sanctions_xml.read,
    "un_sc_xml": un_sc_xml.read,
    "us_csl_csv": us_csl_csv.read,
}
# Formats of several files that belong together, with their number.
SET_READERS: dict[str, tuple[SetReader, int]] = {
    "ofac_csv": (ofac_csv.read, len(ofac_csv.FILES)),
}
# Made by others from a publisher's file: a row may have lost its name on the way.
TOLERANCES = {"flat_csv": Tolerance(share=0.01)}


def has_reader(format: str, files: int) -> bool:
    """Say whether a list of this format, in so many files, can be read."""
    if format in SET_READERS:
        return SET_READERS[format][1] == files
    return format in READERS and files == 1


def drain(format: str, *streams: BinaryIO, tolerance: Tolerance | None = None) -> Reading:
    """Read a whole list; raise BadList if any part of it cannot be relied on.

    `tolerance` says how many records without identifier or name are counted and left out
    instead; if not given, what the format says, which is none for every publisher's own.
    """
    allowed = tolerance or TOLERANCES.get(format, NONE_TOLERATED)
    if format in SET_READERS:
        return unite(SET_READERS[format][0](streams), allowed)
    (stream,) = streams
    return unite(READERS[format](stream), allowed)
