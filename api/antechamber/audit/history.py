"""What the log says of one object; read from its end, entry by entry, since all of it is sealed."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from antechamber.crypto.macs import audit_token
from antechamber.tables import AuditEntryRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work

AT_ONCE = 500


def last_done(work: Work, action: str, object_id: UUID) -> datetime | None:
    """Return when this was last done to an object; None where the log does not say."""
    token = audit_token(work.keys.oldest, "object", str(object_id))
    backwards = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc())
    found = work.session.exec(backwards.execution_options(yield_per=AT_ONCE))
    for row in found:
        entry = work.open_json(row, "entry", key=OFFICE_KEY)
        if (entry["action"], entry["object"]) == (action, token):
            found.close()
            return datetime.fromisoformat(entry["at"])
    return None
