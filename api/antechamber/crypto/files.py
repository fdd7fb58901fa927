"""Small secret files: made once, readable by their owner only, on disk before we go on."""

import os
import stat
from pathlib import Path

from antechamber.errors import NotReady


def private_folder(folder: Path) -> None:
    """Make the folder, and see to it that only its owner may enter (mode 0700)."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def create_private(path: Path, content: bytes) -> None:
    """Write a new file with mode 0600 and flush it to disk; never overwrite."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise NotReady(f"{path} exists already and is not overwritten; move it away.") from None
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    keep_names(path.parent)


def replace_private(path: Path, content: bytes) -> None:
    """Put a file in the place of another, whole or not at all, with mode 0600."""
    written = path.with_name(f"{path.name}.new")
    written.unlink(missing_ok=True)  # of a process that was killed
    create_private(written, content)
    written.replace(path)
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Flush the names of a folder's files to disk: they too must survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_private(path: Path, what: str, *, refused: int = 0o077, setting: str = "") -> bytes:
    """Read a file that nobody but its owner may read; raise NotReady with the cure.

    `refused` are the permissions that it must not have; `setting` is what says where it lies.
    """
    try:
        # Through one descriptor, so that what is checked is what is read; a pipe would keep us waiting.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            found = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(found):
                raise NotReady(f"The {what} {path} is no file. Put it back from its copy.")
            mode = stat.S_IMODE(found)
            if mode & refused:
                raise NotReady(
                    f"Others may read the {what} {path} (mode {mode:04o}). Run: chmod 600 '{path}'"
                )
            return file.read()
    except OSError as fault:
        lost = isinstance(fault, FileNotFoundError)
        elsewhere = "Is its disk not there, or does it lie elsewhere? Then mount it, or set "
        raise NotReady(
            f"The {what} {path} cannot be read ({fault.strerror}). "
            + (f"{elsewhere}{setting}. If not: " if lost and setting else "")
            + "Put it back from where you keep its copy; without it nothing in this office opens."
        ) from None
