"""`antechamber user` and `antechamber token`."""

from datetime import timedelta

import pytest

from antechamber.identity.problems import Unauthorised
from antechamber.identity.tokens import authenticate
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.work import Everywhere
from commands import Run, Said
from databases import NOW, OpenOffice
from walk import Walk

NAME = "Vesper Holloquist"


def add(run: Run, *roles: str, handle: str = "U-N1") -> Said:
    options = [part for role in roles for part in ("--role", role)]
    return run("user", "add", handle, "--name", NAME, *options)


def test_a_user_is_added_with_several_roles_and_the_name_is_not_shown(
    run: Run, place: Settings
) -> None:
    said = add(run, "compliance", "data_protection_officer")
    assert said.code == 0
    assert "U-N1" in said.out
    assert NAME not in said.out + said.err


def test_a_handle_is_given_once(run: Run, place: Settings) -> None:
    add(run, "compliance")
    said = add(run, "director")
    assert said.code == 1
    assert "Choose another" in said.err


@pytest.mark.parametrize("handle", ["two words", "9lives", "X" * 33, "u-n1", "U-N1 ", "U-N1\u200b"])
def test_a_handle_that_is_no_pseudonym_is_refused(run: Run, place: Settings, handle: str) -> None:
    said = add(run, "compliance", handle=handle)
    assert said.code == 2
    assert "pseudonym" in said.err


def test_a_role_that_is_none_is_refused_with_those_that_are(run: Run, place: Settings) -> None:
    said = add(run, "king")
    assert said.code == 2
    assert "gender_adviser" in said.err


def test_roles_that_must_be_two_people_are_refused_and_nobody_is_registered(
    run: Run, place: Settings
) -> None:
    assert add(run, "compliance", "auditor").code == 1
    assert add(run, "compliance").code == 0


@pytest.mark.parametrize("command", ["hold", "release"])
def test_nobody_can_be_given_a_role_under_an_unknown_handle(
    run: Run, place: Settings, command: str
) -> None:
    said = run("user", command, "U-X9", "--role", "director")
    assert said.code == 1
    assert "No user with this handle" in said.err


def test_releasing_a_reviewer_of_the_nexus_suspends_what_rests_on_the_review(
    run: Run, walk: Walk
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    walk.office.close()
    said = run("user", "release", "U-D1", "--role", "director")
    assert said.code == 0
    assert "1 initiative decided again" in said.err
    assert walk.state() == "suspended"


def test_giving_a_role_leaves_a_scheduled_session_where_it_is(run: Run, walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    walk.office.close()
    assert run("user", "hold", "U-D1", "--role", "deconfliction_officer").code == 0
    assert walk.state() == "scheduled"


def test_every_change_of_roles_is_in_the_log(run: Run, place: Settings) -> None:
    add(run, "compliance")
    run("user", "hold", "U-N1", "--role", "security_lead")
    run("user", "release", "U-N1", "--role", "security_lead")
    assert run("audit", "verify").out.startswith("3 entries")


def issued(run: Run, *options: object) -> str:
    said = run("token", "--user", "U-C1", "--role", "compliance", *options)
    assert said.code == 0
    assert "once" in said.err
    return said.out.strip()


def test_a_token_signs_its_user_in_until_it_expires(
    run: Run, walk: Walk, open_office: OpenOffice
) -> None:
    secret = issued(run, "--hours", 2)
    with walk.office.reading(Everywhere("test")) as work:
        actor = authenticate(work, secret)
    assert (actor.handle, actor.role, actor.initiative_id) == ("U-C1", "compliance", None)
    later = Office.open(walk.office.settings, clock=lambda: NOW + timedelta(hours=2))
    with later.reading(Everywhere("test")) as work, pytest.raises(Unauthorised):
        authenticate(work, secret)
    later.close()


@pytest.mark.parametrize("by", ["HARBOUR LIGHT", "id"])
def test_a_token_may_be_good_for_one_initiative_named_by_code_name_or_id(
    run: Run, walk: Walk, by: str
) -> None:
    wanted = str(walk.initiative) if by == "id" else by
    secret = issued(run, "--initiative", wanted)
    with walk.office.reading(Everywhere("test")) as work:
        assert authenticate(work, secret).initiative_id == walk.initiative


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--role", "director"), 1, "does not hold this role"),
        (("--role", "compliance", "--initiative", "NO SUCH"), 1, "No initiative"),
        (("--role", "compliance", "--hours", "2161"), 2, "90 days"),
        (("--role", "compliance", "--hours", "99999999999"), 2, "90 days"),
        (("--role", "compliance", "--hours", "0"), 2, "hours"),
    ],
)
def test_a_token_that_cannot_be_given_is_refused_with_the_reason(
    run: Run, walk: Walk, options: tuple[str, ...], code: int, words: str
) -> None:
    said = run("token", "--user", "U-C1", *options)
    assert said.code == code
    assert words in said.err
    assert "ante_" not in said.out
