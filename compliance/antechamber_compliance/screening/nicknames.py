"""Given names that one person answers to: short forms and forms in other languages."""

from antechamber_compliance.screening.forms import sound_of
from antechamber_compliance.screening.nickname_groups import SHARED, SURNAMES
from antechamber_compliance.screening.nickname_table import ENGLISH

LEAST_HEARD = 4  # sounds; shorter names are too like others to be known by their sound


def _table() -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for formal, *short in _groups(ENGLISH):
        for name in short:
            related.setdefault(formal, set()).add(name)
            related.setdefault(name, set()).add(formal)
    for group in _groups(SHARED) + _groups(SURNAMES):
        for name in group:
            related.setdefault(name, set()).update({*group} - {name})
    return {name: frozenset(others) for name, others in related.items()}


def _groups(table: str) -> list[list[str]]:
    return [names for group in table.split(";") if (names := group.split())]


RELATED = _table()
BY_SOUND = {
    sound: name for name in reversed(RELATED) if len(sound := sound_of(name)) >= LEAST_HEARD
}


def known_name(word: str, sound: str) -> str:
    """Return the name in the tables that a word is, or that is spelt otherwise; "" for most."""
    return word if word in RELATED else BY_SOUND.get(sound, "")


def related(name: str) -> frozenset[str]:
    """Return the names that somebody called by this one may also go by; none for most words."""
    return RELATED.get(name, frozenset())
