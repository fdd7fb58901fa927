"""T27: nothing says who somebody is before its entry is committed; no entry, no answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from fastapi.testclient import TestClient
from sqlmodel import func, select
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from typer.testing import CliRunner

from antechamber import audit
from antechamber.app import create_app
from antechamber.cli.commands import commands
from antechamber.documents import store
from antechamber.office import Office
from antechamber.tables import AuditEntryRow, ParticipantRow, metadata
from antechamber.work import Everywhere
from antechamber_compliance.dossier.vocabulary import ROLES
from attacker import Attacker
from house import CANARIES, OPERATIONS, UNLIMITED, House, furnish
from walk import INDEXES

CameOut = Callable[[str, str, str], None]
Figure = Callable[[int, int], int]
# What outsiders are told is on public lists, and not of the office's people.
OF_LISTS = ("matching_",)
BUSIEST = sorted(ROLES, key=lambda role: role not in ("compliance", "convener"))
IDENTIFYING = [*CANARIES.names[1:], *CANARIES.documents, str(CANARIES.email), CANARIES.notes]
FAILING = {
    "sqlite": (
        (
            "CREATE TRIGGER full BEFORE INSERT ON audit_entry"
            " BEGIN SELECT RAISE(ABORT, 'nothing more is written'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'nothing more is written'; END $$"
        ),
        (
            "CREATE TRIGGER full_up BEFORE INSERT ON audit_entry"
            " FOR EACH ROW EXECUTE FUNCTION full_up()"
        ),
    ),
}


@dataclass
class Watch:
    """An application, watched: how many entries are committed when an answer begins to leave."""

    app: ASGIApp
    committed: Callable[[], int]
    before: int = 0
    at_leaving: list[int] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.at_leaving.append(self.committed())
            await send(message)

        await self.app(scope, receive, watched)

    def logged(self) -> int:
        """Return how many entries the last answer had before it left."""
        found = self.at_leaving[-1] - self.before
        self.before = self.committed()
        return found


def identifying(office: Office, plan_ids: dict[str, str]) -> list[str]:
    """The person's own words, and the name on the list that theirs resembles."""
    with office.reading(Everywhere("test")) as work:
        row = work.session.get_one(ParticipantRow, UUID(plan_ids["participant_id"]))
        renamed = OPERATIONS["participants_rename"].example["names"]  # it is one of those asked
        return [
            *IDENTIFYING,
            *renamed,
            *(hit.entry_name for hit in store.load_file(work, row).hits),
        ]


def test_no_answer_that_tells_who_somebody_is_leaves_before_its_entry(
    sqlcipher_office: Office, came_out: CameOut, figure: Figure
) -> None:
    office = sqlcipher_office
    plan = furnish(office)
    words = identifying(office, dict(plan.ids))
    watch = Watch(
        create_app(office, settings=UNLIMITED, indexes=INDEXES),
        lambda: entries(office),
    )
    told: list[str] = []
    answers = 0
    with TestClient(watch) as client:
        house = House(office, plan, client)
        for name, reply in every_answer(house, watch, BUSIEST[: figure(2, len(BUSIEST))]):
            logged, answers = watch.logged(), answers + 1
            if any(word in reply.text for word in words) and not name.startswith(OF_LISTS):
                told.append(name)
                assert logged >= 1, name
    assert told.count("participants_reveal") >= 3
    assert {"screening_hits", "screening_dispose"} <= set(told), "else this shows nothing"
    ran = f"{answers:,} answers of all routes to {figure(2, len(BUSIEST))} roles"
    came_out("T27", ran, f"{len(told)} identify somebody, each after its entry")


def entries(office: Office) -> int:
    with office.reading(Everywhere("test")) as work:  # a connection of its own: what is committed
        return work.session.exec(select(func.count()).select_from(AuditEntryRow)).one()


