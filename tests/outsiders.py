"""An office with the fictional lists in force, for those who match from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient

from antechamber.office import Office

Json = dict[str, Any]
Match = Callable[..., Any]


@dataclass(frozen=True)
class Desk:
    """The office, a client without a token, and a token for each role."""

    office: Office
    client: TestClient
    tokens: dict[str, str]

    def bearer(self, role: str = "integrator") -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[role]}"}

    def get(self, path: str, role: str = "integrator") -> Any:
        return self.client.get(path, headers=self.bearer(role))


def results(reply: Any, key: str = "q") -> list[Json]:
    """The results of one query of a batch that was answered."""
    assert reply.status_code == 200, reply.text
    found: list[Json] = reply.json()["responses"][key]["results"]
    return found
