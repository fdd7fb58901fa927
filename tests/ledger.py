"""An audit log to try things on: filled, exported, and taken apart line by line."""

import io
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from uuid import uuid4

from antechamber import audit
from antechamber.audit import checkpoints
from antechamber.audit.bundle_verifier import (
    Refused,
    Report,
    VerifierKey,
    check,
    line_of,
    seal_text,
)
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.office import Office
from antechamber.work import Everywhere


def fill(office: Office, count: int) -> None:
    """Append entries, each in a transaction of its own."""
    for number in range(count):
        with office.work(Everywhere("user:1")) as work:
            audit.append(work, "session.scheduled", uuid4(), payload={"number": number})


def bundle(office: Office, *, with_entries: bool = False) -> bytes:
    """Return what `antechamber audit export` writes."""
    out = io.BytesIO()
    audit.export(office, out, actor=Everywhere("auditor"), with_entries=with_entries)
    return out.getvalue()


def key_of(office: Office) -> VerifierKey:
    """Return what the auditor got once."""
    return audit.verifier_key(office.keys)


def found(data: bytes, key: VerifierKey | None = None, anchors: bytes | None = None) -> bool:
    """Say whether the verifier finds something wrong."""
    return verdict(data, key, anchors) != ()


def verdict(
    data: bytes, key: VerifierKey | None = None, anchors: bytes | None = None
) -> tuple[str, ...]:
    """Return what the verifier finds wrong, a refusal being one fault."""
    try:
        report: Report = check(data, key, anchors)
    except Refused as refused:
        return (str(refused),)
    return report.faults


def sealed_again(keys: OfficeKeys, lines: Iterable[bytes]) -> bytes:
    """Return a bundle of these lines under a new seal: what only the office's keys can make."""
    above = b"".join(lines)
    text = seal_text(checkpoints.verifier_key(keys).name, sha256(above).hexdigest())
    return above + line_of({"seal": checkpoints.sign(keys, text)})


def signed_elsewhere(keys: OfficeKeys, name: str, size: int, root: bytes) -> str:
    """Return a checkpoint of another log."""
    return checkpoints.sign(keys, f"{name}\n{size}\n{b64encode(root).decode()}\n")
