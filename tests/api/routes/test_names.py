"""Names come out by a reveal and by nothing else: no other response, no error, no log line."""

import base64
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from antechamber.demo.scan import forms
from antechamber.http.logs import AllowListed
from antechamber_compliance.dossier.vocabulary import ROLES
from contract import Operation
from house import CANARIES, OPERATIONS, House

# Of the first name, which resembles a list's entry, one word is spelt as no list spells it.
SECRET = [*CANARIES.names[1:], "Kalmen", *CANARIES.documents, str(CANARIES.email), CANARIES.notes]
PARTS = {part for text in SECRET for part in text.replace("@", " ").replace(".", " ").split()}
CLIENTS_OWN = ("httpx2", "httpcore2", "asyncio")  # loggers of the test's own client
FORMS = {form for part in PARTS if len(part) >= 6 for form in forms(part)}
ESCAPED = "".join(f"\\u{ord(letter):04x}" for letter in "Quorrimond").encode()


def found_in(content: bytes) -> set[bytes]:
    """The canaries in some bytes: plain, in JSON, in hexadecimal, in base64, in UTF-16."""
    return {form for form in (*FORMS, ESCAPED) if form in content}


def test_the_search_finds_a_name_in_every_form() -> None:
    name = SECRET[0]
    for text in (
        name.encode(),
        name.upper().encode(),
        json.dumps({"note": name}).encode(),
        base64.b64encode(b"x" + name.encode()),
        base64.urlsafe_b64encode(name.encode()),
        name.encode().hex().encode(),
        name.encode("utf-16-le"),
        ESCAPED,
    ):
        assert found_in(text)
    assert not found_in(b'{"pseudonym": "Heron"}')


def attempts(house: House, role: str) -> Iterator[tuple[str, Any]]:
    """Drive every operation as it should be, and those who get far also with misplaced names."""
    token = house.plan.members[role]
    for operation in OPERATIONS.values():
        first = house.send(operation, token)
        yield operation.id, first
        if first.status_code in (400, 422, 428):
            yield operation.id, house.whole(operation, token)
        if "decision_id" in operation.parameters:
            ids = {"decision_id": house.plan.others["decision_id"]}
            yield operation.id, house.send(operation, house.plan.outsiders[role], ids=ids)
        if role in ("convener", "compliance"):
            yield from ((operation.id, reply) for reply in misplaced(house, operation, token))


def misplaced(house: House, operation: Operation, token: str) -> Iterator[Any]:
    """Send a name in the query, in a header, in the path, as keys and values, and cut off."""
    name = SECRET[0]
    headers = house.headers(operation, token) | {"X-Name": name}
    query = {"cursor": name, "limit": name, name: name}
    yield house.send(operation, token, headers=headers, params=query)
    if operation.parameters:
        yield house.whole(operation, token, ids={operation.parameters[-1]: name})
    if operation.body:
        body = {name: name, **dict.fromkeys(operation.example, name)}
        yield house.send(operation, token, headers=headers, json=body)
        headers |= {"Content-Type": "application/json"}
        content = f'{{"{name}'.encode()
        yield house.send(operation, token, headers=headers, content=content)


@pytest.fixture
def access_log() -> Iterator[io.StringIO]:
    """What the server would write: every logger, through the allow-list."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(AllowListed())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("role", ROLES)
def test_no_response_but_the_reveal_and_no_log_line_holds_a_name(
    fresh: House, role: str, caplog: pytest.LogCaptureFixture, access_log: io.StringIO
) -> None:
    caplog.set_level(logging.DEBUG)
    revealed, statuses = False, set()
    for name, reply in attempts(fresh, role):
        statuses.add(reply.status_code)
        if (name, reply.status_code) == ("participants_reveal", 200):
            revealed = True
        else:
            assert not found_in(reply.content + repr(reply.headers).encode()), name
    assert revealed is (role in ("convener", "compliance"))
    assert 500 not in statuses
    ours = [record for record in caplog.records if record.name not in CLIENTS_OWN]
    logged = "".join(repr(vars(record)) + record.getMessage() for record in ours)
    assert not found_in(logged.encode())
    lines = access_log.getvalue()
    assert len(lines.splitlines()) > len(OPERATIONS)
    assert not found_in(lines.encode())


@pytest.mark.parametrize("role", ["convener", "compliance"])
def test_a_reveal_shows_all_of_it_to_those_who_may_and_each_is_an_entry(
    fresh: House, role: str
) -> None:
    reveal, token = OPERATIONS["participants_reveal"], fresh.plan.members[role]
    for _ in range(2):
        shown = fresh.whole(reveal, token)
        assert shown.json() == CANARIES.model_dump()
        assert found_in(shown.content)
    for purpose in ("No Word", "merrin-vandoral"):
        refused = fresh.whole(reveal, token, json={"purpose": purpose})
        assert refused.status_code == 422
        assert "'invitation'" in refused.json()["errors"][0]["message"]
        assert purpose not in refused.text
