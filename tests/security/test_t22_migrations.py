"""T22: every migration goes up and down with data in place."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from antechamber import audit, schema
from antechamber.identity import memberships
from antechamber.office import Office
from antechamber.shipped import migrations_folder
from antechamber.tables import metadata
from antechamber.work import Everywhere
from databases import Backend, OpenOffice, fixed_clock
from house import furnish

# The first is dropped with its table and kept again by the next start; of the second the sealed
# copies are dropped, and made again by `antechamber migrate`.
MADE_AGAIN = ("rulebook", "membership")


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    found = ScriptDirectory.from_config(config).walk_revisions()
    return [script.revision for script in found][::-1]


def contents(office: Office) -> dict[str, tuple[int, str]]:
    """Return how many rows each table has, and the digest of all that is in them."""
    found = {}
    with office.reading(Everywhere("test")) as work:
        for table in metadata.sorted_tables:
            rows = sorted(
                repr(tuple(_raw(v) for v in row)) for row in work.session.execute(table.select())
            )
            found[table.name] = len(rows), sha256("\n".join(rows).encode()).hexdigest()
    return found


def _raw(value: object) -> object:
    return getattr(value, "blob", value)


def test_an_office_at_work_goes_down_and_up_through_every_migration_and_keeps_every_byte(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
) -> None:
    settings = backend.office(tmp_path)
    office = open_office(settings)
    furnish(office)
    steps, before = revisions(), contents(office)
    entries = audit.verify(office).count
    for number in range(len(steps) - 1, 0, -1):  # one further down each time, and back up
        schema.step_back(office.engine, steps[number - 1])
        for revision in steps[number:]:
            schema.migrate(office.engine, revision)
        reopened = Office.open(settings, clock=fixed_clock)  # keeps the shipped rulebook again
        reopened.close()
    after = contents(office)
    lost = [name for name in before if name not in MADE_AGAIN and before[name] != after[name]]
    rows = sum(count for count, _ in before.values())
    came_out(
        "T22",
        f"each of {len(steps)} migrations undone and done again on {office.engine.dialect.name},"
        f" with {rows:,} rows in {len(before)} tables",
        f"{len(lost)} tables differ in any byte; the log of {entries} entries verifies",
    )
    assert lost == []
    assert all(after[name][0] == before[name][0] for name in MADE_AGAIN)
    with office.work(Everywhere("migrate")) as work:
        assert memberships.vouch(work) == before["membership"][0]
    assert audit.verify(office).count == entries
