"""A folder of lists: every list whole and as described, or refused by name."""

import gzip
import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from antechamber.screening import folder as folder_module
from antechamber.screening.folder import (
    BadFolder,
    ListFile,
    active_lists,
    read_list,
    readable,
)
from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.match import Query, Screened, match
from antechamber_compliance.screening.regimes import parse

ROOT = Path(__file__).parents[3]
DEMO = ROOT / "api" / "antechamber" / "demo" / "lists"
SHARED = ROOT.parent / "shared"
AT = Thresholds(review_score=85, near_score=75)
ROWS = (
    "entry_id,name,schema,aliases,birth_date,countries,programme,regimes\n"
    "X-1,Torvaneth Quillory,Person,Heron,1961,QNB,National list,HOST_LIST\n"
    "X-1,Torvanet Quilory,Person,,1961,QNB,National list,HOST_LIST\n"
)
TABLE = """
[[list]]
id = "host_QNB"
file = "host.csv"
format = "office_csv"
published = "2026-11-19"
entries = 2
regimes = ["HOST_LIST"]
country = "QNB"
source = "office_keyed"
"""


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    (tmp_path / "lists.toml").write_text(TABLE, encoding="utf-8")
    (tmp_path / "host.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def only(folder: Path) -> ListFile:
    (one,) = active_lists(folder)
    return one


def describe(folder: Path, old: str, new: str) -> None:
    (folder / "lists.toml").write_text(TABLE.replace(old, new), encoding="utf-8")


def test_a_list_is_described_and_read_whole(lists: Path) -> None:
    described = only(lists)
    assert (described.series, described.regimes, described.country, described.source) == (
        "host_QNB",
        ("HOST_LIST",),
        "QNB",
        "office_keyed",
    )
    read = read_list(described)
    assert read.counts == {"records": 2, "parties": 1, "spellings": 2 + 1}
    assert read.united == ("X-1",)
    assert read.sha256 == hashlib.sha256(ROWS.encode()).hexdigest()


def test_gzip_is_recognised_by_its_content_and_hashed_as_stored(lists: Path) -> None:
    stored = gzip.compress(ROWS.encode())
    (lists / "host.csv").write_bytes(stored)
    read = read_list(only(lists))
    assert read.counts["records"] == 2
    assert read.sha256 == hashlib.sha256(stored).hexdigest()


@pytest.mark.parametrize("keep", [12, -9, -1])
def test_a_gzip_file_cut_short_is_refused(lists: Path, keep: int) -> None:
    (lists / "host.csv").write_bytes(gzip.compress(ROWS.encode())[:keep])
    with pytest.raises(BadList, match=r"host_QNB: host.csv: .*damaged or cut short"):
        read_list(only(lists))


def test_a_gzip_file_with_a_changed_byte_is_refused(lists: Path) -> None:
    stored = bytearray(gzip.compress(ROWS.encode()))
    stored[-6] ^= 0xFF
    (lists / "host.csv").write_bytes(stored)
    with pytest.raises(BadList, match="damaged or cut short"):
        read_list(only(lists))


def test_a_gzip_bomb_is_refused_at_the_bound(lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_READ_BYTES", 1 << 20)
    row = ROWS.splitlines(keepends=True)[2]
    (lists / "host.csv").write_bytes(gzip.compress((ROWS + row * 50_000).encode()))
    with pytest.raises(BadList, match="host_QNB: decompresses to more than 1 MiB"):
        read_list(only(lists))


def test_a_file_larger_than_any_list_is_refused(
    lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "MAX_STORED_BYTES", 1 << 7)
    with pytest.raises(BadList, match="host_QNB: the file is larger than"):
        read_list(only(lists))


def test_a_missing_file_is_refused_by_name(lists: Path) -> None:
    (lists / "host.csv").unlink()
    with pytest.raises(BadList, match=r"host_QNB: host.csv: the file is missing; fetch it"):
        read_list(only(lists))


def test_a_fault_inside_a_list_names_list_and_place_and_no_content(lists: Path) -> None:
    (lists / "host.csv").write_text(ROWS.replace("X-1,Torvanet ", ",Torvanet "), encoding="utf-8")
    with pytest.raises(BadList, match="host_QNB: entry 2: an entry without identifier") as caught:
        read_list(only(lists))
    assert "Torvanet" not in str(caught.value)


@pytest.mark.parametrize("stated", [1, 3])
def test_a_list_with_another_number_of_records_than_described_is_refused(
    lists: Path, stated: int
) -> None:
    describe(lists, "entries = 2", f"entries = {stated}")
    with pytest.raises(BadList, match=f"holds 2 records where lists.toml says {stated}"):
        read_list(only(lists))


def test_a_format_without_a_reader_is_said_to_be_unreadable_and_never_read(lists: Path) -> None:
    describe(lists, "office_csv", "pdf")
    assert not readable(only(lists))
    with pytest.raises(BadList, match="host_QNB: no reader for the format pdf"):
        read_list(only(lists))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (TABLE, "", "no .*list.* table"),
        (TABLE, "list = 5", "no .*list.* table"),
        (TABLE, "= garbled", "not TOML"),
        (TABLE, TABLE * 2, "same id"),
        ('id = "host_QNB"', "", "list 1: id must be text"),
        ('format = "office_csv"', "", "host_QNB: format must be text"),
        ('published = "2026-11-19"', "published = 2026", "host_QNB: published must be text"),
        ("entries = 2", "entries = 0", "host_QNB: entries must be a number above 0"),
        ("entries = 2", "entries = true", "host_QNB: entries must be a number above 0"),
        ("entries = 2", "active = 'yes'", "host_QNB: active must be true or false"),
        ("entries = 2", "active = false", "no list is active"),
        ('["HOST_LIST"]', '"HOST_LIST"', "host_QNB: regimes must be a list"),
        ('"office_keyed"', '"guess"', "host_QNB: source must be one of"),
        ('file = "host.csv"', "", "host_QNB: file must name"),
        ('"host.csv"', '"../host.csv"', "host_QNB: file must name a file in this folder"),
        ('"host.csv"', '"/etc/hostname"', "host_QNB: file must name a file in this folder"),
    ],
)
def test_a_description_with_a_mistake_is_refused_with_list_and_field(
    lists: Path, old: str, new: str, reason: str
) -> None:
    describe(lists, old, new)
    with pytest.raises(BadFolder, match=reason):
        active_lists(lists)


