"""A hit as those see it who may: compliance and auditors, all of it."""

import json
from uuid import UUID

from antechamber.documents.screening import HitRecord
from antechamber.screening.schemas import HitOut


def shown(hit: HitRecord, subject: UUID, ref: str) -> HitOut:
    """Return a hit of the person or organisation `subject`, known as `ref`."""
    facts = hit.to_facts()
    return HitOut(
        id=hit.id,
        subject=subject,
        ref=ref,
        list_id=hit.list_id,
        entry_id=hit.entry_id,
        entry_name=hit.entry_name,
        score=hit.score,
        band=hit.band,
        corroborated=hit.corroborated,
        regimes=hit.entry_regimes,
        disposition=facts["disposition"],
        by=facts["by"],
        reason=facts["reason"],
        fresh=hit.fresh,
        explanation=json.loads(hit.explanation),
    )
