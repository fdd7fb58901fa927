"""What is killed in T17: each from a state in which it begins, with a look at what it left.

A new kind of work is a subclass of Operation in OPERATIONS.
"""

import copy
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import ClassVar, Self

from sqlmodel import col, select

from antechamber import audit, database, schema
from antechamber.backups import making, restoring
from antechamber.backups.making import Source
from antechamber.clearance import decisions
from antechamber.clearance import service as clearance
from antechamber.clearance.dossiers import open_dossier
from antechamber.crypto.keyring import open_keyring
from antechamber.crypto.providers import FileKey
from antechamber.documents import store
from antechamber.erasure import service as erasure
from antechamber.office import Clock, Office
from antechamber.participants import service as participants
from antechamber.policies import shipped_regimes
from antechamber.rotation import run
from antechamber.screening import lists
from antechamber.screening.folder import active_lists
from antechamber.screening.importing import import_list
from antechamber.screening.index import Indexes
from antechamber.settings import Settings
from antechamber.tables import (
    DecisionRow,
    KeyRow,
    ListSnapshotRow,
    OutboxRow,
    ParticipantRow,
    SessionRow,
)
from antechamber.work import Everywhere
from databases import NOW, fixed_clock
from walk import FICTIONAL_LISTS, Walk, prepare


@contextmanager
def opened(settings: Settings, clock: Clock = fixed_clock) -> Iterator[Office]:
    office = Office.open(settings, clock=clock)
    try:
        yield office
    finally:
        office.close()


class Operation(ABC):
    """Something that is killed. It is done from a state, and what is left is looked at."""

    before: ClassVar[str]
    after: ClassVar[str]

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.prepare()

    def at(self, settings: Settings) -> Self:
        """Return the same in a copy of the office as it was prepared."""
        found = copy.copy(self)
        found.settings = settings
        return found

    @abstractmethod
    def prepare(self) -> None:
        """Bring a new office to where the work begins; close it."""

    @abstractmethod
    def work(self) -> None:
        """Do it, in a child; when it returns, it is acknowledged."""

    @abstractmethod
    def found(self) -> str:
        """Look at what is left, check all of it, and return how it stands."""


class Schedule(Operation):
    before, after = "cleared", "scheduled"

    def prepare(self) -> None:
        with opened(self.settings) as office:
            self.walk: Walk = prepare(office)
            self.walk.step("propose", "submit", "evaluate")

    def work(self) -> None:
        with opened(self.settings) as office, office.work(Everywhere("convener")) as work:
            clearance.take_step(work, self.walk.session, "schedule")

    def found(self) -> str:
        with opened(self.settings) as office:
            audit.verify(office)
            with office.reading(Everywhere("test")) as work:
                session = work.session.get_one(SessionRow, self.walk.session)
                rows = work.session.exec(select(DecisionRow)).all()
                newest = max(
                    (decisions.verified(work, row) for row in rows), key=lambda row: row.sequence
                )
                sent = len(work.session.exec(select(OutboxRow)).all())
            if session.state.value == self.after:
                assert (session.clearance_id, sent) == (newest.id, 1)
            else:
                assert sent == 0
            return session.state.value


class ImportList(Operation):
    before, after = "none", "whole"

    def prepare(self) -> None:
        self.described = active_lists(FICTIONAL_LISTS)[0]

    def work(self) -> None:
        with opened(self.settings) as office:
            import_list(
                office, Everywhere("officer"), self.described, shipped_regimes(), Indexes.of(office)
            )

    def found(self) -> str:
        with opened(self.settings) as office:
            audit.verify(office)
            with office.reading(Everywhere("test")) as work:
                kept = lists.kept(work)
                copies = work.session.exec(select(ListSnapshotRow)).all()
                assert len(kept) == len(copies)
                if not kept:
                    return self.before
                (document,) = (each for _, each in kept.values())
                assert document.snapshot is not None
                assert len(lists.entries_of(work, document.snapshot)) == document.entries
                return self.after


class Migrate(Operation):
    before, after = "earlier", "today's"

    def prepare(self) -> None:
        with opened(self.settings) as office:
            self.count = audit.verify(office).count
            schema.step_back(office.engine, "20261122_gate")

    def work(self) -> None:
        Office.migrate(self.settings)

    def found(self) -> str:
        if self._revision() != schema.head():
            return self.before
        with opened(self.settings) as office:
            assert audit.verify(office).count >= self.count
        return self.after

    def _revision(self) -> str | None:
        keys = open_keyring(self.settings.keyring, FileKey(self.settings.key_file))
        engine = database.connect(self.settings.url, keys.file_key())
        try:
            with database.reading(engine).connect() as connection:
                return schema.current(connection)
        finally:
            engine.dispose()


