"""What RULES.md says of listed persons, worked out again from the four tables alone.

A second reader of the same tables, small and slow, that shares no code with the product: it
takes an engagement as plain JSON in which people have listings of their own, all in nexus.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from engagements import POLICIES, Json

STRICTEST = ("deny", "licence", "approve_record", "exempt_record")
RELYING = ("licence", "exempt_record")


@dataclass(frozen=True)
class Answer:
    """What one person meets: routes by support type and regime, findings as RULE/code."""

    routes: dict[str, dict[str, str]]
    findings: frozenset[str]


@dataclass(frozen=True)
class Use:
    """One line of one person under one regime; `drawn` is what it draws on, '' for nothing."""

    line: Json
    regime: str
    row: Json
    route: str
    attached: tuple[str, ...]
    flaws: tuple[str, ...]
    drawn: str


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one of the tables."""
    with (POLICIES / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


@cache
def matrix() -> dict[tuple[str, str], dict[str, str]]:
    """The rows of the support matrix, by regime and support type."""
    return {(row["regime"], row["support_type"]): row for row in table("support_matrix")}


@cache
def instruments() -> dict[str, dict[str, str]]:
    """The rows of the exemptions, by id."""
    return {row["id"]: row for row in table("exemptions")}


def answers(raw: Json) -> dict[str, Answer]:
    """Work out what each listed person of an engagement meets."""
    uses = {ref: tuple(_uses(ref, raw)) for ref, s in raw["participants"].items() if s["listings"]}
    totals: Counter[str] = Counter()
    for use in (use for each in uses.values() for use in each if use.drawn):
        totals[use.drawn] += use.line["amount"]
    on_file = raw["initiative"]["authorisations"]
    over = {
        ref
        for ref, a in on_file.items()
        if a["cap"] != "none" and a["drawn"] + totals[ref] > a["cap"]
    }
    return {
        ref: Answer(_routes(each), frozenset(_findings(ref, each, over, raw)))
        for ref, each in uses.items()
    }


def _uses(ref: str, raw: Json) -> Iterator[Use]:
    seat, session = raw["participants"][ref], raw["session"]
    for line in _lines(seat, session):
        for regime in sorted({row["regime"] for row in seat["listings"].values()}):
            row = matrix()[regime, line["type"]]
            route = row["public_session_route"] if session["public"] else row["route"]
            attached: tuple[str, ...] = ()
            if route in RELYING:
                attached = _attached(line["auth"], regime, raw)
            failed = {each: _flaw(each, ref, line, regime, raw) for each in attached}
            drawn = next((each for each, flaw in failed.items() if not flaw), "")
            flaws = () if drawn else tuple(failed.values())
            yield Use(line, regime, row, route, attached, flaws, drawn)


def _lines(seat: Json, session: Json) -> Iterator[Json]:
    yield from seat["support"].values()
    met = {"always", seat["mode"]}  # nobody here uses interpretation
    if session["catering"] and seat["mode"] == "in_person":
        met.add("catering_and_in_person")
    for row in table("formats"):
        if row["format"] == session["format"] and row["when"] in met:
            yield {"type": row["support_type"], "amount": 0, "currency": None,
                   "activity": "dialogue", "auth": seat["implied_auth"]}  # fmt: skip


def _attached(refs: list[str], regime: str, raw: Json) -> tuple[str, ...]:
    on_file = raw["initiative"]["authorisations"]
    return tuple(r for r in dict.fromkeys(refs) if r in on_file and on_file[r]["regime"] == regime)


def _flaw(auth: str, ref: str, line: Json, regime: str, raw: Json) -> str:
    """Return the first test of PRO-07 that fails, but for the cap."""
    held = raw["initiative"]["authorisations"][auth]
    starts, ends = _window(line["type"], raw["participants"][ref], raw["session"])
    priced = held["cap"] != "none" and line["currency"] is not None
    tests = {
        "status": held["status"] == "granted",
        "support_type": line["type"] in held["types"],
        "instrument": _carries(held, line, regime),
        "person": not {ref, "any"}.isdisjoint(held["persons"]),
        "territory": not {raw["session"]["country"], "any"}.isdisjoint(held["territory"]),
        "activity": not {line["activity"], "any"}.isdisjoint(held["activity"]),
        "actor": held["actor_eligible"],
        "not_yet_valid": _begins(held["valid_from"], held["tz"]) <= starts,
        "expired": held["valid_to"] == "none" or _over(held["valid_to"], held["tz"]) >= ends,
        "currency": not priced or held["currency"] == line["currency"],
    }
    return next((name for name, passed in tests.items() if not passed), "")


def _carries(held: Json, line: Json, regime: str) -> bool:
    row = instruments().get(held["instrument"])
    if row is None or regime not in row["regimes"].split("|"):
        return False
    limits = ((row["activities"], line["activity"]), (row["support_types"], line["type"]))
    for limit, word in limits:
        if limit not in ("any", "per_authorisation") and word not in limit.split("|"):
            return False
    return not (row["end"] == "verify" and held["valid_to"] == "none")


def _window(kind: str, seat: Json, session: Json) -> tuple[datetime, datetime]:
    span = next(row["window"] for row in table("support_types") if row["support_type"] == kind)
    starts, ends = (_local(session[name], session["tz"]) for name in ("start", "end"))
    if span == "travel" and seat["travel_from"] != "session":
        starts = _begins(seat["travel_from"], session["tz"])
    if span == "travel" and seat["travel_to"] != "session":
        ends = _over(seat["travel_to"], session["tz"])
    return starts, ends


def _local(moment: str, tz: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(tz)).astimezone(UTC)


def _begins(day: str, tz: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), ZoneInfo(tz)).astimezone(UTC)


