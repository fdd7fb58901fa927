"""Lists in several files, and records that a folder's description tolerates."""

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from antechamber.screening.folder import (
    BadFolder,
    ListFile,
    active_lists,
    read_list,
    readable,
    stored_digest,
)
from antechamber.screening.importing import file_date
from antechamber_compliance.screening.lists.badlist import BadList
from list_samples import FLAT

E = "-0- "
FILES = {
    "sdn.csv": f'9,"QUILLORY, Torvaneth","individual","SDGT"{f",{E}" * 8}\r\n\x1a',
    "alt.csv": f'9,2,"aka","KAVAL, Torvanet",{E}\r\n\x1a',
    "add.csv": f'9,1,{E},"Reefton","Chad",{E}\r\n\x1a',
    "comments.csv": '9,"DOB 1962."\r\n',
}
TABLE = """
[[list]]
id = "us_ofac_sdn"
file = ["sdn.csv", "alt.csv", "add.csv", "comments.csv"]
format = "ofac_csv"
published = "2021-07-07"
entries = 1
"""
FLAT_TABLE = """
[[list]]
id = "uk_flat"
file = "flat.csv"
format = "flat_csv"
published = "2025"
"""


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., ListFile]:
    """Return what writes a description and its files, and reads the description back."""

    def write(table: str, **files: bytes) -> ListFile:
        (tmp_path / "lists.toml").write_text(table, "utf-8")
        for name, content in files.items():
            (tmp_path / f"{name}.csv").write_bytes(content)
        (described,) = active_lists(tmp_path)
        return described

    return write


@pytest.fixture
def described(put: Callable[..., ListFile]) -> ListFile:
    contents = {name.removesuffix(".csv"): text.encode() for name, text in FILES.items()}
    return put(TABLE, **(contents | {"alt": gzip.compress(contents["alt"])}))


def test_a_list_in_four_files_plain_and_gzip_is_one_list_with_one_hash(described: ListFile) -> None:
    read = read_list(described)
    assert readable(described)
    assert read.counts == {"records": 1, "parties": 1, "spellings": 2}
    assert read.entries[0].birth_dates == ("1962",)
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in described.files]
    assert read.sha256 == hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    assert stored_digest(described) == read.sha256


def test_another_byte_in_any_of_the_files_is_another_list(described: ListFile) -> None:
    before = stored_digest(described)
    with described.files[2].open("ab") as file:
        file.write(b"\r\n")
    assert stored_digest(described) not in (before, None)


def test_a_list_is_as_old_as_its_oldest_file(described: ListFile) -> None:
    oldest = min(path.stat().st_mtime for path in described.files)
    found = file_date(described)
    assert found is not None
    assert found.timestamp() == pytest.approx(oldest)


def test_the_file_of_a_set_that_is_missing_is_named(described: ListFile) -> None:
    described.files[3].unlink()
    assert stored_digest(described) is None
    with pytest.raises(BadList, match=r"us_ofac_sdn: comments.csv: the file is missing; fetch it"):
        read_list(described)


def test_a_set_described_without_one_of_its_files_has_no_reader(
    put: Callable[..., ListFile],
) -> None:
    assert not readable(put(TABLE.replace(', "comments.csv"', "")))


def flat(lost: int) -> bytes:
    rows = ["Heron Quillory,,,,Reef,x\n"] * (100 - lost) + [",,,,Reef,x\n"] * lost
    return "".join([FLAT.splitlines(keepends=True)[0], *rows]).encode()


def test_a_flattened_list_that_lost_one_name_in_a_hundred_is_read_and_says_so(
    put: Callable[..., ListFile],
) -> None:
    read = read_list(put(FLAT_TABLE + "entries = 100\n", flat=flat(lost=1)))
    assert read.counts == {"records": 100, "parties": 99, "spellings": 99}
    assert read.incomplete == ("entry 100 (identifier row-100): an entry without a name",)


@pytest.mark.parametrize(
    ("stated", "lost", "read_whole"), [(2, 2, True), (2, 3, False), (0, 1, False)]
)
def test_a_description_may_tolerate_more_or_fewer_than_the_format_does(
    put: Callable[..., ListFile], stated: int, lost: int, read_whole: bool
) -> None:
    described = put(FLAT_TABLE + f"tolerated = {stated}\n", flat=flat(lost))
    if read_whole:
        assert len(read_list(described).incomplete) == lost
    else:
        with pytest.raises(BadList, match=r"uk_flat: entry .*: an entry without a name"):
            read_list(described)


def test_a_description_cannot_tolerate_fewer_than_none(put: Callable[..., ListFile]) -> None:
    with pytest.raises(BadFolder, match="tolerated must be a number above -1"):
        put(FLAT_TABLE + "tolerated = -1\n")
