"""Which rules are in force: looked up anew by each Work, kept by the office row's version.

Without a trust root, the rules that ship. With one, the rulebook that was adopted last, and
only as long as both signatures hold. Otherwise none: then everything is denied.
"""

import logging
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlmodel import select

from antechamber.crypto.sealing import Unsealable
from antechamber.crypto.signatures import PublicKey
from antechamber.documents.office import OfficeDocument, RulesChosen
from antechamber.errors import Problem
from antechamber.policies import PROGRAMMES
from antechamber.rulebooks import store
from antechamber.rulebooks.signing import BadSignatures, Trust, verify
from antechamber.tables import OfficeRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work
from antechamber_compliance.policy import NO_RULES, BadPolicy, Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.screening.regimes import RegimeTable, parse

log = logging.getLogger("antechamber.rules")


class NoRulebook(Problem):
    """No rulebook is in force, so nothing can be judged; `antechamber rules status` says why."""

    status, slug, title = 503, "no-rulebook", "No rulebook is in force"


@dataclass(frozen=True, slots=True)
class InForce:
    """The rules in force and where they come from; `fault` says why there are none."""

    rulebook: Rulebook
    source: Literal["shipped", "adopted", "none"]
    fault: str = ""


class CurrentRules:
    """Finds the rules in force; one for each process, shared by its threads."""

    def __init__(self, shipped: Rulebook) -> None:
        self.shipped = shipped
        self._last: tuple[UUID, InForce] | None = None

    def in_force(self, work: Work) -> InForce:
        """Return the rules in force as this transaction sees them."""
        row = work.session.exec(select(OfficeRow).execution_options(populate_existing=True)).one()
        last = self._last
        if last is not None and last[0] == row.version:
            return last[1]
        document = OfficeDocument.from_json(work.open_json(row, "document", key=OFFICE_KEY))
        found = self._find(work, document.rules, last[1].rulebook if last else NO_RULES)
        if found.source == "none":
            log.error("no rulebook is in force", extra={"fault": found.fault})
        self._last = (row.version, found)
        return found

    def rulebook_for(self, work: Work) -> Rulebook:
        """Return the rulebook in force as this transaction sees it; NO_RULES if none is."""
        return self.in_force(work).rulebook

    def regimes(self, work: Work) -> RegimeTable:
        """Return the table of lists' programmes that belongs to the rules in force.

        Raises NoRulebook.
        """
        found = self.in_force(work)
        if found.source == "none":
            raise NoRulebook("Put a signed rulebook in force, then import lists.")
        row, _ = store.kept(work)[found.rulebook.digest]
        return parse(store.files_of(work, row)[PROGRAMMES].decode())

    def _find(self, work: Work, chosen: RulesChosen, loaded: Rulebook) -> InForce:
        if not chosen.trust and not chosen.adopted:
            return InForce(self.shipped, "shipped")
        if not chosen.adopted:
            return _none("A trust root is set, and no signed rulebook was adopted yet.")
        try:
            return InForce(_adopted(work, chosen, loaded), "adopted")
        except BadSignatures as bad:
            return _none(str(bad))
        except BadPolicy as bad:
            return _none(f"This version cannot read the adopted rulebook: {bad}")
        except (Unsealable, ValueError):
            return _none("The adopted rulebook is damaged; restore a backup.")


def trust_of(chosen: RulesChosen) -> Trust:
    """Return the keys that the office trusts, by role."""
    return {role: PublicKey(bytes.fromhex(key)) for role, key in chosen.trust.items()}


def _adopted(work: Work, chosen: RulesChosen, loaded: Rulebook) -> Rulebook:
    """Return the adopted rulebook; `loaded` saves reading its files again if it is that one."""
    found = store.kept(work).get(chosen.adopted)
    if found is None:
        raise BadSignatures("The adopted rulebook is not in the database; restore a backup.")
    files = store.files_of(work, found[0])
    rulebook = load(files) if loaded.digest != chosen.adopted else loaded
    if (rulebook.digest, rulebook.revision) != (chosen.adopted, chosen.revision):
        raise BadSignatures("The stored rulebook is not the one that was adopted.")
    verify(files, rulebook, trust_of(chosen))
    return rulebook


def _none(fault: str) -> InForce:
    return InForce(NO_RULES, "none", fault)
