"""What somebody learns who reads the database without keys: this list, and nothing else."""

import pytest

from antechamber.tables import metadata
from antechamber.tables.columns import SealedBytes

OPEN = {
    "office": "id version",
    "user": "id version disabled",
    "membership": "id initiative_id version user_id role",
    "token": "id version credential_hash role expires_at",
    "initiative": "id version",
    "participant": "id initiative_id version key_id erased email_index document_index",
    "organisation": "id initiative_id version",
    "session": "id initiative_id version state revision clearance_id",
    "decision": (
        "id initiative_id version session_id sequence revision fingerprint may_proceed mac"
    ),
    "signoff": "id initiative_id version",
    "screening_list": "id version",
    "list_snapshot": "id version",
    "rulebook": "id version",
    "key": "id version initiative_id kcv",
    "outbox": "id initiative_id version claimed_by claimed_until status",
    "idempotency": "id version keyed_hash status",
    "audit_head": "id sequence leaf",
    "audit_entry": "sequence previous leaf",
}
SEALED = {
    "office": "document",
    "user": "profile",
    "membership": "document",
    "token": "holder",
    "initiative": "document",
    "participant": "identity file",
    "organisation": "document",
    "session": "document",
    "decision": "record dossier",
    "signoff": "document",
    "screening_list": "document",
    "list_snapshot": "document content",
    "rulebook": "document content",
    "key": "wrapped",
    "outbox": "payload",
    "idempotency": "outcome",
    "audit_head": "",
    "audit_entry": "entry payload",
}


def columns(table: str, *, sealed: bool) -> set[str]:
    found = metadata.tables[table].columns
    return {column.name for column in found if isinstance(column.type, SealedBytes) == sealed}


def test_no_table_is_undeclared() -> None:
    assert set(metadata.tables) == set(OPEN) == set(SEALED)


@pytest.mark.parametrize("table", OPEN)
def test_no_column_is_open_but_those_declared(table: str) -> None:
    assert columns(table, sealed=False) == set(OPEN[table].split())
    assert columns(table, sealed=True) == set(SEALED[table].split())


def test_nothing_open_ties_a_person_to_a_session() -> None:
    for name, table in metadata.tables.items():
        ties = {key.column.table.name for key in table.foreign_keys}
        assert "participant" not in ties, name
        assert not {"participant", "participant_id", "seat_id"} & {c.name for c in table.columns}


def test_every_sealed_column_is_required_but_for_memberships_from_before_there_was_one() -> None:
    loose = [
        (name, column.name)
        for name, table in metadata.tables.items()
        for column in table.columns
        if isinstance(column.type, SealedBytes) and column.nullable
    ]
    assert loose == [("membership", "document")]
