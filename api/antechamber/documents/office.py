"""The sealed document of the office itself."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from antechamber.documents.base import Document, Part
from antechamber.documents.parameters import ProposedParameter, SetParameter


class RulesChosen(Part):
    """Which rules the office has chosen; none: those that ship.

    `trust` maps each signing role to its public key (32 bytes, hex); `adopted` is the digest
    of the rulebook put in force last and `revision` its revision, below which none comes back.
    """

    trust: dict[str, str] = {}
    adopted: str = ""
    revision: int = 0


class Redeciding(Part):
    """A change that concerns every initiative, whose sessions are not all decided again yet."""

    id: UUID
    since: datetime


class Rescreening(Part):
    """The last full screening of everybody: begun when, against which copies of the lists.

    What it has done is told by the screenings themselves. `finished` is None while some are
    left, or where it was cut short.
    """

    id: UUID
    since: datetime
    snapshots: dict[str, str]
    finished: datetime | None = None


class Rotating(Part):
    """A rotation of the keys of one level that is under way: which initiatives are left."""

    level: str
    since: datetime
    left: list[UUID]


class BackedUp(Part):
    """The last backup whose restoration was rehearsed; `keyring` is the SHA-256 (hex) of the file."""

    at: datetime
    sha256: str
    keyring: str


class KeyringUsed(Part):
    """How often the newest keyring that was used had been written, and when an older one came."""

    newest: int = 0
    set_back: datetime | None = None


class OfficeDocument(Document):
    """The organisation itself: its zone, in which ages are read, its rules and parameters."""

    bucket: ClassVar[int] = 4096

    name: str
    tz: str
    rules: RulesChosen = RulesChosen()
    parameters: dict[str, SetParameter] = {}
    proposals: dict[str, ProposedParameter] = {}
    redeciding: Redeciding | None = None
    rescreening: Rescreening | None = None
    rotating: Rotating | None = None
    backup: BackedUp | None = None
    checkpoints: bool = False  # a file of them was begun, and must be there
    keyring: KeyringUsed = KeyringUsed()
