"""The rulebooks that the office keeps, whole: what once decided can decide again."""

import json
import zlib
from collections.abc import Mapping
from typing import Literal
from uuid import uuid4

from sqlmodel import select

from antechamber.documents.rulebook import RulebookDocument
from antechamber.tables import RulebookRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work
from antechamber_compliance.canonical import canonical
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.rulebook import load


def keep(
    work: Work,
    files: Mapping[str, bytes],
    rulebook: Rulebook,
    source: Literal["shipped", "adopted"],
) -> RulebookRow:
    """Store a rulebook with all files of its folder."""
    row = RulebookRow(id=uuid4())
    document = RulebookDocument(
        digest=rulebook.digest,
        revision=rulebook.revision,
        version=rulebook.version,
        source=source,
        at=work.now,
    )
    work.seal(row, "document", document.to_bytes(), key=OFFICE_KEY)
    work.seal(row, "content", pack(files), key=OFFICE_KEY)
    work.session.add(row)
    return row


def kept(work: Work) -> dict[str, tuple[RulebookRow, RulebookDocument]]:
    """Return the rulebooks that the office keeps, by digest, the lowest revision first."""
    rows = work.session.exec(select(RulebookRow)).all()
    opened = [(row, _document(work, row)) for row in rows]
    ordered = sorted(opened, key=lambda each: (each[1].revision, each[1].at, each[1].digest))
    return {document.digest: (row, document) for row, document in ordered}


def files_of(work: Work, row: RulebookRow) -> dict[str, bytes]:
    """Return the files of a kept rulebook, scenarios and signatures among them, by path."""
    return unpack(work.open(row, "content", key=OFFICE_KEY))


def rulebook_of_digest(work: Work, digest: str) -> Rulebook | None:
    """Return the kept rulebook of this digest, None where there is none; raise BadPolicy."""
    found = kept(work).get(digest)
    return load(files_of(work, found[0])) if found else None


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as compressed canonical JSON; raise ValueError for one that is not UTF-8."""
    texts: dict[str, object] = {path: raw.decode() for path, raw in files.items()}
    return zlib.compress(canonical(texts), level=9)


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the files that `pack` packed."""
    texts: dict[str, str] = json.loads(zlib.decompress(content))
    return {path: text.encode() for path, text in texts.items()}


def _document(work: Work, row: RulebookRow) -> RulebookDocument:
    return RulebookDocument.from_json(work.open_json(row, "document", key=OFFICE_KEY))
