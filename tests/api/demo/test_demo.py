"""The demonstration shows the gate at work, and nothing that it must not show."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from antechamber.cli import demo as command
from antechamber.cli.demo import demo
from antechamber.demo.data import Gathering, read_story
from antechamber.demo.outcomes import Seen, differences
from performing import Performance

STORY = read_story()
SESSIONS = [gathering.id for gathering in STORY.gatherings]


def test_everything_is_as_the_data_expect(performance: Performance) -> None:
    assert performance.good, performance.text
    assert performance.text.count("as expected") == len(SESSIONS) == 8


@pytest.mark.parametrize("gathering", STORY.gatherings, ids=lambda gathering: gathering.id)
def test_each_session_ends_where_the_data_say(
    performance: Performance, gathering: Gathering
) -> None:
    assert performance.states[gathering.id] == gathering.state_now


def line_of(performance: Performance, session: str) -> list[str]:
    after = performance.text.partition("Every session")[2]
    return next(line.split() for line in after.splitlines() if line.split()[:1] == [session])


@pytest.mark.parametrize(
    ("session", "outcome", "state"),
    [
        ("TAS-S2", "clear", "scheduled"),
        ("KES-S3", "needs_approval", "in_review"),
        ("MER-S2", "deny", "blocked"),
        ("KES-S2", "deny", "suspended"),
    ],
)
def test_one_is_scheduled_one_asks_for_approval_one_is_denied(
    performance: Performance, session: str, outcome: str, state: str
) -> None:
    assert line_of(performance, session)[3:5] == [outcome, state]


def test_reasons_and_remedies_stand_below(performance: Performance) -> None:
    said = " ".join(performance.text.split())
    assert "PRO-02/open_hit M06 Juniper: A possible match of M06 is not settled." in said
    assert "-> Compare the identifiers and record what they say." in said
    assert "CON-02/withdrawn K09 Onda: K09 has withdrawn consent." in said


def test_one_woman_less_asks_for_approval_and_one_listed_person_more_denies(
    performance: Performance,
) -> None:
    said = " ".join(performance.text.partition("What if")[2].split())
    assert "TAS-S2 without Plover (T04): needs_approval GEN-01/share" in said
    assert "whose name is on a (fictional) list: deny PRO-02/open_hit NEW Newcomer" in said


def test_what_was_only_tried_is_not_kept(performance: Performance) -> None:
    assert performance.people == sum(len(each.people) for each in STORY.initiatives)


def test_only_the_participant_made_for_it_resembles_a_listed_person(
    performance: Performance,
) -> None:
    assert performance.hits == {"M06": ["UKD-0001"]}


def test_no_name_of_a_participant_is_printed(performance: Performance) -> None:
    assert len(STORY.names) == 36
    shown = performance.text.casefold()
    for name in (*STORY.names, STORY.newcomer):
        assert not [word for word in name.casefold().split() if len(word) > 5 and word in shown]


def test_lines_fit_a_terminal_of_80_columns(performance: Performance) -> None:
    assert max(len(line.rstrip()) for line in performance.text.splitlines()) <= 80
    assert "\x1b" not in performance.text


def test_the_scan_found_nothing_and_shows_that_it_can_find(performance: Performance) -> None:
    said = " ".join(performance.text.split())
    assert re.search(r"36 names in [\d,]+ spellings .* 0 found", said)
    assert "finds 36 of 36 in a plain file" in said
    assert "does not open without the key" in said


def test_the_log_that_is_shown_is_the_one_that_verifies(performance: Performance) -> None:
    assert f"{performance.entries} entries, none missing" in performance.text


def test_nothing_of_the_office_is_left_behind(performance: Performance) -> None:
    assert performance.folder.name == "home"
    assert not performance.folder.parent.exists()


def seen(**changes: object) -> Seen:
    """A session that went as expected, but for the changes."""
    gathering = next(each for each in STORY.gatherings if each.id == "MER-S2")
    finding = {"rule": "PRO-02", "code": "open_hit", "subject": "M06"}
    signed = {"rule": "PRO-06", "code": "contact", "subject": "M05", "signed_by": "x"}
    verdict = {"outcome": "deny", "findings": [finding, signed], "horizons": []}
    return replace(Seen(gathering, verdict, "blocked", True), **changes)  # type: ignore[arg-type]


def test_a_session_that_went_as_expected_differs_in_nothing() -> None:
    assert differences(seen()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "cleared"},
        {"verdict": {"outcome": "clear", "findings": [], "horizons": []}},
        {"verdict": {**seen().verdict, "findings": seen().verdict["findings"][:1]}},
    ],
)
def test_another_state_outcome_or_signature_is_a_difference(changes: dict[str, object]) -> None:
    assert differences(seen(**changes))


def test_a_demonstration_that_fails_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "demonstrate", lambda *_: False)
    with pytest.raises(Exception, match="1") as ended:
        demo()
    assert getattr(ended.value, "exit_code", None) == 1
    assert "Not everything is as it must be" in capsys.readouterr().err


def test_a_folder_without_lists_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from antechamber.cli import main; main()", "demo", "--lists", "/"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "lists.toml is missing" in done.stderr


@pytest.mark.slow
def test_with_the_real_lists_every_session_is_decided_the_same(
    real_performance: Performance, performance: Performance
) -> None:
    assert real_performance.good, real_performance.text
    assert real_performance.states == performance.states
    assert real_performance.hits == performance.hits
    assert "us_ofac_sdn: a real list, 14,966 entries" in real_performance.text
