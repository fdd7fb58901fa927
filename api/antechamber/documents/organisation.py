"""The sealed document of an organisation or actor known in one initiative."""

from typing import Any

from antechamber.documents.base import Document
from antechamber.documents.screening import HitRecord, ScreeningRun
from antechamber_compliance.canonical import digest


class OrganisationDocument(Document):
    """A body that people belong to. With an `actor_kind` it is an actor on record.

    `ref` names it in dossiers; `listings` are rows in the dossier's shape.
    """

    ref: str
    names: list[str]
    countries: list[str] = []
    actor_kind: str | None = None
    listings: dict[str, Any] = {}
    screening: ScreeningRun | None = None
    hits: list[HitRecord] = []

    @property
    def screened_digest(self) -> str:
        """The digest of what a screening compares."""
        return digest([self.names, self.countries])

    @property
    def settled(self) -> bool:
        """Whether it was screened and no hit that needs a person is left undecided."""
        return self.screening is not None and not any(
            hit.band == "block"
            and (
                hit.open
                or (hit.disposition and hit.disposition.kind in ("unresolved", "escalated"))
            )
            for hit in self.hits
        )
