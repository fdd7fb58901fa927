"""Matching from outside: what is searched, what is returned, what is refused, what is kept."""

from itertools import count
from typing import Any

import pytest

from antechamber.matching import service
from antechamber.matching.ftm import asked
from antechamber.matching.service import Narrowed, TooMuchAtOnce
from antechamber.screening.index import Indexes, ListIndex
from antechamber.screening.lists import kept
from antechamber.work import Everywhere
from antechamber_compliance.dossier.vocabulary import ROLES
from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.index import Index
from outsiders import Desk, Match, results

ORVANE = "uk_sanctions:UKD-0001"
AT = Thresholds(review_score=85, near_score=75)
EVERYWHERE = Narrowed(frozenset({"uk_sanctions", "eu_fsf"}), cutoff=0.5)


@pytest.fixture(scope="module")
def index(desk: Desk) -> ListIndex:
    with desk.office.reading(Everywhere("test")) as work:
        return Indexes().current(work)


def ids(reply: Any, key: str = "q") -> list[str]:
    return [each["id"] for each in results(reply, key)]


def test_each_query_of_a_batch_is_answered_under_its_key(match: Match) -> None:
    listed = {"schema": "Person", "properties": {"name": "Idris Orvane"}}
    nobody = {"schema": "Person", "properties": {"name": ["Velasca Thornmarrow"]}}
    reply = match(queries={"a/ключ": listed, "b": nobody})
    assert (ids(reply, "a/ключ"), ids(reply, "b")) == ([ORVANE], [])


def test_an_alias_a_birth_date_and_another_name_each_count_for_the_one_person(
    match: Match,
) -> None:
    (by_alias,) = results(match(name=["Velasca Thornmarrow"], alias=["Idriss Kalman Orvane"]))
    assert (by_alias["id"], by_alias["score"]) == (ORVANE, 1.0)
    (best_of_two,) = results(match(name=["Idris Orvane", "Idriss Kalman Orvane"]))
    assert best_of_two["score"] == 1.0
    (agrees,) = results(match(name="Idriss Kalman Orvane", birthDate="1961"))
    (conflicts,) = results(match(name="Idriss Kalman Orvane", birthDate="1990"))
    assert agrees["features"]["birth_date"] == 1.0
    assert conflicts["features"]["birth_date"] == -1.0
    assert conflicts["score"] < agrees["score"]


@pytest.mark.parametrize(
    ("name", "schema"), [("Idris Kalmen Orvan", "Person"), ("Ninth Kairn Colum", "Organization")]
)
def test_a_legal_entity_is_asked_as_a_person_and_as_a_body(
    match: Match, name: str, schema: str
) -> None:
    (alone,), (either,) = (
        results(match(schema, name=name)),
        results(match("LegalEntity", name=name)),
    )
    assert either == alone
    assert alone["score"] < 0.99


def test_a_dataset_is_a_list_and_default_is_all_of_them(match: Match, desk: Desk) -> None:
    with desk.office.reading(Everywhere("test")) as work:
        known = set(kept(work))
    assert {each["name"] for each in desk.get("/catalog").json()["datasets"]} == known | {"default"}
    name = "Idriss Kalman Orvane"
    assert ids(match(name=name, dataset="uk_sanctions")) == [ORVANE]
    assert ids(match(name=name, dataset="un_sc")) == []
    assert ids(match(name=name, dataset="un_sc", params={"include_dataset": "default"})) == [ORVANE]
    for left_out in (
        {"exclude_dataset": "uk_sanctions"},
        {"exclude_schema": "Person"},
        {"exclude_entity_ids": ORVANE},
    ):
        assert ids(match(name=name, params=left_out)) == []
    for params in ({"include_dataset": "nowhere"}, {"exclude_dataset": "nowhere"}):
        assert match(name=name, params=params).status_code == 404


def test_threshold_sets_the_flag_cutoff_what_is_returned_and_neither_the_score(
    match: Match,
) -> None:
    name = "Idris Orvane"
    (usual,) = results(match(name=name))
    score = usual["score"]
    assert 0.5 < score < 1
    (strict,) = results(match(name=name, params={"threshold": 1}))
    assert (usual["match"], strict["match"], strict["score"]) == (score >= 0.75, False, score)
    (just,) = results(match(name=name, params={"threshold": score, "cutoff": score}))
    assert (just["match"], just["score"]) == (True, score)
    (lenient,) = results(match(name=name, params={"cutoff": 0, "threshold": 0}))[:1]
    assert (lenient["match"], lenient["score"]) == (True, score)
    above = {"cutoff": score + 0.001, "threshold": 1}
    assert results(match(name=name, params=above)) == []
    # A cutoff above the threshold would hide matches: it ends there.
    assert ids(match(name=name, params={"cutoff": 1, "threshold": score})) == [ORVANE]


def test_limit_cuts_the_results_and_the_total_still_counts_them(match: Match) -> None:
    wide = {"cutoff": 0, "threshold": 0}
    whole = match("Organization", name="Wardens", params={**wide, "limit": 500})
    assert len(results(whole)) > 1
    one = match("Organization", name="Wardens", params={**wide, "limit": 1})
    assert results(one) == results(whole)[:1]
    total = one.json()["responses"]["q"]["total"]["value"]
    assert (one.json()["limit"], total) == (1, len(results(whole)))
    scores = [each["score"] for each in results(whole)]
    assert scores == sorted(scores, reverse=True)