def _over(day: str, tz: str) -> datetime:
    return _begins((date.fromisoformat(day) + timedelta(days=1)).isoformat(), tz)


def _routes(uses: tuple[Use, ...]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for use in uses:
        found.setdefault(use.line["type"], {})[use.regime] = use.route
    return found


def _findings(ref: str, uses: tuple[Use, ...], over: set[str], raw: Json) -> Iterator[str]:
    seat, on_file = raw["participants"][ref], raw["initiative"]["authorisations"]
    yield "PRO-06/contact_memo" if any(_memo(use, seat) for use in uses) else "PRO-06/contact"
    for use in uses:
        if use.route == "deny":
            yield "PRO-04/prohibited"
        if use.route in RELYING and not use.attached:
            yield "PRO-05/no_authorisation" if use.route == "licence" else "PRO-08/no_record"
        yield from (f"PRO-07/{flaw}" for flaw in use.flaws)
        if use.drawn in over:
            yield "PRO-07/cap"
        elif use.drawn:
            if on_file[use.drawn]["record"] == "none":
                yield "PRO-08/no_record"
            if on_file[use.drawn]["earlier_report"] == "overdue":
                yield "PRO-08/overdue_report"
    yield from _travel(ref, raw)


def _memo(use: Use, seat: Json) -> bool:
    if use.route == "deny":
        return False
    since = use.row["occasions_memo_from"]
    often = since != "" and int(since) <= seat["earlier_occasions"] + 1
    return bool(use.row["counsel_memo"] == "1" or often)


def _travel(ref: str, raw: Json) -> Iterator[str]:
    seat = raw["participants"][ref]
    if seat["mode"] != "in_person" or not seat["crosses_border"]:
        return
    for regime in {row["regime"] for row in seat["listings"].values() if row["travel_ban"]}:
        claimed = _attached(seat["travel_exemptions"], regime, raw)
        if not claimed:
            yield "PRO-09/no_exemption"
        elif not any(_lifts(each, ref, regime, raw) for each in claimed):
            yield "PRO-09/not_covering"


def _lifts(auth: str, ref: str, regime: str, raw: Json) -> bool:
    held = raw["initiative"]["authorisations"][auth]
    row = instruments().get(held["instrument"], {})
    starts, ends = _window("travel", raw["participants"][ref], raw["session"])
    return bool(
        held["lifts_travel_ban"]
        and row.get("lifts_travel_ban") == "yes"
        and regime in row["regimes"].split("|")
        and held["status"] == "granted"
        and not {ref, "any"}.isdisjoint(held["persons"])
        and not {raw["session"]["country"], "any"}.isdisjoint(held["territory"])
        and _begins(held["valid_from"], held["tz"]) <= starts
        and (held["valid_to"] == "none" or _over(held["valid_to"], held["tz"]) >= ends)
    )


def strictest(routes: dict[str, str]) -> str:
    """Return the strictest route of a line over its regimes."""
    return min(routes.values(), key=STRICTEST.index)
