"""Every step up and down, with rows in the tables, on both databases."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.schema import CreateTable
from sqlmodel import select

from antechamber import audit, database, schema
from antechamber.identity import users
from antechamber.office import Office
from antechamber.policies import shipped_rulebook
from antechamber.rulebooks import store as rulebooks
from antechamber.shipped import migrations_folder, policies_folder
from antechamber.tables import InitiativeRow, SessionRow, metadata
from antechamber.tables.gate import missing_triggers
from antechamber.vault import OFFICE_KEY, initiative_key
from antechamber.work import Everywhere
from attacker import Attacker
from databases import Backend, OpenOffice
from signed_rules import candidate, signed

FIRST = "20261122_office"
GATE = "20261122_gate"
HEADER = ("Locks:", "Works with the code before it:", "Back:")


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def revisions() -> list[str]:
    return [script.revision for script in scripts().walk_revisions()][::-1]


def triggers_missing(office: Office) -> list[str]:
    with database.reading(office.engine).connect() as connection:
        return missing_triggers(connection)


def populate(office: Office) -> SessionRow:
    with office.work(Everywhere("user:1")) as work:
        home = InitiativeRow()
        work.seal(home, "document", b"home", key=work.new_initiative_key(home.id))
        row = SessionRow(initiative_id=home.id)
        work.seal(row, "document", b"plan", key=initiative_key(home.id))
        work.session.add_all([home, row])
        audit.append(work, "session.proposed", row.id, key=OFFICE_KEY)
    return row


def test_the_newest_schema_is_that_of_the_models(office: Office) -> None:
    with database.reading(office.engine).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_gates_tables_are_made_as_the_models_say(sqlcipher_office: Office) -> None:
    attacker = Attacker(sqlcipher_office)
    for name, table in metadata.tables.items():
        made = attacker.ask(f"SELECT sql FROM sqlite_master WHERE name = '{name}'")
        wanted = str(CreateTable(table).compile(sqlcipher_office.engine))
        assert ("WITHOUT ROWID" in made) == ("WITHOUT ROWID" in wanted), name
        assert made.count("CHECK") == wanted.count("CHECK"), name
    attacker.close()


def test_an_office_steps_down_to_the_first_revision_and_up_again_with_its_rows(
    office: Office,
) -> None:
    row = populate(office)
    for revision in reversed(revisions()[:-1]):
        schema.step_back(office.engine, revision)
    for revision in revisions()[1:]:
        schema.migrate(office.engine, revision)
    assert triggers_missing(office) == []
    with office.reading(Everywhere("user:1")) as work:
        kept = work.session.exec(select(SessionRow)).one()
        assert work.open(kept, "document", key=initiative_key(row.initiative_id)) == b"plan"
    assert audit.verify(office).count == 1


def test_below_the_gate_there_are_no_triggers_and_above_it_all(office: Office) -> None:
    assert triggers_missing(office) == []
    schema.step_back(office.engine, FIRST)
    assert "gate_session_update" in triggers_missing(office)


def test_stepping_back_to_nothing_refuses_while_an_initiative_is_stored(office: Office) -> None:
    populate(office)
    with pytest.raises(RuntimeError, match="rows of initiative would be lost"):
        schema.step_back(office.engine, "base")
    # Steps above the first are undone by themselves; no table of the first one is gone.
    assert {"initiative", "session", "audit_entry"} <= set(inspect(office.engine).get_table_names())


def test_stepping_back_to_nothing_refuses_while_anybody_works_here_or_the_log_has_an_entry(
    office: Office,
) -> None:
    with office.work(Everywhere("test")) as work:
        users.register(work, "U-1", "Somebody")
    with pytest.raises(RuntimeError, match="this office is in use"):
        schema.step_back(office.engine, "base")
    with office.engine.connect() as connection:
        assert connection.exec_driver_sql('SELECT count(*) FROM "user"').scalar() == 1


def test_an_empty_office_steps_back_to_nothing_and_up_again(office: Office) -> None:
    schema.step_back(office.engine, "base")
    assert inspect(office.engine).get_table_names() == ["alembic_version"]
    schema.migrate(office.engine)
    assert triggers_missing(office) == []


def test_rulebooks_that_decisions_rest_on_are_not_dropped(office: Office) -> None:
    with office.work(Everywhere("officer")) as work:
        rulebooks.keep(work, signed(2), candidate(2).rulebook, "adopted")
    with pytest.raises(RuntimeError, match="2 rulebooks would be lost"):
        schema.step_back(office.engine, GATE)
    with office.reading(Everywhere("test")) as work:
        assert len(rulebooks.kept(work)) == 2


def test_the_rulebook_that_ships_is_kept_again_by_the_next_start(
    backend: Backend, tmp_path: Path, open_office: OpenOffice
) -> None:
    settings = backend.office(tmp_path)
    office = open_office(settings)
    schema.step_back(office.engine, GATE)
    schema.migrate(office.engine)
    for _ in range(2):
        with open_office(settings).reading(Everywhere("test")) as work:
            assert list(rulebooks.kept(work)) == [shipped_rulebook().digest]


def test_the_gate_is_not_taken_away_while_a_session_is_scheduled(office: Office) -> None:
    attacker = Attacker(office)
    attacker.scheduled()
    attacker.close()
    with pytest.raises(RuntimeError, match="1 sessions would go on without the gate"):
        schema.step_back(office.engine, FIRST)
    assert triggers_missing(office) == []


@pytest.mark.parametrize("direction", ["up", "down"])
def test_a_step_that_loses_a_trigger_does_not_happen(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, direction: str
) -> None:
    drop = "DROP TRIGGER gate_session_update"
    if office.engine.dialect.name != "sqlite":
        drop += " ON session"
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "env.py").write_text((migrations_folder() / "env.py").read_text())
    (folder / "versions").mkdir()
    for script in (migrations_folder() / "versions").glob("*.py"):
        (folder / "versions" / script.name).write_text(script.read_text())
    there, back = (drop, "SELECT 1") if direction == "up" else ("SELECT 1", drop)
    newest = revisions()[-1]
    (folder / "versions" / "99990101_careless.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision = '99990101_careless', '{newest}'\n"
        f"def upgrade(): op.execute({there!r})\n"
        f"def downgrade(): op.execute({back!r})\n"
    )
    monkeypatch.setattr(schema, "migrations_folder", lambda: folder)
    with pytest.raises(RuntimeError, match="gate_session_update"):  # noqa: PT012 - up, then down
        schema.migrate(office.engine)
        schema.step_back(office.engine, newest)
    assert triggers_missing(office) == []
    with database.reading(office.engine).connect() as connection:
        stands_at = schema.current(connection)
    assert stands_at == (newest if direction == "up" else "99990101_careless")


@pytest.mark.parametrize("revision", revisions())
def test_a_migration_answers_what_it_locks_what_it_breaks_and_what_stepping_back_costs(
    revision: str,
) -> None:
    script = scripts().get_revision(revision)
    assert script is not None
    assert all(question in script.longdoc or question in script.doc for question in HEADER)
    assert revision[:8].isdigit()
    source = Path(script.path).read_text()
    assert "import antechamber" not in source
    assert "from antechamber" not in source


def test_the_migrations_are_one_line() -> None:
    assert scripts().get_heads() == [schema.head()]
    assert revisions()[0] == FIRST


def test_what_ships_is_found() -> None:
    assert (migrations_folder() / "env.py").is_file()
    assert policies_folder().is_dir()
