"""An office with people in every role, two initiatives and one of everything: driven over HTTP."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from fastapi.testclient import TestClient
from sqlmodel import Session, select

from antechamber.app import create_app
from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.participant import Identity
from antechamber.http.settings import HttpSettings
from antechamber.identity import tokens, users
from antechamber.identity.access import ALLOWED
from antechamber.identity.actor import Actor
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.signoffs import service as signoffs
from antechamber.tables import MembershipRow, Row
from antechamber_compliance.dossier.vocabulary import ROLES
from contract import Json, Operation, operations
from databases import NOW
from walk import INDEXES, LISTED_NAME, Walk, engagement, prepare, register

LISTED_BODY = "Ninth Cairn Column"  # on the fictional UK list of proscribed groups
CANARIES = Identity(
    names=["Thessaly Quorrimond", "Tessalija Kvorrimondova"],
    birth_date="1971",
    documents=["Passport ZZQRRM7741"],
    email="zephyrlin.quorrimond@example.org",
    notes="Sister marthelwynne lives in Brackenfold.",
)
CANARY_WORDS = (
    "Thessaly Quorrimond Tessalija Kvorrimondova ZZQRRM7741 zephyrlin marthelwynne Brackenfold"
    " Kalmen Orvane Merrin Vandoral"
)
AN_HOUR = timedelta(hours=1)
UNLIMITED = HttpSettings(token_quota=10**9, address_quota=10**9)
GEN_01 = signoffs.Request(
    rule="GEN-01",
    code="share",
    subject="session",
    reason="Two delegates withdrew.",
    mitigation="A caucus meets first.",
    memo=True,
    expires="2026-12-31",
)


@dataclass(frozen=True)
class Plan:
    """What stays the same in every copy of the house: ids by path parameter, and tokens.

    `ids` is of the first initiative, `others` of the second; `tokens` by role are of members
    of the first, `outsiders` of members of the second in the same role.
    """

    ids: Mapping[str, str]
    others: Mapping[str, str]
    tokens: Mapping[str, str]
    outsiders: Mapping[str, str]
    expired: str
    bound: str
    nobody: str


def furnish(office: Office) -> Plan:
    """Fill an office."""
    walk = prepare(office)
    found = _staff(office, walk)
    second = _second(office, found)
    ids = _records(office, walk)
    with office.work("administrator") as work:
        bound = users.register(work, "B-convener", "Staff B").id
        for where in (walk.initiative, second["initiative_id"]):
            initiatives.add_member(work, UUID(str(where)), "B-convener", "convener")
        nobody = users.register(work, "N-compliance", "Staff N").id
        users.hold(work, nobody, "compliance")
    issued = {handle: _token(office, user, handle) for handle, user in found.items()}
    return Plan(
        ids=ids,
        others=second,
        tokens={role: issued[_handle("M", role)] for role in ROLES},
        outsiders={role: issued[_handle("O", role)] for role in ROLES},
        expired=_token(_before(office), found[_handle("M", "convener")], "M-convener"),
        bound=_token(office, bound, "B-convener", UUID(second["initiative_id"])),
        nobody=_token(office, nobody, "N-compliance"),
    )


def _before(office: Office) -> Office:
    return replace(office, clock=lambda: NOW - 2 * AN_HOUR)


def _handle(prefix: str, role: str) -> str:
    return f"{prefix}-{role.replace('_', '-')}"


def _token(office: Office, user: UUID, handle: str, within: UUID | None = None) -> str:
    role = handle.partition("-")[2].replace("-", "_")
    with office.work("administrator") as work:
        row = users.by_handle(work, handle)
        assert row.id == user
        return tokens.issue(work, row, role, within, lifetime=AN_HOUR)


def _staff(office: Office, walk: Walk) -> dict[str, UUID]:
    found = {}
    with office.work("administrator") as work:
        for role in ROLES:
            for prefix in ("M", "O"):
                handle = _handle(prefix, role)
                found[handle] = users.register(work, handle, f"Staff {handle}").id
                if role != "participant":
                    users.hold(work, found[handle], role)
            initiatives.add_member(work, walk.initiative, _handle("M", role), role)
    return found


def _second(office: Office, staff: Mapping[str, UUID]) -> dict[str, str]:
    convener = Actor(staff["O-convener"], "O-convener", "convener", None)
    with office.work("convener") as work:
        made = initiatives.create(work, convener, "EGRET").id
        for role in ROLES:
            if role != "convener":
                initiatives.add_member(work, made, _handle("O", role), role)
        body = organisations.record(work, made, "ORG-1", [LISTED_BODY], "armed_group")
        session = sessions.draft(work, made, "Elsewhere", engagement()["session"])
        signoff = signoffs.request(work, session, convener, GEN_01)
        membership = work.session.exec(
            select(MembershipRow).where(MembershipRow.initiative_id == made)
        ).first()
        assert membership is not None
    person = register(office, made, convener, "P1", LISTED_NAME)
    with office.work("convener") as work:
        clearance.take_step(work, session.id, "propose")
        clearance.take_step(work, session.id, "submit")
        decided = clearance.take_step(work, session.id, "evaluate").decision
    _screen(office, made)
    assert decided is not None
    return _ids(
        initiative_id=made,
        membership_id=membership.id,
        participant_id=person,
        organisation_id=body.id,
        session_id=session.id,
        signoff_id=signoff.id,
        decision_id=decided.id,
        hit_id=_hit(office, person),
        actor_ref="ORG-1",
    )


def _records(office: Office, walk: Walk) -> dict[str, str]:
    convener, officer = walk.convener, walk.officer
    listed = register(office, walk.initiative, convener, "P9", LISTED_NAME, like="P3")
    canary = _register_canary(office, walk)
    with office.work("officer") as work:
        body = organisations.record(work, walk.initiative, "ACT-1", [LISTED_BODY], "armed_group")
        organisations.record_listings(work, body, {"L1": {"regime": "UK_TA2000"}})
        session = clearance.find_session(work, walk.session)
        membership = initiatives.add_member(work, walk.initiative, "U-C2", "compliance")
    walk.screen()
    walk.step("propose", "submit")
    evaluated = walk.step("evaluate")
    assert evaluated.decision is not None
    with office.work("officer") as work:
        # Seated and determined in a draft, so that the cleared session stays as it is.
        draft = sessions.draft(work, walk.initiative, "Draft", engagement()["session"])
        person = participants.find(work, canary)
        sessions.seat(work, draft, person, {"affiliation": "ACT-1", "access_needs": "met"})
        sessions.determine(work, draft, person, officer, "ACT-1", "neither", "He left it in 2019.")
        signoff = signoffs.request(work, session, convener, GEN_01)
    with office.work("officer") as work:
        decided = _newest(work, walk)
    return _ids(
        initiative_id=walk.initiative,
        membership_id=membership.id,
        participant_id=canary,
        organisation_id=body.id,
        session_id=draft.id,
        signoff_id=signoff.id,
        decision_id=decided,
        hit_id=_hit(office, listed),
        actor_ref="ACT-1",
        slug="not-found",
    ) | {"listed": str(listed), "cleared": str(walk.session)}
