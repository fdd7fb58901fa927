"""Decide: run every rule over the dossier and let the gravest finding decide."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import SimpleNamespace

from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier, Received
from antechamber_compliance.dossier.shape import Gap, instant_text
from antechamber_compliance.finding import MISSING, Finding, engine_finding
from antechamber_compliance.horizons import horizons
from antechamber_compliance.intake import check, parameters_in_force
from antechamber_compliance.missing import Missing, Unknown
from antechamber_compliance.people import could_be_signed
from antechamber_compliance.policy import Let, ParameterValue, Requirement, Rule, Rulebook
from antechamber_compliance.signoffs import Resolved, resolve
from antechamber_compliance.verdict import MAY_PROCEED, Verdict, list_versions, outcome_of

Scope = dict[str, object]
Lacks = dict[str, set[str]]


def decide(received: Received, rulebook: Rulebook) -> Verdict:
    """Apply every rule to the dossier and return one verdict with all findings.

    Pure and deterministic: the instant is the dossier's own `as_of`. What cannot be judged
    denies, as a finding: a leaf that is missing, a rule that raises, no rules.
    """
    dossier = derive(received.dossier)
    parameters, bad = parameters_in_force(dossier, rulebook)
    signed = resolve(dossier, rulebook)
    found = [*check(received, dossier, rulebook), *bad]
    if not rulebook.rules:
        found.append(engine_finding("no_rules", "engagement"))
    for rule in rulebook.rules:
        found += _apply(rule, dossier, parameters, received.gaps)
    return _conclude(found, signed, dossier, rulebook, parameters)


def _apply(
    rule: Rule,
    dossier: Dossier,
    parameters: Mapping[str, ParameterValue],
    gaps: Iterable[Gap],
) -> list[Finding]:
    lacks: Lacks = defaultdict(set)
    for gap in gaps:
        if rule.id in gap.owners:
            lacks[gap.subject].add(gap.path)
    try:
        found = list(_judge(rule, dossier, parameters, lacks))
    except Exception:  # noqa: BLE001 - any fault in a rule must withhold, whatever it is
        found = [engine_finding("rule_error", "engagement", paths=(rule.id,))]
    return found + [_missing(rule, subject, lacks[subject]) for subject in lacks]


def _judge(
    rule: Rule, dossier: Dossier, parameters: Mapping[str, ParameterValue], lacks: Lacks
) -> Iterator[Finding]:
    scope = _scope(rule, dossier, parameters)
    shared = [let for let in rule.lets if not let.about_seat]
    own = [let for let in rule.lets if let.about_seat]
    _evaluate(shared, scope)
    general = [r for r in rule.requirements if r.subject != "participant"]
    for requirement in general:
        yield from _hold(rule, requirement, requirement.subject, scope, lacks)
    if len(general) == len(rule.requirements) or isinstance(dossier.seats, Missing):
        return
    for seat in dossier.seats:
        about = {**scope, "seat": seat}
        _evaluate(own, about)
        for requirement in rule.requirements:
            if requirement.subject == "participant":
                yield from _hold(rule, requirement, seat.ref, about, lacks)


def _scope(rule: Rule, dossier: Dossier, parameters: Mapping[str, ParameterValue]) -> Scope:
    mine = (f"{rule.borrows}.", f"{rule.id}.")
    values = {n.partition(".")[2]: v for n, v in parameters.items() if n.startswith(mine)}
    return {
        "as_of": dossier.as_of,
        "office": dossier.office,
        "history": dossier.history,
        "initiative": dossier.initiative,
        "session": dossier.session,
        "seats": dossier.seats,
        "signoffs": dossier.signoffs,
        "params": SimpleNamespace(**values),
    }


def _evaluate(lets: Iterable[Let], scope: Scope) -> None:
    for let in lets:
        try:
            scope[let.name] = let.value.evaluate(scope)
        except Unknown as lack:
            scope[let.name] = Missing(lack.paths)


def _hold(
    rule: Rule, requirement: Requirement, subject: str, scope: Scope, lacks: Lacks
) -> Iterator[Finding]:
    """Yield a finding where the requirement does not hold; note what it lacked to be judged."""
    try:
        if rule.applies is not None and _known_not_to_apply(rule, scope):
            return
        if requirement.that.evaluate(scope):
            return
    except Unknown as lack:
        lacks[subject] |= set(lack.paths)
        return
    yield Finding(
        rule=rule.id,
        code=requirement.code,
        effect=requirement.effect,
        subject=subject,
        message=requirement.message.render(scope),
        remedy=requirement.remedy,
        view=requirement.view,
        paths=_placed(requirement.paths, subject),
    )


def _known_not_to_apply(rule: Rule, scope: Scope) -> bool:
    try:
        return rule.applies is not None and not rule.applies.evaluate(scope)
    except Unknown:
        return False  # whether it applies is not known: then it does


def _placed(paths: tuple[str, ...], subject: str) -> tuple[str, ...]:
    return tuple(path.replace("participants.@", f"participants.{subject}") for path in paths)


def _missing(rule: Rule, subject: str, paths: set[str]) -> Finding:
    return Finding(
        rule=rule.id,
        code=MISSING,
        effect=rule.missing,
        subject=subject,
        message=f"{rule.title}: this cannot be judged, because a fact is missing.",
        remedy="Record the fact at the path shown; an answer of 'none' is an answer.",
        view="general",
        missing=tuple(sorted(paths)),
    )


def _conclude(
    found: list[Finding],
    signed: tuple[Resolved, ...],
    dossier: Dossier,
    rulebook: Rulebook,
    parameters: Mapping[str, ParameterValue],
) -> Verdict:
    effective = {(s.rule, s.code, s.subject): s.ref for s in signed if s.effective}
    marked = {f.key: replace(f, signed_by=effective.get(f.key, "")) for f in _merged(found)}
    findings = tuple(marked[key] for key in sorted(marked))
    outcome = outcome_of(findings)
    relied_on = frozenset(f.signed_by for f in findings if f.signed_by)
    proceeds = outcome in MAY_PROCEED
    return Verdict(
        outcome=outcome,
        findings=findings,
        signoffs=tuple(sorted(signed, key=lambda s: s.ref)),
        horizons=horizons(dossier, parameters, relied_on) if proceeds else (),
        unreachable=tuple(_unreachable(findings, dossier, rulebook)),
        parameters=parameters,
        rulebook_version=rulebook.version,
        rulebook_digest=rulebook.digest,
        lists=list_versions(dossier),
        as_of="" if isinstance(dossier.as_of, Missing) else instant_text(dossier.as_of),
    )


def _merged(found: list[Finding]) -> Iterator[Finding]:
    """Yield one finding for each rule, code and subject, with all its paths."""
    together: dict[tuple[str, str, str], Finding] = {}
    for finding in found:
        before = together.get(finding.key)
        together[finding.key] = finding if before is None else _united(before, finding)
    yield from together.values()


def _united(one: Finding, other: Finding) -> Finding:
    return replace(
        one,
        paths=tuple(sorted({*one.paths, *other.paths})),
        missing=tuple(sorted({*one.missing, *other.missing})),
    )


def _unreachable(
    findings: tuple[Finding, ...], dossier: Dossier, rulebook: Rulebook
) -> Iterator[str]:
    names = []
    for finding in findings:
        requirement = rulebook.requirement(finding.rule, finding.code)
        if finding.signed_by or requirement is None or requirement.terms is None:
            continue
        if not could_be_signed(requirement.terms.roles, dossier):
            names.append(finding.name)
    yield from dict.fromkeys(names)
