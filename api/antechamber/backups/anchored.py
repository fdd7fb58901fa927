"""What the office's checkpoints say of the log in a backup."""

from antechamber import audit
from antechamber.backups.manifest import Manifest
from antechamber.errors import NotReady
from antechamber.office import Office


def broken_promise(office: Office, manifest: Manifest) -> str:
    """Say what the checkpoints promise that the log in the backup does not keep; empty if nothing.

    It never stands in the way of a restore: this backup may be all that is left.
    """
    file = office.settings.checkpoint_file
    try:
        notes = audit.kept_notes(office)
        if notes:
            with office.reading("restore") as work:
                audit.anchors_hold(work, notes)
    except NotReady as fault:
        return str(fault)
    except audit.Refused as refused:
        return f"The checkpoints in {file} cannot be believed: {refused}."
    except audit.BrokenLog as broken:
        promised = max(finding.sequence for finding in broken.findings)
        missing = promised - manifest.sequence
        if missing > 0:
            return (
                f"The log in this backup ends at entry {manifest.sequence:,}, before the last "
                f"checkpoint: {file} promises {promised:,} entries: {missing:,} are missing, and "
                "whatever came after them. If there is a newer backup, restore that one instead."
            )
        return f"The log in this backup is not the one that the checkpoints in {file} are of."
    return ""
