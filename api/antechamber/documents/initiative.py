"""The sealed document of an initiative."""

from typing import Any, ClassVar

from antechamber.documents.base import Document
from antechamber.documents.parameters import ProposedParameter, SetParameter

# Recorded elsewhere: conveners are memberships, actors are organisations on record.
RECORDED_ELSEWHERE = frozenset({"conveners", "actors"})


class InitiativeDocument(Document):
    """One process: its code name and the facts of the dossier that belong to it.

    `facts` has the leaves of the dossier's `initiative`, as far as they are recorded;
    `history` what earlier sessions leave behind; `parameters` what this initiative
    sets and `proposals` what waits for a second word; `counts` the rows of each kind, kept
    when they are written.
    """

    bucket: ClassVar[int] = 4096

    code_name: str
    facts: dict[str, Any] = {}
    history: dict[str, Any] = {}
    parameters: dict[str, SetParameter] = {}
    proposals: dict[str, ProposedParameter] = {}
    counts: dict[str, int] = {}

    def counted(self) -> "InitiativeDocument":
        """Return the document with the counts of its own rows renewed."""
        facts, counts = self.facts, dict(self.counts)
        parties = facts.get("parties", {})
        funders = facts.get("funders", {})
        counts |= {
            "parties": len(parties),
            "party_actors": sum(len(p.get("actors", ())) for p in parties.values()),
            "key_constituencies": len(facts.get("map", {}).get("key_constituencies", ())),
            "overlaps": len(facts.get("overlaps", {})),
            "funders": len(funders),
            "funder_limits": sum(
                len(f.get("excluded_countries", ())) + len(f.get("ineligible_costs", ()))
                for f in funders.values()
            ),
            "params": len(self.parameters),
        }
        counts.setdefault("actors", 0)
        counts.setdefault("actor_listings", 0)
        return self.model_copy(update={"counts": counts})
