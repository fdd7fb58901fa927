"""A recovery key in shares: enough of them give it back, anything else is named."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from antechamber.crypto import shamir, shares
from antechamber.crypto.keys import Key
from antechamber.crypto.shares import ALPHABET, BadShare, Share, combine, read, split


def test_every_element_but_zero_has_an_inverse() -> None:
    for a in range(1, 256):
        assert shamir.multiply(a, shamir.inverse(a)) == 1


def test_multiplication_is_that_of_aes() -> None:
    assert shamir.multiply(0x57, 0x83) == 0xC1  # FIPS 197, section 4.2
    for a in range(256):
        assert [shamir.multiply(a, 0), shamir.multiply(a, 1)] == [0, a]
        for b in range(256):
            assert shamir.multiply(a, b) == shamir.multiply(b, a)


@pytest.mark.parametrize(("threshold", "count"), [(2, 2), (2, 5), (3, 5), (5, 5), (4, 7)])
def test_any_threshold_of_the_shares_gives_the_secret_and_one_fewer_does_not(
    threshold: int, count: int
) -> None:
    secret = bytes(range(256))  # every byte there is
    parts = shamir.split(secret, threshold=threshold, count=count)
    for chosen in combinations(parts, threshold):
        assert shamir.combine({x: parts[x] for x in chosen}) == secret
    for chosen in combinations(parts, threshold - 1):
        assert shamir.combine({x: parts[x] for x in chosen}) != secret


def test_one_share_fewer_fits_every_secret_equally() -> None:
    """Whatever the missing share were, another secret would come out: the rest tells nothing."""
    parts = shamir.split(b"\x2a", threshold=3, count=3)
    secrets = {
        shamir.combine({1: parts[1], 2: parts[2], 3: bytes([guess])}) for guess in range(256)
    }
    assert len(secrets) == 256


@pytest.mark.parametrize(("threshold", "count"), [(1, 3), (0, 3), (4, 3), (2, 256)])
def test_a_splitting_that_protects_nothing_is_refused(threshold: int, count: int) -> None:
    with pytest.raises(ValueError, match="2 or more"):
        split(Key.random(), threshold=threshold, count=count)


def made(threshold: int = 3, count: int = 5) -> tuple[Key, list[Share]]:
    key = Key.random()
    return key, split(key, threshold=threshold, count=count)


def test_a_printed_share_is_read_back_however_it_is_spaced() -> None:
    key, printed = made()
    typed = [share.text for share in printed]
    typed[0] = typed[0].replace("\n", " ").replace(" ", "").lower()
    typed[1] = typed[1].replace(" ", "-").replace("0", "O").replace("1", "l")
    found = [read(text, f"Share {n}") for n, text in enumerate(typed, 1)]
    assert found == printed
    assert combine(found[:3]).matches(key.check)


def test_every_single_wrong_character_is_refused_and_nearly_all_are_placed() -> None:
    text = made()[1][0].text
    placed = tried = 0
    for at, right in enumerate(text):
        for wrong in ALPHABET if right not in " \n" else "":
            if wrong == right:
                continue
            tried += 1
            with pytest.raises(BadShare, match="Share 1") as caught:
                read(text[:at] + wrong + text[at + 1 :], "Share 1")
            group = len(text[: at + 1].split())
            placed += f"group {group} " in str(caught.value)
    assert tried == 90 * 31
    assert placed / tried > 0.95


def test_two_groups_swapped_are_refused() -> None:
    groups = made()[1][0].text.split()
    for a, b in combinations(range(len(groups)), 2):
        swapped = list(groups)
        swapped[a], swapped[b] = groups[b], groups[a]
        if swapped != groups:
            with pytest.raises(BadShare):
                read(" ".join(swapped), "Share 1")


@pytest.mark.parametrize("length", [0, 1, 17])
def test_a_share_cut_short_says_how_much_is_there(length: int) -> None:
    text = " ".join(made()[1][0].text.split()[:length])
    with pytest.raises(BadShare, match=f"{length} groups instead of 18"):
        read(text, "Share 1")


def test_too_few_shares_are_counted_and_the_same_one_twice_is_one() -> None:
    _, printed = made()
    with pytest.raises(BadShare, match="2 of the 3"):
        combine(printed[:2])
    with pytest.raises(BadShare, match="2 of the 3"):
        combine([printed[0], printed[1], printed[0]])
    with pytest.raises(BadShare, match="No share"):
        combine([])


def test_shares_of_two_sets_are_named_as_such() -> None:
    (_, one), (_, other) = made(), made()
    with pytest.raises(BadShare, match="Shares 1 and 3 are of two different sets"):
        combine([one[0], one[1], other[2]])


def test_a_share_that_was_altered_with_its_checks_gives_no_key() -> None:
    _, printed = made()
    forged = shares.Share(printed[0].set_id, 3, 5, printed[0].number, bytes(32))
    with pytest.raises(BadShare, match="do not belong together"):
        combine([read(forged.text, "Share 1"), *printed[1:3]])


def test_a_share_does_not_print_itself() -> None:
    share = made()[1][0]
    assert share.value.hex() not in repr(share)
    assert share.text[:5] not in repr(share)


@pytest.mark.parametrize(
    "claims", [{"threshold": 0}, {"threshold": 1}, {"threshold": 6}, {"number": 0}, {"number": 6}]
)
def test_a_share_that_claims_what_no_splitting_makes_is_refused(claims: dict[str, Any]) -> None:
    share = split(Key.random(), threshold=3, count=5)[0]
    with pytest.raises(BadShare, match="none that this software made"):
        read(replace(share, **claims).text, "Share 1")
