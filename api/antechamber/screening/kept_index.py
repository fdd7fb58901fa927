"""The index over the lists in force, kept sealed in a file: the next start need not build it.

The file holds nothing that the database does not, and may be deleted at any time. Whatever is
not exactly the index of these copies, made by this code, is not used.
"""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from uuid import UUID, uuid4

from antechamber.crypto.files import create_private
from antechamber.crypto.sealing import Place, Sealed, Unsealable
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work
from antechamber_compliance.canonical import digest
from antechamber_compliance.screening.block import BadBlock
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.index import Index

FILE_NAME = "lists.index"


@dataclass(frozen=True, slots=True)
class KeptIndex:
    """An office's kept index, in one file of mode 0600."""

    path: Path

    def load(
        self, work: Work, copies: Mapping[str, UUID], lists: Sequence[tuple[str, Sequence[Entry]]]
    ) -> Index | None:
        """Return the index of these copies, given their entries; None where none is kept."""
        sources = _sources(copies)
        try:
            sealed = Sealed(self.path.read_bytes())
            opener = work.vault.opener(OFFICE_KEY, sealed)
            content = opener.open(sealed, place=_place(work, sources))
            return Index.from_bytes(content, lists, sources)
        except (OSError, Unsealable, BadBlock):
            return None  # absent, damaged, or of other copies: it is built again

    def save(self, work: Work, copies: Mapping[str, UUID], index: Index) -> None:
        """Keep the index of these copies, whole or not at all."""
        sources = _sources(copies)
        sealer = work.vault.sealer(OFFICE_KEY)
        sealed = sealer.seal(index.to_bytes(sources), place=_place(work, sources))
        written = self.path.with_name(f"{self.path.name}.{uuid4().hex}")
        with suppress(OSError):  # a full disk costs time at the next start, nothing else
            try:
                create_private(written, sealed.blob)
                written.replace(self.path)
            finally:
                written.unlink(missing_ok=True)


def _sources(copies: Mapping[str, UUID]) -> str:
    """Return the digest of all that an index is made from: copies, code, and tables of letters."""
    return digest([{name: str(copy) for name, copy in copies.items()}, _makers()])


@cache
def _makers() -> list[str]:
    # The code itself, for a version may be worked on; without the readers of files.
    folder = files("antechamber_compliance.screening")
    code = hashlib.sha256()
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            code.update(file.read_bytes() + b"\x00")
    versions = [f"{package} {version(package)}" for package in ("antechamber", "anyascii", "numpy")]
    return [*versions, f"unicode {unicodedata.unidata_version}", code.hexdigest()]


def _place(work: Work, sources: str) -> Place:
    return Place(office=work.keys.office, table=FILE_NAME, row=sources, column="content")
