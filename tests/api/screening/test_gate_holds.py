"""What a screening finds reaches the gate, however it is found, renamed, delisted or hidden."""

from dataclasses import replace
from uuid import UUID

import pytest

from antechamber.clearance import service as clearance
from antechamber.documents import store
from antechamber.documents.facts import InvalidFacts
from antechamber.documents.participant import Identity
from antechamber.documents.screening import DispositionKind
from antechamber.office import Office
from antechamber.participants import organisations
from antechamber.participants import service as participants
from antechamber.policies import shipped_regimes
from antechamber.rulebooks import parameters
from antechamber.screening import lists, service, subjects
from antechamber.screening.folder import active_lists, read_list
from antechamber.screening.service import ScreenFirst
from antechamber.tables import InitiativeRow
from antechamber.work import Everywhere
from antechamber_compliance.screening.entry import Document, Entry, ListedName
from antechamber_compliance.screening.match import BadQuery, Query, check
from walk import FICTIONAL_LISTS, LISTED_NAME, Walk, prepare

UK = "uk_sanctions"
NEARLY = "Talvath Morkovine"  # 73 of 100 points beside Taleth Moravine


@pytest.fixture
def walk(sqlcipher_office: Office) -> Walk:
    return prepare(sqlcipher_office)


def relist(walk: Walk, *more: Entry) -> None:
    """Put a copy of the UK list in force that has further entries; nobody is screened by it."""
    described = next(one for one in active_lists(FICTIONAL_LISTS) if one.id == UK)
    copy = read_list(described)
    changed = replace(copy, entries=(*copy.entries, *more), sha256="f" * 64)
    with walk.office.work(Everywhere("officer")) as work:
        lists.put_in_force(work, described, changed, shipped_regimes())


def entry(number: int, name: str, *, document: str = "") -> Entry:
    return Entry(
        entry_id=f"X{number}",
        schema="Person",
        names=(ListedName(text=name, quality="strong"),),
        documents=(Document(kind="passport", number=document),) if document else (),
        regimes=("UK_SAMLA",),
    )


def name(walk: Walk, ref: str, identity: Identity) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        participants.rename(work, participants.find(work, walk.people[ref]), identity)


def tighten(walk: Walk, parameter: str, value: int) -> None:
    with walk.office.work(Everywhere("officer")) as work:
        row = work.session.get_one(InitiativeRow, walk.initiative)
        parameters.put(work, row, walk.officer, parameter, value, "the board asked for it")


def hits(walk: Walk, ref: str) -> list[tuple[str, bool, bool]]:
    with walk.office.reading(Everywhere("test")) as work:
        file = store.load_file(work, participants.find(work, walk.people[ref]))
        return [(hit.band, hit.open, hit.gone) for hit in file.hits]


def settle(walk: Walk, ref: str, kind: DispositionKind) -> None:
    with walk.office.work(Everywhere("officer")) as work:
        row = participants.find(work, walk.people[ref])
        for hit in store.load_file(work, row).hits:
            service.dispose(work, row, hit.id, walk.officer, kind, "compared")


def open_codes(walk: Walk) -> set[str]:
    with walk.office.reading(Everywhere("test")) as work:
        session = clearance.find_session(work, walk.session)
        verdict = clearance.judge(work, session, "evaluate").verdict
        return {finding.name for finding in verdict.findings if not finding.signed_by}


def test_an_equal_passport_number_withholds_under_any_name(walk: Walk) -> None:
    relist(walk, entry(1, "Zoltan Quorvish", document="QX100200"))
    name(walk, "P3", Identity(names=["Merrin Vandoral"], documents=["Passport QX100200"]))
    walk.screen()
    assert open_codes(walk) == {"PRO-02/open_hit"}


def test_no_hit_is_hidden_behind_ten_that_are_settled(walk: Walk) -> None:
    relist(walk, *(entry(number, "Taleth Moravine") for number in range(12)))
    name(walk, "P3", Identity(names=["Taleth Moravine"]))
    walk.screen()
    assert len(hits(walk, "P3")) == 12
    with walk.office.work(Everywhere("officer")) as work:
        row = participants.find(work, walk.people["P3"])
        for hit in store.load_file(work, row).hits[:10]:
            service.dispose(work, row, hit.id, walk.officer, "false_positive", "another person")
    walk.screen()
    assert "PRO-02/open_hit" in open_codes(walk)


def test_a_list_that_came_in_since_counts_as_not_searched(walk: Walk) -> None:
    walk.step("propose", "submit", "evaluate")
    relist(walk, entry(1, "Merrin Vandoral P3"))
    assert walk.step("schedule").session.state.value == "in_review"
    assert "PRO-01/list_missing" in open_codes(walk)
    walk.screen()
    assert "PRO-02/open_hit" in open_codes(walk)


