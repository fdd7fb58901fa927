"""Check what an antechamber office hands to its auditor. Python 3.11 and this file are enough.

    python3 verify.py FILE [--key KEY] [--anchor CHECKPOINTS] [--json]

FILE is a bundle (`antechamber audit export`) or a proof (`antechamber audit prove`). KEY is the
line that `antechamber audit key` prints: get it once, from the office itself, and keep it. Without
it the key that FILE names is believed, which shows that FILE is whole, not whose it is.
CHECKPOINTS is a file of checkpoints that you collected earlier: the log must still agree with it.
Exit code: 0 it holds, 1 it does not, 2 the command cannot be used, or CHECKPOINTS cannot.

How it works. Each entry is hashed to a leaf; all leaves form one Merkle tree (RFC 6962); a
checkpoint is a signed note (c2sp.org/tlog-checkpoint) that names the size and root of the tree.
Whoever changes, removes, adds or moves an entry changes the root of every tree that holds it.
"""

import argparse
import base64
import functools
import hashlib
import json
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

BUNDLE, PROOF = "antechamber-audit/1", "antechamber-proof/1"
PROOF_SAYS = ("format", "key", "sequence", "entry", "checkpoint", "inclusion", "extends")
NO_LEAF = bytes(32)  # what the first entry follows
ED25519 = 1  # the signature type of c2sp.org/signed-note
MOST_SIGNATURES = 16
MOST_ENTRIES = 10**18
MOST_SHOWN = 20  # faults
KEY = re.compile(r"([!-*,-~]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})")  # name, key
SIZE = re.compile(r"0|[1-9][0-9]{0,17}")


Item = TypeVar("Item")


class Refused(Exception):
    """The input cannot be read as what it should be, or is not signed by the key."""


class BadAnchors(Refused):
    """The checkpoints that were collected cannot be believed; nothing is said of the file."""


# Ed25519 (RFC 8032, section 5.1). A point is (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]
ZERO: Point = (0, 1, 1, 0)


