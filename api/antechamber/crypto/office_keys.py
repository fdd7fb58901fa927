"""The unlocked keys of one office: what its keyring holds."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from antechamber.crypto.keys import Key, Label, Root
from antechamber.crypto.recovery import RecoveryPublic

Kind = Literal["roots", "wrapping", "files"]

# What old records need of a root that was destroyed. None of it opens a document or a key.
OUTLIVES_A_ROOT = (
    Label.RECORDS,
    Label.DECISION_MAC,
    Label.FINGERPRINT,
    Label.SIGNOFF,
    Label.CREDENTIAL,
    Label.REQUEST,
    Label.CURSOR,
    Label.AUDIT,
    Label.AUDIT_SIGNING,
)


class Destroyed(Exception):
    """This key went with the version that it was derived from."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a key, and when it was made."""

    number: int
    key: Key
    made: datetime


@dataclass(frozen=True, slots=True)
class Former:
    """What a destroyed root has left behind: some of the keys that were derived from it."""

    number: int
    kept: Mapping[Label, Key]

    def derive(self, label: Label) -> Key:
        """Return a key that was kept; raise Destroyed for any other."""
        try:
            return self.kept[label]
        except KeyError:
            raise Destroyed from None


@dataclass(frozen=True, slots=True)
class Recovery:
    """For whom the keyring can be opened without the provider: `threshold` of `shares`."""

    public: RecoveryPublic
    threshold: int
    shares: int
    made: datetime


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """The top of the key hierarchy; of each kind the newest version comes first.

    `roots` seal what belongs to the office as a whole, and keyed hashes are derived from them.
    `wrapping` keys wrap initiative keys and nothing else, so that they can be destroyed at
    each erasure. `files` open the SQLCipher file. `escrowed` is the SHA-256 (hex) of what the
    recovery key opens, as it was last written beside these keys; '' where there is none.
    `generation` counts how often they were written.
    """

    office: UUID
    roots: tuple[Version, ...]
    wrapping: tuple[Version, ...]
    files: tuple[Version, ...]
    former: tuple[Former, ...] = ()
    recovery: Recovery | None = None
    escrowed: str = ""
    generation: int = 1

    @classmethod
    def new(cls, office: UUID, now: datetime) -> "OfficeKeys":
        """Make the keys of a new office."""
        roots, wrapping, files = ((Version(1, Key.random(), now),) for _ in range(3))
        return cls(office, roots, wrapping, files)

    @property
    def root(self) -> Key:
        """Return the newest root: what is made now is made under it."""
        return self.roots[0].key

    @property
    def every(self) -> tuple[Root, ...]:
        """Return all roots, the newest first: what was made earlier is checked by any of them."""
        return (*(version.key for version in self.roots), *self.former)

    @property
    def oldest(self) -> Root:
        """Return the first root: the log's pseudonyms stay the same through every rotation."""
        return self.every[-1]

    def file_key(self) -> Key:
        """Return the key of the SQLCipher file."""
        return self.files[0].key

    def backup_key(self) -> Key:
        """Return the key of backups: a backup opens with key file and keyring, not with fewer."""
        return self.backup_keys()[0]

    def backup_keys(self) -> list[Key]:
        """Return the keys of backups that still open: one for each root that was kept."""
        return [version.key.derive(Label.BACKUP) for version in self.roots]

    def of_kind(self, kind: Kind) -> tuple[Version, ...]:
        """Return the versions of one kind, the newest first."""
        return {"roots": self.roots, "wrapping": self.wrapping, "files": self.files}[kind]

    def with_newer(self, kind: Kind, now: datetime) -> "OfficeKeys":
        """Add a version of one kind."""
        versions = self.of_kind(kind)
        newer = Version(versions[0].number + 1, Key.random(), now)
        return self._with(kind, (newer, *versions))

    def with_newest_only(self, kind: Kind) -> "OfficeKeys":
        """Destroy all versions of a kind but the newest; of roots, what records need stays."""
        newest, *older = self.of_kind(kind)
        changed = self._with(kind, (newest,))
        if kind != "roots":
            return changed
        left = tuple(
            Former(old.number, {label: old.key.derive(label) for label in OUTLIVES_A_ROOT})
            for old in older
        )
        return replace(changed, former=(*left, *self.former))

    def _with(self, kind: Kind, versions: tuple[Version, ...]) -> "OfficeKeys":
        changed: dict[str, Any] = {kind: versions}
        return replace(self, **changed)

    def to_bytes(self) -> bytes:
        """Return the content of the keyring, as it is sealed."""
        recovery = self.recovery
        return json.dumps(
            {
                "roots": _versions(self.roots),
                "wrapping": _versions(self.wrapping),
                "files": _versions(self.files),
                "former": [
                    {"number": f.number, "kept": {k: _text(v) for k, v in f.kept.items()}}
                    for f in self.former
                ],
                "recovery": recovery
                and {
                    "public": b64encode(recovery.public.raw).decode(),
                    "threshold": recovery.threshold,
                    "shares": recovery.shares,
                    "made": recovery.made.isoformat(),
                },
                "escrowed": self.escrowed,
                "generation": self.generation,
            }
        ).encode()

    @classmethod
    def from_bytes(cls, office: UUID, content: bytes) -> "OfficeKeys":
        """Read back what `to_bytes` wrote; raise ValueError, KeyError or TypeError."""
        read: dict[str, Any] = json.loads(content)
        former = (
            Former(f["number"], {Label(k): _key(v) for k, v in f["kept"].items()})
            for f in read["former"]
        )
        return cls(
            office=office,
            roots=_read_versions(read["roots"]),
            wrapping=_read_versions(read["wrapping"]),
            files=_read_versions(read["files"]),
            former=tuple(former),
            recovery=read["recovery"] and _read_recovery(read["recovery"]),
            escrowed=str(read["escrowed"]),
            generation=int(read["generation"]),
        )


def _versions(versions: Iterable[Version]) -> list[dict[str, object]]:
    return [
        {"number": v.number, "key": _text(v.key), "made": v.made.astimezone(UTC).isoformat()}
        for v in versions
    ]


def _read_versions(read: list[dict[str, Any]]) -> tuple[Version, ...]:
    return tuple(
        Version(v["number"], _key(v["key"]), datetime.fromisoformat(v["made"])) for v in read
    )


def _read_recovery(read: dict[str, Any]) -> Recovery:
    public = RecoveryPublic(b64decode(read["public"]))
    made = datetime.fromisoformat(read["made"])
    return Recovery(public, read["threshold"], read["shares"], made)


def _text(key: Key) -> str:
    return b64encode(key.expose()).decode()


def _key(text: str) -> Key:
    return Key(b64decode(text, validate=True))
