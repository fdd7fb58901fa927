from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import select

from antechamber import database, schema
from antechamber.documents import store
from antechamber.documents.office import OfficeDocument
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.tables import OfficeRow
from antechamber.work import Everywhere
from attacker import Attacker
from databases import Backend, OpenOffice, fixed_clock


def names_in(office: Office) -> list[object]:
    with office.reading(Everywhere("user:1")) as work:
        rows = work.session.exec(select(OfficeRow)).all()
        return [store.load_office(work, row).name for row in rows]


def test_an_office_that_was_made_opens(backend: Backend, tmp_path: Path) -> None:
    settings = backend.empty(tmp_path)
    made = Office.create(
        settings, document=OfficeDocument(name="Quiet Table", tz="UTC"), clock=fixed_clock
    )
    made.close()
    opened = Office.open(settings)
    assert (opened.id, names_in(opened)) == (made.id, ["Quiet Table"])
    opened.close()


def test_all_its_files_are_for_their_owner_alone(sqlcipher_office: Office) -> None:
    names_in(sqlcipher_office)
    settings = sqlcipher_office.settings
    files = [settings.key_file, *settings.home.iterdir()]
    assert {path.name for path in files} >= {"office.key", "office.keyring", "office.db"}
    assert {oct(path.stat().st_mode & 0o777) for path in files} == {"0o600"}
    folders = {settings.key_file.parent, settings.home}
    assert {oct(path.stat().st_mode & 0o777) for path in folders} == {"0o700"}


def test_an_office_is_never_made_over_another(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="exists already"):
        Office.create(office.settings, document=OfficeDocument(name="Other", tz="UTC"))
    assert names_in(office) == ["Template"]


def test_an_office_is_not_made_in_a_database_that_holds_something(
    postgresql_office: Office, tmp_path: Path
) -> None:
    elsewhere = postgresql_office.settings.model_copy(
        update={"home": tmp_path / "new", "key_file": tmp_path / "new.key"}
    )
    with pytest.raises(NotReady, match="not empty"):
        Office.create(elsewhere, document=OfficeDocument(name="Other", tz="UTC"))
    assert not elsewhere.key_file.exists()


def test_an_office_whose_database_is_out_of_reach_is_not_made(tmp_path: Path) -> None:
    settings = Settings.model_validate(
        {
            "home": tmp_path,
            "key_file": tmp_path / "office.key",
            "database_url": f"postgresql+psycopg://nobody@/none?host={tmp_path}",
        }
    )
    with pytest.raises(NotReady, match="cannot be reached"):
        Office.create(settings, document=OfficeDocument(name="Other", tz="UTC"))
    assert list(tmp_path.iterdir()) == []


def test_an_office_whose_database_went_out_of_reach_is_not_called_damaged(
    sqlcipher_office: Office, tmp_path: Path
) -> None:
    url = SecretStr(f"postgresql+psycopg://nobody@/none?host={tmp_path}")
    with pytest.raises(NotReady, match="cannot be reached"):
        Office.open(sqlcipher_office.settings.model_copy(update={"database_url": url}))


def test_an_office_whose_making_breaks_off_leaves_nothing_and_is_made_at_the_next_try(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, document = backend.empty(tmp_path), OfficeDocument(name="Quiet Table", tz="UTC")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(schema, "migrate", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Office.create(settings, document=document)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    Office.create(settings, document=document).close()
    assert settings.key_file.exists()


def test_another_offices_key_file_is_refused(office: Office) -> None:
    office.close()
    office.settings.key_file.write_bytes(b"k" * 32)
    with pytest.raises(NotReady, match="does not open this office's keyring"):
        Office.open(office.settings)


def test_another_offices_database_is_refused(
    backend: Backend, office: Office, tmp_path: Path
) -> None:
    other = backend.empty(tmp_path / "other")
    Office.create(other, document=OfficeDocument(name="Other", tz="UTC")).close()
    mixed = other.model_copy(update={"database_url": office.settings.database_url})
    if office.settings.database_file and other.database_file:
        office.close()
        other.database_file.write_bytes(office.settings.database_file.read_bytes())
    with pytest.raises(NotReady, match="another office"):
        Office.open(mixed)


def test_a_lost_database_is_not_replaced_by_an_empty_one(sqlcipher_office: Office) -> None:
    sqlcipher_office.close()
    file = sqlcipher_office.settings.database_file
    assert file
    file.unlink()
    with pytest.raises(NotReady, match="restore a backup"):
        Office.open(sqlcipher_office.settings)
    assert not file.exists()


def test_a_database_behind_the_code_is_refused_until_it_is_migrated(
    office: Office, open_office: OpenOffice
) -> None:
    schema.step_back(office.engine, "20261122_office")
    with pytest.raises(NotReady, match="antechamber migrate"):
        open_office(office.settings)
    Office.migrate(office.settings)
    assert names_in(open_office(office.settings)) == ["Template"]


def test_an_office_without_one_of_its_triggers_does_not_open(office: Office) -> None:
    attacker = Attacker(office)
    on = "" if attacker.kind == "sqlite" else " ON session"
    attacker.run(f"DROP TRIGGER gate_session_update{on}")
    attacker.close()
    with pytest.raises(NotReady, match="gate_session_update"):
        Office.open(office.settings)


def test_an_office_with_a_sleeping_trigger_does_not_open(postgresql_office: Office) -> None:
    attacker = Attacker(postgresql_office)
    attacker.run("ALTER TABLE session DISABLE TRIGGER gate_session_update")
    attacker.close()
    with pytest.raises(NotReady, match="gate_session_update"):
        Office.open(postgresql_office.settings)


def test_settings_come_from_the_environment_and_hide_the_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANTECHAMBER_HOME", str(tmp_path))
    monkeypatch.setenv("ANTECHAMBER_DATABASE_URL", "postgresql+psycopg://office:s3cret@db/office")
    settings = Settings()
    assert (settings.home, settings.url.password) == (tmp_path, "s3cret")
    assert "s3cret" not in repr(settings) + str(settings.url) + repr(settings.url)


def test_no_statement_attaches_a_second_file(sqlcipher_office: Office, tmp_path: Path) -> None:
    with (
        database.reading(sqlcipher_office.engine).connect() as connection,
        pytest.raises(Exception, match="not authorized"),
    ):
        connection.exec_driver_sql(f"ATTACH DATABASE '{tmp_path / 'copy.db'}' AS copy KEY ''")
    assert not (tmp_path / "copy.db").exists()


def test_an_office_opens_more_than_once(office: Office, open_office: OpenOffice) -> None:
    assert names_in(open_office(office.settings)) == names_in(office)
