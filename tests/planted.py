"""An office in which it is known who sits where, and everything that its database was told.

Everything goes through the real services. Each session draws one of three people for every seat
of the base engagement, so that it clears; who it is is chance. Then work goes on while sessions
are scheduled: facts change, people withdraw, others are re-recorded, seats are filled anew.
"""

import random
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

import spying
from antechamber.clearance import service as clearance
from antechamber.consents import service as consents
from antechamber.documents import store
from antechamber.office import Office
from antechamber.participants import service as participants
from antechamber.sessions import service as sessions
from antechamber.work import Everywhere
from attacker import superuser_url
from spying import Write
from walk import Walk, engagement, prepare, register, seat

# What a copy of the data directory shows of the rows as they now lie.
LYING = "SELECT id::text, ctid::text, xmin::text::bigint, xmax::text::bigint, cmin::text FROM {}"


@dataclass(frozen=True)
class Planted:
    """The truth, and what a thief of PostgreSQL's files holds without any key."""

    people: list[str]
    sessions: list[str]
    truth: dict[str, frozenset[str]]  # session -> people
    writes: list[Write]
    lying: dict[str, dict[str, tuple[str, int, int, str]]]

    def singled_out(self) -> int:
        """Count transactions that wrote people's rows and did not write all of them alike.

        Alike: every row, and in each the same columns new, of the size that they had.
        """
        made = [w for w in self.writes if w.kind == "participant" and w.op == "INSERT"]
        begun = {write.xid for write in made}  # somebody new is seen to be new
        rows: dict[str, dict[object, set[str]]] = {}
        for write in self.writes[self.writes.index(made[-1]) :]:
            if write.kind == "participant" and write.op == "UPDATE" and write.xid not in begun:
                look = (write.kept, write.sizes)
                rows.setdefault(write.xid, {}).setdefault(look, set()).add(write.new["id"])
        everybody = set(self.people)
        return sum(list(each.values()) != [everybody] for each in rows.values())


def plant(office: Office, *, meetings: int, changes: int, seed: int) -> Planted:
    """Let an office work, watched, and return what is true and what was seen."""
    chance = random.Random(seed)
    walk = prepare(office)
    with psycopg.connect(superuser_url(office.settings), autocommit=True) as thief:
        spying.begin(thief)
        people = _people(walk, chance)
        drafts = [_draft(walk, people, chance) for _ in range(meetings)]
        for session in drafts:
            _schedule(walk, session)
        for _ in range(changes):
            _work_on(walk, chance)
        truth = {str(each): _seated(walk, each) for each in drafts}
        everybody = [str(each) for group in people.values() for each in group]
        writes = spying.seen(thief, everybody)
        return Planted(everybody, [str(s) for s in drafts], truth, writes, _lying(thief))


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


def _work_on(walk: Walk, chance: random.Random) -> None:
    """One ordinary act: a fact about somebody, or a withdrawal that is taken back later."""
    with walk.office.work(Everywhere("convener")) as work:
        rows = [row for row, _ in participants.of_initiative(work, walk.initiative)]
        person = chance.choice(rows)
        if chance.random() < 0.6:
            participants.update(work, person, {"earlier_occasions": chance.randint(1, 40)})
            return
        consents.withdraw(work, person, walk.convener)
    with walk.office.work(Everywhere("convener")) as work:
        consent = dict(engagement()["participants"]["P1"]["consent"])
        del consent["subject"]
        consents.record(work, participants.find(work, person.id), walk.convener, consent)
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


def _lying(thief: psycopg.Connection[Any]) -> dict[str, dict[str, tuple[str, int, int, str]]]:
    found: dict[str, dict[str, tuple[str, int, int, str]]] = {}
    for table in ("participant", "session", "decision"):
        rows = thief.execute(LYING.format(table).encode())
        found[table] = {row: (ctid, xmin, xmax, cmin) for row, ctid, xmin, xmax, cmin in rows}
    return found
