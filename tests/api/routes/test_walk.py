"""The walk through the gate over HTTP, on both databases, each step by whoever may take it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from antechamber.cli.commands import commands
from antechamber.consents.service import FIELDS as CONSENT
from antechamber.identity import tokens, users
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.policies import shipped_regimes
from antechamber.screening import lists
from antechamber.screening.folder import active_lists, read_list
from antechamber.sessions import service as sessions
from antechamber.work import Everywhere
from house import GEN_01, OPERATIONS, House, Plan, living_in
from walk import FICTIONAL_LISTS, LISTED_NAME, engagement, prepare

Ids = dict[str, str]
ROLES = {
    "U-P1": "convener",
    "U-C1": "compliance",
    "U-C2": "compliance",
    "U-D1": "director",
    "U-G1": "gender_adviser",
}
ROUTE_FREE = {"rule", "code", "effect", "subject", "remedy"}
NOBODY = Plan({}, {}, {}, {}, "", "", "")


@dataclass(frozen=True)
class Desk:
    """Sends what a user asks for, with the tag that they would just have read."""

    house: House
    tokens: Mapping[str, str]

    def do(
        self, who: str, name: str, ids: Ids, body: Any = None, *, expect: int = 200, **how: Any
    ) -> Any:
        if body is not None:
            how["json"] = body
        reply = self.house.whole(OPERATIONS[name], self.tokens[who], ids=ids, **how)
        assert reply.status_code == expect, reply.text
        return reply

    def state(self, ids: Ids) -> str:
        found: str = self.do("U-P1", "sessions_read", ids).json()["state"]
        return found

    def steps(self, ids: Ids, *events: str) -> Any:
        for event in events:
            reply = self.do("U-P1", f"clearance_{event}", ids)
        return reply

    def withheld(self, ids: Ids, event: str) -> Any:
        """Ask for a step that policy withholds, and return what the convener is told."""
        told = self.do("U-P1", f"clearance_{event}", ids, expect=409).json()
        assert told["type"] == "/problems/withheld-by-policy"
        assert all(set(finding) - {"sign_off"} == ROUTE_FREE for finding in told["findings"])
        return told


def staff(office: Office) -> None:
    """What the command line does: users, their roles in the office, and the lists."""
    with office.work(Everywhere("administrator")) as work:
        for handle, role in ROLES.items():
            users.hold(work, users.register(work, handle, f"Staff {handle}").id, role)
        for described in active_lists(FICTIONAL_LISTS):
            lists.put_in_force(work, described, read_list(described), shipped_regimes())


def issued(office: Office) -> dict[str, str]:
    with office.work(Everywhere("administrator")) as work:
        return {
            handle: tokens.issue(
                work, users.by_handle(work, handle), role, lifetime=timedelta(hours=1)
            )
            for handle, role in ROLES.items()
        }


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """An office with staff and lists, and nothing else."""
    staff(office)
    with living_in(office, NOBODY) as house:
        yield Desk(house, issued(office))


@pytest.fixture
def ready(office: Office) -> Iterator[tuple[Desk, Ids]]:
    """An office whose session is ready to be proposed."""
    walk = prepare(office)
    with office.work(Everywhere("convener")) as work:
        for handle in ("U-C2", "U-G1"):
            initiatives.add_member(work, walk.initiative, handle, ROLES[handle])
    ids = {"initiative_id": str(walk.initiative), "session_id": str(walk.session)}
    people = {ref: str(person) for ref, person in walk.people.items()}
    with living_in(office, NOBODY) as house:
        yield Desk(house, issued(office)), ids | people


def some(facts: Mapping[str, Any], names: Any) -> dict[str, Any]:
    return {name: facts[name] for name in facts if name in names}


def begin(desk: Desk) -> Ids:
    """Make an initiative with its members, facts and reviewed nexus."""
    made = desk.do(
        "U-P1", "initiatives_create", {}, {"code_name": "HARBOUR LIGHT"}, expect=201
    ).json()
    ids = {"initiative_id": made["id"]}
    for handle in ("U-C1", "U-C2", "U-D1", "U-G1"):
        member = {"user": handle, "role": ROLES[handle]}
        desk.do("U-P1", "initiatives_add_member", ids, member, expect=201)
    facts = engagement()["initiative"]
    ordinary = {"facts": some(facts, initiatives.ORDINARY)}
    desk.do("U-P1", "initiatives_change", ids, ordinary)
    desk.do("U-C1", "initiatives_change_nexus", ids, {"facts": some(facts, initiatives.NEXUS)})
    desk.do("U-C1", "initiatives_review_nexus", ids)
    desk.do("U-D1", "initiatives_review_nexus", ids)
    for ref in ("ORG-x", "ORG-local"):
        body = {"ref": ref, "names": [f"Lakeside Circle {ref}"]}
        desk.do("U-P1", "organisations_record", ids, body, expect=201)
    return ids


def register(desk: Desk, ids: Ids, ref: str, *, like: str = "", name: str = "") -> str:
    """Register a participant of the base engagement with their consent."""
    facts = engagement()["participants"][like or ref]
    body = {
        "ref": ref,
        "pseudonym": f"Pseudonym {ref}",
        "identity": {"names": [name or f"Merrin Vandoral {ref}"]},
        "facts": some(facts, participants.ORDINARY),
    }
    made = desk.do("U-P1", "participants_register", ids, body, expect=201).json()
    person = {"participant_id": made["id"]}
    consent = {"facts": some(facts["consent"], CONSENT - {"subject"})}
    desk.do("U-P1", "consents_record", person, consent, expect=201)
    found: str = made["id"]
    return found


def seat(desk: Desk, ids: Ids, person: str, like: str, **changes: Any) -> None:
    facts = some(engagement()["participants"][like], sessions.ORDINARY) | changes
    place = ids | {"participant_id": person}
    desk.do("U-P1", "sessions_seat", place, {"facts": facts})


def draft(desk: Desk, ids: Ids) -> Ids:
    """Register everybody, draft a session, seat them and screen them."""
    people = {ref: register(desk, ids, ref) for ref in engagement()["participants"]}
    plan = {"title": "Workshop", "plan": engagement()["session"]}
    made = desk.do("U-P1", "sessions_draft", ids, plan, expect=201).json()
    ids = ids | {"session_id": made["id"]}
    for ref, person in people.items():
        seat(desk, ids, person, ref)
    told = desk.do("U-C1", "screening_screen", ids).json()
    assert told["open_hits"] == 0
    return ids | people


def test_a_session_is_made_cleared_and_scheduled_and_a_withdrawal_suspends_it(desk: Desk) -> None:
    ids = draft(desk, begin(desk))
    preview = desk.do("U-P1", "clearance_preview", ids).json()
    assert (preview["state"], preview["verdict"]["outcome"]) == ("draft", "clear")
    early = desk.do("U-P1", "clearance_schedule", ids, expect=409).json()
    assert (early["type"], early["state"]) == ("/problems/illegal-transition", "draft")
    cleared = desk.steps(ids, "propose", "submit", "evaluate").json()
    assert (cleared["state"], cleared["outcome"]) == ("cleared", "clear")
    scheduled = desk.steps(ids, "schedule").json()
    shown = desk.do("U-P1", "sessions_read", ids).json()
    assert (shown["state"], shown["clearance"]) == ("scheduled", scheduled["decision"])
    gone = desk.do("U-P1", "consents_withdraw", {"participant_id": ids["P3"]}).json()
    assert (gone["status"], gone["versions"]) == ("withdrawn", 2)
    after = desk.do("U-P1", "sessions_read", ids).json()
    assert (after["state"], after["clearance"]) == ("suspended", None)
    assert after["revision"] == shown["revision"] + 1
    made = desk.do("U-P1", "clearance_listing", ids).json()["items"]
    newest = max(made, key=lambda decision: decision["sequence"])
    assert [f["code"] for f in newest["verdict"]["findings"]] == ["withdrawn"]
    desk.do("U-P1", "sessions_unseat", ids | {"participant_id": ids["P3"]})
    assert desk.state(ids) == "suspended"
    desk.steps(ids, "reopen", "evaluate", "schedule")
    assert desk.state(ids) == "scheduled"


def test_a_listed_person_is_denied_until_compliance_settles_and_two_people_determine(
    desk: Desk,
) -> None:
    ids = draft(desk, begin(desk))
    group = {"ref": "ACT-1", "names": ["Fen Guild"], "actor_kind": "armed_group"}
    body = desk.do("U-C1", "organisations_record", ids, group, expect=201).json()["id"]
    listing = {"listings": {"L1": {"regime": "UK_TA2000"}}}
    desk.do("U-C1", "organisations_record_listings", {"organisation_id": body}, listing)
    person = register(desk, ids, "P9", like="P3", name=LISTED_NAME)
    seat(desk, ids, person, "P3", affiliation="ACT-1")
    desk.do("U-C1", "screening_screen", ids)
    place = ids | {"participant_id": person, "actor_ref": "ACT-1"}
    desk.steps(ids, "propose", "submit")
    told = desk.withheld(ids, "evaluate")
    assert (told["state"], told["outcome"]) == ("blocked", "deny")
    assert {"open_hit", "undetermined"} <= {f["code"] for f in told["findings"]}
    desk.do("U-P1", "screening_hits", ids, expect=403)
    (hit,) = desk.do("U-C1", "screening_hits", ids).json()["items"]
    assert (hit["ref"], hit["disposition"]) == ("P9", "open")
    said = {"kind": "false_positive", "reason": "Another year of birth."}
    settled = desk.do("U-C1", "screening_dispose", place | {"hit_id": hit["id"]}, said).json()
    assert (settled["disposition"], settled["by"]) == ("false_positive", "U-C1")
    reason = {"basis": "neither", "reason": "Left the group in 2019."}
    desk.do("U-C1", "sessions_determine", place, reason)
    alone = desk.do("U-C1", "sessions_second_read", place, expect=409).json()
    assert alone["type"] == "/problems/same-reader"
    desk.do("U-C2", "sessions_second_read", place)
    desk.steps(ids, "evaluate", "schedule")
    assert desk.state(ids) == "scheduled"


def ask(desk: Desk, ids: Ids, finding: dict[str, str]) -> Ids:
    wanted = {name: finding[name] for name in ("rule", "code", "subject")}
    terms = {"mitigation": GEN_01.mitigation, "memo": True, "expires": GEN_01.expires}
    body = {**wanted, **terms, "reason": GEN_01.reason}
    made = desk.do("U-P1", "signoffs_request", ids, body, expect=201).json()
    assert (made["state"], made["requested_by"]) == ("requested", "U-P1")
    return {"signoff_id": made["id"], **wanted}


def signers(desk: Desk, signoff: Ids) -> list[str]:
    requirement = desk.house.office.rulebook.requirement(signoff["rule"], signoff["code"])
    assert requirement is not None
    assert requirement.terms is not None
    return [next(u for u, held in ROLES.items() if held == r) for r in requirement.terms.roles]


def test_too_few_women_need_the_approval_of_two_and_its_revocation_suspends(
    ready: tuple[Desk, Ids],
) -> None:
    desk, ids = ready
    for ref in ("P4", "P7", "P8"):
        desk.do("U-P1", "sessions_unseat", ids | {"participant_id": ids[ref]})
    desk.steps(ids, "propose", "submit")
    told = desk.withheld(ids, "evaluate")
    assert (told["state"], told["outcome"]) == ("awaiting_approval", "needs_approval")
    asked = [ask(desk, ids, f) for f in told["findings"] if f["effect"] == "needs_approval"]
    share = next(each for each in asked if each["rule"] == "GEN-01")
    for signoff in asked:
        roles = signers(desk, signoff)
        for number, who in enumerate(roles, start=1):
            signed = desk.do(who, "signoffs_sign", signoff).json()
            assert signed["state"] == ("given" if number == len(roles) else "requested")
            again = desk.do(who, "signoffs_sign", signoff, expect=409).json()
            assert again["type"] in ("/problems/not-yours-to-sign", "/problems/sign-off-not-open")
    assert signers(desk, share) == ["U-D1", "U-G1"]
    assert desk.state(ids) == "cleared"
    desk.steps(ids, "schedule")
    revoked = desk.do("U-G1", "signoffs_revoke", share).json()
    assert revoked["state"] == "revoked"
    assert desk.state(ids) == "suspended"


def test_a_session_is_cancelled_whatever_the_rules_say_by_then(
    ready: tuple[Desk, Ids],
) -> None:
    desk, ids = ready
    desk.steps(ids, "propose", "submit", "evaluate", "schedule")
    office = desk.house.office
    stale = replace(office, clock=lambda: office.clock() + timedelta(days=60))
    with living_in(stale, NOBODY) as house:
        later = Desk(house, issued(stale))
        assert later.do("U-P1", "clearance_preview", ids).json()["verdict"]["outcome"] == "deny"
        assert later.steps(ids, "cancel").json()["state"] == "cancelled"


def test_an_exported_dossier_decided_on_the_command_line_gives_the_verdict_byte_for_byte(
    ready: tuple[Desk, Ids], tmp_path: Path
) -> None:
    desk, ids = ready
    codes = {"clear": 0, "needs_approval": 3, "deny": 4}
    desk.steps(ids, "propose", "submit", "evaluate", "schedule")
    desk.do("U-P1", "consents_withdraw", {"participant_id": ids["P3"]})
    made = desk.do("U-C1", "clearance_listing", ids).json()["items"]
    assert {decision["verdict"]["outcome"] for decision in made} == {"clear", "deny"}
    for decision in made:
        of = {"decision_id": decision["id"]}
        verdict = desk.do("U-C1", "clearance_verdict", of).content
        exported = tmp_path / f"{decision['sequence']}.json"
        exported.write_bytes(desk.do("U-C1", "clearance_dossier", of).content)
        printed = CliRunner().invoke(commands(), ["decide", str(exported)])
        assert printed.stdout_bytes == verdict
        assert json.loads(verdict) == decision["verdict"]
        assert printed.exit_code == codes[decision["verdict"]["outcome"]]
