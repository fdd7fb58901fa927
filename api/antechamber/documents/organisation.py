"""The sealed document of an organisation or actor known in one initiative."""

from typing import Any, ClassVar

from antechamber.documents.base import Document
from antechamber.documents.screening import Disposition, HitRecord, ScreeningRun, Standard
from antechamber_compliance.canonical import digest


class OrganisationDocument(Document):
    """A body that people belong to. With an `actor_kind` it is an actor on record.

    `ref` names it in dossiers; `listings` are rows in the dossier's shape.
    """

    bucket: ClassVar[int] = 4096

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
        """Whether it was screened and every hit that needs a person is decided and acted on.

        A body that is confirmed to be listed is settled once it is an actor on record with a
        listing for each regime of the entry: then determinations carry it to the seats.
        """
        return self.screening is not None and all(self._acted_on(hit) for hit in self.hits)

    def cleared_against(self, now: Standard) -> bool:
        """Whether it is settled on the copies of all lists that are in force, by today's scores."""
        return (
            self.settled
            and self.screening is not None
            and set(now.copies) == set(self.screening.searched(now))
        )

    def _acted_on(self, hit: HitRecord) -> bool:
        if hit.open:
            return hit.band != "block"
        match hit.disposition:
            case Disposition(kind="false_positive"):
                return True
            case Disposition(kind="confirmed") if self.actor_kind:
                recorded = {row.get("regime") for row in self.listings.values()}
                return bool(hit.entry_regimes) and recorded.issuperset(hit.entry_regimes)
        return False
