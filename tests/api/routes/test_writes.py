"""What every write does when all is as it should be: once, with a tag that is then the record's."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import func, select

from antechamber.clearance import service as clearance
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.rulebooks import parameters, redeciding
from antechamber.signoffs import service as signoffs
from antechamber.tables import InitiativeRow, OfficeRow, Row
from antechamber.work import Everywhere
from contract import Operation, named
from house import OPERATIONS, PARAMETER, House

RoleFor = Callable[[Operation], str]
Ids = dict[str, str]
KEY_REUSED = "/problems/idempotency-key-reused"
SHOWN_AGAIN = {"participants_reveal", "screening_dispose", "screening_dispose_organisation"}
# A preview stores nothing, not even its key; of an erasure nothing is kept that names the person.
UNREMEMBERED = {"clearance_preview", "erasure_erase"}
WRITES = [each for each in OPERATIONS.values() if each.method != "GET"]
POSTS = [each for each in WRITES if each.asks("Idempotency-Key")]


def step(house: House, session: str, *events: str) -> Ids:
    for event in events:
        with house.office.work(Everywhere("convener")) as work:
            clearance.take_step(work, UUID(session), event)
    return {"session_id": session}


def sign(house: House) -> Ids:
    for role in ("director", "gender_adviser"):
        with house.office.work(Everywhere(role)) as work:
            handle = "M-" + role.replace("_", "-").upper()
            actor = Actor(users.by_handle(work, handle).id, handle, role, None)
            signoffs.sign(work, signoffs.find(work, UUID(house.plan.ids["signoff_id"])), actor)
    return {}


def parameter(house: House, value: int, *, everywhere: bool) -> Ids:
    """Set a parameter, or propose it if it is looser, for the office or for the initiative."""
    with house.office.work(Everywhere("officer")) as work:
        row: OfficeRow | InitiativeRow = work.session.get_one(OfficeRow, house.office.id)
        if not everywhere:
            row = work.session.get_one(InitiativeRow, UUID(house.plan.ids["initiative_id"]))
        actor = Actor(users.by_handle(work, "U-C1").id, "U-C1", "compliance", None)
        parameters.put(work, row, actor, PARAMETER, value, "The board asked for it.")
    redeciding.resume(house.office, Everywhere("officer"))
    return {}


# What must be so before an operation can succeed; for the others it is so.
BEFORE: dict[str, Callable[[House], Ids]] = {
    "clearance_submit": lambda house: step(house, house.plan.ids["session_id"], "propose"),
    "clearance_evaluate": lambda house: step(house, house.plan.ids["ready"], "reopen"),
    "clearance_schedule": lambda house: {"session_id": house.plan.ids["ready"]},
    "clearance_reopen": lambda house: {"session_id": house.plan.ids["ready"]},
    "screening_dispose_organisation": lambda house: {"hit_id": house.plan.ids["body_hit"]},
    "signoffs_revoke": sign,
    "parameters_remove": lambda house: parameter(house, 40, everywhere=False),
    "parameters_remove_office": lambda house: parameter(house, 40, everywhere=True),
    "parameters_confirm": lambda house: parameter(house, 25, everywhere=False),
    "parameters_confirm_office": lambda house: parameter(house, 25, everywhere=True),
}


@pytest.fixture
def before(fresh: House) -> Callable[[Operation], Ids]:
    def prepare(operation: Operation) -> Ids:
        change = BEFORE.get(operation.id)
        return change(fresh) if change else {}

    return prepare


def rows(house: House, *, but: Collection[str]) -> dict[str, int]:
    with house.office.reading(Everywhere("test")) as work:
        return {
            table.name: work.session.exec(select(func.count()).select_from(table)).one()
            for table in Row.metadata.sorted_tables
            if table.name not in but
        }


@named(WRITES)
def test_the_documented_example_succeeds_and_the_tag_in_the_answer_is_the_records(
    fresh: House, operation: Operation, role_for: RoleFor, before: Callable[[Operation], Ids]
) -> None:
    member, ids = fresh.plan.members[role_for(operation)], before(operation)
    headers = fresh.headers(operation, member, ids=ids)
    reply = fresh.whole(operation, member, ids=ids, headers=headers)
    assert reply.status_code in (200, 201, 204), reply.text
    assert ("Location" in reply.headers) is (reply.status_code == 201)
    if "If-Match" in headers and operation.method != "DELETE":
        assert reply.headers["ETag"] != headers["If-Match"]
        shown = fresh.send(fresh.target(operation), member, ids=ids)
        assert shown.headers["ETag"] == reply.headers["ETag"]
    if reply.status_code == 201:
        made = fresh.client.get(
            reply.headers["Location"], headers={"Authorization": f"Bearer {member}"}
        )
        assert (made.status_code, made.headers["ETag"]) == (200, reply.headers["ETag"])
    if "If-Match" in headers:
        again = fresh.whole(operation, member, ids=ids, headers={"If-Match": headers["If-Match"]})
        assert again.status_code == (404 if operation.id == "initiatives_remove_member" else 412)


def _told(operation: Operation, reply: Any) -> Any:
    """Return what was answered, but for what an erasure destroyed: nothing, the second time."""
    body = reply.json()
    if operation.id == "erasure_erase":
        del body["destroyed"]
    return body


@named(POSTS)
def test_a_repetition_answers_the_same_does_nothing_twice_and_takes_no_other_body(
    fresh: House, operation: Operation, role_for: RoleFor, before: Callable[[Operation], Ids]
) -> None:
    member, ids = fresh.plan.members[role_for(operation)], before(operation)
    headers = fresh.headers(operation, member, ids=ids)
    first = fresh.whole(operation, member, ids=ids, headers=headers)
    # To show an identity or a hit again is to read it again: one more entry in the audit log.
    but = {"audit_entry"} if operation.id in SHOWN_AGAIN else set()
    done = rows(fresh, but=but)
    second = fresh.whole(operation, member, ids=ids, headers=headers)
    assert second.status_code == first.status_code
    assert _told(operation, second) == _told(operation, first)
    for name in ("ETag", "Location"):
        assert second.headers.get(name) == first.headers.get(name)
    if operation.id not in UNREMEMBERED:
        headers["Content-Type"] = "application/json"
        other = fresh.whole(operation, member, ids=ids, headers=headers, content=b'{"other": 1}')
        assert (other.status_code, other.json()["type"]) == (422, KEY_REUSED)
    assert rows(fresh, but=but) == done
