"""Memberships: rows that everybody may search, each of which counts by its sealed copy alone.

Whoever writes to the database can give somebody a role in the open columns, and gives nothing.
"""

from uuid import UUID

from sqlmodel import col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from antechamber.crypto.sealing import Unsealable
from antechamber.tables import MembershipRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work

DOCUMENT = "document"


def give(work: Work, user_id: UUID, role: str, initiative_id: UUID | None = None) -> MembershipRow:
    """Write a membership; whether it may be given is asked before (`users.hold`)."""
    row = MembershipRow(user_id=user_id, role=role, initiative_id=initiative_id)
    seal(work, row)
    work.session.add(row)
    work.session.flush()  # whoever is asked next, in this transaction, must see it
    return row


def seal(work: Work, row: MembershipRow) -> None:
    """Say of a membership, as it stands, that this office gave it."""
    work.seal_json(row, DOCUMENT, _said(row), key=OFFICE_KEY)


def vouch(work: Work) -> int:
    """Seal all memberships of a database from before there were sealed ones; return how many.

    One that holds a sealed one already is not from before: what lacks it there stays forged.
    """
    rows = work.session.exec(select(MembershipRow)).all()
    if any(row.document is not None for row in rows):
        return 0
    for row in rows:
        seal(work, row)
    return len(rows)


def given(work: Work, row: MembershipRow) -> bool:
    """Tell whether this office gave the membership exactly as it stands."""
    if row.document is None:
        return False
    try:
        return bool(work.open_json(row, DOCUMENT, key=OFFICE_KEY) == _said(row))
    except Unsealable:
        return False


def of_user(work: Work, user_id: UUID, role: str | None = None) -> list[MembershipRow]:
    """Return what a user holds, in all that this transaction sees; `role` leaves out others."""
    rows = select(MembershipRow).where(MembershipRow.user_id == user_id)
    return _given(work, rows if role is None else rows.where(MembershipRow.role == role))


def within(work: Work, *places: UUID | None) -> list[MembershipRow]:
    """Return who holds what in these initiatives, and, where one is None, office-wide."""
    here = (col(MembershipRow.initiative_id).is_not_distinct_from(each) for each in places)
    return _given(work, select(MembershipRow).where(or_(*here)))


def held(work: Work, user_id: UUID, role: str, initiative_id: UUID | None) -> bool:
    """Tell whether the user holds the role in just this initiative; None: office-wide."""
    return any(row.initiative_id == initiative_id for row in of_user(work, user_id, role))


def _given(work: Work, rows: SelectOfScalar[MembershipRow]) -> list[MembershipRow]:
    return [row for row in work.session.exec(rows) if given(work, row)]


def _said(row: MembershipRow) -> dict[str, str | None]:
    initiative = row.initiative_id
    return {
        "user": str(row.user_id),
        "role": row.role,
        "initiative": None if initiative is None else str(initiative),
    }
