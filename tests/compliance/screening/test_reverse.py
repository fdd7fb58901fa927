"""Asking the other way round misses nobody whom a full screening would alert on."""

import gzip
import random
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.changes import changes
from antechamber_compliance.screening.entry import Document, Entry, ListedName, Quality
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.lists import drain
from antechamber_compliance.screening.match import Query, Screened, match_many
from antechamber_compliance.screening.reverse import Reverse

AT = Thresholds(review_score=85, near_score=75)
SHARED = Path(__file__).parents[4] / "shared" / "lists"

# Fictional names that share words, sounds, beginnings, particles and scripts.
WORDS = (
    "mohamed", "muhammad", "محمد", "abd", "al", "rahman", "abdurrahman", "ali", "alexander",
    "alex", "sasha", "sergej", "sergei", "сергей", "petrov", "petroff", "van", "der", "vandermeer",
    "kim", "jong", "jongil", "金", "正日", "j", "s", "orvane", "orvanne", "kalmen", "idris",
    "quintolow", "thenn", "ombrydde", "trading", "company", "ltd", "limited", "co", "holding",
)  # fmt: skip
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
numbers = st.lists(st.sampled_from(["QX100200", "AB 77123"]), max_size=1)
QUALITIES: tuple[Quality, ...] = ("strong", "weak")
schemas = st.sampled_from(["Person", "Organization"])


@st.composite
def entries(draw: st.DrawFn, prefix: str) -> list[Entry]:
    spelt = st.lists(
        st.builds(ListedName, names, st.sampled_from(QUALITIES)), min_size=1, max_size=3
    )
    found = draw(st.lists(st.tuples(schemas, spelt, numbers), max_size=8))
    return [
        Entry(
            entry_id=f"{prefix}{at}",
            schema=schema,
            names=tuple(spelt),
            documents=tuple(Document("passport", number) for number in carried),
        )
        for at, (schema, spelt, carried) in enumerate(found)
    ]


queries = st.builds(
    Query,
    id=st.just("q"),
    name=names,
    schema=schemas,
    documents=numbers.map(tuple),
)


def alerts(index: Index, asked: Sequence[Query]) -> set[tuple[int, tuple[str, str]]]:
    """Ask everybody about everything; return who alerts on which entry."""
    screened = (
        one for at in range(0, len(asked), 256) for one in _several(index, asked[at:][:256])
    )
    return {
        (number, (one.list_id, one.entry_id))
        for number, each in enumerate(screened)
        for one in each.matches
    }


def _several(index: Index, asked: Sequence[Query]) -> list[Screened]:
    return match_many(index, asked, AT)


def alerting(index: Index, asked: Sequence[Query], of: set[tuple[str, str]]) -> set[int]:
    return {number for number, key in alerts(index, asked) if key in of}


def keys(list_id: str, found: Iterable[Entry]) -> set[tuple[str, str]]:
    return {(list_id, entry.entry_id) for entry in found}


@settings(max_examples=80, deadline=None)
@given(entries("old"), entries("new"), st.lists(queries, min_size=1, max_size=12))
def test_nobody_is_missed_on_made_up_lists(
    old: list[Entry], new: list[Entry], asked: list[Query]
) -> None:
    index = Index.build([("made_up", [*old, *new])])
    changed = keys("made_up", new)
    reached = Reverse(asked).reached(index, changed, AT.near_score)
    assert alerting(index, asked, changed) <= reached


def test_a_name_that_resembles_nothing_is_not_reached() -> None:
    entry = Entry("1", "Person", (ListedName("Idris Kalmen Orvane"),))
    index = Index.build([("made_up", [entry])])
    asked = [Query("a", "Merrin Vandoral", "Person"), Query("b", "Idris Kalmen Orvanne", "Person")]
    assert Reverse(asked).reached(index, {("made_up", "1")}, AT.near_score) == {1}


def test_an_entry_that_did_not_change_reaches_nobody() -> None:
    entry = Entry("1", "Person", (ListedName("Idris Kalmen Orvane"),))
    index = Index.build([("made_up", [entry])])
    asked = [Query("b", "Idris Kalmen Orvane", "Person")]
    assert Reverse(asked).reached(index, set(), AT.near_score) == set()


def test_a_name_too_long_to_be_compared_whole_is_always_reached() -> None:
    entry = Entry("1", "Person", (ListedName("Idris Kalmen Orvane"),))
    index = Index.build([("made_up", [entry])])
    asked = [Query("long", " ".join(f"word{n}" for n in range(30)), "Person")]
    assert Reverse(asked).reached(index, {("made_up", "1")}, AT.near_score) == {0}


def test_changes_are_by_identifier_and_content() -> None:
    kept = Entry("1", "Person", (ListedName("Idris Kalmen Orvane"),))
    before, after = (
        Entry("2", "Person", (ListedName("Taleth Moravine"),), listed_on=day)
        for day in ("2026-01-01", "2026-02-01")
    )
    gone = Entry("3", "Person", (ListedName("Quorrin Vastelbane"),))
    come = Entry("4", "Person", (ListedName("Zoltan Quorvish"),))
    found = changes([kept, before, gone], [come, after, kept])
    assert (found.added, found.removed, found.changed) == ((come,), (gone,), ((before, after),))


VERSIONS = ("un_sc_2024-05-15.xml.gz", "un_sc_2025-04-19.xml.gz", "un_sc_2026-02-27.xml.gz")


@pytest.mark.skipif(not SHARED.exists(), reason="the real lists are not beside this repository")
@pytest.mark.parametrize(("before", "after"), list(pairwise(VERSIONS)))
def test_successive_versions_of_a_real_list_alert_on_the_same_people(
    before: str, after: str
) -> None:
    old, new = _read(before), _read(after)
    changed = {("un_sc", entry) for entry in changes(old, new).present()}
    earlier, index = Index.build([("un_sc", old)]), Index.build([("un_sc", new)])
    asked = _fictional_people(new, 1_500)
    reached = Reverse(asked).reached(index, changed, AT.near_score)
    known, wanted = alerts(earlier, asked), alerts(index, asked)
    on_changed = {number for number, key in wanted if key in changed}
    assert on_changed
    assert on_changed <= reached
    assert len(reached) < len(asked) / 2
    # No alert on an entry that did not change comes or goes with the update.
    unchanged = keys("un_sc", set(old) & set(new))
    assert {one for one in known if one[1] in unchanged} == {
        one for one in wanted if one[1] in unchanged
    }


def _read(file: str) -> tuple[Entry, ...]:
    with gzip.open(SHARED / file) as stream:
        return drain("un_sc_xml", cast(BinaryIO, stream)).entries


def _fictional_people(listed: Sequence[Entry], count: int) -> list[Query]:
    """Mix the words of listed people anew, some with a letter lost: nobody who exists."""
    chance = random.Random(4)
    words = [word for entry in listed for name in entry.names for word in name.text.split()]
    people = []
    for number in range(count):
        chosen = chance.sample(words, chance.choice([2, 2, 3, 4]))
        if number % 3 == 0:
            source = chance.choice(chance.choice(listed).names).text.split()
            chosen[: len(source)] = source[:3]
        place = chance.randrange(len(chosen))
        if number % 2 and len(chosen[place]) > 4:
            chosen[place] = chosen[place][:2] + chosen[place][3:]
        people.append(Query(str(number), " ".join(chosen), "Person"))
    return people
