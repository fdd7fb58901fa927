"""Matching: nothing equal is lost, every score can be derived again, bad queries are refused."""

import json
import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.entry import Document, Entry, ListedName, content_hash
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.lines import screen_line
from antechamber_compliance.screening.match import BadQuery, Query, Screened, match
from antechamber_compliance.screening.names import fold
from antechamber_compliance.screening.score import rescored

AT = Thresholds(review_score=85, near_score=75)


def entry(number: int, *names: str, schema: str = "Person", **more: Any) -> Entry:
    return Entry(f"E{number}", schema, tuple(map(ListedName, names)), **more)


ENTRIES = [
    entry(1, "Torvaneth Al Quillory", birth_dates=("1961",), countries=("ke",)),
    entry(2, "Torvaneth Quillory", birth_dates=("1990-05-01",), countries=("fr",)),
    entry(3, "Мирвен Остраков", documents=(Document("passport", "A-123 4567"),)),
    entry(4, "Reef Brigade of Kessari", schema="Organization", regimes=("HOST_LIST",)),
    Entry("E5", "Person", (ListedName("Umbressa Kolvenhaar"), ListedName("Umbressa", "weak"))),
    entry(6, "山田 花子"),
    entry(7, "Zelquine", schema="Vessel"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build([("made_up", ENTRIES)])


def ask(
    index: Index, name: str, schema: str = "Person", at: Thresholds = AT, **more: Any
) -> Screened:
    return match(index, Query("q", name, schema, **more), at)


def found(screened: Screened) -> list[str]:
    return [one.entry_id for one in screened.matches]


@pytest.mark.parametrize(
    ("name", "expected", "score"),
    [
        ("Torvaneth Quillory", "E2", 1.0),
        ("torvaneth  QUILLORY", "E2", 1.0),
        ("QUILLORY, Torvaneth", "E2", 0.99),
        ("Torvaneth Alquillory", "E1", 0.99),
        ("Mirven Ostrakov", "E3", 1.0),
        ("Мирвен Остраков", "E3", 1.0),
        ("山田花子", "E6", 0.99),
    ],
)
def test_the_same_name_scores_highest_in_any_script_and_order(
    index: Index, name: str, expected: str, score: float
) -> None:
    best = ask(index, name).matches[0]
    assert (best.entry_id, best.score, best.band) == (expected, score, "block")


@pytest.mark.parametrize(
    "name",
    [
        "Torvanet Quillory",
        "Torvaneht Quilory",
        "T. Quillory",
        "Torwaneth Qillory",
        "Torvaneth Maxim Quillory",
    ],
)
def test_a_name_that_is_not_equal_never_scores_one(index: Index, name: str) -> None:
    best = ask(index, name, at=Thresholds(85, 50)).matches[0]
    assert best.entry_id in {"E1", "E2"}
    assert best.score < 0.99


def test_a_stranger_is_clear(index: Index) -> None:
    assert ask(index, "Hannelore Bergquist") == Screened("clear", ())


def test_an_organisation_is_not_compared_with_people_unless_the_name_is_the_same(
    index: Index,
) -> None:
    assert ask(index, "Reef Brigade Kessari", "Organization").matches
    assert not ask(index, "Reef Brigade Kessari", "Person").matches
    assert found(ask(index, "Reef Brigade of Kessari", "Person")) == ["E4"]
    assert found(ask(index, "Zelquine", "Person")) == ["E7"]


def test_the_listing_brings_its_regimes_and_its_content_hash(index: Index) -> None:
    best = ask(index, "Reef Brigade of Kessari", "Organization").matches[0]
    assert best.regimes == ("HOST_LIST",)
    assert best.content_hash == content_hash(ENTRIES[3])


def test_regimes_come_from_the_table_that_the_caller_gives() -> None:
    index = Index.build([("un_sc", ENTRIES)], lambda list_id, _: (list_id.upper(),))
    assert ask(index, "Zelquine").matches[0].regimes == ("UN_SC",)


def test_a_weak_alias_that_many_may_share_is_shown_without_blocking(index: Index) -> None:
    screened = ask(index, "Umbressa")
    assert (screened.band, found(screened)) == ("review", ["E5"])


def test_a_birth_date_that_agrees_turns_a_near_name_into_a_block(index: Index) -> None:
    at = Thresholds(review_score=98, near_score=60)
    assert ask(index, "Torvanet Quilory", at=at).band == "review"
    agreed = ask(index, "Torvanet Quilory", at=at, birth_date="1990-05-01")
    assert agreed.band == "block"
    assert agreed.matches[0].corroborated


def test_a_birth_date_that_conflicts_lowers_the_band_and_never_clears(index: Index) -> None:
    screened = ask(index, "Torvaneth Quillory", birth_date="1931")
    assert screened.band == "review"
    assert screened.matches[0].explanation["adjusted"] == "birth_date_conflicts"
    assert screened.matches[0].score == 0.84


def test_an_equal_document_number_blocks_under_any_name(index: Index) -> None:
    screened = ask(index, "Hannelore Bergquist", documents=("a1234567",))
    assert (screened.band, found(screened)) == ("block", ["E3"])
    assert ask(index, "Hannelore Bergquist", documents=("123",)).band == "clear"


def test_a_country_in_common_sorts_but_does_not_score() -> None:
    twins = [
        entry(1, "Torvaneth Quillory", countries=("ke",)),
        entry(2, "Torvaneth Quillory", countries=("fr",)),
    ]
    index = Index.build([("made_up", twins)])
    assert found(ask(index, "Torvaneth Quillory", countries=("ke",))) == ["E1", "E2"]
    assert found(ask(index, "Torvaneth Quillory", countries=("fr",))) == ["E2", "E1"]
    assert {one.score for one in ask(index, "Torvaneth Quillory").matches} == {1.0}


LETTERS = st.text("abcdefghilmnorstu", min_size=1, max_size=9)
NAMES = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)  # the first comparison of a process loads what the others reuse
@given(st.lists(NAMES, min_size=1, max_size=25), st.data())
def test_no_listed_name_is_ever_lost_whatever_else_is_listed(
    names: list[str], data: st.DataObject
) -> None:
    index = Index.build([("made_up", [entry(n, name) for n, name in enumerate(names)])])
    number = data.draw(st.integers(0, len(names) - 1))
    words = data.draw(st.permutations(names[number].split()))
    screened = ask(index, " ".join(words).upper())
    same = {f"E{n}" for n, name in enumerate(names) if sorted(fold(name)) == sorted(words)}
    assert screened.band == "block"
    assert set(found(screened)) >= same or len(screened.matches) == 10


@settings(deadline=None)  # the first comparison of a process loads what the others reuse
@given(st.lists(NAMES, min_size=1, max_size=15), NAMES)
def test_every_score_can_be_derived_again_from_its_explanation(names: list[str], name: str) -> None:
    index = Index.build([("made_up", [entry(n, one) for n, one in enumerate(names)])])
    for one in ask(index, name, at=Thresholds(85, 1)).matches:
        assert rescored(json.loads(json.dumps(one.explanation))) == one.score


@settings(deadline=None)  # the first comparison of a process loads what the others reuse
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_screened_or_refused_but_never_breaks(text: str) -> None:
    index = Index.build([("made_up", ENTRIES)])
    with suppress(BadQuery):
        assert ask(index, text).band in {"block", "review", "clear"}


def test_the_order_in_which_lists_are_read_changes_nothing() -> None:
    first = Index.build([("a", ENTRIES[:3]), ("b", ENTRIES[3:])])
    second = Index.build([("b", ENTRIES[3:]), ("a", ENTRIES[:3])])
    for name in ("Torvaneth Quillory", "Torvanet Kuilory", "Umbresa Kolvenhar", "T. Quillory"):
        assert ask(first, name, at=Thresholds(85, 40)) == ask(second, name, at=Thresholds(85, 40))


BASE = Query("q", "Torvaneth Quillory", "Person")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (replace(BASE, name=""), "letter or digit"),
        (replace(BASE, name=" .-'’ "), "letter or digit"),
        (replace(BASE, name="😀"), "letter or digit"),
        (replace(BASE, name="Torvaneth" * 112), "longer than 1000"),
        (replace(BASE, name="Torvaneth\x00Quillory"), "control characters"),
        (replace(BASE, name="Torvaneth\nQuillory"), "control characters"),
        (replace(BASE, name="Torvaneth \ud800"), "halves of characters"),
        (replace(BASE, schema="Vessel"), "schema"),
        (replace(BASE, birth_date="01.02.1961"), "birth_date"),
    ],
)
def test_a_query_that_cannot_be_screened_is_refused_without_repeating_the_name(
    index: Index, query: Query, reason: str
) -> None:
    with pytest.raises(BadQuery, match=reason) as caught:
        match(index, query, AT)
    assert "Torvaneth" not in str(caught.value)


