"""`antechamber lists` and `antechamber screenings`: whole or not at all, and always said."""

import gzip
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from antechamber.clearance import service as clearance
from antechamber.demo.data import LISTS
from antechamber.documents.lists import ListDocument
from antechamber.screening import lists
from antechamber.screening.download import NotFetched
from antechamber.screening.updating import sources
from antechamber.settings import Settings
from antechamber.work import Everywhere
from commands import Run
from databases import NOW, OpenOffice
from publisher import Publisher, publishing
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
        with self._office.reading(Everywhere("test")) as work:
            return lists.kept(work)[name][1]

    def entries(self, name: str) -> list[str]:
        with self._office.reading(Everywhere("test")) as work:
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


def test_a_copy_of_an_earlier_date_than_the_one_before_is_said_to_be_older(
    run: Run, place: Settings, folder: Path
) -> None:
    run("lists", "import", folder)
    described = folder / "lists.toml"
    newest = re.sub('published = "[^"]*"', 'published = "2099-01-01"', described.read_text("utf-8"))
    described.write_text(newest, "utf-8")
    assert "OLDER" not in run("lists", "import", folder).out
    described.write_text(newest.replace("2099", "1999"), "utf-8")
    said = run("lists", "import", folder)
    assert "OLDER      of 1999-01-01; the copy before was of 2099-01-01" in said.out


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
    assert "1 initiative screened and decided again" in said.err
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


def test_screenings_run_says_where_there_is_nobody_to_screen(
    run: Run, place: Settings, folder: Path
) -> None:
    run("lists", "import", folder)
    said = run("screenings", "run")
    assert said.code == 0
    assert "no initiative yet" in said.err


@pytest.fixture
def publisher(folder: Path) -> Iterator[Publisher]:
    """Serves the fictional UN list; its address is in the folder's lists.toml."""
    with publishing() as publisher:
        publisher.files["/un_sc.xml"] = (folder / "un_sc.xml").read_bytes()
        index = (folder / "lists.toml").read_text("utf-8")
        url = f'file = "un_sc.xml"\nurl = "{publisher.url("/un_sc.xml")}"'
        (folder / "lists.toml").write_text(index.replace('file = "un_sc.xml"', url), "utf-8")
        yield publisher


def test_update_fetches_imports_and_asks_next_time_only_whether_it_changed(
    run: Run, place: Settings, folder: Path, publisher: Publisher, document: Documents
) -> None:
    (folder / "un_sc.xml").unlink()
    said = run("lists", "update", "un_sc", "--folder", folder)
    assert (said.code, "imported   5 entries" in said.out) == (0, True)
    assert document.of("un_sc").status == "current"
    said = run("lists", "update", "un_sc", "--folder", folder)
    assert (said.code, "unchanged" in said.out) == (0, True)
    assert publisher.asked[0] == ("/un_sc.xml", "")
    assert publisher.asked[1][1] != ""


def test_update_keeps_the_copy_in_force_when_the_publisher_fails(
    run: Run, place: Settings, folder: Path, publisher: Publisher, document: Documents
) -> None:
    run("lists", "update", "--folder", folder)
    before = document.of("un_sc")
    publisher.how, publisher.files["/un_sc.xml"] = "cut short", b"<x/>" * 100
    said = run("lists", "update", "un_sc", "--folder", folder)
    assert said.code == 1
    assert "un_sc                    NOT FETCHED the answer was cut short; try again" in said.out
    after = document.of("un_sc")
    assert (after.status, after.fault) == ("failed", "unreachable")
    assert (after.snapshot, after.fetched_at) == (before.snapshot, before.fetched_at)


def test_a_fetched_list_that_is_refused_is_fetched_anew_the_next_time(
    run: Run, place: Settings, folder: Path, publisher: Publisher, document: Documents
) -> None:
    good = publisher.files["/un_sc.xml"]
    run("lists", "update", "un_sc", "--folder", folder)
    publisher.files["/un_sc.xml"] = b"<html>Sign in</html>"
    assert run("lists", "update", "un_sc", "--folder", folder).code == 1
    assert document.of("un_sc").fault == "unreadable"
    publisher.files["/un_sc.xml"] = good
    assert run("lists", "update", "un_sc", "--folder", folder).code == 0
    assert document.of("un_sc").status == "current"


