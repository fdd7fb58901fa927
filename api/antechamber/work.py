"""Units of work: what a service needs for the length of one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from pydantic_core import from_json
from sqlalchemy.exc import InvalidRequestError, SQLAlchemyError
from sqlmodel import Session

from antechamber import database
from antechamber.crypto.keys import Label
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.crypto.sealing import Place, Sealed
from antechamber.errors import NotFound
from antechamber.tables import InitiativeRow, Row
from antechamber.vault import KeyRef, Vault, initiative_key, participant_key
from antechamber_compliance.canonical import canonical
from antechamber_compliance.policy import Rulebook


class Compartmented(Protocol):
    """A row that belongs to an initiative."""

    initiative_id: UUID


class Person(Protocol):
    """Somebody who signed in (`identity.actor`), and the initiatives that they may see."""

    @property
    def user_id(self) -> UUID:
        """The user, by whose id the audit log knows them."""

    @property
    def initiatives(self) -> frozenset[UUID]:
        """The initiatives in which they hold the role that they act in."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """A part of the office itself, or a job that somebody set off: it sees every initiative.

    `name` is who it was, for the audit log.
    """

    name: str


# Nothing else is taken for somebody who sees everything: a handle or an id is a fault at once.
Asking: TypeAlias = Person | Everywhere


def who(actor: Asking) -> tuple[str, set[UUID] | None]:
    """Return the name for the audit log, and which initiatives it sees: None for all."""
    if isinstance(actor, Everywhere):
        return actor.name, None
    return str(actor.user_id), set(actor.initiatives)


class Rules(Protocol):
    """What finds the rules in force, see `rulebooks.current`; `shipped` are this version's."""

    shipped: Rulebook

    def rulebook_for(self, work: "Work") -> Rulebook:
        """Return the rulebook in force as this transaction sees it; NO_RULES if none is."""


class PartlySeen(Exception):
    """A fault in the code: what must count every initiative was asked of some of them."""


