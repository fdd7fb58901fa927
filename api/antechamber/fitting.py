"""Whether the keyring is the one of this database, and not a copy from another time.

An erasure and a rotation change both at once. Whoever puts back one of the two from before has
an office of which something still opens: it must not work with it, nor take it for tampering.
"""

from datetime import datetime

from sqlalchemy import LargeBinary, func
from sqlmodel import col, select

from antechamber.crypto.keys import KEY_ID_BYTES, Label
from antechamber.crypto.sealing import KEY_ID_AT, Sealer, Unsealable
from antechamber.tables import AuditEntryRow, KeyRow, OfficeRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work

FOREIGN = (
    "This database belongs to another office than the keyring. Check ANTECHAMBER_HOME and "
    "ANTECHAMBER_DATABASE_URL."
)
DAMAGED = "The office's own row in the database is damaged. Restore a backup."
OLDER_KEYRING = (
    "The keyring is older than the database: an erasure or a rotation has changed keys since it "
    "was copied. Nothing is lost: put back the newest office.keyring, and the key file that "
    "belongs to it. Where no newer one is left, restore the newest backup that this one opens."
)
OLDER_DATABASE = (
    "The database is older than the keyring: an erasure or a rotation has changed keys since it "
    "was copied. Put back the newest database. Where none is left, restore the newest backup."
)


def misfit(work: Work) -> str:
    """Say why the keyring is not this database's, and what to do; '' where it is.

    A single key that is damaged is not told from here: its own initiative fails, no other.
    """
    rows = work.session.exec(select(OfficeRow)).all()
    if [row.id for row in rows] != [work.keys.office]:
        return FOREIGN
    try:
        work.vault.opener(OFFICE_KEY, rows[0].document)
    except Unsealable:
        return _older(work)
    try:
        work.open(rows[0], "document", key=OFFICE_KEY)
    except Unsealable:
        return DAMAGED
    return _older(work) if _wrapped_by_an_unknown_key(work) else ""


def _wrapped_by_an_unknown_key(work: Work) -> bool:
    """Tell whether initiatives' keys name a key above them that the keyring does not hold.

    Two that name the same one, or the only one there is: it is a key, and no damaged header.
    """
    named = func.substr(col(KeyRow.wrapped), KEY_ID_AT, KEY_ID_BYTES, type_=LargeBinary)
    asked = select(named, func.count()).where(col(KeyRow.initiative_id).is_(None))
    counts = {bytes(name): count for name, count in work.session.exec(asked.group_by(named))}
    held = {Sealer(each.key.derive(Label.WRAPPING)).key_id for each in work.keys.wrapping}
    unknown = [count for name, count in counts.items() if name not in held]
    return max(unknown, default=0) > 1 or unknown == list(counts.values()) == [1]


def _older(work: Work) -> str:
    """Say which of the two is older, by the newest entry of the log."""
    newest = work.session.exec(
        select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc()).limit(1)
    ).first()
    try:
        at = newest and work.open_json(newest, "entry", key=OFFICE_KEY)["at"]
    except Unsealable:  # it is sealed by a root that the keyring does not hold yet
        return OLDER_KEYRING
    changed = max(work.keys.roots[0].made, work.keys.wrapping[0].made)
    return OLDER_DATABASE if not at or datetime.fromisoformat(at) < changed else OLDER_KEYRING
