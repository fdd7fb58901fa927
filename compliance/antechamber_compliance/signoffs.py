"""The one resolver of waivers and approvals: which of those on file have effect.

A sign-off counts only under all conditions of the requirement that it is for (RULES.md,
"How rules combine", 4). It is resolved before the rules run, so that a rule may read what
was asked; the finding it takes care of stays visible, marked.
"""

from dataclasses import dataclass
from datetime import date

from antechamber_compliance.dossier import Dossier, SignOff
from antechamber_compliance.missing import Missing, Unknown, sure
from antechamber_compliance.people import independent
from antechamber_compliance.policy import Rulebook, Terms
from antechamber_compliance.zones import day_end, day_of


@dataclass(frozen=True, slots=True)
class Resolved:
    """One sign-off on file and, where it has no effect, why."""

    ref: str
    rule: str
    code: str
    subject: str
    flaw: str

    @property
    def effective(self) -> bool:
        """Whether it takes care of its finding."""
        return not self.flaw


def resolve(dossier: Dossier, rulebook: Rulebook) -> tuple[Resolved, ...]:
    """Judge every sign-off on file, in the order of their keys."""
    if isinstance(dossier.signoffs, Missing):
        return ()
    return tuple(_resolve(each, dossier, rulebook) for each in dossier.signoffs)


def _resolve(signoff: SignOff, dossier: Dossier, rulebook: Rulebook) -> Resolved:
    names = [signoff.rule, signoff.code, signoff.subject]
    rule, code, subject = ("" if isinstance(n, Missing) else n for n in names)
    try:
        flaw = _flaw(signoff, dossier, rulebook)
    except (Unknown, OverflowError):
        flaw = "incomplete"
    return Resolved(signoff.ref, rule, code, subject, flaw)


def _flaw(signoff: SignOff, dossier: Dossier, rulebook: Rulebook) -> str:
    """Return the first condition that fails, or nothing; raise Unknown where a leaf is missing."""
    requirement = rulebook.requirement(sure(signoff.rule), sure(signoff.code))
    terms = requirement.terms if requirement else None
    if terms is None or terms.kind != sure(signoff.kind):
        return "not_foreseen"
    by, asker = sure(signoff.by), sure(signoff.requested_by)
    if not by or not independent(by, terms.roles, dossier, barred=asker):
        return "wrong_people"
    if sure(signoff.binding) != "current":
        return "values_changed"
    return _flaw_on_file(signoff, terms) or _flaw_in_time(signoff, terms, dossier)


def _flaw_on_file(signoff: SignOff, terms: Terms) -> str:
    if sure(signoff.reason) == "none":
        return "no_reason"
    if terms.mitigation and sure(signoff.mitigation) == "none":
        return "no_mitigation"
    if terms.memo and sure(signoff.memo) != "attached":
        return "no_memo"
    return ""


def _flaw_in_time(signoff: SignOff, terms: Terms, dossier: Dossier) -> str:
    expires, tz, given_at = expiry_day(signoff), sure(signoff.tz), sure(signoff.given_at)
    if given_at > sure(dossier.as_of):
        return "not_yet_given"
    if (expires - day_of(given_at, tz)).days > terms.max_days:
        return "too_long"
    ends = sure(sure(sure(dossier.session).derived).ends)
    return "" if day_end(expires, tz) >= ends else "lapses"


def expiry_day(signoff: SignOff) -> date:
    """Return the last day on which a sign-off is in force, in its own zone."""
    return date.fromisoformat(sure(signoff.expires))
