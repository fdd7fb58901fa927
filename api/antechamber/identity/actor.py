"""Whoever is asking, as the rest of the code knows them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A user in one of their roles; `handle` is the pseudonym that records show ("U-C1").

    `initiative_id` is set where the credential is good for that initiative alone; `initiatives`
    are those in which the user holds the role, and all that their Work sees.
    """

    user_id: UUID
    handle: str
    role: str
    initiative_id: UUID | None
    initiatives: frozenset[UUID] = frozenset()
