"""Screening after a list update, and everybody anew: whole, resumable, and alike."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from antechamber import audit
from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.participant import Identity, ParticipantFile
from antechamber.initiatives import service as initiatives
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.policies import shipped_regimes
from antechamber.screening import delta, lists, rescreening, service
from antechamber.screening.folder import active_lists, read_list
from antechamber.screening.index import Indexes
from antechamber.screening.planning import Plan
from antechamber.work import Everywhere, Work
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.reverse import Reverse
from walk import FICTIONAL_LISTS, LISTED_NAME, Walk, prepare, register

UK = "uk_sanctions"
NEWCOMER = "Taleth Moravine"


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    walk = prepare(sqlcipher_office)
    everybody(walk)  # whatever comes next is an update
    return walk


def everybody(walk: Walk, *, resume: bool = False) -> rescreening.Screened:
    return rescreening.everybody(walk.office, Everywhere("test"), Indexes(), resume=resume)


def update(walk: Walk) -> rescreening.Screened:
    return rescreening.after_update(walk.office, Everywhere("test"), Indexes())


def relist(walk: Walk, *names: str, without: str = "") -> None:
    """Put a copy of the UK list in force with further entries, or without one."""
    described = next(one for one in active_lists(FICTIONAL_LISTS) if one.id == UK)
    copy = read_list(described)
    more = [
        Entry(f"X{at}", "Person", (ListedName(name),), regimes=("UK_SAMLA",))
        for at, name in enumerate(names)
    ]
    entries = tuple(e for e in (*copy.entries, *more) if e.names[0].text != without)
    changed = replace(copy, entries=entries, sha256="f" * 64)
    with walk.office.work(Everywhere("officer")) as work:
        lists.put_in_force(work, described, changed, shipped_regimes())


def rename(walk: Walk, ref: str, name: str) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        row = participants.find(work, walk.people[ref])
        participants.rename(work, row, Identity(names=[name]))


def file_of(walk: Walk, ref: str) -> ParticipantFile:
    with walk.office.reading(Everywhere("test")) as work:
        return store.load_file(work, participants.find(work, walk.people[ref]))


def everything(walk: Walk) -> dict[str, ParticipantFile]:
    return {ref: file_of(walk, ref) for ref in walk.people}


def later(walk: Walk, monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    at = walk.office.clock() + timedelta(hours=hours)
    object.__setattr__(walk.office, "clock", lambda: at)


def test_an_update_finds_what_a_full_screening_finds(walk: Walk) -> None:
    rename(walk, "P3", NEWCOMER)
    rename(walk, "P4", LISTED_NAME)
    everybody(walk)
    relist(walk, "Taleth Morravine", "Merrin Vandoral")
    update(walk)
    found = everything(walk)
    everybody(walk)
    again = everything(walk)
    assert {ref: f.hits for ref, f in found.items()} == {ref: f.hits for ref, f in again.items()}
    assert [hit.entry_id for hit in found["P3"].hits] == ["X0"]
    assert [hit.list_id for hit in found["P4"].hits] == [UK]


def test_an_update_asks_only_about_those_whom_it_may_concern(walk: Walk) -> None:
    rename(walk, "P3", NEWCOMER)
    everybody(walk)
    relist(walk, NEWCOMER)
    assert update(walk).asked == 1
    assert update(walk).asked == 0


def test_whoever_is_matched_anew_suspends_what_was_scheduled(walk: Walk) -> None:
    rename(walk, "P3", NEWCOMER)
    everybody(walk)
    walk.step("propose", "submit", "evaluate", "schedule")
    relist(walk, NEWCOMER)
    update(walk)
    assert walk.state() == "suspended"
    with walk.office.reading(Everywhere("test")) as work:
        session = clearance.find_session(work, walk.session)
        findings = clearance.judge(work, session, "tick").verdict.findings
    assert {f.name for f in findings if f.subject == "P3"} >= {"PRO-02/open_hit"}
    assert any(f.rule == "PRO-10" for f in findings)


def test_an_update_that_concerns_nobody_keeps_sessions_scheduled(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    relist(walk, "Zoltan Quorvish")
    assert update(walk).asked == 0
    assert walk.state() == "scheduled"


def test_an_update_does_not_make_a_screening_younger(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file_of(walk, "P3").screening
    later(walk, monkeypatch, 48)
    relist(walk, "Zoltan Quorvish")
    update(walk)
    after = file_of(walk, "P3").screening
    assert before
    assert after
    assert after.at == before.at
    assert after.snapshots != before.snapshots


def test_a_delisted_entry_is_no_hit_any_more(walk: Walk) -> None:
    relist(walk, NEWCOMER)
    rename(walk, "P3", f"{NEWCOMER} Anders")
    everybody(walk)
    before = file_of(walk, "P3").hits
    assert [hit.gone for hit in before] == [False]
    relist(walk)
    update(walk)
    assert all(hit.gone for hit in file_of(walk, "P3").hits)


def test_whoever_is_recorded_anew_while_the_update_is_planned_is_asked_about(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    relist(walk, NEWCOMER)
    planned = delta.plan_update

    def renamed_meanwhile(work: Work, indexes: Indexes, initiatives: Iterable[UUID]) -> Plan:
        plan = planned(work, indexes, initiatives)
        rename(walk, "P3", NEWCOMER)
        return plan

    monkeypatch.setattr(rescreening, "plan_update", renamed_meanwhile)
    update(walk)
    assert [hit.entry_id for hit in file_of(walk, "P3").hits] == ["X0"]


def test_a_list_that_is_new_altogether_is_searched_for_everybody(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delta, "MOST_CHANGED", 0)
    relist(walk, "Zoltan Quorvish")
    assert update(walk).asked == len(walk.people) + 2


def test_an_index_that_cannot_be_built_refuses_and_nobody_is_screened(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(walk)
    relist(walk, NEWCOMER)

    def broken(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("antechamber.screening.index.Index.build", broken)
    with pytest.raises(MemoryError):
        everybody(walk)
    with pytest.raises(MemoryError):
        update(walk)
    assert everything(walk) == before


@pytest.fixture
def three(walk: Walk) -> Walk:
    """Two more initiatives, with one person each."""
    for code in ("GREY HERON", "STILL WATER"):
        with walk.office.work(Everywhere("convener")) as work:
            initiative = initiatives.create(work, walk.convener, code).id
        register(walk.office, initiative, walk.convener, "P1")
    return walk


def stopped_after(count: int, found: list[UUID]) -> Iterator[UUID]:
    yield from found[:count]
    raise KeyboardInterrupt


@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_interrupted_screening_resumes_where_it_stopped(three: Walk, count: int) -> None:
    def shown(found: list[UUID]) -> Iterable[UUID]:
        return stopped_after(count, found)

    relist(three, "Zoltan Quorvish")
    with pytest.raises(KeyboardInterrupt):
        rescreening.everybody(three.office, Everywhere("test"), Indexes(), shown=shown)
    resumed = everybody(three, resume=True)
    assert (resumed.skipped, resumed.initiatives) == (count, 3 - count)
    with three.office.reading(Everywhere("test")) as work:
        last = rescreening.last_one(work)
    assert last
    assert last.finished


def test_a_screening_killed_inside_an_initiative_leaves_nothing_half_done(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(walk)
    relist(walk, "Merrin Vandoral")

    def killed(*_: object, **__: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(audit, "append", killed)
        with pytest.raises(SystemExit):
            update(walk)
    assert everything(walk) == before
    update(walk)
    assert all(file.hits for file in everything(walk).values())


def test_a_screening_resumed_on_other_lists_begins_anew(three: Walk) -> None:
    with pytest.raises(KeyboardInterrupt):
        rescreening.everybody(
            three.office, Everywhere("test"), Indexes(), shown=lambda found: stopped_after(2, found)
        )
    relist(three, NEWCOMER)
    assert everybody(three, resume=True).skipped == 0


def test_one_initiative_that_fails_does_not_keep_the_others_from_being_screened(
    three: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = service.screen

    def failing(work: Work, initiative: UUID, indexes: Indexes, plan: Plan) -> int:
        if initiative == three.initiative:
            raise ValueError("as if a record did not open")
        return real(work, initiative, indexes, plan)

    monkeypatch.setattr(service, "screen", failing)
    done = everybody(three)
    assert (done.initiatives, done.failed) == (2, 1)
    with three.office.reading(Everywhere("test")) as work:
        last = rescreening.last_one(work)
    assert last
    assert last.finished is None


def test_reverse_holds_no_name_after_an_update(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Watched(Reverse):
        def __del__(self) -> None:
            made.append("dropped")

    monkeypatch.setattr(delta, "Reverse", Watched)
    relist(walk, "Zoltan Quorvish")
    update(walk)
    assert made == ["dropped"]
