"""What every operation refuses, in one order: 401, 404, 403, 413/415, 400/428/412, 422."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import uuid4

import pytest

from antechamber.identity.access import ALLOWED
from antechamber_compliance.dossier.vocabulary import ROLES
from contract import CANARY, Operation, named, wrong_bodies
from house import OPERATIONS, House

pytestmark = pytest.mark.usefixtures("unchanged")
RoleFor = Callable[[Operation], str]

MIB = 1 << 20
JSON = {"Content-Type": "application/json"}
# Asked without a token, answered without detail.
OPEN = {"health_alive", "health_ready", "problems_explain"}
CLOSED = [each for each in OPERATIONS.values() if each.id not in OPEN]
WITH_IDS = [each for each in CLOSED if each.parameters]
# What belongs to the office as a whole is hidden from nobody who holds the role office-wide.
COMPARTMENTED = [
    each for each in WITH_IDS if not each.path.startswith(("/v1/office/", "/match/", "/entities/"))
]
WITH_BODY = [each for each in CLOSED if each.body]
# What each operation asks `may`; every operation but the open ones is here.
ACTIONS = {
    "initiative.read": "initiatives_read",
    "initiative.write": "initiatives_change",
    "nexus.write": "initiatives_change_nexus initiatives_review_nexus",
    "parameter.read": "parameters_listing parameters_read",
    "parameter.write": "parameters_put parameters_remove",
    "parameter.confirm": "parameters_confirm",
    "office-parameter.read": "parameters_office_listing parameters_read_office",
    "office-parameter.write": "parameters_put_office parameters_remove_office",
    "office-parameter.confirm": "parameters_confirm_office",
    "membership.read": "initiatives_members initiatives_read_member",
    "membership.write": "initiatives_add_member initiatives_remove_member",
    "organisation.read": "organisations_listing organisations_read",
    "organisation.write": "organisations_record",
    "participant.read": "participants_listing participants_read",
    "participant.write": "participants_register participants_change participants_rename",
    "identity.read": "participants_reveal",
    "listing.write": "participants_record_listings organisations_record_listings",
    "determination.write": "sessions_determine sessions_second_read",
    "hit.read": "screening_hits",
    "disposition.write": "screening_dispose screening_dispose_organisation",
    "consent.record": "consents_record",
    "consent.withdraw": "consents_withdraw",
    "screening.run": "screening_screen",
    "session.read": "sessions_listing sessions_read",
    "session.write": "sessions_draft sessions_replan sessions_seat sessions_unseat",
    "session.propose": "clearance_propose",
    "session.submit": "clearance_submit",
    "session.preview": "clearance_preview",
    "session.evaluate": "clearance_evaluate",
    "session.reopen": "clearance_reopen",
    "session.schedule": "clearance_schedule",
    "session.cancel": "clearance_cancel",
    "signoff.read": "signoffs_listing signoffs_read",
    "signoff.request": "signoffs_request",
    "signoff.approve": "signoffs_sign signoffs_refuse",
    "signoff.revoke": "signoffs_revoke",
    "decision.read": "clearance_listing clearance_read",
    "dossier.read": "clearance_verdict clearance_dossier",
    "initiative.create": "initiatives_create",
    "initiative.list": "initiatives_listing",
    "lists.read": "screening_lists",
    "participant.erase": "erasure_erase",
    "lists.match": "matching_match matching_entity matching_catalog matching_algorithms",
}
# Not done over HTTP: the command line adds users and imports lists, and says which rules it has.
ELSEWHERE = {"lists.write", "user.read", "user.write", "rulebook.read"}


def refused(reply: Any, status: int, slug: str) -> None:
    assert (reply.status_code, reply.json()["type"]) == (status, f"/problems/{slug}")
    assert "quillon" not in reply.text
    assert "quillon" not in repr(reply.headers)


def bare(reply: Any) -> Any:
    """A reply without what differs from one request to the next."""
    varying = {"x-request-id", "ratelimit", "date"}
    kept = {k: v for k, v in reply.headers.items() if k not in varying}
    return reply.status_code, kept, reply.content


def test_only_health_and_the_explanations_need_no_token() -> None:
    assert {each.id for each in OPERATIONS.values() if not each.signed_in} == OPEN


@named(CLOSED)
def test_without_a_good_token_every_operation_is_401(house: House, operation: Operation) -> None:
    how: dict[str, Any] = {"content": b"{"} if operation.body else {}
    wrong = [None, CANARY, "ante_" + "0" * 72, house.plan.expired]
    replies = [house.send(operation, token, headers=JSON, **how) for token in wrong]
    basic = {"Authorization": f"Basic {house.plan.members['convener']}"}
    replies.append(house.send(operation, None, headers=JSON | basic, **how))
    for reply in replies:
        refused(reply, 401, "unauthorised")
        assert reply.headers["WWW-Authenticate"] == "Bearer"
        assert bare(reply) == bare(replies[0])


def absent(ids: Mapping[str, str]) -> dict[str, str]:
    return {name: str(uuid4()) for name in ids}


def attempts(house: House, operation: Operation, member: str) -> Iterator[dict[str, Any]]:
    """A request as it should be, one without headers, and one whose body is wrong as well."""
    headers = house.headers(operation, member)
    yield {"headers": headers} | ({"json": operation.example} if operation.body else {})
    yield {}
    if operation.body:
        yield {"headers": headers | JSON, "content": b"{"}


@named(COMPARTMENTED)
def test_what_is_hidden_looks_like_what_is_absent(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    """To a non-member, to a member of another initiative, and with a token bound to another."""
    plan, role = house.plan, role_for(operation)
    whole, *others = attempts(house, operation, plan.members[role])
    tried = [(plan.outsiders[role], how) for how in (whole, *others)] + [(plan.nobody, whole)]
    if role == "convener":
        tried.append((plan.bound, whole))
    for outsider, how in tried:
        hidden = house.send(operation, outsider, **how)
        refused(hidden, 404, "not-found")
        nowhere = house.send(operation, outsider, ids=absent(plan.ids), **how)
        assert bare(hidden) == bare(nowhere)


@named([each for each in COMPARTMENTED if len(each.parameters) > 1])
def test_a_record_of_another_initiative_is_absent_in_this_one(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    plan, role = house.plan, role_for(operation)
    member = plan.members[role]
    for name in operation.parameters[1:]:
        if name not in plan.others or name == "actor_ref":
            continue
        for how in attempts(house, operation, member):
            elsewhere = house.send(operation, member, ids={name: plan.others[name]}, **how)
            nowhere = house.send(operation, member, ids={name: str(uuid4())}, **how)
            assert bare(elsewhere) == bare(nowhere)
            assert elsewhere.status_code in (400, 404, 422, 428)


@named(WITH_IDS)
def test_what_is_no_id_is_404(house: House, operation: Operation, role_for: RoleFor) -> None:
    ids = {operation.parameters[0]: CANARY}
    refused(
        house.send(operation, house.plan.members[role_for(operation)], ids=ids), 404, "not-found"
    )


@named(CLOSED)
def test_a_member_does_what_their_role_may_and_nothing_else(
    house: House, operation: Operation, actions: dict[str, str]
) -> None:
    """With one role that may and three that may not; `may` itself is tried with every role."""
    allowed = ALLOWED[actions[operation.id]]
    start = sum(operation.id.encode()) % len(ROLES)
    roles = ROLES[start:] + ROLES[:start]
    for role in [role for role in roles if role in allowed][:1]:
        unready = 422 if operation.id == "matching_match" else 400  # it asks for no key first
        status = house.send(operation, house.plan.members[role]).status_code
        assert status in (200, unready, 428)
    for role in [role for role in roles if role not in allowed][:3]:
        refused(house.send(operation, house.plan.members[role]), 403, "forbidden")


def test_each_operation_asks_for_its_action_and_no_action_is_left_over(
    actions: dict[str, str],
) -> None:
    wanted = {name: action for action, names in ACTIONS.items() for name in names.split()}
    assert actions == wanted | dict.fromkeys(OPEN, "")
    assert set(ACTIONS) == ALLOWED.keys() - ELSEWHERE


@named(WITH_BODY)
def test_a_body_over_a_mebibyte_is_413(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    member = house.plan.members[role_for(operation)]
    headers = house.headers(operation, member) | JSON
    declared = house.send(operation, member, headers=headers, content=b" " * (MIB + 1))
    refused(declared, 413, "content-too-large")
    chunks = iter([b" " * MIB, b" "])
    refused(
        house.send(operation, member, headers=headers, content=chunks), 413, "content-too-large"
    )
    just = house.send(operation, member, headers=headers, content=b" " * MIB)
    refused(just, 422, "invalid-request")


@named(WITH_BODY)
def test_a_body_that_is_not_json_is_415_or_422(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    member = house.plan.members[role_for(operation)]
    headers = house.headers(operation, member)
    for media in ("text/plain", "application/json; charset=latin-1", CANARY):
        sent = headers | {"Content-Type": media}
        reply = house.send(operation, member, headers=sent, content=b"{}")
        refused(reply, 415, "unsupported-media-type")
    for content in (
        b"",
        b"{",
        b"[]",
        b"null",
        b'"quillon"',
        b"NaN",
        b'{"quillon": "\xff"}',
        b"[" * 9999,
    ):
        reply = house.send(operation, member, headers=headers | JSON, content=content)
        refused(reply, 422, "invalid-request")


@named(WITH_BODY)
def test_each_member_of_a_body_has_its_type_and_its_bounds_and_there_are_no_others(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    member, schema = house.plan.members[role_for(operation)], operation.body
    headers = house.headers(operation, member)
    assert schema is not None
    bodies = list(wrong_bodies(schema, operation.example))
    assert len(bodies) > 5
    for body in bodies:
        reply = house.send(operation, member, headers=headers, json=body)
        assert reply.status_code == 422, body
        refused(reply, 422, "invalid-request")
        assert reply.json()["errors"]


@named([each for each in CLOSED if each.asks("If-Match")])
def test_a_write_without_the_present_tag_is_428_or_412(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    member = house.plan.members[role_for(operation)]
    headers = house.headers(operation, member)
    tag = headers.pop("If-Match")
    how: dict[str, Any] = {"json": operation.example} if operation.body else {}
    for wrong, status, slug in (
        ({}, 428, "if-match-required"),
        ({"If-Match": "*"}, 428, "if-match-required"),
        ({"If-Match": f'"{uuid4().hex}"'}, 412, "stale"),
        ({"If-Match": f"W/{tag}"}, 412, "stale"),
        ({"If-Match": '"quillon'}, 412, "stale"),
    ):
        refused(house.send(operation, member, headers=headers | wrong, **how), status, slug)


@named([each for each in CLOSED if each.asks("Idempotency-Key")])
def test_a_post_without_a_proper_key_is_400(
    house: House, operation: Operation, role_for: RoleFor
) -> None:
    member = house.plan.members[role_for(operation)]
    headers = house.headers(operation, member)
    how: dict[str, Any] = {"json": operation.example} if operation.body else {}
    for key in (None, "", "a b", "x" * 129):
        sent = headers | {"Idempotency-Key": key} if key is not None else headers.copy()
        if key is None:
            del sent["Idempotency-Key"]
        refused(house.send(operation, member, headers=sent, **how), 400, "idempotency-key-required")


def test_every_post_asks_for_a_key_and_every_other_write_for_a_tag() -> None:
    for operation in CLOSED:
        # To match is to read, and changes nothing; its clients know no such header.
        writes = operation.method == "POST" and operation.id != "matching_match"
        assert operation.asks("Idempotency-Key") is writes
        if operation.method not in ("GET", "POST"):
            assert operation.asks("If-Match")


LISTS = [each for each in CLOSED if each.asks("cursor")]


@named(LISTS)
def test_a_cursor_is_good_for_its_own_reader_and_list_alone(
    house: House, operation: Operation
) -> None:
    mine, theirs = house.plan.members["convener"], house.plan.members["compliance"]
    foreign = next(each for each in LISTS if each.id == "initiatives_members")
    link = house.send(foreign, mine, params={"limit": 1}).headers["Link"]
    cursor = link.partition("cursor=")[2].partition(">")[0]
    good = house.send(foreign, mine, params={"cursor": cursor})
    assert good.status_code == 200
    wrong = [(mine, "quillon"), (mine, "A" * 43), (mine, ""), (theirs, cursor), (mine, "é")]
    if operation is not foreign:
        wrong.append((mine, cursor))
    for token, each in wrong:
        refused(house.send(operation, token, params={"cursor": each}), 422, "bad-cursor")
    refused(house.send(operation, mine, params={"cursor": "quillon" * 10}), 422, "invalid-request")
    for limit in ("0", "201", "-1", "quillon", "1.5", ""):
        refused(house.send(operation, mine, params={"limit": limit}), 422, "invalid-request")
