"""An office does not open where what guards its rows is not as this version writes it."""

import json
from pathlib import Path

import pytest

from antechamber import database
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.tables.walls import WRITTEN, digests
from attacker import Attacker

EMPTY = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
IN_POSTGRESQL = {
    "function gate_session": f"CREATE OR REPLACE FUNCTION gate_session() {EMPTY}",
    "function append_only": f"CREATE OR REPLACE FUNCTION append_only() {EMPTY}",
    "function sees": "CREATE OR REPLACE FUNCTION sees(initiative uuid) RETURNS boolean"
    " LANGUAGE sql STABLE AS $$ SELECT true $$",
    "policy more on participant": "CREATE POLICY more ON participant USING (true)",
    "policy initiatives on key": "ALTER POLICY initiatives ON key USING (true)",
    "trigger gate_session_update": "DROP TRIGGER gate_session_update ON session;"
    " CREATE TRIGGER gate_session_update BEFORE UPDATE ON session FOR EACH ROW WHEN (false)"
    " EXECUTE FUNCTION gate_session();"
    " ALTER TABLE session ENABLE ALWAYS TRIGGER gate_session_update",
    "trigger zz_after on session": f"CREATE FUNCTION after_ours() {EMPTY};"
    " CREATE TRIGGER zz_after BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION after_ours()",
    "rule quiet on audit_entry": "CREATE RULE quiet AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
}
IN_SQLITE = {
    "trigger gate_session_update": [
        "DROP TRIGGER gate_session_update",
        "CREATE TRIGGER gate_session_update BEFORE UPDATE ON session BEGIN SELECT 1; END",
    ],
    "trigger zz_after on session": [
        "CREATE TRIGGER zz_after AFTER UPDATE ON session BEGIN SELECT 1; END",
    ],
}


def test_what_is_compared_is_what_the_migrations_write(office: Office) -> None:
    with database.reading(office.engine).connect() as connection:
        found = digests(connection)
    assert found == json.loads(Path(WRITTEN).read_text())[office.engine.dialect.name]


@pytest.mark.parametrize("named", IN_POSTGRESQL)
def test_an_office_whose_guards_were_changed_in_postgresql_does_not_open(
    postgresql_office: Office, named: str
) -> None:
    refused(postgresql_office, named, [IN_POSTGRESQL[named]])


@pytest.mark.parametrize("named", IN_SQLITE)
def test_an_office_whose_guards_were_changed_in_sqlite_does_not_open(
    sqlcipher_office: Office, named: str
) -> None:
    refused(sqlcipher_office, named, IN_SQLITE[named])


def refused(office: Office, named: str, statements: list[str]) -> None:
    attacker = Attacker(office)
    for statement in statements:
        attacker.run(statement)
    attacker.close()
    with pytest.raises(NotReady, match=named):
        Office.open(office.settings)
