"""Run migrations over the office's engine, and let none end without the gate's triggers."""

from collections.abc import Collection, Mapping
from typing import Any

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event

from antechamber import custody, database
from antechamber.crypto.keyring import open_keyring
from antechamber.office import connect
from antechamber.settings import Settings
from antechamber.tables import metadata
from antechamber.tables.gate import SINCE, missing_triggers


def keep_the_gate(
    ctx: MigrationContext, step: MigrationInfo, heads: Collection[Any], run_args: Mapping[str, Any]
) -> None:
    """Refuse a step, up or down, that leaves the tables without their triggers."""
    scripts = ScriptDirectory.from_config(context.config)
    behind = {
        script.revision for head in heads for script in scripts.iterate_revisions(head, "base")
    }
    if SINCE not in behind or ctx.connection is None:
        return
    missing = missing_triggers(ctx.connection)
    if missing:
        raise RuntimeError(f"this migration drops triggers of the gate: {', '.join(missing)}")


def engine() -> Engine:
    """Return the engine handed over by `antechamber.schema`, else the one the settings name."""
    given = context.config.attributes.get("engine")
    if isinstance(given, Engine):
        return given
    settings = Settings()
    keys = open_keyring(settings.keyring, custody.provider(settings))
    return connect(settings, settings.owner_url, keys)


def see_everything(connection: Connection) -> None:
    """Let a step see every initiative: row-level security holds for the tables' owner as well."""
    database.show(connection, database.EVERYTHING)


with engine().connect() as connection:
    event.listen(connection, "begin", see_everything)
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,  # on SQLite as well: `database` begins explicitly
        transaction_per_migration=True,
        on_version_apply=keep_the_gate,
    )
    with context.begin_transaction():
        context.run_migrations()
