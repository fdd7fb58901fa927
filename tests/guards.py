"""Write `walls.json`: what guards a database that was just migrated, of either kind."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from antechamber import database, schema
from antechamber.crypto.keys import Key
from antechamber.settings import Settings
from antechamber.tables.walls import WRITTEN, digests
from databases import postgresql_server


@contextmanager
def _empty() -> Iterator[list[Engine]]:
    with TemporaryDirectory() as folder, postgresql_server() as uri:
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute("CREATE DATABASE guarded")
        url = uri.replace("postgresql://", "postgresql+psycopg://", 1)
        yield [
            database.connect(Settings(home=Path(folder)).url, Key.random()),
            database.connect(make_url(url.replace("/postgres?", "/guarded?", 1)), Key.random()),
        ]


def write() -> None:
    """Migrate an empty database of each kind and note what guards it."""
    found = {}
    with _empty() as engines:
        for engine in engines:
            schema.migrate(engine)
            with database.reading(engine).connect() as connection:
                found[engine.dialect.name] = dict(sorted(digests(connection).items()))
            engine.dispose()
    WRITTEN.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
