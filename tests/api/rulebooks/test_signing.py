"""Who must sign a rulebook, and what no signature survives."""

from collections.abc import Mapping

import pytest

from antechamber.crypto.signatures import BadSigningKey, PublicKey, SigningKey
from antechamber.rulebooks.keyfiles import BadKeyFile, public_line, read_public
from antechamber.rulebooks.signing import (
    BadSignatures,
    Signature,
    Signatures,
    identify,
    read_signatures,
    sign,
    verify,
)
from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.rulebook import REVISION, SIGNATURES, load
from engagements import base
from signed_rules import Files, keys, signed, signed_by, trust, unsigned

PASSPHRASE = b"four words are long enough"


def check(files: Files, trusted: Mapping[str, PublicKey] | None = None) -> None:
    verify(files, load(files), trusted or trust())


def flipped(raw: bytes, bit: int) -> bytes:
    changed = bytearray(raw)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_two_signatures_by_the_trusted_keys_of_both_roles_are_good() -> None:
    check(signed())


def test_the_order_in_which_people_sign_does_not_matter() -> None:
    other_way = dict(reversed(list(keys().items())))
    assert signed_by(unsigned(), other_way)[SIGNATURES] == signed()[SIGNATURES]


def test_every_flipped_bit_of_the_signatures_is_refused() -> None:
    files, rulebook = signed(), load(signed())
    raw = files[SIGNATURES]
    for bit in range(8 * len(raw)):
        with pytest.raises(BadSignatures):
            verify({**files, SIGNATURES: flipped(raw, bit)}, rulebook, trust())


def test_a_flipped_bit_in_any_file_of_the_rules_is_refused() -> None:
    files = signed()
    rules = [p for p in files if p != SIGNATURES and not p.startswith("scenarios/")]
    assert {REVISION, "tables/exemptions.csv"} <= set(rules)
    assert len(rules) > 60
    for number, path in enumerate(rules):
        # Another place in each file, and in most a bit that keeps it a text.
        bit = 8 * (number * 131 % len(files[path])) + number % 3
        with pytest.raises((BadSignatures, BadPolicy, UnicodeDecodeError)):
            check({**files, path: flipped(files[path], bit)})


def test_a_changed_comment_is_refused_though_the_rules_mean_the_same() -> None:
    files = signed()
    page = "consent/CON-03-recording.toml"
    with pytest.raises(BadSignatures, match="changed after it was signed"):
        check({**files, page: files[page] + b"# harmless\n"})


@pytest.mark.parametrize(("gone", "added"), [("funders/FUN-03-names.toml", None), (None, "x.toml")])
def test_a_file_less_or_more_is_refused(gone: str | None, added: str | None) -> None:
    files = signed()
    files = {path: raw for path, raw in files.items() if path != gone}
    if added:
        files["process/MEL-98-new.toml"] = files["process/MEL-01-theory.toml"].replace(
            b"MEL-01", b"MEL-98"
        )
    with pytest.raises(BadSignatures, match="changed after it was signed"):
        check(files)


@pytest.mark.parametrize(
    "changes",
    [
        {"scenarios/cases.jsonl": b""},
        {"scenarios/cases.jsonl": None},
        {"scenarios/more.jsonl": b""},
        {"scenarios/base.json": b"{}"},
        {"NOTES.md": b"Read by nobody."},
        {"consent/README.md": b""},
    ],
)
def test_scenarios_and_notes_that_are_not_those_signed_are_refused(
    changes: Mapping[str, bytes | None],
) -> None:
    files = {path: raw for path, raw in {**signed(), **changes}.items() if raw is not None}
    assert load(files).digest == load(signed()).digest
    with pytest.raises(BadSignatures, match="scenarios or notes beside the rulebook were changed"):
        check(files)


def test_a_scenario_renamed_is_a_change_too() -> None:
    files = signed()
    files["scenarios/other.jsonl"] = files.pop("scenarios/cases.jsonl")
    with pytest.raises(BadSignatures, match="scenarios or notes"):
        check(files)


def test_what_lies_beside_reaches_neither_the_digest_of_the_rules_nor_a_verdict() -> None:
    bare = {path: raw for path, raw in unsigned().items() if not path.startswith("scenarios/")}
    assert load(bare).digest == load(signed()).digest
    assert decide(receive(base()), load(bare)).canonical() == decide(
        receive(base()), load(signed())
    ).canonical()  # fmt: skip


def test_who_signs_other_scenarios_drops_the_signatures_of_those_before() -> None:
    before = read_signatures(signed()[SIGNATURES])
    files = unsigned(changes={"scenarios/more.jsonl": b""})
    renewed = sign(identify(files, load(files)), "director", keys()["director"], before)
    assert [each.role for each in renewed.by] == ["director"]


def test_a_signature_of_the_rules_without_their_scenarios_is_refused_as_an_earlier_one() -> None:
    files = signed()
    lines = files[SIGNATURES].splitlines(keepends=True)
    earlier = b"".join(line for line in lines if not line.startswith(b"beside"))
    with pytest.raises(BadSignatures, match="of an earlier version; sign again"):
        check({**files, SIGNATURES: earlier})


