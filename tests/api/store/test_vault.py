import time
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlmodel import col, func, select

from antechamber.crypto.macs import decision_mac, verify_decision_mac
from antechamber.crypto.sealing import Unsealable
from antechamber.office import Office
from antechamber.tables import (
    DecisionRow,
    InitiativeRow,
    KeyRow,
    ParticipantRow,
    SessionRow,
    UserRow,
)
from antechamber.vault import OFFICE_KEY, Erased, initiative_key, participant_key
from antechamber.work import Everywhere, Work
from attacker import Attacker


def initiative(work: Work, text: bytes = b"initiative") -> InitiativeRow:
    row = InitiativeRow()
    work.seal(row, "document", text, key=work.new_initiative_key(row.id))
    work.session.add(row)
    work.session.flush()  # people refer to it
    return row


def participant(work: Work, initiative_id: UUID, name: bytes = b"Ilse Varga") -> ParticipantRow:
    row = ParticipantRow(
        initiative_id=initiative_id, key_id=work.new_participant_key(initiative_id)
    )
    key = participant_key(initiative_id, row.key_id)
    work.seal(row, "identity", name, key=key)
    work.seal(row, "file", b"file", key=key)
    work.session.add(row)
    return row


def identity(work: Work, participant_id: UUID) -> bytes:
    row = work.session.get_one(ParticipantRow, participant_id)
    return work.open(row, "identity", key=participant_key(row.initiative_id, row.key_id))


