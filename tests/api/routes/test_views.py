"""Who sees what, role by role (need to know, DOMAIN.md section 5): the whole table."""

from typing import Any

import pytest

from antechamber.documents.participant import PERSONAL
from antechamber.documents.session import SEATED
from antechamber.identity.access import ALLOWED
from antechamber.initiatives.service import NEXUS, ORDINARY
from antechamber_compliance.dossier.vocabulary import REGIMES, ROLES
from house import OPERATIONS, House

pytestmark = pytest.mark.usefixtures("unchanged")

READERS = sorted(ALLOWED["session.read"])
WHOLE = "whole"
PLACE = {"country", "tz", "start", "end"}
FIELD_FACTS = set(PERSONAL) - {"gender", "listings"}
LEGAL_FACTS = {"listings", "coi", "rights_request", "legal_basis"}
FIELD_SEAT = set(SEATED) - {"determinations"}

# role -> what of a participant, of their consent, whether open hits are counted
PARTICIPANT: dict[str, tuple[set[str] | None, str | None, bool]] = {
    "convener": (FIELD_FACTS, WHOLE, True),
    "facilitator": (FIELD_FACTS, None, False),
    "compliance": (LEGAL_FACTS, WHOLE, True),
    "auditor": (LEGAL_FACTS, WHOLE, True),
    "data_protection_officer": ({"rights_request", "legal_basis"}, WHOLE, False),
    "security_lead": ({"threat"}, None, False),
    "logistics": (None, "purposes", False),
    "director": (None, None, False),
    "gender_adviser": (None, None, False),
    "safeguarding_lead": (None, None, False),
}
# role -> whether the title, what of the plan, what of each seat
SESSION: dict[str, tuple[bool, Any, set[str] | None]] = {
    "convener": (True, WHOLE, FIELD_SEAT),
    "facilitator": (True, WHOLE, FIELD_SEAT),
    "compliance": (True, WHOLE, set(SEATED)),
    "auditor": (True, WHOLE, set(SEATED)),
    "director": (
        True,
        WHOLE,
        {"role", "track", "affiliation", "party", "determinations"},
    ),
    "gender_adviser": (True, {"country", "format", "gender_expertise"}, None),
    "logistics": (
        False,
        PLACE | {"catering"},
        {"mode", "crosses_border", "travel_from", "travel_to", "access_needs"},
    ),
    "security_lead": (
        False,
        PLACE | {"risk", "channel", "venue_cleared_to", "confidentiality"},
        None,
    ),
    "safeguarding_lead": (False, PLACE, None),
    "data_protection_officer": (False, None, None),
    "me_adviser": (False, None, None),
    "funder_liaison": (False, None, None),
    "deconfliction_officer": (False, None, None),
    "integrator": (False, None, None),
}
# role -> how findings show: whole, without route, those about gender, counted, not at all
FINDINGS = {
    "compliance": WHOLE,
    "auditor": WHOLE,
    "convener": "route-free",
    "facilitator": "route-free",
    "director": "route-free",
    "gender_adviser": "gender",
    "security_lead": "counted",
    "safeguarding_lead": "counted",
    "data_protection_officer": "counted",
    "deconfliction_officer": "counted",
    "logistics": "status",
    "me_adviser": "status",
    "funder_liaison": "status",
    "integrator": "status",
}
ROUTE_FREE = {"rule", "code", "effect", "subject", "remedy"}
SIGNOFF = {"convener", "facilitator", "compliance", "director", "auditor", "gender_adviser"}
FACTS_OF_INITIATIVE = {
    "convener": "ordinary",
    "facilitator": "ordinary",
    "compliance": WHOLE,
    "director": WHOLE,
    "auditor": WHOLE,
}


def get(house: House, name: str, role: str, **ids: str) -> Any:
    return house.send(OPERATIONS[name], house.plan.members[role], ids=ids).json()


def test_the_tables_name_everybody_who_may_read() -> None:
    assert set(PARTICIPANT) == ALLOWED["participant.read"]
    assert set(SESSION) == ALLOWED["session.read"]
    assert set(FINDINGS) == ALLOWED["decision.read"]


@pytest.mark.parametrize("role", PARTICIPANT)
def test_a_participant(house: House, role: str) -> None:
    shown = get(house, "participants_read", role)
    facts, consent, counted = PARTICIPANT[role]
    assert (set(shown["facts"]) if shown["facts"] is not None else None) == facts
    assert (shown["open_hits"] == 1) is counted
    match consent:
        case None:
            assert shown["consent"] is None
        case "purposes":
            assert shown["consent"] == {"purposes": ["participation"]}
        case _:
            assert shown["consent"]["form"] == "written"
    listed = get(house, "participants_listing", role)["items"]
    assert next(each for each in listed if each["id"] == shown["id"]) == shown


