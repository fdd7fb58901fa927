"""T23: of many who race to schedule one session, one wins."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sqlmodel import col, select

from antechamber import audit
from antechamber.settings import Settings
from antechamber.tables import DecisionRow, OutboxRow
from antechamber.work import Everywhere
from databases import Backend, OpenOffice
from racing import THREADS
from walk import Walk, prepare

PROCESSES = 2
RACING = Path(__file__).parents[1] / "racing.py"


def raced(settings: Settings, session: object, times: int) -> Counter[str]:
    """Let processes of several threads race for the session; add up what they were answered."""
    told = {"ANTECHAMBER_HOME": str(settings.home), "ANTECHAMBER_KEY_FILE": str(settings.key_file)}
    if settings.database_url:
        told["ANTECHAMBER_DATABASE_URL"] = settings.database_url.get_secret_value()
    asked = [sys.executable, str(RACING), str(session), str(times // PROCESSES)]
    runners = [
        subprocess.Popen(
            asked, env=os.environ | told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(PROCESSES)
    ]
    for runner in runners:
        assert runner.stdin
        runner.stdin.close()
        runner.stdin = None  # or communicate() would close it again
    return sum((Counter(json.loads(each.communicate()[0])) for each in runners), Counter())


def left_behind(walk: Walk) -> tuple[int, int, int]:
    """Return how many decisions about the session, announcements and entries there are."""
    with walk.office.reading(Everywhere("test")) as work:
        rows = select(DecisionRow).where(col(DecisionRow.session_id) == walk.session)
        decisions = len(work.session.exec(rows).all())
        announced = len(work.session.exec(select(OutboxRow)).all())
    return decisions, announced, audit.verify(walk.office).count


def test_of_all_who_race_one_schedules_the_session(
    backend: Backend,
    tmp_path: Path,
    open_office: OpenOffice,
    came_out: Callable[[str, str, str], None],
    figure: Callable[[int, int], int],
) -> None:
    settings, times = backend.office(tmp_path), figure(40, 200)
    walk = prepare(open_office(settings))
    walk.step("propose", "submit", "evaluate")
    decisions, announced, entries = left_behind(walk)
    answers = raced(settings, walk.session, times)
    came_out(
        "T23",
        f"{times} racing to schedule one session, {PROCESSES} processes of {THREADS} threads, on"
        f" {walk.office.engine.dialect.name}",
        ", ".join(f"{count} {answer}" for answer, count in sorted(answers.items())),
    )
    assert answers == Counter(won=1, lost=times - 1)
    assert walk.state() == "scheduled"
    assert left_behind(walk) == (decisions + 1, announced + 1, entries + 1)
