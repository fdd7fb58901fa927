"""When what a verdict relies on lapses (RULES.md, "How rules combine", 6).

Freshness does not fire ahead of time; it limits how long a decision may be relied on.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import cast

from antechamber_compliance.authorisations import end_of
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.missing import Unknown, sure
from antechamber_compliance.policy import ParameterValue
from antechamber_compliance.signoffs import expiry_day
from antechamber_compliance.verdict import Horizon
from antechamber_compliance.zones import day_end

Parameters = Mapping[str, ParameterValue]


def horizons(
    dossier: Dossier, parameters: Parameters, relied_on: frozenset[str]
) -> tuple[Horizon, ...]:
    """Return all horizons of a dossier that may proceed, earliest first.

    `relied_on` are the keys of the sign-offs that take care of a finding.
    """
    try:
        return tuple(sorted([*_hard(dossier, relied_on), *_refresh(dossier, parameters)]))
    except Unknown as lack:  # only a rulebook that does not ask for these facts gets here
        return (Horizon(sure(dossier.as_of), "hard", lack.paths[0]),)
    except OverflowError:  # nor does a date at the end of the calendar get past the shipped one
        return (Horizon(sure(dossier.as_of), "hard", "a date out of range"),)


def _hard(dossier: Dossier, relied_on: frozenset[str]) -> Iterator[Horizon]:
    yield Horizon(sure(sure(sure(dossier.session).derived).ends), "hard", "session.end")
    for seat in sure(dossier.seats):
        if seat.consent.status == "active":
            until = sure(seat.derived.consent_until)
            yield Horizon(until, "hard", f"participants.{seat.ref}.consent.expires")
    yield from _authorisations(dossier)
    for signoff in sure(dossier.signoffs):
        if signoff.ref in relied_on:
            until = day_end(expiry_day(signoff), sure(signoff.tz))
            yield Horizon(until, "hard", f"signoffs.{signoff.ref}.expires")


def _authorisations(dossier: Dossier) -> Iterator[Horizon]:
    relied_on: set[str] = set()
    for seat in sure(dossier.seats):
        relied_on |= {sure(use.relies_on) for use in seat.derived.uses}
        relied_on |= {sure(ban.lifted_by) for ban in seat.derived.bans}
    if relied_on:
        for each in sure(sure(dossier.initiative).authorisations):
            until = end_of(each) if each.ref in relied_on else None
            if until is not None:
                yield Horizon(until, "hard", f"initiative.authorisations.{each.ref}.valid_to")


def _refresh(dossier: Dossier, parameters: Parameters) -> Iterator[Horizon]:
    if "PRO-01.screen_max_age_days" in parameters:
        yield from _screenings(dossier, _days(parameters, "PRO-01.screen_max_age_days"))
        yield from _lists(dossier, _days(parameters, "PRO-01.list_max_age_days"))
    if "SAF-02.max_age_days" in parameters:
        made = sure(sure(sure(dossier.session).risk).at)
        if made != "none":  # a rulebook may do without an assessment
            last = date.fromisoformat(made) + _days(parameters, "SAF-02.max_age_days")
            until = day_end(last, sure(sure(dossier.office).tz))
            yield Horizon(until, "refresh", "session.risk.at")


def _days(parameters: Parameters, name: str) -> timedelta:
    return timedelta(days=cast(int, parameters[name]))  # these three are declared as int


def _screenings(dossier: Dossier, age: timedelta) -> Iterator[Horizon]:
    for seat in sure(dossier.seats):
        at = sure(seat.screening.at) + age
        yield Horizon(at, "refresh", f"participants.{seat.ref}.screening.at")
    for actor in sure(sure(dossier.initiative).actors):
        at = sure(actor.screening_at) + age
        yield Horizon(at, "refresh", f"initiative.actors.{actor.ref}.screening_at")


def _lists(dossier: Dossier, age: timedelta) -> Iterator[Horizon]:
    for each in sure(sure(dossier.office).lists):
        if sure(sure(each.derived).required):
            at = sure(each.fetched_at) + age
            yield Horizon(at, "refresh", f"office.lists.{each.ref}.fetched_at")
