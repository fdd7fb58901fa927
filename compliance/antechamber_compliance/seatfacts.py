"""Derived facts of one seat: its ties, listings, consent and lines; and what seats share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from antechamber_compliance.ages import calendar_days, months_to_hold, started_days
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import LineFacts, SeatFacts
from antechamber_compliance.dossier.initiative import Actor, Funder, Party
from antechamber_compliance.dossier.seat import Seat, SupportLine
from antechamber_compliance.dossier.slots import changed
from antechamber_compliance.dossier.vocabulary import REGIMES
from antechamber_compliance.missing import Missing, Unknown, attempt, sure
from antechamber_compliance.zones import day_end, day_of

BELONGS = ("member", "acting_for", "owned")
NO_DATE = ("none", "not_applicable")


def nexus(dossier: Dossier) -> frozenset[str]:
    """Return the regimes that apply; one whose decision is missing counts as applying."""
    if isinstance(dossier.initiative, Missing) or isinstance(dossier.initiative.nexus, Missing):
        return frozenset(REGIMES)
    rows = dossier.initiative.nexus
    return frozenset(r.ref for r in rows if isinstance(r.applies, Missing) or r.applies)


def today(dossier: Dossier) -> date:
    """Return the office's calendar day; raise Unknown where instant or zone is missing."""
    return day_of(sure(dossier.as_of), sure(sure(dossier.office).tz))


def age(day: str | Missing, on: date) -> int:
    """Return a document's age in calendar days, -1 where it is dated later or does not exist."""
    return -1 if sure(day) in NO_DATE else calendar_days(date.fromisoformat(sure(day)), on)


@dataclass(frozen=True, slots=True)
class Common:
    """What the facts of all seats are computed from, looked up once."""

    as_of: datetime | Missing
    today: date | Missing
    applying: frozenset[str]
    required_lists: tuple[str, ...] | Missing
    actors: Mapping[str, Actor] | Missing
    parties: Mapping[str, Party] | Missing
    funders: Mapping[str, Funder] | Missing
    session_ends: datetime | Missing
    session_tz: str | Missing

    @classmethod
    def of(cls, dossier: Dossier) -> "Common":
        """Gather it from a dossier whose office and session have their facts."""
        return cls(
            as_of=dossier.as_of,
            today=attempt(lambda: today(dossier)),
            applying=nexus(dossier),
            required_lists=attempt(
                lambda: tuple(
                    each.ref
                    for each in sure(sure(dossier.office).lists)
                    if sure(sure(each.derived).required)
                )
            ),
            actors=attempt(lambda: {a.ref: a for a in sure(sure(dossier.initiative).actors)}),
            parties=attempt(lambda: {p.ref: p for p in sure(sure(dossier.initiative).parties)}),
            funders=attempt(lambda: {f.ref: f for f in sure(sure(dossier.initiative).funders)}),
            session_ends=attempt(lambda: sure(sure(sure(dossier.session).derived).ends)),
            session_tz=attempt(lambda: sure(sure(dossier.session).tz)),
        )


def with_facts(seat: Seat, common: Common) -> Seat:
    """Return the seat with its facts, all but those of routing."""
    facts = _facts(seat, common)
    if isinstance(seat.support, Missing) or not seat.support:
        return changed(seat, derived=facts)
    lines = tuple(changed(line, derived=_line(line, common)) for line in seat.support)
    return changed(seat, derived=facts, support=lines)


def _facts(seat: Seat, common: Common) -> SeatFacts:
    listed = attempt(_listed, seat, common)
    return SeatFacts(
        screening_age_days=attempt(_screening_age, seat, common),
        unsearched_lists=attempt(_unsearched, seat, common),
        undetermined_actors=attempt(_undetermined, seat, common),
        listed_regimes=listed,
        effective_regimes=listed if isinstance(listed, Missing) else _effective(listed, common),
        consent_until=attempt(_consent_until, seat),
        stay_until=attempt(_stay_until, seat, common),
        consent_months=attempt(_consent_months, seat),
        coi_age_days=attempt(_coi_age, seat, common),
        # Who is not listed and given nothing has no routes; routes.py fills in the others.
        unrouted=(),
        uses=(),
        memo_needed=False,
        bans=(),
    )


def _screening_age(seat: Seat, common: Common) -> int:
    return started_days(sure(seat.screening.at), sure(common.as_of))


def _coi_age(seat: Seat, common: Common) -> int:
    return age(seat.coi.at, sure(common.today))


def _unsearched(seat: Seat, common: Common) -> tuple[str, ...]:
    searched = sure(seat.screening.lists)
    return tuple([ref for ref in sure(common.required_lists) if ref not in searched])


def _undetermined(seat: Seat, common: Common) -> tuple[str, ...]:
    determined = {d.ref for d in sure(seat.determinations)}
    through_party, found = _party_actors(seat, common), []
    for ref in dict.fromkeys((sure(seat.affiliation), *through_party)):
        actor = sure(common.actors).get(ref)
        tied = ref in through_party if actor is None else bool(sure(actor.listings))
        if tied and ref not in determined:
            found.append(ref)
    return tuple(found)


def _party_actors(seat: Seat, common: Common) -> tuple[str, ...]:
    if sure(seat.party) == "none":
        return ()
    party = sure(common.parties).get(sure(seat.party))
    if party is None:  # a party that is not recorded may have any actor behind it
        raise Unknown(f"participants.{seat.ref}.party")
    return sure(party.actors)


def _listed(seat: Seat, common: Common) -> tuple[str, ...]:
    regimes = {sure(listing.regime) for listing in sure(seat.listings)}
    for determination in sure(seat.determinations):
        actor = sure(common.actors).get(determination.ref)
        if actor is not None and sure(determination.basis) in BELONGS:
            regimes |= {sure(row.regime) for row in sure(actor.listings)}
    return tuple(sorted(regimes))


def _effective(regimes: tuple[str, ...], common: Common) -> tuple[str, ...]:
    # A regime that nobody knows cannot be called out of nexus.
    return tuple([r for r in regimes if r in common.applying or r not in REGIMES])


def _consent_until(seat: Seat) -> datetime:
    return day_end(date.fromisoformat(sure(seat.consent.expires)), sure(seat.consent.tz))


def _stay_until(seat: Seat, common: Common) -> datetime:
    ends = sure(common.session_ends)
    if sure(seat.travel_to) == "session":
        return ends
    way_home = day_end(date.fromisoformat(sure(seat.travel_to)), sure(common.session_tz))
    return max(ends, way_home)


def _consent_months(seat: Seat) -> int:
    consent = sure(seat.consent)
    given = day_of(sure(consent.given_at), sure(consent.tz))
    return months_to_hold(given, date.fromisoformat(sure(consent.expires)))


def _line(line: SupportLine, common: Common) -> LineFacts:
    return LineFacts(
        payer_known=attempt(
            lambda: sure(line.payer) == "own_funds" or sure(line.payer) in sure(common.funders)
        ),
        cost_barred=attempt(lambda: _cost_barred(line, common)),
    )


def _cost_barred(line: SupportLine, common: Common) -> bool:
    kind, payer = sure(line.type), sure(common.funders).get(sure(line.payer))
    if payer is None or kind not in sure(payer.ineligible_costs):
        return False
    return not any(
        sure(d.kind) == "cost" and sure(d.value) == kind for d in sure(payer.derogations)
    )
