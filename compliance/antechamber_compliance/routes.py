"""Routes for listed persons: each line of support, under each regime, as the tables say.

Only joins are made here; what follows from a route is written in the rules PRO-04 to PRO-09.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from antechamber_compliance.authorisations import OnFile, Use, draws_on, end_of, flaw, lifts
from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.facts import BanFacts, Flaw, SeatFacts, UseFacts, UseRoute
from antechamber_compliance.dossier.initiative import Authorisation
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.dossier.slots import changed
from antechamber_compliance.dossier.vocabulary import REGIMES
from antechamber_compliance.lines import Line, lines_of
from antechamber_compliance.missing import Missing, Unknown, attempt, sure
from antechamber_compliance.tables import Cell, Tables

RELYING = ("licence", "exempt_record")


@dataclass(frozen=True, slots=True)
class Way:
    """One line of one seat under one regime: the matrix's cell, None where it has none.

    `use` is set where the route relies on authorisations, and then `chosen` is the one that
    holds but for its cap, None where none does.
    """

    line: Line
    regime: str
    cell: Cell | None
    route: UseRoute
    use: Use | Missing | None = None
    chosen: Authorisation | Missing | None = None


Ways = tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What all ways are worked out in."""

    dossier: Dossier
    tables: Tables
    on_file: OnFile


def route(dossier: Dossier, tables: Tables) -> Dossier:
    """Fill in the routing facts of every seat, whose other facts are known already."""
    if isinstance(dossier.seats, Missing):
        return dossier
    concerned = [seat for seat in dossier.seats if _is_concerned(seat)]
    if not concerned:
        return dossier
    setting = Setting(dossier, tables, OnFile(dossier))
    ways = {seat.ref: _attempt_ways(seat, setting) for seat in concerned}
    drawn = Drawn(way for each in ways.values() if not isinstance(each, Missing) for way in each)
    seats = tuple(
        changed(seat, derived=_facts(seat, ways[seat.ref], drawn, setting))
        if seat.ref in ways
        else seat
        for seat in dossier.seats
    )
    return changed(dossier, seats=seats)


def _is_concerned(seat: Seat) -> bool:
    """Tell whether a seat is, or may be, listed or given something; nobody else has routes."""
    effective = sure(seat.derived).effective_regimes
    return (
        isinstance(effective, Missing)
        or isinstance(seat.support, Missing)
        or bool(effective or seat.support)
    )


def _attempt_ways(seat: Seat, setting: Setting) -> Ways | Missing:
    return attempt(lambda: tuple(_ways(seat, setting)))


def _facts(seat: Seat, ways: Ways | Missing, drawn: "Drawn", setting: Setting) -> SeatFacts:
    return changed(
        sure(seat.derived),
        unrouted=attempt(lambda: tuple(_unrouted(seat, setting.tables))),
        uses=attempt(lambda: tuple(_use(way, drawn, setting) for way in sure(ways))),
        memo_needed=attempt(lambda: any(_asks_for_memo(way, seat) for way in sure(ways))),
        bans=attempt(lambda: tuple(_bans(seat, setting))),
    )


def _unrouted(seat: Seat, tables: Tables) -> Iterator[str]:
    """Yield kinds of support and effective regimes that the matrix does not have."""
    kinds = (sure(line.type) for line in sure(seat.support))
    yield from sorted({kind for kind in kinds if kind not in tables.windows})
    regimes = sure(sure(seat.derived).effective_regimes)
    yield from (regime for regime in regimes if regime not in REGIMES)


def _ways(seat: Seat, setting: Setting) -> Iterator[Way]:
    regimes = sure(sure(seat.derived).effective_regimes)
    if not regimes:
        return
    dossier, tables = setting.dossier, setting.tables
    public = sure(sure(dossier.session).public)
    for line in lines_of(seat, dossier, tables):
        for regime in regimes:
            cell = tables.matrix.get((regime, line.type))
            if cell is None:
                yield Way(line, regime, None, "unknown")
                continue
            way = Way(line, regime, cell, cell.public_route if public else cell.route)
            yield _relying(way, seat, setting) if way.route in RELYING else way


def _relying(way: Way, seat: Seat, setting: Setting) -> Way:
    line, regime = way.line, way.regime
    use = attempt(
        lambda: Use(seat, line, regime, setting.on_file.attached(sure(line.auth), regime))
    )
    chosen = attempt(lambda: draws_on(sure(use), setting.dossier, setting.tables))
    return Way(line, regime, way.cell, way.route, use, chosen)