def _plus(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = (b - a) % P, (d - c) % P, (d + c) % P, (b + a) % P
    return e * f % P, g * h % P, f * g % P, e * h % P


def _sum_of(a: int, p: Point, b: int, q: Point) -> Point:
    """Return [a]p + [b]q, bit by bit from the top."""
    picks = {(0, 0): ZERO, (1, 0): p, (0, 1): q, (1, 1): _plus(p, q)}
    total = ZERO
    for bit in reversed(range(max(a.bit_length(), b.bit_length()))):
        total = _plus(_plus(total, total), picks[a >> bit & 1, b >> bit & 1])
    return total


def _decoded(raw: bytes) -> Point | None:
    """Return the point of 32 bytes; None if they are not the one encoding of a point."""
    number = int.from_bytes(raw, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT_OF_MINUS_1 % P
    if y >= P or x * x % P != square or (x == 0 and odd):
        return None
    x = P - x if x & 1 != odd else x
    return x, y, 1, x * y % P


def _encoded(point: Point) -> bytes:
    scale = pow(point[2], -1, P)
    x, y = point[0] * scale % P, point[1] * scale % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = _decoded((4 * pow(5, -1, P) % P).to_bytes(32, "little")) or ZERO


@functools.lru_cache(maxsize=1024)
def ed25519_verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether the holder of a public key (32 bytes) signed the message (64 bytes).

    Stricter than RFC 8032 asks: refused are keys of small order, under which one signature fits
    any message; every encoding but the canonical; and what holds only times the cofactor.
    """
    if len(public) != 32 or len(signature) != 64:
        return False
    key, scalar = _decoded(public), int.from_bytes(signature[32:], "little")
    if key is None or _encoded(_sum_of(8, key, 0, ZERO)) == _encoded(ZERO) or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    minus = (P - key[0], key[1], key[2], P - key[3])
    return _encoded(_sum_of(scalar, BASE, challenge, minus)) == signature[:32]


# The Merkle tree (RFC 6962, section 2.1).
def leaf_hash(entry: bytes) -> bytes:
    """Return the leaf of an entry: SHA-256 over 0x00 and its bytes."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees: SHA-256 over 0x01 and both."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows by leaves; holds one hash for each perfect subtree, so O(log n)."""

    def __init__(self) -> None:
        self.count = 0
        self._subtrees: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Append a leaf: as many subtrees join as the old count ends in binary ones."""
        pairs, self.count = self.count, self.count + 1
        while pairs & 1:
            leaf, pairs = node_hash(self._subtrees.pop(), leaf), pairs >> 1
        self._subtrees.append(leaf)

    def root(self) -> bytes:
        """Return the root, 32 bytes; that of no leaves is SHA-256 of nothing."""
        if not self._subtrees:
            return hashlib.sha256().digest()
        *others, root = self._subtrees
        for subtree in reversed(others):
            root = node_hash(subtree, root)
        return root


def grown(leaves: Iterable[bytes], sizes: Collection[int]) -> tuple[Tree, dict[int, bytes]]:
    """Return the tree over all leaves, and its root when it had each of these sizes."""
    tree = Tree()
    roots = {0: tree.root()}
    for leaf in leaves:
        tree.add(leaf)
        if tree.count in sizes:
            roots[tree.count] = tree.root()
    return tree, roots


def includes(root: bytes, size: int, index: int, leaf: bytes, proof: list[bytes]) -> bool:
    """Say whether the leaf at `index` (from 0) is in the tree (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    last, found = size - 1, leaf
    for other in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            found = node_hash(other, found)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            found = node_hash(found, other)
        index, last = index >> 1, last >> 1
    return last == 0 and found == root


def extends(new: "Checkpoint", old: "Checkpoint", proof: list[bytes]) -> bool:
    """Say whether the new tree begins with the old one (RFC 9162, section 2.1.4.2)."""
    if old.size == 0 or old.size >= new.size:
        return not proof and old in (new, NOTHING)
    path = list(proof) if old.size & (old.size - 1) else [old.root, *proof]
    index, last = old.size - 1, new.size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    if not path:
        return False
    before = after = path[0]
    for other in path[1:]:
        if last == 0:
            return False
        if index & 1 or index == last:
            before, after = node_hash(other, before), node_hash(other, after)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            after = node_hash(after, other)
        index, last = index >> 1, last >> 1
    return last == 0 and (before, after) == (old.root, new.root)


# Signed notes (c2sp.org/signed-note) and checkpoints (c2sp.org/tlog-checkpoint).
@dataclass(frozen=True)
class VerifierKey:
    """Whose signatures count: a name and an Ed25519 public key (32 bytes)."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Return the 4 bytes that a signature begins with."""
        named = self.name.encode() + b"\n" + bytes([ED25519]) + self.public
        return hashlib.sha256(named).digest()[:4]

    def __str__(self) -> str:
        key = base64.b64encode(bytes([ED25519]) + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{key}"


@dataclass(frozen=True)
class Checkpoint:
    """What a note promises: so many entries, under this root (32 bytes)."""

    size: int
    root: bytes


NOTHING = Checkpoint(0, Tree().root())
Verifies = Callable[[bytes, bytes, bytes], bool]  # public key, signature, message


def read_key(line: str) -> VerifierKey:
    """Read the line of a verifier key: name+id+key."""
    found = KEY.fullmatch(line.strip())
    key = VerifierKey(found[1], _base64(found[2])[1:]) if found else None
    if key is None or str(key) != line.strip():
        raise Refused("the key is no line as 'antechamber audit key' prints it")
    return key


def open_note(note: str, key: VerifierKey, verifies: Verifies = ed25519_verifies) -> str:
    """Return the text of a note that the key signed; signatures of others do not count."""
    text, _, below = note.rpartition("\n\n")
    *lines, end = below.split("\n")
    if (
        not text
        or end
        or not 0 < len(lines) <= MOST_SIGNATURES
        or min(note.replace("\n", " ")) < " "
    ):
        raise Refused("a note is damaged")
    start = f"\u2014 {key.name} "
    ours = [_base64(line.removeprefix(start)) for line in lines if line.startswith(start)]
    ours = [signature for signature in ours if signature[:4] == key.id]
    signed = (text + "\n").encode()
    if not ours or not all(verifies(key.public, each[4:], signed) for each in ours):
        raise Refused("a note is not signed by the key")
    return text + "\n"


def read_checkpoint(
    note: str, key: VerifierKey, verifies: Verifies = ed25519_verifies
) -> Checkpoint:
    """Return what a checkpoint says that the key signed."""
    lines = open_note(note, key, verifies).split("\n")
    if len(lines) < 4 or lines[0] != key.name or not SIZE.fullmatch(lines[1]):
        raise Refused("a note is no checkpoint of this log")
    return Checkpoint(int(lines[1]), _hash(_base64(lines[2]).hex()))


def split_notes(data: bytes) -> list[str]:
    """Split a file of checkpoints: note after note, a blank line after each."""
    blocks = _text(data).rstrip("\n").split("\n\n")
    if len(blocks) % 2:
        raise Refused("the file of checkpoints is empty, cut short or damaged")
    pairs = zip(blocks[::2], blocks[1::2], strict=True)
    return [f"{text}\n\n{signatures}\n" for text, signatures in pairs]


def disagreements(
    checkpoints: Iterable[Checkpoint], size: int, roots: Mapping[int, bytes]
) -> list[tuple[int, str]]:
    """Say at which size the log, with these roots on its way, breaks which promise."""
    faults = []
    for each in dict.fromkeys(checkpoints):
        if each.size > size:
            faults.append((each.size, "a checkpoint names more entries: the log was set back"))
        elif roots[each.size] != each.root:
            faults.append((each.size, "a checkpoint names another root: entries were changed"))
    return faults


# What the office hands over: lines of JSON, hashes in hexadecimal.
@dataclass(frozen=True)
class Report:
    """What was found; nothing is wrong if `faults` is empty."""

    kind: str
    key: str
    entries: int
    root: str
    checkpoints: int
    anchors: int
    faults: tuple[str, ...]
    entry: str = ""  # of a proof: what the entry says


def check(data: bytes, key: VerifierKey | None = None, anchors: bytes | None = None) -> Report:
    """Check a bundle or a proof; raise Refused if it cannot be read or another key signed it."""
    head = _object(data.partition(b"\n")[0])
    trusted = key or read_key(_string(head, "key"))
    if _string(head, "key") != str(trusted):
        raise Refused("it names another key than the one given")
    collected = [] if anchors is None else _collected(anchors, trusted)
    if head.get("format") == BUNDLE:
        return _check_bundle(head, data, trusted, collected)
    if head.get("format") == PROOF and data == line_of(head):
        return _check_proof(head, trusted, collected)
    raise Refused("it is no bundle and no proof of a format that this verifier knows")


def _collected(anchors: bytes, key: VerifierKey) -> list[Checkpoint]:
    """Return the auditor's own checkpoints; raise BadAnchors, which says the note."""
    try:
        notes, found = split_notes(anchors), []
    except Refused as fault:
        raise BadAnchors(str(fault)) from None
    for place, note in enumerate(notes, start=1):
        try:
            found.append(read_checkpoint(note, key))
        except Refused as fault:
            raise BadAnchors(f"{fault} (note {place} of {len(notes)})") from None
    return found


def seal_text(name: str, digest: str) -> str:
    """Return what the last line of a bundle signs: SHA-256 of all lines before it, in hex."""
    return f"{BUNDLE}\n{name}\n{digest}\n"


def _check_bundle(
    head: Mapping[str, Any], data: bytes, key: VerifierKey, collected: list[Checkpoint]
) -> Report:
    _refuse_others(head, "format", "key", "checkpoints")
    above, _, last = data.removesuffix(b"\n").rpartition(b"\n")
    sealed = seal_text(key.name, hashlib.sha256(above + b"\n").hexdigest())
    seal = _object(last)
    _refuse_others(seal, "seal")
    faults = []
    if data[-1:] != b"\n" or open_note(_signed_once(seal, "seal"), key) != sealed:
        faults.append("it is not as it was handed over")
    checkpoints = [read_checkpoint(note, key) for note in _list(head.get("checkpoints"), str)]
    promised = [*checkpoints, *collected]
    entries = _entries(above.split(b"\n")[1:], faults)
    tree, roots = grown(entries, {each.size for each in promised})
    broken = disagreements(promised, tree.count, roots)
    faults += [f"{fault} (at {size} entries)" for size, fault in broken]
    if not checkpoints or checkpoints[-1].size != tree.count:
        faults.append("the last checkpoint does not cover all entries")
    counts = len(checkpoints), len(collected)
    return Report("bundle", str(key), tree.count, tree.root().hex(), *counts, tuple(faults))


def _entries(lines: Iterable[bytes], faults: list[str]) -> Iterator[bytes]:
    """Yield the leaf of each entry; add what is wrong to `faults`."""
    previous, expected = NO_LEAF, 1
    for row in map(_object, lines):
        _refuse_others(row, "sequence", "previous", "leaf", "entry")
        sequence, leaf = row.get("sequence"), _hash(row.get("leaf"))
        if type(sequence) is not int or sequence != expected:
            faults.append(f"entry {expected} is missing or not in its place")
            if type(sequence) is int and expected < sequence < MOST_ENTRIES:
                expected = sequence  # go on from there: one gap is one fault
        if _hash(row.get("previous")) != previous:
            faults.append(f"entry {expected} does not follow the one before it")
        if "entry" in row and not _is_entry(_string(row, "entry"), expected, leaf):
            faults.append(f"entry {expected} is not the one that was hashed")
        previous, expected = leaf, expected + 1
        yield leaf


def _is_entry(text: str, sequence: int, leaf: bytes) -> bool:
    entry = text.encode()
    return leaf_hash(entry) == leaf and _object(entry).get("sequence") == sequence


def _check_proof(head: Mapping[str, Any], key: VerifierKey, collected: list[Checkpoint]) -> Report:
    _refuse_others(head, *PROOF_SAYS)
    newest = read_checkpoint(_signed_once(head, "checkpoint"), key)
    sequence, entry = head.get("sequence"), _string(head, "entry")
    leaf, path = leaf_hash(entry.encode()), _path(head, "inclusion")
    faults = []
    if type(sequence) is not int or not _is_entry(entry, sequence, leaf):
        faults.append("the entry has another sequence")
    elif not includes(newest.root, newest.size, sequence - 1, leaf, path):
        faults.append(f"entry {sequence} is not in the log that the checkpoint names")
    extended, size = [newest], -1
    for each in _list(head.get("extends"), dict):
        _refuse_others(each, "checkpoint", "proof")
        older = read_checkpoint(_signed_once(each, "checkpoint"), key)
        if older.size <= size:
            raise Refused("checkpoints are repeated, or not in the order of their sizes")
        size = older.size
        if extends(newest, older, _path(each, "proof")):
            extended.append(older)
        else:
            faults.append(f"the log does not begin with the {older.size} entries it had once")
    faults += [
        f"the proof says nothing of your checkpoint of {each.size} entries"
        for each in dict.fromkeys(collected)
        if each not in extended
    ]
    counts = len(extended), len(collected)
    return Report("proof", str(key), newest.size, newest.root.hex(), *counts, tuple(faults), entry)


def line_of(value: Mapping[str, object]) -> bytes:
    """Return an object as the one line of JSON that stands for it."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode(errors="replace") + b"\n"


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(_text(line))
        # Another spelling of the same object would be another line.
        same = isinstance(value, dict) and line_of(value) == line + b"\n"
    except (ValueError, RecursionError):
        raise Refused("a line is no JSON") from None
    if not same:
        raise Refused("a line is not written as this software writes it")
    found: Mapping[str, Any] = value
    return found


def _refuse_others(row: Mapping[str, Any], *known: str) -> None:
    """Refuse members that would be signed by nobody, or read by nobody."""
    if row.keys() - set(known):
        raise Refused("a line has a member that this software does not write")


def _signed_once(row: Mapping[str, Any], name: str) -> str:
    """Return a note with one signature: others could be added by anybody."""
    note = _string(row, name)
    if note.rpartition("\n\n")[2].count("\n") != 1:
        raise Refused("a note has more than the one signature of the key")
    return note


def _list(value: object, kind: type[Item]) -> list[Item]:
    if not isinstance(value, list) or not all(isinstance(each, kind) for each in value):
        raise Refused("a list is missing or damaged")
    return value


def _string(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise Refused(f"{name} is missing")
    return value


def _hash(value: object) -> bytes:
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise Refused("a hash is missing or damaged")
    return bytes.fromhex(value)


def _path(row: Mapping[str, Any], name: str) -> list[bytes]:
    return [_hash(each) for each in _list(row.get(name), str)]


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Refused("it is not UTF-8") from None


def _base64(text: str) -> bytes:
    try:
        raw = base64.b64decode(text.encode(), validate=True)
    except ValueError:
        raise Refused("base64 is damaged") from None
    if base64.b64encode(raw).decode() != text:
        raise Refused("base64 is damaged")
    return raw


def told(report: Report, *, trusted: bool, as_json: bool) -> str:
    """Return the report for a person, or as JSON."""
    if as_json:
        found = asdict(report) | {"holds": not report.faults, "key_given": trusted}
        return json.dumps(found, indent=2)
    lines = [f"{report.entries} entries, root {report.root}"]
    lines += [f"{report.checkpoints} checkpoints in it, {report.anchors} of yours"]
    lines += [f"signed by {report.key}"]
    if report.entry and not report.faults:
        lines += [report.entry.encode("ascii", "backslashreplace").decode()]
    if not trusted:
        lines += ["No key was given: compare this one with the key that the office gave you."]
    lines += [f"FAULT: {fault}" for fault in report.faults[:MOST_SHOWN]]
    if len(report.faults) > MOST_SHOWN:
        lines += [f"and {len(report.faults) - MOST_SHOWN} faults more; --json names all"]
    lines += ["It does not hold." if report.faults else f"The {report.kind} holds."]
    return "\n".join(lines)


def _refuse(says: str, code: int, *, as_json: bool) -> int:
    print(says, file=sys.stderr)
    if as_json:
        print(json.dumps({"holds": False, "faults": [says]}, indent=2))
    return code


def main(arguments: list[str]) -> int:
    """Run as a command."""
    parser = argparse.ArgumentParser(description="Check an antechamber audit bundle or proof.")
    parser.add_argument("file", type=Path, help="the bundle or proof")
    parser.add_argument("--key", help="the line that 'antechamber audit key' printed once")
    parser.add_argument("--anchor", type=Path, help="checkpoints that you collected earlier")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    given = parser.parse_args(arguments)
    try:
        data = given.file.read_bytes()
        anchors = given.anchor.read_bytes() if given.anchor else None
        key = read_key(given.key) if given.key else None
    except OSError as fault:
        parser.error(f"{fault.filename}: {fault.strerror}")
    except Refused as fault:
        parser.error(str(fault))
    try:
        report = check(data, key, anchors)
    except BadAnchors as fault:
        hint = (
            "" if key else " If they are as you collected them, it is of another key: give --key."
        )
        says = f"{given.anchor}, your own checkpoints: {fault}."
        return _refuse(f"{says} Nothing is said of {given.file}.{hint}", 2, as_json=given.json)
    except Refused as fault:
        return _refuse(f"{given.file}: {fault}. It does not hold.", 1, as_json=given.json)
    print(told(report, trusted=key is not None, as_json=given.json))
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
