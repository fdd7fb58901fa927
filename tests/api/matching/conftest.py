"""An office with the fictional lists in force, and clients that may match or may not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from antechamber.app import create_app
from antechamber.demo.data import LISTS
from antechamber.http.settings import HttpSettings
from antechamber.identity import tokens, users
from antechamber.office import Office
from antechamber.policies import shipped_regimes
from antechamber.screening.folder import active_lists
from antechamber.screening.importing import import_list
from antechamber.screening.index import Indexes
from antechamber.work import Everywhere
from antechamber_compliance.dossier.vocabulary import ROLES
from databases import Backend, fixed_clock
from outsiders import Desk, Json, Match


def _given(office: Office) -> dict[str, str]:
    """A token for each role."""
    given = {}
    with office.work(Everywhere("test")) as work:
        for role in ROLES:
            user = users.register(work, f"M-{role.replace('_', '-')}".upper(), "Somebody")
            users.hold(work, user.id, role)
            given[role] = tokens.issue(work, user, role, lifetime=timedelta(hours=1))
    return given


@pytest.fixture(scope="session")
def desk(sqlcipher: Backend, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One for all tests: what is matched changes nothing but the audit log."""
    settings = sqlcipher.office(tmp_path_factory.mktemp("matching"))
    office, indexes = Office.open(settings, clock=fixed_clock), Indexes()
    for described in active_lists(LISTS):
        import_list(office, Everywhere("test"), described, shipped_regimes(), indexes)
    unlimited = HttpSettings(token_quota=10**9, address_quota=10**9)
    app = create_app(office, settings=unlimited, indexes=indexes)
    with TestClient(app) as client:
        yield Desk(office, client, _given(office))
    office.close()


@pytest.fixture
def bare(sqlcipher_office: Office) -> Desk:
    """An office that has no list yet."""
    return Desk(
        sqlcipher_office, TestClient(create_app(sqlcipher_office)), _given(sqlcipher_office)
    )


@pytest.fixture
def match(desk: Desk) -> Match:
    """POST a batch, or one example by its properties, as an integrator."""

    def send(
        schema: str = "Person",
        *,
        dataset: str = "default",
        params: Json | None = None,
        role: str = "integrator",
        queries: Json | None = None,
        **properties: Any,
    ) -> Any:
        batch = queries or {"q": {"schema": schema, "properties": properties}}
        return desk.client.post(
            f"/match/{dataset}", json={"queries": batch}, params=params, headers=desk.bearer(role)
        )

    return send
