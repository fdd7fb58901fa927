"""T13: the order on the disk does not tell when rows were made."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import text

from antechamber.office import Office
from antechamber.tables import InitiativeRow, ParticipantRow, SessionRow
from antechamber.vault import initiative_key, participant_key
from antechamber.work import Everywhere
from databases import Backend, OpenOffice

ROWS = 1600  # of random orders, one in 15,000 is further off than MOST
MOST = 0.1
TABLES = ("participant", "key", "session")
# Large values lie in a table of their own, in parts that are numbered as they come.
PARTS = "SELECT id FROM participant ORDER BY pg_column_toast_chunk_id(file)"


def fill(office: Office) -> dict[str, list[UUID]]:
    """Make as many people, keys and sessions; return their ids in that order."""
    made: dict[str, list[UUID]] = {table: [] for table in TABLES}
    with office.work(Everywhere("test")) as work:
        home = InitiativeRow()
        work.seal(home, "document", b"home", key=work.new_initiative_key(home.id))
        work.session.add(home)
        work.session.flush()  # the others refer to it
        for _ in range(ROWS):
            person = ParticipantRow(initiative_id=home.id, key_id=work.new_participant_key(home.id))
            key = participant_key(home.id, person.key_id)
            work.seal(person, "identity", b"x" * 900, key=key)
            work.seal(person, "file", b"x" * 4000, key=key)
            session = SessionRow(initiative_id=home.id)
            work.seal(session, "document", b"x" * 900, key=initiative_key(home.id))
            work.session.add_all([person, session])
            for table, row in zip(TABLES, (person.id, person.key_id, session.id), strict=True):
                made[table].append(row)
    return made


def lying(office: Office, table: str) -> str:
    """Return the question for the ids of a table in the order in which its rows lie."""
    if office.engine.dialect.name != "sqlite":
        return f'SELECT id FROM "{table}" ORDER BY ctid'
    by = "id" if table == "session" else "rowid"  # without a rowid they lie by id
    return f'SELECT id FROM "{table}" ORDER BY {by}'


def correlation(office: Office, question: str, made: list[UUID]) -> float:
    """Return Spearman's rank correlation of an order with that in which the rows were made."""
    place = {row.hex: number for number, row in enumerate(made)}
    with office.reading(Everywhere("test")) as work:
        found = [str(row[0]).replace("-", "") for row in work.session.execute(text(question))]
    ranks = [place[each] for each in found if each in place]
    assert len(ranks) == len(made)
    return float(np.corrcoef(ranks, range(len(ranks)))[0, 1])


def orders(office: Office, made: dict[str, list[UUID]]) -> dict[str, float]:
    found = {table: correlation(office, lying(office, table), made[table]) for table in TABLES}
    if office.engine.dialect.name != "sqlite":
        found["parts"] = correlation(office, PARTS, made["participant"])
    return found


def writers(office: Office) -> int:
    """Return how many transactions PostgreSQL says that the people's rows were written by."""
    with office.reading(Everywhere("test")) as work:
        asked = text("SELECT count(DISTINCT xmin::text) FROM participant")
        return work.session.connection().scalar(asked) or 0


def test_after_the_tables_were_written_anew_their_order_tells_nothing(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
) -> None:
    settings = backend.office(tmp_path)
    office = open_office(settings)
    made = fill(office)
    before = orders(office, made)
    office.close()
    Office.maintain(settings)
    office = open_office(settings)
    after = orders(office, made)
    kind = office.engine.dialect.name
    came_out(
        "T13",
        f"{ROWS:,} people, keys and sessions on {kind}, then `antechamber maintain`",
        f"Spearman's correlation of place and time was {shown(before)}; then {shown(after)}",
    )
    assert before["participant"] > 0.9
    assert all(abs(each) <= MOST for each in after.values()), after
    assert kind == "sqlite" or writers(office) == 1
    with office.reading(Everywhere("test")) as work:  # and all of it still opens
        row: Any = work.session.get_one(ParticipantRow, made["participant"][7])
        key = participant_key(row.initiative_id, row.key_id)
        assert work.open(row, "file", key=key) == b"x" * 4000


def shown(found: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in found.items())
