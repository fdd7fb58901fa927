"""A newer key of keys, or another provider of it; the keyring is written anew, nothing else.

While both can open the keyring, both are named in it, so a process that starts in between opens
it by whichever it is given.
"""

from antechamber import audit, custody
from antechamber.crypto.files import keep_names
from antechamber.crypto.keyring import RECOVERY, read_keyring
from antechamber.crypto.providers import FileKey, KeyProvider
from antechamber.office import Office
from antechamber.rotation import generation
from antechamber.settings import Settings
from antechamber.work import Everywhere

LEVEL = {"level": "kek"}


def rotate(office: Office, actor: Everywhere, to: KeyProvider | None = None) -> bool:
    """Change to the provider's next key, or to another provider; tell whether that is all.

    It is not where the key comes from outside: then a restart with the new one comes first,
    and `retire` afterwards. Raises Busy where somebody else changes keys.
    """
    with office.keyring.alone():
        return _rotate(office, actor, to)


def _rotate(office: Office, actor: Everywhere, to: KeyProvider | None) -> bool:
    settings = office.settings
    with office.work(actor) as work:
        generation.forgive(work)
        audit.append(work, "key.renewed", office.id, payload=LEVEL)
    if to is not None:
        office.keyring.write(office.keys, custody.provider(settings), to)
        return False
    match settings.key_provider:
        case "file":
            _change_file(office, settings)
        case "vault":
            custody.vault(settings).rotate()
            office.keyring.write(office.keys)
        case _:
            newer = custody.successor(settings)
            office.keyring.write(office.keys, custody.provider(settings), newer)
            return False
    return True


def retire(office: Office, actor: Everywhere) -> None:
    """Let nobody open the keyring but the provider that the settings name; raise Busy."""
    with office.keyring.alone():
        if len(wrapped_by(office)) > 1:
            with office.work(actor) as work:
                audit.append(work, "key.destroyed", office.id, payload=LEVEL)
            office.keyring.write(office.keys)


def wrapped_by(office: Office) -> list[str]:
    """Return who can open the keyring, without the recovery key."""
    wraps = read_keyring(office.settings.keyring).wraps
    return [name for name, _ in wraps if name != RECOVERY]


def _change_file(office: Office, settings: Settings) -> None:
    newer = custody.next_key_file(settings)
    # Killed after the newer file took its place: only the old wrap is still to go.
    begun = len(wrapped_by(office)) > 1
    if newer.exists() or not begun:
        if not begun:
            newer.unlink(missing_ok=True)  # killed while it was written, perhaps: nothing needs it
            FileKey.create(newer)
        office.keyring.write(office.keys, FileKey(settings.key_file), FileKey(newer))
        newer.replace(settings.key_file)
        keep_names(settings.key_file.parent)
    office.keyring.write(office.keys)
