"""Routing, exhaustively: every combination agrees with a second reader of the tables.

13 regimes x 17 support types x 10 formats x 2 modes x public or not x 16 states of the
authorisation = 141,440 combinations, each a seat of its own, many seats to a session.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.dossier import Received, receive
from antechamber_compliance.dossier.vocabulary import FORMATS, REGIMES, Format
from antechamber_compliance.engine import weigh
from antechamber_compliance.missing import sure
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.verdict import Verdict
from engagements import Json, engagement, recounted, rulebook
from listed import given as given_to_p5
from listed import licence, line
from tables_alone import Answer, answers, instruments, strictest, table

TYPES = tuple(row["support_type"] for row in table("support_types"))
AUTHS, SHARED = ("A", "B", "C"), ("EU_CT_931", "US_SDGT")
LICENSED = ("travel", "lodging", "equipment", "facilitation", "meals")
MODES = ("in_person", "remote")
ROUTING = {f"PRO-{n:02}" for n in range(4, 10)}
# The journey lasts from 30 November to 3 December, the session from 1 to 2 December.
STATES: dict[str, Json] = {
    "none attached": {},
    "holds to its last euro": {"cap": 200},  # of the two modes, each draws a hundred
    "status": {"status": "applied"},
    "support_type": {"types": ["unheard_of"]},
    "instrument": {"instrument": "X-UNHEARD-OF"},
    "person": {"persons": ["somebody"]},
    "territory": {"territory": ["QNZ"]},
    "activity": {"activity": ["football"]},
    "actor": {"actor_eligible": False},
    "not_yet_valid for a journey": {"valid_from": "2026-12-01"},
    "expired": {"valid_to": "2026-12-01"},
    "currency": {"cap": 100_000, "currency": "USD"},
    "cap": {"cap": 99},
    "record none": {"record": "none"},
    "report overdue": {"earlier_report": "overdue"},
    "standing exemption": {"valid_to": "none"},
}
MORE_STATES = STATES | {
    "not_yet_valid": {"valid_from": "2026-12-02"},
    "expired for a journey": {"valid_to": "2026-12-02"},
    "no end": {"valid_to": "none"},
    "small": {"cap": 80},
    "of another regime": {"regime": "unheard_of"},
}
CHUNKS = (TYPES[:6], TYPES[6:12], TYPES[12:])  # a hundred authorisations to a session at most


@cache
def routing_rules() -> Rulebook:
    """The rules that read routes, without the others."""
    return replace(rulebook(), rules=tuple(r for r in rulebook().rules if r.id in ROUTING))


def instrument(regime: str, kind: str, state: str) -> tuple[str, str]:
    """The instrument of a regime that carries this kind of support best, and what it is for."""
    rows = [row for row in instruments().values() if regime in row["regimes"].split("|")]
    if state == "standing exemption":
        rows = [row for row in rows if row["end"] == "open"] or rows

    def words(row: Json, limit: str, wanted: str) -> list[str]:
        return [wanted] if row[limit] in ("any", "per_authorisation") else row[limit].split("|")

    fits = [row for row in rows if kind in words(row, "support_types", kind)] or rows
    activities = {row["id"]: words(row, "activities", "dialogue") for row in fits}
    best = next((each for each, known in activities.items() if "dialogue" in known), fits[0]["id"])
    return best, "dialogue" if "dialogue" in activities[best] else activities[best][0]


def engagement_of(regime: str, kinds: tuple[str, ...]) -> Json:
    """A session in which each seat is one combination, named kind.state.mode."""
    raw = engagement()
    person = raw["participants"]["P5"] | {"travel_from": "2026-11-30", "travel_to": "2026-12-03"}
    raw["participants"], on_file = {}, raw["initiative"]["authorisations"]
    for number, (kind, state) in enumerate(product(kinds, STATES)):
        found, activity = instrument(regime, kind, state)
        auth = f"{kind}.{state}"
        held: Json = {"regime": regime, "types": list(TYPES), "instrument": found}
        on_file[auth] = licence(**held | STATES[state], lifts_travel_ban=True)
        refs = [] if state == "none attached" else [auth]
        for mode in MODES:
            raw["participants"][f"{auth}.{mode}"] = person | {
                "mode": mode,
                "listings": {"a": {"regime": regime, "travel_ban": True}},
                "support": {"a": line(kind, *refs, activity=activity)},
                "implied_auth": refs,
                "travel_exemptions": refs,
                "earlier_occasions": number % 3,
            }
    return recounted(raw)


def found(verdict: Verdict) -> dict[str, Answer]:
    """What the product says of each person, in the words of the second reader."""
    findings: dict[str, set[str]] = {ref: set() for ref in verdict.routes}
    for each in verdict.findings:
        if each.rule in ROUTING:
            findings[each.subject].add(each.name)
    routes = verdict.routes.items()
    for shown in (each for _, kinds in routes for each in kinds.values()):
        assert shown.strictest == strictest(dict(shown.regimes))
    return {
        ref: Answer({k: dict(s.regimes) for k, s in kinds.items()}, frozenset(findings[ref]))
        for ref, kinds in routes
    }


def sessions(received: Received) -> Iterator[tuple[Received, Json]]:
    """The same people in every format, in private and in public."""
    session = sure(received.dossier.session)
    for format_, public in product(get_args(Format), (False, True)):
        changed = replace(session, format=format_, public=public)
        dossier = replace(received.dossier, session=changed)
        yield replace(received, dossier=dossier), {"format": format_, "public": public}


@pytest.mark.parametrize("regime", REGIMES)
def test_every_combination_is_routed_as_a_second_reader_of_the_tables_does(
    regime: str,
) -> None:
    compared = 0
    for kinds in CHUNKS:
        raw = engagement_of(regime, kinds)
        for received, session in sessions(receive(raw)):
            raw["session"] |= session
            expected = answers(raw)
            assert found(weigh(received, routing_rules())) == expected
            compared += len(expected)
    assert compared == 141_440 // len(REGIMES)


def test_every_answer_that_routing_can_give_is_among_the_combinations() -> None:
    given = set()
    for regime in REGIMES:
        for kinds in CHUNKS:
            raw = engagement_of(regime, kinds)
            given |= {name for answer in answers(raw).values() for name in answer.findings}
    known = {
        f"{r.id}/{q.code}" for r in rulebook().rules if r.id in ROUTING for q in r.requirements
    }
    assert given == known - {"PRO-04/unknown_route"}


@st.composite
def entangled(draw: st.DrawFn) -> Json:
    """Two people under several regimes whose lines share authorisations, caps included."""
    raw = engagement()
    word = st.sampled_from
    for auth in AUTHS:
        regime, state = draw(st.tuples(word(SHARED), word(list(MORE_STATES))))
        found, _ = instrument(regime, "travel", state)
        held: Json = {"regime": regime, "types": list(TYPES), "instrument": found}
        held |= MORE_STATES[state] | {"drawn": draw(word((0, 50)))}
        raw["initiative"]["authorisations"][auth] = licence(**held)
    refs = st.lists(word((*AUTHS, "GONE")), max_size=3)
    for ref in ("P5", "P6"):
        regimes = draw(st.lists(word((*SHARED, "AU_CC")), min_size=1, unique=True))
        kinds = draw(st.lists(word(LICENSED), max_size=3))
        raw["participants"][ref] |= {
            "mode": draw(word(MODES)),
            "listings": {each: {"regime": each, "travel_ban": False} for each in regimes},
            "support": {f"l{n}": line(k, *draw(refs), amount=40) for n, k in enumerate(kinds)},
            "implied_auth": draw(refs),
        }
    raw["session"] |= {"format": draw(word(FORMATS)), "catering": draw(st.booleans())}
    return recounted(raw)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(raw=entangled())
def test_several_regimes_and_shared_authorisations_are_routed_as_by_the_second_reader(
    raw: Json,
) -> None:
    assert found(weigh(receive(raw), routing_rules())) == answers(raw)


def test_a_line_draws_on_the_first_authorisation_that_holds_in_the_order_it_names_them() -> None:
    def answer(*refs: str) -> Answer:
        raw = given_to_p5(line("travel", *refs), A=licence(), B=licence(record="none"))
        (own,) = found(weigh(receive(raw), routing_rules())).values()
        assert {"P5": own} == answers(raw)
        return own

    assert answer("B", "A").findings - answer("A", "B").findings == {"PRO-08/no_record"}
