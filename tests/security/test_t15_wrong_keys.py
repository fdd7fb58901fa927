"""T15: a wrong key is refused before anything is deciphered with it, at every level."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import select

from antechamber.crypto.keyring import create_keyring, read_keyring
from antechamber.crypto.keys import Key, Label
from antechamber.crypto.providers import FileKey
from antechamber.crypto.sealing import NONCE_BYTES, Place, Sealed, Sealer, Unsealable
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.tables import InitiativeRow, KeyRow
from antechamber.vault import initiative_key
from antechamber.work import Everywhere
from two_keys import sealed_for_both
from walk import prepare

PLACE = Place(office=UUID(int=1), table="participant", row="1", column="identity")
Asked = list[bytes]
CameOut = Callable[[str, str, str], None]
REFUSED = "refused before anything was deciphered with it"


@pytest.fixture
def deciphered(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the cipher was asked to decipher."""
    asked: Asked = []

    class Watched:
        def __init__(self, key: bytes) -> None:
            self._real = AESGCM(key)

        def encrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
            return self._real.encrypt(nonce, data, bound)

        def decrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
            asked.append(data)
            return self._real.decrypt(nonce, data, bound)

    monkeypatch.setattr("antechamber.crypto.sealing.AESGCM", Watched)
    return asked


def seal_key(key: Key) -> bytes:
    return key.derive(Label.SEAL).expose()


def crafted(one: Key, other: Key, named: Sealer) -> Sealed:
    """A value that the bare cipher opens under both keys, in our format, naming one of them."""
    header = bytes([1, 1]) + named.key_id + bytes(NONCE_BYTES)
    bound = PLACE.bound(header)
    body = sealed_for_both(seal_key(one), seal_key(other), bytes(NONCE_BYTES), bound)
    for key in (one, other):
        AESGCM(seal_key(key)).decrypt(bytes(NONCE_BYTES), body, bound)  # it does open under both
    return Sealed(header + body)


def test_a_value_made_to_open_under_two_keys_opens_under_the_one_it_names_at_most(
    deciphered: Asked, came_out: CameOut
) -> None:
    tried = refused = 0
    for _ in range(20):
        one, other = Key.random(), Key.random()
        for named, wrong in ((one, other), (other, one)):
            value = crafted(one, other, Sealer(named))
            deciphered.clear()
            tried += 1
            with pytest.raises(Unsealable):
                Sealer(wrong).open(value, place=PLACE)
            refused += not deciphered
    came_out(
        "T15",
        f"{tried} values crafted to open under two keys, given the one that they do not name",
        f"{refused} refused before anything was deciphered",
    )
    assert refused == tried


def test_another_data_key_is_refused_before_it_deciphers_anything(
    deciphered: Asked, came_out: CameOut
) -> None:
    sealed = Sealer(Key.random()).seal(b"Ilse Varga", place=PLACE)
    with pytest.raises(Unsealable):
        Sealer(Key.random()).open(sealed, place=PLACE)
    assert deciphered == []
    came_out("T15", "a value given another data key", REFUSED)


def test_another_key_of_keys_is_refused_before_it_deciphers_anything(
    tmp_path: Path, deciphered: Asked, came_out: CameOut
) -> None:
    create_keyring(tmp_path / "ring", FileKey.create(tmp_path / "right.key"))
    wrong = FileKey.create(tmp_path / "wrong.key")
    with pytest.raises(NotReady, match="does not open this office's keyring"):
        read_keyring(tmp_path / "ring").unlock(wrong)
    assert deciphered == []
    came_out("T15", "a keyring given another key of keys", REFUSED)


def test_a_wrapped_key_that_is_not_the_one_committed_to_is_never_used(
    sqlcipher_office: Office, deciphered: Asked, came_out: CameOut
) -> None:
    """Somebody with the wrapping key swaps an initiative's key: its check value is another's."""
    walk = prepare(sqlcipher_office)
    with sqlcipher_office.work(Everywhere("thief")) as work:
        row = work.session.exec(select(KeyRow).where(KeyRow.id == walk.initiative)).one()
        sealer = work.vault.wrapper(None)
        place = Place(office=sqlcipher_office.id, table="key", row=f"{row.id}:1", column="wrapped")
        row.wrapped = sealer.seal(b"\x01" + Key.random().expose(), place=place)
        work.session.add(row)
    deciphered.clear()
    with sqlcipher_office.reading(Everywhere("test")) as work:
        document = work.session.get_one(InitiativeRow, walk.initiative)
        with pytest.raises(Unsealable):
            work.open(document, "document", key=initiative_key(walk.initiative))
    assert document.document.blob[22:] not in deciphered
    came_out("T15", "an initiative's wrapped key exchanged for another, wrapped rightly", REFUSED)


def test_the_wrap_of_another_office_is_refused(tmp_path: Path) -> None:
    key, ring = FileKey.create(tmp_path / "office.key"), Key.random()
    wrapped = key.wrap(ring, office=uuid4())
    with pytest.raises(NotReady):
        key.unwrap(wrapped, office=uuid4())
