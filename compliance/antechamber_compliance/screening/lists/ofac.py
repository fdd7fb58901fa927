"""What OFAC's formats have in common: kinds of party, words for identifiers, links in remarks."""

import re
from collections.abc import Iterator

from antechamber_compliance.screening.entry import Document, Link
from antechamber_compliance.screening.lists.badlist import BadList, one_line
from antechamber_compliance.screening.lists.collecting import document
from antechamber_compliance.screening.lists.countries import codes

SCHEMAS = {
    "individual": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
    "aircraft": "Aircraft",
}
# Among features and remarks (gender, website, programme notes) these words mark an identifier.
IDENTIFIER = re.compile(
    r"passport|\bid\b|identification|number|\bno\b|#|c\.u\.r\.p|r\.f\.c|\brfc\b|d\.n\.i|c\.u\.i"
    r"|\bcode\b|licen[cs]e|\bfein\b|\bmmsi\b|swift|card|credencial",
    re.IGNORECASE,
)
NOT_IDENTIFIER = re.compile(r"phone|gazette|:$", re.IGNORECASE)
LINKED = re.compile(r"(?P<kind>Linked To): *(?P<name>[^;]+)")
MAX_LINKED_CHARS = 1_000


def schema_of(kind: str, place: str) -> str:
    """Return the schema of a kind of party; raise BadList on a kind that nobody has seen."""
    found = SCHEMAS.get(kind.casefold())
    if found is None:
        raise BadList("an unknown kind of party", place)
    return found


def identifier(kind: str, number: str, country: str) -> Iterator[Document]:
    """Yield one document, or none where the kind is no identifier; `country` is a name."""
    if IDENTIFIER.search(kind) and not NOT_IDENTIFIER.search(kind):
        yield from document(kind, number, next(iter(codes([country])), ""))


def links(remarks: str) -> Iterator[Link]:
    """Yield the parties that remarks say this one is linked to, by name."""
    for found in LINKED.finditer(remarks.strip().removesuffix(".")):
        name = _closed(one_line(found["name"]))
        if 0 < len(name) <= MAX_LINKED_CHARS:
            yield Link(found["kind"], name)


def _closed(name: str) -> str:
    """Return a name without the bracket that closed "(Linked To: ...)" around it."""
    while name.count(")") > name.count("("):
        name = name.removesuffix(".").strip()
        if not name.endswith(")"):
            return name
        name = name[:-1].strip()
    return name
