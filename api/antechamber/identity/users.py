"""The users of the office, and the roles they hold in it and in its initiatives.

Nothing here writes the audit log: the service that calls does, last in its transaction.
"""

import re
from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, delete, select

from antechamber.crypto.sealing import Unsealable
from antechamber.errors import NotFound
from antechamber.identity import memberships
from antechamber.identity.clashes import APPROVERS, refuse_clashes
from antechamber.identity.problems import HandleTaken, NotAppointed
from antechamber.tables import MembershipRow, OfficeRow, TokenRow, UserRow
from antechamber.vault import OFFICE_KEY
from antechamber.work import Work
from antechamber_compliance.dossier.kinds import HANDLE
from antechamber_compliance.dossier.vocabulary import ROLES

# Whoever appoints within an initiative chooses among those whom the office has appointed:
# a convener does not make a friend compliance officer for the day.
OFFICE_WIDE = APPROVERS | {"administrator", "auditor", "funder_liaison"}
Holders = dict[str, list[str]]  # role -> handles
# The same for one who is not there and for one who works no more.
NOBODY = (
    "No user with this handle. It is written as it was registered: capital letters, digits and"
    " hyphens, without blanks."
)


def register(work: Work, handle: str, name: str) -> UserRow:
    """Add a user; raise HandleTaken, or ValueError if the handle does not match HANDLE."""
    if not re.fullmatch(HANDLE, handle):
        raise ValueError("a handle is a short pseudonym of capital letters, digits and hyphens")
    # Handles are sealed, so no index keeps them apart: writers queue on the office instead.
    work.session.get_one(OfficeRow, work.keys.office, with_for_update=True)
    if handle in handles(work).values():
        raise HandleTaken("Another user has this handle. Choose another one.")
    row = UserRow()
    work.seal_json(row, "profile", {"handle": handle, "name": name}, key=OFFICE_KEY)
    work.session.add(row)
    work.session.flush()  # memberships and tokens refer to this row
    return row


def handle_of(work: Work, user: UserRow) -> str:
    """Open the user's profile and return the handle."""
    return str(work.open_json(user, "profile", key=OFFICE_KEY)["handle"])


def handles(work: Work) -> dict[UUID, str]:
    """Return the handle of every user, disabled ones included."""
    return {user.id: handle_of(work, user) for user in work.session.exec(select(UserRow))}


def by_handle(work: Work, handle: str) -> UserRow:
    """Return the user with this handle; raise NotFound."""
    for user_id, known in handles(work).items():
        if known == handle:
            return work.session.get_one(UserRow, user_id)
    raise NotFound(NOBODY)


def hold(work: Work, user_id: UUID, role: str, initiative_id: UUID | None = None) -> MembershipRow:
    """Give a user a role, in one initiative or office-wide; giving it twice changes nothing.

    A role of OFFICE_WIDE is given office-wide first. Raises NotFound, NotAppointed,
    IncompatibleRoles, or ValueError if there is no such role.
    """
    if role not in ROLES:
        raise ValueError("no such role")
    if initiative_id:
        work.lock(initiative_id)
    # Two roles given at once could clash unseen: whoever gives one queues on the user.
    user = work.session.get(UserRow, user_id, with_for_update=True)
    if user is None:
        raise NotFound("No user with this id.")
    with work.seeing_everything():  # roles clash across initiatives as well
        held = memberships.of_user(work, user_id)
    for row in held:
        if (row.role, row.initiative_id) == (role, initiative_id):
            return row
    if initiative_id and role in OFFICE_WIDE and not _appointed(held, role):
        raise NotAppointed(f"An administrator must first name the user {role} of the office.")
    refuse_clashes(held, role, initiative_id)
    return memberships.give(work, user_id, role, initiative_id)


def release(work: Work, user_id: UUID, role: str, initiative_id: UUID | None = None) -> None:
    """Take a role back; one that is not held is no fault. Tokens for it end at once.

    Who is released from a role of OFFICE_WIDE office-wide loses it in every initiative.
    """
    if initiative_id:
        work.lock(initiative_id)
    rows = delete(MembershipRow).where(
        col(MembershipRow.user_id) == user_id, col(MembershipRow.role) == role
    )
    if initiative_id or role not in OFFICE_WIDE:
        rows = rows.where(col(MembershipRow.initiative_id).is_not_distinct_from(initiative_id))
    work.session.exec(rows)
    with work.seeing_everything():  # a token lives on where the role is held elsewhere
        _end_tokens(work, user_id, role)


def _end_tokens(work: Work, user_id: UUID, role: str) -> None:
    # For good: whoever is given the role again must not find an old credential alive.
    # The sealed copy says whose it is; the open role may have been written over.
    for token in work.session.exec(select(TokenRow)).all():
        try:
            holder = work.open_json(token, "holder", key=OFFICE_KEY)
        except Unsealable:
            continue  # nobody is let in by it, and it must not keep a role from being taken back
        within = UUID(holder["initiative"]) if holder["initiative"] else None
        theirs = (holder["user"], holder["role"]) == (str(user_id), role)
        if theirs and not holds(work, user_id, role, within):
            work.session.delete(token)
    work.session.flush()


def holds(work: Work, user_id: UUID, role: str, initiative_id: UUID | None) -> bool:
    """Say whether the user holds the role: in the initiative, or, without one, anywhere."""
    held = memberships.of_user(work, user_id, role)
    return any(initiative_id in (None, row.initiative_id) for row in held)


def initiatives_of(work: Work, user_id: UUID, role: str) -> frozenset[UUID]:
    """Return the initiatives in which the user holds the role."""
    held = memberships.of_user(work, user_id, role)
    return frozenset(row.initiative_id for row in held if row.initiative_id is not None)


def role_holders(work: Work) -> Holders:
    """Return role -> handles, sorted, of those who hold it office-wide and are not disabled."""
    return _holders(work, None)[None]


def members(work: Work, initiative_id: UUID) -> Holders:
    """Return role -> handles, sorted, of those who hold it in the initiative, none disabled."""
    return _holders(work, initiative_id)[initiative_id]


def holders_and_members(work: Work, initiative_id: UUID) -> tuple[Holders, Holders]:
    """Return both at once: who holds roles office-wide, and who in the initiative."""
    found = _holders(work, None, initiative_id)
    return found[None], found[initiative_id]


def _appointed(held: Iterable[MembershipRow], role: str) -> bool:
    return any(row.role == role and row.initiative_id is None for row in held)


def _holders(work: Work, *within: UUID | None) -> dict[UUID | None, Holders]:
    held = memberships.within(work, *within)
    people = select(UserRow).where(
        col(UserRow.id).in_({row.user_id for row in held}), col(UserRow.disabled).is_(False)
    )
    # Some hold several roles; each is opened once.
    handle = {user.id: handle_of(work, user) for user in work.session.exec(people)}
    found: dict[UUID | None, Holders] = {place: {} for place in within}
    for row in held:
        if row.user_id in handle:
            found[row.initiative_id].setdefault(row.role, []).append(handle[row.user_id])
    return {place: _sorted(roles) for place, roles in found.items()}


def _sorted(roles: Holders) -> Holders:
    return {role: sorted(people) for role, people in sorted(roles.items())}