class Drawn:
    """What the lines of all seats together draw on each authorisation."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._totals: dict[str, int | Missing] = {}
        self._unknown: Missing | None = None  # a line may draw on any authorisation
        for way in ways:
            self._add(way)

    def _add(self, way: Way) -> None:
        if isinstance(way.use, Missing):
            self._unknown = way.use
        elif isinstance(way.chosen, Missing):
            attached = way.use.attached if way.use else ()
            self._totals |= {each.ref: way.chosen for each in attached}
        elif way.chosen is not None:
            before, amount = self._totals.get(way.chosen.ref, 0), way.line.amount
            if isinstance(before, int):
                total = amount if isinstance(amount, Missing) else before + amount
                self._totals[way.chosen.ref] = total

    def over(self, authorisation: Authorisation) -> bool:
        """Tell whether its cap is exceeded; raise Unknown where what is drawn is not known."""
        cap = authorisation.cap
        if isinstance(cap, Missing):
            raise Unknown(*cap.paths)
        if cap == "none":
            return False
        if self._unknown is not None:
            raise Unknown(*self._unknown.paths)
        return sure(authorisation.drawn) + sure(self._totals.get(authorisation.ref, 0)) > cap


def _use(way: Way, drawn: Drawn, setting: Setting) -> UseFacts:
    relies_on = attempt(lambda: _relies_on(way, drawn))
    return UseFacts(
        type=way.line.type,
        regime=way.regime,
        route=way.route,
        attached=attempt(lambda: len(sure(way.use).attached) if way.use is not None else 0),
        flaws=attempt(lambda: tuple(_flaws(way, drawn, setting))),
        relies_on=attempt(lambda: chosen.ref if (chosen := sure(relies_on)) else ""),
        record=attempt(lambda: sure(a.record) if (a := sure(relies_on)) else "nothing_relied_on"),
        earlier_report=attempt(
            lambda: sure(a.earlier_report) if (a := sure(relies_on)) else "nothing_relied_on"
        ),
    )


def _relies_on(way: Way, drawn: Drawn) -> Authorisation | None:
    chosen = sure(way.chosen)
    return None if chosen is None or drawn.over(chosen) else chosen


def _flaws(way: Way, drawn: Drawn, setting: Setting) -> list[Flaw]:
    """Return why nothing holds: the cap of what the line draws on, else each one's first flaw."""
    if way.use is None:
        return []
    chosen = sure(way.chosen)
    if chosen is not None:
        return ["cap"] if drawn.over(chosen) else []
    use = sure(way.use)
    found = {flaw(each, use, setting.dossier, setting.tables) for each in use.attached}
    return sorted(word for word in found if word)


def _asks_for_memo(way: Way, seat: Seat) -> bool:
    """Tell whether counsel's memo is asked for; where the matrix is silent, cautiously yes."""
    cell = way.cell
    if cell is None:
        return True
    if way.route == "deny":
        return False
    if cell.counsel_memo:
        return True
    return cell.memo_from is not None and cell.memo_from <= sure(seat.earlier_occasions) + 1


def _bans(seat: Seat, setting: Setting) -> Iterator[BanFacts]:
    effective = sure(sure(seat.derived).effective_regimes)
    # A ban binds the person's own listing, never one that a determination carries here.
    own = [listing for listing in sure(seat.listings) if sure(listing.regime) in effective]
    banning = sorted({sure(listing.regime) for listing in own if sure(listing.travel_ban)})
    if not banning or sure(seat.mode) != "in_person" or not sure(seat.crosses_border):
        return
    yield from (_ban(regime, seat, setting) for regime in banning)


def _ban(regime: str, seat: Seat, setting: Setting) -> BanFacts:
    claims = attempt(lambda: setting.on_file.attached(sure(seat.travel_exemptions), regime))
    return BanFacts(
        regime=regime,
        claimed=attempt(lambda: len(sure(claims))),
        lifted_by=attempt(lambda: _lifted_by(sure(claims), regime, seat, setting)),
    )


def _lifted_by(claims: Iterable[Authorisation], regime: str, seat: Seat, setting: Setting) -> str:
    """Return the claim that lifts the ban longest: in which order they are named is no matter."""
    lifting = [a for a in claims if lifts(a, regime, seat, setting.dossier, setting.tables)]
    if not lifting:
        return ""
    return max(lifting, key=lambda a: (end_of(a) is None, end_of(a), a.ref)).ref
