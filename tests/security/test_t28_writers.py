"""T28: many processes that write at once leave one gapless log."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlmodel import col, select

from antechamber import audit
from antechamber.audit.append import PART
from antechamber.crypto.keys import KEY_BYTES
from antechamber.crypto.sealing import Sealed
from antechamber.tables import AuditEntryRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Everywhere, Work
from databases import Backend, OpenOffice
from writers import write_at_once

WRITERS = 8


def test_eight_processes_write_one_log_without_a_gap(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    settings, each = backend.office(tmp_path), figure(25, 1000)
    written = write_at_once(settings, writers=WRITERS, each=each)
    assert written.ended == [0] * WRITERS
    office = open_office(settings)
    log = audit.verify(office)
    with office.reading(Everywhere("test")) as work:
        said = list(payloads(work))
    for writer in range(WRITERS):
        own = [each["number"] for each in said if each["writer"] == writer]
        assert own == list(range(each)), "all that it was told is kept is there, in its order"
    missing = WRITERS * each - log.count
    ran = f"{WRITERS} processes at once, {each:,} entries each, on {office.engine.dialect.name}"
    came_out("T28", ran, f"{log.count:,} entries in one order, {missing} missing")
    assert log.count == len(said) == WRITERS * each


def payloads(work: Work) -> Iterator[dict[str, int]]:
    """Open what each entry was given, in the order of the log."""
    for row in work.session.exec(select(AuditEntryRow).order_by(col(AuditEntryRow.sequence))):
        outer = work.open_json(row, "payload", key=OFFICE_KEY)
        sealed = Sealed(b64decode(outer["sealed"]))
        yield json.loads(work.open_part(row, "payload", PART, sealed, key=OFFICE_KEY)[KEY_BYTES:])
