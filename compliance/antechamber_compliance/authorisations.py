"""Which authorisation covers which use: the tests of PRO-07 in their order, and travel bans."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import Flaw
from antechamber_compliance.dossier.initiative import Authorisation
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.lines import Line
from antechamber_compliance.missing import Missing, attempt, sure
from antechamber_compliance.tables import Instrument, Tables
from antechamber_compliance.zones import day_end, day_start

ANY = "any"


@dataclass(frozen=True, slots=True)
class Use:
    """One line of one seat under one regime whose route relies on an authorisation."""

    seat: Seat
    line: Line
    regime: str
    attached: tuple[Authorisation, ...]


class OnFile:
    """The authorisations on file, looked up by reference."""

    def __init__(self, dossier: Dossier) -> None:
        self._by_ref = attempt(
            lambda: {each.ref: each for each in sure(sure(dossier.initiative).authorisations)}
        )

    def attached(self, refs: tuple[str, ...], regime: str) -> tuple[Authorisation, ...]:
        """Return those of a regime among these references, in order, each once."""
        if not refs:
            return ()
        by_ref = sure(self._by_ref)
        named = (by_ref[ref] for ref in dict.fromkeys(refs) if ref in by_ref)
        return tuple(each for each in named if sure(each.regime) == regime)


def draws_on(use: Use, dossier: Dossier, tables: Tables) -> Authorisation | None:
    """Return the first attached authorisation that holds but for its cap."""
    return next((a for a in use.attached if not flaw(a, use, dossier, tables)), None)


def flaw(
    authorisation: Authorisation, use: Use, dossier: Dossier, tables: Tables
) -> Flaw | Literal[""]:
    """Return the first test that an authorisation fails for a use, but for the cap, or nothing."""
    line = use.line
    if sure(authorisation.status) != "granted":
        return "status"
    if line.type not in sure(authorisation.types):
        return "support_type"
    instrument = tables.instruments.get(sure(authorisation.instrument))
    if instrument is None or not _serves(instrument, use, authorisation):
        return "instrument"
    if not _named(use.seat.ref, authorisation.persons):
        return "person"
    if not _named(sure(sure(dossier.session).country), authorisation.territory):
        return "territory"
    if not _named(sure(line.activity), authorisation.activity):
        return "activity"
    if not sure(authorisation.actor_eligible):
        return "actor"
    window = _window(use, dossier, tables)
    return _flaw_in_time(authorisation, window) or _flaw_in_money(authorisation, line)


def _serves(instrument: Instrument, use: Use, authorisation: Authorisation) -> bool:
    """Tell whether the instrument can carry what its authorisation is used for."""
    if use.regime not in instrument.regimes:
        return False
    if instrument.support_types is not None and use.line.type not in instrument.support_types:
        return False
    if instrument.activities is not None and sure(use.line.activity) not in instrument.activities:
        return False
    return not instrument.end_to_verify or sure(authorisation.valid_to) != "none"


def _named(name: str, names: tuple[str, ...] | Missing) -> bool:
    return name in sure(names) or ANY in sure(names)


def _flaw_in_time(
    authorisation: Authorisation, window: tuple[datetime, datetime]
) -> Literal["not_yet_valid", "expired", ""]:
    starts, ends = window
    tz = sure(authorisation.tz)
    if day_start(date.fromisoformat(sure(authorisation.valid_from)), tz) > starts:
        return "not_yet_valid"
    until = end_of(authorisation)
    return "expired" if until is not None and until < ends else ""


def end_of(authorisation: Authorisation) -> datetime | None:
    """Return the end of its last day in its own zone, None where it has no end."""
    last = sure(authorisation.valid_to)
    return None if last == "none" else day_end(date.fromisoformat(last), sure(authorisation.tz))


def _flaw_in_money(authorisation: Authorisation, line: Line) -> Literal["currency", ""]:
    if sure(authorisation.cap) == "none" or line.implied:  # nothing is paid for an implied line
        return ""
    return "" if sure(authorisation.currency) == sure(line.currency) else "currency"


def _window(use: Use, dossier: Dossier, tables: Tables) -> tuple[datetime, datetime]:
    if tables.windows[use.line.type] == "travel":
        return journey(use.seat, dossier)
    facts = sure(sure(dossier.session).derived)
    return sure(facts.starts), sure(facts.ends)


def journey(seat: Seat, dossier: Dossier) -> tuple[datetime, datetime]:
    """Return the first and the last instant of a journey; `session` is the session's own."""
    session = sure(dossier.session)
    facts, leaves, returns = sure(session.derived), sure(seat.travel_from), sure(seat.travel_to)
    return (
        sure(facts.starts)
        if leaves == "session"
        else day_start(date.fromisoformat(leaves), sure(session.tz)),
        sure(facts.ends)
        if returns == "session"
        else day_end(date.fromisoformat(returns), sure(session.tz)),
    )


def lifts(
    authorisation: Authorisation, regime: str, seat: Seat, dossier: Dossier, tables: Tables
) -> bool:
    """Tell whether an authorisation lifts a regime's travel ban for this person's whole journey."""
    instrument = tables.instruments.get(sure(authorisation.instrument))
    return (
        instrument is not None
        and instrument.lifts_travel_ban
        and regime in instrument.regimes
        and sure(authorisation.lifts_travel_ban)
        and sure(authorisation.status) == "granted"
        and _named(seat.ref, authorisation.persons)
        and _named(sure(sure(dossier.session).country), authorisation.territory)
        and not _flaw_in_time(authorisation, journey(seat, dossier))
    )
