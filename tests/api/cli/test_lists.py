"""`antechamber lists` and `antechamber screenings`: whole or not at all, and always said."""

import gzip
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from antechamber.demo.data import LISTS
from antechamber.documents.lists import ListDocument
from antechamber.screening import lists
from antechamber.settings import Settings
from commands import Run
from databases import NOW, OpenOffice
from walk import Walk

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>&b;</FIRST_NAME>
</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the fictional lists, to be spoilt."""
    return Path(shutil.copytree(LISTS, tmp_path / "lists"))


@pytest.fixture
def document(place: Settings, open_office: OpenOffice) -> "Documents":
    return Documents(place, open_office)


class Documents:
    """Reads the records of the office's lists."""

    def __init__(self, place: Settings, open_office: OpenOffice) -> None:
        self._office = open_office(place)

    def of(self, name: str) -> ListDocument:
        with self._office.reading("test") as work:
            return lists.kept(work)[name][1]

    def entries(self, name: str) -> list[str]:
        with self._office.reading("test") as work:
            snapshot = lists.kept(work)[name][1].snapshot
            assert snapshot
            return [entry.entry_id for entry in lists.entries_of(work, snapshot)]


def spoilt(content: bytes, how: str) -> bytes:
    """Return a list file as it should not be."""
    return {
        "truncated": content[: len(content) // 2],
        "empty": b"",
        "no XML": b"<html>Sign in</html>",
        "a bomb": BOMB,
        "nameless": content.replace(b"<FIRST_NAME>HESKATYRE</FIRST_NAME>", b"").replace(
            b"<SECOND_NAME>QUINTOLOW</SECOND_NAME>", b""
        ),
        "cut gzip": gzip.compress(content)[:-20],
    }[how]


def test_every_list_gets_one_line_and_the_exit_code_is_0(
    run: Run, place: Settings, folder: Path
) -> None:
    said = run("lists", "import", folder)
    assert said.code == 0
    assert len(said.out.splitlines()) == 12
    assert all("imported" in line for line in said.out.splitlines())


def test_a_second_import_of_the_same_files_renews_their_age_without_new_copies(
    run: Run, place: Settings, folder: Path, document: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("lists", "import", folder)
    before = document.of("un_sc")
    later = datetime(2026, 11, 23, 9, 0, tzinfo=NOW.tzinfo)
    monkeypatch.setattr("antechamber.cli.offices.utc_now", lambda: later)
    os.utime(folder / "un_sc.xml", (later.timestamp(), later.timestamp()))
    said = run("lists", "import", folder)
    assert all("unchanged" in line for line in said.out.splitlines())
    after = document.of("un_sc")
    assert after.snapshot == before.snapshot
    assert (before.fetched_at, after.fetched_at) == (NOW, later)


def test_a_file_that_nobody_fetched_again_does_not_get_younger(
    run: Run, place: Settings, folder: Path, document: Documents
) -> None:
    week_old = NOW - timedelta(days=8)
    os.utime(folder / "un_sc.xml", (week_old.timestamp(), week_old.timestamp()))
    run("lists", "import", folder)
    run("lists", "import", folder)
    assert document.of("un_sc").fetched_at == week_old


def test_the_same_file_described_otherwise_is_imported_anew(
    run: Run, place: Settings, folder: Path, document: Documents
) -> None:
    run("lists", "import", folder)
    index = (folder / "lists.toml").read_text("utf-8")
    (folder / "lists.toml").write_text(index.replace('"UK_TA2000"', '"UK_SAMLA"'), "utf-8")
    said = run("lists", "import", folder)
    assert [line for line in said.out.splitlines() if "imported" in line] == [
        "uk_proscribed            imported   1 entry"
    ]
    assert document.of("uk_proscribed").regimes == ["UK_SAMLA"]


@pytest.mark.parametrize(
    ("how", "place_named"),
    [
        ("truncated", "un_sc: "),
        ("empty", "un_sc: "),
        ("no XML", "un_sc: "),
        ("a bomb", "un_sc: "),
        ("nameless", "un_sc: entry 2 (identifier 9900002): an entry without a name"),
        ("cut gzip", "un_sc: un_sc.xml: the gzip file is damaged or cut short"),
    ],
)
def test_a_spoilt_list_is_refused_by_name_and_the_copy_before_it_stays_in_force(
    run: Run, place: Settings, folder: Path, document: Documents, how: str, place_named: str
) -> None:
    run("lists", "import", folder)
    before, entries = document.of("un_sc"), document.entries("un_sc")
    path = folder / "un_sc.xml"
    path.write_bytes(spoilt(path.read_bytes(), how))
    said = run("lists", "import", folder)
    assert said.code == 1
    refused = [line for line in said.out.splitlines() if "REFUSED" in line]
    assert len(refused) == 1
    assert place_named in refused[0]
    assert "HESKATYRE" not in said.out + said.err
    assert sum("unchanged" in line for line in said.out.splitlines()) == 11
    after = document.of("un_sc")
    assert (after.status, after.snapshot) == ("failed", before.snapshot)
    assert document.entries("un_sc") == entries


def test_a_list_that_is_refused_at_first_is_not_in_force_at_all(
    run: Run, place: Settings, folder: Path
) -> None:
    (folder / "un_sc.xml").write_bytes(b"")
    assert run("lists", "import", folder).code == 1
    assert "un_sc" not in run("lists", "status").out


def test_a_list_that_failed_is_current_again_once_its_file_is_back(
    run: Run, place: Settings, folder: Path, document: Documents
) -> None:
    run("lists", "import", folder)
    good = (folder / "un_sc.xml").read_bytes()
    (folder / "un_sc.xml").write_bytes(b"")
    run("lists", "import", folder)
    (folder / "un_sc.xml").write_bytes(good)
    assert run("lists", "import", folder).code == 0
    assert document.of("un_sc").status == "current"


def shrink(folder: Path) -> None:
    rows = (folder / "uk_sanctions.csv").read_text("utf-8").splitlines(keepends=True)
    (folder / "uk_sanctions.csv").write_text("".join(rows[:2]), "utf-8")
    index = (folder / "lists.toml").read_text("utf-8")
    (folder / "lists.toml").write_text(index.replace("entries = 3\n", ""), "utf-8")


def test_a_list_that_lost_more_than_half_its_entries_is_not_believed(
    run: Run, place: Settings, folder: Path, document: Documents
) -> None:
    run("lists", "import", folder)
    shrink(folder)
    said = run("lists", "import", folder)
    assert said.code == 1
    assert "holds 1 entries where the copy before it has 3" in said.out
    assert document.of("uk_sanctions").entries == 3


def test_a_list_that_shrank_is_believed_when_somebody_says_so(
    run: Run, place: Settings, folder: Path, document: Documents
) -> None:
    run("lists", "import", folder)
    shrink(folder)
    assert run("lists", "import", folder, "--accept-shrunken", "uk_sanctions").code == 0
    assert document.of("uk_sanctions").entries == 1


def test_a_format_without_reader_is_named_and_the_others_go_on(
    run: Run, place: Settings, folder: Path
) -> None:
    index = (folder / "lists.toml").read_text("utf-8")
    (folder / "lists.toml").write_text(index.replace('"eu_fsf_xml"', '"pdf"'), "utf-8")
    said = run("lists", "import", folder)
    assert said.code == 0
    assert "eu_fsf                   no reader  not searched: no reader for pdf yet" in said.out
    assert sum("imported" in line for line in said.out.splitlines()) == 11


@pytest.mark.parametrize("spoil", ["missing", "not TOML"])
def test_a_folder_that_does_not_describe_its_lists_is_refused(
    run: Run, place: Settings, folder: Path, spoil: str
) -> None:
    index = folder / "lists.toml"
    index.unlink() if spoil == "missing" else index.write_text("[[list", "utf-8")
    said = run("lists", "import", folder)
    assert said.code == 2
    assert "lists.toml" in said.err


def test_an_import_screens_and_decides_again_and_a_failed_list_suspends(
    run: Run, walk: Walk, folder: Path
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    said = run("lists", "import", folder)
    assert (said.code, walk.state()) == (0, "scheduled")
    assert "1 initiative screened and decided again: 13 people and bodies" in said.err
    (folder / "eu_fsf.xml").write_bytes(b"")
    assert run("lists", "import", folder).code == 1
    assert walk.state() == "suspended"


def test_status_shows_each_list_with_its_age(
    run: Run, place: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("lists", "import", folder)
    later = datetime(2026, 11, 25, 10, 0, tzinfo=NOW.tzinfo)
    monkeypatch.setattr("antechamber.cli.offices.utc_now", lambda: later)
    said = run("lists", "status")
    (line,) = (line for line in said.out.splitlines() if "uk_proscribed" in line)
    assert line.split()[:10] == [
        "uk_proscribed", "UK_TA2000", "any", "publisher", "2026-11-19",
        "2026-11-22", "09:00", "3", "d", "1",
    ]  # fmt: skip
    assert "current" in line


def test_status_of_an_office_without_lists_says_how_to_get_them(run: Run, place: Settings) -> None:
    said = run("lists", "status")
    assert said.code == 1
    assert "antechamber lists import" in said.err


def test_screenings_run_needs_lists_and_then_screens_everybody(run: Run, walk: Walk) -> None:
    said = run("screenings", "run")
    assert said.code == 0
    assert "13 people and bodies" in said.err


def test_screenings_run_says_where_there_is_nobody_to_screen(run: Run, place: Settings) -> None:
    said = run("screenings", "run")
    assert said.code == 0
    assert "no initiative yet" in said.err
