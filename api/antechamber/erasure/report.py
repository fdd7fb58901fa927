"""What an erasure destroyed, what is left, and when the last backup that could tell is gone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.settings import Settings
from antechamber.tables import ParticipantRow
from antechamber.work import Work


@dataclass(frozen=True, slots=True)
class Destroyed:
    """How many of each kind were destroyed beside the person's key and file."""

    seats: int = 0
    signoffs: int = 0
    messages: int = 0
    requests: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """Something that is still there: where, how many (None: not counted), and what it tells."""

    where: str
    count: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """The report on one erasure. It names the person by id alone.

    `at` is when the erasure was done, however often it is reported on; `final` is when the last
    backup made before it is destroyed, by the office's own rule.
    """

    participant: UUID
    initiative: UUID
    at: datetime
    destroyed: Destroyed
    left: tuple[Left, ...]
    backup_days: int
    final: datetime
    backups: tuple[str, ...]


BACKUPS = (
    (
        "Copy the keyring (office.keyring) to the safe now: the erasure has changed it, and the copy "
        "there does not open the office any more. Whoever looks after the machine must hear of it."
    ),
    (
        "A backup of the database, made before, opens nothing about the person with the present "
        "keyring."
    ),
    (
        "A backup of the keyring, made before, opens such a backup of the database, with the office's "
        "key or with the recovery shares, until it is destroyed. To make this final at once, rotate "
        "the office's key (antechamber keys rotate --level kek), make a new escrow, and destroy "
        "every copy of the old key and all old shares."
    ),
    "Whoever restores such a backup brings the person back: erase them again, by their id.",
    "Take a fresh backup now (antechamber backup FOLDER): the present keyring restores no older one.",
)


def report(work: Work, row: ParticipantRow, gone: Destroyed, settings: Settings) -> Report:
    """Say what is left of an erased person; what is counted is counted now."""
    decisions = clearance.decisions_with(work, row.initiative_id, row.id)
    left = (
        Left("participant", 1, "an id, that it was erased, and the id of a key that is gone"),
        Left("decision.dossier", decisions, "a part that nothing opens: not replayable, erased"),
        Left("decision.record", decisions, "the verdict, with their reference and no name"),
        Left(
            "audit_entry", None, "a pseudonym, what was done and when; what was said opens no more"
        ),
        Left("files exported earlier", None, "decision files, where somebody made them"),
    )
    days = settings.backup_days
    at = store.load_file(work, row).erased_at or work.now
    final = at + timedelta(days=days)
    return Report(row.id, row.initiative_id, at, gone, left, days, final, BACKUPS)
