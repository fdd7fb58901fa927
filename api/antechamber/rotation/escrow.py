"""A recovery key, split among people: together they open the keyring if the key is lost."""

from dataclasses import replace

from antechamber import audit, custody
from antechamber.crypto import shares
from antechamber.crypto.files import keep_names
from antechamber.crypto.keyring import Keyring, read_keyring
from antechamber.crypto.keys import Key
from antechamber.crypto.office_keys import OfficeKeys, Recovery
from antechamber.crypto.providers import FileKey
from antechamber.crypto.recovery import recovery_public
from antechamber.crypto.sealing import Unsealable
from antechamber.crypto.shares import BadShare, Share
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere


def escrow(office: Office, actor: Everywhere, *, threshold: int, count: int) -> list[Share]:
    """Make a recovery key and split it; shares of an earlier one open nothing from now on.

    Raises ValueError unless 2 <= threshold <= count <= 255, or Busy.
    """
    private = Key.random()
    split = shares.split(private, threshold=threshold, count=count)
    with office.keyring.alone():
        with office.work(actor) as work:
            audit.append(work, "key.escrowed", office.id, payload={"shares": count})
            now = work.now
        recovery = Recovery(recovery_public(private), threshold, count, now)
        office.keyring.write(replace(office.keys, recovery=recovery))
    return split


def restore(settings: Settings, given: list[Share]) -> None:
    """Give the office a new key by its shares; raise BadShare, NotReady or Busy.

    A key file is made anew, never over another. Another provider must hold its new key already.
    """
    private = shares.combine(given)
    keyring = custody.keyring(settings)
    with keyring.alone():
        keys = _recover(settings, private)
        if settings.key_provider == "file":
            _under_a_new_key_file(settings, keyring, keys)
        else:
            keyring.write(keys)


def _under_a_new_key_file(settings: Settings, keyring: Keyring, keys: OfficeKeys) -> None:
    """Wrap the keyring by a new key file, which is there only once it opens the keyring."""
    if settings.key_file.exists():
        raise NotReady(
            f"There is a key file {settings.key_file}. If it does not open the office, "
            "move it away, then give the command again."
        )
    newer = custody.next_key_file(settings)
    newer.unlink(missing_ok=True)  # of one that was killed; the shares open the keyring either way
    keyring.write(keys, FileKey.create(newer))
    newer.rename(settings.key_file)
    keep_names(settings.key_file.parent)


def _recover(settings: Settings, private: Key) -> OfficeKeys:
    try:
        return read_keyring(settings.keyring).recover(private)
    except Unsealable:
        raise BadShare(
            f"These shares do not open the keyring {settings.keyring}: they are of another office, "
            "or another set was printed since."
        ) from None
