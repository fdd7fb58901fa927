"""Set, confirm and remove parameters of the organisation and of one initiative.

Tightening takes effect at once. What is looser than the value that it is to replace waits
until a director, who is somebody else and convenes nothing there, confirms it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from sqlmodel import select

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.facts import InvalidFacts
from antechamber.documents.initiative import InitiativeDocument
from antechamber.documents.office import OfficeDocument
from antechamber.documents.parameters import ProposedParameter, SetParameter, Value, layer
from antechamber.errors import NotFound, Problem
from antechamber.identity import users
from antechamber.identity.actor import Actor
from antechamber.rulebooks import redeciding
from antechamber.tables import InitiativeRow, OfficeRow
from antechamber.vault import initiative_key
from antechamber.work import Work
from antechamber_compliance.overlays import in_force, needs_two
from antechamber_compliance.policy import Parameter
from antechamber_compliance.zones import day_of


class NothingProposed(Problem):
    """No looser value of this parameter waits for a second person's word."""

    status, slug, title = 409, "nothing-proposed", "Nothing waits for confirmation"


class SecondPerson(Problem):
    """Who proposed a looser value, or convenes the initiative, does not confirm it."""

    status, slug, title = 409, "second-person", "Somebody else must confirm"


Document = OfficeDocument | InitiativeDocument
Row = OfficeRow | InitiativeRow
R = TypeVar("R", OfficeRow, InitiativeRow)


@dataclass(frozen=True, slots=True)
class Standing:
    """One parameter as it stands today, in every layer; `parameter` is None if it is unknown.

    `shipped` is the rulebook's value, `replaced` what the layer at hand stands in place of,
    `used` what is in force in it.
    """

    name: str
    parameter: Parameter | None
    organisation: SetParameter | None
    initiative: SetParameter | None
    proposed: ProposedParameter | None
    shipped: object
    replaced: object
    used: object


def names(work: Work, row: Row) -> list[str]:
    """Return every parameter of the rulebook, and those that the layers name besides."""
    office, own = _documents(work, row)
    return sorted(
        {*work.rulebook.parameters(), *office.parameters, *own.parameters, *own.proposals}
    )


def standing(work: Work, row: Row, name: str) -> Standing:
    """Return how a parameter stands; raise NotFound where nobody knows it."""
    office, own = _documents(work, row)
    parameter = work.rulebook.parameters().get(name)
    proposed = own.proposals.get(name)
    if parameter is None and proposed is None and name not in {*office.parameters, *own.parameters}:
        raise NotFound("No parameter of this name.")
    today = _today(work, office)
    outer = layer(office.parameters).get(name)
    inner = layer(own.parameters).get(name) if own is not office else None
    return Standing(
        name=name,
        parameter=parameter,
        organisation=office.parameters.get(name),
        initiative=own.parameters.get(name) if own is not office else None,
        proposed=proposed,
        shipped=in_force(parameter, (), today),
        replaced=in_force(parameter, () if own is office else (outer,), today),
        used=in_force(parameter, (outer, inner), today),
    )


def put(work: Work, row: Row, actor: Actor, name: str, value: Value, reason: str) -> None:
    """Set a parameter, or propose it where it is looser; raise NotFound, InvalidFacts."""
    own = _lock(work, row)
    found = standing(work, row, name)
    parameter, admitted = _admitted(found, value)
    if needs_two(parameter, admitted, found.replaced):
        proposal = ProposedParameter(value=value, reason=reason, by=actor.handle, at=work.now)
        update = {"proposals": {**own.proposals, name: proposal}}
        _save(work, row, own, update, "parameter.proposed", _said(name, value, reason))
        return
    setting = SetParameter(value=value, reason=reason, by=actor.handle, at=work.now)
    update = _with(own, name, setting)
    _save(work, row, own, update, "parameter.set", _said(name, value, reason))