def test_a_line_is_answered_with_plain_values(index: Index) -> None:
    record = {"id": "7", "name": "Quillory Torvaneth", "schema": "Person", "countries": ["FR"]}
    answer = screen_line(index, record, AT)
    assert list(answer) == ["id", "band", "matches"]
    assert (answer["id"], answer["band"]) == ("7", "block")
    matches = json.loads(json.dumps(answer))["matches"]
    assert set(matches[0]) == {"list", "entry_id", "score", "name", "explanation"}
    assert (matches[0]["list"], matches[0]["entry_id"]) == ("made_up", "E2")


LINE: dict[str, object] = {"id": "7", "name": "Torvaneth Quillory", "schema": "Person"}


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, "missing: id, name, schema"),
        ({**LINE, "birthdate": "1961"}, "field that is not one of"),
        ({**LINE, "name": 5}, "name must be text"),
        ({**LINE, "id": ""}, "id must have"),
        ({**LINE, "id": None}, "id must be text"),
        ({**LINE, "birth_date": 1961}, "birth_date must be text"),
        ({**LINE, "countries": "fr"}, "list of codes"),
        ({**LINE, "countries": ["France"]}, "list of codes"),
        ({**LINE, "schema": "Ship"}, "schema"),
    ],
)
def test_a_line_with_a_mistake_is_refused_rather_than_half_read(
    index: Index, record: dict[str, object], reason: str
) -> None:
    with pytest.raises(BadQuery, match=reason):
        screen_line(index, record, AT)


