"""Seal values anew where they lie, unless somebody changes them meanwhile."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Update, bindparam, inspect
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import update

from antechamber.crypto.sealing import Sealed, Unsealable
from antechamber.errors import NotReady
from antechamber.tables import KeyRow, Row
from antechamber.vault import KeyRef
from antechamber.work import Work


def renew(work: Work, row: Row, columns: Iterable[str], key: KeyRef) -> None:
    """Seal values by the newest version of their key, unless somebody changes one meanwhile."""
    put_in_place(work, row, {c: open_or_stop(work, row, c, key) for c in columns}, key)


def put_in_place(work: Work, row: Row, data: Mapping[str, bytes], key: KeyRef) -> None:
    """Seal data in the place of values that were read; where one has changed since, none is.

    The row's version stays: whoever holds its entity tag has read what it still says.
    """
    sealer = work.vault.sealer(key)
    replace(work, row, {c: sealer.seal(d, place=work.place(row, c)) for c, d in data.items()})


def replace(work: Work, row: Row, values: Mapping[str, Any]) -> None:
    """Write values where the sealed ones among them still stand as they were read."""
    names = tuple(name for name in values if isinstance(values[name], Sealed))
    same = (*_key_of(type(row)), *names)
    written = work.session.exec(
        _replacing(type(row), tuple(values), same),
        params=_named("new", values) | _named("read", {name: getattr(row, name) for name in same}),
        execution_options={"synchronize_session": False},
    )
    if written.rowcount == 1:
        for name, value in values.items():
            set_committed_value(row, name, value)
    else:
        work.session.refresh(row)


@cache
def _replacing(model: type[Row], written: tuple[str, ...], same: tuple[str, ...]) -> Update:
    """Return the statement that does it for one row: to build it takes longer than to run it."""
    columns = inspect(model).columns
    kept = {"version": columns["version"]} if _is_tagged(model) else {}
    return (
        update(model)
        .where(*(columns[name] == bindparam(f"read_{name}") for name in same))
        .values({name: bindparam(f"new_{name}") for name in written} | kept)
    )


@cache
def _key_of(model: type[Row]) -> tuple[str, ...]:
    mapper = inspect(model)
    return tuple(mapper.get_property_by_column(column).key for column in mapper.primary_key)


def _named(prefix: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{prefix}_{name}": value for name, value in values.items()}


def open_or_stop(work: Work, row: Row, column: str, key: KeyRef) -> bytes:
    """Open a value; raise NotReady where it is damaged: nothing is destroyed then."""
    try:
        return work.open(row, column, key=key)
    except Unsealable:
        raise damaged(row.place[0]) from None


def damaged(table: str) -> NotReady:
    """Return the fault that stops a rotation before anything is destroyed."""
    return NotReady(
        f"A value in the table {table} does not open. No key was destroyed. Find out with a "
        "backup what happened to it, then give the command again."
    )


def _is_tagged(model: type[Row]) -> bool:
    return "version" in inspect(model).columns and model is not KeyRow
