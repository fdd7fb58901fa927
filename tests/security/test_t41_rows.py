"""T41: with the application's checks stubbed, PostgreSQL shows no row of another initiative."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from antechamber import database, roles
from antechamber.documents.office import OfficeDocument
from antechamber.errors import NotReady
from antechamber.identity import access
from antechamber.identity.actor import Actor
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.tables import InitiativeRow, SessionRow, metadata
from antechamber.vault import Erased, initiative_key
from antechamber.work import Everywhere, Work
from attacker import superuser_url
from databases import Backend, OpenOffice, fixed_clock
from house import OPERATIONS, House, Plan, furnish, living_in
from three_roles import as_the_page_says

CameOut = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def furnished(
    postgresql_for_all: Backend, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Office, Plan]]:
    office = Office.open(
        postgresql_for_all.office(tmp_path_factory.mktemp("rows")), clock=fixed_clock
    )
    yield office, furnish(office)
    office.close()
    postgresql_for_all.clear()


def somebody(plan: Plan, *, own: bool = True) -> Actor:
    """Return the actor that the door would make of a member of one of the two initiatives."""
    initiative = UUID((plan.ids if own else plan.others)["initiative_id"])
    return Actor(uuid4(), "M-convener", "convener", None, frozenset({initiative}))


def counted(work: Work) -> dict[str, int]:
    return {
        table: work.session.connection().scalar(text(f'SELECT count(*) FROM "{table}"')) or 0
        for table in roles.APART
    }


def test_every_table_that_belongs_to_initiatives_is_walled() -> None:
    within = {name for name, table in metadata.tables.items() if "initiative_id" in table.columns}
    assert within | {"initiative"} == roles.APART


def test_sql_without_any_condition_finds_no_foreign_row(
    furnished: tuple[Office, Plan], came_out: CameOut
) -> None:
    office, plan = furnished
    foreign = UUID(plan.others["initiative_id"])
    with office.reading(Everywhere("test")) as work:
        everything = counted(work)
    with office.reading(somebody(plan)) as work:
        seen = counted(work)
        owners = {
            table: work.session.connection().scalar(
                text(f'SELECT count(*) FROM "{table}" WHERE initiative_id = :foreign'),
                {"foreign": foreign},
            )
            for table in roles.APART - {"initiative"}
        }
        assert work.session.get(InitiativeRow, foreign) is None
    assert set(owners.values()) == {0}
    assert all(0 < seen[table] < everything[table] for table in roles.APART - {"outbox"})
    came_out(
        "T41",
        f"plain SELECT over {len(roles.APART)} tables, as a member of one initiative of two",
        f"{sum(owners.values())} foreign rows",
    )


def test_with_every_check_stubbed_no_route_shows_or_changes_a_foreign_row(
    furnished: tuple[Office, Plan], monkeypatch: pytest.MonkeyPatch, came_out: CameOut
) -> None:
    office, plan = furnished
    monkeypatch.setattr(access, "_is_member", lambda *_: True)
    asked = [
        each
        for each in OPERATIONS.values()
        if {"initiative_id", "participant_id", "session_id", "organisation_id", "decision_id"}
        & {name for name in plan.others if f"{{{name}}}" in each.path}
    ]
    with living_in(office, plan) as house:
        passed = {each.id: shown for each in asked if (shown := answered(house, each.id, plan))}
        own = [each.id for each in asked if answered(house, each.id, plan, own=True)]
    assert passed == {}
    assert len(own) > 15  # the same requests, at home
    came_out(
        "T41",
        f"{len(asked)} operations on the other initiative, membership stubbed to yes",
        f"{len(passed)} of them answered",
    )


def answered(house: House, operation: str, plan: Plan, *, own: bool = False) -> object:
    """Return what an operation shows of an initiative: None if it refuses, or lists nothing."""
    asked, ids = OPERATIONS[operation], plan.ids if own else {**plan.ids, **plan.others}
    headers = {"Authorization": f"Bearer {plan.members['convener']}", "If-Match": '"x"'}
    headers["Idempotency-Key"] = uuid4().hex
    sent = {"json": asked.example} if asked.body else {}
    client = TestClient(house.client.app, raise_server_exceptions=False)
    reply = client.request(asked.method, asked.path.format(**ids), headers=headers, **sent)
    if not reply.is_success or (reply.content and reply.json() == {"items": []}):
        return None
    return reply.text or reply.status_code


def test_nothing_is_written_into_a_foreign_initiative(furnished: tuple[Office, Plan]) -> None:
    office, plan = furnished
    foreign = UUID(plan.others["initiative_id"])
    with office.work(Everywhere("test")) as work:
        work.vault.preload(foreign)
        row = SessionRow(initiative_id=foreign)
        work.seal(row, "document", b"plan", key=initiative_key(foreign))
    with pytest.raises(ProgrammingError), office.work(somebody(plan)) as work:
        work.session.add(row)


def test_a_foreign_key_does_not_open(furnished: tuple[Office, Plan]) -> None:
    office, plan = furnished
    with office.reading(somebody(plan)) as work, pytest.raises(Erased):
        work.vault.sealer(initiative_key(UUID(plan.others["initiative_id"])))


def test_a_block_that_sees_everything_ends_with_it_even_where_it_raises(
    furnished: tuple[Office, Plan],
) -> None:
    office, plan = furnished
    with office.reading(somebody(plan)) as work:
        seen = counted(work)
        with suppress(LookupError), work.seeing_everything():
            assert counted(work) != seen
            raise LookupError
        assert counted(work) == seen


def test_a_database_that_refuses_within_such_a_block_says_so_itself(
    furnished: tuple[Office, Plan],
) -> None:
    office, plan = furnished
    with (
        office.reading(somebody(plan)) as work,
        pytest.raises(ProgrammingError, match="no_such_table"),
        work.seeing_everything(),
    ):
        work.session.connection().execute(text("SELECT 1 FROM no_such_table"))


def test_what_one_transaction_sees_is_forgotten_before_the_next(
    furnished: tuple[Office, Plan],
) -> None:
    office, plan = furnished
    with office.reading(Everywhere("test")) as work:
        assert counted(work)["initiative"] == 2
    with office.engine.connect() as connection:  # of the same pool, and nothing was said
        assert connection.scalar(text("SELECT count(*) FROM initiative")) == 0
        database.show(connection, str(plan.ids["initiative_id"]))
        assert connection.scalar(text("SELECT count(*) FROM initiative")) == 1


def test_a_user_who_passes_over_the_wall_does_not_open_the_office(
    furnished: tuple[Office, Plan],
) -> None:
    office, _ = furnished
    url = superuser_url(office.settings).replace("postgresql://", "postgresql+psycopg://", 1)
    told = office.settings.model_dump() | {"database_url": url}
    with pytest.raises(NotReady, match="passes over row-level security"):
        Office.open(Settings.model_validate(told))


def test_an_office_is_not_made_for_a_user_who_passes_over_the_wall(
    postgresql: Backend, tmp_path: Path
) -> None:
    given = postgresql.empty(tmp_path)
    url = superuser_url(given).replace("postgresql://", "postgresql+psycopg://", 1)
    settings = Settings.model_validate(given.model_dump() | {"database_url": url})
    with pytest.raises(NotReady, match="passes over row-level security"):
        Office.create(settings, document=OfficeDocument(name="Lakeside", tz="UTC"))
    assert not settings.key_file.exists()


def test_an_office_whose_wall_was_taken_down_does_not_open(
    postgresql: Backend, tmp_path: Path, open_office: OpenOffice
) -> None:
    settings = postgresql.office(tmp_path)
    with psycopg.connect(superuser_url(settings), autocommit=True) as connection:
        connection.execute("ALTER TABLE participant DISABLE ROW LEVEL SECURITY")
    with pytest.raises(NotReady, match="participant"):
        open_office(settings)


def test_an_office_set_up_as_the_page_says_has_an_owner_a_worker_and_an_auditor(
    postgresql: Backend, tmp_path: Path
) -> None:
    with as_the_page_says(postgresql.empty(tmp_path), tmp_path) as up:
        Office.create(up.settings, document=OfficeDocument(name="Lakeside", tz="UTC")).close()
        Office.migrate(up.settings)
        _as_worker(up.settings)
        _as_auditor(up.auditor)


def _as_worker(settings: Settings) -> None:
    office = Office.open(settings, clock=fixed_clock)
    plan = furnish(office)
    with office.reading(somebody(plan)) as work:
        assert counted(work)["initiative"] == 1
    for forbidden in ("ALTER TABLE session DISABLE TRIGGER ALL", "TRUNCATE outbox"):
        with pytest.raises(ProgrammingError), office.work(Everywhere("test")) as work:
            work.session.connection().exec_driver_sql(forbidden)
    office.close()


def _as_auditor(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as auditor:
        assert auditor.execute("SELECT count(*) FROM audit_entry").fetchone() != (0,)
        for table in metadata.tables.keys() - set(roles.AUDITED):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                auditor.execute(f'SELECT 1 FROM "{table}"'.encode())
        for verb in ("DELETE FROM", "INSERT INTO"):
            more = " DEFAULT VALUES" if verb.startswith("I") else ""
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                auditor.execute(f"{verb} audit_entry{more}".encode())