def test_a_birth_date_that_agrees_to_the_day_raises_a_name_that_is_not_the_same(
    index: Index,
) -> None:
    at = Thresholds(review_score=95, near_score=60)
    alone = ask(index, "Torvanet Quilory", at=at).matches[0]
    agreed = ask(index, "Torvanet Quilory", at=at, birth_date="1990-05-01").matches[0]
    assert alone.score < agreed.score < 0.99
    assert agreed.explanation["adjusted"] == "born_on_the_same_day"
    assert ask(index, "Torvanet Quilory", at=at, birth_date="1990").matches[0].score == alone.score


def test_a_name_in_two_scripts_is_found_by_either(index: Index) -> None:
    assert "E3" in found(ask(index, "Hannelore Bergquist / Мирвен Остраков"))


def test_an_entry_of_unknown_kind_is_compared_with_people_and_with_organisations() -> None:
    unknown = Index.build([("made_up", [entry(1, "Torvaneth Quillory", schema="LegalEntity")])])
    assert found(ask(unknown, "Torvanet Quillory")) == ["E1"]
    assert found(ask(unknown, "Torvanet Quillory", "Organization")) == ["E1"]


HOSTILE = {
    "one word over and over": "mohammed " * 111,
    "the commonest particles": "al " * 333,
    "arabic over and over": "محمد " * 190,
    "one long word": "a" * 1000,
    "a ligature of eighteen letters": "ﷺ" * 55,
    "single letters": "a b c d e f g " * 71,
    "han": "王" * 1000,
    "many names in many scripts": "Mohammed Ali / محمد علي / Мохаммед / 王小明 / 김영철 / " * 18,
    "every initial": "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 2,
    "words of many readings": "قجغث جججج غغغغ ففففث בגזכפצש פששפגב " * 28,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_name_however_made_takes_long(real_index: Index, name: str) -> None:
    """The goal is 50 ms of processor time; twice that here, because test machines are shared."""
    taken = []
    for _ in range(4):
        start = time.thread_time()
        ask(real_index, name[:1000])
        taken.append(time.thread_time() - start)
    assert min(taken) < 0.1
