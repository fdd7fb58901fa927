"""T4: no error repeats what was sent, whatever is wrong with it."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

from antechamber.work import Work
from antechamber_compliance.dossier.vocabulary import ROLES
from contract import CANARY, Operation, wrong_bodies
from house import OPERATIONS, House, living_in

SEED = 4
SERVER_FAULT = 500
FORBIDDEN = 403
WRONG_TYPES = ("text/plain", "application/xml", f"application/{CANARY}", "")
TAKING = [each for each in OPERATIONS.values() if each.body]


def repeats(reply: Any) -> bool:
    """Say whether an answer holds any part of what was sent."""
    told = (reply.text + repr(reply.headers)).lower()
    return any(part in told for part in CANARY.rstrip("!").split())


def garbled(chosen: random.Random, depth: int = 0) -> Any:
    """Return JSON of any shape, full of the canary."""
    kind = chosen.randrange(7 if depth < 4 else 4)
    if kind < 4:
        return (CANARY, f"{CANARY}@example.org", chosen.randrange(-9, 9), None)[kind]
    if kind == 4:
        return [garbled(chosen, depth + 1) for _ in range(chosen.randrange(4))]
    return {f"{CANARY}{n}": garbled(chosen, depth + 1) for n in range(chosen.randrange(4))}


@dataclass
class Sender:
    """Sends bodies with one thing wrong, or all, or that are no JSON, as who may send there."""

    house: House
    chosen: random.Random
    wrong: Mapping[str, list[Any]]
    tokens: Mapping[str, str]
    # Asked for once: few of these requests change anything.
    headers: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def at(cls, house: House) -> "Sender":
        wrong = {each.id: list(wrong_bodies(each.body or {}, each.example)) for each in TAKING}
        tokens = {each.id: allowed(house, each) for each in TAKING}
        return cls(house, random.Random(SEED), wrong, tokens)

    def send(self) -> tuple[str, Any]:
        operation = self.chosen.choice(TAKING)
        token = self.tokens[operation.id]
        if operation.id not in self.headers:
            self.headers[operation.id] = self.house.headers(operation, token)
        spoilt = self._spoilt(operation)
        headers = self.headers[operation.id] | spoilt.pop("headers", {})
        reply = self.house.send(operation, token, headers=headers, **spoilt)
        if reply.is_success:
            self.headers.clear()
        return operation.id, reply

    def _spoilt(self, operation: Operation) -> dict[str, Any]:
        chosen, wrong = self.chosen, self.wrong[operation.id]
        match chosen.randrange(5):
            case 0 if wrong:
                return {"json": chosen.choice(wrong)}
            case 1:
                example = dict(operation.example)
                example[chosen.choice(sorted(example) or [CANARY])] = garbled(chosen)
                return {"json": example}
            case 2:
                headers = {"Content-Type": chosen.choice(WRONG_TYPES)}
                return {"content": f'{{"{CANARY}": "{CANARY}', "headers": headers}
            case 3 if operation.parameters:
                ids = {chosen.choice(operation.parameters): CANARY}
                return {"json": operation.example, "ids": ids, "params": {"q": CANARY}}
            case _:
                return {"json": garbled(chosen)}


def allowed(house: House, operation: Operation) -> str:
    """Return the token of a role that may call an operation: others get no further than that."""
    for role in sorted(ROLES):
        token = house.plan.members[role]
        reply = house.send(operation, token, json={}, headers=house.headers(operation, token))
        if reply.status_code != FORBIDDEN:
            return token
    raise AssertionError(operation.id)


def test_no_answer_repeats_what_was_sent(
    house: House,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    statuses, repeated, sender = Counter[int](), [], Sender.at(house)
    for _ in range(count := figure(300, 10_000)):
        name, reply = sender.send()
        statuses[reply.status_code] += 1
        if reply.status_code >= 400 and repeats(reply):
            repeated.append(name)
    refused = sum(n for status, n in statuses.items() if status >= 400)
    came_out(
        "T4",
        f"{count:,} requests with spoilt bodies and addresses to {len(TAKING)} operations",
        f"{refused:,} refused, {len(repeated)} repeat what was sent, "
        f"{sum(n for status, n in statuses.items() if status >= SERVER_FAULT)} server faults",
    )
    assert repeated == []
    assert max(statuses) < SERVER_FAULT
    assert refused > count * 0.9


def test_no_answer_repeats_the_text_of_a_fault_in_the_server(
    house: House, monkeypatch: pytest.MonkeyPatch, came_out: Callable[[str, str, str], None]
) -> None:
    """What breaks inside names what it broke on: here every audit entry breaks so."""
    with living_in(house.office, house.plan) as served:
        client = TestClient(served.client.app, raise_server_exceptions=False)
        asked = House(served.office, served.plan, client)
        ready = {each.id: asked.headers(each, token_of(asked)) for each in OPERATIONS.values()}
        monkeypatch.setattr(Work, "seal", broken)
        replies = [_as_it_should_be(asked, each, ready) for each in OPERATIONS.values()]
    faults = [reply for reply in replies if reply.status_code == SERVER_FAULT]
    repeated = sum(map(repeats, faults))
    came_out(
        "T4",
        f"{len(faults)} requests that break inside the server with an error that holds a name",
        f"{repeated} answers hold it",
    )
    assert len(faults) > 10
    assert repeated == 0


def token_of(house: House) -> str:
    return house.plan.members["convener"]


def broken(*_: object, **__: object) -> None:
    raise RuntimeError(CANARY)


def _as_it_should_be(house: House, operation: Operation, ready: Mapping[str, Any]) -> Any:
    body = {"json": operation.example} if operation.body else {}
    return house.send(operation, token_of(house), headers=ready[operation.id], **body)


class Person(BaseModel):
    """What an ordinary application takes."""

    name: Annotated[str, Field(max_length=3)]


def test_an_ordinary_application_would_have_repeated_it() -> None:
    app = FastAPI()

    @app.post("/")
    def take(person: Person) -> None:
        """Take it."""

    assert CANARY in TestClient(app).post("/", json={"name": CANARY}).text
