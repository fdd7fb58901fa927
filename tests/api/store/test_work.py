import time
from contextlib import ExitStack
from datetime import UTC, timedelta, timezone
from pathlib import Path
from threading import Barrier, Event, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlmodel import delete, select

from antechamber import database
from antechamber.errors import Busy, NotFound
from antechamber.office import Office
from antechamber.tables import InitiativeRow, TokenRow, UserRow
from antechamber.vault import OFFICE_KEY, initiative_key
from antechamber.work import Everywhere, Unsettled, Work
from databases import NOW, Backend, OpenOffice


def add_initiative(work: Work, **document: object) -> InitiativeRow:
    row = InitiativeRow()
    key = work.new_initiative_key(row.id)
    work.seal_json(row, "document", document, key=key)
    work.session.add(row)
    return row


def stored(office: Office) -> list[UUID]:
    with office.reading(Everywhere("user:1")) as work:
        return list(work.session.exec(select(InitiativeRow.id)))


def test_a_work_knows_who_asks_and_when(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        assert (work.actor, work.now) == ("user:1", NOW)


@pytest.mark.parametrize(
    "somebody", ["U-P1", "command-line", "", "28dfc032-8938-4914-aeeb-ce4a33be7b9a", None]
)
def test_a_bare_handle_or_id_is_nobody_and_sees_nothing(office: Office, somebody: Any) -> None:
    for opened in (office.work, office.reading):
        with pytest.raises(AttributeError), opened(somebody):
            pytest.fail("it was let in")


def test_a_block_that_ends_is_kept(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = add_initiative(work)
    assert stored(office) == [row.id]


def test_a_block_that_raises_leaves_nothing(office: Office) -> None:
    def fail(work: Work) -> None:
        add_initiative(work)
        work.session.flush()
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"), office.work(Everywhere("user:1")) as work:
        fail(work)
    assert stored(office) == []


def test_reading_cannot_write(office: Office) -> None:
    with (
        office.reading(Everywhere("user:1")) as work,
        pytest.raises(DBAPIError, match=r"read-?only"),
    ):
        work.session.exec(delete(InitiativeRow))


def test_whoever_finds_every_connection_taken_is_told_to_try_again(
    backend: Backend, tmp_path: Path, open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "POOL_SECONDS", 1)
    office = open_office(backend.office(tmp_path))
    with ExitStack() as taken:
        for _ in range(database.POOL_SIZE + database.POOL_OVERFLOW):
            taken.enter_context(office.reading(Everywhere("test")))
        for opening in (office.reading, office.work):
            began = time.monotonic()
            with pytest.raises(Busy), opening(Everywhere("test")):
                pass
            assert 0.9 < time.monotonic() - began < 10


def test_reading_sees_one_moment(office: Office) -> None:
    with office.reading(Everywhere("user:1")) as reader:
        assert reader.session.exec(select(InitiativeRow)).all() == []
        with office.work(Everywhere("user:2")) as writer:
            add_initiative(writer)
        assert reader.session.exec(select(InitiativeRow)).all() == []


def test_writing_works_on_a_connection_that_was_read_on_before(office: Office) -> None:
    stored(office)
    with office.work(Everywhere("user:1")) as work:
        add_initiative(work)
    assert len(stored(office)) == 1


def test_an_initiative_that_does_not_exist_is_not_locked(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work, pytest.raises(NotFound):
        work.lock(uuid4())


def test_a_change_that_was_not_decided_again_is_not_kept(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = add_initiative(work, count=0)

    def change(work: Work) -> None:
        mine = work.lock(row.id)
        work.seal_json(mine, "document", {"count": 1}, key=initiative_key(mine.id))

    with pytest.raises(Unsettled), office.work(Everywhere("user:1")) as work:
        change(work)
    with office.reading(Everywhere("user:1")) as work:
        mine = work.session.get_one(InitiativeRow, row.id)
        assert work.open_json(mine, "document", key=initiative_key(mine.id)) == {"count": 0}


def test_the_second_writer_waits_for_the_first_and_sees_what_it_wrote(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = add_initiative(work, count=0)
    locked, seen = Event(), list[Any]()

    def second() -> None:
        locked.wait(10)
        with office.work(Everywhere("user:2")) as work:
            mine = work.lock(row.id)
            seen.append(work.open_json(mine, "document", key=initiative_key(mine.id)))
            work.settle(mine.id)

    thread = Thread(target=second)
    thread.start()
    with office.work(Everywhere("user:1")) as work:
        mine = work.lock(row.id)
        locked.set()
        time.sleep(0.1)
        assert seen == []
        work.seal_json(mine, "document", {"count": 1}, key=initiative_key(mine.id))
        work.settle(mine.id)
    thread.join(10)
    assert seen == [{"count": 1}]


def test_a_writer_that_waits_too_long_is_told_that_the_office_is_busy(
    sqlcipher_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = sqlcipher_office
    monkeypatch.setattr(database, "LOCK_SECONDS", 0.05)
    with office.work(Everywhere("user:1")), pytest.raises(Busy), office.work(Everywhere("user:2")):
        pass
    with office.work(Everywhere("user:2")) as work:
        assert add_initiative(work)


def test_a_writer_that_waits_too_long_for_another_process_is_told_so_too(
    sqlcipher: Backend, tmp_path: Path, open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PRAGMAS", (*database.PRAGMAS, "busy_timeout = 50"))
    place = sqlcipher.office(tmp_path)
    one, other = open_office(place), open_office(place)
    with one.work(Everywhere("user:1")), pytest.raises(Busy), other.work(Everywhere("user:2")):
        pass
    with other.work(Everywhere("user:2")) as work:
        assert add_initiative(work)


def test_writers_of_one_process_have_their_turn_in_the_order_in_which_they_came(
    sqlcipher_office: Office,
) -> None:
    came: list[int] = []

    def write(number: int) -> None:
        with sqlcipher_office.work(Everywhere("user:2")):
            came.append(number)

    threads = [Thread(target=write, args=(number,)) for number in range(20)]
    with sqlcipher_office.work(Everywhere("user:1")):
        for thread in threads:
            thread.start()
            time.sleep(0.02)  # so that each is in the line before the next comes
    for thread in threads:
        thread.join(10)
    assert came == list(range(20))


def test_readers_get_in_while_more_writers_wait_than_there_are_connections(
    sqlcipher_office: Office,
) -> None:
    def write() -> None:
        with sqlcipher_office.work(Everywhere("user:2")):
            pass

    most = database.POOL_SIZE + database.POOL_OVERFLOW
    threads = [Thread(target=write) for _ in range(most + 5)]
    with sqlcipher_office.work(Everywhere("user:1")):
        for thread in threads:
            thread.start()
        begun = time.monotonic()
        with sqlcipher_office.reading(Everywhere("user:3")) as work:
            assert work.session.exec(select(UserRow)).all() == []
        assert time.monotonic() - begun < database.POOL_SECONDS / 2
    for thread in threads:
        thread.join(10)


def test_on_postgresql_who_must_be_alone_lets_others_in_between_two_tries(
    postgresql_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "ALONE_SECONDS", (0.2, 0.2, 20))
    got_in, was_alone = Event(), Event()

    def be_alone() -> None:
        with postgresql_office.work(Everywhere("rotation"), alone=True):
            was_alone.set()

    def write() -> None:
        with postgresql_office.work(Everywhere("user:2")):
            got_in.set()

    threads = [Thread(target=be_alone), Thread(target=write)]
    with postgresql_office.work(Everywhere("user:1")):
        for thread in threads:
            thread.start()
            time.sleep(0.1)
        assert got_in.wait(10)
        assert not was_alone.is_set()
    for thread in threads:
        thread.join(20)
    assert was_alone.is_set()


def test_a_row_gets_a_new_version_at_each_write(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = UserRow()
        work.seal(row, "profile", b"before", key=OFFICE_KEY)
        work.session.add(row)
    first = row.version
    with office.work(Everywhere("user:1")) as work:
        row = work.session.get_one(UserRow, row.id)
        assert row.version == first
        work.seal(row, "profile", b"after", key=OFFICE_KEY)
    assert row.version != first
    with office.reading(Everywhere("user:1")) as work:
        assert work.session.get_one(UserRow, row.id).version == row.version


@pytest.mark.parametrize("wrong", ["plain", b"plain", None])
def test_plain_text_does_not_reach_a_sealed_column(office: Office, wrong: object) -> None:
    row = UserRow()
    row.profile = wrong  # type: ignore[assignment] # the mistake this test is about
    with pytest.raises((StatementError, TypeError)), office.work(Everywhere("user:1")) as work:
        work.session.add(row)


def test_a_row_whose_seal_was_forgotten_is_not_stored(office: Office) -> None:
    with (
        pytest.raises(StatementError, match="never nothing"),
        office.work(Everywhere("user:1")) as work,
    ):
        work.session.add(UserRow())


def test_a_failing_statement_does_not_show_its_values(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = add_initiative(work)

    def add_again(work: Work) -> None:
        same = InitiativeRow(id=row.id)
        work.seal(same, "document", b"twice", key=OFFICE_KEY)
        work.session.add(same)

    with pytest.raises(DBAPIError) as caught, office.work(Everywhere("user:1")) as work:
        add_again(work)
    assert "hidden due to hide_parameters" in str(caught.value)


def test_an_instant_comes_back_in_utc(office: Office) -> None:
    paris = timezone(timedelta(hours=2))
    with office.work(Everywhere("user:1")) as work:
        row = TokenRow(credential_hash=b"h", role="observer", expires_at=NOW.astimezone(paris))
        work.seal(row, "holder", b"me", key=OFFICE_KEY)
        work.session.add(row)
    with office.reading(Everywhere("user:1")) as work:
        stored_at = work.session.get_one(TokenRow, row.id).expires_at
    assert (stored_at, stored_at.tzinfo) == (NOW, UTC)


def test_an_instant_without_a_zone_is_refused(office: Office) -> None:
    def add(work: Work) -> None:
        row = TokenRow(credential_hash=b"h", role="observer", expires_at=NOW.replace(tzinfo=None))
        work.seal(row, "holder", b"me", key=OFFICE_KEY)
        work.session.add(row)

    with (
        pytest.raises(StatementError, match="time zone"),
        office.work(Everywhere("user:1")) as work,
    ):
        add(work)


def test_of_two_who_wait_for_one_another_one_is_told_to_try_again(
    postgresql_office: Office,
) -> None:
    office, both = postgresql_office, Barrier(2)
    with office.work(Everywhere("user:1")) as work:
        ids = [add_initiative(work).id for _ in range(2)]
    told: list[type[Exception] | None] = []

    def lock(first: UUID, second: UUID) -> None:
        try:
            with office.work(Everywhere("user:1")) as work:
                work.lock(first)
                both.wait(10)
                work.lock(second)
                for each in (first, second):
                    work.settle(each)
            told.append(None)
        except Exception as fault:  # noqa: BLE001 - which one is what is asked
            told.append(type(fault))

    threads = [Thread(target=lock, args=order) for order in (ids, ids[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert set(told) == {None, Busy}


def test_nobody_without_rights_to_the_tables_keeps_writers_waiting(
    postgresql_office: Office,
) -> None:
    office = postgresql_office
    with office.work(Everywhere("user:1")), office.engine.connect() as connection:
        asked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
        assert connection.scalar(text(asked)) == 0


def test_whoever_is_alone_has_waited_for_the_others(postgresql_office: Office) -> None:
    office, inside = postgresql_office, Event()
    order: list[str] = []

    def alone() -> None:
        inside.wait(10)
        with office.work(Everywhere("keys"), alone=True):
            order.append("alone")

    thread = Thread(target=alone)
    thread.start()
    with office.work(Everywhere("user:1")) as work:
        inside.set()
        time.sleep(0.5)
        add_initiative(work)
        order.append("writer")
    thread.join(30)
    assert order == ["writer", "alone"]
