"""Who works here, and which roles must not meet in one person."""

from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import select

from antechamber.errors import NotFound
from antechamber.identity.problems import HandleTaken, IncompatibleRoles, NotAppointed
from antechamber.identity.users import (
    by_handle,
    handles,
    hold,
    holders_and_members,
    holds,
    members,
    register,
    release,
    role_holders,
)
from antechamber.tables import MembershipRow
from antechamber_compliance.dossier.vocabulary import ROLES


def test_a_registered_user_is_found_by_handle(desk: Any) -> None:
    ann, eve = desk.user("U-P1"), desk.user("U-C1")
    assert by_handle(desk.work, "U-C1").id == eve.id
    assert handles(desk.work) == {ann.id: "U-P1", eve.id: "U-C1"}


def test_a_handle_belongs_to_one_user(desk: Any) -> None:
    desk.user("U-P1")
    with pytest.raises(HandleTaken):
        desk.user("U-P1")


@pytest.mark.parametrize(
    "handle",
    [
        "",
        "Ann Heron",
        "1",
        "U_P1",
        "U-" + "1" * 31,
        "u-c1",
        "U-C1 ",
        "U-C1\n",
        "U-C1\u200b",
        "\uff35-C1",
    ],
)
def test_a_handle_is_a_short_pseudonym(sqlcipher_desk: Any, handle: str) -> None:
    with pytest.raises(ValueError, match="pseudonym"):
        register(sqlcipher_desk.work, handle, "A Fictional Name")


def test_an_unknown_handle_or_user_or_initiative_is_not_found(sqlcipher_desk: Any) -> None:
    work, user = sqlcipher_desk.work, sqlcipher_desk.user("U-P1")
    with pytest.raises(NotFound):
        by_handle(work, "U-P2")
    with pytest.raises(NotFound):
        hold(work, uuid4(), "convener")
    with pytest.raises(NotFound):
        hold(work, user.id, "convener", uuid4())


def test_a_role_that_does_not_exist_is_refused(sqlcipher_desk: Any) -> None:
    user = sqlcipher_desk.user("U-P1")
    with pytest.raises(ValueError, match="no such role"):
        hold(sqlcipher_desk.work, user.id, "owner")


def test_giving_a_role_twice_gives_it_once(desk: Any) -> None:
    user = desk.user("U-P1")
    one = hold(desk.work, user.id, "convener", desk.heron)
    assert hold(desk.work, user.id, "convener", desk.heron).id == one.id
    assert len(desk.work.session.exec(select(MembershipRow)).all()) == 1


def test_roles_are_listed_for_the_office_and_for_each_initiative(desk: Any) -> None:
    desk.user("U-P1", convener=desk.heron)
    desk.user("U-C2", compliance=desk.heron)
    desk.user("U-C1", compliance=desk.heron, security_lead=None)
    assert role_holders(desk.work) == {
        "compliance": ["U-C1", "U-C2"],
        "convener": ["U-P1"],
        "security_lead": ["U-C1"],
    }
    assert members(desk.work, desk.heron) == {"compliance": ["U-C1", "U-C2"], "convener": ["U-P1"]}
    assert members(desk.work, desk.egret) == {}
    for place in (desk.heron, desk.egret):
        both = role_holders(desk.work), members(desk.work, place)
        assert holders_and_members(desk.work, place) == both


def test_a_disabled_user_holds_nothing_that_counts(desk: Any) -> None:
    user = desk.user("U-C1", compliance=desk.heron)
    user.disabled = True
    assert role_holders(desk.work) == members(desk.work, desk.heron) == {}


def test_a_role_given_up_in_one_initiative_stays_in_the_other(desk: Any) -> None:
    user = desk.user("U-P1")
    for initiative in (desk.heron, desk.egret):
        hold(desk.work, user.id, "convener", initiative)
    release(desk.work, user.id, "convener", desk.heron)
    release(desk.work, user.id, "convener", desk.heron)
    assert not holds(desk.work, user.id, "convener", desk.heron)
    assert holds(desk.work, user.id, "convener", desk.egret)


def test_a_convener_can_only_choose_among_officers_whom_the_office_has_named(desk: Any) -> None:
    user = desk.user("U-X9")
    with pytest.raises(NotAppointed):
        hold(desk.work, user.id, "compliance", desk.heron)


def test_who_is_no_officer_any_more_is_none_in_any_initiative(desk: Any) -> None:
    user = desk.user("U-C1", compliance=desk.heron)
    release(desk.work, user.id, "compliance")
    assert not holds(desk.work, user.id, "compliance", None)


SAME_INITIATIVE = [
    *(("convener", role) for role in ("compliance", "director", "gender_adviser")),
    *(("convener", role) for role in ("safeguarding_lead", "security_lead")),
    ("convener", "data_protection_officer"),
    ("facilitator", "safeguarding_lead"),
]
ANYWHERE = [
    *(("auditor", role) for role in ROLES if role != "auditor"),
    ("administrator", "compliance"),
    ("administrator", "director"),
]


@pytest.mark.parametrize(("one", "other"), SAME_INITIATIVE + [p[::-1] for p in SAME_INITIATIVE])
def test_these_roles_do_not_meet_in_one_initiative(
    sqlcipher_desk: Any, one: str, other: str
) -> None:
    work = sqlcipher_desk.work
    user = sqlcipher_desk.user("U-Q1", **{one: sqlcipher_desk.heron, other: None})
    with pytest.raises(IncompatibleRoles) as refused:
        hold(work, user.id, other, sqlcipher_desk.heron)
    assert one in refused.value.detail
    assert other in refused.value.detail
    hold(work, user.id, other, sqlcipher_desk.egret)


@pytest.mark.parametrize(("one", "other"), ANYWHERE + [p[::-1] for p in ANYWHERE])
def test_these_roles_do_not_meet_at_all(sqlcipher_desk: Any, one: str, other: str) -> None:
    user = sqlcipher_desk.user("U-Q1", **{one: sqlcipher_desk.heron})
    with pytest.raises(IncompatibleRoles):
        hold(sqlcipher_desk.work, user.id, other)


def test_four_people_and_an_auditor_can_hold_all_that_approving_takes(sqlcipher_desk: Any) -> None:
    here = sqlcipher_desk.heron
    sqlcipher_desk.user("U-1", convener=here)
    sqlcipher_desk.user("U-2", compliance=here, data_protection_officer=here, security_lead=here)
    sqlcipher_desk.user("U-3", director=here, deconfliction_officer=here)
    sqlcipher_desk.user("U-4", gender_adviser=here, safeguarding_lead=here)
    sqlcipher_desk.user("U-5", auditor=here)
    assert len(members(sqlcipher_desk.work, here)) == 9