@pytest.mark.parametrize("role", SESSION)
def test_a_session(house: House, role: str) -> None:
    shown = get(house, "sessions_read", role)
    title, plan, seat = SESSION[role]
    assert (shown["title"] is not None) is title
    if plan == WHOLE:
        assert {"format", "risk", "country", "consulted"} <= set(shown["plan"])
    else:
        assert (set(shown["plan"]) if shown["plan"] is not None else None) == plan
    if seat is None:
        assert shown["seats"] is None
    else:
        (only,) = shown["seats"]
        assert set(only["facts"]) == seat
        assert only["pseudonym"] == "Heron"


@pytest.mark.parametrize("role", FINDINGS)
def test_a_decision(house: House, role: str) -> None:
    decision = house.plan.others["decision_id"]  # of an empty session: denied, for many reasons
    token = house.plan.outsiders[role]
    shown = house.send(OPERATIONS["clearance_read"], token, ids={"decision_id": decision}).json()
    verdict = shown["verdict"]
    status = {"outcome", "may_proceed", "as_of", "valid_until", "findings"}
    found = verdict["findings"]
    if FINDINGS[role] == WHOLE:
        assert {"rulebook", "lists", "routes", "parameters"} <= set(verdict)
        assert {"message", "paths", "view"} <= set(found[0])
        return
    assert set(verdict) == status | (
        {"unreachable", "suggestions"} if FINDINGS[role] == "route-free" else set()
    )
    assert verdict["outcome"] == "deny"
    match FINDINGS[role]:
        case "route-free":
            shown_of = {f["rule"]: set(f) for f in found}
            assert shown_of["CON-07"] == ROUTE_FREE | {"missing"}
            assert shown_of["PRO-11"] == ROUTE_FREE
            assert all(ROUTE_FREE <= each <= ROUTE_FREE | {"missing"} for each in shown_of.values())
        case "gender":
            assert {f["rule"].partition("-")[0] for f in found} == {"GEN"}
        case "counted":
            assert all(set(f) == {"effect", "count"} for f in found)
            assert found
        case _:
            assert found == []


@pytest.mark.parametrize("role", sorted(ALLOWED["signoff.read"]))
def test_a_signoff_shows_what_it_is_for_to_those_who_ask_judge_or_may_sign(
    house: House, role: str
) -> None:
    shown = get(house, "signoffs_read", role)
    assert (shown["state"], shown["kind"]) == ("requested", "waiver")
    for name in ("rule", "code", "subject", "reason", "mitigation", "requested_by", "signatures"):
        assert (shown[name] is not None) is (role in SIGNOFF), name


@pytest.mark.parametrize("role", sorted(ALLOWED["initiative.read"]))
def test_an_initiative(house: House, role: str) -> None:
    shown = get(house, "initiatives_read", role)
    assert (shown["code_name"] is None) is (role == "integrator")
    match FACTS_OF_INITIATIVE.get(role):
        case None:
            assert shown["facts"] is None
        case "ordinary":
            assert set(shown["facts"]) == ORDINARY
        case _:
            assert set(shown["facts"]) >= ORDINARY | NEXUS


@pytest.mark.parametrize("role", sorted(ALLOWED["organisation.read"]))
def test_an_organisation_shows_listings_to_compliance_and_auditors(house: House, role: str) -> None:
    shown = get(house, "organisations_read", role)
    assert (shown["listings"] is not None) is (role in ("compliance", "auditor"))


@pytest.mark.parametrize("role", ["convener", "facilitator", "logistics", "gender_adviser"])
def test_no_regime_no_list_and_no_list_entry_reaches_who_is_not_to_know(
    house: House, role: str
) -> None:
    secret = {*REGIMES, "uk_sanctions", "uk_proscribed", "UKD-0001", "Idriss", "score"}
    decision = {"decision_id": house.plan.others["decision_id"]}
    for operation in OPERATIONS.values():
        # The lists that the office keeps are no secret, nor which regimes they fill.
        if operation.method == "GET" and operation.id != "screening_lists":
            member = house.send(operation, house.plan.members[role]).text
            other = house.send(operation, house.plan.outsiders[role], ids=decision).text
            assert not [word for word in secret if word in member + other], operation.id


def test_the_roles_of_these_tables_exist() -> None:
    assert {*PARTICIPANT, *SESSION, *FINDINGS, *SIGNOFF, *FACTS_OF_INITIATIVE} <= set(ROLES)