class BackUp(Operation):
    before, after = "no file", "whole"

    @property
    def out(self) -> Path:
        return self.settings.home.parent / "office.backup"

    def prepare(self) -> None:
        with opened(self.settings) as office:
            prepare(office)

    def work(self) -> None:
        with opened(self.settings) as office:
            making.make(Source(office.engine, office.keys, office.settings, NOW), self.out)

    def found(self) -> str:
        with opened(self.settings) as office:
            audit.verify(office)
            if not self.out.exists():
                return self.before
            looked_at = self.out.with_name("looked-at")
            shutil.copy(self.out, looked_at)
            restoring.verified(looked_at, office.keys, lambda _: None)
        return self.after


class Restore(Operation):
    before, after = "empty", "whole"

    @property
    def backup(self) -> Path:
        return self.settings.home.parent / "office.backup"

    def prepare(self) -> None:
        with opened(self.settings) as office:
            prepare(office)
            source = Source(office.engine, office.keys, office.settings, NOW)
            self.manifest = making.make(source, self.backup).manifest
        assert self.settings.database_file is not None
        self.settings.database_file.unlink()

    def work(self) -> None:
        keys = open_keyring(self.settings.keyring, FileKey(self.settings.key_file))
        restoring.restore(self.settings, keys, self.backup, fixed_clock)

    def found(self) -> str:
        assert self.settings.database_file is not None
        if not self.settings.database_file.exists():
            return self.before
        with opened(self.settings) as office:
            assert audit.verify(office).count > self.manifest.sequence
        return self.after


class Rotate(Operation):
    """Not at one stroke: what is left open is gone on with, and everything opens all the while."""

    before, after = "older keys", "newer keys only"
    levels: ClassVar[tuple[run.Level, ...]] = ("participant", "initiative", "root")

    def prepare(self) -> None:
        with opened(self.settings) as office:
            self.walk = prepare(office)
            self.walk.step("propose", "submit", "evaluate")
            self.root = office.keys.root.check

    def work(self) -> None:
        with opened(self.settings) as office:
            for level in self.levels:
                run.rotate(office, Everywhere("officer"), level)

    def found(self) -> str:
        by_version = select(KeyRow).order_by(col(KeyRow.version))
        with opened(self.settings) as office:
            audit.verify(office)
            with office.reading(Everywhere("test")) as work:
                for row in work.session.exec(select(DecisionRow)):
                    open_dossier(work, decisions.verified(work, row))
                for person in self.walk.people.values():
                    assert store.load_identity(work, participants.find(work, person)).names
                going_on = run.under_way(work) is not None
                newest = {row.id: row.version for row in work.session.exec(by_version)}
            newer = office.keys.root.check != self.root and len(office.keys.roots) == 1
        all_new = newer and min(newest.values()) > 1
        return self.after if all_new and not going_on else self.before


class Erase(Operation):
    before, after = "there", "erased"

    def prepare(self) -> None:
        with opened(self.settings) as office:
            self.walk = prepare(office)
            self.person = self.walk.people["P3"]

    def work(self) -> None:
        # The next day: by when they were made, keys of an erasure are told from the office's first.
        with opened(self.settings, lambda: NOW + timedelta(days=1)) as office:
            erasure.erase(office, Everywhere("officer"), self.person)

    def found(self) -> str:
        with opened(self.settings) as office:
            erasure.finish(office, Everywhere("next command"))
            audit.verify(office)
            assert len(office.keys.wrapping) == 1
            with office.reading(Everywhere("test")) as work:
                row = work.session.get_one(ParticipantRow, self.person)
                for ref, other in self.walk.people.items():
                    if ref != "P3":
                        assert store.load_identity(work, participants.find(work, other)).names
                if not row.erased:
                    assert store.load_identity(work, row).names
                    return self.before
                assert not work.session.exec(select(KeyRow).where(KeyRow.id == row.key_id)).all()
            return self.after


OPERATIONS: tuple[type[Operation], ...] = (
    Schedule,
    ImportList,
    Migrate,
    BackUp,
    Restore,
    Rotate,
    Erase,
)
ON_POSTGRESQL = (Schedule, ImportList, Rotate, Erase)  # the others work on files
