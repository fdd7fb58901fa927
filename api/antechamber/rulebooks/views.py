"""A parameter as it is shown to those who set, confirm and audit it."""

from antechamber.documents.parameters import ProposedParameter, SetParameter
from antechamber.rulebooks.parameters import Standing
from antechamber.rulebooks.schemas import ParameterOut, SettingOut


def shown(found: Standing) -> ParameterOut:
    """Return a parameter with all its layers."""
    parameter = found.parameter
    return ParameterOut(
        name=found.name,
        type=parameter.type if parameter else None,
        unit=parameter.unit if parameter else None,
        bounds=parameter.bounds if parameter else None,
        stricter=parameter.stricter if parameter else None,
        rulebook=found.shipped,
        organisation=_setting(found.organisation),
        initiative=_setting(found.initiative),
        proposed=_setting(found.proposed),
        in_force=found.used,
    )


def _setting(found: SetParameter | ProposedParameter | None) -> SettingOut | None:
    if found is None:
        return None
    confirmed_by = found.confirmed_by if isinstance(found, SetParameter) else None
    return SettingOut(
        value=found.value,
        reason=found.reason,
        by=found.by,
        at=found.at,
        confirmed_by=confirmed_by,
    )
