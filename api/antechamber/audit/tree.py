"""Proofs that a Merkle tree (RFC 6962) holds a leaf, or begins with a smaller tree. Pure.

What checks them, and the hashes, stand in `bundle_verifier`, which auditors run by itself.
"""

from collections.abc import Sequence

from antechamber.audit.bundle_verifier import Tree


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root of the tree over these leaves."""
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Return the proof that the leaf at `index` (from 0) is in the tree (section 2.1.1)."""
    if not 0 <= index < len(leaves):
        raise IndexError("no leaf with this index")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*inclusion(left, index), root(right)]
    return [*inclusion(right, index - split), root(left)]


def consistency(leaves: Sequence[bytes], old: int) -> list[bytes]:
    """Return the proof that the tree begins with that of its first `old` leaves (2.1.2)."""
    if not 0 <= old <= len(leaves):
        raise IndexError("the older tree is not within the newer")
    return _subproof(leaves, old, whole=True) if old else []


def _subproof(leaves: Sequence[bytes], old: int, *, whole: bool) -> list[bytes]:
    # `whole`: the old tree is what the verifier holds the root of, so it is not told again.
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if old <= split:
        return [*_subproof(left, old, whole=whole), root(right)]
    return [*_subproof(right, old - split, whole=False), root(left)]


def _split(count: int) -> int:
    """Return the largest power of two below `count`."""
    return 1 << (count - 1).bit_length() - 1
