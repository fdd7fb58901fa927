"""An entry survives JSON exactly, and its hash tells whether it changed."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName, content_hash

TEXTS = st.lists(st.text(max_size=8), max_size=3).map(tuple)
NAMES = st.builds(ListedName, st.text(max_size=12), st.sampled_from(["strong", "weak"]))
DOCUMENTS = st.builds(Document, st.text(max_size=5), st.text(max_size=5), st.text(max_size=2))
LINKS = st.builds(Link, st.text(max_size=5), st.text(max_size=5), st.text(max_size=2))
ENTRIES = st.builds(
    Entry,
    entry_id=st.text(max_size=6),
    schema=st.sampled_from(["Person", "Organization", "Vessel"]),
    names=st.lists(NAMES, max_size=3).map(tuple),
    birth_dates=TEXTS,
    countries=TEXTS,
    programmes=TEXTS,
    documents=st.lists(DOCUMENTS, max_size=2).map(tuple),
    listed_on=st.text(max_size=10),
    measures=TEXTS,
    un_listed=st.booleans(),
    regimes=TEXTS,
    birth_places=TEXTS,
    acts=TEXTS,
    links=st.lists(LINKS, max_size=2).map(tuple),
)
ENTRY = Entry("5", "Person", (ListedName("Torvaneth Quillory"),), ("1961",))


@given(ENTRIES)
def test_an_entry_survives_json_exactly(entry: Entry) -> None:
    again = Entry.from_json(json.loads(json.dumps(entry.to_json())))
    assert again == entry
    assert content_hash(again) == content_hash(entry)


def test_every_field_counts_in_the_content_hash() -> None:
    changed: dict[str, Any] = {
        "entry_id": "6",
        "schema": "Organization",
        "names": (ListedName("Torvaneth Quillory", "weak"),),
        "birth_dates": ("1962",),
        "countries": ("ke",),
        "programmes": ("TERR",),
        "documents": (Document("passport", "1"),),
        "listed_on": "2020-01-01",
        "measures": ("asset freeze",),
        "un_listed": True,
        "regimes": ("HOST_LIST",),
        "birth_places": ("Reefton",),
        "acts": ("2/2020",),
        "links": (Link("Linked To", "Brigade of the Reef"),),
    }
    assert set(changed) == {field.name for field in fields(Entry)}
    hashes = {content_hash(replace(ENTRY, **{name: value})) for name, value in changed.items()}
    assert len(hashes | {content_hash(ENTRY)}) == len(changed) + 1


def test_the_content_hash_is_the_same_in_every_process_and_version() -> None:
    assert content_hash(ENTRY) == "79df90f9dcaa443475294cc57b4f77bad6a8e089435b12013c455afc9a28702d"


@given(ENTRIES, ENTRIES)
def test_a_united_party_keeps_everything_that_either_record_says(one: Entry, two: Entry) -> None:
    united = one.united_with(two)
    for field in fields(Entry):
        kept = getattr(united, field.name)
        if isinstance(kept, tuple):
            assert set(kept) == {*getattr(one, field.name), *getattr(two, field.name)}


def test_an_entry_stored_before_it_had_places_acts_and_links_is_still_read() -> None:
    old = ENTRY.to_json()
    assert not {"birth_places", "acts", "links"} & old.keys()
    assert Entry.from_json(old) == ENTRY


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {**ENTRY.to_json(), "names": "Torvaneth"},
        {**ENTRY.to_json(), "names": [{"text": "x", "quality": "perfect"}]},
        {**ENTRY.to_json(), "countries": [1]},
        {**ENTRY.to_json(), "links": [{"kind": "Linked To"}]},
    ],
)
def test_what_is_not_an_entry_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="list entry"):
        Entry.from_json(broken)
