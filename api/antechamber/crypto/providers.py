"""Where the key of keys comes from. It wraps the key of the keyring and nothing else."""

import os
from pathlib import Path
from typing import Protocol
from uuid import UUID

from antechamber.crypto.files import create_private, private_folder, read_private
from antechamber.crypto.keys import KEY_BYTES, Key
from antechamber.crypto.sealing import Place, Sealed, Sealer, Unsealable
from antechamber.errors import NotReady

CREDENTIALS = "CREDENTIALS_DIRECTORY"


class KeyProvider(Protocol):
    """Holds the key-encryption key. A hardware module would never let it out."""

    name: str

    def wrap(self, ring: Key, *, office: UUID) -> bytes:
        """Seal the key of the keyring of this office."""

    def unwrap(self, wrapped: bytes, *, office: UUID) -> Key:
        """Open what `wrap` sealed; raise NotReady, saying what to do, if it does not open."""


class LocalKey:
    """A key of 32 bytes that this process holds itself; `where` it is from, `cure` if foreign."""

    def __init__(self, name: str, content: bytes, *, where: str, cure: str) -> None:
        if len(content) != KEY_BYTES:
            raise NotReady(
                f"{where} has {len(content)} bytes instead of {KEY_BYTES}: it is not "
                "a key, or not a whole one. Put it back from where you keep its copy."
            )
        self.name, self._where, self._cure = name, where, cure
        self._sealer = Sealer(Key(content))

    def wrap(self, ring: Key, *, office: UUID) -> bytes:
        """Seal the key of the keyring of this office."""
        return self._sealer.seal(ring.expose(), place=_place(office)).blob

    def unwrap(self, wrapped: bytes, *, office: UUID) -> Key:
        """Open what `wrap` sealed; raise NotReady if this is another office's key."""
        try:
            return Key(self._sealer.open(Sealed(wrapped), place=_place(office)))
        except Unsealable:
            raise NotReady(
                f"{self._where} does not open this office's keyring. {self._cure}"
            ) from None


class FileKey(LocalKey):
    """A key of 32 random bytes in a file of mode 0600, kept apart from the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "file",
            read_private(path, "key file", setting="ANTECHAMBER_KEY_FILE"),
            where=f"The key file {path}",
            cure="Point ANTECHAMBER_KEY_FILE at the key file of this office, and see that key file and "
            "keyring are both the newest: they are changed together.",
        )

    @classmethod
    def create(cls, path: Path) -> "FileKey":
        """Make a new key file; raise NotReady if the file exists."""
        private_folder(path.parent)
        create_private(path, Key.random().expose())
        return cls(path)


class CredentialKey(LocalKey):
    """A key of 32 bytes that systemd hands over as a credential of the service."""

    def __init__(self, credential: str) -> None:
        folder = os.environ.get(CREDENTIALS)
        if not folder:
            raise NotReady(
                f"systemd has handed over no credentials ({CREDENTIALS} is not set). Start this as "
                f"a unit with LoadCredentialEncrypted={credential}, or by systemd-run with the "
                "same property."
            )
        super().__init__(
            "systemd",
            # For a service with a user of its own, systemd grants that user the group's part.
            read_private(Path(folder) / credential, "credential", refused=0o007),
            where=f"The credential {credential}",
            cure="Load the credential that was made for this office.",
        )


class EnvironmentKey(LocalKey):
    """A key of 64 hex digits in a variable; for development, since variables leak."""

    def __init__(self, variable: str, digits: str) -> None:
        try:
            content = bytes.fromhex(digits)
        except ValueError:
            raise NotReady(f"{variable} is not 64 hex digits; antechamber keys init.") from None
        super().__init__(
            "environment",
            content,
            where=variable,
            cure="Set it to the key that this office was made with.",
        )


def _place(office: UUID) -> Place:
    return Place(office=office, table="keyring", row="key", column="wrapped")
