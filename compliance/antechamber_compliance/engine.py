"""Decide: run every rule over the dossier and let the gravest finding decide."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier, Received
from antechamber_compliance.dossier.facts import SignOffFacts
from antechamber_compliance.dossier.shape import instant_text
from antechamber_compliance.finding import Finding, Notice, engine_finding
from antechamber_compliance.horizons import horizons
from antechamber_compliance.intake import check, parameters_in_force
from antechamber_compliance.judging import Case, Judged, judge
from antechamber_compliance.missing import Missing, sure
from antechamber_compliance.people import could_be_signed
from antechamber_compliance.policy import ParameterValue, Rule, Rulebook
from antechamber_compliance.signoffs import Resolved, resolve
from antechamber_compliance.suggestions import suggest
from antechamber_compliance.verdict import (
    MAY_PROCEED,
    Verdict,
    list_versions,
    outcome_of,
    routes_shown,
)

Judge = Callable[[Rule, Case], Judged]


@dataclass(slots=True)
class Found:
    """What has been found so far."""

    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def decide(received: Received, rulebook: Rulebook) -> Verdict:
    """Apply every rule to the dossier and return one verdict with all findings.

    Pure and deterministic: the instant is the dossier's own `as_of`. What cannot be judged
    denies, as a finding: a leaf that is missing, a rule that raises, no rules. A denial
    says what would lift it.
    """
    verdict = weigh(received, rulebook)
    if verdict.outcome != "deny":
        return verdict
    return replace(verdict, suggestions=suggest(received, rulebook, verdict, weigh))


def weigh(received: Received, rulebook: Rulebook) -> Verdict:
    """Decide as `decide` does, without asking what would lift a denial."""
    return weigh_derived(received, derive(received.dossier, rulebook.tables), rulebook, judge)


def weigh_derived(
    received: Received, dossier: Dossier, rulebook: Rulebook, judge: Judge
) -> Verdict:
    """Decide on a dossier whose facts are derived already, each rule by the given judge."""
    parameters, bad = parameters_in_force(dossier, rulebook)
    found = Found([*check(received, dossier, rulebook), *bad])
    if not rulebook.rules:
        found.findings.append(engine_finding("no_rules", "engagement"))
    _judge_all(found, received, dossier, rulebook, parameters, judge)
    signed = _without_voided(resolve(dossier, rulebook), found.findings, rulebook)
    return _conclude(found, signed, dossier, rulebook, parameters)


def _judge_all(
    found: Found,
    received: Received,
    dossier: Dossier,
    rulebook: Rulebook,
    parameters: Mapping[str, ParameterValue],
    judge: Judge,
) -> None:
    """Judge every rule; those that look at sign-offs last, on what the others found."""
    for late in (False, True):
        if late:
            dossier = _with_answers(dossier, found.findings)
        case = Case(dossier, parameters, received.gaps)
        for rule in rulebook.rules:
            if rule.reads_signoffs is late:
                judged = judge(rule, case)
                found.findings += judged.findings
                found.notices += judged.notices


def _with_answers(dossier: Dossier, findings: Iterable[Finding]) -> Dossier:
    """Fill in, for each sign-off, whether there is a finding that it is for."""
    if isinstance(dossier.signoffs, Missing) or not dossier.signoffs:
        return dossier
    keys = {finding.key for finding in findings}
    rows = []
    for signoff in dossier.signoffs:
        names = (signoff.rule, signoff.code, signoff.subject)
        lack = next((name for name in names if isinstance(name, Missing)), None)
        rows.append(
            replace(signoff, derived=SignOffFacts(answers=names in keys if lack is None else lack))
        )
    return replace(dossier, signoffs=tuple(rows))


def _without_voided(
    signed: tuple[Resolved, ...], findings: Iterable[Finding], rulebook: Rulebook
) -> tuple[Resolved, ...]:
    """Take the effect from sign-offs of rules that a requirement which fired says to void."""
    fired = (rulebook.requirement(f.rule, f.code) for f in findings)
    voided = {rule for requirement in fired if requirement for rule in requirement.voids}
    return tuple(
        replace(s, flaw="voided") if s.rule in voided and s.effective else s for s in signed
    )


def _conclude(
    found: Found,
    signed: tuple[Resolved, ...],
    dossier: Dossier,
    rulebook: Rulebook,
    parameters: Mapping[str, ParameterValue],
) -> Verdict:
    effective = {(s.rule, s.code, s.subject): s.ref for s in signed if s.effective}
    merged = _merged(found.findings)
    marked = [
        replace(f, signed_by=effective[key]) if (key := f.key) in effective else f for f in merged
    ]
    findings = tuple(sorted(marked, key=lambda finding: finding.key))
    outcome = outcome_of(findings)
    relied_on = frozenset(f.signed_by for f in findings if f.signed_by)
    proceeds = outcome in MAY_PROCEED
    return Verdict(
        outcome=outcome,
        findings=findings,
        notices=tuple(sorted(found.notices, key=lambda notice: notice.name)),
        signoffs=signed,
        routes=routes_shown(dossier),
        horizons=horizons(dossier, parameters, relied_on) if proceeds else (),
        unreachable=tuple(_unreachable(findings, dossier, rulebook)),
        parameters=parameters,
        rulebook_version=rulebook.version,
        rulebook_revision=rulebook.revision,
        rulebook_digest=rulebook.digest,
        lists=list_versions(dossier),
        as_of="" if isinstance(dossier.as_of, Missing) else instant_text(sure(dossier.as_of)),
    )


def _merged(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Return one finding for each rule, code and subject, with all its paths."""
    together: dict[tuple[str, str, str], Finding] = {}
    for finding in findings:
        before = together.get(finding.key)
        together[finding.key] = finding if before is None else _united(before, finding)
    return together.values()


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
