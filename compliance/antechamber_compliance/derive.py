"""Joins and dates computed before the rules, so that a rule can read them on one line.

Nothing here judges: no limit and no parameter. A fact whose inputs are missing is itself
Missing, with their paths.
"""

from collections.abc import Iterator
from datetime import date

from antechamber_compliance.ages import months_to_hold, started_days
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import (
    ActorFacts,
    InitiativeFacts,
    ListFacts,
    OfficeFacts,
    PartyFacts,
    PhaseFacts,
    SessionFacts,
)
from antechamber_compliance.dossier.initiative import Actor, Initiative, Party
from antechamber_compliance.dossier.office import History, Office, OfficeList, Phase
from antechamber_compliance.dossier.slots import changed
from antechamber_compliance.dossier.vocabulary import REGIMES, VOICE
from antechamber_compliance.missing import Missing, Unknown, attempt, sure
from antechamber_compliance.people import NEXUS_REVIEWERS, attested
from antechamber_compliance.routes import route
from antechamber_compliance.seatfacts import Common, age, nexus, today, with_facts
from antechamber_compliance.tables import Tables
from antechamber_compliance.zones import day_of, earliest, latest

HOST_LIST = "HOST_LIST"


def derive(dossier: Dossier, tables: Tables) -> Dossier:
    """Return the dossier with every derived fact filled in."""
    if not isinstance(dossier.session, Missing):
        session = changed(dossier.session, derived=_session(dossier))
        dossier = changed(dossier, session=session)
    if not isinstance(dossier.office, Missing):
        dossier = changed(dossier, office=_office(dossier.office, dossier))
    if not isinstance(dossier.history, Missing):
        dossier = changed(dossier, history=_history(dossier.history))
    if not isinstance(dossier.initiative, Missing):
        dossier = changed(dossier, initiative=_initiative(dossier.initiative, dossier))
    if isinstance(dossier.seats, Missing):
        return dossier
    common = Common.of(dossier)
    seats = tuple(with_facts(seat, common) for seat in dossier.seats)
    return route(changed(dossier, seats=seats), tables)


def _session(dossier: Dossier) -> SessionFacts:
    session = sure(dossier.session)
    # Where clocks change, a start or an end may be read as two instants: all that holds must
    # hold from the earlier start to the later end.
    ends = attempt(lambda: latest(sure(session.end), sure(session.tz)))
    return SessionFacts(
        starts=attempt(lambda: earliest(sure(session.start), sure(session.tz))),
        ends=ends,
        end_day=attempt(lambda: day_of(sure(ends), sure(sure(dossier.office).tz)).isoformat()),
        risk_age_days=attempt(lambda: age(sure(session.risk).at, today(dossier))),
    )


def _history(history: History) -> History:
    phase = history.phase
    if isinstance(phase, Missing):
        return history
    facts = PhaseFacts(
        women=attempt(lambda: _among_voices(phase, phase.women)),
        undisclosed=attempt(lambda: _among_voices(phase, phase.undisclosed)),
    )
    return changed(history, phase=changed(phase, derived=facts))


def _among_voices(phase: Phase, count: int | Missing) -> int:
    if sure(phase.women) + sure(phase.undisclosed) > sure(phase.voice_seats):
        raise Unknown("history.phase.women", "history.phase.undisclosed")
    return sure(count)


def _office(office: Office, dossier: Dossier) -> Office:
    if isinstance(office.lists, Missing):
        return changed(office, derived=OfficeFacts(unfilled_regimes=office.lists))
    applying = nexus(dossier)
    lists = tuple(changed(each, derived=_list(each, applying, dossier)) for each in office.lists)
    unfilled = attempt(lambda: tuple(_unfilled(lists, applying, dossier)))
    return changed(office, lists=lists, derived=OfficeFacts(unfilled_regimes=unfilled))


def _list(each: OfficeList, applying: frozenset[str], dossier: Dossier) -> ListFacts:
    return ListFacts(
        required=attempt(_is_required, each, applying, dossier),
        age_days=attempt(lambda: started_days(sure(each.fetched_at), sure(dossier.as_of))),
    )


def _is_required(each: OfficeList, applying: frozenset[str], dossier: Dossier) -> bool:
    named = applying.intersection(sure(each.regimes))
    # The country is read last: where another regime is named, a missing one changes nothing.
    return not named <= {HOST_LIST} or (HOST_LIST in named and _fills(each, HOST_LIST, dossier))


def _fills(each: OfficeList, regime: str, dossier: Dossier) -> bool:
    if regime not in sure(each.regimes):
        return False
    return regime != HOST_LIST or sure(each.country) == sure(sure(dossier.session).country)


def _unfilled(
    lists: tuple[OfficeList, ...], applying: frozenset[str], dossier: Dossier
) -> Iterator[str]:
    for regime in REGIMES:
        if regime in applying and not any(_fills(each, regime, dossier) for each in lists):
            yield regime


def _initiative(initiative: Initiative, dossier: Dossier) -> Initiative:
    on = attempt(today, dossier)
    facts = InitiativeFacts(
        nexus_review_age_days=attempt(lambda: age(sure(initiative.nexus_review).at, sure(on))),
        nexus_reviewed=attempt(
            lambda: attested(sure(sure(initiative.nexus_review).by), NEXUS_REVIEWERS, dossier)
        ),
        unapproved_removals=attempt(lambda: tuple(_unapproved_removals(dossier))),
        gender_analysis_age_days=attempt(
            lambda: age(sure(initiative.gender_analysis).at, sure(on))
        ),
        map_age_days=attempt(lambda: age(sure(initiative.map).at, sure(on))),
        retention_past=attempt(lambda: _retention(initiative) < sure(on)),
        retention_months=attempt(
            lambda: months_to_hold(
                date.fromisoformat(sure(initiative.ends)), _retention(initiative)
            )
        ),
    )
    initiative = changed(initiative, derived=facts)
    if not isinstance(initiative.actors, Missing):
        actors = tuple(changed(a, derived=_actor(a, dossier)) for a in initiative.actors)
        initiative = changed(initiative, actors=actors)
    if not isinstance(initiative.parties, Missing):
        seated = attempt(_voices, dossier)
        parties = tuple(changed(p, derived=_party(p, seated)) for p in initiative.parties)
        initiative = changed(initiative, parties=parties)
    return initiative


def _voices(dossier: Dossier) -> list[str]:
    """Return the party of each seat with a voice."""
    return [sure(seat.party) for seat in sure(dossier.seats) if sure(seat.role) in VOICE]


def _party(party: Party, seated: list[str] | Missing) -> PartyFacts:
    return PartyFacts(
        voice_seats=seated if isinstance(seated, Missing) else seated.count(party.ref)
    )


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
