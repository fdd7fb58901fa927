"""Where the key of keys comes from. It wraps the office's root key and nothing else."""

from pathlib import Path
from typing import Protocol
from uuid import UUID

from antechamber.crypto.files import create_private, private_folder, read_private
from antechamber.crypto.keys import KEY_BYTES, Key
from antechamber.crypto.sealing import Place, Sealed, Sealer, Unsealable
from antechamber.errors import NotReady


class KeyProvider(Protocol):
    """Holds the key-encryption key. A hardware module would never let it out."""

    def wrap(self, root: Key, *, office: UUID) -> bytes:
        """Seal the root key for storage in the keyring of this office."""

    def unwrap(self, wrapped: bytes, *, office: UUID) -> Key:
        """Open what `wrap` sealed; raise NotReady, saying what to do, if it does not open."""


class FileKey:
    """A key of 32 random bytes in a file of mode 0600, kept apart from the database."""

    def __init__(self, path: Path) -> None:
        content = read_private(path, "key file")
        if len(content) != KEY_BYTES:
            raise NotReady(
                f"The key file {path} has {len(content)} bytes instead of {KEY_BYTES}: it is not "
                "a key, or not a whole one. Put it back from where you keep its copy."
            )
        self._path = path
        self._sealer = Sealer(Key(content))

    @classmethod
    def create(cls, path: Path) -> "FileKey":
        """Make a new key file; raise NotReady if the file exists."""
        private_folder(path.parent)
        create_private(path, Key.random().expose())
        return cls(path)

    def wrap(self, root: Key, *, office: UUID) -> bytes:
        """Seal the root key for storage in the keyring of this office."""
        return self._sealer.seal(root.expose(), place=_place(office)).blob

    def unwrap(self, wrapped: bytes, *, office: UUID) -> Key:
        """Open what `wrap` sealed; raise NotReady if this is another office's key file."""
        try:
            return Key(self._sealer.open(Sealed(wrapped), place=_place(office)))
        except Unsealable:
            raise NotReady(
                f"The key file {self._path} does not open this office's keyring. Point "
                "ANTECHAMBER_KEY_FILE at the key file that was made with this office."
            ) from None


def _place(office: UUID) -> Place:
    return Place(office=office, table="keyring", row="root", column="wrapped")
