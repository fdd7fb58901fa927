"""What the engine itself checks before any rule: shape, counts, times, parameters.

Everything here denies and nobody can sign it. Codes: RULES.md, "The engine's own findings".
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from antechamber_compliance.dossier import Counts, Dossier, Received
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.finding import ENGINE, Finding, engine_finding
from antechamber_compliance.missing import Missing, Unknown, sure
from antechamber_compliance.policy import ParameterValue, Rulebook
from antechamber_compliance.tablefile import ROUTING_RULES
from antechamber_compliance.zones import day_end, day_of, day_start

RESERVED_SUBJECTS = frozenset({"session", "initiative", "office", "engagement"})

COUNTED: Mapping[str, Callable[[Dossier], int]] = {
    "seats": lambda d: len(sure(d.seats)),
    "hits": lambda d: sum(len(sure(sure(s.screening).hits)) for s in sure(d.seats)),
    "listings": lambda d: sum(len(sure(s.listings)) for s in sure(d.seats)),
    "determinations": lambda d: sum(len(sure(s.determinations)) for s in sure(d.seats)),
    "support_lines": lambda d: sum(len(sure(s.support)) for s in sure(d.seats)),
    "other_roles": lambda d: sum(len(sure(s.also_roles)) for s in sure(d.seats)),
    "parties": lambda d: len(sure(sure(d.initiative).parties)),
    "party_actors": lambda d: sum(len(sure(p.actors)) for p in sure(sure(d.initiative).parties)),
    "actors": lambda d: len(sure(sure(d.initiative).actors)),
    "actor_listings": lambda d: sum(len(sure(a.listings)) for a in sure(sure(d.initiative).actors)),
    "key_constituencies": lambda d: len(sure(sure(sure(d.initiative).map).key_constituencies)),
    "overlaps": lambda d: len(sure(sure(d.initiative).overlaps)),
    "funders": lambda d: len(sure(sure(d.initiative).funders)),
    "funder_limits": lambda d: sum(
        len(sure(f.excluded_countries)) + len(sure(f.ineligible_costs))
        for f in sure(sure(d.initiative).funders)
    ),
    "session_funders": lambda d: len(sure(sure(d.session).funders)),
    "disclosures": lambda d: len(sure(sure(d.session).disclose_to)),
    "signoffs": lambda d: len(sure(d.signoffs)),
    "params": lambda d: len(sure(d.params)),
}


def check(received: Received, dossier: Dossier, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield the engine's own findings on a dossier whose derived facts are filled in."""
    known = rulebook.ids
    for gap in received.gaps:
        # A leaf whose owners are not in this rulebook would be missed by nobody.
        if ENGINE in gap.owners or known.isdisjoint(gap.owners):
            yield engine_finding("bad_input", gap.subject, missing=(gap.path,))
    for stranger in received.strangers:
        yield engine_finding("unknown_field", stranger.subject, paths=(stranger.path,))
    yield from _counts(dossier)
    yield from _times(dossier)
    yield from _empties(dossier)
    yield from _names(dossier)
    # Without the rules that route support to listed persons, nobody who is effectively listed
    # can be cleared: a rule that is not there must not read as consent.
    absent = ROUTING_RULES - known
    if known and absent and not isinstance(dossier.seats, Missing):
        yield from _lacking(dossier, absent)


def _counts(dossier: Dossier) -> Iterator[Finding]:
    if isinstance(dossier.counts, Missing):
        return
    wrong = tuple(
        f"counts.{name}" for name in COUNTED if not _adds_up(name, dossier.counts, dossier)
    )
    if wrong:
        yield engine_finding("incomplete", "engagement", paths=wrong)


def _adds_up(name: str, counts: Counts, dossier: Dossier) -> bool:
    stated: int | Missing = getattr(counts, name)
    if isinstance(stated, Missing):
        return True  # reported as bad input
    try:
        return COUNTED[name](dossier) == stated
    except Unknown:
        return False


