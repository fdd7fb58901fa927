"""T4: no error repeats what was sent, whatever is wrong with it."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Annotated, Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

from contract import CANARY, Operation, wrong_bodies
from house import OPERATIONS, House

SEED = 4
SERVER_FAULT = 500
WRONG_TYPES = ("text/plain", "application/xml", f"application/{CANARY}", "")


def garbled(chosen: random.Random, depth: int = 0) -> Any:
    """Return JSON of any shape, full of the canary."""
    kind = chosen.randrange(7 if depth < 4 else 4)
    if kind < 4:
        return (CANARY, f"{CANARY}@example.org", chosen.randrange(-9, 9), None)[kind]
    if kind == 4:
        return [garbled(chosen, depth + 1) for _ in range(chosen.randrange(4))]
    return {f"{CANARY}{n}": garbled(chosen, depth + 1) for n in range(chosen.randrange(4))}


def sent(house: House, chosen: random.Random) -> Iterator[tuple[str, Any]]:
    """Send, without end, bodies with one thing wrong, or all, or that are no JSON of ours."""
    takes = [each for each in OPERATIONS.values() if each.body]
    wrong = {each.id: list(wrong_bodies(each.body or {}, each.example)) for each in takes}
    while True:
        operation = chosen.choice(takes)
        token = house.plan.members["convener" if chosen.random() < 0.6 else "compliance"]
        yield operation.id, _one(house, operation, token, wrong[operation.id], chosen)


def _one(
    house: House, operation: Operation, token: str, wrong: list[Any], chosen: random.Random
) -> Any:
    way = chosen.randrange(4)
    if way == 0 and wrong:
        return house.whole(operation, token, json=chosen.choice(wrong))
    if way == 1:
        example = dict(operation.example)
        example[chosen.choice(sorted(example) or [CANARY])] = garbled(chosen)
        return house.whole(operation, token, json=example)
    if way == 2:
        return house.whole(operation, token, json=garbled(chosen))
    headers = {"Content-Type": chosen.choice(WRONG_TYPES)}
    return house.whole(operation, token, content=f'{{"{CANARY}": "{CANARY}', headers=headers)


def test_no_answer_repeats_what_was_sent(
    house: House,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    statuses, repeated = Counter[int](), []
    answers = sent(house, random.Random(SEED))
    for _ in range(count := figure(300, 10_000)):
        name, reply = next(answers)
        statuses[reply.status_code] += 1
        if reply.status_code >= 400 and CANARY in reply.text + repr(reply.headers):
            repeated.append(name)
    refused = sum(n for status, n in statuses.items() if status >= 400)
    came_out(
        "T4",
        f"{count:,} requests with spoilt bodies to {len(OPERATIONS)} operations",
        f"{refused:,} refused, {len(repeated)} repeat what was sent, "
        f"{sum(n for status, n in statuses.items() if status >= SERVER_FAULT)} server faults",
    )
    assert repeated == []
    assert max(statuses) < SERVER_FAULT
    assert refused > count // 2


class Person(BaseModel):
    """What an ordinary application takes."""

    name: Annotated[str, Field(max_length=3)]


def test_an_ordinary_application_would_have_repeated_it() -> None:
    app = FastAPI()

    @app.post("/")
    def take(person: Person) -> None:
        """Take it."""

    assert CANARY in TestClient(app).post("/", json={"name": CANARY}).text
