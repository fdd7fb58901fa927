"""Make initiatives and keep their facts."""

from uuid import UUID, uuid4

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import facts as shapes
from antechamber.documents import store
from antechamber.documents.facts import Facts, InvalidFacts
from antechamber.documents.initiative import RECORDED_ELSEWHERE, InitiativeDocument
from antechamber.errors import NotFound
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.tables import InitiativeRow, MembershipRow, OfficeRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.dossier.initiative import Initiative
from antechamber_compliance.dossier.office import History
from antechamber_compliance.dossier.shape import json_name, leaves
from antechamber_compliance.zones import day_of

# Whether a law applies is for compliance and director to say, not for who wants the meeting.
NEXUS = frozenset({"nexus", "authorisations"})
FACTS = frozenset(json_name(f) for f, _ in leaves(Initiative)) - RECORDED_ELSEWHERE
ORDINARY = FACTS - NEXUS - {"nexus_review"}
# A new initiative has no earlier session: that is an answer, not a gap.
NO_HISTORY = {
    "gender_waiver_run": 0,
    "phase": {"sessions": 0, "voice_seats": 0, "women": 0, "undisclosed": 0},
}


def create(work: Work, actor: Actor, code_name: str) -> InitiativeRow:
    """Make an initiative with a key of its own, and its maker the convener."""
    row = InitiativeRow(id=uuid4())
    work.see_new(row.id)
    work.new_initiative_key(row.id)
    store.save_initiative(
        work, row, InitiativeDocument(code_name=code_name, history=NO_HISTORY).counted()
    )
    work.session.add(row)
    work.session.flush()  # the membership refers to this row
    users.hold(work, actor.user_id, "convener", row.id)
    work.settle(row.id)  # it has no session yet
    audit.append(work, "initiative.created", row.id, key=initiative_key(row.id))
    return row


def add_member(work: Work, initiative_id: UUID, handle: str, role: str) -> MembershipRow:
    """Give a user a role in an initiative; raise NotFound, IncompatibleRoles.

    Who convenes and who may approve are facts of every decision, so all are made again.
    """
    row = users.hold(work, users.by_handle(work, handle).id, role, initiative_id)
    audit.append(work, "member.added", row.id, key=initiative_key(initiative_id))
    clearance.changed(work, initiative_id)
    return row


def remove_member(work: Work, initiative_id: UUID, membership_id: UUID) -> None:
    """Take a role in an initiative back; raise NotFound."""
    row = work.session.get(MembershipRow, membership_id)
    if row is None or row.initiative_id != initiative_id:
        raise NotFound("No membership with this id that you may see.")
    users.release(work, row.user_id, row.role, initiative_id)
    audit.append(work, "member.removed", membership_id, key=initiative_key(initiative_id))
    clearance.changed(work, initiative_id)


def find(work: Work, initiative_id: UUID) -> tuple[InitiativeRow, InitiativeDocument]:
    """Return an initiative and its document; raise NotFound."""
    row = work.session.get(InitiativeRow, initiative_id)
    if row is None:
        raise NotFound("No initiative with this id that you may see.")
    return row, store.load_initiative(work, row)


def of_member(work: Work, actor: Actor) -> SelectOfScalar[InitiativeRow]:
    """Return the query for the initiatives in which the actor holds their present role."""
    mine = users.initiatives_of(work, actor.user_id, actor.role)
    if actor.initiative_id:
        mine &= {actor.initiative_id}
    return select(InitiativeRow).where(col(InitiativeRow.id).in_(mine))


def update(work: Work, initiative_id: UUID, patch: Facts, *, nexus: bool = False) -> InitiativeRow:
    """Record facts of an initiative as a merge patch, and decide on its sessions again.

    With `nexus`, the legal part: regimes and authorisations. A changed regime ends the last
    review: it was of another nexus. Raises InvalidFacts.
    """
    row = work.lock(initiative_id)
    document = store.load_initiative(work, row)
    shapes.check_patch(Initiative, patch, NEXUS if nexus else ORDINARY)
    facts = shapes.merged(document.facts, patch)
    _refuse_unknown_costs(work, facts)
    if facts.get("nexus") != document.facts.get("nexus"):
        facts.pop("nexus_review", None)
    _save(work, row, document.model_copy(update={"facts": facts}))
    fields = {"fields": sorted(patch)}
    audit.append(work, "initiative.changed", row.id, payload=fields, key=initiative_key(row.id))
    clearance.changed(work, initiative_id)
    return row


def record_history(work: Work, initiative_id: UUID, history: Facts) -> InitiativeRow:
    """Record what earlier sessions leave behind, such as those held before this office's time."""
    row = work.lock(initiative_id)
    document = store.load_initiative(work, row)
    allowed = [json_name(f) for f, _ in leaves(History)]
    shapes.check(History, history, allowed, at="/history")
    _save(work, row, document.model_copy(update={"history": history}))
    audit.append(work, "history.recorded", row.id, payload=history, key=initiative_key(row.id))
    clearance.changed(work, initiative_id)
    return row


def review_nexus(work: Work, actor: Actor, initiative_id: UUID) -> InitiativeRow:
    """Add the actor's word to today's review of the nexus, removals included.

    A review is complete when compliance and director have both given it on one day.
    """
    row = work.lock(initiative_id)
    document = store.load_initiative(work, row)
    word = f"{actor.role}:{actor.handle}"
    office = store.load_office(work, work.session.exec(select(OfficeRow)).one())
    today = day_of(work.now, office.tz).isoformat()
    review = document.facts.get("nexus_review", {})
    words = review.get("by", []) if review.get("at") == today else []
    nexus = {r: _approve_removal(row, word) for r, row in document.facts.get("nexus", {}).items()}
    facts = {
        **document.facts,
        "nexus": nexus,
        "nexus_review": {"at": today, "by": sorted({*words, word})},
    }
    _save(work, row, document.model_copy(update={"facts": facts}))
    audit.append(work, "nexus.reviewed", row.id, key=initiative_key(row.id))
    clearance.changed(work, initiative_id)
    return row


def _refuse_unknown_costs(work: Work, facts: Facts) -> None:
    """Refuse a cost that no support line can have: a condition that never bites reads as none."""
    known = work.rulebook.tables.windows
    for funder in facts.get("funders", {}).values():
        if not set(funder.get("ineligible_costs", ())) <= set(known):
            raise InvalidFacts(
                f"The kinds of support are {', '.join(sorted(known))}.",
                errors=[
                    {
                        "within": "body",
                        "pointer": "/facts/funders",
                        "code": "unknown-cost",
                        "message": "An ineligible cost is no kind of support.",
                    }
                ],
            )


def _approve_removal(regime: Facts, word: str) -> Facts:
    if not regime.get("applied_before") or regime.get("applies", True):
        return regime
    return {**regime, "removed_by": sorted({*regime.get("removed_by", ()), word})}


def _save(work: Work, row: InitiativeRow, document: InitiativeDocument) -> None:
    store.save_initiative(work, row, document.counted())
    work.session.add(row)
