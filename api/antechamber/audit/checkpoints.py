"""Checkpoints: signed notes that name the log's size and root, in a file for the auditor.

An older copy of the database put back, or a log rewritten by somebody who has every key, does
not agree with a checkpoint that the auditor holds.
"""

import fcntl
import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sqlmodel import select

from antechamber.audit.append import append
from antechamber.audit.bundle_verifier import (
    Checkpoint,
    Refused,
    Tree,
    VerifierKey,
    read_checkpoint,
    split_notes,
)
from antechamber.audit.log import tree_of
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.signatures import PublicKey, SigningKey
from antechamber.documents import store
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.tables import OfficeRow
from antechamber.work import Everywhere, Work

LINES = 6  # of a note in the file, with the blank one after it


def verifier_key(keys: OfficeKeys) -> VerifierKey:
    """Return the key that checks what `sign` signs: what the auditor gets once."""
    return VerifierKey(f"antechamber/{keys.office}", SigningKey.of_the_log(keys.oldest).public.raw)


def sign(keys: OfficeKeys, text: str) -> str:
    """Return a text as a note that the office signed (c2sp.org/signed-note)."""
    key = verifier_key(keys)
    signature = SigningKey.of_the_log(keys.oldest).sign(text.encode())
    return f"{text}\n\u2014 {key.name} {b64encode(key.id + signature).decode()}\n"


def signed_once(keys: OfficeKeys, note: str) -> str:
    """Return a note of ours without the signatures that others added to it."""
    return sign(keys, note.rpartition("\n\n")[0] + "\n")


def checkpoint_of(keys: OfficeKeys, tree: Tree) -> str:
    """Return the signed checkpoint of a tree (c2sp.org/tlog-checkpoint)."""
    root = b64encode(tree.root()).decode()
    return sign(keys, f"{verifier_key(keys).name}\n{tree.count}\n{root}\n")


def read(keys: OfficeKeys, notes: bytes) -> list[Checkpoint]:
    """Return what a file of checkpoints says; raise Refused if one is not of this office."""
    key = verifier_key(keys)
    return [read_checkpoint(note, key, _verifies) for note in split_notes(notes)]


def anchors_hold(work: Work, notes: bytes) -> int:
    """Return how many entries there are, if the log keeps what all these checkpoints promise.

    `notes` is a file of checkpoints that was kept apart from the database. Raises BrokenLog,
    which says where, and Refused if a note is damaged or not of this office.
    """
    return tree_of(work, read(work.keys, notes)).count


def add_checkpoint(office: Office) -> Checkpoint:
    """Sign the log as it is and add that to the file; raise BrokenLog, Refused or NotReady.

    One note each time, whether anything happened or not. Nothing is signed that does not keep
    what the file promises already.
    """
    with _open_alone(office.settings.checkpoint_file) as file:
        kept = _whole(office, file.read())
        if not kept:
            _refuse_where_begun(office)
        with office.reading(Everywhere("audit")) as work:
            tree = tree_of(work, read(office.keys, kept) if kept else ())
        file.truncate(len(kept))
        file.seek(len(kept))
        file.write(checkpoint_of(office.keys, tree).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
        _remember(office)
    return Checkpoint(tree.count, tree.root())


def begin_anew(office: Office, actor: Everywhere) -> None:
    """Let a new file of checkpoints begin, and say so in the log: the one before is lost for good.

    Raises NotReady while there is one: it would be written over.
    """
    path = office.settings.checkpoint_file
    if path.exists() and path.stat().st_size:
        raise NotReady(f"{path} is there. Move it away first, and keep it for the auditor.")
    with office.work(actor) as work:
        forget(work)
        append(work, "checkpoints.begun", office.id)


def forget(work: Work) -> None:
    """Expect no file of checkpoints any more: the log does not keep the one that there was."""
    _expect(work, begun=False)


def kept_notes(office: Office) -> bytes:
    """Return the office's file of checkpoints, b"" if none was begun yet.

    Raises NotReady, also if it was lost; Refused if it is no file of checkpoints of this office.
    """
    path = office.settings.checkpoint_file
    try:
        notes = _whole(office, path.read_bytes())
    except FileNotFoundError:
        notes = b""
    except OSError as fault:
        raise NotReady(f"The checkpoints {path} cannot be read ({fault.strerror}).") from None
    if not notes:
        _refuse_where_begun(office)
    return notes


def _refuse_where_begun(office: Office) -> None:
    if _begun(office):
        raise NotReady(
            f"This office signed checkpoints, but {office.settings.checkpoint_file} is not there."
            " Bring it back from the auditor: what is signed without it could contradict it. If it"
            " is lost for good: antechamber audit checkpoint --anew"
        )


def _begun(office: Office) -> bool:
    with office.reading(Everywhere("audit")) as work:
        return store.load_office(work, work.session.exec(select(OfficeRow)).one()).checkpoints


def _remember(office: Office) -> None:
    if _begun(office):
        return
    with office.work(Everywhere("audit")) as work:
        _expect(work, begun=True)


def _expect(work: Work, *, begun: bool) -> None:
    row = work.session.get_one(
        OfficeRow, work.keys.office, with_for_update=True, populate_existing=True
    )
    document = store.load_office(work, row)
    store.save_office(work, row, document.model_copy(update={"checkpoints": begun}))
    work.session.add(row)


def newest(office: Office) -> tuple[str, Checkpoint] | None:
    """Return the last note in the office's file, and what it says; raise Refused."""
    notes = kept_notes(office)
    if not notes:
        return None
    note = split_notes(notes)[-1]
    return note, read(office.keys, note.encode())[0]


def _verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    # A year of hourly notes takes a second; with the verifier's own arithmetic, half a minute.
    return PublicKey(public).verifies(signature, message)


def _whole(office: Office, notes: bytes) -> bytes:
    """Leave out a last note that was being written when the machine stopped; raise Refused."""
    blocks = notes.split(b"\n\n")
    ended = (len(blocks) - 1) // 2 * 2
    whole = b"".join(block + b"\n\n" for block in blocks[:ended])
    # It will be written over, so it must be the beginning of one note of ours and nothing else.
    torn, name = notes[len(whole) :], f"{verifier_key(office.keys).name}\n".encode()
    if torn[: len(name)] != name[: len(torn)] or torn.count(b"\n") >= LINES or b"\r" in torn:
        raise Refused(
            f"{office.settings.checkpoint_file} holds what is no note of this log, so nothing is"
            " written to it; see ANTECHAMBER_CHECKPOINTS"
        )
    return whole


@contextmanager
def _open_alone(path: Path) -> Iterator[BinaryIO]:
    """Open a file, made where there is none; nobody else opens it so until we are done."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    except OSError as fault:
        raise NotReady(
            f"The checkpoints {path} cannot be written ({fault.strerror}). See"
            " ANTECHAMBER_CHECKPOINTS."
        ) from None
    with os.fdopen(handle, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
