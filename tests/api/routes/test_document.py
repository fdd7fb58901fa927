"""The OpenAPI document of all routes, and the lists as it says they are read."""

from itertools import pairwise
from typing import Any

from contract import Operation, faults, named
from house import OPERATIONS, House

LISTS = [each for each in OPERATIONS.values() if each.asks("cursor")]


@named(OPERATIONS.values())
def test_every_operation_says_what_it_does_and_shows_a_body_that_fits(operation: Operation) -> None:
    tag, _, name = operation.id.partition("_")
    assert operation.raw["tags"] == [tag]
    assert name
    assert operation.raw["summary"][0].isupper()
    assert len(operation.raw["summary"]) <= 100
    if operation.body:
        assert operation.body["description"]
        assert set(operation.example) == set(operation.body["properties"])
        assert list(faults(operation.body, operation.example)) == []


@named(each for each in OPERATIONS.values() if each.parameters)
def test_paths_are_of_plural_nouns_and_name_their_ids(operation: Operation) -> None:
    parts = operation.path.strip("/").split("/")
    for before, part in pairwise(parts):
        if part.endswith("_id}"):
            assert before == part[1:-4] + "s" or (before, part) == ("seats", "{participant_id}")


@named(LISTS)
def test_following_the_links_shows_every_record_once(house: House, operation: Operation) -> None:
    token = house.plan.members["compliance"]
    whole = house.send(operation, token).json()["items"]
    assert len(whole) < 50
    found: list[Any] = []
    reply = house.send(operation, token, params={"limit": 2})
    while True:
        assert len(reply.json()["items"]) <= 2
        found += reply.json()["items"]
        if "Link" not in reply.headers:
            break
        target, _, relation = reply.headers["Link"].partition(">; ")
        assert relation == 'rel="next"'
        params = dict(pair.split("=") for pair in target.partition("?")[2].split("&"))
        reply = house.send(operation, token, params=params)
    assert found == whole
    assert len({each["id"] for each in found}) == len(found)
