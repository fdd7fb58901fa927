"""T26: roots and proofs equal those of a second implementation, which these tests hold.

`mth`, `path` and `proof` are the recursive definitions of RFC 6962, section 2.1, to the letter.
"""

import random
from collections.abc import Callable, Sequence
from hashlib import sha256

from antechamber.audit.bundle_verifier import Checkpoint, Tree, extends, includes, leaf_hash
from antechamber.audit.tree import consistency, inclusion, root


def mth(d: Sequence[bytes]) -> bytes:
    """MTH(D[n])."""
    n = len(d)
    if n == 0:
        return sha256().digest()
    if n == 1:
        return sha256(b"\x00" + d[0]).digest()
    k = below(n)
    return sha256(b"\x01" + mth(d[:k]) + mth(d[k:])).digest()


def path(m: int, d: Sequence[bytes]) -> list[bytes]:
    """PATH(m, D[n])."""
    n = len(d)
    if n == 1:
        return []
    k = below(n)
    return [*path(m, d[:k]), mth(d[k:])] if m < k else [*path(m - k, d[k:]), mth(d[:k])]


def proof(m: int, d: Sequence[bytes]) -> list[bytes]:
    """PROOF(m, D[n]) = SUBPROOF(m, D[n], true)."""
    return subproof(m, d, True)


def subproof(m: int, d: Sequence[bytes], b: bool) -> list[bytes]:
    n = len(d)
    if m == n:
        return [] if b else [mth(d)]
    k = below(n)
    if m <= k:
        return [*subproof(m, d[:k], b), mth(d[k:])]
    return [*subproof(m - k, d[k:], False), mth(d[:k])]


def below(n: int) -> int:
    """The largest power of two smaller than n."""
    k = 1
    while 2 * k < n:
        k *= 2
    return k


CameOut = Callable[[str, str, str], None]
Figure = Callable[[int, int], int]


def test_roots_and_proofs_of_random_trees_are_those_of_the_rfc(
    came_out: CameOut, figure: Figure
) -> None:
    chance, trees = random.Random(6962), figure(300, 10_000)
    for number in range(trees):
        entries = [chance.randbytes(chance.randrange(40)) for _ in range(chance.randrange(1, 200))]
        leaves = [leaf_hash(entry) for entry in entries]
        whole = mth(entries)
        tree = Tree()
        for leaf in leaves:
            tree.add(leaf)
        assert tree.root() == root(leaves) == whole, number
        index, old = chance.randrange(len(leaves)), chance.randrange(1, len(leaves) + 1)
        shown, begun = inclusion(leaves, index), consistency(leaves, old)
        assert (shown, begun) == (path(index, entries), proof(old, entries)), number
        assert includes(whole, len(leaves), index, leaves[index], shown)
        assert extends(Checkpoint(len(leaves), whole), Checkpoint(old, mth(entries[:old])), begun)
    came_out("T26", f"{trees:,} random trees, a proof of each kind in each", "all as by the RFC")


def test_all_proofs_up_to_64_leaves_are_those_of_the_rfc_and_no_other_one_holds(
    came_out: CameOut, figure: Figure
) -> None:
    most, held = figure(24, 64), 0
    entries = [bytes([number]) for number in range(most)]
    leaves = [leaf_hash(entry) for entry in entries]
    for n in range(1, most + 1):
        whole = Checkpoint(n, mth(entries[:n]))
        for m in range(n):
            shown = inclusion(leaves[:n], m)
            assert shown == path(m, entries[:n])
            assert [i for i in range(n) if includes(whole.root, n, i, leaves[m], shown)] == [m]
            assert not any(holds_spoilt(whole, m, leaves[m], shown))
            old = Checkpoint(m, mth(entries[:m]))
            begun = consistency(leaves[:n], m)
            assert begun == (proof(m, entries[:n]) if m else [])
            assert extends(whole, old, begun)
            assert not any(extends_spoilt(whole, old, begun))
            held += 2
    came_out(
        "T26", f"all proofs m<n<={most}, each spoilt in every place", f"{held:,} held, 0 spoilt"
    )


def spoilt(proof: list[bytes]) -> list[list[bytes]]:
    """The proof with one hash changed, left out, doubled, or two exchanged."""
    found = [[*proof, bytes(32)], [bytes(32), *proof]]
    for i, each in enumerate(proof):
        found.append([*proof[:i], each[:-1] + bytes([each[-1] ^ 1]), *proof[i + 1 :]])
        found.append([*proof[:i], *proof[i + 1 :]])
        found.append([*proof[:i], each, *proof[i:]])
    found += [[*proof[:i], proof[i + 1], proof[i], *proof[i + 2 :]] for i in range(len(proof) - 1)]
    return [each for each in found if each != proof]


def holds_spoilt(whole: Checkpoint, index: int, leaf: bytes, shown: list[bytes]) -> list[bool]:
    other = bytes([leaf[0] ^ 1]) + leaf[1:]
    wrong = [includes(whole.root, whole.size, index, leaf, each) for each in spoilt(shown)]
    wrong.append(includes(whole.root, whole.size, index, other, shown))
    wrong += [includes(whole.root, whole.size, far, leaf, shown) for far in (-1, whole.size)]
    return wrong


def extends_spoilt(new: Checkpoint, old: Checkpoint, begun: list[bytes]) -> list[bool]:
    other = bytes([old.root[0] ^ 1]) + old.root[1:]
    wrong = [extends(new, old, each) for each in spoilt(begun)]
    wrong.append(extends(new, Checkpoint(old.size, other), begun))
    wrong.append(extends(Checkpoint(new.size, other), old, begun) if old.size else False)
    wrong.append(extends(old, new, begun) if old.size else False)
    return wrong
