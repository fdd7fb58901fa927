"""A membership counts by its sealed copy: what somebody writes into the database gives nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select, update

from antechamber.errors import NotFound
from antechamber.identity import memberships, tokens, users
from antechamber.identity.access import may
from antechamber.identity.actor import Actor
from antechamber.identity.problems import Forbidden, Unauthorised
from antechamber.tables import MembershipRow


def forge(desk: Any, user: UUID, role: str, initiative: UUID | None) -> MembershipRow:
    """Write a row as whoever has the database and no key would."""
    row = MembershipRow(user_id=user, role=role, initiative_id=initiative)
    desk.work.session.add(row)
    desk.work.session.flush()
    return row


def with_anothers_copy(desk: Any, row: MembershipRow) -> None:
    honest = desk.user("U-H1", compliance=desk.heron)
    row.document = memberships.of_user(desk.work, honest.id, "compliance")[0].document
    desk.work.session.add(row)
    desk.work.session.flush()


def test_a_role_written_into_the_database_gives_nothing(desk: Any) -> None:
    user = desk.user("U-F1", convener=None)
    row = forge(desk, user.id, "compliance", desk.heron)
    for without_copy in (True, False):
        if not without_copy:
            with_anothers_copy(desk, row)
        who = Actor(user.id, "U-F1", "compliance", None)
        with pytest.raises(NotFound):
            may(desk.work, who, "identity.read", desk.heron)
        assert not users.holds(desk.work, user.id, "compliance", None)
        assert users.initiatives_of(desk.work, user.id, "compliance") == frozenset()
        assert "U-F1" not in users.members(desk.work, desk.heron).get("compliance", [])


def test_an_office_wide_role_written_into_the_database_gives_nothing(desk: Any) -> None:
    user = desk.user("U-F1", convener=None)
    forge(desk, user.id, "administrator", None)
    with pytest.raises(Forbidden):
        may(desk.work, Actor(user.id, "U-F1", "administrator", None), "user.write")
    assert "administrator" not in users.role_holders(desk.work)


def test_no_token_opens_by_a_role_written_into_the_database(desk: Any) -> None:
    user = desk.user("U-F1", compliance=None)
    secret = tokens.issue(desk.work, user, "compliance", lifetime=timedelta(days=1))
    assert tokens.authenticate(desk.work, secret).role == "compliance"
    given = memberships.of_user(desk.work, user.id, "compliance")[0]
    desk.work.session.delete(given)
    forge(desk, user.id, "compliance", None)
    with pytest.raises(Unauthorised):
        tokens.authenticate(desk.work, secret)


CHANGES: dict[str, Callable[[Any, UUID], object]] = {
    "role": lambda desk, other: "compliance",
    "user_id": lambda desk, other: other,
    "initiative_id": lambda desk, other: desk.egret,
    "id": lambda desk, other: uuid4(),
}


@pytest.mark.parametrize("column", CHANGES)
def test_a_membership_moved_to_another_role_user_or_initiative_ends(desk: Any, column: str) -> None:
    user, other = desk.user("U-F1", convener=desk.heron), desk.user("U-F2")
    row = next(
        each for each in memberships.of_user(desk.work, user.id) if each.initiative_id == desk.heron
    )
    value = CHANGES[column](desk, other.id)
    changed = update(MembershipRow).where(col(MembershipRow.id) == row.id)
    desk.work.session.exec(changed.values({column: value}))
    desk.work.session.expire_all()
    rows = desk.work.session.exec(select(MembershipRow)).all()
    assert sum(memberships.given(desk.work, each) for each in rows) == len(rows) - 1


def test_a_role_given_again_counts_beside_one_that_was_forged(desk: Any) -> None:
    user = desk.user("U-F1")
    forge(desk, user.id, "convener", None)
    users.hold(desk.work, user.id, "convener")
    assert users.role_holders(desk.work) == {"convener": ["U-F1"]}


def test_what_is_from_before_there_was_a_sealed_copy_is_sealed_once_and_for_all(
    desk: Any,
) -> None:
    user = desk.user("U-F1")
    forge(desk, user.id, "convener", None)
    assert memberships.vouch(desk.work) == 1
    assert users.holds(desk.work, user.id, "convener", None)
    forge(desk, user.id, "compliance", None)
    assert memberships.vouch(desk.work) == 0
    assert not users.holds(desk.work, user.id, "compliance", None)
