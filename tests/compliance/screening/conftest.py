"""The real lists, if they are at hand, parsed and indexed once for all tests."""

import gzip
import json
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest

from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.lists import READERS, drain
from antechamber_compliance.screening.lists.collecting import Reading

SHARED = Path(__file__).parents[4] / "shared"


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "lists" / "lists.toml").exists():
        pytest.skip("the real lists are not beside this repository (../shared/lists)")
    return SHARED


@pytest.fixture(scope="session")
def real_readings(shared: Path) -> dict[str, Reading]:
    """Every real list that has a reader, by id."""
    tables = tomllib.loads((shared / "lists" / "lists.toml").read_text(encoding="utf-8"))["list"]
    readings = {}
    for table in tables:
        if table["format"] in READERS:
            with gzip.open(shared / "lists" / table["file"]) as stream:
                readings[table["id"]] = drain(table["format"], cast(BinaryIO, stream))
    return readings


@pytest.fixture(scope="session")
def queries(shared: Path) -> list[dict[str, Any]]:
    """The labelled queries that one of the active lists can answer."""
    return [query for query in _lines(shared / "screening" / "queries.jsonl") if _expected(query)]


@pytest.fixture(scope="session")
def negatives(shared: Path) -> list[dict[str, Any]]:
    return list(_lines(shared / "screening" / "negatives.jsonl"))


@pytest.fixture(scope="session")
def real_index(shared: Path, real_readings: dict[str, Reading]) -> Index:
    """The active lists without the names held out for the queries."""
    texts = (
        text
        for query in _lines(shared / "screening" / "queries.jsonl")
        for text in query.get("remove", ())
    )
    held_out = set(map(_normal, texts))

    def known(entry: Entry) -> Entry:
        names = tuple(name for name in entry.names if _normal(name.text) not in held_out)
        return replace(entry, names=names)

    return Index.build((list_id, map(known, real_readings[list_id].entries)) for list_id in ACTIVE)


ACTIVE = (
    "us_ofac_sdn",
    "us_ofac_cons",
    "eu_fsf",
    "un_sc",
    "ca_sema",
    "au_dfat_flat",
    "uk_sanctions_flat",
    "uk_proscribed_excerpt",
)


def _expected(query: dict[str, Any]) -> bool:
    return any(answer["list"] in ACTIVE for answer in query["expect"])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
