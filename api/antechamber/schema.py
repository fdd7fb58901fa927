"""The database's schema: move it between revisions, and say whether it is the newest."""

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from antechamber.shipped import migrations_folder


def migrate(engine: Engine, revision: str = "head") -> None:
    """Upgrade to a revision, each step in a transaction of its own."""
    command.upgrade(_config(engine), revision)


def step_back(engine: Engine, revision: str) -> None:
    """Downgrade to a revision; 'base' leaves nothing."""
    command.downgrade(_config(engine), revision)


@cache
def head() -> str | None:
    """Return the newest revision that this version of the code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def knows(revision: str) -> bool:
    """Tell whether this version of the code knows a revision."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return revision in {script.revision for script in scripts}


def current(connection: Connection) -> str | None:
    """Return the revision of the database, or None if it was never migrated."""
    return MigrationContext.configure(connection).get_current_revision()


def _config(engine: Engine | None = None) -> Config:
    config = Config(attributes={"engine": engine})
    # Alembic interpolates '%': a folder may contain one.
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