def confirm(work: Work, row: Row, actor: Actor, name: str) -> None:
    """Put a looser value in force; raise NotFound, NothingProposed, SecondPerson, InvalidFacts."""
    own = _lock(work, row)
    found = standing(work, row, name)
    proposed = found.proposed
    if proposed is None:
        raise NothingProposed("Read the parameter again; compliance proposes a looser value.")
    if actor.handle in (proposed.by, *_conveners(work, row)):
        raise SecondPerson("A director who neither proposed it nor convenes here confirms it.")
    _admitted(found, proposed.value)
    setting = SetParameter(
        value=proposed.value,
        reason=proposed.reason,
        by=proposed.by,
        at=proposed.at,
        confirmed_by=actor.handle,
        in_place_of=cast(Value, found.replaced),  # admitted, or the engine refuses it
    )
    said = _said(name, proposed.value, proposed.reason)
    _save(work, row, own, _with(own, name, setting), "parameter.confirmed", said)


def remove(work: Work, row: Row, name: str) -> None:
    """Remove what a layer sets and proposes: the layer below counts again; raise NotFound."""
    own = _lock(work, row)
    if name not in own.parameters and name not in own.proposals:
        raise NotFound("Nothing is set or proposed here for this parameter.")
    update = {"parameters": _without(own.parameters, name)}
    update["proposals"] = _without(own.proposals, name)
    _save(work, row, own, update, "parameter.removed", {"parameter": name})


def _documents(work: Work, row: Row) -> tuple[OfficeDocument, Document]:
    office = store.load_office(work, work.session.exec(select(OfficeRow)).one())
    return office, office if isinstance(row, OfficeRow) else store.load_initiative(work, row)


def _lock(work: Work, row: Row) -> Document:
    """Lock the row and return its document as it is after the wait."""
    if isinstance(row, OfficeRow):
        return store.load_office(work, redeciding.lock_office(work))
    return store.load_initiative(work, work.lock(row.id))


def _save(
    work: Work,
    row: Row,
    own: Document,
    update: Mapping[str, Any],
    action: str,
    said: Mapping[str, Any],
) -> None:
    """Store the layer's document; what rests on a changed parameter is decided again."""
    renewed = own.model_copy(update=update)
    changed = renewed.parameters != own.parameters
    if isinstance(row, OfficeRow) and isinstance(renewed, OfficeDocument):
        _save_office(work, row, renewed, changed=changed)
        audit.append(work, action, row.id, payload=said)
    elif isinstance(row, InitiativeRow) and isinstance(renewed, InitiativeDocument):
        store.save_initiative(work, row, renewed.counted())
        work.session.add(row)
        work.session.flush()  # the entry is about what is stored
        audit.append(work, action, row.id, payload=said, key=initiative_key(row.id))
        if changed:
            clearance.changed(work, row.id)
        else:
            work.settle(row.id)


def _save_office(work: Work, row: OfficeRow, document: OfficeDocument, *, changed: bool) -> None:
    store.save_office(work, row, document)
    work.session.add(row)
    work.session.flush()  # the mark is added to the document as it is now
    if changed:
        redeciding.mark(work)


def _admitted(found: Standing, value: Value) -> tuple[Parameter, Any]:
    if found.parameter is None:
        raise NotFound("The rulebook in force has no such parameter; it can only be removed.")
    admitted = found.parameter.admit(value)
    if admitted is None:
        message = f"It may be {found.parameter.bounds}."
        fault = {"within": "body", "pointer": "/value", "code": "out-of-bounds", "message": message}
        raise InvalidFacts("The value is outside the bounds of the parameter.", errors=[fault])
    return found.parameter, admitted


def _conveners(work: Work, row: Row) -> list[str]:
    if isinstance(row, OfficeRow):
        return []
    return users.members(work, row.id).get("convener", [])


def _with(own: Document, name: str, setting: SetParameter) -> dict[str, Any]:
    proposals = _without(own.proposals, name)
    return {"parameters": {**own.parameters, name: setting}, "proposals": proposals}


def _without(entries: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if key != name}


def _said(name: str, value: Value, reason: str) -> dict[str, Any]:
    return {"parameter": name, "value": value, "reason": reason}


def _today(work: Work, office: OfficeDocument) -> date:
    return day_of(work.now, office.tz)
