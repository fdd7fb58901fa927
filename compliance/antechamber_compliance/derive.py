"""Joins and dates computed before the rules, so that a rule can read them on one line.

Nothing here judges: no limit and no parameter. A fact whose inputs are missing is itself
Missing, with their paths.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from antechamber_compliance.ages import calendar_days, months_to_hold, started_days
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import (
    ActorFacts,
    InitiativeFacts,
    LineFacts,
    ListFacts,
    OfficeFacts,
    PartyFacts,
    PhaseFacts,
    SeatFacts,
    SessionFacts,
)
from antechamber_compliance.dossier.initiative import Actor, Funder, Initiative, Party
from antechamber_compliance.dossier.office import History, Office, OfficeList, Phase
from antechamber_compliance.dossier.seat import Seat, SupportLine
from antechamber_compliance.dossier.vocabulary import REGIMES, VOICE
from antechamber_compliance.missing import Missing, Unknown, sure
from antechamber_compliance.people import NEXUS_REVIEWERS, attested
from antechamber_compliance.zones import day_end, day_of, instant

Fact = TypeVar("Fact")
BELONGS = ("member", "acting_for", "owned")
NO_DATE = ("none", "not_applicable")


def derive(dossier: Dossier) -> Dossier:
    """Return the dossier with every derived fact filled in."""
    if not isinstance(dossier.session, Missing):
        session = replace(dossier.session, derived=_session(dossier))
        dossier = replace(dossier, session=session)
    if not isinstance(dossier.office, Missing):
        dossier = replace(dossier, office=_office(dossier.office, dossier))
    if not isinstance(dossier.history, Missing):
        dossier = replace(dossier, history=_history(dossier.history))
    if not isinstance(dossier.initiative, Missing):
        dossier = replace(dossier, initiative=_initiative(dossier.initiative, dossier))
    if isinstance(dossier.seats, Missing):
        return dossier
    seats = tuple(_seat(seat, dossier) for seat in dossier.seats)
    return replace(dossier, seats=seats)


def attempt(compute: Callable[[], Fact]) -> Fact | Missing:
    """Compute a fact, or return the Missing that says which paths it lacked."""
    try:
        return compute()
    except Unknown as lack:
        return Missing(lack.paths)
    except OverflowError:  # the calendar ends in the year 9999
        return Missing(("a date out of range",))


def nexus(dossier: Dossier) -> frozenset[str]:
    """Return the regimes that apply; one whose decision is missing counts as applying."""
    if isinstance(dossier.initiative, Missing) or isinstance(dossier.initiative.nexus, Missing):
        return frozenset(REGIMES)
    rows = dossier.initiative.nexus
    return frozenset(r.ref for r in rows if isinstance(r.applies, Missing) or r.applies)


def _today(dossier: Dossier) -> date:
    return day_of(sure(dossier.as_of), sure(sure(dossier.office).tz))


def _age(day: str | Missing, dossier: Dossier) -> int:
    # A document that does not exist has no age: the same answer as one dated after today.
    if sure(day) in NO_DATE:
        return -1
    return calendar_days(date.fromisoformat(sure(day)), _today(dossier))


def _session(dossier: Dossier) -> SessionFacts:
    session = sure(dossier.session)
    ends = attempt(lambda: instant(sure(session.end), sure(session.tz)))
    return SessionFacts(
        starts=attempt(lambda: instant(sure(session.start), sure(session.tz))),
        ends=ends,
        end_day=attempt(lambda: day_of(sure(ends), sure(sure(dossier.office).tz)).isoformat()),
        risk_age_days=attempt(lambda: _age(sure(session.risk).at, dossier)),
    )


def _history(history: History) -> History:
    phase = history.phase
    if isinstance(phase, Missing):
        return history
    facts = PhaseFacts(
        women=attempt(lambda: _among_voices(phase, phase.women)),
        undisclosed=attempt(lambda: _among_voices(phase, phase.undisclosed)),
    )
    return replace(history, phase=replace(phase, derived=facts))


def _among_voices(phase: Phase, count: int | Missing) -> int:
    if sure(phase.women) + sure(phase.undisclosed) > sure(phase.voice_seats):
        raise Unknown("history.phase.women", "history.phase.undisclosed")
    return sure(count)


def _office(office: Office, dossier: Dossier) -> Office:
    if isinstance(office.lists, Missing):
        return replace(office, derived=OfficeFacts(unfilled_regimes=office.lists))
    lists = tuple(replace(each, derived=_list(each, dossier)) for each in office.lists)
    facts = OfficeFacts(unfilled_regimes=attempt(lambda: tuple(_unfilled(lists, dossier))))
    return replace(office, lists=lists, derived=facts)


def _list(each: OfficeList, dossier: Dossier) -> ListFacts:
    return ListFacts(
        required=attempt(lambda: any(_fills(each, regime, dossier) for regime in nexus(dossier))),
        age_days=attempt(lambda: started_days(sure(each.fetched_at), sure(dossier.as_of))),
    )


def _fills(each: OfficeList, regime: str, dossier: Dossier) -> bool:
    if regime not in sure(each.regimes):
        return False
    return regime != "HOST_LIST" or sure(each.country) == sure(sure(dossier.session).country)


def _unfilled(lists: tuple[OfficeList, ...], dossier: Dossier) -> Iterator[str]:
    applying = nexus(dossier)
    for regime in REGIMES:
        if regime in applying and not any(_fills(each, regime, dossier) for each in lists):
            yield regime


def _initiative(initiative: Initiative, dossier: Dossier) -> Initiative:
    facts = InitiativeFacts(
        nexus_review_age_days=attempt(lambda: _age(sure(initiative.nexus_review).at, dossier)),
        nexus_reviewed=attempt(
            lambda: attested(sure(sure(initiative.nexus_review).by), NEXUS_REVIEWERS, dossier)
        ),
        unapproved_removals=attempt(lambda: tuple(_unapproved_removals(dossier))),
        gender_analysis_age_days=attempt(
            lambda: _age(sure(initiative.gender_analysis).at, dossier)
        ),
        map_age_days=attempt(lambda: _age(sure(initiative.map).at, dossier)),
        retention_past=attempt(lambda: _retention(initiative) < _today(dossier)),
        retention_months=attempt(
            lambda: months_to_hold(
                date.fromisoformat(sure(initiative.ends)), _retention(initiative)
            )
        ),
    )
    initiative = replace(initiative, derived=facts)
    if not isinstance(initiative.actors, Missing):
        actors = tuple(replace(a, derived=_actor(a, dossier)) for a in initiative.actors)
        initiative = replace(initiative, actors=actors)
    if not isinstance(initiative.parties, Missing):
        parties = tuple(replace(p, derived=_party(p, dossier)) for p in initiative.parties)
        initiative = replace(initiative, parties=parties)
    return initiative


def _party(party: Party, dossier: Dossier) -> PartyFacts:
    return PartyFacts(voice_seats=attempt(lambda: _voice_seats(party, dossier)))


def _voice_seats(party: Party, dossier: Dossier) -> int:
    seated = (sure(seat.party) for seat in sure(dossier.seats) if sure(seat.role) in VOICE)
    return sum(1 for name in seated if name == party.ref)


def _actor(actor: Actor, dossier: Dossier) -> ActorFacts:
    return ActorFacts(
        age_days=attempt(lambda: started_days(sure(actor.screening_at), sure(dossier.as_of)))
    )


def _retention(initiative: Initiative) -> date:
    until = sure(sure(initiative.data_protection).retention_until)
    return date.max if until == "none" else date.fromisoformat(until)


def _unapproved_removals(dossier: Dossier) -> Iterator[str]:
    for row in sure(sure(dossier.initiative).nexus):
        if isinstance(row.applies, Missing) or isinstance(row.applied_before, Missing):
            continue  # PRO-11 reports the leaf itself, and the regime counts as in nexus
        removed = row.applied_before and not row.applies
        if removed and not attested(sure(row.removed_by), NEXUS_REVIEWERS, dossier):
            yield row.ref


def _seat(seat: Seat, dossier: Dossier) -> Seat:
    seat = replace(seat, derived=_seat_facts(seat, dossier))
    if isinstance(seat.support, Missing) or not seat.support:
        return seat
    lines = tuple(replace(line, derived=_line(line, dossier)) for line in seat.support)
    return replace(seat, support=lines)


def _line(line: SupportLine, dossier: Dossier) -> LineFacts:
    return LineFacts(
        payer_known=attempt(
            lambda: sure(line.payer) == "own_funds" or _payer(line, dossier) is not None
        ),
        cost_barred=attempt(lambda: _cost_barred(line, _payer(line, dossier))),
    )


def _payer(line: SupportLine, dossier: Dossier) -> Funder | None:
    funders = sure(sure(dossier.initiative).funders)
    return next((f for f in funders if f.ref == sure(line.payer)), None)


def _cost_barred(line: SupportLine, payer: Funder | None) -> bool:
    kind = sure(line.type)
    if payer is None or kind not in sure(payer.ineligible_costs):
        return False
    return not any(
        sure(d.kind) == "cost" and sure(d.value) == kind for d in sure(payer.derogations)
    )


def _seat_facts(seat: Seat, dossier: Dossier) -> SeatFacts:
    listed = attempt(lambda: tuple(sorted(set(_listed(seat, dossier)))))
    return SeatFacts(
        screening_age_days=attempt(
            lambda: started_days(sure(sure(seat.screening).at), sure(dossier.as_of))
        ),
        unsearched_lists=attempt(lambda: tuple(_unsearched(seat, dossier))),
        undetermined_actors=attempt(lambda: tuple(_undetermined(seat, dossier))),
        listed_regimes=listed,
        effective_regimes=attempt(lambda: tuple(_effective(sure(listed), dossier))),
        consent_until=attempt(
            lambda: day_end(
                date.fromisoformat(sure(sure(seat.consent).expires)), sure(sure(seat.consent).tz)
            )
        ),
        stay_until=attempt(lambda: _stay_until(seat, dossier)),
        consent_months=attempt(lambda: _consent_months(seat)),
        coi_age_days=attempt(lambda: _age(sure(seat.coi).at, dossier)),
    )


def _unsearched(seat: Seat, dossier: Dossier) -> Iterator[str]:
    searched = sure(sure(seat.screening).lists)
    for each in sure(sure(dossier.office).lists):
        if sure(sure(each.derived).required) and each.ref not in searched:
            yield each.ref


def _undetermined(seat: Seat, dossier: Dossier) -> Iterator[str]:
    determined = {d.ref for d in sure(seat.determinations)}
    recorded = {a.ref: a for a in sure(sure(dossier.initiative).actors)}
    through_party = _party_actors(seat, dossier)
    for ref in dict.fromkeys((sure(seat.affiliation), *through_party)):
        actor = recorded.get(ref)
        listed = ref in through_party if actor is None else bool(sure(actor.listings))
        if listed and ref not in determined:
            yield ref


def _party_actors(seat: Seat, dossier: Dossier) -> tuple[str, ...]:
    if sure(seat.party) == "none":
        return ()
    parties = {p.ref: p for p in sure(sure(dossier.initiative).parties)}
    party = parties.get(sure(seat.party))
    if party is None:  # a party that is not recorded may have any actor behind it
        raise Unknown(f"participants.{seat.ref}.party")
    return sure(party.actors)


def _listed(seat: Seat, dossier: Dossier) -> Iterator[str]:
    for listing in sure(seat.listings):
        yield sure(listing.regime)
    recorded = {a.ref: a for a in sure(sure(dossier.initiative).actors)}
    for determination in sure(seat.determinations):
        actor = recorded.get(determination.ref)
        if actor is not None and sure(determination.basis) in BELONGS:
            for row in sure(actor.listings):
                yield sure(row.regime)


def _effective(regimes: tuple[str, ...], dossier: Dossier) -> Iterator[str]:
    applying = nexus(dossier)
    # A regime that nobody knows cannot be called out of nexus.
    return (r for r in regimes if r in applying or r not in REGIMES)


def _stay_until(seat: Seat, dossier: Dossier) -> datetime:
    ends = sure(sure(sure(dossier.session).derived).ends)
    if sure(seat.travel_to) == "session":
        return ends
    way_home = day_end(date.fromisoformat(sure(seat.travel_to)), sure(sure(dossier.session).tz))
    return max(ends, way_home)


def _consent_months(seat: Seat) -> int:
    consent = sure(seat.consent)
    given = day_of(sure(consent.given_at), sure(consent.tz))
    return months_to_hold(given, date.fromisoformat(sure(consent.expires)))
