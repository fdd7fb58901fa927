"""Parameters in three layers: the rulebook's own, the organisation's, one initiative's.

Tightening is free. A looser value counts only where two people stand behind it, and only in
place of the value that they agreed to fall below: when a stricter one comes, by a new
rulebook, a new date or another layer, they must agree again. A value that the rulebook does
not admit is handed on as it is, for the engine to refuse; none is dropped in silence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from antechamber_compliance.policy import Parameter, ParameterValue, Rulebook
from antechamber_compliance.zones import day_of, earliest


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What one layer sets a parameter to.

    `in_place_of` is the value that two people agreed to fall below, None where nobody did.
    """

    value: object
    in_place_of: object = None


Layer = Mapping[str, Overlay]


def resolve(
    rulebook: Rulebook, organisation: Layer, initiative: Layer, day: date
) -> dict[str, object]:
    """Return a value for every parameter that a layer names: the overrides of a dossier.

    `day` is the first day of the session.
    """
    declared = rulebook.parameters()
    return {
        name: in_force(declared.get(name), (organisation.get(name), initiative.get(name)), day)
        for name in sorted({*organisation, *initiative})
    }


def in_force(parameter: Parameter | None, layers: tuple[Overlay | None, ...], day: date) -> object:
    """Return what a parameter is under its layers, the outermost first.

    A value that is not admitted, or one of no known parameter, is returned as it is.
    """
    value = None if parameter is None else parameter.on(day)
    for overlay in layers:
        if overlay is None:
            continue
        admitted = None if parameter is None else parameter.admit(overlay.value)
        if parameter is None or value is None or admitted is None:
            return overlay.value
        if not parameter.loosens(admitted, value) or _agreed(parameter, overlay, value):
            value = admitted
    return list(value) if isinstance(value, tuple) else value


def carried(
    old: Rulebook, new: Rulebook, overrides: Mapping[str, object], day: date
) -> dict[str, object]:
    """Return those overrides that would still count if another rulebook were in force.

    Overrides of a stored dossier were resolved under `old`. One that is laxer than what `new`
    ships falls away, unless two people had agreed to it and `new` asks for nothing stricter.
    """
    was, now = old.parameters(), new.parameters()
    return {
        name: value
        for name, value in overrides.items()
        if name not in was or name not in now or _counts_still(was[name], now[name], value, day)
    }


def _counts_still(was: Parameter, now: Parameter, value: object, day: date) -> bool:
    before, after = was.on(day), now.on(day)
    admitted, replaced = now.admit(value), now.admit(before)
    if admitted is None or not now.loosens(admitted, after):
        return True  # it tightens, or the engine refuses it
    agreed = needs_two(was, admitted, before)
    return agreed and replaced is not None and not now.loosens(replaced, after)


def needs_two(parameter: Parameter, value: ParameterValue, replaced: object) -> bool:
    """Tell whether a value may stand in place of another only if two people agree.

    A `replaced` that the parameter does not admit is refused by the engine anyway.
    """
    admitted = parameter.admit(replaced)
    return admitted is not None and parameter.loosens(value, admitted)


def first_day(start: object, tz: object) -> date:
    """Return the day by which a session's parameters are dated; the earliest if it has none."""
    try:
        return day_of(earliest(str(start), str(tz)), str(tz))
    except (ValueError, OverflowError):  # the engine denies such a session, whatever the values
        return date.min


def _agreed(parameter: Parameter, overlay: Overlay, value: ParameterValue) -> bool:
    agreed = parameter.admit(overlay.in_place_of)
    return agreed is not None and not parameter.loosens(agreed, value)