def test_a_folder_without_a_description_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFolder, match="missing; describe the lists"):
        active_lists(tmp_path)


def test_a_description_that_is_no_text_is_refused(lists: Path) -> None:
    (lists / "lists.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFolder, match="not TOML"):
        active_lists(lists)


@pytest.fixture(scope="module")
def demo() -> Index:
    table = parse((ROOT / "policies" / "tables" / "programme_regimes.csv").read_text("utf-8"))
    on = date(2026, 11, 22)
    return Index.build(
        ((one.series, read_list(one).entries) for one in active_lists(DEMO)),
        lambda series, entry: table.regimes_of(series, entry, on),
    )


def screened(demo: Index, name: str, schema: str = "Person", birth_date: str = "") -> Screened:
    return match(demo, Query("q", name, schema, birth_date), AT)


def test_the_lists_of_the_demonstration_fill_every_regime_once() -> None:
    lists = active_lists(DEMO)
    assert all(map(readable, lists))
    filled = [(regime, one.country) for one in lists for regime in one.regimes]
    assert len(filled) == len(set(filled)) == 12 + 5
    assert {country for regime, country in filled if regime == "HOST_LIST"} == {
        "QNB",
        "QNC",
        "QND",
        "QNE",
        "QNG",
    }


def test_every_entry_of_the_demonstration_falls_under_a_regime(demo: Index) -> None:
    assert all(party.regimes for party in demo.parties)


def test_the_demonstration_has_one_open_hit_that_is_near_but_not_the_same(demo: Index) -> None:
    found = screened(demo, "Idris Kalmen Orvane")
    (hit,) = found.matches
    assert (found.band, hit.list_id, hit.regimes) == ("block", "uk_sanctions", ("UK_SAMLA",))
    assert 0.85 <= hit.score <= 0.97


def test_the_armed_groups_of_the_demonstration_are_listed(demo: Index) -> None:
    groups = {
        "Northern Accord Movement": ("EU_CT_931",),
        "Steppe Free Companies": ("US_FTO", "US_SDGT"),
        "Southern Dawn Front": ("UN_COUNTRY",),
    }
    for name, regimes in groups.items():
        best = screened(demo, name, "Organization").matches[0]
        assert (best.score, best.regimes) == (1.0, regimes)


def test_no_ordinary_name_comes_near_an_entry_of_the_demonstration(demo: Index) -> None:
    names = SHARED / "screening" / "negatives.jsonl"
    if not names.exists():
        pytest.skip("the ordinary names are not beside this repository (../shared/screening)")
    with names.open(encoding="utf-8") as lines:
        asked = [json.loads(line)["name"] for line in lines]
    assert [name for name in asked if screened(demo, name).band != "clear"] == []


@pytest.mark.slow
def test_the_real_folder_is_read_as_described() -> None:
    if not (SHARED / "lists" / "lists.toml").exists():
        pytest.skip("the real lists are not beside this repository (../shared/lists)")
    lists = {one.id: one for one in active_lists(SHARED / "lists")}
    assert {name for name, one in lists.items() if not readable(one)} == set()
    sums = (SHARED / "lists" / "SHA256SUMS").read_text(encoding="utf-8")
    for name in ("eu_fsf", "un_sc"):
        assert f"{read_list(lists[name]).sha256}  {lists[name].files[0].name}" in sums
