"""Membership first, then role: nobody learns of what they are not part of."""

from typing import Any
from uuid import uuid4

import pytest

from antechamber.errors import NotFound
from antechamber.identity.access import (
    ALLOWED,
    INITIATIVE_ACTIONS,
    OFFICE_ACTIONS,
    OPEN_ACTIONS,
    may,
)
from antechamber.identity.actor import Actor
from antechamber.identity.problems import Forbidden
from antechamber.identity.users import hold, release
from antechamber_compliance.dossier.vocabulary import ROLES


def actor(desk: Any, role: str, where: Any = None, bound: Any = None) -> Actor:
    user = desk.user("U-Q1", **{role: where})
    return Actor(user.id, "U-Q1", role, bound)


def test_the_table_names_only_roles_that_exist_and_every_action_has_one() -> None:
    assert set().union(*ALLOWED.values()) <= set(ROLES)
    assert all(ALLOWED.values())
    assert len(ALLOWED) == len(INITIATIVE_ACTIONS) + len(OFFICE_ACTIONS) + len(OPEN_ACTIONS)


@pytest.mark.parametrize("role", ROLES)
def test_in_an_initiative_each_role_does_what_the_table_says_and_no_more(
    sqlcipher_desk: Any, role: str
) -> None:
    here = sqlcipher_desk.heron
    who = actor(sqlcipher_desk, role, here)
    for action, roles in INITIATIVE_ACTIONS.items():
        if role in roles:
            may(sqlcipher_desk.work, who, action, here)
        else:
            with pytest.raises(Forbidden):
                may(sqlcipher_desk.work, who, action, here)


@pytest.mark.parametrize("role", ROLES)
def test_no_role_makes_up_for_not_being_a_member(sqlcipher_desk: Any, role: str) -> None:
    who = actor(sqlcipher_desk, role, sqlcipher_desk.heron)
    for action in INITIATIVE_ACTIONS:
        found = []
        for where in (sqlcipher_desk.egret, uuid4()):
            with pytest.raises(NotFound) as refused:
                may(sqlcipher_desk.work, who, action, where)
            found.append((refused.value.detail, refused.value.extra))
        assert found[0] == found[1]


def test_an_absent_initiative_looks_the_same_to_the_lock(desk: Any) -> None:
    who = actor(desk, "convener", desk.heron)
    nowhere = uuid4()
    with pytest.raises(NotFound) as by_may:
        may(desk.work, who, "initiative.read", nowhere)
    with pytest.raises(NotFound) as by_lock:
        desk.work.lock(nowhere)
    assert by_may.value.detail == by_lock.value.detail


def test_membership_in_another_role_does_not_help(desk: Any) -> None:
    who = actor(desk, "logistics", desk.heron)
    hold(desk.work, who.user_id, "convener", desk.egret)
    with pytest.raises(NotFound):
        may(desk.work, who, "initiative.read", desk.egret)


def test_a_token_for_one_initiative_does_not_see_another_of_its_holder(desk: Any) -> None:
    who = actor(desk, "convener", desk.heron, bound=desk.heron)
    hold(desk.work, who.user_id, "convener", desk.egret)
    may(desk.work, who, "initiative.write", desk.heron)
    with pytest.raises(NotFound):
        may(desk.work, who, "initiative.read", desk.egret)


def test_a_membership_taken_back_ends_at_once(desk: Any) -> None:
    who = actor(desk, "convener", desk.heron)
    may(desk.work, who, "initiative.read", desk.heron)
    release(desk.work, who.user_id, "convener", desk.heron)
    with pytest.raises(NotFound):
        may(desk.work, who, "initiative.read", desk.heron)


def test_outside_initiatives_the_role_counts_where_it_is_held_office_wide(desk: Any) -> None:
    who = actor(desk, "convener")
    may(desk.work, who, "initiative.create")
    release(desk.work, who.user_id, "convener")
    hold(desk.work, who.user_id, "convener", desk.heron)
    with pytest.raises(Forbidden):
        may(desk.work, who, "initiative.create")
    may(desk.work, who, "lists.read")


def test_a_token_for_one_initiative_does_nothing_office_wide(desk: Any) -> None:
    who = actor(desk, "compliance", desk.heron, bound=desk.heron)
    with pytest.raises(Forbidden):
        may(desk.work, who, "lists.write")


def test_an_action_that_is_not_in_the_table_or_lacks_its_initiative_is_a_bug(
    sqlcipher_desk: Any,
) -> None:
    who = actor(sqlcipher_desk, "convener", sqlcipher_desk.heron)
    for action, where in (
        ("initiative.burn", None),
        ("initiative.read", None),
        ("lists.read", sqlcipher_desk.heron),
    ):
        with pytest.raises(KeyError):
            may(sqlcipher_desk.work, who, action, where)


def test_withdrawing_consent_is_open_to_everybody_at_the_table() -> None:
    assert ALLOWED["consent.withdraw"] == set(ROLES) - {"auditor", "integrator"}
