"""OpenSanctions' FollowTheMoney files: flat or nested, the same parties."""

import io
from typing import Any

import pytest

from antechamber_compliance.screening.entry import Document, Entry, Link, ListedName
from antechamber_compliance.screening.lists import drain
from antechamber_compliance.screening.lists.badlist import BadList
from list_samples import FTM, jsonl

PERSON = Entry(
    entry_id="Q1",
    schema="Person",
    names=(
        ListedName("Torvaneth Quillory"),
        ListedName("Quillory Torvaneth"),
        ListedName("Heron", "weak"),
    ),
    birth_dates=("1962-03-05",),
    countries=("ke",),
    programmes=("UN-SCISIL",),
    documents=(Document("passportNumber", "P77"),),
    listed_on="2003-01-02",
    measures=("asset freeze",),
    un_listed=True,
    birth_places=("Reefton",),
    links=(Link("Ownership: asset", "Heron Bank", "Q2"),),
)


def entries(*entities: object) -> tuple[Entry, ...]:
    return drain("ftm_jsonl", io.BytesIO(jsonl(*entities).encode())).entries


def nested() -> dict[str, Any]:
    person, ownership, sanction, bank = FTM
    inside = {
        "ownershipOwner": [{**ownership, "properties": {"owner": ["Q1"], "asset": [bank]}}],
        "sanctions": [{**sanction, "properties": {**_props(sanction), "entity": ["Q1"]}}],
    }
    return {**person, "properties": {**_props(person), **inside}}


def _props(entity: dict[str, Any]) -> dict[str, Any]:
    return dict(entity["properties"])


@pytest.mark.parametrize("order", [FTM, list(reversed(FTM))])
def test_a_flat_file_is_put_together_in_whatever_order_its_lines_come(order: list[object]) -> None:
    assert entries(*order) == (PERSON,)


def test_a_nested_file_gives_the_same_party() -> None:
    assert entries(nested()) == (PERSON,)


def party(identifier: str, **more: Any) -> dict[str, Any]:
    properties = {"name": ["Torvaneth Quillory"], **more.pop("properties", {})}
    return {"id": identifier, "schema": "Person", **more, "properties": properties}


def test_who_is_there_for_another_reason_than_sanctions_is_not_listed() -> None:
    found = entries(
        party("sanctioned", target=True, properties={"topics": ["role.pep", "sanction"]}),
        party("exposed", target=True, properties={"topics": ["role.pep"]}),
        party("relative", target=False),
        party("unexplained"),
        {"id": "s", "schema": "Sanction", "properties": {"entity": ["by-sanction"]}},
        party("by-sanction", target=False, properties={"topics": ["role.rca"]}),
    )
    assert [entry.entry_id for entry in found] == ["sanctioned", "unexplained", "by-sanction"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"id": "Q1"', "line 1: not JSON"),
        ("[" * 100_000, "line 1: not JSON"),
        ('{"id": "Q1", "schema": "Person"}', "line 1: .*another kind of file"),
        (jsonl(FTM[0]) + "{", "line 2: not JSON"),
        (jsonl(party("")), "entry 1: an entry without identifier"),
        (jsonl({"id": "Q9", "schema": "Person", "properties": {}}), "Q9.*without a name"),
        ('{"a": "' + "x" * (9 << 20) + '"}', "line 1: a line longer than 8 MiB"),
    ],
)
def test_a_file_that_cannot_be_relied_on_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadList, match=reason):
        drain("ftm_jsonl", io.BytesIO(text.encode()))


def test_a_line_of_one_megabyte_is_read() -> None:
    (entry,) = entries(party("Q1", properties={"notes": ["x" * (1 << 20)]}))
    assert entry.entry_id == "Q1"


def test_a_record_with_values_of_the_wrong_type_is_read_without_them() -> None:
    (entry,) = entries(party("Q1", properties={"birthDate": 1962, "alias": [None, 5, {"id": "x"}]}))
    assert (entry.birth_dates, len(entry.names)) == ((), 1)
