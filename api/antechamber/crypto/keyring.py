"""The keyring: the office's root key, wrapped, in a small file beside the database."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from antechamber.crypto.files import create_private, read_private
from antechamber.crypto.keys import Key, Label
from antechamber.crypto.providers import KeyProvider
from antechamber.crypto.sealing import Sealer
from antechamber.errors import NotReady

FORMAT = 1


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """The unlocked root of one office; every other key is derived from it or wrapped by it."""

    office: UUID
    root: Key

    def sealer(self) -> Sealer:
        """Return the sealer for what belongs to the office as a whole."""
        return Sealer(self.root.derive(Label.OFFICE_SEALING))

    def file_key(self) -> Key:
        """Return the key of the SQLCipher file."""
        return self.root.derive(Label.FILE)

    def backup_key(self) -> Key:
        """Return the key of backups: a backup opens with key file and keyring, not with fewer."""
        return self.root.derive(Label.BACKUP)


def create_keyring(path: Path, provider: KeyProvider) -> OfficeKeys:
    """Make a new office id and root key, and store the root wrapped; never overwrite."""
    keys = OfficeKeys(uuid4(), Key.random())
    content = {
        "format": FORMAT,
        "office": str(keys.office),
        "root": b64encode(provider.wrap(keys.root, office=keys.office)).decode(),
        "check": b64encode(keys.root.check).decode(),
    }
    create_private(path, json.dumps(content, indent=2).encode() + b"\n")
    return keys


def open_keyring(path: Path, provider: KeyProvider) -> OfficeKeys:
    """Unlock the keyring; raise NotReady, saying what to do, if it is damaged or foreign."""
    try:
        content = json.loads(read_private(path, "keyring"))
        known = content["format"] == FORMAT
        office = UUID(content["office"])
        wrapped = b64decode(content["root"], validate=True)
        check = b64decode(content["check"], validate=True)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotReady(f"The keyring {path} is damaged; restore it from a backup.") from None
    if not known:
        raise NotReady(f"The keyring {path} has a newer format; run a newer antechamber.")
    root = provider.unwrap(wrapped, office=office)
    if not root.matches(check):
        raise NotReady(f"The keyring {path} is damaged; restore it from a backup.")
    return OfficeKeys(office, root)
