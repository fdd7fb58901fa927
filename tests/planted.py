"""An office in which it is known who sits where, and everything that its database was told.

Everything goes through the real services. Each session draws one of three people for every seat
of the base engagement, so that it clears; who it is is chance. Then work goes on while sessions
are scheduled: facts change, people withdraw, others are re-recorded, seats are filled anew.
"""

import random
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.documents import store
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.work import Everywhere
from spies import spy_on
from spying import Spot, Write, seen
from walk import Walk, engagement, prepare, register, seat


@dataclass(frozen=True)
class Planted:
    """The truth, and what a thief of PostgreSQL's files holds without any key."""

    people: list[str]
    sessions: list[str]
    truth: dict[str, frozenset[str]]  # session -> people
    writes: list[Write]
    lying: dict[str, dict[str, Spot]]
    logged: Counter[tuple[str, str, str]]

    def singled_out(self) -> int:
        """Count transactions that wrote people's rows and did not write all of them alike.

        Alike: every row once, in the order of the random ids, and in each the same columns new, of
        the size that they had; and in the write-ahead log as many records of each kind as there
        are people.
        """
        made = [w for w in self.writes if w.kind == "participant" and w.op == "INSERT"]
        begun = {write.xid for write in made}  # somebody new is seen to be new
        later = [w for w in self.writes if w.number > made[-1].number and w.xid not in begun]
        rows: dict[str, dict[object, list[str]]] = {}
        for write in later:
            if write.kind == "participant" and write.op == "UPDATE":
                look = (write.kept, write.sizes)
                rows.setdefault(write.xid, {}).setdefault(look, []).append(write.new["id"])
        everybody = sorted(self.people)
        unlike = {xid for xid, each in rows.items() if list(each.values()) != [everybody]}
        return len(unlike | self._logged_unlike({write.xid for write in later}))

    def _logged_unlike(self, later: set[str]) -> set[str]:
        return {
            xid
            for (xid, table, _), records in self.logged.items()
            if table == "participant" and xid in later and records != len(self.people)
        }


def plant(office: Office, *, meetings: int, changes: int, seed: int) -> Planted:
    """Let an office work, watched, and return what is true and what was seen."""
    chance = random.Random(seed)
    with closing(spy_on(office)) as spy:
        walk = prepare(office)
        people = _people(walk, chance)
        drafts = [_draft(walk, people, chance) for _ in range(meetings)]
        for session in drafts:
            _schedule(walk, session)
            spy.look()
        for _ in range(changes):
            _work_on(walk, people, drafts, chance)
            spy.look()
        everybody = [str(each) for group in people.values() for each in group]
        return Planted(
            everybody,
            [str(each) for each in drafts],
            {str(each): _seated(walk, each) for each in drafts},
            seen(spy, everybody),
            spy.lying(),
            spy.logged,
        )


def _people(walk: Walk, chance: random.Random) -> dict[str, list[UUID]]:
    wanted = [(ref, number) for ref in walk.people for number in (2, 3)]
    chance.shuffle(wanted)
    people = {ref: [found] for ref, found in walk.people.items()}
    for ref, number in wanted:
        name = f"{ref}v{number}"
        people[ref].append(register(walk.office, walk.initiative, walk.convener, name, like=ref))
    walk.screen()
    return people


def _draft(walk: Walk, people: dict[str, list[UUID]], chance: random.Random) -> UUID:
    with walk.office.work(Everywhere("convener")) as work:
        row = sessions.draft(work, walk.initiative, "Workshop", engagement()["session"])
        for ref, group in people.items():
            seat(work, row, participants.find(work, chance.choice(group)), ref)
        return row.id


def _schedule(walk: Walk, session: UUID) -> None:
    for event in ("propose", "submit", "evaluate", "schedule"):
        with walk.office.work(Everywhere("convener")) as work:
            answer = clearance.take_step(work, session, event)
    assert answer.session.state.value == "scheduled"


def _work_on(
    walk: Walk, people: dict[str, list[UUID]], drafts: list[UUID], chance: random.Random
) -> None:
    """One ordinary act: a fact about somebody, a withdrawal that is taken back, another guest."""
    act = chance.random()
    ref = chance.choice(list(people))
    if act < 0.55:
        with walk.office.work(Everywhere("convener")) as work:
            person = participants.find(work, chance.choice(people[ref]))
            participants.update(work, person, {"earlier_occasions": chance.randint(1, 40)})
    elif act < 0.85:
        _withdraw_for_a_while(walk, chance.choice(people[ref]))
    else:
        _seat_anew(walk, chance.choice(drafts), ref, people[ref], chance)


def _withdraw_for_a_while(walk: Walk, person: UUID) -> None:
    with walk.office.work(Everywhere("convener")) as work:
        consents.withdraw(work, participants.find(work, person), walk.convener)
    with walk.office.work(Everywhere("convener")) as work:
        consent = dict(engagement()["participants"]["P1"]["consent"])
        del consent["subject"]
        consents.record(work, participants.find(work, person), walk.convener, consent)
    _schedule_again(walk)


def _seat_anew(
    walk: Walk, session: UUID, ref: str, group: list[UUID], chance: random.Random
) -> None:
    """Give a seat of a session that is scheduled, as others are, to somebody else."""
    seated = _seated(walk, session)
    (leaves,) = [each for each in group if str(each) in seated]
    comes = chance.choice([each for each in group if each != leaves])
    with walk.office.work(Everywhere("convener")) as work:
        row = clearance.find_session(work, session)
        sessions.unseat(work, row, participants.find(work, leaves))
    with walk.office.work(Everywhere("convener")) as work:
        row = clearance.find_session(work, session)
        seat(work, row, participants.find(work, comes), ref)
    _schedule_again(walk)


def _schedule_again(walk: Walk) -> None:
    with walk.office.reading(Everywhere("test")) as work:
        rows = sessions.of_initiative(work, walk.initiative)
        stopped = [row.id for row, _ in rows if row.state.value == "suspended"]
    for session in stopped:
        for event in ("reopen", "evaluate", "schedule"):
            with walk.office.work(Everywhere("convener")) as work:
                answer = clearance.take_step(work, session, event)
        assert answer.session.state.value == "scheduled"


def _seated(walk: Walk, session: UUID) -> frozenset[str]:
    with walk.office.reading(Everywhere("test")) as work:
        row = clearance.find_session(work, session)
        return frozenset(str(each.participant) for each in store.load_session(work, row).seats)
