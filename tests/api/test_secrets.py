"""What is secret does not print: not by repr, not in an error, not through a library."""

import copy
import io
import logging
import pickle
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from antechamber import database
from antechamber.backups.making import Source
from antechamber.crypto.keys import Key
from antechamber.crypto.providers import FileKey
from antechamber.crypto.sealing import Sealer
from antechamber.crypto.signatures import SigningKey
from antechamber.documents.participant import Identity
from antechamber.office import Office
from antechamber.settings import Settings
from databases import NOW

PASSWORD = "corvid-lantern-71"
CANARY = "Quosimtavvexwyn"


def shown(thing: object) -> str:
    """Return all that a careless line of code would print of a thing."""
    stream = io.StringIO()
    logging.StreamHandler(stream).emit(
        logging.LogRecord("x", logging.INFO, "", 0, "%s %r", (thing, thing), None)
    )
    return stream.getvalue() + f"{thing} {thing!r} {thing!s:>5}"


def secrets_of(key: Key) -> tuple[str, ...]:
    raw = key.expose()
    return raw.hex(), repr(raw)[2:-1], str(list(raw))[1:-1]


def test_no_key_prints_whatever_holds_it(office: Office) -> None:
    source = Source(office.engine, office.keys, office.settings, NOW)
    holders: list[object] = [office.keys.root, office.keys, office, source]
    holders += [Sealer(office.keys.root), FileKey(office.settings.key_file), SigningKey.random()]
    held = (*secrets_of(office.keys.root), *secrets_of(office.keys.file_key()))
    for holder in holders:
        assert not any(secret in shown(holder) for secret in held), type(holder)


@pytest.mark.parametrize("take", [pickle.dumps, copy.deepcopy, vars])
def test_a_key_is_not_taken_out_by_accident(take: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError):
        take(Key.random())


def settings(url: str) -> Settings:
    return Settings.model_validate({"database_url": url})


def test_the_password_of_a_database_url_is_in_nothing_that_prints() -> None:
    found = settings(f"postgresql+psycopg://office:{PASSWORD}@localhost/x")
    engine = database.connect(found.url, Key.random())
    for thing in (found, found.url, engine, engine.pool, engine.url, found.model_dump()):
        assert PASSWORD not in shown(thing)
    assert PASSWORD not in found.model_dump_json()


def test_nor_is_it_in_the_error_of_a_server_that_does_not_answer(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://office:{PASSWORD}@/x?host={tmp_path}"
    engine = database.connect(settings(url).url, Key.random())
    with pytest.raises(SQLAlchemyError) as fault, engine.connect():
        pass
    assert PASSWORD not in "".join(traceback.format_exception(fault.value))


@pytest.mark.parametrize("name", ["password", "PASSWORD", "sslpassword"])
def test_a_password_behind_the_question_mark_is_refused_and_not_repeated(name: str) -> None:
    url = f"postgresql+psycopg://office@localhost/x?application_name=a&{name}={PASSWORD}"
    with pytest.raises(ValidationError, match="before the @") as fault:
        settings(url)
    assert PASSWORD not in str(fault.value)
    # Otherwise SQLAlchemy would print it.
    assert PASSWORD in repr(create_engine(url))


@pytest.mark.parametrize("url", [f"mysql://office:{PASSWORD}@x/y", f"{PASSWORD}"])
def test_a_url_that_cannot_be_used_is_not_repeated(url: str) -> None:
    with pytest.raises(ValidationError) as fault:
        settings(url)
    assert PASSWORD not in str(fault.value)


def test_the_error_of_a_statement_does_not_show_its_values(office: Office) -> None:
    with pytest.raises(SQLAlchemyError) as fault, office.engine.begin() as connection:
        connection.execute(text('INSERT INTO "user" (id) VALUES (:value)'), {"value": CANARY})
    assert "parameters hidden" in str(fault.value)
    # What the driver itself says is kept below it; nothing logs it (`antechamber.http.logs`).
    assert CANARY not in str(fault.value).partition("[SQL")[2]


def test_who_somebody_is_does_not_print() -> None:
    identity = Identity(names=[CANARY], documents=[CANARY], email=CANARY, notes=CANARY)
    assert CANARY not in shown(identity) + shown([identity])
