"""Whether a backup has the room that it takes, wherever the database lies."""

import shutil

from sqlalchemy import text

from antechamber import database
from antechamber.doctor.finding import Finding, ok, warn
from antechamber.office import Office

ROOM_FOR = 3  # times the database: the backup, the trial restore, and as much to grow
SIZE = {
    "postgresql": text("SELECT pg_database_size(current_database())"),
    "sqlite": text("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
}


def backup_room(office: Office) -> Finding:
    """Check that the office's home has room for a backup, which is made and tried there."""
    engine = database.reading(office.engine)
    with engine.connect() as connection:
        wanted = ROOM_FOR * int(connection.scalar(SIZE[engine.dialect.name]) or 0)
    free = shutil.disk_usage(office.settings.home).free
    if free < wanted:
        return warn(
            "backup-room",
            f"A backup and its trial may want {wanted / 2**20:,.0f} MiB in the office's home, "
            f"where {free / 2**20:,.0f} MiB are free.",
            "Make room on the disk of ANTECHAMBER_HOME.",
        )
    return ok("backup-room", "A backup and its trial have room in the office's home.")
