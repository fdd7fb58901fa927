"""Whether the log keeps what its checkpoints promise: an older database put back is found here."""

from datetime import UTC, datetime, timedelta

from antechamber import audit
from antechamber.doctor.finding import Finding, fail, ok, warn
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.work import Everywhere

OLD = timedelta(days=2)
SIGN = "Run: antechamber audit checkpoint; let a timer do it, and the auditor collect the file."
KEEP = (
    "Keep database and checkpoints as they are, run: antechamber audit verify; and tell the "
    "auditor. After a restore this is to be expected: docs/guides/secretariat.md says what to do."
)


def anchors(office: Office) -> Finding:
    """Check that the log keeps every checkpoint in the office's file, and that the last is new."""
    try:
        notes = audit.kept_notes(office)
        if not notes:
            return warn(
                "anchors", "No checkpoint was signed: a log set back would not be noticed.", SIGN
            )
        with office.reading(Everywhere("doctor")) as work:
            audit.anchors_hold(work, notes)
            now = work.now
    except NotReady as fault:
        return fail("anchors", "The checkpoints cannot be read.", str(fault))
    except audit.Refused as refused:
        return fail("anchors", f"The checkpoints cannot be believed: {refused}.", KEEP)
    except audit.BrokenLog as broken:
        return fail("anchors", f"The log does not keep its checkpoints: {broken}.", KEEP)
    # A note bears no time, or it would tell what a schedule hides; its file does.
    written = datetime.fromtimestamp(office.settings.checkpoint_file.stat().st_mtime, UTC)
    says = f"The log keeps its checkpoints, the last of {written:%Y-%m-%d %H:%M} UTC."
    return warn("anchors", says, SIGN) if now - written > OLD else ok("anchors", says)
