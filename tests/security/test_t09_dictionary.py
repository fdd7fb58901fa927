"""T9: a keyed index cannot be looked up in a dictionary."""

import hmac
import random
from collections.abc import Callable, Iterator
from hashlib import md5, sha1, sha256
from uuid import UUID

from sqlalchemy import text

from antechamber.crypto.blind import blind_index
from antechamber.crypto.keys import KEY_BYTES, Key
from antechamber.office import Office
from antechamber.tables import InitiativeRow, ParticipantRow, metadata
from antechamber.vault import participant_key
from antechamber.work import Everywhere

HASHES = (md5, sha1, sha256)
FIRST, LAST = ("merrin", "ilse", "tahira", "joren"), ("vandoral", "quorrimond", "askel", "brand")


def dictionary(size: int) -> list[str]:
    """Return addresses as people choose them."""
    return [f"{FIRST[n % 4]}.{LAST[n // 4 % 4]}{n}@example.org" for n in range(size)]


def fill(office: Office, addresses: list[str]) -> UUID:
    with office.work(Everywhere("test")) as work:
        home = InitiativeRow()
        work.seal(home, "document", b"home", key=work.new_initiative_key(home.id))
        work.session.add(home)
        work.session.flush()  # people refer to it
        for address in addresses:
            row = ParticipantRow(initiative_id=home.id, key_id=work.new_participant_key(home.id))
            for column in ("identity", "file"):
                key = participant_key(home.id, row.key_id)
                work.seal(row, column, address.encode(), key=key)
            row.email_index = blind_index(
                work.keys.root, address, initiative=home.id, column="email"
            )
            work.session.add(row)
        return home.id


def dumped(office: Office) -> Iterator[bytes]:
    """Yield every short value of every column: what a dump holds, salts and keys to try."""
    with office.reading(Everywhere("test")) as work:
        for table in metadata.sorted_tables:
            for row in work.session.execute(table.select()):
                for value in row:
                    raw = getattr(value, "bytes", getattr(value, "blob", value))
                    if isinstance(raw, bytes):
                        yield raw[:64]


def indexes(office: Office) -> set[bytes]:
    question = text("SELECT email_index FROM participant WHERE email_index IS NOT NULL")
    with office.reading(Everywhere("test")) as work:
        return {bytes(row[0]) for row in work.session.execute(question)}


def guesses(word: str, salts: list[bytes]) -> Iterator[bytes]:
    """Yield what somebody who has the code and no key could take the index of a word for."""
    raw = word.encode()
    for make in HASHES:
        yield make(raw).digest()
    for salt in salts:
        yield sha256(salt + raw).digest()
        yield hmac.digest(salt, raw, "sha256")


def recovered(found: set[bytes], words: list[str], salts: list[bytes], width: int) -> int:
    return sum(any(guess[:width] in found for guess in guesses(word, salts)) for word in words)


def recovered_by_our_own(found: set[bytes], words: list[str], roots: list[Key], home: UUID) -> int:
    """Count what our own index finds with these in place of the office's root."""
    return sum(
        any(blind_index(root, word, initiative=home, column="email") in found for root in roots)
        for word in words
    )


def test_a_dictionary_that_holds_every_address_recovers_none(
    sqlcipher_office: Office,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    people, size = figure(100, 1_000), figure(20_000, 200_000)
    words = dictionary(size)
    stored = random.Random(9).sample(words, people)
    home = fill(sqlcipher_office, stored)
    values = list(dict.fromkeys(dumped(sqlcipher_office)))
    salts = values[:3] + random.Random(1).sample(values, 5)
    found = indexes(sqlcipher_office)
    assert len(found) == people
    hits = recovered(found, words, salts, width=len(next(iter(found))))
    long = [value[:KEY_BYTES] for value in values if len(value) >= KEY_BYTES]
    roots = [Key(value) for value in [bytes(KEY_BYTES), *long[-2:]]]
    hits += recovered_by_our_own(found, words, roots, home)
    right = recovered_by_our_own(found, stored, [sqlcipher_office.keys.root], home)
    came_out(
        "T9",
        f"a dictionary of {size:,} with all {people:,} addresses in it: plain hashes, hashes keyed"
        f" with {len(salts)} values of the dump, and our own index under {len(roots)} guessed keys",
        f"{hits} of {people:,} recovered; {right:,} with the office's key",
    )
    assert (hits, right) == (0, people)


def test_the_same_dictionary_recovers_every_address_from_plain_hashes() -> None:
    words = dictionary(2_000)
    plain = {sha256(word.encode()).digest() for word in words[::2]}
    assert recovered(plain, words, [], width=32) == len(plain)