class Unsettled(Exception):
    """A fault in the code: facts were changed without deciding again. Nothing is kept."""


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction: the database session, who asks, when, the keys and the rules."""

    session: Session
    actor: str
    now: datetime
    keys: OfficeKeys
    vault: Vault
    rules: Rules
    _seen: set[UUID] | None  # None: every initiative
    _locked: set[UUID] = field(default_factory=set)
    _unsettled: set[UUID] = field(default_factory=set)
    _rulebook: list[Rulebook] = field(default_factory=list)

    def see(self) -> None:
        """Keep the rows of all other initiatives from this transaction; `Office` calls it."""
        database.show(self.session.connection(), self._sight)

    def see_new(self, initiative_id: UUID) -> None:
        """See an initiative that this transaction is about to make."""
        if self._seen is not None:
            self._seen.add(initiative_id)
            self.see()

    @contextmanager
    def seeing_everything(self) -> Iterator[None]:
        """See every initiative for the length of a block, where roles in all of them count."""
        self.session.flush()
        database.show(self.session.connection(), database.EVERYTHING)
        try:
            yield
            self.session.flush()
        except BaseException:
            with suppress(SQLAlchemyError):  # a transaction that has failed shows nothing more
                self.see()
            raise
        self.see()

    def must_see_everything(self) -> None:
        """Raise PartlySeen where rows are kept from this transaction: a key they need would go."""
        if self._seen is not None:
            raise PartlySeen("say Everywhere: keys are counted here")

    @property
    def _sight(self) -> str:
        return database.EVERYTHING if self._seen is None else ",".join(map(str, self._seen))

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook in force; one and the same from the last lock to the end."""
        if not self._rulebook:
            self._rulebook.append(self.rules.rulebook_for(self))
        return self._rulebook[0]

    def lock(self, initiative_id: UUID) -> InitiativeRow:
        """Keep other writers of this initiative waiting until the transaction ends.

        Raises NotFound. Every row is read anew after the wait. Whoever locks it is about to
        change something, so the transaction must settle it before it ends.
        """
        self.session.flush()  # our own changes are in; whatever else was read may be overtaken
        row = self.session.get(
            InitiativeRow, initiative_id, with_for_update=True, populate_existing=True
        )
        if row is None:
            raise NotFound("No initiative with this id that you may see.")
        if initiative_id not in self._locked:
            self._locked.add(initiative_id)
            self.session.expire_all()
            self._rulebook.clear()  # another one may have been put in force while we waited
        self._unsettled.add(initiative_id)
        return row

    def lock_row(self, row: Compartmented) -> None:
        """Lock the initiative of a row and read the row anew, as it is after the wait."""
        self.lock(row.initiative_id)
        try:
            self.session.refresh(row)
        except InvalidRequestError:  # deleted while we waited
            raise NotFound from None

    def settle(self, initiative_id: UUID) -> None:
        """Say that the sessions of this initiative were decided again, or need not be."""
        self._unsettled.discard(initiative_id)

    def check_settled(self) -> None:
        """Raise Unsettled where a change would leave decisions about other facts standing."""
        if self._unsettled:
            raise Unsettled("a changed initiative was not decided again")

    def seal(self, row: Row, column: str, data: bytes, *, key: KeyRef) -> None:
        """Seal `data` into a column of the row."""
        sealer = self.vault.sealer(key, _use(row))
        setattr(row, column, sealer.seal(data, place=self.place(row, column)))

    def open(self, row: Row, column: str, *, key: KeyRef) -> bytes:
        """Open a column of the row; raise Unsealable, or Erased if its key is destroyed."""
        sealed: Sealed = getattr(row, column)
        opener = self.vault.opener(key, sealed, _use(row))
        return opener.open(sealed, place=self.place(row, column))

    def seal_json(self, row: Row, column: str, value: object, *, key: KeyRef) -> None:
        """Seal a JSON value into a column of the row: canonical, and spaces up to its bucket."""
        text, bucket = canonical(value), row.bucket(column)
        self.seal(row, column, text.ljust(-(-len(text) // bucket) * bucket), key=key)

    def open_json(self, row: Row, column: str, *, key: KeyRef) -> Any:
        """Open a column that holds JSON; raise Unsealable or Erased."""
        # Nothing of the values is kept beyond this: pydantic would remember short texts.
        return from_json(self.open(row, column, key=key), cache_strings="keys")

    def seal_part(self, row: Row, column: str, part: str, data: bytes, *, key: KeyRef) -> Sealed:
        """Seal a part that will lie inside a sealed column: one person's, under their key."""
        sealer = self.vault.sealer(key, _use(row))
        return sealer.seal(data, place=self.place(row, column, part))

    def open_part(self, row: Row, column: str, part: str, sealed: Sealed, *, key: KeyRef) -> bytes:
        """Open what `seal_part` sealed as this part of this column; raise Unsealable or Erased."""
        opener = self.vault.opener(key, sealed, _use(row))
        return opener.open(sealed, place=self.place(row, column, part))

    def new_initiative_key(self, initiative_id: UUID) -> KeyRef:
        """Make the key of a new initiative, or a newer version of an old one's."""
        self.vault.add_initiative_key(initiative_id)
        return initiative_key(initiative_id)

    def new_participant_key(self, initiative_id: UUID) -> UUID:
        """Make a key for a new participant and return its id."""
        return self.vault.add_participant_key(initiative_id)

    def destroy_participant_key(self, initiative_id: UUID, key_id: UUID) -> None:
        """Erase all that the participant's key has sealed, wherever it lies."""
        self.vault.destroy(participant_key(initiative_id, key_id))

    def place(self, row: Row, column: str, part: str = "") -> Place:
        """Return the one spot where a value of this row and column opens."""
        table, name = row.place
        spot = f"{column}/{part}" if part else column
        return Place(office=self.keys.office, table=table, row=name, column=spot)


def _use(row: Row) -> Label:
    return Label.RECORDS if row.added_only else Label.DOCUMENTS
