"""The dossier of a decision at rest: a core and one nested part per person, each salted.

A person's part holds their seat and what was signed about them. The input digest is taken over
the salted digests of the parts. So when a person's key is destroyed, their part is gone for good,
and yet the digest of the decision still verifies.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from antechamber.clearance.facts import Gathered
from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.documents import store
from antechamber.documents.base import Document
from antechamber.documents.store import person_key
from antechamber.errors import Problem
from antechamber.tables import DecisionRow, ParticipantRow
from antechamber.vault import Erased, initiative_key
from antechamber.work import Work
from antechamber_compliance.canonical import canonical, digest

PEOPLE, SIGNOFFS = "participants", "signoffs"
Facts = dict[str, Any]


class NotReplayable(Problem):
    """A person in it was erased: what was decided stands, what it was decided on is gone."""

    status, slug, title = 410, "input-destroyed", "Not replayable: erased"


class Damaged(Exception):
    """A dossier that should open does not: it, or a key that it needs, was changed or is gone."""


class StoredDossier(Document):
    """What lies in the decision's dossier column.

    `parts` maps each person's reference to the participant and their sealed part (base64).
    """

    bucket = 65536

    core: dict[str, Any]
    digests: dict[str, str]
    parts: dict[str, tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class Salted:
    """A part as it is digested and sealed: its facts with 16 random bytes."""

    body: dict[str, Any]
    text: bytes

    @classmethod
    def of(cls, facts: object) -> "Salted":
        """Give a part its own salt."""
        body = {"salt": secrets.token_hex(16), "facts": facts}
        return cls(body, canonical(body))

    @property
    def digest(self) -> str:
        """The digest that may be shown: without the part it can't be guessed from."""
        return sha256(self.text).hexdigest()


def seal_dossier(work: Work, row: DecisionRow, gathered: Gathered) -> str:
    """Seal the facts of a decision into its row; return the input digest (hex)."""
    shared, personal = _apart(gathered)
    core = Salted.of(shared)
    digests, parts = {"": core.digest}, {}
    for ref, facts in personal.items():
        person, part = gathered.people[ref], Salted.of(facts)
        sealed = work.seal_part(row, "dossier", ref, part.text, key=person_key(person))
        digests[ref] = part.digest
        parts[ref] = (person.id, b64encode(sealed.blob).decode())
    stored = StoredDossier(core=core.body, digests=digests, parts=parts)
    work.seal(row, "dossier", stored.to_bytes(), key=initiative_key(row.initiative_id))
    return digest(digests)


def _apart(gathered: Gathered) -> tuple[Facts, dict[str, Facts]]:
    """Divide the facts into what is shared and, by reference, what is about one person."""
    signed: dict[str, Facts] = {ref: {} for ref in gathered.people}
    others: Facts = {}
    for key, signoff in gathered.facts[SIGNOFFS].items():
        signed.get(signoff["subject"], others)[key] = signoff
    shared: Facts = {**gathered.facts, SIGNOFFS: others}
    seats = shared.pop(PEOPLE)
    return shared, {
        ref: {"seat": seats.get(ref), SIGNOFFS: signoffs} for ref, signoffs in signed.items()
    }


def _together(shared: Facts, personal: dict[str, Facts]) -> Facts:
    """Put together what `_apart` divided, in the order in which it was."""
    signoffs = dict(shared[SIGNOFFS])
    for facts in personal.values():
        signoffs |= facts[SIGNOFFS]
    seats = {ref: facts["seat"] for ref, facts in personal.items() if facts["seat"] is not None}
    return {**shared, PEOPLE: seats, SIGNOFFS: dict(sorted(signoffs.items()))}


def is_in(work: Work, row: DecisionRow, participant: UUID) -> bool:
    """Say whether a decision read anything about this participant; their part is not opened."""
    key = initiative_key(row.initiative_id)
    stored = StoredDossier.from_json(work.open_json(row, "dossier", key=key))
    return any(person == participant for person, _ in stored.parts.values())


def open_dossier(work: Work, row: DecisionRow) -> dict[str, Any]:
    """Open the facts of a decision.

    Raises NotReplayable where a person was erased since, and Damaged where it does not open for
    any other reason: one must not pass for the other.
    """
    key = initiative_key(row.initiative_id)
    try:
        stored = StoredDossier.from_json(work.open_json(row, "dossier", key=key))
        work.vault.preload(row.initiative_id)
        known = store.people_of(work, row.initiative_id)
        people = {
            ref: _facts_of(work, row, ref, known.get(person), part)
            for ref, (person, part) in stored.parts.items()
        }
    except Unsealable:
        raise Damaged(
            f"the dossier of decision {row.id} does not open, though nobody in it was erased"
        ) from None
    return _together(stored.core["facts"], people)


def _facts_of(
    work: Work, row: DecisionRow, ref: str, person: ParticipantRow | None, part: str
) -> Any:
    if person is None:  # an erasure leaves the row
        raise Unsealable
    try:
        opened = work.open_part(
            row, "dossier", ref, Sealed(b64decode(part)), key=person_key(person)
        )
    except Erased:
        if not person.erased:
            raise
        raise NotReplayable("A person in this decision was erased; the verdict stands.") from None
    return json.loads(opened)["facts"]
