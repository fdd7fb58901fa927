"""Tokens are random, kept as keyed hashes, and end when anything behind them ends."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from antechamber.crypto.keys import Key
from antechamber.crypto.macs import credential_hash
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.identity.problems import RoleNotHeld, Unauthorised
from antechamber.identity.tokens import LONGEST, PATTERN, authenticate, issue, revoke
from antechamber.identity.users import release
from antechamber.office import Office
from antechamber.tables import TokenRow, UserRow
from antechamber.work import Everywhere

HOUR = timedelta(hours=1)


def test_a_token_brings_back_who_it_was_made_for(desk: Any) -> None:
    user = desk.user("U-C1", compliance=desk.heron)
    office_wide = issue(desk.work, user, "compliance", lifetime=HOUR)
    bound = issue(desk.work, user, "compliance", desk.heron, lifetime=HOUR)
    seen = frozenset({desk.heron})
    assert authenticate(desk.work, office_wide) == Actor(user.id, "U-C1", "compliance", None, seen)
    bound_actor = Actor(user.id, "U-C1", "compliance", desk.heron, seen)
    assert authenticate(desk.work, bound) == bound_actor


def test_a_token_is_256_random_bits_and_a_shape_that_scanners_can_check(
    sqlcipher_desk: Any,
) -> None:
    user = sqlcipher_desk.user("U-C1", compliance=None)
    made = {issue(sqlcipher_desk.work, user, "compliance", lifetime=HOUR) for _ in range(20)}
    assert len(made) == 20
    for secret in made:
        assert re.fullmatch(PATTERN, secret)
        assert int(secret[-8:], 16) == zlib.crc32(secret[:-8].encode())
    randomness = {secret[5:-8] for secret in made}
    assert {len(bytes.fromhex(each)) * 8 for each in randomness} == {256}


def test_what_is_stored_finds_no_token_without_the_offices_key(sqlcipher_desk: Any) -> None:
    user = sqlcipher_desk.user("U-C1", compliance=None)
    secret = issue(sqlcipher_desk.work, user, "compliance", lifetime=HOUR)
    row = sqlcipher_desk.work.session.exec(select(TokenRow)).one()
    assert secret not in repr(row)
    assert row.credential_hash == credential_hash(sqlcipher_desk.work.keys.root, secret)
    assert row.credential_hash != credential_hash(Key(bytes(32)), secret)


def test_a_token_is_only_for_a_role_that_the_user_holds_there(sqlcipher_desk: Any) -> None:
    user = sqlcipher_desk.user("U-P1", convener=sqlcipher_desk.heron)
    for role, where in (("compliance", None), ("convener", sqlcipher_desk.egret)):
        with pytest.raises(RoleNotHeld):
            issue(sqlcipher_desk.work, user, role, where, lifetime=HOUR)
    user.disabled = True
    with pytest.raises(RoleNotHeld):
        issue(sqlcipher_desk.work, user, "convener", lifetime=HOUR)


@pytest.mark.parametrize("lifetime", [timedelta(), -HOUR, LONGEST + HOUR])
def test_a_token_always_ends(sqlcipher_desk: Any, lifetime: timedelta) -> None:
    user = sqlcipher_desk.user("U-P1", convener=None)
    with pytest.raises(ValueError, match="at most 90 days"):
        issue(sqlcipher_desk.work, user, "convener", lifetime=lifetime)


def expire(desk: Any, user: UserRow, secret: str) -> Any:
    return replace(desk, work=replace(desk.work, now=desk.work.now + HOUR))


def revoke_it(desk: Any, user: UserRow, secret: str) -> Any:
    revoke(desk.work, secret)
    return desk


def disable_user(desk: Any, user: UserRow, secret: str) -> Any:
    user.disabled = True
    return desk


def release_user(desk: Any, user: UserRow, secret: str) -> Any:
    release(desk.work, user.id, "convener", desk.heron)
    release(desk.work, user.id, "convener")
    return desk


@pytest.mark.parametrize("end", [expire, revoke_it, disable_user, release_user])
@pytest.mark.parametrize("bound", [True, False])
def test_a_token_ends_with_what_is_behind_it(
    desk: Any, end: Callable[[Any, UserRow, str], Any], bound: bool
) -> None:
    user = desk.user("U-P1", convener=desk.heron)
    where = desk.heron if bound else None
    secret = issue(desk.work, user, "convener", where, lifetime=HOUR)
    authenticate(desk.work, secret)
    after = end(desk, user, secret)
    with pytest.raises(Unauthorised):
        authenticate(after.work, secret)


def test_a_longer_life_or_higher_role_written_into_the_database_does_nothing(desk: Any) -> None:
    user = desk.user("U-P1", convener=None, me_adviser=None)
    secret = issue(desk.work, user, "me_adviser", lifetime=HOUR)
    row = desk.work.session.exec(select(TokenRow)).one()
    row.role, row.expires_at = "convener", row.expires_at + LONGEST
    assert authenticate(desk.work, secret).role == "me_adviser"
    with pytest.raises(Unauthorised):
        authenticate(replace(desk.work, now=desk.work.now + HOUR), secret)


def test_a_token_moved_to_anothers_row_opens_nothing(desk: Any) -> None:
    clerk, officer = desk.user("U-O1", me_adviser=None), desk.user("U-C1", compliance=desk.heron)
    low = issue(desk.work, clerk, "me_adviser", lifetime=HOUR)
    high = issue(desk.work, officer, "compliance", lifetime=HOUR)
    rows = {row.role: row for row in desk.work.session.exec(select(TokenRow)).all()}
    mine = rows["me_adviser"].credential_hash
    for role, written in (("me_adviser", b"\0" * 32), ("compliance", mine)):
        rows[role].credential_hash = written
        desk.work.session.add(rows[role])
        desk.work.session.flush()
    for secret in (low, high):
        with pytest.raises(Unauthorised):
            authenticate(desk.work, secret)


def test_a_token_with_anothers_sealed_copy_opens_nothing(desk: Any) -> None:
    clerk, officer = desk.user("U-O1", me_adviser=None), desk.user("U-C1", compliance=desk.heron)
    low = issue(desk.work, clerk, "me_adviser", lifetime=HOUR)
    issue(desk.work, officer, "compliance", lifetime=HOUR)
    rows = {row.role: row for row in desk.work.session.exec(select(TokenRow)).all()}
    rows["me_adviser"].holder = rows["compliance"].holder
    desk.work.session.add(rows["me_adviser"])
    with pytest.raises(Unauthorised):
        authenticate(desk.work, low)


def test_nothing_is_left_of_a_token_that_was_ended(desk: Any) -> None:
    user = desk.user("U-O1", me_adviser=None)
    revoke(desk.work, issue(desk.work, user, "me_adviser", lifetime=HOUR))
    issue(desk.work, user, "me_adviser", lifetime=HOUR)
    row = desk.work.session.exec(select(TokenRow)).one()
    row.role = "auditor"  # the open column is not what ends it
    desk.work.session.add(row)
    release(desk.work, user.id, "me_adviser")
    assert desk.work.session.exec(select(TokenRow)).all() == []


@pytest.mark.parametrize(
    "made_up", ["", "ante_", "x" * 10_000, "ante_" + "0" * 72, "é\x00\U0001f600"]
)
def test_what_is_no_token_is_refused_like_one_that_has_ended(desk: Any, made_up: str) -> None:
    with pytest.raises(Unauthorised) as refused:
        authenticate(desk.work, made_up)
    assert refused.value.detail == Unauthorised().detail
    assert refused.value.extra == {}


def test_revoking_what_is_no_token_is_no_fault(sqlcipher_desk: Any) -> None:
    revoke(sqlcipher_desk.work, "ante_none")


def test_a_token_does_not_come_back_to_life_with_the_role(office: Office) -> None:
    with office.work(Everywhere("test")) as work:
        user = users.register(work, "U-X9", "Somebody")
        users.hold(work, user.id, "gender_adviser")
        secret = issue(work, user, "gender_adviser", lifetime=timedelta(hours=1))
        users.release(work, user.id, "gender_adviser")
        users.hold(work, user.id, "gender_adviser")
    with office.reading(Everywhere("test")) as work, pytest.raises(Unauthorised):
        authenticate(work, secret)


def test_a_token_that_does_not_open_lets_nobody_in_and_keeps_no_role_from_being_taken_back(
    desk: Any,
) -> None:
    user, other = desk.user("U-C1", compliance=None), desk.user("U-C2", compliance=None)
    spoilt = issue(desk.work, other, "compliance", lifetime=HOUR)
    row = desk.work.session.exec(select(TokenRow)).one()
    row.holder = replace(row.holder, blob=row.holder.blob[:-1] + bytes([row.holder.blob[-1] ^ 1]))
    desk.work.session.flush()
    secret = issue(desk.work, user, "compliance", lifetime=HOUR)
    release(desk.work, user.id, "compliance")
    for each in (spoilt, secret):
        with pytest.raises(Unauthorised):
            authenticate(desk.work, each)
    assert desk.work.session.exec(select(TokenRow)).all() == [row]
