"""An index written to bytes and restored answers as the one that was built."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.block import MAGIC, BadBlock, from_block, to_block
from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import BadQuery, Query, match

LOW = Thresholds(review_score=85, near_score=60)
SOURCES = "digest of the lists"
NAMES = (
    "Abd al-Rahman bin Yusuf Ostrakov", "Мирвен Остраков", "ميرفين أوستراكوف", "김영철",
    "王伟 Holdings", "A.B.C. Trading Company", "Jong Un Talvore", "Ig0r Kessandrin",
)  # fmt: skip
LISTS = [
    (
        "first",
        [
            Entry(f"A{at}", schema, (ListedName(name), ListedName(name.lower(), "weak")))
            for at, name in enumerate(NAMES)
            for schema in ("Person", "Organization")
        ],
    ),
    ("second", [Entry("B", "Person", (ListedName("Q R"),), documents=(Document("", "QX100200"),))]),
]

names = st.lists(
    st.sampled_from([*" ".join(NAMES).split(), "bin", "Yosef"]), min_size=1, max_size=4
)


def restored(index: Index, lists: Any = LISTS) -> Index:
    return Index.from_bytes(index.to_bytes(SOURCES), lists, SOURCES)


def answers(index: Index, query: Query) -> Any:
    try:
        return match(index, query, LOW)
    except BadQuery as refused:
        return str(refused)


def test_made_up_lists_answer_every_name_of_theirs_alike() -> None:
    built = Index.build(LISTS)
    again = restored(built)
    for name in (*NAMES, "Mirven Ostrakow", "Jongun Talvore", "Q. R."):
        for schema in ("Person", "Organization"):
            query = Query("", name, schema, documents=("passport QX100200",))
            assert answers(again, query) == answers(built, query)
    assert answers(again, Query("", NAMES[0], "Person")).matches


@settings(max_examples=40, deadline=None)
@given(listed=st.lists(names, min_size=1, max_size=6), asked=names)
def test_whatever_is_listed_a_restored_index_answers_alike(
    listed: list[list[str]], asked: list[str]
) -> None:
    entries = [
        Entry(str(at), "Person", (ListedName(" ".join(words)),)) for at, words in enumerate(listed)
    ]
    built = Index.build([("list", entries)])
    query = Query("", " ".join(asked), "Person")
    assert answers(restored(built, [("list", entries)]), query) == answers(built, query)


@pytest.mark.slow
def test_the_real_lists_alert_alike(
    real_index: Index, queries: list[dict[str, Any]], negatives: list[dict[str, Any]]
) -> None:
    lists: dict[str, list[Entry]] = {}
    for party in real_index.parties:
        lists.setdefault(party.list_id, []).append(party.entry)
    again = Index.from_bytes(real_index.to_bytes(SOURCES), lists.items(), SOURCES)
    for record in (*queries[::16], *negatives[::60]):
        query = Query(record["id"], record["name"], record["schema"])
        assert answers(again, query) == answers(real_index, query)


def test_an_index_written_twice_is_the_same_bytes() -> None:
    written = Index.build(LISTS).to_bytes(SOURCES)
    assert Index.from_bytes(written, LISTS, SOURCES).to_bytes(SOURCES) == written


@pytest.mark.parametrize("place", [0, len(MAGIC), len(MAGIC) + 33, 500, -1])
def test_one_changed_byte_anywhere_refuses_the_whole(place: int) -> None:
    written = bytearray(Index.build(LISTS).to_bytes(SOURCES))
    written[place] ^= 1
    with pytest.raises(BadBlock):
        Index.from_bytes(bytes(written), LISTS, SOURCES)


@pytest.mark.parametrize("length", [0, 10, len(MAGIC), len(MAGIC) + 32, -1])
def test_what_was_cut_short_is_refused(length: int) -> None:
    with pytest.raises(BadBlock):
        Index.from_bytes(Index.build(LISTS).to_bytes(SOURCES)[:length], LISTS, SOURCES)


def test_an_index_of_other_lists_is_refused() -> None:
    written = Index.build(LISTS).to_bytes(SOURCES)
    with pytest.raises(BadBlock):
        Index.from_bytes(written, LISTS, "digest of others")
    with pytest.raises(BadBlock):
        Index.from_bytes(written, LISTS[:1], SOURCES)
    with pytest.raises(BadBlock):
        Index.from_bytes(written, LISTS[::-1], SOURCES)


@pytest.mark.parametrize(
    "parts", [{}, {"sources": SOURCES}, {"sources": SOURCES, "entries": {}, "names": [[]]}]
)
def test_a_sound_block_that_is_no_index_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(BadBlock):
        Index.from_bytes(to_block(parts), [], SOURCES)


def test_a_block_holds_arrays_and_plain_values_and_nothing_that_runs() -> None:
    parts = {
        "numbers": np.array([1, 2], dtype=np.int32),
        "text": "Остраков",
        "none": np.zeros(0, "<f4"),
    }
    found = from_block(to_block(parts))
    assert found["numbers"].tolist() == [1, 2]
    assert (found["text"], len(found["none"])) == ("Остраков", 0)
    with pytest.raises(BadBlock):
        from_block(to_block({"objects": np.array([object()])[:0]}))
