import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from antechamber.crypto.keyring import Keyring, create_keyring, open_keyring, read_keyring
from antechamber.crypto.keys import Key
from antechamber.crypto.office_keys import Recovery
from antechamber.crypto.providers import FileKey
from antechamber.crypto.recovery import recovery_public
from antechamber.errors import NotReady
from databases import NOW


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "office.key"


@pytest.fixture
def keyring(tmp_path: Path) -> Path:
    return tmp_path / "office.keyring"


def test_a_keyring_opens_with_its_key_file(key_file: Path, keyring: Path) -> None:
    made = create_keyring(keyring, FileKey.create(key_file))
    opened = open_keyring(keyring, FileKey(key_file))
    assert opened.office == made.office
    assert opened.root.matches(made.root.check)
    assert opened.file_key().matches(made.file_key().check)


def test_no_key_is_in_the_keyring_in_the_clear(key_file: Path, keyring: Path) -> None:
    made = create_keyring(keyring, FileKey.create(key_file))
    content = keyring.read_bytes()
    for key in (made.root, made.wrapping[0].key, made.file_key()):
        raw = key.expose()
        assert not any(form in content for form in (raw, raw.hex().encode(), b64encode(raw)))
    assert "hidden" in repr(made)


def test_another_key_file_is_refused(tmp_path: Path, key_file: Path, keyring: Path) -> None:
    create_keyring(keyring, FileKey.create(key_file))
    other = FileKey.create(tmp_path / "other.key")
    with pytest.raises(NotReady, match="ANTECHAMBER_KEY_FILE"):
        open_keyring(keyring, other)


def test_a_keyring_of_another_office_is_refused(key_file: Path, keyring: Path) -> None:
    create_keyring(keyring, FileKey.create(key_file))
    content = json.loads(keyring.read_text())
    content["office"] = "00000000-0000-4000-8000-000000000000"
    keyring.write_text(json.dumps(content))
    with pytest.raises(NotReady):
        open_keyring(keyring, FileKey(key_file))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("content", b64encode(bytes(256)).decode()),
        ("content", "not base64"),
        ("wraps", None),
        ("wraps", [{"by": "file"}]),
        ("office", "not an id"),
    ],
)
def test_a_damaged_keyring_is_refused(
    key_file: Path, keyring: Path, field: str, value: object
) -> None:
    create_keyring(keyring, FileKey.create(key_file))
    content = json.loads(keyring.read_text())
    keyring.write_text(json.dumps(content | {field: value}))
    with pytest.raises(NotReady, match="damaged"):
        open_keyring(keyring, FileKey(key_file))


@pytest.mark.parametrize("text", ["", "[]", "7", "{"])
def test_a_keyring_that_is_none_is_refused(key_file: Path, keyring: Path, text: str) -> None:
    keyring.write_text(text)
    keyring.chmod(0o600)
    with pytest.raises(NotReady, match="damaged"):
        open_keyring(keyring, FileKey.create(key_file))


def test_a_keyring_of_a_later_format_asks_for_later_code(key_file: Path, keyring: Path) -> None:
    create_keyring(keyring, FileKey.create(key_file))
    keyring.write_text(json.dumps(json.loads(keyring.read_text()) | {"format": 4}))
    with pytest.raises(NotReady, match="newer antechamber"):
        open_keyring(keyring, FileKey(key_file))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666, 0o610])
def test_a_key_file_that_others_may_read_is_refused_with_the_cure(
    key_file: Path, mode: int
) -> None:
    FileKey.create(key_file)
    key_file.chmod(mode)
    with pytest.raises(NotReady, match="chmod 600"):
        FileKey(key_file)


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_a_key_file_of_another_length_is_refused(key_file: Path, content: bytes) -> None:
    FileKey.create(key_file)
    key_file.write_bytes(content)
    with pytest.raises(NotReady, match=f"{len(content)} bytes"):
        FileKey(key_file)


def test_a_missing_key_file_is_refused_with_the_cure(key_file: Path) -> None:
    with pytest.raises(NotReady, match="Put it back"):
        FileKey(key_file)


def test_neither_key_file_nor_keyring_is_overwritten(key_file: Path, keyring: Path) -> None:
    provider = FileKey.create(key_file)
    create_keyring(keyring, provider)
    before = key_file.read_bytes(), keyring.read_bytes()
    with pytest.raises(NotReady, match="not overwritten"):
        FileKey.create(key_file)
    with pytest.raises(NotReady, match="not overwritten"):
        create_keyring(keyring, provider)
    assert (key_file.read_bytes(), keyring.read_bytes()) == before


