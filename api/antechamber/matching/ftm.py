"""Between the Follow the Money model, which outsiders speak, and our queries and entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from antechamber_compliance.screening.entry import Entry
from antechamber_compliance.screening.match import Query, check

NAMES = ("name", "alias", "previousName", "weakAlias", "abbreviation")
NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")
BIRTH_DATES = ("birthDate",)
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction")
NUMBERS = (
    "idNumber",
    "passportNumber",
    "registrationNumber",
    "taxNumber",
    "socialSecurityNumber",
    "innCode",
    "ogrnCode",
    "leiCode",
    "vatCode",
    "imoNumber",
)
USED = frozenset({*NAMES, *NAME_PARTS, *BIRTH_DATES, *COUNTRIES, *NUMBERS})
# A legal entity may be either.
ASKED_AS: Mapping[str, tuple[str, ...]] = {
    "Person": ("Person",),
    "Organization": ("Organization",),
    "Company": ("Organization",),
    "LegalEntity": ("Person", "Organization"),
}
LISTED_AS: Mapping[str, str] = {
    "Person": "Person",
    "Organization": "Organization",
    "Vessel": "Vessel",
    "Aircraft": "Airplane",
}
EITHER = "LegalEntity"

Properties = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one example asks: our queries, and those of its properties that they rest on."""

    schema: str
    properties: Properties
    queries: tuple[Query, ...]


def asked(schema: str, properties: Mapping[str, str | Sequence[str]]) -> Asked:
    """Return what an example asks; raise BadQuery where it cannot be answered.

    One query for each name and birth date. Properties that nothing is made of are left out.
    """
    lists = {name: [v] if isinstance(v, str) else list(v) for name, v in properties.items()}
    used = {name: values for name, values in lists.items() if name in USED and values}
    named = product(ASKED_AS[schema], _names(used), _all(used, BIRTH_DATES) or [""])
    queries = tuple(
        Query(
            id="",
            name=name,
            schema=kind,
            birth_date=born,
            countries=tuple(country.casefold() for country in _all(used, COUNTRIES)),
            documents=tuple(_all(used, NUMBERS)),
        )
        for kind, name, born in named
    )
    for query in queries:
        check(query)
    return Asked(schema, used, queries)


def schema_of(entry: Entry) -> str:
    """Return the schema of an entry, LegalEntity where the list does not say."""
    return LISTED_AS.get(entry.schema, EITHER)


def properties_of(entry: Entry) -> Properties:
    """Return what the list says of an entry, without what it is silent about."""
    numbers = "idNumber" if schema_of(entry) == "Person" else "registrationNumber"
    found = {
        "name": [name.text for name in entry.names if name.quality == "strong"],
        "weakAlias": [name.text for name in entry.names if name.quality == "weak"],
        "birthDate": list(entry.birth_dates),
        "country": list(entry.countries),
        numbers: [document.number for document in entry.documents],
        "program": list(entry.programmes),
    }
    return {name: values for name, values in found.items() if values}


def _names(used: Properties) -> list[str]:
    """Return the names, whole or put together from parts; a lone empty one where there is none."""
    whole = _all(used, NAMES)
    if "firstName" in used and "lastName" in used:
        whole.append(" ".join(used[part][0] for part in NAME_PARTS if part in used))
    return list(dict.fromkeys(whole)) or [""]


def _all(used: Properties, names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(value for name in names for value in used.get(name, ())))
