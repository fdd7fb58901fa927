"""Keys, signatures and adoption as two officers do them on the command line."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from antechamber.crypto.signatures import SigningKey
from antechamber.documents import store
from antechamber.documents.parameters import ProposedParameter, SetParameter
from antechamber.policies import PROGRAMMES
from antechamber.rulebooks import redeciding, service
from antechamber.rulebooks.candidates import Candidate
from antechamber.rulebooks.current import NoRulebook
from antechamber.settings import Settings
from antechamber.tables import OfficeRow
from antechamber.work import Everywhere
from antechamber_compliance.rulebook import REVISION, SIGNATURES, load
from commands import Run
from databases import NOW, OpenOffice
from signed_rules import (
    CASES,
    candidate,
    keys,
    signed,
    signed_by,
    stricter,
    trust,
    unsigned,
    write,
    write_public,
)
from walk import Walk

Made = Callable[..., Path]


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text("four words are long enough\n")
    return path


@pytest.fixture
def made(run: Run, tmp_path: Path, passphrase: Path) -> Made:
    """Make a key of a role."""

    def making(role: str, name: str = "") -> Path:
        out = tmp_path / (name or f"{role}.key")
        said = run(
            "rules", "keys", "new", "--role", role, "--out", out, "--passphrase-file", passphrase
        )
        assert said.code == 0, said.err
        return out

    return making


def public(key: Path) -> Path:
    return key.with_name(key.name + ".pub")


def test_two_officers_sign_and_put_a_rulebook_in_force(
    run: Run, place: Settings, made: Made, passphrase: Path, tmp_path: Path
) -> None:
    folder = write(tmp_path / "rules", unsigned())
    holders = {role: made(role) for role in ("compliance", "director")}
    for role, key in holders.items():
        said = run(
            "rules", "sign", folder, "--role", role, "--key", key, "--passphrase-file", passphrase
        )
        assert said.code == 0, said.err
        assert ("still to sign: director" in said.out) is (role == "compliance")
    trusted = [word for key in holders.values() for word in ("--trust", public(key))]
    assert "signed by compliance and director: good" in run("rules", "verify", folder, *trusted).out
    assert run("rules", "status").out.startswith("In force   as it ships")
    for role, key in holders.items():
        assert run("rules", "trust", role, public(key)).code == 0
    assert run("rules", "verify", folder).code == 0
    adopted = run("rules", "adopt", folder)
    assert (adopted.code, "revision 2" in adopted.out) == (0, True), adopted.err
    status = run("rules", "status")
    assert status.code == 0
    assert "adopted, with both signatures" in status.out
    assert "revision 2" in status.out


def test_a_private_key_is_for_its_owner_alone_and_never_overwritten(
    run: Run, made: Made, passphrase: Path
) -> None:
    key = made("director")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert b"ENCRYPTED PRIVATE KEY" in key.read_bytes()
    assert public(key).read_text().startswith("director ed25519 ")
    again = run(
        "rules", "keys", "new", "--role", "director", "--out", key, "--passphrase-file", passphrase
    )
    assert (again.code, "is not overwritten" in again.err) == (2, True)


def test_a_short_passphrase_is_refused(run: Run, tmp_path: Path, passphrase: Path) -> None:
    passphrase.write_text("fifteen letters\n")
    said = run(
        "rules",
        "keys",
        "new",
        "--role",
        "director",
        "--out",
        tmp_path / "k",
        "--passphrase-file",
        passphrase,
    )
    assert (said.code, "too short" in said.err) == (2, True)
    assert not (tmp_path / "k").exists()


def test_a_key_that_others_may_read_or_that_does_not_open_signs_nothing(
    run: Run, made: Made, passphrase: Path, tmp_path: Path
) -> None:
    folder, key = write(tmp_path / "rules", unsigned()), made("director")
    sign = ("rules", "sign", folder, "--role", "director", "--key", key, "--passphrase-file")
    other = tmp_path / "other"
    other.write_text("another passphrase of twenty\n")
    assert "the passphrase is another" in run(*sign, other).err
    key.chmod(0o644)
    assert "chmod 600" in run(*sign, passphrase).err
    assert (
        "is no file"
        in run("rules", "sign", folder, "--role", "director", "--key", tmp_path / "no").err
    )
    assert not (folder / SIGNATURES).exists()


def test_one_key_does_not_sign_for_both_roles(
    run: Run, made: Made, passphrase: Path, tmp_path: Path
) -> None:
    folder, key = write(tmp_path / "rules", unsigned()), made("director")
    for role, code in (("director", 0), ("compliance", 1)):
        said = run(
            "rules", "sign", folder, "--role", role, "--key", key, "--passphrase-file", passphrase
        )
        assert said.code == code
    assert "two people sign" in said.err


def test_rules_without_a_revision_or_that_cannot_be_obeyed_are_not_signed(
    run: Run, made: Made, passphrase: Path, tmp_path: Path
) -> None:
    files = unsigned()
    del files[REVISION]
    bare = write(tmp_path / "bare", files)
    broken = write(tmp_path / "broken", {**unsigned(), "process/MEL-97.toml": b"id = 1\n"})
    key = made("director")
    for folder, words in (
        (bare, "no revision"),
        (broken, "MEL-97.toml"),
        (tmp_path / "x", "no folder"),
    ):
        said = run(
            "rules",
            "sign",
            folder,
            "--role",
            "director",
            "--key",
            key,
            "--passphrase-file",
            passphrase,
        )
        assert said.code != 0
        assert words in said.err


def test_a_flipped_bit_an_older_revision_and_one_signature_are_refused(
    run: Run, place: Settings, tmp_path: Path
) -> None:
    pubs = write_public(tmp_path / "pub").values()
    trusted = [word for path in pubs for word in ("--trust", path)]
    assert run("rules", "adopt", write(tmp_path / "3", signed(3)), *trusted).code == 0
    page = "consent/CON-03-recording.toml"
    changed = {**signed(4), page: signed(4)[page].replace(b"Nobody", b"Nobodx", 1)}
    half = signed_by(unsigned(4), {"director": keys()["director"]})
    emptied = {**signed(4), CASES: signed(4)[CASES].split(b"\n")[0]}
    for name, files, words in (
        ("changed", changed, "changed after it was signed"),
        ("emptied", emptied, "scenarios or notes beside the rulebook were changed"),
        ("older", signed(2), "revision 3 was in force"),
        ("half", half, "needs one signature of compliance"),
        ("none", unsigned(4), "Nobody has signed"),
    ):
        said = run("rules", "adopt", write(tmp_path / name, files))
        assert (said.code, words in said.err) == (1, True), (name, said.err)
    assert "revision 3" in run("rules", "status").out


def test_an_adoption_suspends_what_it_denies_and_says_how_many_were_decided(
    run: Run, walk: Walk, tmp_path: Path
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    with walk.office.work(Everywhere("officer")) as work:
        service.adopt(work, stricter(), trust())
    # The next command on the office finishes what this process has left.
    assert run("rules", "status").code == 0
    assert walk.state() == "suspended"


def test_trusting_a_key_says_that_everything_is_denied_from_now_on(
    run: Run, walk: Walk, tmp_path: Path
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    pubs = write_public(tmp_path / "pub")
    said = run("rules", "trust", "director", pubs["director"])
    assert "Everything is denied until then" in said.out
    assert walk.state() == "suspended"
    status = run("rules", "status")
    assert (status.code, "NONE: everything is denied" in status.out) == (1, True)
    wrong = run("rules", "trust", "compliance", pubs["director"])
    assert (wrong.code, "not of compliance" in wrong.err) == (2, True)


def test_a_key_of_the_other_role_is_not_trusted(run: Run, place: Settings, tmp_path: Path) -> None:
    pubs = write_public(tmp_path / "pub")
    run("rules", "trust", "director", pubs["director"])
    forged = tmp_path / "forged.pub"
    forged.write_text(pubs["director"].read_text().replace("director", "compliance"))
    said = run("rules", "trust", "compliance", forged)
    assert (said.code, "two people sign" in said.err) == (1, True)


def test_a_change_of_roles_is_remembered_until_all_is_decided_again(
    run: Run, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    with monkeypatch.context() as patch:
        patch.setattr(redeciding, "run", lambda *_: 0)
        said = run("user", "release", "U-D1", "--role", "director")
    assert (said.code, "the next command tries" in said.err) == (1, True)
    with walk.office.reading(Everywhere("test")) as work:
        assert redeciding.pending(work) is not None
    run("rules", "status")
    with walk.office.reading(Everywhere("test")) as work:
        assert redeciding.pending(work) is None


def test_the_parameters_are_listed_with_what_the_organisation_set(
    run: Run, place: Settings, open_office: OpenOffice
) -> None:
    office = open_office(place)
    with office.work(Everywhere("officer")) as work:
        row = work.session.get_one(OfficeRow, office.id)
        said: dict[str, Any] = {"reason": "Why not.", "by": "U-C1", "at": NOW}
        update = {
            "parameters": {
                "GEN-01.women_floor_pct": SetParameter(value=40, **said),
                "XXX-01.gone": SetParameter(value=1, **said),
            },
            "proposals": {"GEN-01.min_seats": ProposedParameter(value=5, **said)},
        }
        store.save_office(work, row, store.load_office(work, row).model_copy(update=update))
    said_today = run("rules", "params").out
    assert said_today.startswith("For sessions that start on 2026-11-")
    shown = [line.split() for line in said_today.splitlines()]
    lines = {words[0]: words for words in shown if "-" in words[0]}
    assert lines["GEN-01.women_floor_pct"][1:5] == ["30", "40", "40", "20"]
    assert lines["GEN-01.women_floor_pct"][-1] == "2026-01-01"
    assert lines["XXX-01.gone"][1:4] == ["unknown:", "remove", "it"]
    assert "(proposed)" in lines["GEN-01.min_seats"]
    assert set(lines) == {*candidate().rulebook.parameters(), "XXX-01.gone"}
    assert run("rules", "params", "--on", "2026-13-01").code == 2
    earlier = run("rules", "params", "--on", "2020-01-01").out
    assert earlier.startswith("For sessions that start on 2020-01-01\n")
    assert "2026-01-01" not in earlier


def test_lists_are_read_with_the_programmes_of_the_rulebook_in_force(
    place: Settings, open_office: OpenOffice
) -> None:
    office, files = open_office(place), unsigned()
    head, *rows = files[PROGRAMMES].splitlines(keepends=True)
    fewer = head + b"".join(rows[1:])
    changed = signed(2, {PROGRAMMES: fewer})
    with office.reading(Everywhere("test")) as work:
        before = office.rules.regimes(work).rows
    with office.work(Everywhere("officer")) as work:
        service.adopt(work, Candidate(changed, load(changed), 0), trust())
    with office.reading(Everywhere("test")) as work:
        assert len(office.rules.regimes(work).rows) == len(before) - 1
    with office.work(Everywhere("administrator")) as work:
        service.trust(work, "director", SigningKey.random().public)
    with pytest.raises(NoRulebook), office.reading(Everywhere("test")) as work:
        office.rules.regimes(work)
