"""A list is fetched whole, encrypted, in bounded time and size, or the file stays as it was."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from antechamber.screening.download import Bounds, NotFetched, Validators, fetch
from publisher import Publisher, publishing

QUICK = Bounds(size=1 << 20, silent=0.3, whole=0.5)
NOTHING_KNOWN = Validators()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as publisher:
        publisher.files["/list.xml"] = b"<list>" + b"x" * 4000 + b"</list>"
        yield publisher


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that was fetched before."""
    path = tmp_path / "list.xml"
    path.write_bytes(b"the copy before")
    return path


def test_a_file_is_written_whole_for_its_owner_only(publisher: Publisher, path: Path) -> None:
    fetch(publisher.url("/list.xml"), (), path, NOTHING_KNOWN, bounds=QUICK)
    assert path.read_bytes() == publisher.files["/list.xml"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["list.xml"]


def test_what_is_known_already_is_not_sent_again(publisher: Publisher, path: Path) -> None:
    known = fetch(publisher.url("/list.xml"), (), path, NOTHING_KNOWN, bounds=QUICK)
    assert known
    assert fetch(publisher.url("/list.xml"), (), path, known, bounds=QUICK) is None
    assert publisher.asked[1] == ("/list.xml", known.etag)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("cut short", "cut short"),
        ("a web page", "a web page came"),
        ("silent", "fell silent"),
        ("in drops", "took too long"),
        ("redirected elsewhere", "redirects to localhost"),
    ],
)
def test_a_bad_answer_leaves_the_file_as_it_was(
    publisher: Publisher, path: Path, how: str, said: str
) -> None:
    publisher.how = how
    with pytest.raises(NotFetched, match=said):
        fetch(publisher.url("/list.xml"), (), path, NOTHING_KNOWN, bounds=QUICK)
    assert path.read_bytes() == b"the copy before"
    assert [each.name for each in path.parent.iterdir()] == ["list.xml"]


def test_a_file_larger_than_any_list_is_given_up(publisher: Publisher, path: Path) -> None:
    with pytest.raises(NotFetched, match="larger"):
        fetch(publisher.url("/list.xml"), (), path, NOTHING_KNOWN, bounds=Bounds(size=1000))
    assert path.read_bytes() == b"the copy before"


def test_an_address_without_a_server_says_so(path: Path) -> None:
    with pytest.raises(NotFetched, match="no whole answer"):
        fetch("http://127.0.0.1:9/list.xml", (), path, NOTHING_KNOWN, bounds=QUICK)


def test_a_missing_file_says_what_the_server_answered(publisher: Publisher, path: Path) -> None:
    with pytest.raises(NotFetched, match="answered 404"):
        fetch(publisher.url("/other.xml"), (), path, NOTHING_KNOWN, bounds=QUICK)


@pytest.mark.parametrize(
    "url",
    ["http://example.org/list.xml", "ftp://example.org/list.xml", "file:///etc/hostname", "list"],
)
def test_nothing_is_fetched_unencrypted_but_from_this_machine(path: Path, url: str) -> None:
    with pytest.raises(NotFetched, match="https"):
        fetch(url, (), path, NOTHING_KNOWN, bounds=QUICK)
