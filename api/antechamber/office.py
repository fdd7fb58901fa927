"""An office: made once, opened at each start, and the only place that commits."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled
from sqlalchemy import URL, Engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlmodel import Session

from antechamber import custody, database, maintenance, roles, schema, soundness
from antechamber.covering import cover
from antechamber.crypto.files import private_folder
from antechamber.crypto.keyring import Keyring, create_keyring
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.providers import FileKey
from antechamber.crypto.sealing import Unsealable
from antechamber.documents.office import OfficeDocument
from antechamber.errors import Busy, NotReady
from antechamber.founding import refuse_to_overwrite
from antechamber.policies import read_whole, shipped_rulebook
from antechamber.rulebooks import store as rulebooks
from antechamber.rulebooks.current import CurrentRules
from antechamber.settings import Settings
from antechamber.shipped import policies_folder
from antechamber.tables import AuditHeadRow, OfficeRow
from antechamber.vault import OFFICE_KEY, Vault
from antechamber.waiting import TRY_AGAIN, Line
from antechamber.work import Asking, Everywhere, Work, who
from antechamber_compliance.policy import Rulebook

DOES_NOT_OPEN = (
    "The database does not open: it is damaged, it belongs to another office than the keyring, or "
    "the keyring is from before the key of the database's file was changed. Check "
    "ANTECHAMBER_HOME, and put back the newest keyring."
)
# In a deadlock the server ends one of those who wait for one another.
WAITED_TOO_LONG = (LockNotAvailable, QueryCanceled, DeadlockDetected)

Clock = Callable[[], datetime]


@contextmanager
def _busy_after_a_wait() -> Iterator[None]:
    try:
        yield
    except OperationalError as fault:
        if not isinstance(fault.orig, WAITED_TOO_LONG):
            raise
        raise Busy(TRY_AGAIN) from None


def utc_now() -> datetime:
    """Return the instant, as aware UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """Everything built once at start-up; opens a Work for each request, job or command."""

    engine: Engine
    clock: Clock
    keyring: Keyring
    settings: Settings
    rules: CurrentRules
    _line: Line = field(default_factory=Line)

    @property
    def keys(self) -> OfficeKeys:
        """Return the keys as the keyring holds them at this moment."""
        return self.keyring.keys()

    @property
    def id(self) -> UUID:
        """Return the id of the office, from its keyring."""
        return self.keys.office

    @property
    def rulebook(self) -> Rulebook:
        """Return the rulebook in force at this moment; a Work has the one that counts for it."""
        with self.reading(Everywhere("rules")) as work:
            return work.rulebook

    @contextmanager
    def work(self, actor: Asking, *, alone: bool = False) -> Iterator[Work]:
        """Open one transaction: commit when the block ends, roll back when it raises.

        A person sees their initiatives alone, the office itself and its jobs see all of them.
        Keys change in one that is `alone`: no other is under way, so none uses the old ones.
        """
        with (
            self._turn(),  # before a connection is taken: readers need those meanwhile
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            try:
                # Takes SQLite's write lock before anything is read.
                database.take_part(session.connection(), alone=alone)
            except (OperationalError, NoConnection) as fault:
                raise Busy(TRY_AGAIN) from fault
            work = self._work(session, actor, self.keys)
            work.see()
            cover(work)
            with _busy_after_a_wait():
                yield work
                work.check_settled()
                session.flush()

    @contextmanager
    def reading(self, actor: Asking) -> Iterator[Work]:
        """Open one transaction that sees a single moment, cannot write and never commits.

        Raises Busy where no connection is to be had.
        """
        with Session(database.reading(self.engine), expire_on_commit=False) as session:
            keys = self.keys
            _look(session)
            while keys is not self.keys:  # they changed meanwhile: look again, with the new ones
                session.rollback()
                keys = self.keys
                _look(session)
            work = self._work(session, actor, keys)
            work.see()
            with _busy_after_a_wait():
                yield work

    def check(self) -> None:
        """Raise NotReady unless schema, triggers and policies hold and the keys open it."""
        with database.reading(self.engine).connect() as connection:
            soundness.check_schema(connection)
        with self.reading(Everywhere("office")) as work:
            soundness.check_keys(work)

    def close(self) -> None:
        """Close the connections."""
        self.engine.dispose()

    def _turn(self) -> AbstractContextManager[None]:
        return (
            self._line.turn(database.LOCK_SECONDS)
            if database.one_writer(self.engine)
            else nullcontext()
        )

    def _work(self, session: Session, actor: Asking, keys: OfficeKeys) -> Work:
        name, seen = who(actor)
        return Work(session, name, self.clock(), keys, Vault(session, keys), self.rules, seen)

    @classmethod
    def create(
        cls, settings: Settings, *, document: OfficeDocument, clock: Clock = utc_now
    ) -> "Office":
        """Make key file, keyring and database of a new office; never overwrite anything.

        `document` is what the office row seals: name and settings of the organisation.
        """
        refuse_to_overwrite(settings)
        private_folder(settings.home)  # before the key: a failure must leave nothing behind
        with ExitStack() as undo:  # what is half made would stand in the way of the next try
            if settings.key_provider == "file":
                FileKey.create(settings.key_file)
                undo.callback(settings.key_file.unlink)
            keyring = custody.keyring(settings)
            keys = create_keyring(settings.keyring, keyring.provider(), clock())
            undo.callback(settings.keyring.unlink)
            if settings.database_file:
                database.prepare_file(settings.database_file)
                undo.callback(settings.database_file.unlink)
            cls._to_head(settings, keys)
            engine = database.connect(settings.url, keys.file_key())
            undo.callback(engine.dispose)
            office = cls(engine, clock, keyring, settings, CurrentRules(shipped_rulebook()))
            with office.work(Everywhere("office")) as work:
                office._found(work, document)
            undo.pop_all()
        return office

    @classmethod
    def open(cls, settings: Settings, *, clock: Clock = utc_now) -> "Office":
        """Open an office; raise NotReady, saying what to do, unless all of it is sound."""
        keyring = custody.keyring(settings)
        keys = keyring.keys()
        if settings.database_file and not settings.database_file.exists():
            raise NotReady(f"There is no database {settings.database_file}; restore a backup.")
        engine = connect(settings, settings.url, keys)
        office = cls(engine, clock, keyring, settings, CurrentRules(shipped_rulebook()))
        try:
            office.check()
            office._keep_rules()
        except DatabaseError as fault:
            office.close()
            gone = database.has_gone(fault)
            raise NotReady(database.UNREACHABLE if gone else DOES_NOT_OPEN) from None
        except NotReady:
            office.close()
            raise
        return office

    @staticmethod
    def migrate(settings: Settings) -> None:
        """Bring an office's database to the schema of this code; make a backup first."""
        Office._to_head(settings, custody.keyring(settings).keys())

    @staticmethod
    def maintain(settings: Settings) -> None:
        """Write every table anew, so that the disk tells no order of time; nobody works meanwhile."""
        engine = connect(settings, settings.owner_url, custody.keyring(settings).keys())
        try:
            maintenance.rewrite(engine)
        except OperationalError:
            raise NotReady(
                "The tables are in use, or the database is not reachable. Stop the server, then "
                "run: antechamber maintain"
            ) from None
        finally:
            engine.dispose()

    @staticmethod
    def _to_head(settings: Settings, keys: OfficeKeys) -> None:
        engine = connect(settings, settings.owner_url, keys)
        try:
            schema.migrate(engine)
            roles.grant(engine, settings.url.username)
        finally:
            engine.dispose()

    def _keep_rules(self) -> None:
        """Keep the rulebook that ships with this version: a later version brings another."""
        with self.reading(Everywhere("office")) as work:
            try:
                if self.rules.shipped.digest in rulebooks.kept(work):
                    return
            except Unsealable:
                raise NotReady(
                    "A rulebook in the database was changed by hand; restore a backup."
                ) from None
        with self.work(Everywhere("office")) as work:
            # Of two processes that start at once, the second finds it kept.
            work.session.get_one(OfficeRow, self.id, with_for_update=True)
            self._keep_shipped(work)

    def _found(self, work: Work, document: OfficeDocument) -> None:
        row = OfficeRow(id=self.id)
        work.seal(row, "document", document.to_bytes(), key=OFFICE_KEY)
        work.session.add_all([row, AuditHeadRow()])
        self._keep_shipped(work)

    def _keep_shipped(self, work: Work) -> None:
        if self.rules.shipped.digest not in rulebooks.kept(work):
            rulebooks.keep(work, read_whole(policies_folder()), self.rules.shipped, "shipped")


def _look(session: Session) -> None:
    try:
        database.see_one_moment(session.connection())
    except (OperationalError, NoConnection) as fault:
        raise Busy(TRY_AGAIN) from fault


def connect(settings: Settings, url: URL, keys: OfficeKeys) -> Engine:
    """Build the engine of an office, by that key of its file which opens it."""
    key = keys.file_key()
    if settings.database_file:
        files = [version.key for version in keys.files]
        key = database.key_that_opens(settings.database_file, files)
    return database.connect(url, key)
