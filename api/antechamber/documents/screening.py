"""Screenings, hits and dispositions, as they lie in the file of a person or an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from antechamber.documents.base import Part
from antechamber_compliance.screening.bands import Thresholds

NEVER = 101  # a score that no resemblance reaches
DispositionKind = Literal["false_positive", "confirmed", "unresolved", "escalated"]


class Disposition(Part):
    """What a person made of a hit, and the two records that were compared.

    `by` is the user's handle. It holds only while both digests are unchanged.
    """

    kind: DispositionKind
    by: str
    reason: str
    at: datetime
    entry_digest: str
    subject_digest: str


class HitRecord(Part):
    """A resemblance to a list entry.

    `score` runs from 0 to 100; `explanation` (JSON text, since it holds fractions) derives it;
    `gone` says that the last screening did not find it any more, which is kept where a person had
    confirmed it.
    """

    id: str
    list_id: str
    entry_id: str
    entry_name: str
    score: int
    band: Literal["block", "review"]
    corroborated: bool
    entry_regimes: list[str]
    entry_digest: str
    subject_digest: str
    explanation: str
    late: bool
    gone: bool = False
    disposition: Disposition | None = None

    @property
    def same(self) -> tuple[str, str]:
        """What makes two hits one: the list and its entry."""
        return self.list_id, self.entry_id

    @property
    def fresh(self) -> bool:
        """Whether person and entry are what they were when somebody decided."""
        settled = self.disposition
        return settled is None or (
            settled.entry_digest == self.entry_digest
            and settled.subject_digest == self.subject_digest
        )

    @property
    def open(self) -> bool:
        """Whether nobody has decided on the present records."""
        return self.disposition is None or not self.fresh

    def to_facts(self) -> dict[str, Any]:
        """Return the hit in the dossier's shape."""
        settled = self.disposition
        return {
            "score": self.score,
            "list": self.list_id,
            "corroborated": self.corroborated,
            "entry_regimes": list(self.entry_regimes),
            "disposition": settled.kind if settled else "open",
            "by": settled.by if settled else "none",
            "reason": settled.reason if settled else "none",
            "fresh": self.fresh,
        }


@dataclass(frozen=True, slots=True)
class Standard:
    """What a screening must have been made by to count now.

    `copies` maps each list to the id of its copy in force. Without scores nothing counts.
    """

    copies: Mapping[str, str | None]
    scores: Thresholds | None


class ScreeningRun(Part):
    """When somebody was last screened, against which copies of the lists, down to which scores.

    `snapshots` maps each list to the id of the copy that was searched. Where only the entries
    that changed since were searched, `at` stays that of the last search of everything.
    `method` is the digest of what decides which resemblance counts. A run that does not say
    its scores has found nothing.
    """

    at: datetime
    snapshots: dict[str, str]
    method: str = ""
    review_score: int = NEVER
    near_score: int = NEVER

    def searched(self, now: Standard) -> list[str]:
        """Return the lists that were searched in their copy in force, down to the scores of now.

        A newer copy of a list may name the person, and a stricter score may show a resemblance
        that was not kept: neither is known, so both count as not searched.
        """
        if now.scores is None or not self._reaches(now.scores):
            return []
        return sorted(n for n, copy in self.snapshots.items() if now.copies.get(n) == copy)

    def _reaches(self, scores: Thresholds) -> bool:
        return self.review_score <= scores.review_score and self.near_score <= scores.near_score
