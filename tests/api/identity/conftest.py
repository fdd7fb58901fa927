"""An office with two initiatives, and one transaction to try things in."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from antechamber.identity.users import hold, register
from antechamber.office import Office
from antechamber.tables import InitiativeRow, UserRow
from antechamber.work import Everywhere, Work


@dataclass(frozen=True)
class Desk:
    """A Work that is thrown away, and the ids of two initiatives."""

    work: Work
    heron: UUID
    egret: UUID

    def user(self, handle: str, **roles: UUID | None) -> UserRow:
        """Register a user who holds these roles, each office-wide or in one initiative."""
        user = register(self.work, handle, "A Fictional Name")
        for role, initiative in roles.items():
            hold(self.work, user.id, role)
            if initiative:
                hold(self.work, user.id, role, initiative)
        return user


class _Undo(Exception):
    """Ends the transaction without keeping anything."""


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    """On each of the two databases in turn."""
    yield from _desk(office)


@pytest.fixture
def sqlcipher_desk(sqlcipher_office: Office) -> Iterator[Desk]:
    yield from _desk(sqlcipher_office)


def _desk(office: Office) -> Iterator[Desk]:
    try:
        with office.work(Everywhere("test")) as work:
            yield Desk(work, _initiative(work), _initiative(work))
            raise _Undo
    except _Undo:
        pass


def _initiative(work: Work) -> UUID:
    row = InitiativeRow()
    key = work.new_initiative_key(row.id)
    work.seal_json(row, "document", {}, key=key)
    work.session.add(row)
    work.session.flush()
    return row.id
