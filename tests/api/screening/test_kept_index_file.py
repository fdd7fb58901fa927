"""The index kept in the office's folder: used when it is of these lists, made anew otherwise."""

import gc
import shutil
import stat
from pathlib import Path

import pytest

from antechamber.demo.data import LISTS
from antechamber.office import Office
from antechamber.policies import shipped_regimes
from antechamber.screening import collector, index, kept_index
from antechamber.screening.folder import active_lists
from antechamber.screening.importing import import_list
from antechamber.screening.index import Indexes, ListIndex
from antechamber.work import Everywhere
from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import Query, Screened, match
from databases import Backend, OpenOffice

AT = Thresholds(review_score=85, near_score=60)
LISTED = "Idris Kalmen Orvane"
ADDED_NAME = "Quorrin Vastelbane"
ADDED = f"UKD-0009,{ADDED_NAME},Person,,,,Regulations (fictional),UK_SAMLA\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LISTS, tmp_path / "lists"))


@pytest.fixture
def filled(sqlcipher_office: Office, folder: Path) -> Office:
    """An office with lists in force and their index kept; the file is none of the database's."""
    imported(sqlcipher_office, folder)
    current(sqlcipher_office)
    return sqlcipher_office


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An item for each index that is built from entries from now on."""
    built: list[int] = []
    build = Index.build

    def counted(lists: object) -> Index:
        built.append(1)
        return build(lists)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Index, "build", counted)
    return built


def imported(office: Office, folder: Path) -> None:
    for described in active_lists(folder):
        import_list(office, Everywhere("test"), described, shipped_regimes(), Indexes())


def add_to(folder: Path) -> None:
    path = folder / "uk_sanctions.csv"
    path.write_text(path.read_text("utf-8") + ADDED, "utf-8")
    described = (folder / "lists.toml").read_text("utf-8").replace("entries = 3", "entries = 4")
    (folder / "lists.toml").write_text(described, "utf-8")


def current(office: Office) -> ListIndex:
    """Return the index as a process that starts now has it."""
    with office.reading(Everywhere("test")) as work:
        return Indexes.of(office).current(work)


def fresh(office: Office) -> ListIndex:
    with office.reading(Everywhere("test")) as work:
        return Indexes().current(work)


def asked(found: ListIndex, name: str) -> Screened:
    return match(found.index, Query("", name, "Person"), AT)


def file_of(office: Office) -> Path:
    return office.settings.home / kept_index.FILE_NAME


def test_the_next_start_builds_nothing_and_alerts_alike(
    office: Office, folder: Path, builds: list[int]
) -> None:
    imported(office, folder)
    current(office)
    builds.clear()
    again = current(office)
    assert builds == []
    built = fresh(office)
    assert again.snapshots == built.snapshots
    for name in (LISTED, "Idris Orvane", "Kalmen Idriss Orvan", "Vaskoril Thenn Ombrydde"):
        assert asked(again, name) == asked(built, name)
    assert asked(again, LISTED).band == "block"


def test_a_changed_list_is_built_anew(filled: Office, folder: Path, builds: list[int]) -> None:
    add_to(folder)
    imported(filled, folder)
    assert asked(current(filled), ADDED_NAME).band == "block"
    assert asked(current(filled), ADDED_NAME).band == "block"
    assert len(builds) == 1


@pytest.mark.parametrize("damage", ["cut", "emptied", "altered", "deleted", "nonsense"])
def test_a_damaged_file_costs_time_and_clears_nobody(
    filled: Office, builds: list[int], damage: str
) -> None:
    path = file_of(filled)
    sealed = path.read_bytes()
    if damage == "deleted":
        path.unlink()
    else:
        altered = sealed[:-1] + bytes([sealed[-1] ^ 1])
        left = {"cut": sealed[:-40], "emptied": b"", "altered": altered, "nonsense": b"x" * 999}
        path.write_bytes(left[damage])
    assert asked(current(filled), LISTED).band == "block"
    assert len(builds) == 1
    assert asked(current(filled), LISTED).band == "block"
    assert len(builds) == 1  # mended by the start before


def test_a_file_of_other_code_is_not_used(
    filled: Office, builds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_index, "_makers", lambda: ["antechamber 99"])
    current(filled)
    assert len(builds) == 1


def test_the_index_of_another_office_is_not_used(
    filled: Office,
    folder: Path,
    tmp_path: Path,
    sqlcipher: Backend,
    open_office: OpenOffice,
    builds: list[int],
) -> None:
    other = open_office(sqlcipher.office(tmp_path / "other"))
    imported(other, folder)
    shutil.copy(file_of(filled), file_of(other))
    assert asked(current(other), LISTED).band == "block"
    assert len(builds) == 1


def test_the_index_of_copies_that_were_in_force_before_is_not_used(
    filled: Office, folder: Path, builds: list[int]
) -> None:
    before = file_of(filled).read_bytes()
    add_to(folder)
    imported(filled, folder)
    file_of(filled).write_bytes(before)
    assert asked(current(filled), ADDED_NAME).band == "block"
    assert len(builds) == 1


def test_the_file_is_sealed_and_its_owners_alone(filled: Office) -> None:
    path = file_of(filled)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_bytes()
    assert b"orvane" not in content.lower()
    assert b"un_sc" not in content
    assert [p.name for p in path.parent.iterdir() if p.name.startswith(path.name)] == [path.name]


def test_an_index_that_cannot_be_kept_is_used_all_the_same(
    sqlcipher_office: Office, folder: Path
) -> None:
    imported(sqlcipher_office, folder)
    file_of(sqlcipher_office).mkdir()
    assert asked(current(sqlcipher_office), LISTED).band == "block"
    assert list(sqlcipher_office.settings.home.glob("lists.index.*")) == []


def test_the_collector_runs_again_after_a_pause_even_when_building_fails() -> None:
    def failing() -> None:
        with collector.paused():
            assert not gc.isenabled()
            raise ValueError("bad")

    with pytest.raises(ValueError, match="bad"):
        failing()
    assert gc.isenabled()


@pytest.mark.parametrize(("names", "left"), [(1, True), (10**6, False)])
def test_the_collector_looks_no_more_at_a_large_index(
    filled: Office, monkeypatch: pytest.MonkeyPatch, names: int, left: bool
) -> None:
    monkeypatch.setattr(index, "MANY_NAMES", names)
    gc.unfreeze()
    try:
        current(filled)
        assert (gc.get_freeze_count() > 0) is left
    finally:
        gc.unfreeze()
