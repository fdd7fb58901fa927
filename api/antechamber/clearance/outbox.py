"""What is to be told or done after a commit, written in the transaction that called for it."""

from antechamber.tables import OutboxRow, SessionRow
from antechamber.vault import initiative_key
from antechamber.work import Work


def announce(work: Work, session: SessionRow, event: str) -> None:
    """Leave a message about a session for the runner: ids and an event, never a name."""
    row = OutboxRow(initiative_id=session.initiative_id)
    body = {"event": event, "session": str(session.id)}
    work.seal_json(row, "payload", body, key=initiative_key(session.initiative_id))
    work.session.add(row)
