"""A key file made anew from shares, killed between any two of its steps."""

from collections.abc import Callable

from antechamber.crypto.keyring import open_keyring
from antechamber.crypto.providers import FileKey
from antechamber.office import Office
from antechamber.rotation import escrow
from antechamber.work import Everywhere
from killing import in_child


def test_killed_anywhere_restoring_leaves_no_key_file_that_does_not_open_the_office(
    sqlcipher_office: Office, record_property: Callable[[str, object], None]
) -> None:
    place = sqlcipher_office.settings
    shares = escrow.escrow(sqlcipher_office, Everywhere("test"), threshold=2, count=3)
    root = sqlcipher_office.keys.root.check
    sqlcipher_office.close()
    place.key_file.unlink()
    points = deaths = 0
    while True:
        points += 1
        end = in_child(lambda: escrow.restore(place, shares[:2]), at=points)
        if not end.killed:
            break
        deaths += 1
        if place.key_file.exists():
            assert open_keyring(place.keyring, FileKey(place.key_file)).root.check == root
            place.key_file.unlink()  # lost again, to be killed later
    record_property("ran", f"keys restore: killed at {deaths} points, each time given again")
    assert deaths > 5
    assert open_keyring(place.keyring, FileKey(place.key_file)).root.check == root
    assert list(place.key_file.parent.iterdir()) == [place.key_file]