def test_no_refusal_shows_the_bytes_of_a_key(key_file: Path, keyring: Path) -> None:
    provider = FileKey.create(key_file)
    secret = key_file.read_bytes()
    create_keyring(keyring, provider)
    key_file.write_bytes(secret + b"!")
    with pytest.raises(NotReady) as caught:
        FileKey(key_file)
    assert str(secret) not in str(caught.value)
    assert secret.hex() not in str(caught.value)
    assert Key(secret).expose() == secret


class Overtaken(Keyring):
    """Lets other threads come in before and after each of this one's assignments."""

    others: Callable[[str], None] | None = None

    def __setattr__(self, name: str, value: object) -> None:
        if self.others and name != "others":
            self.others("before")
        super().__setattr__(name, value)
        if self.others and name != "others":
            self.others("after")


def test_old_keys_never_stand_in_for_newer_ones_however_threads_interleave(
    key_file: Path, keyring: Path
) -> None:
    provider = FileKey.create(key_file)
    newer = create_keyring(keyring, provider).with_newer("roots", datetime(2027, 1, 1, tzinfo=UTC))
    ring = Overtaken(keyring, lambda: provider)
    moments: list[str] = []

    def others(moment: str) -> None:
        ring.others = None  # the others run through
        if not moments:
            ring.write(newer)  # as another process does it, while this one holds what it read
        moments.append(moment)
        assert len(ring.keys().roots) == 2
        ring.others = others

    ring.others = others
    ring.keys()
    assert moments[:2] == ["before", "after"]
    assert len(ring.keys().roots) == 2


@pytest.mark.parametrize("spoil", ["taken away", "flipped", "doubled"])
def test_what_the_recovery_shares_open_is_missed_where_it_is_not_as_written(
    key_file: Path, keyring: Path, spoil: str
) -> None:
    made, provider = create_keyring(keyring, FileKey.create(key_file)), FileKey(key_file)
    public = recovery_public(Key.random())
    ring = Keyring(keyring, lambda: provider)
    ring.write(replace(made, recovery=Recovery(public, 2, 3, NOW)))
    assert read_keyring(keyring).keeps_recovery(ring.keys())
    written = json.loads(keyring.read_text())
    wrap = written["wraps"].pop()
    if spoil != "taken away":
        raw = bytearray(b64decode(wrap["wrapped"]))
        raw[20] ^= spoil == "flipped"
        written["wraps"] += [{**wrap, "wrapped": b64encode(raw).decode()}]
    if spoil == "doubled":
        written["wraps"].append(wrap)
    keyring.write_text(json.dumps(written))
    assert not read_keyring(keyring).keeps_recovery(ring.keys())


def test_a_keyring_without_recovery_shares_misses_none(key_file: Path, keyring: Path) -> None:
    made = create_keyring(keyring, FileKey.create(key_file))
    assert read_keyring(keyring).keeps_recovery(made)


def test_a_key_file_that_is_a_pipe_keeps_nobody_waiting(key_file: Path) -> None:
    key_file.parent.mkdir()
    os.mkfifo(key_file, 0o600)
    with pytest.raises(NotReady, match="is no file"):
        FileKey(key_file)


def test_a_keyring_of_deep_json_is_damaged(key_file: Path, keyring: Path) -> None:
    create_keyring(keyring, FileKey.create(key_file))
    keyring.write_text("[" * 100_000)
    with pytest.raises(NotReady, match="damaged"):
        open_keyring(keyring, FileKey(key_file))


def test_a_keyring_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, key_file: Path, keyring: Path
) -> None:
    create_keyring(keyring, FileKey.create(key_file))
    old, new = FileKey(key_file), FileKey.create(tmp_path / "newer.key")
    given = iter([old, new])

    def provider() -> FileKey:
        key = next(given)
        if key is old:  # and now, before the keyring is read, another process goes on to the new
            Keyring(keyring, lambda: new).write(read_keyring(keyring).unlock(old))
        return key

    read = Keyring(keyring, provider).keys()
    assert read.to_bytes() == read_keyring(keyring).unlock(new).to_bytes()
    with pytest.raises(NotReady, match="does not open"):  # one that stays as it is, is refused
        Keyring(keyring, lambda: old).keys()
