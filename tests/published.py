"""Vectors that others published, kept in tests/security/vectors."""

import json
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parent / "security" / "vectors"


def wycheproof(algorithm: str) -> list[dict[str, Any]]:
    """Return Project Wycheproof's vectors of an algorithm."""
    content = json.loads((VECTORS / f"wycheproof_{algorithm}.json").read_text("utf-8"))
    found: list[dict[str, Any]] = content["tests"]
    return found


def bytes_of(vector: dict[str, Any], *names: str) -> tuple[bytes, ...]:
    """Return members of a vector that are bytes."""
    return tuple(bytes.fromhex(vector[name]) for name in names)
