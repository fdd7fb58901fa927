"""T25: whatever is done to an exported log is found by the verifier, which has no secret key."""

import json
from collections.abc import Callable, Iterator
from itertools import permutations

from antechamber import audit
from antechamber.audit.bundle_verifier import (
    BUNDLE,
    NO_LEAF,
    Tree,
    check,
    line_of,
    split_notes,
)
from antechamber.audit.checkpoints import checkpoint_of, verifier_key
from antechamber.crypto.office_keys import OfficeKeys
from antechamber.office import Office
from antechamber.work import Everywhere
from databases import NOW
from ledger import bundle, fill, found, key_of, sealed_again, verdict

CameOut = Callable[[str, str, str], None]
Figure = Callable[[int, int], int]
Edit = tuple[str, list[bytes]]


def logged(office: Office, entries: int) -> bytes:
    """A log of so many entries, with checkpoints along the way, exported with what they say."""
    fill(office, entries // 2)
    audit.add_checkpoint(office)
    fill(office, entries - entries // 2 - 1)
    audit.add_checkpoint(office)
    return bundle(office, with_entries=True)


def lines_of(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def edits(lines: list[bytes]) -> Iterator[Edit]:
    """Every deletion, doubling, exchange, truncation and rotation of lines."""
    count = len(lines)
    for i in range(count):
        yield f"line {i} deleted", lines[:i] + lines[i + 1 :]
        for j in range(count + 1):
            yield f"line {i} doubled at {j}", [*lines[:j], lines[i], *lines[j:]]
        for j in range(i):
            yield f"lines {j} and {i} exchanged", exchanged(lines, j, i)
    for i in range(count):
        yield f"cut after {i} lines", lines[:i]
        yield f"cut to the end from {i}", lines[i + 1 :]
        yield f"turned by {i}", lines[i:] + lines[:i]
        for j in range(i + 1, count):
            yield f"lines {i} to {j} removed", lines[:i] + lines[j + 1 :]


def exchanged(lines: list[bytes], i: int, j: int) -> list[bytes]:
    changed = list(lines)
    changed[i], changed[j] = lines[j], lines[i]
    return changed


def test_every_flip_of_a_bit_is_found(
    sqlcipher_office: Office, came_out: CameOut, figure: Figure
) -> None:
    entries, step = figure(2, 20), figure(13, 1)
    data, key = logged(sqlcipher_office, entries), key_of(sqlcipher_office)
    assert not found(data, key)
    bits = range(0, len(data) * 8, step)  # 13 and 8 have no common divisor: most bytes are met
    missed = sum(not found(flipped(data, bit), key) for bit in bits)
    ran = f"{len(bits):,} bits of a bundle of {entries} entries flipped one by one"
    came_out("T25", ran, f"{missed} not found")
    assert missed == 0


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_every_edit_of_lines_is_found(
    sqlcipher_office: Office, came_out: CameOut, figure: Figure
) -> None:
    entries = figure(6, 30)
    data, key = logged(sqlcipher_office, entries), key_of(sqlcipher_office)
    lines = lines_of(data)
    tried = [(what, b"".join(edit)) for what, edit in edits(lines) if edit != lines]
    missed = [what for what, edit in tried if not found(edit, key)]
    cut = [length for length in range(len(data)) if not found(data[:length], key)]
    ran = (
        f"{len(tried):,} deletions, doublings, exchanges and cuts of lines, {len(data):,} of bytes"
    )
    came_out("T25", ran, f"{len(missed) + len(cut)} not found")
    assert (missed, cut) == ([], [])


def test_what_the_offices_own_keys_seal_anew_is_found_by_the_chain_and_the_tree(
    sqlcipher_office: Office, came_out: CameOut, figure: Figure
) -> None:
    """The seal is made anew each time, so that chain, tree and checkpoints alone must find it."""
    data, key = logged(sqlcipher_office, figure(8, 30)), key_of(sqlcipher_office)
    head, *entries, _ = lines_of(data)
    tried = [edit for _, edit in edits(entries) if edit != entries]
    tried += altered(entries)
    missed = [
        edit for edit in tried if not found(sealed_again(sqlcipher_office.keys, [head, *edit]), key)
    ]
    came_out("T25", f"{len(tried):,} edits of entries, sealed anew", f"{len(missed)} not found")
    assert not found(sealed_again(sqlcipher_office.keys, [head, *entries]), key)
    assert missed == []


def altered(entries: list[bytes]) -> Iterator[list[bytes]]:
    """Every member of every entry, changed or taken away."""
    for i, line in enumerate(entries):
        row = json.loads(line)
        for name, value in row.items():
            other = value + 1 if isinstance(value, int) else another(value)
            for changed in ({**row, name: other}, {k: v for k, v in row.items() if k != name}):
                if "entry" in changed:  # an entry need not be told
                    yield [*entries[:i], line_of(changed), *entries[i + 1 :]]


def another(text: str) -> str:
    return text[:-1] + ("1" if text[-1] == "0" else "0")


def test_a_log_that_the_keys_wrote_anew_does_not_keep_what_was_collected(
    sqlcipher_office: Office, came_out: CameOut, figure: Figure
) -> None:
    office = sqlcipher_office
    fill(office, 4)
    audit.add_checkpoint(office)
    collected = audit.kept_notes(office)
    _, *entries, _ = lines_of(bundle(office))
    missed = 0
    orders = list(permutations(range(4)))[1 : figure(12, 24)]
    for order in orders:
        leaves = [json.loads(entries[i])["leaf"] for i in order]
        data = forged(office.keys, leaves)
        assert not found(data, key_of(office)), "the forgery holds in itself"
        missed += not found(data, key_of(office), collected)
    ran = f"a log written anew in {len(orders)} other orders, with the office's own keys"
    came_out("T25", ran, f"{missed} not found by who had collected a checkpoint")
    assert missed == 0


def forged(keys: OfficeKeys, leaves: list[str]) -> bytes:
    """A bundle over these leaves, in every way as the office would make it."""
    tree, previous, rows = Tree(), NO_LEAF.hex(), []
    for sequence, leaf in enumerate(leaves, start=1):
        tree.add(bytes.fromhex(leaf))
        rows.append(line_of({"sequence": sequence, "previous": previous, "leaf": leaf}))
        previous = leaf
    note = checkpoint_of(keys, tree)
    head = {"format": BUNDLE, "key": str(verifier_key(keys)), "checkpoints": [note]}
    return sealed_again(keys, [line_of(head), *rows])


def test_a_bundle_that_another_key_signed_is_refused(sqlcipher_office: Office) -> None:
    other = OfficeKeys.new(sqlcipher_office.id, NOW)
    data = forged(other, ["00" * 32])
    assert not found(data), "it holds in itself, and says whose key that is"
    assert verdict(data, key_of(sqlcipher_office)) == ("it names another key than the one given",)
    assert check(data).key != str(key_of(sqlcipher_office))


def test_an_older_bundle_does_not_pass_for_the_newest(sqlcipher_office: Office) -> None:
    fill(sqlcipher_office, 3)
    old = bundle(sqlcipher_office)
    fill(sqlcipher_office, 1)
    audit.add_checkpoint(sqlcipher_office)
    collected = audit.kept_notes(sqlcipher_office)
    assert not found(old, key_of(sqlcipher_office))
    assert found(old, key_of(sqlcipher_office), collected)


OTHERS = "\u2014 evil.example AAAAAAAA\n"


def test_nothing_can_be_added_to_a_bundle_outside_of_what_is_signed(
    sqlcipher_office: Office,
) -> None:
    data, key = logged(sqlcipher_office, 4), key_of(sqlcipher_office)
    *above, last = lines_of(data)
    seal = json.loads(last)
    own = seal["seal"].rpartition("\n\n")[2]
    assert not found(data, key)
    for changed in (
        seal | {"about": "the log of another office"},
        {"seal": seal["seal"] + OTHERS},
        {"seal": seal["seal"] + own},
    ):
        assert found(b"".join(above) + line_of(changed), key)


def test_nothing_can_be_added_to_a_proof_and_nothing_said_twice(sqlcipher_office: Office) -> None:
    office = sqlcipher_office
    logged(office, 6)
    notes, key = audit.kept_notes(office), key_of(office)
    # What an auditor collected may carry the signatures of witnesses.
    first, second = split_notes(notes)[:2]
    witnessed = f"{first}{OTHERS}\n{second}\n{first}\n".encode()
    proof = json.loads(audit.prove(office, 2, actor=Everywhere("auditor"), anchors=[witnessed]))
    assert not found(line_of(proof), key, notes)
    (older, newer), note = proof["extends"], proof["checkpoint"]
    for changed in (
        {"says": "U-P1 did it"},
        {"checkpoint": note + OTHERS},
        {"extends": [older, older, newer]},
        {"extends": [newer, older]},
        {"extends": [older | {"about": "x"}, newer]},
        {"extends": [older | {"checkpoint": older["checkpoint"] + OTHERS}, newer]},
    ):
        assert found(line_of(proof | changed), key, notes)
