"""An older keyring in the place of a newer one is noticed, and stays so until it can do no harm."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from antechamber import audit
from antechamber.doctor import inside
from antechamber.office import Office
from antechamber.rotation import escrow, generation, key_of_keys, run
from antechamber.work import Everywhere
from databases import NOW


@pytest.fixture
def office(sqlcipher_office: Office) -> Office:
    minutes = count()
    return replace(sqlcipher_office, clock=lambda: NOW + timedelta(minutes=next(minutes)))


def judged(office: Office) -> str:
    with office.reading(Everywhere("test")) as work:
        return inside.keyring(work).status


def put_back_an_older_one(office: Office) -> None:
    settings = office.settings
    escrow.escrow(office, Everywhere("test"), threshold=2, count=3)
    before = settings.keyring.read_bytes(), settings.key_file.read_bytes()
    key_of_keys.rotate(office, Everywhere("test"))
    escrow.escrow(office, Everywhere("test"), threshold=2, count=3)
    generation.note(office, Everywhere("next command"))
    assert judged(office) == "ok"
    settings.keyring.write_bytes(before[0])
    settings.key_file.write_bytes(before[1])


def test_an_older_keyring_is_found_before_and_after_a_command_that_goes_on_with_it(
    office: Office,
) -> None:
    put_back_an_older_one(office)
    assert judged(office) == "fail"
    entries = audit.verify(office).count
    generation.note(office, Everywhere("next command"))
    generation.note(office, Everywhere("next command"))
    assert audit.verify(office).count == entries + 1  # the log says so, once
    run.rotate(office, Everywhere("test"), "root")
    run.rotate(office, Everywhere("test"), "root")
    generation.note(office, Everywhere("next command"))
    assert judged(office) == "fail"  # written more often by now, and wrapped for the old shares


def test_new_shares_and_then_a_new_key_of_keys_end_it_and_nothing_less(office: Office) -> None:
    put_back_an_older_one(office)
    generation.note(office, Everywhere("next command"))
    key_of_keys.rotate(office, Everywhere("test"))
    assert judged(office) == "fail"
    escrow.escrow(office, Everywhere("test"), threshold=2, count=3)
    assert judged(office) == "fail"
    key_of_keys.rotate(office, Everywhere("test"))
    assert judged(office) == "ok"
