"""What OpenSanctions' own client sends, byte for byte, and what it needs of the answers.

Recorded from yente-client 0.2.0 on its way to this server; the client is no dependency.
"""

import json
from typing import Any

import pytest

from outsiders import Desk, results

AGENT = "yente-client/0.2.0 (python/3.11.2; httpx/0.28.1)"
PERSON = (
    b'{"queries":{"q":{"schema":"Person","properties":{"birthDate":["1961"],'
    b'"name":["Idris Kalmen Orvane"],"nationality":["uk"]}}},"weights":{},"config":{}}'
)
NAME_PARTS = (
    b'{"queries":{"q":{"schema":"Person","properties":{"firstName":["Idris Kalmen"],'
    b'"lastName":["Orvane"]}}},"weights":{},"config":{}}'
)
COMPANY = (
    b'{"queries":{"q":{"schema":"Company","properties":{"name":["Ninth Cairn Column"]}}},'
    b'"weights":{},"config":{}}'
)
EITHER = COMPANY.replace(b"Company", b"LegalEntity")
FILTERS = (
    "include_dataset=un_sc&exclude_entity_ids=x%3A1&threshold=0.9&cutoff=0.6&algorithm=best&limit=3"
)
# What its models require, with the types they take; whatever else there is they pass over.
ENTITY = {
    "id": str,
    "caption": str,
    "schema": str,
    "properties": dict,
    "datasets": list,
    "referents": list,
    "target": bool,
}
SCORED = {**ENTITY, "score": float, "match": bool, "explanations": dict}
DATASET = {
    "name": str,
    "title": str,
    "version": str,
    "updated_at": str,
    "entity_count": int,
    "load": bool,
    "index_current": bool,
    "index_version": str,
    "children": list,
}


def headers(desk: Desk) -> dict[str, str]:
    return {
        "Authorization": f"ApiKey {desk.tokens['integrator']}",
        "User-Agent": AGENT,
        "Accept": "*/*",
    }


def post(desk: Desk, target: str, body: bytes) -> Any:
    sent = headers(desk) | {"Content-Type": "application/json"}
    return desk.client.post(target, content=body, headers=sent)


def get(desk: Desk, target: str) -> Any:
    return desk.client.get(target, headers=headers(desk))


def fits(value: dict[str, Any], shape: dict[str, type]) -> bool:
    return all(isinstance(value[name], kind) for name, kind in shape.items())


def test_a_person_is_matched_and_the_answer_has_all_that_the_client_reads(desk: Desk) -> None:
    raw = post(desk, "/match/default", PERSON).json()
    inner = raw["responses"]["q"]
    assert (inner["status"], raw["limit"], inner["total"]) == (
        200,
        5,
        {"value": 1, "relation": "eq"},
    )
    assert inner["query"] == json.loads(PERSON)["queries"]["q"]
    (top,) = inner["results"]
    assert fits(top, SCORED)
    assert (top["id"], top["match"]) == ("uk_sanctions:UKD-0001", True)
    assert all(isinstance(each, str) for values in top["properties"].values() for each in values)
    assert top["features"] == {name: each["score"] for name, each in top["explanations"].items()}
    for feature in top["explanations"].values():
        assert isinstance(feature["score"], float)
        assert isinstance(feature["detail"], str)


@pytest.mark.parametrize("target", ["/match/default", f"/match/uk_sanctions?{FILTERS}"])
def test_name_parts_match_as_the_whole_name_does_with_every_filter_that_it_sends(
    desk: Desk, target: str
) -> None:
    (top,) = results(post(desk, target, NAME_PARTS))
    (whole,) = results(post(desk, target, PERSON))
    assert (top["id"], top["features"]["name"]) == (whole["id"], whole["features"]["name"])


@pytest.mark.parametrize("body", [COMPANY, EITHER])
def test_a_company_and_what_may_be_either_are_matched_with_bodies(desk: Desk, body: bytes) -> None:
    (top,) = results(post(desk, "/match/default", body))
    assert (top["id"], top["schema"], top["score"]) == (
        "uk_proscribed:UKP-0001",
        "Organization",
        1.0,
    )


def test_what_a_match_names_can_be_fetched_by_its_quoted_id(desk: Desk) -> None:
    (top,) = results(post(desk, "/match/default", PERSON))
    found = get(desk, "/entities/uk_sanctions%3AUKD-0001?nested=true").json()
    assert fits(found, ENTITY)
    assert found == {name: top[name] for name in ENTITY}


def test_the_catalog_and_the_algorithms_have_the_shape_that_it_reads(desk: Desk) -> None:
    catalog = get(desk, "/catalog").json()
    assert all(fits(each, DATASET) for each in catalog["datasets"])
    assert catalog["datasets"][0]["children"] == catalog["current"]
    assert (catalog["outdated"], catalog["index_stale"]) == ([], False)
    algorithms = get(desk, "/algorithms").json()
    (only,) = algorithms["algorithms"]
    assert only["name"] == algorithms["default"] == algorithms["best"]
    (top,) = results(post(desk, "/match/default", PERSON))
    assert set(only["docs"]) == set(top["features"])


@pytest.mark.parametrize("target", ["/healthz", "/readyz"])
def test_its_probes_find_a_status(desk: Desk, target: str) -> None:
    assert isinstance(get(desk, target).json()["status"], str)


@pytest.mark.parametrize(
    ("target", "body", "status"),
    [
        ("/match/nowhere", PERSON, 404),
        ("/entities/nobody?nested=true", b"", 404),
        ("/match/default", PERSON.replace(b"Idris Kalmen Orvane", b"!!!"), 400),
        ("/search/default?q=Idris+Orvane&offset=0", b"", 400),
    ],
)
def test_a_refusal_has_the_status_and_the_detail_that_it_shows(
    desk: Desk, target: str, body: bytes, status: int
) -> None:
    reply = post(desk, target, body) if body else get(desk, target)
    assert reply.status_code == status
    assert isinstance(reply.json()["detail"], str)


def test_a_token_is_good_under_either_name_of_the_scheme_and_under_no_other(desk: Desk) -> None:
    token = desk.tokens["integrator"]
    statuses = {
        scheme: desk.client.get(
            "/catalog", headers={"Authorization": f"{scheme} {token}"}
        ).status_code
        for scheme in ("ApiKey", "apikey", "Bearer", "Basic", "Token", "ApiKeyx")
    }
    assert statuses == {
        "ApiKey": 200, "apikey": 200, "Bearer": 200, "Basic": 401, "Token": 401, "ApiKeyx": 401
    }  # fmt: skip
    assert desk.client.get("/v1/lists", headers=headers(desk)).status_code == 401
