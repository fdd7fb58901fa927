"""What each column of each table shows without a key; writes the tables of docs/data-at-rest.md.

A column that is not declared here fails a test, and so does a page that says something else.
After a change: `.venv/bin/python tests/data_at_rest.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Column

from antechamber.tables import metadata
from antechamber.tables.columns import SealedBytes

PAGE = Path(__file__).parents[1] / "docs" / "data-at-rest.md"
ID = "random; names the row"
VERSION = "random, new at each write: the entity tag rests on it"
INITIATIVE = "finds the rows of an initiative; row-level security compares it"


@dataclass(frozen=True)
class Declared:
    """One table: why each open column is open, what each keyed token is, which key seals."""

    open: dict[str, str]
    sealed: dict[str, str] = field(default_factory=dict)
    keyed: dict[str, str] = field(default_factory=dict)


OFFICE, OWN, PERSON = "the office", "the initiative", "the participant"
ROW = {"id": ID, "version": VERSION}
WITHIN = {**ROW, "initiative_id": INITIATIVE}

DECLARED = {
    "office": Declared(
        ROW, {"document": f"{OFFICE}: name, zone, parameters, trusted keys, which rulebook"}
    ),
    "user": Declared(
        {**ROW, "disabled": "a disabled user is left out of queries for those who hold a role"},
        {"profile": f"{OFFICE}: handle, name"},
    ),
    "membership": Declared(
        {
            **WITHIN,
            "user_id": "each request asks who may do what; a random id, the name is sealed",
            "role": "the same; the sealed copy is what counts",
        },
        {"document": f"{OFFICE}: user, role and initiative again"},
    ),
    "token": Declared(
        {
            **ROW,
            "role": "says what a row is for; the sealed copy is what counts",
            "expires_at": "sweeps out old rows; the sealed copy is what counts",
        },
        {"holder": f"{OFFICE}: whose, which role, until when, and the hash again"},
        {"credential_hash": "of a random token of 256 bits: finds it, and does not give it back"},
    ),
    "initiative": Declared(ROW, {"document": f"{OWN}: everything"}),
    "participant": Declared(
        {
            **WITHIN,
            "key_id": "leads to the key, which can be destroyed without the row",
            "erased": "says that the rest of the row opens no more",
        },
        {"identity": f"{PERSON}: who it is", "file": f"{PERSON}: what is known of them"},
        {
            "email_index": "exact search within the initiative; equal only there",
            "document_index": "the same, for the first identity document",
        },
    ),
    "organisation": Declared(WITHIN, {"document": f"{OWN}: everything"}),
    "session": Declared(
        {
            **WITHIN,
            "state": "the triggers hold every writer to the gate by it",
            "revision": "the triggers compare it with the decision's",
            "clearance_id": "the triggers look the decision up",
        },
        {"document": f"{OWN}: plan, roster; in it each seat, sealed again for {PERSON}"},
    ),
    "decision": Declared(
        {
            **WITHIN,
            "session_id": "the triggers look for the newest decision of a session",
            "sequence": "which is the newest",
            "revision": "the triggers compare it with the session's",
            "may_proceed": "the triggers ask it",
        },
        {
            "record": f"{OWN}: outcome, findings, versions",
            "dossier": f"{OWN}: what it was decided on; each person's part again for {PERSON}",
        },
        {
            "fingerprint": "of the facts and of this decision: no two are equal",
            "mac": "over the row: a forged decision is found out",
        },
    ),
    "signoff": Declared(WITHIN, {"document": f"{OWN}: kind, signer, dates, reasons"}),
    "screening_list": Declared(ROW, {"document": f"{OFFICE}: which list, its state"}),
    "list_snapshot": Declared(
        ROW, {"document": f"{OFFICE}: of which list, when", "content": f"{OFFICE}: its entries"}
    ),
    "rulebook": Declared(
        ROW, {"document": f"{OFFICE}: which rulebook", "content": f"{OFFICE}: its files"}
    ),
    "key": Declared(
        {
            "id": "what rows name; an initiative's key has the initiative's id",
            "version": "the highest seals; the only number that counts up here",
            "initiative_id": "whose key wraps it, and what row-level security compares",
        },
        {"wrapped": f"{OFFICE}, or {OWN}: the key"},
        {"kcv": "derived from the key: a wrong one is found out before it opens anything"},
    ),
    "outbox": Declared(
        {
            **WITHIN,
            "claimed_by": "which worker has it: of several, one does it",
            "claimed_until": "another takes over from a worker that ended",
            "status": "finds what waits",
        },
        {"payload": f"{OWN}: what it is"},
    ),
    "idempotency": Declared(
        {**ROW, "status": "answered again with it"},
        {"outcome": f"{OFFICE}: what the request made"},
        {"keyed_hash": "of actor, route and key of the request"},
    ),
    "audit_head": Declared(
        {
            "id": "always 1: the row that writers lock",
            "sequence": "the number of the last entry",
            "leaf": "the hash of the last entry, which is sealed",
        }
    ),
    "audit_entry": Declared(
        {
            "sequence": "the order of the log: a gap would show",
            "previous": "the leaf before; unique, so that the log cannot fork",
            "leaf": "the hash of this entry: the chain is checked without a key",
        },
        {
            "entry": f"{OFFICE}: who did what to what, in pseudonyms",
            "payload": f"{OFFICE}; in it the payload again, for whom it is about",
        },
    ),
}


def undeclared() -> list[str]:
    """Name the columns that the metadata has and this file has not, or has as something else."""
    faults = []
    for table in metadata.tables.values():
        said = DECLARED.get(table.name, Declared({}))
        for column in table.columns:
            places = [
                kind for kind in ("sealed", "open", "keyed") if column.name in _of(said, kind)
            ]
            fits = (
                places in (["sealed"],) if _is_sealed(column) else places in (["open"], ["keyed"])
            )
            if not fits:
                faults.append(f"{table.name}.{column.name}: {' and '.join(places) or 'nothing'}")
        faults += [
            f"{table.name}.{name}: gone" for name in _names(said) - set(table.columns.keys())
        ]
    return faults + [f"{name}: no such table" for name in DECLARED.keys() - metadata.tables.keys()]


def tables() -> dict[str, str]:
    """Return the page's three tables by their headings."""
    return {
        "Open columns": "\n".join(_listed("column", "open because", "open")),
        "Keyed tokens": "\n".join(_listed("column", "what it is for", "keyed")),
        "Sealed columns": "\n".join(_listed("column", "under the key of", "sealed")),
    }


def renewed(page: str) -> str:
    """Return the page with its three tables written anew."""
    for title, table in tables().items():
        found = re.compile(rf"(\n## {title}\n.*?\n)\|.*?(?=\n\n)", re.DOTALL)
        page, count = found.subn(lambda match, t=table: match[1] + t, page, count=1)  # type: ignore[misc]  # bound at once
        if count != 1:
            raise ValueError(f"no table under {title}")
    return page


def _listed(name: str, says: str, kind: str) -> Iterator[str]:
    yield f"| table | {name} | {says} |"
    yield "|---|---|---|"
    for table in sorted(metadata.tables):
        for column, reason in _of(DECLARED[table], kind).items():
            yield f"| `{table}` | `{column}` | {reason} |"


def _of(said: Declared, kind: str) -> dict[str, str]:
    return {"open": said.open, "keyed": said.keyed, "sealed": said.sealed}[kind]


def _names(said: Declared) -> set[str]:
    return {*said.open, *said.keyed, *said.sealed}


def _is_sealed(column: Column[object]) -> bool:
    return isinstance(column.type, SealedBytes)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
