"""Repeating a POST is safe: what succeeded is not done twice, for 24 hours.

Within the route's own Work, after `may`:

    earlier = idempotency.earlier(work, repeat)
    row = service.find(work, earlier.id) if earlier else service.create(work, ask.read())
    if not earlier:
        idempotency.keep(work, repeat, row.id)

Only status and id are kept, so the repetition is authorised anew and shows what its actor may
see now. What is refused is not kept: it can be tried again with the same key.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from antechamber.crypto.keys import Root
from antechamber.crypto.macs import request_hash
from antechamber.crypto.sealing import Unsealable
from antechamber.http.problems import (
    IdempotencyKeyRequired,
    IdempotencyKeyReused,
    RepeatInFlight,
)
from antechamber.identity.actor import Actor
from antechamber.tables import IdempotencyRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work

KEPT = timedelta(hours=24)
KEY = re.compile(r"[!-~]{1,128}")


@dataclass(frozen=True, slots=True)
class Repeat:
    """What makes two requests the same: actor, method and path, key; and their body."""

    key: str | None
    actor: Actor
    route: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the same request was answered before: status, and the id of what it made."""

    status: int
    id: UUID


def earlier(work: Work, repeat: Repeat) -> Earlier | None:
    """Return what this request was answered before, None if it is new.

    Raises IdempotencyKeyRequired, or IdempotencyKeyReused if the body is another one.
    """
    hashes = [_hash(root, repeat) for root in work.keys.every]
    row = work.session.exec(
        select(IdempotencyRow).where(col(IdempotencyRow.keyed_hash).in_(hashes))
    ).first()
    if row is None:
        return None
    outcome = work.open_json(row, "outcome", key=OFFICE_KEY)
    if datetime.fromisoformat(outcome["expires"]) <= work.now:
        work.session.delete(row)
        work.session.flush()  # before `keep` adds its successor
        return None
    if outcome["body"] not in {_body(root, repeat) for root in work.keys.every}:
        raise IdempotencyKeyReused("Choose a new Idempotency-Key for a new request.")
    return Earlier(row.status, UUID(outcome["id"]))


def keep(work: Work, repeat: Repeat, made: UUID, status: int = 201) -> None:
    """Remember that this request succeeded; raise RepeatInFlight if it did so elsewhere too."""
    row = IdempotencyRow(keyed_hash=_hash(work.keys.root, repeat), status=status)
    outcome = {
        "id": str(made),
        "body": _body(work.keys.root, repeat),
        "expires": (work.now + KEPT).isoformat(),
    }
    work.seal_json(row, "outcome", outcome, key=OFFICE_KEY)
    work.session.flush()  # so that only our own row can fail below
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError:
        raise RepeatInFlight("Nothing was done twice. Send the same request again.") from None


def forget_expired(work: Work) -> int:
    """Delete what is no longer kept; return how many.

    What does not open stays: an erasure or a rotation will say so.
    """
    count = 0
    for row in work.session.exec(select(IdempotencyRow)).all():
        try:
            outcome = work.open_json(row, "outcome", key=OFFICE_KEY)
        except Unsealable:
            continue
        if datetime.fromisoformat(outcome["expires"]) <= work.now:
            work.session.delete(row)
            count += 1
    return count


def _hash(root: Root, repeat: Repeat) -> bytes:
    if repeat.key is None or not KEY.fullmatch(repeat.key):
        raise IdempotencyKeyRequired(
            "Send an Idempotency-Key of 1 to 128 visible ASCII characters, new for each request."
        )
    who = f"{repeat.actor.user_id}:{repeat.actor.role}:{repeat.actor.initiative_id}"
    return request_hash(root, ["repeat", who, repeat.route, repeat.key])


def _body(root: Root, repeat: Repeat) -> str:
    digest = sha256(repeat.body).hexdigest()
    return request_hash(root, ["body", repeat.route, digest]).hex()
