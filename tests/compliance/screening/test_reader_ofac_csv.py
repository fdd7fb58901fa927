"""OFAC's set of four CSV files: told apart, put together, whole or refused."""

import gzip
import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists import drain, has_reader
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.lists.collecting import Reading

E = "-0- "
SDN = (
    f'9,"QUILLORY, Torvaneth","individual","SDGT] [FTO",{E},{E},{E},{E},{E},{E},{E},'
    '"DOB 05 Mar 1962; alt. DOB circa 10 Dec 1964; POB Reefton, Kenya; nationality Kenya; Passport'
    " P77 (Kenya) issued 01 Jan 2001; Gender Male; alt. National ID No. 4-5 issued 2003; a.k.a."
    " 'HERON, Tall'; Linked To: HERON BANK S.A.; Lin\"\r\n"
    f'12,"STAR, of Heron","vessel","IRAN",{E},"5LK",{E},{E},{E},"Chad","Heron Shipping",'
    f'"Vessel Registration Identification IMO 9000001."\r\n\x1a'
)
ADD = f'9,1,{E},"Reefton","Chad",{E}\r\n\x1a'
ALT = f'9,2,"aka","KAVAL, Torvanet",{E}\r\n\x1a'
COMMENTS = '9,"ked To: BRIGADE OF THE REEF."\r\n'
FILES = {"sdn": SDN, "add": ADD, "alt": ALT, "sdn_comments": COMMENTS}


def read(files: dict[str, str]) -> Reading:
    return drain("ofac_csv", *(io.BytesIO(text.encode()) for text in files.values()))


@pytest.mark.parametrize("order", [list(FILES), list(reversed(FILES))])
def test_the_four_files_make_one_entry_in_whatever_order_they_come(order: list[str]) -> None:
    person, ship = read({name: FILES[name] for name in order}).entries
    assert person == Entry(
        entry_id="9",
        schema="Person",
        names=(
            ListedName("Torvaneth QUILLORY"),
            ListedName("Torvanet KAVAL"),
            ListedName("Tall HERON", "weak"),
        ),
        birth_dates=("1962-03-05", "1964"),
        countries=("ke", "td"),
        programmes=("SDGT", "FTO"),
        documents=(Document("Passport", "P77", "ke"), Document("National ID No.", "4-5")),
        birth_places=("Reefton, Kenya",),
        links=(Link("Linked To", "HERON BANK S.A."), Link("Linked To", "BRIGADE OF THE REEF")),
    )
    assert (ship.schema, ship.names) == ("Vessel", (ListedName("STAR, of Heron"),))
    assert ship.links == (Link("Vessel owner", "Heron Shipping"),)
    assert ship.documents == (Document("Vessel Registration Identification", "IMO 9000001"),)


@pytest.mark.parametrize("name", FILES)
def test_a_set_without_one_of_its_files_is_refused_because_aliases_would_be_lost(name: str) -> None:
    with pytest.raises(BadList, match=f"not whole: {name} missing"):
        read({known: text for known, text in FILES.items() if known != name})


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("alt", ADD, "two files of the same kind"),
        ("alt", "9,1\r\n9,1,2\r\n", "no known width"),
        ("alt", "1,2,3\r\n", "no known width"),
        ("alt", ALT.replace("9,2", "77,2"), "alt: .*an entry that is not in sdn"),
        ("alt", "\x1a", "no entries"),
        ("sdn", SDN.replace('"vessel"', '"balloon"'), "entry 2: an unknown kind of party"),
        (
            "sdn",
            SDN.replace('"QUILLORY, Torvaneth"', '""'),
            "entry 1 .identifier 9.* without a name",
        ),
        ("sdn", SDN.replace("12,", ",", 1), "entry 2: an entry without identifier"),
    ],
)
def test_a_set_that_does_not_fit_together_is_refused(name: str, text: str, reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        read(FILES | {name: text})


def test_the_format_needs_four_files() -> None:
    assert has_reader("ofac_csv", 4)
    assert not has_reader("ofac_csv", 1)


@contextmanager
def opened(folder: Path) -> Iterator[list[BinaryIO]]:
    with ExitStack() as stack:
        yield [
            cast(
                BinaryIO,
                stack.enter_context(gzip.open(folder / f"us_ofac_sdn_2021-07_{name}.csv.gz")),
            )
            for name in FILES
        ]


@pytest.mark.slow
def test_the_real_set_of_2021_is_read_whole_and_agrees_with_the_xml_of_2024(
    shared: Path, real_readings: dict[str, Reading]
) -> None:
    with opened(shared / "lists") as streams:
        reading = drain("ofac_csv", *streams)
    assert (reading.records, len(reading.entries)) == (8_976, 8_976)
    assert sum(len(entry.names) for entry in reading.entries) == 23_321
    later = {entry.entry_id: entry for entry in real_readings["us_ofac_sdn"].entries}
    both = [(entry, later[entry.entry_id]) for entry in reading.entries if entry.entry_id in later]
    assert len(both) == 8_095
    # Three years lie between them; what OFAC left alone must read the same in both formats.
    assert sum(old.schema == new.schema for old, new in both) == len(both)
    assert sum(old.names[0] == new.names[0] for old, new in both) > 0.99 * len(both)
    assert sum(set(old.birth_dates) == set(new.birth_dates) for old, new in both) > 0.99 * len(both)
    assert sum(_numbers(old) <= _numbers(new) for old, new in both) > 0.99 * len(both)


def _numbers(entry: Entry) -> set[str]:
    return {document.number for document in entry.documents}
