"""The sealed documents of a participant: who they are, and their file."""

from datetime import datetime
from typing import Any, ClassVar

from antechamber.documents.base import Document, Part
from antechamber.documents.screening import HitRecord, ScreeningRun
from antechamber_compliance.canonical import digest

# The leaves of a dossier's seat that belong to the person, not to one session's seat.
PERSONAL = (
    "also_roles",
    "gender",
    "earlier_occasions",
    "threat",
    "legal_basis",
    "rights_request",
    "coi",
    "listings",
)
NOBODY_ASKED: dict[str, Any] = {"status": "none"}


class Identity(Document):
    """The vault: names, birth date, documents, contact. Opened to screen and to reveal.

    The first name is the primary one; `birth_date` is YYYY, YYYY-MM or YYYY-MM-DD.
    """

    bucket: ClassVar[int] = 2048

    names: list[str]
    birth_date: str | None = None
    countries: list[str] = []
    documents: list[str] = []
    email: str | None = None
    notes: str = ""

    def __repr__(self) -> str:
        return "Identity(hidden)"

    __str__ = __repr__

    @property
    def screened_digest(self) -> str:
        """The digest of what a screening compares; a disposition holds only while it does."""
        return digest([self.names, self.birth_date or "", self.countries, self.documents])


class ConsentVersion(Part):
    """One version of a consent, in the dossier's shape; versions are only ever added."""

    facts: dict[str, Any]
    recorded_by: str


class ParticipantFile(Document):
    """What is known of a person in this initiative, by pseudonym alone.

    `ref` names them in dossiers and findings. `facts` are the personal leaves as far as they
    are recorded; `counts` the rows of each kind, kept when they are written. Of who was erased
    nothing but `erased_at` is left. The bucket holds
    five hits and four consents: that somebody resembles a listed person must not show.
    """

    bucket: ClassVar[int] = 8192

    ref: str
    pseudonym: str
    facts: dict[str, Any] = {}
    consents: list[ConsentVersion] = []
    screening: ScreeningRun | None = None
    hits: list[HitRecord] = []
    counts: dict[str, int] = {}
    erased_at: datetime | None = None

    @property
    def consent(self) -> dict[str, Any]:
        """The consent in force: the newest version, or that nobody was asked."""
        return self.consents[-1].facts if self.consents else NOBODY_ASKED

    def counted(self) -> "ParticipantFile":
        """Return the file with the counts of its rows renewed."""
        counts = {
            "hits": len(self.hits),
            "listings": len(self.facts.get("listings", {})),
            "other_roles": len(self.facts.get("also_roles", ())),
        }
        return self.model_copy(update={"counts": counts})
