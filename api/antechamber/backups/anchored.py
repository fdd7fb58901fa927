"""What the office's checkpoints say of the log in a backup, and where they are kept after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from antechamber import audit
from antechamber.backups.manifest import Manifest
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.work import Everywhere


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """What the checkpoints promise that the log in the backup does not keep.

    `aside` is where their file is kept from now on, since nothing could be added to it; None
    where it stays, because nobody can tell what it is.
    """

    says: str
    file: Path
    aside: Path | None = None


def broken_promise(office: Office, manifest: Manifest) -> BrokenPromise | None:
    """Hold the log in a backup against the office's checkpoints; None if it keeps them.

    It never stands in the way of a restore: this backup may be all that is left.
    """
    file = office.settings.checkpoint_file
    try:
        notes = audit.kept_notes(office)
        if notes:
            with office.reading(Everywhere("restore")) as work:
                audit.anchors_hold(work, notes)
    except NotReady as fault:
        return BrokenPromise(str(fault), file)
    except audit.Refused as refused:
        return BrokenPromise(f"The checkpoints in {file} cannot be believed: {refused}.", file)
    except audit.BrokenLog as broken:
        aside = file.with_name(f"{file.name}.before-restore-{office.clock():%Y%m%dT%H%M%SZ}")
        return BrokenPromise(_missing(file, broken, manifest), file, aside)
    return None


@contextmanager
def kept_aside(broken: BrokenPromise | None) -> Iterator[None]:
    """Put checkpoints aside that the log does not keep, for good if the block ends well."""
    if broken is None or broken.aside is None:
        yield
        return
    if broken.aside.exists():
        raise NotReady(f"{broken.aside} exists already and is not overwritten; move it away.")
    try:
        broken.file.rename(broken.aside)
    except OSError as fault:
        raise NotReady(
            f"{broken.file} cannot be put aside ({fault.strerror}). The log in this backup does "
            "not keep these checkpoints: move them away, and keep them."
        ) from None
    try:
        yield
    except BaseException:
        broken.aside.rename(broken.file)
        raise


def _missing(file: Path, broken: audit.BrokenLog, manifest: Manifest) -> str:
    promised = max(finding.sequence for finding in broken.findings)
    missing = promised - manifest.sequence
    if missing > 0:
        return (
            f"The log in this backup ends at entry {manifest.sequence:,}, before the last "
            f"checkpoint: {file} promises {promised:,} entries: {missing:,} are missing, and "
            "whatever came after them. If there is a newer backup, restore that one instead."
        )
    return f"The log in this backup is not the one that the checkpoints in {file} are of."
