"""Parameters over HTTP: tightening at once, loosening by two people, and what follows."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from antechamber import audit
from antechamber.app import create_app
from antechamber.clearance import decisions
from antechamber.documents import store
from antechamber.identity import tokens, users
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.rulebooks import redeciding, service
from antechamber.rulebooks.candidates import Candidate
from antechamber.tables import AuditEntryRow, DecisionRow, OfficeRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from antechamber_compliance.policy import NO_RULES
from antechamber_compliance.rulebook import load
from engagements import policy_files
from house import AN_HOUR, UNLIMITED
from signed_rules import keys, signed_by, trust
from walk import INDEXES, Walk, prepare

FLOOR = "GEN-01.women_floor_pct"
AGE = "PRO-01.screen_max_age_days"
WHY = "The board asked for it."
OFFICE = "/v1/office/parameters"


class Desk:
    """HTTP in the name of those who work in the office."""

    def __init__(self, walk: Walk, client: TestClient) -> None:
        self.walk, self.client = walk, client
        self.number = 0

    @property
    def own(self) -> str:
        return f"/v1/initiatives/{self.walk.initiative}/parameters"

    def send(self, who: str, method: str, path: str, **how: Any) -> Any:
        handle, role = {"officer": ("U-C1", "compliance"), "director": ("U-D1", "director")}[who]
        with self.walk.office.work(Everywhere("administrator")) as work:
            user = users.by_handle(work, handle)
            token = tokens.issue(work, user, role, None, lifetime=AN_HOUR)
        headers = {"Authorization": f"Bearer {token}"}
        self.number += 1
        if method != "GET":
            record = path.removesuffix("/confirmation")
            headers["If-Match"] = self.client.get(record, headers=headers).headers["ETag"]
            headers["Idempotency-Key"] = f"request-{self.number}"
        return self.client.request(method, path, headers=headers, **how)

    def put(self, path: str, value: Any, expect: int = 200) -> Any:
        reply = self.send("officer", "PUT", path, json={"value": value, "reason": WHY})
        assert reply.status_code == expect, reply.text
        return reply.json()

    def confirm(self, path: str) -> Any:
        return self.send("director", "POST", f"{path}/confirmation")

    def read(self, path: str) -> Any:
        return self.send("officer", "GET", path).json()

    def parameters_decided_on(self) -> dict[str, Any]:
        with self.walk.office.reading(Everywhere("test")) as work:
            last = select(DecisionRow).order_by(col(DecisionRow.sequence).desc()).limit(1)
            record = decisions.open_record(work, work.session.exec(last).one())
        found: dict[str, Any] = record.verdict["parameters"]["values"]
        return found


@pytest.fixture
def desk(sqlcipher_office: Office) -> Iterator[Desk]:
    walk = prepare(sqlcipher_office)
    app = create_app(sqlcipher_office, settings=UNLIMITED, indexes=INDEXES)
    with TestClient(app) as client:
        yield Desk(walk, client)


def scheduled(desk: Desk) -> None:
    desk.walk.step("propose", "submit", "evaluate", "schedule")


def places(desk: Desk) -> tuple[str, str]:
    return f"{OFFICE}/{FLOOR}", f"{desk.own}/{FLOOR}"


@pytest.mark.parametrize("layer", [0, 1])
def test_a_tighter_value_is_in_force_at_once_and_everything_is_decided_again(
    desk: Desk, layer: int
) -> None:
    scheduled(desk)
    shown = desk.put(places(desk)[layer], 40)
    assert (shown["rulebook"], shown["in_force"], shown["proposed"]) == (30, 40, None)
    assert desk.parameters_decided_on()[FLOOR] == 40
    assert desk.walk.state() == "scheduled"
    with desk.walk.office.reading(Everywhere("test")) as work:
        assert redeciding.pending(work) is None


@pytest.mark.parametrize("layer", [0, 1])
def test_a_looser_value_waits_for_a_director(desk: Desk, layer: int) -> None:
    scheduled(desk)
    place = places(desk)[layer]
    shown = desk.put(place, 25)
    assert (shown["in_force"], shown["proposed"]["value"]) == (30, 25)
    assert desk.parameters_decided_on()[FLOOR] == 30
    confirmed = desk.confirm(place)
    assert confirmed.status_code == 200
    shown = confirmed.json()
    own = shown["organisation" if layer == 0 else "initiative"]
    assert (shown["in_force"], shown["proposed"], own["confirmed_by"]) == (25, None, "U-D1")
    assert desk.parameters_decided_on()[FLOOR] == 25


def test_a_tighter_value_that_denies_suspends(desk: Desk) -> None:
    scheduled(desk)
    shown = desk.put(f"{OFFICE}/CON-05.max_consent_months", 1)
    assert shown["in_force"] == 1
    assert desk.walk.state() == "suspended"


def test_an_initiative_does_not_undercut_what_the_organisation_set(desk: Desk) -> None:
    everywhere, here = places(desk)
    desk.put(everywhere, 40)
    assert desk.put(here, 35)["proposed"]["value"] == 35
    assert desk.confirm(here).json()["in_force"] == 35
    desk.put(everywhere, 45)  # stricter than what was agreed to be undercut
    assert desk.read(here)["in_force"] == 45


def test_a_looser_value_that_waits_is_taken_back_by_a_tighter_one(desk: Desk) -> None:
    place = places(desk)[1]
    desk.put(place, 25)
    desk.put(place, 30)
    reply = desk.confirm(place)
    assert (reply.status_code, reply.json()["type"]) == (409, "/problems/nothing-proposed")


def test_who_proposed_a_looser_value_does_not_confirm_it(desk: Desk) -> None:
    with desk.walk.office.work(Everywhere("administrator")) as work:
        users.hold(work, users.by_handle(work, "U-D1").id, "compliance")
        initiatives.add_member(work, desk.walk.initiative, "U-D1", "compliance")
    for place in places(desk):
        with desk.walk.office.work(Everywhere("administrator")) as work:
            user = users.by_handle(work, "U-D1")
            token = tokens.issue(work, user, "compliance", None, lifetime=AN_HOUR)
        headers = {"Authorization": f"Bearer {token}"}
        headers["If-Match"] = desk.client.get(place, headers=headers).headers["ETag"]
        body = {"value": 25, "reason": WHY}
        assert desk.client.put(place, headers=headers, json=body).status_code == 200
        reply = desk.confirm(place)
        assert (reply.status_code, reply.json()["type"]) == (409, "/problems/second-person")
        assert desk.read(place)["in_force"] == 30


@pytest.mark.parametrize("value", [19, 51, "40", True, ["40"]])
def test_a_value_outside_the_bounds_is_refused_and_nothing_is_kept(desk: Desk, value: Any) -> None:
    for place in places(desk):
        assert "20 to 50" in str(desk.put(place, value, expect=422)["errors"])
        assert desk.read(place)["in_force"] == 30


def test_removing_a_value_gives_the_one_below_back(desk: Desk) -> None:
    scheduled(desk)
    everywhere, here = places(desk)
    desk.put(everywhere, 40)
    desk.put(here, 45)
    assert desk.send("officer", "DELETE", here).status_code == 204
    assert desk.parameters_decided_on()[FLOOR] == 40
    assert desk.send("officer", "DELETE", everywhere).status_code == 204
    assert desk.parameters_decided_on()[FLOOR] == 30
    assert desk.send("officer", "DELETE", here).status_code == 404


def test_the_count_of_parameters_fits_in_every_combination(desk: Desk) -> None:
    scheduled(desk)
    everywhere, here = places(desk)
    for place in (here, everywhere, f"{OFFICE}/{AGE}"):
        desk.put(place, 30 if place != here else 31)
        assert desk.walk.state() == "scheduled"
    desk.send("officer", "DELETE", everywhere)
    assert desk.walk.state() == "scheduled"


def test_the_list_names_every_parameter_once(desk: Desk) -> None:
    declared = desk.walk.office.rulebook.parameters()
    for path in (OFFICE, desk.own):
        items = desk.read(path)["items"]
        assert [each["name"] for each in items] == sorted(declared)


def test_a_parameter_that_a_new_rulebook_has_no_more_denies_until_it_is_removed(
    desk: Desk,
) -> None:
    scheduled(desk)
    name = _some_parameter_of_a_rule_that_may_go(desk)
    place = f"{desk.own}/{name}"
    desk.put(place, desk.read(place)["rulebook"])
    rule = name.partition(".")[0]
    files = {path: raw for path, raw in policy_files().items() if f"/{rule}-" not in path}
    changed = {**files, "rulebook.toml": b"revision = 2\n"}
    _adopt(desk, changed)
    assert desk.walk.state() == "suspended"
    shown = desk.read(place)
    assert (shown["bounds"], shown["rulebook"]) == (None, None)
    assert desk.put(place, 1, expect=404)
    assert desk.send("officer", "DELETE", place).status_code == 204
    desk.walk.step("reopen")
    assert desk.walk.step("evaluate").session.state.value == "cleared"


def _some_parameter_of_a_rule_that_may_go(desk: Desk) -> str:
    return next(n for n in sorted(desk.walk.office.rulebook.parameters()) if n.startswith("MEL-"))


def _adopt(desk: Desk, files: dict[str, bytes]) -> None:
    signed = signed_by(files, keys())
    with desk.walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, Candidate(signed, load(signed), 0), trust())
    redeciding.run(desk.walk.office, Everywhere("officer"))


def test_without_a_rulebook_nothing_is_set_and_the_office_is_not_ready(desk: Desk) -> None:
    with desk.walk.office.work(Everywhere("administrator")) as work:
        service.trust(work, "director", trust()["director"])
    assert desk.walk.office.rulebook is NO_RULES
    assert desk.send("officer", "GET", f"{OFFICE}/{FLOOR}").status_code == 404
    assert desk.client.get("/readyz").status_code == 503
    assert desk.client.get("/healthz").status_code == 200


def test_every_change_has_its_audit_entry(desk: Desk) -> None:
    for place, looser in zip(places(desk), (25, 24), strict=True):
        desk.put(place, 40)
        desk.send("officer", "DELETE", place)
        desk.put(place, looser)
        desk.confirm(place)
    assert audit.verify(desk.walk.office).count
    with desk.walk.office.reading(Everywhere("test")) as work:
        entries = work.session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.sequence)))
        actions = [work.open_json(row, "entry", key=OFFICE_KEY)["action"] for row in entries]
    found = [each for each in actions if each.startswith("parameter.")]
    assert [each.partition(".")[2] for each in found] == [
        *("set", "removed", "proposed", "confirmed"),
        *("set", "removed", "proposed", "confirmed"),
    ]


def test_a_killed_request_leaves_a_mark(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scheduled(desk)
    monkeypatch.setattr(redeciding, "resume", lambda *_: None)
    desk.put(f"{OFFICE}/CON-05.max_consent_months", 1)
    monkeypatch.undo()
    assert desk.walk.state() == "scheduled"
    assert redeciding.resume(desk.walk.office, Everywhere("next command")) == 1
    assert desk.walk.state() == "suspended"


def test_the_office_keeps_who_set_what_and_why(desk: Desk) -> None:
    desk.put(f"{OFFICE}/{FLOOR}", 40)
    with desk.walk.office.reading(Everywhere("test")) as work:
        document = store.load_office(work, work.session.get_one(OfficeRow, desk.walk.office.id))
    kept = document.parameters[FLOOR]
    assert (kept.value, kept.by, kept.reason, kept.confirmed_by) == (40, "U-C1", WHY, None)