def asked(office: Office) -> list[str]:
    """Collect the statements that the database is given from now on."""
    statements: list[str] = []

    @event.listens_for(office.engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    return statements


def test_a_participant_opens_in_a_later_transaction(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = participant(work, initiative(work).id)
    with office.reading(Everywhere("user:1")) as work:
        assert identity(work, row.id) == b"Ilse Varga"


def test_json_comes_back_as_it_was(office: Office) -> None:
    value = {"b": [1, None, True], "a": "Žofie"}
    with office.work(Everywhere("user:1")) as work:
        row = UserRow()
        work.seal_json(row, "profile", value, key=OFFICE_KEY)
        assert work.open(row, "profile", key=OFFICE_KEY).startswith(b'{"a":"\xc5\xbd')
        assert work.open_json(row, "profile", key=OFFICE_KEY) == value


def test_one_initiatives_key_opens_nothing_of_another(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        mine, other = initiative(work), initiative(work)
        with pytest.raises(Unsealable):
            work.open(mine, "document", key=initiative_key(other.id))
        with pytest.raises(Unsealable):
            work.open(mine, "document", key=OFFICE_KEY)


def test_a_value_moved_to_another_row_or_column_does_not_open(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        row = participant(work, home)
        key = participant_key(home, row.key_id)
        row.file = row.identity
        other = ParticipantRow(initiative_id=home, key_id=row.key_id, identity=row.identity)
        for moved, column in ((row, "file"), (other, "identity")):
            with pytest.raises(Unsealable):
                work.open(moved, column, key=key)
        work.seal(row, "file", b"file", key=key)


def test_a_part_opens_under_its_own_name_only(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        key = participant_key(home, work.new_participant_key(home))
        row = SessionRow(initiative_id=home)
        part = work.seal_part(row, "document", "seat-1", b"travels by train", key=key)
        assert work.open_part(row, "document", "seat-1", part, key=key) == b"travels by train"
        for column, name in (("document", "seat-2"), ("other", "seat-1")):
            with pytest.raises(Unsealable):
                work.open_part(row, column, name, part, key=key)


def test_after_the_key_is_destroyed_nothing_it_sealed_opens(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        gone, stays = participant(work, home), participant(work, home, b"Tomas Reyes")
        row = SessionRow(initiative_id=home)
        part = work.seal_part(
            row, "document", "seat-1", b"train", key=participant_key(home, gone.key_id)
        )
    with office.work(Everywhere("user:1")) as work:
        work.destroy_participant_key(home, gone.key_id)
        with pytest.raises(Erased):
            identity(work, gone.id)
    with office.reading(Everywhere("user:1")) as work:
        with pytest.raises(Erased):
            identity(work, gone.id)
        with pytest.raises(Erased):
            work.open_part(row, "document", "seat-1", part, key=participant_key(home, gone.key_id))
        assert identity(work, stays.id) == b"Tomas Reyes"
        keys = work.session.exec(select(func.count()).where(KeyRow.id == gone.key_id)).one()
        assert keys == 0


def test_a_newer_version_seals_and_an_older_one_still_opens(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = initiative(work, b"first")
        person = participant(work, row.id)
        before = row.document
    with office.work(Everywhere("user:1")) as work:
        row = work.lock(row.id)
        work.new_initiative_key(row.id)
        assert work.open(row, "document", key=initiative_key(row.id)) == b"first"
        work.seal(row, "document", b"second", key=initiative_key(row.id))
        work.settle(row.id)
    assert row.document.key_id != before.key_id
    with office.reading(Everywhere("user:1")) as work:
        row = work.session.get_one(InitiativeRow, row.id)
        assert work.open(row, "document", key=initiative_key(row.id)) == b"second"
        assert identity(work, person.id) == b"Ilse Varga"
        versions = select(KeyRow.version).where(KeyRow.id == row.id).order_by(col(KeyRow.version))
        assert work.session.exec(versions).all() == [1, 2]


def test_a_key_row_whose_check_value_is_another_keys_is_not_used(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = initiative(work)
    with office.work(Everywhere("user:1")) as work:
        work.session.exec(select(KeyRow)).one().kcv = bytes(32)
    with office.reading(Everywhere("user:1")) as work, pytest.raises(Unsealable):
        work.open(row, "document", key=initiative_key(row.id))


def test_a_key_row_moved_to_another_id_is_not_used(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row, other = initiative(work), uuid4()
    attacker = Attacker(office)
    attacker.run(f"UPDATE key SET id = '{other.hex}' WHERE id = '{row.id.hex}'")
    attacker.close()
    with office.reading(Everywhere("user:1")) as work, pytest.raises(Unsealable):
        work.open(row, "document", key=initiative_key(other))


def test_a_decision_forged_in_the_database_is_found_out(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        session = SessionRow(initiative_id=home)
        work.seal(session, "document", b"plan", key=initiative_key(home))
        work.session.add(session)
        work.session.flush()  # the decision refers to it
        row = DecisionRow(
            initiative_id=home,
            session_id=session.id,
            sequence=1,
            revision=0,
            fingerprint=b"f" * 32,
            may_proceed=True,
            mac=b"",
        )
        work.seal(row, "record", b"record", key=initiative_key(home))
        work.seal(row, "dossier", b"dossier", key=initiative_key(home))
        row.mac = decision_mac(work.keys.root, row)
        work.session.add(row)
    attacker = Attacker(office)
    copied = {c: getattr(row, c) for c in ("mac", "fingerprint")}
    copied |= {"record": row.record.blob, "dossier": row.dossier.blob}
    attacker.decision(session.id, 2, **copied)
    attacker.close()
    with office.reading(Everywhere("user:1")) as work:
        ordered = select(DecisionRow).order_by(col(DecisionRow.sequence))
        rows = work.session.exec(ordered).all()
        verdicts = [verify_decision_mac(work.keys.root, row) for row in rows]
    assert verdicts == [True, False]


def test_an_office_full_of_people_opens_in_one_breath(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        for number in range(500):
            participant(work, home, f"Person {number}".encode())
    with office.reading(Everywhere("user:1")) as work:
        start = time.process_time()
        work.vault.preload(home)
        names = {identity(work, row) for row in work.session.exec(select(ParticipantRow.id))}
        assert time.process_time() - start < 5
    assert len(names) == 500


def test_the_keys_of_an_initiative_are_fetched_once_however_often_they_are_asked_for(
    office: Office,
) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        people = [participant(work, home) for _ in range(3)]
    with office.reading(Everywhere("user:1")) as work:
        work.vault.preload(home)
        statements = asked(office)
        work.vault.preload(home)
        for row in people:
            work.vault.sealer(participant_key(home, row.key_id))
    assert statements == []


def test_of_an_initiative_the_keys_of_some_can_be_fetched_alone_and_the_others_still_open(
    office: Office,
) -> None:
    with office.work(Everywhere("user:1")) as work:
        home = initiative(work).id
        first, second = (participant(work, home) for _ in range(2))
    with office.reading(Everywhere("user:1")) as work:
        work.vault.preload(home, [first.key_id])
        statements = asked(office)
        work.vault.sealer(participant_key(home, first.key_id))
        assert statements == []
        assert identity(work, second.id) == b"Ilse Varga"


def test_a_key_is_not_found_under_another_initiative(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        home, other = initiative(work).id, initiative(work).id
        row = participant(work, home)
    with office.reading(Everywhere("user:1")) as work:
        work.vault.preload(home)
        with pytest.raises(Erased):
            work.vault.sealer(participant_key(other, row.key_id))


def test_no_name_stays_behind_in_the_reader_of_json(office: Office) -> None:
    """Left to itself it remembers short texts, to hand out the same one next time."""
    with office.work(Everywhere("user:1")) as work:
        row = UserRow()
        work.seal_json(row, "profile", {"name": "Ilse Varga"}, key=OFFICE_KEY)
        first, second = (work.open_json(row, "profile", key=OFFICE_KEY) for _ in range(2))
    assert first == second
    assert first["name"] is not second["name"]


def test_nothing_that_prints_shows_a_key_or_a_name(office: Office) -> None:
    with office.work(Everywhere("user:1")) as work:
        row = participant(work, initiative(work).id)
        work.session.flush()
        work.vault.preload(row.initiative_id)
        printed = repr(work) + repr(office) + repr(row) + repr(vars(work.vault))
        root = work.keys.root.expose()
    assert "hidden" in printed
    assert not any(text in printed for text in ("Ilse", root.hex(), repr(root)))
