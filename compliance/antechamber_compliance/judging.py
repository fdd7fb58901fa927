"""Apply one rule to a dossier: its findings, what it lacked to be judged, whom it tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace

from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.shape import Gap
from antechamber_compliance.finding import MISSING, Finding, Notice, engine_finding
from antechamber_compliance.language import Expression
from antechamber_compliance.missing import Missing, Unknown
from antechamber_compliance.policy import Let, ParameterValue, Requirement, Rule

Scope = dict[str, object]
Lacks = dict[str, set[str]]


class Case:
    """What all rules of one decision are judged on."""

    def __init__(
        self,
        dossier: Dossier,
        parameters: Mapping[str, ParameterValue],
        gaps: Iterable[Gap],
    ) -> None:
        self.dossier, self.parameters, self.gaps = dossier, parameters, tuple(gaps)
        self._names: Scope = {
            "as_of": dossier.as_of,
            "office": dossier.office,
            "history": dossier.history,
            "initiative": dossier.initiative,
            "session": dossier.session,
            "seats": dossier.seats,
            "signoffs": dossier.signoffs,
        }

    def scope(self, rule: Rule) -> Scope:
        """Return the names that a rule's expressions may use, for it to add its own."""
        if not rule.parameters_read:
            return self._names.copy()
        values = {p.name: p.in_rules(self.parameters[full]) for full, p in rule.parameters_read}
        return {**self._names, "params": SimpleNamespace(**values)}


@dataclass(frozen=True, slots=True)
class Judged:
    """What one rule found, and which officers are to be told something."""

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]


NOTHING = Judged((), ())


def judge(rule: Rule, case: Case) -> Judged:
    """Apply a rule; whatever it raises becomes a finding that denies."""
    lacks = _reported(rule, case.gaps)
    try:
        scope = case.scope(rule)
        settled = rule.everybody is not None and rule.everybody.holds(scope)
        if settled and not lacks and not rule.notifications:
            return NOTHING
        found = [] if settled else list(_findings(rule, scope, case.dossier, lacks))
        notices = tuple(_notices(rule, scope)) if rule.notifications else ()
    except Exception:  # noqa: BLE001 - any fault in a rule must withhold, whatever it is
        found = [engine_finding("rule_error", "engagement", paths=(rule.id,))]
        notices = ()
    found += [_missing(rule, subject, lacks[subject]) for subject in lacks]
    return Judged(tuple(found), notices)


def _reported(rule: Rule, gaps: tuple[Gap, ...]) -> Lacks:
    """Return the gaps that this rule reports, by subject."""
    lacks: Lacks = defaultdict(set)
    for gap in gaps:
        if rule.id in gap.owners:
            lacks[gap.subject].add(gap.path)
    return lacks


def _findings(rule: Rule, scope: Scope, dossier: Dossier, lacks: Lacks) -> Iterator[Finding]:
    _evaluate(rule.shared_lets, scope)
    if not rule.applies_to_seats and _known_not_to_apply(rule, scope):
        return
    for requirement in rule.general:
        if not _holds(requirement, requirement.subject, scope, lacks):
            yield _finding(rule, requirement, requirement.subject, scope)
    if not rule.personal or isinstance(dossier.seats, Missing):
        return
    own_lets = rule.own_lets
    for seat in dossier.seats:
        scope["seat"] = seat
        if own_lets:
            _evaluate(own_lets, scope)
        if rule.applies_to_seats and _known_not_to_apply(rule, scope):
            continue
        if rule.together is not None and _hold(rule.together, scope):
            continue
        for requirement in rule.personal:
            if not _holds(requirement, seat.ref, scope, lacks):
                yield _finding(rule, requirement, seat.ref, scope)


def _evaluate(lets: Iterable[Let], scope: Scope) -> None:
    for let in lets:
        try:
            scope[let.name] = let.value.evaluate(scope)
        except Unknown as lack:
            scope[let.name] = Missing(lack.paths)


def _known_not_to_apply(rule: Rule, scope: Scope) -> bool:
    try:
        return rule.applies is not None and not rule.applies.evaluate(scope)
    except Unknown:
        return False  # whether it applies is not known: then it does


def _hold(shortcut: Expression, scope: Scope) -> bool:
    try:
        return bool(shortcut.evaluate(scope))
    except Unknown:
        return False  # each requirement is asked, and says what it lacks


def _holds(requirement: Requirement, subject: str, scope: Scope, lacks: Lacks) -> bool:
    """Tell whether a requirement holds; where that is not known, note what was lacking."""
    try:
        return bool(requirement.that.evaluate(scope))
    except Unknown as lack:
        lacks[subject] |= set(lack.paths)
        return True  # it is reported as missing, not as broken


def _finding(rule: Rule, requirement: Requirement, subject: str, scope: Scope) -> Finding:
    seat = f"participants.{subject}"
    return Finding(
        rule=rule.id,
        code=requirement.code,
        effect=requirement.effect,
        subject=subject,
        message=requirement.message.render(scope),
        remedy=requirement.remedy,
        view=requirement.view,
        terms=requirement.terms,
        paths=tuple(path.replace("participants.@", seat) for path in requirement.paths),
    )


def _missing(rule: Rule, subject: str, paths: set[str]) -> Finding:
    return Finding(
        rule=rule.id,
        code=MISSING,
        effect=rule.missing,
        subject=subject,
        message=f"{rule.title}: this cannot be judged, because a fact is missing.",
        remedy="Record the fact at the path shown; an answer of 'none' is an answer.",
        view=rule.view,
        missing=tuple(sorted(paths)),
    )


def _notices(rule: Rule, scope: Scope) -> Iterator[Notice]:
    _evaluate(rule.shared_lets, scope)
    for notification in rule.notifications:
        try:
            if not notification.when.evaluate(scope):
                continue
        except Unknown:
            continue  # the rule reports the lack as a finding
        yield Notice(
            rule=rule.id,
            code=notification.code,
            to=notification.to,
            message=notification.message.render(scope),
        )
