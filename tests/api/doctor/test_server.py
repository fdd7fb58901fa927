"""What the doctor says of PostgreSQL's server."""

import psycopg

from antechamber.doctor import examine, inside
from antechamber.office import Office
from antechamber.work import Everywhere
from attacker import superuser_url
from databases import NOW, fixed_clock


def status(office: Office) -> str:
    with office.reading(Everywhere("test")) as work:
        return inside.server(work).status


def let(office: Office, setting: str) -> None:
    """Change a setting for this database and the connections that are made from now on."""
    # The office's own role may not: what the server logs is its administrator's.
    with psycopg.connect(superuser_url(office.settings), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {office.settings.url.database} SET {setting}".encode())
    office.engine.dispose()


def test_a_log_of_values_is_warned_of(postgresql_office: Office) -> None:
    let(postgresql_office, "log_statement = 'all'")
    assert status(postgresql_office) == "warn"
    let(postgresql_office, "log_parameter_max_length = 0")
    # Its clock is the real one, ours stands still: that is warned of, too.
    with postgresql_office.reading(Everywhere("test")) as work:
        found = inside.server(work)
    assert (found.status, found.says) == ("warn", "The server's clock is not ours.")
    let(postgresql_office, "log_parameter_max_length_on_error = 100")
    with postgresql_office.reading(Everywhere("test")) as work:
        assert "values" in inside.server(work).says


def test_each_check_has_a_cure_unless_all_is_well(postgresql_office: Office) -> None:
    found = examine(postgresql_office.settings, lambda: NOW)
    names = [finding.check for finding in found]
    assert len(names) == len(set(names))
    assert {"keys", "database", "server", "log", "backup"} <= set(names)
    assert all(bool(finding.cure) == (finding.status != "ok") for finding in found)


def test_a_check_that_breaks_is_a_finding_and_not_the_end(sqlcipher_office: Office) -> None:
    with sqlcipher_office.work(Everywhere("test")) as work:
        work.session.connection().exec_driver_sql("DELETE FROM audit_head")
    found = {each.check: each for each in examine(sqlcipher_office.settings, fixed_clock)}
    assert found["log"].status == "fail"
    assert "audit verify" in found["log"].cure
    assert found["server"].status == "ok"
