"""The OpenAPI document says all that routes answer, and routes answer no more than it says."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

Client = Callable[..., TestClient]
ORGANISATIONS = "/v1/initiatives/{initiative_id}/organisations"


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client(None).get("/openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in document["paths"].values():
        yield from path.values()


def test_it_is_openapi_3_1_and_every_operation_has_an_id_and_a_summary(
    document: dict[str, Any],
) -> None:
    assert document["openapi"].startswith("3.1")
    ids = [operation["operationId"] for operation in operations(document)]
    assert len(set(ids)) == len(ids)
    assert "organisations_create" in ids
    assert document["paths"]["/readyz"]["get"]["summary"].startswith("Say that the database")


@pytest.mark.parametrize(
    ("path", "method", "statuses"),
    [
        ("/healthz", "get", "200 429 500"),
        ("/readyz", "get", "200 429 500 503"),
        ("/problems/{slug}", "get", "200 404 429 500"),
        (ORGANISATIONS, "get", "200 401 403 404 422 429 500 503"),
        (ORGANISATIONS, "post", "201 400 401 403 404 409 413 415 422 429 500 503"),
        (
            ORGANISATIONS + "/{organisation_id}",
            "put",
            "200 401 403 404 412 413 415 422 428 429 500 503",
        ),
    ],
)
def test_each_route_documents_the_problems_it_can_return(
    document: dict[str, Any], path: str, method: str, statuses: str
) -> None:
    responses = document["paths"][path][method]["responses"]
    assert sorted(responses) == statuses.split()
    for status, response in responses.items():
        assert response["description"]
        if int(status) >= 400:
            assert list(response["content"]) == ["application/problem+json"]
            assert all(
                each["value"]["status"] == int(status)
                for each in response["content"]["application/problem+json"]["examples"].values()
            )


def test_bodies_that_are_read_late_are_documented_as_usual(document: dict[str, Any]) -> None:
    body = document["paths"][ORGANISATIONS]["post"]["requestBody"]
    assert body["required"]
    schema = body["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/BodyOfPeople"}
    assert document["components"]["schemas"]["BodyOfPeople"]["additionalProperties"] is False


def test_headers_that_are_asked_for_late_are_documented_as_required(
    document: dict[str, Any],
) -> None:
    parameters = document["paths"][ORGANISATIONS]["post"]["parameters"]
    (key,) = [each for each in parameters if each["name"] == "Idempotency-Key"]
    assert key["required"]
    assert key["schema"] == {"type": "string"}


def test_what_needs_a_token_says_so(document: dict[str, Any]) -> None:
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    for operation in operations(document):
        assert ("security" in operation) is ("401" in operation["responses"])


def test_every_reference_leads_somewhere_and_fastapis_own_422_is_gone(
    document: dict[str, Any],
) -> None:
    schemas = document["components"]["schemas"]
    assert "HTTPValidationError" not in schemas
    references = set(str(document).split("'#/components/schemas/")[1:])
    assert {reference.partition("'")[0] for reference in references} <= set(schemas)


def test_asking_twice_gives_the_same_document(client: Client) -> None:
    app = client(None)
    assert app.get("/openapi.json").json() == app.get("/openapi.json").json()
