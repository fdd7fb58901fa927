"""What keys there are, in which versions, how old; never a key."""

from collections import Counter
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from antechamber.crypto.keyring import read_keyring
from antechamber.crypto.office_keys import Version
from antechamber.office import Office
from antechamber.rotation.key_of_keys import wrapped_by
from antechamber.rotation.run import under_way
from antechamber.tables import KeyRow
from antechamber.work import Everywhere, Work


def status(office: Office, actor: Everywhere) -> dict[str, Any]:
    """Return the state of all keys, as JSON; ages are those of the keyring's keys alone."""
    with office.reading(actor) as work:
        keys, now = work.keys, work.now
        rotating = under_way(work)
        counts = _counts(work)
    recovery = keys.recovery
    return {
        "provider": office.settings.key_provider,
        "wrapped_by": wrapped_by(office),
        "recovery": recovery
        and {
            "threshold": recovery.threshold,
            "shares": recovery.shares,
            "age_days": (now - recovery.made).days,
            "stands": read_keyring(office.settings.keyring).keeps_recovery(keys),
        },
        "root": _ages(keys.roots, now) | {"records_of_earlier": len(keys.former)},
        "wrapping": _ages(keys.wrapping, now),
        "file": _ages(keys.files, now) if office.settings.database_file else None,
        **counts,
        "rotation": rotating and {"level": rotating.level, "initiatives_left": len(rotating.left)},
    }


def _ages(versions: tuple[Version, ...], now: datetime) -> dict[str, Any]:
    newest = versions[0]
    return {
        "version": newest.number,
        "age_days": (now - newest.made).days,
        "older_still_there": len(versions) - 1,
    }


def _counts(work: Work) -> dict[str, Any]:
    newest: dict[UUID, int] = {}
    older: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    ordered = select(KeyRow).order_by(col(KeyRow.id), col(KeyRow.version).desc())
    for row in work.session.exec(ordered):
        level = "initiatives" if row.initiative_id is None else "participants"
        if row.id not in newest:
            newest[row.id] = row.version
            keys[level] += 1
        elif work.vault.is_whole(row):
            older[level] += 1
    return {
        level: {"keys": keys[level], "older_still_there": older[level]}
        for level in ("initiatives", "participants")
    }
