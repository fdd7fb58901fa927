"""A name that is matched is confidential: not in a URL, not stored, not logged."""

import io
import json
import logging
from base64 import b64decode
from collections.abc import Iterator

import pytest
from sqlmodel import col, func, select

from antechamber.crypto.sealing import Sealed
from antechamber.http.logs import AllowListed
from antechamber.tables import AuditEntryRow, Row
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere
from outsiders import Desk, Match

NONCE_BYTES = 32  # before the text of a payload


def stored(desk: Desk) -> dict[str, int]:
    with desk.office.reading(Everywhere("test")) as work:
        return {
            table.name: work.session.exec(select(func.count()).select_from(table)).one()
            for table in Row.metadata.sorted_tables
        }


def test_a_match_leaves_one_audit_entry_with_the_number_of_queries_and_nothing_else(
    desk: Desk, match: Match
) -> None:
    before = stored(desk)
    example = {"schema": "Person", "properties": {"name": "Zephyrlin Quorrimond"}}
    assert match(queries={"a": example, "b": example}).status_code == 200
    after = stored(desk)
    assert after == before | {"audit_entry": before["audit_entry"] + 1}
    with desk.office.reading(Everywhere("test")) as work:
        newest = select(AuditEntryRow).order_by(col(AuditEntryRow.sequence).desc()).limit(1)
        row = work.session.exec(newest).one()
        said = work.open_json(row, "entry", key=OFFICE_KEY)
        sealed = Sealed(b64decode(work.open_json(row, "payload", key=OFFICE_KEY)["sealed"]))
        content = work.open_part(row, "payload", "content", sealed, key=OFFICE_KEY)
    assert said["action"] == "lists.matched"
    assert json.loads(content[NONCE_BYTES:]) == {"queries": 2}


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[io.StringIO]:
    """What the server would write: every logger, through the allow-list."""
    caplog.set_level(logging.DEBUG)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(AllowListed())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_a_search_by_url_is_refused_explained_and_not_logged(desk: Desk, log: io.StringIO) -> None:
    reply = desk.get("/search/default?q=Zephyrlin+Quorrimond")
    assert (reply.status_code, reply.json()["type"]) == (400, "/problems/name-in-url")
    assert "POST /match" in reply.json()["detail"]
    explained = desk.get("/problems/name-in-url").json()["description"]
    assert "URL" in explained
    assert desk.client.get("/search/default?q=Zephyrlin").status_code == 401
    assert desk.get("/match/default?name=Zephyrlin").status_code == 405
    assert desk.get("/entities/Zephyrlin Quorrimond").status_code == 404
    assert "Zephyrlin" not in reply.text + log.getvalue()
    assert len(log.getvalue().splitlines()) >= 4


def test_what_is_matched_is_not_logged(match: Match, log: io.StringIO) -> None:
    reply = match(name="Zephyrlin Quorrimond")
    assert "Zephyrlin" in reply.text  # the query as it was understood, for the one who sent it
    assert "matching_match" in log.getvalue()
    assert "Zephyrlin" not in log.getvalue()
