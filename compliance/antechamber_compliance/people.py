"""Who may sign: `role:user` entries checked against the holders, conveners and each other."""

from collections.abc import Collection, Iterable, Mapping

from antechamber_compliance.dossier import Dossier
from antechamber_compliance.missing import Unknown, sure

NEXUS_REVIEWERS = ("compliance", "director")


def signatories(entries: Iterable[str]) -> list[tuple[str, str]]:
    """Split `role:user` entries; one without a colon has an empty role, which nobody holds."""
    parted = (entry.partition(":") for entry in entries)
    return [(role, user) if colon else ("", role) for role, colon, user in parted]


def independent(
    entries: Iterable[str], roles: Collection[str], dossier: Dossier, *, barred: str | None = None
) -> bool:
    """Tell whether different people hold all these roles, none a convener and none `barred`.

    Every entry is checked: one that does not hold its role, or one person twice, spoils it.
    Raises Unknown where holders or conveners are missing.
    """
    held = {h.ref: sure(h.users) for h in sure(sure(dossier.office).role_holders)}
    conveners = sure(sure(dossier.initiative).conveners)
    signed = signatories(entries)
    people = [user for _, user in signed]
    return (
        set(roles) <= {role for role, _ in signed}
        and len(set(people)) == len(people)
        and all(user in held.get(role, ()) for role, user in signed)
        and not any(user in conveners or user == barred for user in people)
    )


def attested(entries: Iterable[str], roles: tuple[str, ...], dossier: Dossier) -> bool:
    """Tell whether different holders of all these roles, no conveners, are among the entries.

    Unlike for a sign-off, further entries do no harm. Raises Unknown where holders or
    conveners are missing.
    """
    held = {h.ref: sure(h.users) for h in sure(sure(dossier.office).role_holders)}
    conveners = set(sure(sure(dossier.initiative).conveners))
    present: dict[str, list[str]] = {}
    for role, user in signatories(entries):
        if user in held.get(role, ()):
            present.setdefault(role, []).append(user)
    return _fill(roles, present, conveners)


def could_be_signed(roles: tuple[str, ...], dossier: Dossier) -> bool:
    """Tell whether different people, none a convener, could fill all these roles here."""
    try:
        held = {h.ref: sure(h.users) for h in sure(sure(dossier.office).role_holders)}
        conveners = set(sure(sure(dossier.initiative).conveners))
    except Unknown:
        return True  # nothing is said of an office that is not known
    return _fill(roles, held, conveners)


def _fill(roles: tuple[str, ...], held: Mapping[str, Collection[str]], taken: set[str]) -> bool:
    if not roles:
        return True
    return any(
        _fill(roles[1:], held, {*taken, user})
        for user in held.get(roles[0], ())
        if user not in taken
    )
