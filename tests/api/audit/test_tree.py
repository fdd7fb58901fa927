"""The Merkle tree against the definition in RFC 6962, section 2.1."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antechamber.audit.bundle_verifier import Tree, leaf_hash


def by_definition(leaves: list[bytes]) -> bytes:
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + by_definition(leaves[:split]) + by_definition(leaves[split:])).digest()


def grown(leaves: list[bytes]) -> Tree:
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree


@pytest.mark.parametrize("count", [*range(70), 255, 256, 257])
def test_the_root_is_that_of_the_rfc(count: int) -> None:
    leaves = [leaf_hash(bytes([number % 256])) for number in range(count)]
    tree = grown(leaves)
    assert (tree.count, tree.root()) == (count, by_definition(leaves))


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40), st.data())
def test_no_leaf_changes_unnoticed(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda b: b != leaves[index]))
    changed = [*leaves[:index], other, *leaves[index + 1 :]]
    assert grown(changed).root() != grown(leaves).root()


def test_a_leaf_is_never_taken_for_a_node() -> None:
    left, right = leaf_hash(b"l"), leaf_hash(b"r")
    assert leaf_hash(left + right) != grown([left, right]).root()
    assert leaf_hash(b"") == sha256(b"\x00").digest()
