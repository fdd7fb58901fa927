"""Fetch the lists from their publishers into the office's folder, ready to be imported."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Literal

from antechamber.crypto.files import create_private, private_folder
from antechamber.screening.download import Bounds, NotFetched, Validators, fetch
from antechamber.screening.folder import INDEX_NAME, BadFolder, ListFile, stored_digest

PUBLISHERS = Path(__file__).with_name("publishers.toml")
FETCHED_NAME = "fetched.json"
Outcome = Literal["fetched", "unchanged", "failed", "not_asked"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list is fetched: an address for each of its files, and hosts it may pass on to."""

    urls: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of the download of one list; `reason` says why it failed.

    `described` has the publisher's date of what lies in the folder now, as far as the server
    told it, else the day on which it was fetched.
    """

    described: ListFile
    outcome: Outcome
    reason: str = ""
    validators: tuple[Validators, ...] = ()


def prepare(folder: Path) -> None:
    """Make the office's folder of lists, with the publishers' addresses in it, if it is not there."""
    private_folder(folder)
    if not (folder / INDEX_NAME).exists():
        create_private(folder / INDEX_NAME, PUBLISHERS.read_bytes())


def sources(folder: Path) -> dict[str, Source]:
    """Return the addresses by list; raise BadFolder."""
    tables = tomllib.loads((folder / INDEX_NAME).read_text(encoding="utf-8"))["list"]
    return {table["id"]: _source(table) for table in tables if "url" in table}


def fetch_list(
    folder: Path, described: ListFile, source: Source | None, now: datetime, bounds: Bounds
) -> Fetched:
    """Fetch every file of a list that its publisher has changed since."""
    if source is None:
        return Fetched(described, "not_asked", "no url in lists.toml")
    known = _remembered(folder).get(described.id, {})
    same = known.get("digest") == stored_digest(described) and known.get("urls") == [*source.urls]
    validators = [Validators(**each) for each in known["validators"]] if same else []
    before = validators or [Validators()] * len(described.files)
    if len(source.urls) != len(described.files):
        return Fetched(described, "failed", "give as many addresses (url) as files")
    found: list[Validators] = []
    try:
        for url, path, at in zip(source.urls, described.files, before, strict=True):
            found.append(fetch(url, source.hosts, path, at, bounds=bounds) or at)
    except NotFetched as fault:
        return Fetched(described, "failed", str(fault))
    outcome: Outcome = "unchanged" if validators and found == before else "fetched"
    published = known["published"] if outcome == "unchanged" else _published(found, now)
    return Fetched(replace(described, published=published), outcome, "", tuple(found))


def remember(folder: Path, fetched: Fetched, source: Source) -> None:
    """Keep what the server said of a copy that could be read: a refused one is fetched anew."""
    known = _remembered(folder)
    known[fetched.described.id] = {
        "urls": [*source.urls],
        "digest": stored_digest(fetched.described),
        "published": fetched.described.published,
        "validators": [asdict(each) for each in fetched.validators],
    }
    part = folder / f"{FETCHED_NAME}.part"
    part.unlink(missing_ok=True)
    create_private(part, json.dumps(known, indent=1).encode())
    part.replace(folder / FETCHED_NAME)


def _remembered(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what servers said of the files in the folder; nothing where that cannot be read."""
    try:
        found = json.loads((folder / FETCHED_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _source(table: Mapping[str, Any]) -> Source:
    url, hosts = table["url"], table.get("hosts", [])
    urls = [url] if isinstance(url, str) else url
    if not isinstance(urls, list) or not isinstance(hosts, list):
        raise BadFolder(f"{INDEX_NAME}: {table['id']}: url and hosts must be texts")
    if not all(isinstance(each, str) for each in [*urls, *hosts]):
        raise BadFolder(f"{INDEX_NAME}: {table['id']}: url and hosts must be texts")
    return Source(tuple(urls), tuple(hosts))


def _published(found: list[Validators], now: datetime) -> str:
    try:
        at = max(parsedate_to_datetime(each.last_modified) for each in found)
    except (ValueError, TypeError):
        at = now
    return f"{at.astimezone(UTC):%Y-%m-%d}"