def test_the_same_name_is_a_match_wherever_the_office_draws_the_line_and_the_cutoff() -> None:
    names = (ListedName("Merrin Aldous Vandoral"), ListedName("Quillon", "weak"))
    listed = Entry("E-1", "Person", names, birth_dates=("1961",))
    index = ListIndex(Index.build([("un_sc", [listed])]), {"un_sc": "1"})
    wanted = Narrowed(frozenset({"un_sc"}), cutoff=0.5)
    strict = Thresholds(review_score=95, near_score=85)
    for example in ({"name": "Quillon"}, {"name": "Merrin Aldous Vandoral", "birthDate": "1999"}):
        ((found,),) = service.matches(index, [asked("Person", example)], strict, wanted)
        assert 0.85 <= found.score < 0.95


@pytest.mark.parametrize(
    ("properties", "says"),
    [
        ({}, "no letter or digit"),
        ({"name": ""}, "no letter or digit"),
        ({"name": [], "alias": []}, "no letter or digit"),
        ({"name": "!?..."}, "no letter or digit"),
        ({"name": "\U0001f54a\u200f"}, "no letter or digit"),
        ({"passportNumber": "QX100200"}, "no letter or digit"),
        ({"name": ["Merrin Vandoral", "--"]}, "no letter or digit"),
        ({"name": "Merrin\x07Vandoral"}, "control characters"),
        ({"name": "Merrin Vandoral", "birthDate": "1961-02-30"}, "birth_date"),
        ({"name": "Merrin Vandoral", "birthDate": ["1961", "quillon"]}, "birth_date"),
    ],
)
def test_one_query_that_cannot_be_answered_refuses_the_batch_by_its_place(
    match: Match, properties: dict[str, Any], says: str
) -> None:
    good = {"schema": "Person", "properties": {"name": "Idris Orvane"}}
    bad = {"schema": "Person", "properties": properties}
    reply = match(queries={"first": good, "quillon": bad})
    assert (reply.status_code, reply.json()["type"]) == (400, "/problems/bad-example")
    assert reply.json()["detail"].startswith("Query 2 of the batch: ")
    assert says in reply.json()["detail"]
    for secret in ("Merrin", "quillon", "QX100200"):
        assert secret not in reply.text


@pytest.mark.parametrize(
    "queries",
    [
        {str(n): {"schema": "Person", "properties": {"name": "A B"}} for n in range(101)},
        {"q": {"schema": "Vessel", "properties": {"name": "Quillon"}}},
        {"q": {"schema": "Person", "properties": {"name": "Quillon " * 1250}}},
        {"q": {"schema": "Person", "properties": {"name": ["Quillon"] * 21}}},
        {"q": {"schema": "Person", "properties": {"name": {"quillon": 1}}}},
        {"q": {"schema": "Person", "properties": {"name": "Quillon"}, "quillon": 1}},
    ],
    ids=["queries", "schema", "long", "many", "type", "member"],
)
def test_a_batch_out_of_bounds_is_refused_without_an_echo(
    match: Match, queries: dict[str, Any]
) -> None:
    reply = match(queries=queries)
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/invalid-request")
    assert "uillon" not in reply.text


@pytest.mark.parametrize(
    "params",
    [
        {"limit": 0},
        {"limit": 501},
        {"threshold": 1.5},
        {"cutoff": "nan"},
        {"algorithm": "logic-v2"},
        {"topics": "sanction"},
        {"changed_since": "2026-01-01"},
    ],
)
def test_a_parameter_that_cannot_be_honoured_is_refused_not_passed_over(
    match: Match, params: dict[str, Any]
) -> None:
    assert match(name="Idris Orvane", params=params).status_code == 422


@pytest.mark.parametrize(
    "name",
    [
        "Идрисс Калман Орване",
        "\u202bIdriss\u200f Kalman Orvane\u202c",
        "Idriss Kalman Orvane \U0001f54a",
        "Idriss Каlman Orvane",
    ],
    ids=["cyrillic", "marks", "emoji", "mixed"],
)
def test_other_scripts_marks_and_emoji_hide_nobody(match: Match, name: str) -> None:
    assert ORVANE in ids(match(name=name))


def test_countries_that_nobody_knows_change_nothing(match: Match) -> None:
    plain = results(match(name="Idriss Kalman Orvane"))
    assert results(match(name="Idriss Kalman Orvane", nationality=["zz", "Ruritania"])) == plain


def test_a_batch_that_takes_too_long_is_answered_by_no_half(index: ListIndex) -> None:
    batch = [asked("Person", {"name": "Idris Orvane"})] * 3
    assert len(service.matches(index, batch, AT, EVERYWHERE)) == 3
    clock = count(step=service.SECONDS)
    with pytest.raises(TooMuchAtOnce):
        service.matches(index, batch, AT, EVERYWHERE, lambda: next(clock))


@pytest.mark.parametrize("role", ROLES)
def test_compliance_and_integrators_match_and_nobody_else(
    desk: Desk, match: Match, role: str
) -> None:
    wanted = 200 if role in ("compliance", "integrator") else 403
    assert match(name="Idris Orvane", role=role).status_code == wanted
    for path in ("/catalog", "/algorithms", f"/entities/{ORVANE}"):
        assert desk.get(path, role).status_code == wanted


def test_an_office_without_lists_refuses_and_never_answers_clear(bare: Desk) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": {"name": "Idris Orvane"}}}}
    reply = bare.client.post("/match/default", json=body, headers=bare.bearer())
    assert (reply.status_code, reply.json()["type"]) == (409, "/problems/no-lists")
    assert bare.get("/catalog").json()["datasets"] == []
