"""The keyring: the office's topmost keys in a small sealed file beside the database.

The file holds a random key, wrapped once for each who may open it, and under that key the
content. Each time it is written that key is a new one, so that an old copy opens no later one.
"""

import fcntl
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

from antechamber.crypto.files import create_private, read_private, replace_private
from antechamber.crypto.keys import Key
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.providers import KeyProvider
from antechamber.crypto.recovery import recovery_unwrap
from antechamber.crypto.sealing import Place, Sealed, Sealer, Unsealable
from antechamber.errors import Busy, NotReady

FORMAT = 3
RECOVERY = "recovery"
Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class KeyringFile:
    """What is read from the file: who can unwrap its key, and the sealed content."""

    office: UUID
    wraps: tuple[tuple[str, bytes], ...]
    content: Sealed

    def unlock(self, provider: KeyProvider) -> OfficeKeys:
        """Open it by the provider; raise NotReady, saying what to do."""
        mine = [wrapped for name, wrapped in self.wraps if name == provider.name]
        if not mine:
            others = sorted({name for name, _ in self.wraps} - {RECOVERY})
            raise NotReady(
                f"The keyring is not wrapped by the provider {provider.name} but by "
                f"{' and '.join(others)}: set ANTECHAMBER_KEY_PROVIDER."
            )
        for wrapped in mine[:-1]:  # two while a change of keys is under way
            try:
                return self._open(provider.unwrap(wrapped, office=self.office))
            except NotReady:
                continue
        return self._open(provider.unwrap(mine[-1], office=self.office))

    def recover(self, private: Key) -> OfficeKeys:
        """Open it by the recovery key; raise Unsealable where it is another one's."""
        for name, wrapped in self.wraps:
            if name == RECOVERY:
                return self._open(recovery_unwrap(private, wrapped, office=self.office))
        raise Unsealable

    def keeps_recovery(self, keys: OfficeKeys) -> bool:
        """Tell whether what the recovery key opens is there as it was last written."""
        kept = [_digest(wrapped) for name, wrapped in self.wraps if name == RECOVERY]
        return kept == ([keys.escrowed] if keys.recovery else [])

    def _open(self, ring: Key) -> OfficeKeys:
        try:
            content = Sealer(ring).open(self.content, place=_place(self.office))
            return OfficeKeys.from_bytes(self.office, content)
        except (Unsealable, ValueError, KeyError, TypeError):
            raise NotReady("The keyring is damaged; restore it from a backup.") from None


@dataclass(slots=True)
class Keyring:
    """The keyring of an office that is at work: read anew whenever its file has changed."""

    path: Path
    provider: Callable[[], KeyProvider]
    # In one, for threads share it: keys beside the stamp of others would be taken for the newest.
    _read: tuple[Stamp, OfficeKeys] | None = field(default=None, repr=False)

    def keys(self) -> OfficeKeys:
        """Return the keys as the file holds them now; raise NotReady, saying what to do."""
        stamp, read = self._look(), self._read
        if read and read[0] == stamp:
            return read[1]
        try:
            keys = open_keyring(self.path, self.provider())
        except NotReady:
            if self._look() == stamp:
                raise
            return self.keys()  # key file and keyring were changed between the two readings
        # The stamp is of before the reading: a change since then is seen next time.
        self._read = (stamp, keys) if stamp else None
        return keys

    def write(self, keys: OfficeKeys, *providers: KeyProvider) -> None:
        """Put changed keys in the place of the old ones, at one stroke.

        They are wrapped by each of `providers`, or by the one that the settings name.
        """
        newer = replace(keys, generation=keys.generation + 1)
        replace_private(self.path, _file(newer, providers or (self.provider(),)))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from changing the keys until the block ends; raise Busy or NotReady."""
        lock = self.path.with_suffix(".lock")
        try:
            handle = os.open(lock, os.O_WRONLY | os.O_CREAT, 0o600)
        except OSError as fault:
            raise NotReady(
                f"{lock} cannot be written ({fault.strerror}): while keys change, it keeps others "
                "from changing them. See ANTECHAMBER_HOME."
            ) from None
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy("Somebody else is changing keys. Try again when that is done.") from None
            yield
        finally:
            os.close(handle)  # which releases it, as the end of the process would

    def _look(self) -> Stamp | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def create_keyring(path: Path, provider: KeyProvider, now: datetime | None = None) -> OfficeKeys:
    """Make a new office id and its keys, and store them wrapped; never overwrite."""
    keys = OfficeKeys.new(uuid4(), now or datetime.now(UTC))
    create_private(path, _file(keys, (provider,)))
    return keys


def open_keyring(path: Path, provider: KeyProvider) -> OfficeKeys:
    """Unlock the keyring; raise NotReady, saying what to do, if it is damaged or foreign."""
    return read_keyring(path).unlock(provider)


def read_keyring(path: Path) -> KeyringFile:
    """Read the file, still locked; raise NotReady, saying what to do."""
    damaged = NotReady(f"The keyring {path} is damaged; restore it from a backup.")
    try:
        read = json.loads(read_private(path, "keyring", setting="ANTECHAMBER_HOME"))
        known = read["format"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise damaged from None
    if known != FORMAT:
        older = isinstance(known, int) and known < FORMAT
        raise NotReady(
            f"The keyring {path} has {'an older' if older else 'a newer'} format; run "
            f"{'the version that made it' if older else 'a newer antechamber'}."
        )
    try:
        wraps = tuple(
            (str(wrap["by"]), b64decode(wrap["wrapped"], validate=True)) for wrap in read["wraps"]
        )
        content = Sealed(b64decode(read["content"], validate=True))
        return KeyringFile(UUID(read["office"]), wraps, content)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise damaged from None


def _file(keys: OfficeKeys, providers: Sequence[KeyProvider]) -> bytes:
    ring = Key.random()
    wraps = [(each.name, each.wrap(ring, office=keys.office)) for each in providers]
    escrowed = ""
    if keys.recovery:
        wraps.append((RECOVERY, keys.recovery.public.wrap(ring, office=keys.office)))
        escrowed = _digest(wraps[-1][1])
    keys = replace(keys, escrowed=escrowed)
    content = Sealer(ring).seal(keys.to_bytes(), place=_place(keys.office)).blob
    written = {
        "format": FORMAT,
        "office": str(keys.office),
        "wraps": [{"by": name, "wrapped": b64encode(each).decode()} for name, each in wraps],
        "content": b64encode(content).decode(),
    }
    return json.dumps(written, indent=2).encode() + b"\n"


def _digest(wrapped: bytes) -> str:
    return sha256(wrapped).hexdigest()


def _place(office: UUID) -> Place:
    return Place(office=office, table="keyring", row="content", column="content")
