"""A keyring from before an erasure or a rotation, put beside the database of after it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from antechamber.app import create_app
from antechamber.crypto.sealing import KEY_ID_AT, Sealed
from antechamber.doctor import examine
from antechamber.erasure import service as erasure
from antechamber.errors import NotReady
from antechamber.fitting import DAMAGED, OLDER_DATABASE, OLDER_KEYRING
from antechamber.office import Office
from antechamber.rotation import run
from antechamber.tables import KeyRow, OfficeRow
from antechamber.work import Everywhere
from databases import NOW, OpenOffice, fixed_clock
from walk import Walk, prepare

Change = Callable[[Walk], object]
CHANGES: dict[str, Change] = {
    "an erasure": lambda walk: erasure.erase(walk.office, Everywhere("officer"), walk.people["P3"]),
    "a rotation": lambda walk: run.rotate(walk.office, Everywhere("test"), "root"),
    "a rotation that keeps": lambda walk: run.rotate(
        walk.office, Everywhere("test"), "root", keep=True
    ),
}


@pytest.fixture(params=CHANGES)
def stale(request: pytest.FixtureRequest, office: Office) -> Office:
    """An office at work, beside whose database the keyring of earlier was put back."""
    walk, kept = prepare(office), office.settings.keyring.read_bytes()
    CHANGES[request.param](walk)
    office.settings.keyring.write_bytes(kept)
    return office


def test_an_older_keyring_is_named_as_that_and_opens_nothing(stale: Office) -> None:
    with pytest.raises(NotReady) as refused:
        Office.open(stale.settings, clock=fixed_clock)
    assert str(refused.value) == OLDER_KEYRING


def test_an_office_with_an_older_keyring_is_not_ready(stale: Office) -> None:
    with TestClient(create_app(stale)) as client:
        assert client.get("/readyz").status_code == 503


def test_the_doctor_asks_for_the_newest_keyring(stale: Office) -> None:
    found = examine(stale.settings, fixed_clock)
    assert [(each.check, each.cure) for each in found if each.status == "fail"] == [
        ("database", OLDER_KEYRING)
    ]


def test_an_older_database_is_told_from_an_older_keyring(
    sqlcipher_office: Office, open_office: OpenOffice, tmp_path: Path
) -> None:
    walk, settings = prepare(sqlcipher_office), sqlcipher_office.settings
    assert settings.database_file
    sqlcipher_office.close()
    kept = settings.database_file.read_bytes()
    later = Office.open(settings, clock=lambda: NOW + timedelta(hours=1))
    erasure.erase(later, Everywhere("officer"), walk.people["P3"])
    later.close()
    settings.database_file.write_bytes(kept)
    with pytest.raises(NotReady) as refused:
        open_office(settings)
    assert str(refused.value) == OLDER_DATABASE


def test_one_damaged_key_is_not_taken_for_an_older_keyring(
    office: Office, open_office: OpenOffice
) -> None:
    walk = prepare(office)
    with office.work(Everywhere("test")) as work:
        work.vault.add_initiative_key(walk.session)  # any id will do
    with office.work(Everywhere("test")) as work:
        row = work.session.exec(select(KeyRow).where(KeyRow.id == walk.session)).one()
        row.wrapped = flipped(row.wrapped, KEY_ID_AT)
        work.session.add(row)
    open_office(office.settings).close()


def test_a_damaged_row_of_the_office_is_called_damaged(office: Office) -> None:
    with office.work(Everywhere("test")) as work:
        row = work.session.exec(select(OfficeRow)).one()
        row.document = flipped(row.document, len(row.document.blob) - 1)
        work.session.add(row)
    with pytest.raises(NotReady) as refused:
        Office.open(office.settings)
    assert str(refused.value) == DAMAGED


def flipped(sealed: Sealed, at: int) -> Sealed:
    blob = bytearray(sealed.blob)
    blob[at] ^= 1
    return Sealed(bytes(blob))