def every_answer(house: House, watch: Watch, roles: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Ask for everything in each role, as it should be asked, and twice where it can repeat."""
    for role in roles:
        token = house.plan.members[role]
        for operation in OPERATIONS.values():
            headers = house.headers(operation, token)
            watch.before = watch.committed()
            body = {"json": operation.example} if operation.body else {}
            yield operation.id, house.send(operation, token, headers=headers, **body)
            if "Idempotency-Key" in headers:
                yield operation.id, house.send(operation, token, headers=headers, **body)


def test_where_no_entry_can_be_written_nothing_is_told_and_nothing_changes(
    office: Office, came_out: CameOut, figure: Figure
) -> None:
    plan = furnish(office)
    words = identifying(office, dict(plan.ids))
    attacker = Attacker(office)
    roles = BUSIEST[: figure(2, len(BUSIEST))]
    before_it = [(role, each) for role in roles for each in OPERATIONS.values()]
    statuses: list[int] = []
    app = create_app(office, settings=UNLIMITED, indexes=INDEXES)
    with TestClient(app, raise_server_exceptions=False) as client:
        house = House(office, plan, client)
        asked = [(o, role, house.headers(o, plan.members[role])) for role, o in before_it]
        for statement in FAILING[attacker.kind]:
            attacker.run(statement)
        before = contents(attacker)
        for operation, role, headers in asked:
            body = {"json": operation.example} if operation.body else {}
            reply = house.client.request(
                operation.method,
                operation.path.format(**plan.ids),
                headers={**headers, "Authorization": f"Bearer {plan.members[role]}"},
                **body,
            )
            statuses.append(reply.status_code)
            if not operation.id.startswith(OF_LISTS):
                assert not any(word in reply.text for word in words), operation.id
    assert contents(attacker) == before
    attacker.close()
    failed = sum(status == 500 for status in statuses)
    assert failed > 20
    ran = (
        f"{len(statuses):,} requests on {office.engine.dialect.name} whose entry cannot be written"
    )
    came_out("T27", ran, f"{failed} refused with 500, nothing told, nothing changed")


def test_where_the_log_is_held_by_another_the_answer_is_to_try_again(
    sqlcipher_office: Office, came_out: CameOut
) -> None:
    plan, attacker = furnish(sqlcipher_office), Attacker(sqlcipher_office)
    app = create_app(sqlcipher_office, settings=UNLIMITED, indexes=INDEXES)
    with TestClient(app) as client:
        house, reveal = House(sqlcipher_office, plan, client), OPERATIONS["participants_reveal"]
        attacker.run("BEGIN IMMEDIATE")
        before = attacker.ask("SELECT sequence FROM audit_head")
        reply = house.whole(reveal, plan.members["convener"])
        assert (reply.status_code, reply.json()["type"]) == (503, "/problems/busy")
        assert not any(word in reply.text for word in IDENTIFYING)
        attacker.run("ROLLBACK")
        assert house.whole(reveal, plan.members["convener"]).status_code == 200
    assert attacker.ask("SELECT sequence FROM audit_head") == before + 1
    attacker.close()
    came_out("T27", "a reveal while another holds the log", "503, nothing told; 200 afterwards")


def contents(attacker: Attacker) -> dict[str, str]:
    """Return a hash of each table."""
    found = {}
    for name in metadata.tables:
        rows = attacker.rows(f'SELECT * FROM "{name}"')
        found[name] = sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()
    return found


def test_commands_that_hand_over_hand_over_nothing_without_an_entry(
    sqlcipher_office: Office, tmp_path: Path, came_out: CameOut
) -> None:
    furnish(sqlcipher_office)
    audit.add_checkpoint(sqlcipher_office)
    attacker = Attacker(sqlcipher_office)
    for statement in FAILING[attacker.kind]:
        attacker.run(statement)
    attacker.close()
    place, out = sqlcipher_office.settings, tmp_path / "handed-over"
    env = {"ANTECHAMBER_HOME": str(place.home), "ANTECHAMBER_KEY_FILE": str(place.key_file)}
    for command in (
        ["decisions", "export", "--user", "M-COMPLIANCE", "--out", str(out)],
        ["audit", "export", str(out)],
        ["audit", "export", "--entries", str(out)],
        ["audit", "prove", "1"],
        ["token", "--user", "M-CONVENER", "--role", "convener", "--hours", "1"],
    ):
        said = CliRunner().invoke(commands(), command, env=env)
        assert said.exit_code != 0, command
        assert said.stdout == "", command
        assert not out.exists(), command
    came_out("T27", "5 commands that hand over, without an entry", "all refused, no file left")
