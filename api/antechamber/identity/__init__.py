"""Who is asking, which roles they hold, and what those roles may do."""

from antechamber.identity.access import ALLOWED, may
from antechamber.identity.actor import Actor
from antechamber.identity.problems import Forbidden, Unauthorised

__all__ = ["ALLOWED", "Actor", "Forbidden", "Unauthorised", "may"]
