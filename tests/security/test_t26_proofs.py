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
    most, held, spoilt_ones = figure(24, 64), 0, 0
    entries = [bytes([number]) for number in range(most)]
    leaves = [leaf_hash(entry) for entry in entries]
    for n in range(1, most + 1):
        whole = Checkpoint(n, mth(entries[:n]))
        for m in range(n):
            shown = inclusion(leaves[:n], m)
            assert shown == path(m, entries[:n])
            assert [i for i in range(n) if includes(whole.root, n, i, leaves[m], shown)] == [m]
            wrong = holds_spoilt(whole, m, leaves[m], shown)
            old = Checkpoint(m, mth(entries[:m]))
            begun = consistency(leaves[:n], m)
            assert begun == (proof(m, entries[:n]) if m else [])
            assert extends(whole, old, begun)
            wrong += extends_spoilt(whole, old, begun)
            assert not any(wrong)
            held, spoilt_ones = held + 2, spoilt_ones + len(wrong)
    came_out(
        "T26",
        f"all {held:,} proofs in trees of up to {most} leaves, and {spoilt_ones:,} spoilt ones",
        "all are those of the RFC and hold; of the spoilt none does",
    )


# Of the tests of Certificate Transparency, in hexadecimal: leaves, the root after each, proofs.
LEAVES = (
    *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
    "606162636465666768696a6b6c6d6e6f",
)
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
CONSISTENCY = {
    (1, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (6, 8): (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 5): (
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}


def test_roots_and_proofs_are_those_that_certificate_transparency_published(
    came_out: CameOut,
) -> None:
    leaves = [leaf_hash(bytes.fromhex(each)) for each in LEAVES]
    assert tuple(root(leaves[:n]).hex() for n in range(1, 9)) == ROOTS
    for (old, new), published in CONSISTENCY.items():
        shown = [bytes.fromhex(each) for each in published]
        assert consistency(leaves[:new], old) == shown
        before, after = (Checkpoint(n, bytes.fromhex(ROOTS[n - 1])) for n in (old, new))
        assert extends(after, before, shown)
    ran = (
        f"{len(ROOTS)} roots and {len(CONSISTENCY)} proofs that Certificate Transparency published"
    )
    came_out("T26", ran, "all the same")


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
