"""Who writes which facts: what one route may not set, it may not remove either."""

from typing import Any
from uuid import UUID

import pytest

from antechamber.documents import store
from antechamber.participants import service as participants
from antechamber.work import Everywhere
from house import OPERATIONS, House

PATCHES = {
    "participants_change": ("convener", "facts", ["listings", "consent", "screening", "role"]),
    "sessions_seat": ("convener", "facts", ["determinations", "gender", "consent", "listings"]),
    "initiatives_change": ("convener", "facts", ["nexus", "nexus_review", "authorisations"]),
    "initiatives_change_nexus": ("compliance", "facts", ["nexus_review", "parties", "actors"]),
}
CASES = [(name, *case[:2], field) for name, case in PATCHES.items() for field in case[2]]


@pytest.mark.parametrize("value", [None, {}, "set"])
@pytest.mark.parametrize(("name", "role", "within", "field"), CASES)
def test_a_fact_that_another_route_writes_is_neither_set_nor_removed(
    house: House, unchanged: None, name: str, role: str, within: str, field: str, value: Any
) -> None:
    body = {within: {field: value}}
    reply = house.whole(OPERATIONS[name], house.plan.members[role], json=body)
    assert reply.status_code == 422
    (fault, *_) = reply.json()["errors"]
    assert (fault["pointer"], fault["code"]) in {
        (f"/{within}/{field}", "not-written-here"),
        (f"/{within}/{field}", "wrong-type"),
    }


@pytest.mark.parametrize("name", [*PATCHES, "sessions_replan"])
def test_a_name_that_the_shape_does_not_have_is_refused_even_if_it_is_removed(
    house: House, unchanged: None, name: str
) -> None:
    role, within = PATCHES.get(name, ("convener", "plan"))[:2]
    reply = house.whole(
        OPERATIONS[name], house.plan.members[role], json={within: {"quillon": None}}
    )
    assert reply.status_code == 422
    assert "quillon" not in reply.text


def test_a_key_with_a_dot_which_paths_could_not_tell_apart_is_refused(
    house: House, unchanged: None
) -> None:
    body = {"facts": {"support": {"a.b": {"amount": "no number"}}}}
    reply = house.whole(OPERATIONS["sessions_seat"], house.plan.members["convener"], json=body)
    (fault,) = reply.json()["errors"]
    assert (fault["pointer"], fault["code"]) == ("/facts/support", "dotted-key")


def test_a_listing_stays_whatever_a_convener_sends(fresh: House) -> None:
    listing = {"L1": {"regime": "UK_SAMLA", "travel_ban": False}}
    fresh.whole(
        OPERATIONS["participants_record_listings"],
        fresh.plan.members["compliance"],
        json={"listings": listing},
    )
    for patch in ({"listings": None}, {"listings": {"L1": None}}, {"threat": "none"}):
        fresh.whole(
            OPERATIONS["participants_change"],
            fresh.plan.members["convener"],
            json={"facts": patch},
        )
    with fresh.office.reading(Everywhere("test")) as work:
        row = participants.find(work, UUID(fresh.plan.ids["participant_id"]))
        file = store.load_file(work, row)
    assert file.facts["listings"] == listing
    assert file.counts["listings"] == 1
