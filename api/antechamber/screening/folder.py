"""Read a folder of sanctions lists: `lists.toml` says what is there, the files hold it.

A list is read whole or not at all. A file that is missing, garbled, empty, cut short, or
that holds another number of records than `lists.toml` states, is refused by name.
"""

import gzip
import hashlib
import io
import tomllib
import zlib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias, cast

from antechamber_compliance.dossier.vocabulary import REGIMES
from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.lists import drain, has_reader
from antechamber_compliance.screening.lists.badlist import BadList
from antechamber_compliance.screening.lists.collecting import Reading, Tolerance

Source: TypeAlias = Literal["publisher", "office_keyed"]

INDEX_NAME = "lists.toml"
MAX_INDEX_BYTES = 1 << 20
MAX_STORED_BYTES = 256 << 20
MAX_READ_BYTES = 512 << 20  # after decompression; the largest real list has 21 MB
GZIP_MAGIC = b"\x1f\x8b"
ANY_COUNTRY = "any"
SOURCES = ("publisher", "office_keyed")


class BadFolder(Exception):
    """The folder's `lists.toml` cannot be relied on; says what to correct."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """One list as `lists.toml` describes it.

    `series` is the list without its version; `entries` the records it must hold, None where
    not stated; `tolerated` those without identifier or name that it may hold, None for what
    its format says; `regimes` those it fills; `country` the one for which it fills HOST_LIST.
    """

    id: str
    series: str
    format: str
    files: tuple[Path, ...]
    published: str
    publisher: str
    active: bool
    entries: int | None
    regimes: tuple[str, ...]
    country: str
    source: Source
    tolerated: int | None = None


@dataclass(frozen=True, slots=True)
class ReadList:
    """A whole list; `sha256` (hex) is of the file as stored, compressed or not.

    Of a list in several files it is the hash of their hashes (hex, one a line, in the order
    of `lists.toml`).
    """

    id: str
    published: str
    sha256: str
    entries: tuple[Entry, ...]
    counts: Mapping[str, int]  # records in the file, parties, spellings
    united: tuple[str, ...]  # identifiers that occurred more than once
    incomplete: tuple[str, ...] = ()  # where records without identifier or name were tolerated


def active_lists(folder: Path) -> list[ListFile]:
    """Return the active lists in the order of `lists.toml`; raise BadFolder if it is unusable."""
    found = [_described(folder, table, number) for number, table in enumerate(_tables(folder), 1)]
    active = [one for one in found if one.active]
    if len({one.id for one in found}) < len(found):
        raise BadFolder(f"{INDEX_NAME}: two lists have the same id; rename one")
    if not active:
        raise BadFolder(f"{INDEX_NAME}: no list is active; describe at least one")
    return active


def readable(described: ListFile) -> bool:
    """Say whether there is a reader for this list; without one nobody is screened against it."""
    return has_reader(described.format, len(described.files))


def read_list(described: ListFile) -> ReadList:
    """Read one list whole; raise BadList, with its id and place, if any part is unsound."""
    if not readable(described):
        raise BadList(f"no reader for the format {described.format}", list_id=described.id)
    reading, digest = _drained(described)
    if described.entries not in (None, reading.records):
        raise _refused(
            described,
            f"holds {reading.records} records where {INDEX_NAME} says {described.entries};"
            f" fetch the file again, or correct {INDEX_NAME}",
        )
    return ReadList(
        id=described.id,
        published=described.published,
        sha256=digest,
        entries=reading.entries,
        counts={
            "records": reading.records,
            "parties": len(reading.entries),
            "spellings": sum(len(entry.names) for entry in reading.entries),
        },
        united=reading.united,
        incomplete=reading.incomplete,
    )


def stored_digest(described: ListFile) -> str | None:
    """Return the `sha256` of a list without reading it, or None where a file cannot be read."""
    try:
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("rb")) for path in described.files]
            return _digest([hashlib.file_digest(file, "sha256").hexdigest() for file in files])
    except OSError:
        return None


def _digest(hashes: list[str]) -> str:
    if len(hashes) == 1:
        return hashes[0]
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _drained(described: ListFile) -> tuple[Reading, str]:
    """Read and hash the files; every way in which they can fail becomes a BadList."""
    tolerance = None if described.tolerated is None else Tolerance(described.tolerated)
    try:
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("rb")) for path in described.files]
            hashed = [_Hashed(file) for file in files]
            plain = [_opened(file) for file in hashed]
            reading = drain(described.format, *plain, tolerance=tolerance)
            return reading, _digest([file.finish() for file in hashed])
    except BadList as bad:
        raise bad.of(described.id) from bad
    except FileNotFoundError as fault:
        lost = next(path for path in described.files if not path.exists())
        raise BadList("the file is missing; fetch it", lost.name, described.id) from fault
    except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
        raise _refused(
            described, "the gzip file is damaged or cut short; fetch it again"
        ) from fault
    except OSError as fault:
        raise _refused(described, "the file cannot be read; check its permissions") from fault


def _refused(described: ListFile, reason: str) -> BadList:
    return BadList(reason, described.files[0].name, described.id)


def _tables(folder: Path) -> list[Mapping[str, Any]]:
    path = folder / INDEX_NAME
    try:
        with path.open("rb") as file:
            text = file.read(MAX_INDEX_BYTES + 1)
        if len(text) > MAX_INDEX_BYTES:
            raise BadFolder(f"{INDEX_NAME}: larger than any description of lists")
        tables = tomllib.loads(text.decode("utf-8")).get("list")
    except FileNotFoundError as fault:
        raise BadFolder(f"{INDEX_NAME} is missing; describe the lists in it") from fault
    except OSError as fault:
        raise BadFolder(f"{INDEX_NAME} cannot be read; check its permissions") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BadFolder(f"{INDEX_NAME} is not TOML; correct it") from fault
    if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
        raise BadFolder(f"{INDEX_NAME} has no [[list]] table; describe at least one list")
    return tables


def _described(folder: Path, table: Mapping[str, Any], number: int) -> ListFile:
    fields = _Fields(table, number)
    identifier = fields.text("id")
    return ListFile(
        id=identifier,
        series=fields.text("series", identifier),
        format=fields.text("format"),
        files=tuple(folder / name for name in fields.files()),
        published=fields.text("published"),
        publisher=fields.text("publisher", ""),
        active=fields.flag("active"),
        entries=fields.count("entries"),
        regimes=fields.regimes(),
        country=fields.text("country", ANY_COUNTRY),
        source=fields.source(),
        tolerated=fields.count("tolerated", least=0),
    )


class _Fields:
    """One [[list]] table, each field checked as it is taken; errors name list and field."""

    def __init__(self, table: Mapping[str, Any], number: int) -> None:
        self._table = table
        named = table.get("id")
        self._list = named if isinstance(named, str) and named else f"list {number}"

    def text(self, field: str, default: str | None = None) -> str:
        value = self._table.get(field, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self._bad(field, "must be text")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        value = self._table.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self._bad(field, "must be a list of texts")
        return tuple(value)

    def regimes(self) -> tuple[str, ...]:
        named = self.texts("regimes")
        if not set(named) <= set(REGIMES):
            raise self._bad("regimes", f"must be among {', '.join(REGIMES)}")
        return named

    def flag(self, field: str) -> bool:
        value = self._table.get(field, True)
        if not isinstance(value, bool):
            raise self._bad(field, "must be true or false")
        return value

    def count(self, field: str, least: int = 1) -> int | None:
        value = self._table.get(field)
        if value is None:
            return None
        if type(value) is not int or value < least:
            raise self._bad(field, f"must be a number above {least - 1}")
        return value

    def source(self) -> Source:
        value = self._table.get("source", SOURCES[0])
        if value not in SOURCES:
            raise self._bad("source", f"must be one of {', '.join(SOURCES)}")
        return cast(Source, value)

    def files(self) -> tuple[str, ...]:
        single = self._table.get("file")
        names = (single,) if isinstance(single, str) else self.texts("file")
        if not names or any(name in (".", "..") or Path(name).name != name for name in names):
            raise self._bad("file", "must name a file in this folder")
        return names

    def _bad(self, field: str, what: str) -> BadFolder:
        return BadFolder(f"{INDEX_NAME}: {self._list}: {field} {what}")


class _Hashed(io.RawIOBase):
    """A file read once: what passes through is hashed, and bounded in size."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._left = MAX_STORED_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._file.read(len(buffer))
        self._left -= len(chunk)
        if self._left < 0:
            raise BadList(f"the file is larger than {MAX_STORED_BYTES >> 20} MiB")
        self._digest.update(chunk)
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def finish(self) -> str:
        """Read what no reader needed, and return the hash of the whole file."""
        while chunk := self._file.read(1 << 16):
            self._digest.update(chunk)
        return self._digest.hexdigest()


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than a list can hold: a gzip bomb ends here."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = MAX_READ_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._stream.read(len(buffer))
        self._left -= len(chunk)
        if self._left < 0:
            raise BadList(f"decompresses to more than {MAX_READ_BYTES >> 20} MiB")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _opened(file: _Hashed) -> BinaryIO:
    """Return the plain bytes of a file that may be gzip, whatever its name says."""
    buffered = io.BufferedReader(file)
    if buffered.peek(2)[:2] == GZIP_MAGIC:
        plain = gzip.GzipFile(fileobj=buffered, mode="rb")
        return io.BufferedReader(_Bounded(cast(BinaryIO, plain)))
    return io.BufferedReader(_Bounded(buffered))
