"""Leaves and the tree over them (RFC 6962); needs no key and no database."""

from hashlib import sha256


def leaf_hash(entry: bytes) -> bytes:
    """Return the leaf of an entry: SHA-256 over 0x00 and its bytes."""
    return sha256(b"\x00" + entry).digest()


class Tree:
    """A Merkle tree that grows by leaves; holds one hash per perfect subtree, so O(log n)."""

    def __init__(self) -> None:
        self.count = 0
        self._subtrees: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Append a leaf: as many subtrees join as the old count ends in binary ones."""
        pairs, self.count = self.count, self.count + 1
        while pairs & 1:
            leaf, pairs = _join(self._subtrees.pop(), leaf), pairs >> 1
        self._subtrees.append(leaf)

    def root(self) -> bytes:
        """Return the root, 32 bytes; that of no leaves is SHA-256 of nothing."""
        if not self._subtrees:
            return sha256().digest()
        *others, root = self._subtrees
        for subtree in reversed(others):
            root = _join(subtree, root)
        return root


def _join(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()
