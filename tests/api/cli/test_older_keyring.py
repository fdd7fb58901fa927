"""Commands beside a keyring that is older than the database."""

from antechamber.erasure import service as erasure
from antechamber.fitting import OLDER_KEYRING
from antechamber.work import Everywhere
from commands import Run
from walk import Walk


def test_no_command_takes_an_older_keyring_for_tampering_or_wraps_it_anew(
    walk: Walk, run: Run
) -> None:
    place, kept = walk.office.settings, walk.office.settings.keyring.read_bytes()
    erasure.erase(walk.office, Everywhere("officer"), walk.people["P3"])
    place.keyring.write_bytes(kept)
    key = place.key_file.read_bytes()
    for command in ("keys rotate --level kek", "keys status", "audit verify", "screenings run"):
        said = run(*command.split())
        assert (said.code, said.out, said.err) == (1, "", OLDER_KEYRING)
    assert (place.key_file.read_bytes(), place.keyring.read_bytes()) == (key, kept)
