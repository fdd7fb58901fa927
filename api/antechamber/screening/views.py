"""A hit as compliance and auditors see it: all but the name of the person who was screened."""

import json
from typing import Any
from uuid import UUID

from antechamber.documents.screening import HitRecord
from antechamber.screening.schemas import HitOut

# What the person is called is opened by a reveal, with its entry in the audit log.
THE_PERSONS_OWN = frozenset({"query", "query_only"})


def shown(hit: HitRecord, subject: UUID, ref: str, snapshot: str) -> HitOut:
    """Return a hit of the person or organisation `subject`, known as `ref`.

    `snapshot` is the hash of the copy that was searched, empty where it is not known any more.
    """
    facts = hit.to_facts()
    return HitOut(
        id=hit.id,
        subject=subject,
        ref=ref,
        list_id=hit.list_id,
        entry_id=hit.entry_id,
        entry_name=hit.entry_name,
        entry_digest=hit.entry_digest,
        snapshot=snapshot,
        score=hit.score,
        band=hit.band,
        corroborated=hit.corroborated,
        regimes=hit.entry_regimes,
        disposition=facts["disposition"],
        by=facts["by"],
        reason=facts["reason"],
        fresh=hit.fresh,
        explanation=_without_name(json.loads(hit.explanation)),
    )


def _without_name(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_name(v) for k, v in value.items() if k not in THE_PERSONS_OWN}
    if isinstance(value, list):
        return [_without_name(each) for each in value]
    return value
