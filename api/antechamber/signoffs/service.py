"""Ask for sign-offs, sign them, refuse and revoke them."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlmodel import col, select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.facts import InvalidFacts
from antechamber.documents.signoff import Signature, SignoffDocument
from antechamber.errors import NotFound, Problem
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.tables import OfficeRow, SessionRow, SignoffRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.policy import Terms
from antechamber_compliance.zones import day_of


class NotForeseen(Problem):
    """The rule has no such sign-off: only the cure helps."""

    status, slug, title = 409, "sign-off-not-foreseen", "Nobody can sign this"


class NotYours(Problem):
    """This person cannot sign here: wrong role, the requester, a convener, or signed already."""

    status, slug, title = 409, "not-yours-to-sign", "Somebody else must sign"


class ValuesChanged(Problem):
    """What the finding read has changed since the sign-off was asked for."""

    status, slug, title = 409, "values-changed", "The facts have changed"


class NotOpen(Problem):
    """The sign-off is not in a state for this step."""

    status, slug, title = 409, "sign-off-not-open", "Not a step from this state"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: which finding is to be signed, why, and how long it is to hold.

    `expires` is the last day (YYYY-MM-DD) on the office's calendar.
    """

    rule: str
    code: str
    subject: str
    reason: str
    mitigation: str
    memo: bool
    expires: str


def request(work: Work, session: SessionRow, actor: Actor, asked: Request) -> SignoffRow:
    """Ask for a sign-off of one finding of a session; raise NotForeseen, InvalidFacts."""
    terms = _terms(work, asked.rule, asked.code)
    work.lock_row(session)
    office = store.load_office(work, work.session.exec(select(OfficeRow)).one())
    _refuse_unusable(asked, terms, day_of(work.now, office.tz))
    document = SignoffDocument(
        session=session.id,
        state="requested",
        kind=terms.kind,
        rule=asked.rule,
        code=asked.code,
        subject=asked.subject,
        requested_by=actor.handle,
        reason=asked.reason,
        mitigation=asked.mitigation or "none",
        memo="attached" if asked.memo else "none",
        expires=asked.expires,
        tz=office.tz,
        bound_to=clearance.binding_now(work, session, (asked.rule, asked.code, asked.subject)),
    )
    row = SignoffRow(id=uuid4(), initiative_id=session.initiative_id)
    _save(work, row, document, "signoff.requested")
    work.settle(session.initiative_id)  # a request changes no fact: only what is given counts
    return row


def sign(work: Work, row: SignoffRow, actor: Actor) -> SignoffRow:
    """Sign in the actor's role; given once every named role has signed.

    Raises NotYours, NotOpen, ValuesChanged.
    """
    document = _lock(work, row, "requested")
    session = clearance.find_session(work, document.session)
    terms = _terms(work, document.rule, document.code)
    _refuse_signer(work, row, document, actor, terms)
    if clearance.binding_now(work, session, document.finding) != document.bound_to:
        raise ValuesChanged("Look at the session as it is now, and ask for a new sign-off.")
    signature = Signature(role=actor.role, user=actor.handle, at=work.now)
    signatures = [*document.signatures, signature]
    complete = {s.role for s in signatures} >= set(terms.roles)
    state = "given" if complete else "requested"
    document = document.model_copy(update={"signatures": signatures, "state": state})
    _save(work, row, document, "signoff.signed")
    if not complete:
        work.settle(row.initiative_id)
        return row
    _count(work, session, +1)
    clearance.signed(work, session)
    return row


def refuse(work: Work, row: SignoffRow, actor: Actor) -> SignoffRow:
    """Refuse a sign-off that was asked for; raise NotOpen, NotYours."""
    document = _lock(work, row, "requested")
    _refuse_signer(work, row, document, actor, _terms(work, document.rule, document.code))
    _save(work, row, document.model_copy(update={"state": "refused"}), "signoff.refused")
    work.settle(row.initiative_id)
    return row


def revoke(work: Work, row: SignoffRow) -> SignoffRow:
    """Take back a sign-off that was given; what rested on it is decided again. Raises NotOpen."""
    document = _lock(work, row, "given")
    _save(work, row, document.model_copy(update={"state": "revoked"}), "signoff.revoked")
    session = clearance.find_session(work, document.session)
    _count(work, session, -1)
    clearance.signed(work, session)
    return row


def find(work: Work, signoff_id: UUID) -> SignoffRow:
    """Return a sign-off; raise NotFound."""
    row = work.session.get(SignoffRow, signoff_id)
    if row is None:
        raise NotFound("No sign-off with this id that you may see.")
    return row


def of_session(work: Work, session: SessionRow) -> list[tuple[SignoffRow, SignoffDocument]]:
    """Return the sign-offs of a session, ordered by id."""
    rows = work.session.exec(
        select(SignoffRow)
        .where(SignoffRow.initiative_id == session.initiative_id)
        .order_by(col(SignoffRow.id))
    ).all()
    opened = [(row, store.load_signoff(work, row)) for row in rows]
    return [(row, document) for row, document in opened if document.session == session.id]


def _refuse_unusable(asked: Request, terms: Terms, today: date) -> None:
    """Refuse what could be signed by everybody and still have no effect."""
    limit = today + timedelta(days=terms.max_days)
    try:
        late = not today <= date.fromisoformat(asked.expires) <= limit
    except ValueError:
        late = True
    if late:
        raise _unusable("/expires", f"Give a day from today to {limit}.")
    if terms.mitigation and not asked.mitigation:
        raise _unusable("/mitigation", "Say what is done about the concern.")
    if terms.memo and not asked.memo:
        raise _unusable("/memo", "Obtain counsel's memo first; it is part of what is signed.")


def _unusable(pointer: str, message: str) -> InvalidFacts:
    fault = {"within": "body", "pointer": pointer, "code": "not-usable", "message": message}
    return InvalidFacts("This sign-off could have no effect as it is asked for.", errors=[fault])


def _terms(work: Work, rule: str, code: str) -> Terms:
    requirement = work.rulebook.requirement(rule, code)
    if requirement is None or requirement.terms is None:
        raise NotForeseen("This finding has no sign-off; its remedy says what helps.")
    return requirement.terms


def _refuse_signer(
    work: Work, row: SignoffRow, document: SignoffDocument, actor: Actor, terms: Terms
) -> None:
    conveners = users.members(work, row.initiative_id).get("convener", [])
    if actor.role not in terms.roles:
        raise NotYours(f"This needs {' and '.join(terms.roles)}.")
    if actor.handle in (document.requested_by, *conveners):
        raise NotYours("Neither the requester nor a convener of the initiative signs.")
    if any(s.user == actor.handle or s.role == actor.role for s in document.signatures):
        raise NotYours("This role, or this person, has signed already.")


def _lock(work: Work, row: SignoffRow, state: str) -> SignoffDocument:
    work.lock_row(row)
    document = store.load_signoff(work, row)
    if document.state != state:
        raise NotOpen(f"This sign-off is {document.state}.")
    return document


def _count(work: Work, session: SessionRow, difference: int) -> None:
    document = store.load_session(work, session)
    counts = {**document.counts, "signoffs": document.counts.get("signoffs", 0) + difference}
    store.save_session(work, session, document.model_copy(update={"counts": counts}))
    work.session.add(session)
    work.session.flush()  # the count is read back when the session is decided again


def _save(work: Work, row: SignoffRow, document: SignoffDocument, action: str) -> None:
    store.save_signoff(work, row, document)
    work.session.add(row)
    work.session.flush()  # the audit entry is about a row that must be there
    audit.append(work, action, row.id, key=initiative_key(row.initiative_id))
