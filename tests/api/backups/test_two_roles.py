"""Where one role owns the tables and another works with them, what concerns all still works."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from antechamber import audit, roles
from antechamber.backups import making, restoring, target
from antechamber.backups.making import Source
from antechamber.cli import main
from antechamber.doctor import examine
from antechamber.documents import store
from antechamber.documents.office import OfficeDocument
from antechamber.erasure import service as erasure
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.rotation import run
from antechamber.settings import Settings
from antechamber.tables import ParticipantRow
from antechamber.work import Everywhere
from attacker import superuser_url
from databases import NOW, Backend, OpenOffice, fixed_clock
from three_roles import SetUp, as_the_page_says
from walk import prepare

LEVELS: tuple[run.Level, ...] = ("root", "initiative", "participant")


@pytest.fixture
def up(postgresql: Backend, tmp_path: Path) -> Iterator[SetUp]:
    with as_the_page_says(postgresql.empty(tmp_path), tmp_path) as found:
        document = OfficeDocument(name="Lakeside", tz="UTC")
        Office.create(found.settings, document=document, clock=fixed_clock).close()
        yield found


def people_who_open(office: Office) -> int:
    with office.reading(Everywhere("test")) as work:
        rows = [row for row in work.session.exec(select(ParticipantRow)) if not row.erased]
        return sum(bool(store.load_identity(work, row).names) for row in rows)


def test_the_worker_rotates_erases_backs_up_and_the_owner_restores(
    up: SetUp, tmp_path: Path, open_office: OpenOffice
) -> None:
    office = open_office(up.settings)
    walk = prepare(office)
    for level in LEVELS:
        run.rotate(office, Everywhere("test"), level)
    erasure.erase(office, Everywhere("officer"), walk.people["P3"])
    source = Source(office.engine, office.keys, up.settings, NOW)
    made = making.make(source, tmp_path / "office.backup")
    count, keys = audit.verify(office).count, office.keys
    office.close()
    up.empty_anew()
    restoring.restore(up.settings, keys, made.path, fixed_clock)
    restored = open_office(up.settings)
    assert people_who_open(restored) == len(walk.people) - 1
    assert audit.verify(restored).count == count + 1  # that it was restored
    with restored.reading(Everywhere("test")) as work:
        assert roles.loose(work.session.connection()) == ""
    restored.close()
    Office.maintain(up.settings)


def test_an_office_is_not_begun_by_the_worker_and_then_made_by_the_owner(
    postgresql: Backend, tmp_path: Path
) -> None:
    document = OfficeDocument(name="Lakeside", tz="UTC")
    with as_the_page_says(postgresql.empty(tmp_path), tmp_path) as found:
        worker = found.settings.model_copy(update={"database_owner_url": None})
        with pytest.raises(NotReady, match="ANTECHAMBER_DATABASE_OWNER_URL"):
            Office.create(worker, document=document, clock=fixed_clock)
        assert not found.settings.key_file.exists()
        Office.create(found.settings, document=document, clock=fixed_clock).close()


def test_commands_of_the_owner_say_so_to_the_worker(
    up: SetUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = up.settings.model_copy(update={"database_owner_url": None})
    monkeypatch.setattr("antechamber.cli.founding.settings", lambda: worker)
    monkeypatch.setattr("sys.argv", ["antechamber", "maintain"])
    with pytest.raises(SystemExit, match="set ANTECHAMBER_DATABASE_OWNER_URL"):
        main()


def test_nothing_is_restored_for_a_user_who_passes_over_the_wall(
    up: SetUp, tmp_path: Path, open_office: OpenOffice
) -> None:
    office = open_office(up.settings)
    source = Source(office.engine, office.keys, up.settings, NOW)
    made = making.make(source, tmp_path / "office.backup")
    office.close()
    up.empty_anew()
    url = superuser_url(up.settings).replace("postgresql://", "postgresql+psycopg://", 1)
    told = Settings.model_validate(up.settings.model_dump() | {"database_url": url})
    with pytest.raises(NotReady, match="passes over row-level security"):
        restoring.restore(told, office.keys, made.path, fixed_clock)
    target.refuse_to_overwrite(up.settings)  # still empty


def test_the_doctor_finds_the_office_of_two_roles_sound(up: SetUp, open_office: OpenOffice) -> None:
    prepare(open_office(up.settings))
    found = {each.check: each.status for each in examine(up.settings, fixed_clock)}
    assert (found["database"], found["log"]) == ("ok", "ok")
