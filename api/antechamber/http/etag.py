"""Entity tags: strong, random, and of what one role sees of a record."""

import re
from hashlib import sha256
from uuid import UUID

from antechamber.http.problems import PreconditionFailed, PreconditionRequired
from antechamber.identity.actor import Actor
from antechamber.tables import Versioned
from antechamber.work import Work

OPAQUE = re.compile(r'(W/)?("[^"]*")')


def tag_of(row: Versioned, actor: Actor) -> str:
    """Return the ETag of the row as the actor's role sees it, quotes included."""
    digest = sha256(row.version.bytes + actor.role.encode()).hexdigest()
    return f'"{digest[:32]}"'


def require_match(
    work: Work, if_match: str | None, row: Versioned, actor: Actor, initiative_id: UUID
) -> None:
    """Raise PreconditionRequired without If-Match, PreconditionFailed if the row has moved on.

    Call it after `may`. It locks the initiative and reads the row anew, so that of two who
    hold the same tag only one writes; the change that follows settles the initiative.
    """
    _refuse_none(if_match)
    work.lock(initiative_id)
    work.session.refresh(row)
    require_tag(if_match, row, actor)


def require_tag(if_match: str | None, row: Versioned, actor: Actor) -> None:
    """Raise as `require_match` does, for a row that the caller has locked and read anew."""
    strong = {tag for weak, tag in OPAQUE.findall(_refuse_none(if_match)) if not weak}
    if tag_of(row, actor) not in strong:
        raise PreconditionFailed("Read the record again, and decide anew.")


def _refuse_none(if_match: str | None) -> str:
    """Return the header; '*' counts as none: it says that any version will do."""
    if if_match is None or if_match.strip() == "*":
        raise PreconditionRequired("Send the ETag that you read as If-Match.")
    return if_match