def test_an_unsigned_rulebook_is_refused() -> None:
    with pytest.raises(BadSignatures, match="Nobody has signed"):
        check(unsigned())


@pytest.mark.parametrize("role", ["compliance", "director"])
def test_one_signature_is_refused(role: str) -> None:
    with pytest.raises(BadSignatures, match="needs one signature of"):
        check(signed_by(unsigned(), {role: keys()[role]}))


def test_one_key_does_not_sign_for_both_roles() -> None:
    key = SigningKey.random()
    with pytest.raises(BadSignatures, match="two people sign"):
        signed_by(unsigned(), {"compliance": key, "director": key})


def test_one_key_trusted_for_both_roles_is_refused_even_if_it_signed_for_both() -> None:
    key, files = SigningKey.random(), unsigned()
    of = identify(files, load(files))
    halves = [sign(of, role, key, None).by[0] for role in ("compliance", "director")]
    both = Signatures(of, tuple(halves))
    trusted = {"compliance": key.public, "director": key.public}
    with pytest.raises(BadSignatures, match="trusted for both roles"):
        check({**files, SIGNATURES: both.to_bytes()}, trusted)


def test_two_signatures_of_one_role_are_refused() -> None:
    files = unsigned()
    of = identify(files, load(files))
    twice = [sign(of, "compliance", key, None).by[0] for key in keys().values()]
    both = Signatures(of, tuple(twice))
    with pytest.raises(BadSignatures, match="one signature of compliance"):
        check({**files, SIGNATURES: both.to_bytes()})


def test_a_third_signature_is_refused() -> None:
    files = signed()
    before = read_signatures(files[SIGNATURES])
    third = sign(before.of, "auditor", SigningKey.random(), before)
    with pytest.raises(BadSignatures, match="signs no rulebooks"):
        check({**files, SIGNATURES: third.to_bytes()})


def test_a_signature_for_one_role_is_none_for_the_other() -> None:
    files = signed()
    found = read_signatures(files[SIGNATURES])
    swapped = {"compliance": "director", "director": "compliance"}
    moved = tuple(Signature(swapped[each.role], each.key, each.value) for each in found.by)
    changed = Signatures(found.of, moved).to_bytes()
    exchanged = {swapped[role]: key for role, key in trust().items()}
    with pytest.raises(BadSignatures, match="does not fit"):
        check({**files, SIGNATURES: changed}, exchanged)


def test_a_key_that_is_not_trusted_is_refused() -> None:
    stranger = {**keys(), "director": SigningKey.random()}
    with pytest.raises(BadSignatures, match=r"signed for director, .* is not the trusted one"):
        check(signed_by(unsigned(), stranger))


def test_signatures_of_one_revision_are_none_of_another() -> None:
    later = {**unsigned(3), SIGNATURES: signed(2)[SIGNATURES]}
    with pytest.raises(BadSignatures, match="changed after it was signed"):
        check(later)


def test_who_signs_a_changed_rulebook_drops_the_signatures_of_the_one_before() -> None:
    before = read_signatures(signed(2)[SIGNATURES])
    renewed = sign(identify(unsigned(3), load(unsigned(3))), "director", keys()["director"], before)
    assert [each.role for each in renewed.by] == ["director"]


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"digest = 1", b'digest = "x"\nrevision = 1\nsignature = [1]\n']
)
def test_what_is_no_file_of_signatures_is_refused(raw: bytes) -> None:
    with pytest.raises(BadSignatures, match="damaged"):
        read_signatures(raw)


def test_a_private_key_opens_with_its_passphrase_alone_and_never_shows() -> None:
    key = SigningKey.random()
    pem = key.to_pem(PASSPHRASE)
    assert b"ENCRYPTED PRIVATE KEY" in pem
    assert SigningKey.from_pem(pem, PASSPHRASE).public == key.public
    for wrong, phrase in ((pem, b"another"), (b"no key", PASSPHRASE), (pem[:-40], PASSPHRASE)):
        with pytest.raises(BadSigningKey):
            SigningKey.from_pem(wrong, phrase)
    assert repr(key) == "SigningKey(hidden)"


def test_public_lines_of_both_roles_make_a_trust_file() -> None:
    text = "\n".join(public_line(role, key) for role, key in trust().items())
    assert read_public(text) == trust()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no public key"),
        ("compliance ed25519", "line 1 is no public key"),
        ("compliance rsa AAAA", "line 1 is no public key"),
        ("\nauditor ed25519 AAAA", "line 2: compliance and director sign"),
        ("compliance ed25519 AAAA", "line 1: the key is damaged"),
        ("compliance ed25519 ....", "line 1: the key is damaged"),
    ],
)
def test_a_damaged_public_line_is_named(text: str, why: str) -> None:
    with pytest.raises(BadKeyFile, match=why):
        read_public(text)


def test_two_keys_of_one_role_in_a_file_are_refused() -> None:
    lines = [public_line("director", SigningKey.random().public) for _ in range(2)]
    with pytest.raises(BadKeyFile, match="line 2 names a second key"):
        read_public("\n".join(lines))
