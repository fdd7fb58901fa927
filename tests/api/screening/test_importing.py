"""Importing lists on each database, and the index that follows from what is in force."""

import shutil
from pathlib import Path

import pytest

from antechamber.demo.data import LISTS
from antechamber.office import Office
from antechamber.policies import shipped_regimes
from antechamber.screening.folder import active_lists
from antechamber.screening.importing import import_list
from antechamber.screening.index import Indexes, ListIndex, NoLists
from antechamber.work import Everywhere
from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.match import Query, match

AT = Thresholds(review_score=85, near_score=75)
ADDED = "UKD-0009,Quorrin Vastelbane,Person,,,,Regulations (fictional),UK_SAMLA\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LISTS, tmp_path / "lists"))


def imported(office: Office, folder: Path, indexes: Indexes) -> dict[str, str]:
    regimes = shipped_regimes()
    found = [
        import_list(office, Everywhere("test"), f, regimes, indexes) for f in active_lists(folder)
    ]
    return {one.list_id: one.outcome for one in found}


def index(office: Office, indexes: Indexes) -> ListIndex:
    with office.reading(Everywhere("test")) as work:
        return indexes.current(work)


def hits(found: ListIndex, name: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    query = Query(id="", name=name, schema="Person")
    matches = match(found.index, query, AT).matches
    return [(m.list_id, m.entry_id, m.regimes, m.content_hash) for m in matches]


def parties(found: ListIndex) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(p.list_id, p.entry.entry_id): p.regimes for p in found.index.parties}


def test_an_index_over_lists_just_read_is_the_one_that_the_store_gives(
    office: Office, folder: Path
) -> None:
    fresh = Indexes()
    assert set(imported(office, folder, fresh).values()) == {"imported"}
    remembered, opened = index(office, fresh), index(office, Indexes())
    assert parties(remembered) == parties(opened)
    assert remembered.snapshots == opened.snapshots
    for name in ("Idris Kalmen Orvane", "Vaskoril Thenn Ombrydde"):
        assert hits(remembered, name) == hits(opened, name) != []


def test_an_index_is_kept_while_no_list_changes(office: Office, folder: Path) -> None:
    indexes = Indexes()
    imported(office, folder, indexes)
    first = index(office, indexes)
    assert set(imported(office, folder, indexes).values()) == {"unchanged"}
    assert index(office, indexes) is first


def test_one_changed_list_is_searched_anew_beside_the_others(office: Office, folder: Path) -> None:
    indexes = Indexes()
    imported(office, folder, indexes)
    index(office, indexes)
    path = folder / "uk_sanctions.csv"
    path.write_text(path.read_text("utf-8") + ADDED, "utf-8")
    described = (folder / "lists.toml").read_text("utf-8").replace("entries = 3", "entries = 4")
    (folder / "lists.toml").write_text(described, "utf-8")
    outcomes = imported(office, folder, indexes)
    assert [name for name, outcome in outcomes.items() if outcome == "imported"] == ["uk_sanctions"]
    renewed = index(office, indexes)
    assert [hit[:3] for hit in hits(renewed, "Quorrin Vastelbane")] == [
        ("uk_sanctions", "UKD-0009", ("UK_SAMLA",))
    ]
    assert parties(renewed) == parties(index(office, Indexes()))


def test_without_any_list_there_is_nothing_to_search(office: Office) -> None:
    with pytest.raises(NoLists):
        index(office, Indexes())


def test_a_publishers_list_without_a_mapping_to_regimes_is_refused(
    office: Office, folder: Path
) -> None:
    described = (folder / "lists.toml").read_text("utf-8")
    (folder / "lists.toml").write_text(
        described.replace('series = "un_sc"', 'series = "never_mapped"'), "utf-8"
    )
    assert imported(office, folder, Indexes())["un_sc"] == "refused"