def _times(dossier: Dossier) -> Iterator[Finding]:
    try:
        facts = sure(sure(dossier.session).derived)
        starts, ends, as_of = sure(facts.starts), sure(facts.ends), sure(dossier.as_of)
    except Unknown as lack:
        yield engine_finding("bad_input", "engagement", missing=lack.paths)
        return
    if ends < starts or ends <= as_of:
        yield engine_finding("bad_times", "engagement", paths=("session.start", "session.end"))
    if isinstance(dossier.seats, Missing):
        return
    bad = [path for seat in dossier.seats for path in _bad_journey(seat, dossier)]
    if bad:
        yield engine_finding("bad_times", "engagement", paths=tuple(bad))


def _bad_journey(seat: Seat, dossier: Dossier) -> Iterator[str]:
    session = sure(dossier.session)
    facts, tz = sure(session.derived), sure(session.tz)
    leaves, returns = _own_day(seat.travel_from), _own_day(seat.travel_to)
    try:
        if leaves and day_start(leaves, tz) > sure(facts.starts):
            yield f"participants.{seat.ref}.travel_from"
        if returns and day_end(returns, tz) < sure(facts.ends):
            yield f"participants.{seat.ref}.travel_to"
    except OverflowError:  # the calendar ends in the year 9999, and no journey lasts till then
        yield f"participants.{seat.ref}.travel_to"


def _own_day(day: str | Missing) -> date | None:
    """Return the day of a journey that differs from the session; a missing one has its rule."""
    return None if isinstance(day, Missing) or day == "session" else date.fromisoformat(day)


def _empties(dossier: Dossier) -> Iterator[Finding]:
    initiative = dossier.initiative
    if not isinstance(initiative, Missing):
        if not isinstance(initiative.nexus, Missing) and not any(
            row.applies is True for row in initiative.nexus
        ):
            yield engine_finding("empty_nexus", "initiative", paths=("initiative.nexus",))
        if not isinstance(initiative.parties, Missing) and not initiative.parties:
            yield engine_finding("empty_parties", "initiative", paths=("initiative.parties",))
    if not isinstance(dossier.seats, Missing) and not dossier.seats:
        yield engine_finding("empty_seats", "session", paths=("participants",))


def _names(dossier: Dossier) -> Iterator[Finding]:
    if not isinstance(dossier.seats, Missing):
        for seat in dossier.seats:
            if seat.ref in RESERVED_SUBJECTS:  # a finding about it would read as one about that
                yield engine_finding("bad_input", "engagement", missing=("participants",))


def _lacking(dossier: Dossier, absent: Collection[str]) -> Iterator[Finding]:
    """Deny where somebody is effectively listed and a rule for listed persons is not there."""
    if any(_may_be_listed(seat) for seat in sure(dossier.seats)):
        yield engine_finding("no_rules", "engagement", paths=tuple(sorted(absent)))


def _may_be_listed(seat: Seat) -> bool:
    try:
        return bool(sure(sure(seat.derived).effective_regimes))
    except Unknown:
        return True


def parameters_in_force(
    dossier: Dossier, rulebook: Rulebook
) -> tuple[dict[str, ParameterValue], list[Finding]]:
    """Return every parameter's value on the session's first day, and what is wrong with overrides."""
    declared = rulebook.parameters()
    day = _parameter_day(dossier)
    values = {name: parameter.on(day) for name, parameter in declared.items()}
    overrides = {} if isinstance(dossier.params, Missing) else dossier.params
    bad = []
    for name, raw in overrides.items():
        value = declared[name].admit(raw) if name in declared else None
        if value is None:
            bad.append(f"params.{name}")
        else:
            values[name] = value
    if bad:
        return values, [engine_finding("bad_parameter", "engagement", paths=tuple(sorted(bad)))]
    return values, []


def _parameter_day(dossier: Dossier) -> date:
    try:
        session = sure(dossier.session)
        return day_of(sure(sure(session.derived).starts), sure(session.tz))
    except Unknown:  # denied already, as bad input; the earliest values serve
        return date.min
