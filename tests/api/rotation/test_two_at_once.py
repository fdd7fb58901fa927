"""Whoever changes keys is alone: what another has just changed is neither lost nor undone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from antechamber import custody
from antechamber.crypto.keyring import Keyring
from antechamber.errors import Busy, NotReady
from antechamber.office import Office
from antechamber.rotation import database_file, escrow, key_of_keys, run
from antechamber.work import Everywhere
from databases import NOW

CHANGES: dict[str, Callable[[Office], object]] = {
    "root": lambda office: run.rotate(office, Everywhere("test"), "root"),
    "retire": lambda office: run.retire(office, Everywhere("test")),
    "kek": lambda office: key_of_keys.rotate(office, Everywhere("test")),
    "kek-retire": lambda office: key_of_keys.retire(office, Everywhere("test")),
    "file": lambda office: database_file.rotate(office, Everywhere("test")),
    "escrow": lambda office: escrow.escrow(office, Everywhere("test"), threshold=2, count=3),
}


@pytest.mark.parametrize("change", CHANGES)
def test_while_somebody_changes_keys_nobody_else_does(
    sqlcipher_office: Office, change: str
) -> None:
    before = sqlcipher_office.settings.keyring.read_bytes()
    with sqlcipher_office.keyring.alone(), pytest.raises(Busy):
        CHANGES[change](sqlcipher_office)
    assert sqlcipher_office.settings.keyring.read_bytes() == before
    CHANGES[change](sqlcipher_office)


def test_shares_restore_the_keyring_as_it_is_once_nobody_else_changes_it(
    sqlcipher_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares = escrow.escrow(sqlcipher_office, Everywhere("test"), threshold=2, count=3)
    keyring, alone = sqlcipher_office.keyring, Keyring.alone

    @contextmanager
    def after_somebody_else(waiting: Keyring) -> Iterator[None]:
        keyring.write(keyring.keys().with_newer("wrapping", NOW))
        place.key_file.unlink()
        with alone(waiting):
            yield

    monkeypatch.setattr(Keyring, "alone", after_somebody_else)
    place = sqlcipher_office.settings
    escrow.restore(place, shares[:2])
    assert len(custody.keyring(place).keys().wrapping) == 2


def test_where_the_lock_cannot_be_made_that_is_said(sqlcipher_office: Office) -> None:
    home = sqlcipher_office.settings.home
    elsewhere = custody.keyring(
        sqlcipher_office.settings.model_copy(update={"home": home / "none"})
    )
    with pytest.raises(NotReady, match="ANTECHAMBER_HOME"), elsewhere.alone():
        pass


def test_what_waits_within_is_not_taken_for_somebody_else_changing_keys(
    sqlcipher_office: Office,
) -> None:
    with pytest.raises(BlockingIOError), sqlcipher_office.keyring.alone():
        raise BlockingIOError
