"""Lists in pages: ordered by id, continued by a cursor that only its reader can use."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from fastapi import Response
from sqlmodel.sql.expression import SelectOfScalar

from antechamber.crypto.keys import Root
from antechamber.crypto.macs import cursor_mac
from antechamber.http.problems import BadCursor
from antechamber.identity.actor import Actor
from antechamber.work import Work

MOST = 200
USUAL = 50
ID_BYTES = 16
MAC_BYTES = 16


class Identified(Protocol):
    """A row with an id."""

    id: UUID


R = TypeVar("R", bound=Identified)


@dataclass(frozen=True, slots=True)
class PageAsk:
    """Which page of which list is asked for, and by whom."""

    limit: int
    cursor: str | None
    path: str
    actor: Actor


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some rows of a list; `link` is the Link header that leads on, None on the last page."""

    rows: Sequence[R]
    link: str | None

    def announce(self, response: Response) -> None:
        """Set the Link header (RFC 8288) where there is a next page."""
        if self.link:
            response.headers["Link"] = self.link


def page(work: Work, ask: PageAsk, rows: SelectOfScalar[R], *, by: Any) -> Page[R]:
    """Fetch one page; `by` is the id column of the table. Raises BadCursor."""
    if ask.cursor is not None:
        rows = rows.where(by > _after(work, ask, ask.cursor))
    found = work.session.exec(rows.order_by(by).limit(ask.limit + 1)).all()
    shown = found[: ask.limit]
    if len(found) <= ask.limit:
        return Page(shown, None)
    cursor = _cursor(work, ask, shown[-1].id)
    return Page(shown, f'<{ask.path}?limit={ask.limit}&cursor={cursor}>; rel="next"')


def _cursor(work: Work, ask: PageAsk, last: UUID) -> str:
    return urlsafe_b64encode(last.bytes + _mac(work.keys.root, ask, last)).decode().rstrip("=")


def _after(work: Work, ask: PageAsk, cursor: str) -> UUID:
    refused = BadCursor("Ask for the first page, without a cursor.")
    try:
        content = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError:
        raise refused from None
    if len(content) != ID_BYTES + MAC_BYTES:
        raise refused
    last = UUID(bytes=content[:ID_BYTES])
    macs = (_mac(root, ask, last) for root in work.keys.every)
    if not any(hmac.compare_digest(mac, content[ID_BYTES:]) for mac in macs):
        raise refused
    return last


def _mac(root: Root, ask: PageAsk, last: UUID) -> bytes:
    who = f"{ask.actor.user_id}:{ask.actor.role}:{ask.actor.initiative_id}"
    return cursor_mac(root, [who, ask.path, str(last)])[:MAC_BYTES]