def test_a_resemblance_that_a_stricter_score_would_show_counts_as_not_searched(
    walk: Walk,
) -> None:
    relist(walk, entry(1, NEARLY))
    name(walk, "P3", Identity(names=["Taleth Moravine"]))
    walk.screen()
    assert hits(walk, "P3") == []
    assert open_codes(walk) == set()
    tighten(walk, "PRO-02.near_score", 60)
    assert {"PRO-01/list_missing", "PRO-01/org_not_screened"} <= open_codes(walk)
    walk.screen()
    assert open_codes(walk) == {"PRO-03/near"}


def test_a_stricter_score_suspends_what_was_scheduled_until_all_are_screened_by_it(
    walk: Walk,
) -> None:
    walk.step("propose", "submit", "evaluate", "schedule")
    tighten(walk, "PRO-02.review_score", 80)
    assert walk.state() == "suspended"
    walk.screen()
    assert open_codes(walk) == set()


def test_a_looser_score_asks_nobody_anew(walk: Walk) -> None:
    tighten(walk, "PRO-02.near_score", 60)
    walk.screen()
    with walk.office.work(Everywhere("officer")) as work:
        row = work.session.get_one(InitiativeRow, walk.initiative)
        parameters.remove(work, row, "PRO-02.near_score")
    assert open_codes(walk) == set()


def test_a_name_that_cannot_be_compared_is_not_recorded(walk: Walk) -> None:
    with pytest.raises(InvalidFacts):
        name(walk, "P3", Identity(names=["…"]))


def test_one_person_who_cannot_be_compared_does_not_keep_others_from_being_screened(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_one(query: Query) -> None:
        if query.name.endswith("P3"):
            raise BadQuery("as if the name had no letters")
        check(query)

    monkeypatch.setattr(subjects, "check", refuse_one)
    walk.screen()
    with walk.office.reading(Everywhere("test")) as work:
        session = clearance.find_session(work, walk.session)
        verdict = clearance.judge(work, session, "evaluate").verdict
    assert {f.subject for f in verdict.findings if f.rule == "PRO-01"} == {"P3"}


def test_a_disposition_waits_for_the_screening_of_a_new_name(walk: Walk) -> None:
    name(walk, "P3", Identity(names=[LISTED_NAME]))
    walk.screen()
    name(walk, "P3", Identity(names=[LISTED_NAME], birth_date="1990"))
    with pytest.raises(ScreenFirst):
        settle(walk, "P3", "false_positive")


def test_another_spelling_does_not_make_an_escalated_hit_vanish(walk: Walk) -> None:
    name(walk, "P3", Identity(names=[LISTED_NAME]))
    walk.screen()
    settle(walk, "P3", "escalated")
    name(walk, "P3", Identity(names=["Merrin Vandoral"]))
    walk.screen()
    assert hits(walk, "P3") == [("block", True, True)]
    assert "PRO-02/blocked_hit" in open_codes(walk)


def test_an_open_hit_does_not_vanish_with_another_spelling(walk: Walk) -> None:
    name(walk, "P3", Identity(names=[LISTED_NAME]))
    walk.screen()
    name(walk, "P3", Identity(names=["Merrin Vandoral"]))
    walk.screen()
    assert "PRO-02/open_hit" in open_codes(walk)


def organisation(walk: Walk, ref: str) -> UUID:
    with walk.office.reading(Everywhere("test")) as work:
        found = organisations.of_initiative(work, walk.initiative)
        return next(row.id for row, body in found if body.ref == ref)


def test_an_organisation_confirmed_to_be_listed_clears_nobody(walk: Walk) -> None:
    relist(
        walk,
        Entry(
            entry_id="O1",
            schema="Organization",
            names=(ListedName(text="Lakeside Circle ORG-x", quality="strong"),),
            regimes=("UK_SAMLA",),
        ),
    )
    walk.screen()
    assert "PRO-01/org_not_screened" in open_codes(walk)
    with walk.office.work(Everywhere("officer")) as work:
        row = organisations.find(work, organisation(walk, "ORG-x"))
        (hit,) = store.load_organisation(work, row).hits
        service.dispose_organisation(work, row, hit.id, walk.officer, "confirmed", "the same")
    assert "PRO-01/org_not_screened" in open_codes(walk)


def test_nobody_records_an_organisation_under_the_word_for_none(walk: Walk) -> None:
    for ref in ("office", "none"):
        with pytest.raises(participants.RefTaken), walk.office.work(Everywhere("convener")) as work:
            organisations.record(work, walk.initiative, ref, ["Lakeside Circle"])
