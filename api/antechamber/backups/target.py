"""Where a restored office is put: an empty home, or an empty PostgreSQL database."""

import os
from pathlib import Path

from sqlalchemy import Engine

from antechamber import database, founding, livefile, roles, schema
from antechamber.backups import copying
from antechamber.backups.manifest import BadBackup
from antechamber.backups.workplace import close_whole, existing_file
from antechamber.crypto.files import keep_names
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.errors import NotReady
from antechamber.settings import Settings
from antechamber.tables import metadata


def refuse_to_overwrite(settings: Settings) -> None:
    """Raise NotReady unless the place is empty; one where a restore was killed is."""
    if settings.database_file:
        # A journal that was left behind would be played into the restored database.
        for end in ("", *livefile.BESIDE):
            path = Path(f"{settings.database_file}{end}")
            if path.exists():
                raise NotReady(
                    f"{path} exists already and is not overwritten. Move office.db, "
                    "office.db-wal and office.db-shm away together, and keep them: they may "
                    "hold what the backup does not."
                )
        return
    founding.refuse_unfit(settings)
    with founding.reached(settings.owner_url) as owner:
        found = copying.tables_of(owner)
        if set(found) - set(metadata.tables) or copying.rows_in(owner):
            raise NotReady("The database is not empty; restore into a new one.")


def publish(
    engine: Engine, ready: Path, settings: Settings, keys: OfficeKeys, told: copying.Told
) -> None:
    """Put the prepared database where it belongs: all of it or nothing."""
    close_whole(engine)
    if settings.database_file:
        os.link(ready, settings.database_file)  # unlike a renaming, it never overwrites
        keep_names(settings.home)
        return
    source, target = (
        existing_file(ready, keys.file_key()),
        database.connect(settings.owner_url, keys.file_key()),
    )
    try:
        schema.migrate(target)
        roles.grant(target, settings.url.username)
        with database.reading(source).connect() as there, target.begin() as here:
            found = copying.copy(there, here, told)
            if copying.contents(here, told) != found:
                raise BadBackup("The database does not hold what was written to it; report it.")
    finally:
        source.dispose()
        target.dispose()