def test_update_begins_with_the_publishers_addresses_in_a_private_folder(
    run: Run, place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise NotFetched("as if there were no network")

    monkeypatch.setattr("antechamber.screening.updating.fetch", no_network)
    said = run("lists", "update")
    assert said.code == 1
    assert said.out.count("NOT FETCHED") == 4
    written = place.home / "lists" / "lists.toml"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert all(s.urls[0].startswith("https://") for s in sources(written.parent).values())


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        ("missing", "failed: missing"),
        ("empty", "failed: empty"),
        ("shrunken", "failed: shrunken"),
        ("garbled", "failed: unreadable"),
    ],
)
def test_status_names_the_state_that_an_import_left_a_list_in(
    run: Run, place: Settings, folder: Path, spoil: str, state: str
) -> None:
    run("lists", "import", folder)
    path = folder / "uk_sanctions.csv"
    match spoil:
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "shrunken":
            shrink(folder)
        case _:
            path.write_bytes(b"\xff\xfe garbled")
    assert run("lists", "import", folder).code == 1
    found = json.loads(run("lists", "status", "--json").out)
    assert {f["id"]: f["state"] for f in found}["uk_sanctions"] == state
    assert {f["state"] for f in found if f["id"] != "uk_sanctions"} == {"current"}


def test_status_says_when_a_list_is_too_old_to_be_relied_on(
    run: Run, place: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("lists", "import", folder)
    later = NOW + timedelta(days=8)
    monkeypatch.setattr("antechamber.cli.offices.utc_now", lambda: later)
    found = json.loads(run("lists", "status", "--json").out)
    assert {f["state"] for f in found} == {"stale"}


ADDED = "UKD-0009,Quorrin Vastelbane,Person,,,,Regulations (fictional),UK_SAMLA\n"


def extend(folder: Path) -> None:
    path = folder / "uk_sanctions.csv"
    path.write_text(path.read_text("utf-8") + ADDED, "utf-8")
    index = (folder / "lists.toml").read_text("utf-8")
    (folder / "lists.toml").write_text(index.replace("entries = 3", "entries = 4"), "utf-8")


def test_diff_shows_what_an_import_changed(run: Run, place: Settings, folder: Path) -> None:
    run("lists", "import", folder)
    extend(folder)
    run("lists", "import", folder)
    said = run("lists", "diff", "uk_sanctions@previous", "uk_sanctions")
    assert said.code == 0
    assert said.out.splitlines() == [
        "uk_sanctions: 1 added, 0 removed, 0 changed",
        "uk_sanctions added    UKD-0009  Quorrin Vastelbane",
    ]
    found = json.loads(run("lists", "diff", "uk_sanctions", "uk_sanctions@previous", "--json").out)
    assert found["uk_sanctions"]["counts"] == {"added": 0, "removed": 1, "changed": 0}


def test_diff_compares_two_folders_without_an_office(run: Run, folder: Path) -> None:
    extend(folder)
    said = run("lists", "diff", LISTS, folder)
    assert "uk_sanctions: 1 added, 0 removed, 0 changed" in said.out
    assert "un_sc: 0 added, 0 removed, 0 changed" in said.out


def test_diff_of_a_copy_that_is_not_there_names_those_that_are(
    run: Run, place: Settings, folder: Path
) -> None:
    run("lists", "import", folder)
    said = run("lists", "diff", "uk_sanctions@previous", "uk_sanctions")
    assert said.code == 2
    assert "uk_sanctions@previous names no copies. There are: uk_sanctions@" in said.err


def test_a_retired_list_fills_its_regime_no_longer(run: Run, walk: Walk, folder: Path) -> None:
    run("lists", "import", folder)
    walk.step("propose", "submit", "evaluate", "schedule")
    said = run("lists", "retire", "eu_fsf")
    assert said.code == 0
    assert walk.state() == "suspended"
    with walk.office.reading(Everywhere("test")) as work:
        session = clearance.find_session(work, walk.session)
        findings = clearance.judge(work, session, "tick").verdict.findings
    assert "PRO-01/no_list" in {finding.name for finding in findings}
    assert "eu_fsf" not in run("lists", "status").out


def test_retiring_the_last_list_suspends_as_well(run: Run, walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.reading(Everywhere("test")) as work:
        names = list(lists.kept(work))
    for name in names:
        assert run("lists", "retire", name).code == 0
    assert walk.state() == "suspended"
    assert run("screenings", "run").code == 1


def test_a_list_that_is_not_kept_cannot_be_retired(run: Run, place: Settings) -> None:
    said = run("lists", "retire", "un_sc")
    assert said.code == 2
    assert "antechamber lists status" in said.err


def test_screenings_run_without_lists_refuses(run: Run, place: Settings) -> None:
    said = run("screenings", "run")
    assert said.code == 1
    assert "Import the lists first" in said.err


def test_screenings_status_says_what_is_left_to_do(
    run: Run, walk: Walk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("screenings", "status").code == 0

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("antechamber.screening.service.screen", interrupted)
        said = run("screenings", "run")
    assert said.code == 130
    assert "antechamber screenings run --resume" in said.err
    assert "not finished" in run("screenings", "status").out
    assert run("screenings", "run", "--resume").code == 0
    assert "Everybody was screened on" in run("screenings", "status").out
