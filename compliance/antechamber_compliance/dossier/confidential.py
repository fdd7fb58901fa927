"""What no message shows of a person: gender, age, lists, pressure, threat, health.

The leaves are marked where they are declared. A free text is none of them: that it is a
text is reason enough.
"""

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache

from antechamber_compliance.dossier import Dossier
from antechamber_compliance.dossier.shape import json_name, leaves, row_model


def is_confidential(path: str) -> bool:
    """Tell whether a dossier path, `*` or `@` standing for a key, is or lies below such a leaf."""
    parts = path.replace("@", "*").split(".")
    return any(".".join(parts[:count]) in _marked() for count in range(1, len(parts) + 1))


@cache
def _marked() -> frozenset[str]:
    return frozenset(_below(Dossier, ""))


def _below(model: type, before: str) -> Iterator[str]:
    for leaf, annotation in leaves(model):
        path = f"{before}{json_name(leaf)}"
        rows = row_model(annotation)
        if leaf.metadata["confidential"]:
            yield path
        elif rows is not None:
            yield from _below(rows, f"{path}.*.")
        elif is_dataclass(annotation) and isinstance(annotation, type):
            yield from _below(annotation, f"{path}.")
