"""Find a record for somebody: absent, or outside their initiatives, look alike."""

from typing import TypeVar
from uuid import UUID

from antechamber.errors import NotFound
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.work import Compartmented, Work

R = TypeVar("R", bound=Compartmented)


def reach(work: Work, actor: Actor, action: str, table: type[R], row_id: UUID) -> R:
    """Return the row if the actor may do this to it; raise NotFound, then Forbidden."""
    row = work.session.get(table, row_id)
    if row is None:
        raise NotFound
    try:
        may(work, actor, action, row.initiative_id)
    except NotFound:
        raise NotFound from None
    return row
