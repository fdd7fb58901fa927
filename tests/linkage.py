"""The attack: from what the database was told to who sits where, with half of it known.

Every hint that we could think of becomes a number for each person and session. From the people
whose sessions are known it is learnt which hints tell, and which way; the rest is guessed.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from planted import Planted
from spying import Spot, Write, size

Hints: TypeAlias = npt.NDArray[np.float64]  # people x sessions
Truth: TypeAlias = npt.NDArray[np.bool_]
ROUNDS = 2000


@dataclass(frozen=True)
class Guessed:
    """How well the unknown half was guessed: 0.5 is chance; `p` is how often chance does so well.

    `shows` is what chance reaches in one of a thousand trials: anything above it would have shown.
    `strongest` is the hint that told most of those who are known.
    """

    area: float
    p: float
    shows: float
    strongest: str


class Case:
    """One office: who sits where, what is known of it, and every hint of it."""

    def __init__(self, found: Planted, chance: np.random.Generator) -> None:
        self.truth = np.array([[p in found.truth[s] for s in found.sessions] for p in found.people])
        self.hints = {name: _standard(hint(found)) for name, hint in HINTS.items()}
        order = chance.permutation(len(found.people))
        self.known, self.unknown = order[: len(order) // 2], order[len(order) // 2 :]

    def told(self, name: str) -> float:
        """Return how much a hint says of those who are known, beyond chance."""
        return area(self.hints[name][self.known], self.truth[self.known]) - 0.5

    def scored(self, told: dict[str, float]) -> Hints:
        """Score every person and session by all hints, each as much as it told."""
        # Squared: what tells much is not drowned by many that tell little.
        weighted = (told[name] * abs(told[name]) * hint for name, hint in self.hints.items())
        return sum(weighted, np.zeros(self.truth.shape))


def attack(offices: Sequence[Planted], seed: int = 1) -> Guessed:
    """Learn from half of the people, guess the other half's sessions, compare with chance."""
    chance = np.random.default_rng(seed)
    cases = [Case(found, chance) for found in offices]
    told = {name: float(np.mean([each.told(name) for each in cases])) for name in HINTS}
    scores = [each.scored(told)[each.unknown] for each in cases]

    def reached(order: Callable[[Case], npt.NDArray[np.int64]]) -> float:
        found = zip(scores, cases, strict=True)
        return float(np.mean([area(score, case.truth[order(case)]) for score, case in found]))

    right = reached(lambda case: case.unknown)
    guesses = [reached(lambda case: chance.permutation(case.unknown)) for _ in range(ROUNDS)]
    p = (1 + sum(each >= right for each in guesses)) / (1 + ROUNDS)
    strongest = max(told, key=lambda name: abs(told[name]))
    return Guessed(right, p, float(np.quantile(guesses, 0.999)), strongest)


def area(scores: Hints, truth: Truth) -> float:
    """Return how often a true pair scores above a false one of the same session."""
    shares = [_area(scores[:, s], truth[:, s]) for s in range(truth.shape[1])]
    return float(np.nanmean(shares))


def _area(scores: Hints, truth: Truth) -> float:
    right, wrong = scores[truth], scores[~truth]
    if not right.size or not wrong.size:
        return float("nan")
    above = (right[:, None] > wrong[None, :]).mean()
    return float(above + 0.5 * (right[:, None] == wrong[None, :]).mean())


def _standard(hint: Hints) -> Hints:
    spread = hint.std(axis=0)
    found: Hints = (hint - hint.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    return found


class View:
    """The writes, by transaction and by row."""

    def __init__(self, found: Planted) -> None:
        self.person = {each: n for n, each in enumerate(found.people)}
        self.session = {each: n for n, each in enumerate(found.sessions)}
        self.shape = (len(self.person), len(self.session))
        self.transactions: dict[str, list[Write]] = defaultdict(list)
        for write in found.writes:
            self.transactions[write.xid].append(write)

    def people_in(self, writes: list[Write]) -> dict[int, float]:
        """Weigh each person written in a transaction: the fewer, the more it says."""
        rows = [w for w in writes if w.kind == "participant" and w.op == "UPDATE"]
        found = {self.person[w.new["id"]] for w in rows if w.new["id"] in self.person}
        return {each: 1 / len(found) for each in found}

    def first_in(self, writes: list[Write]) -> dict[int, float]:
        """The person who was written first, who was written twice, whose sizes changed."""
        rows = [w for w in writes if w.kind == "participant" and w.op == "UPDATE"]
        rows = [w for w in rows if w.new["id"] in self.person]
        found: dict[int, float] = defaultdict(float)
        for write in rows:
            found[self.person[write.new["id"]]] += 1
            changed = [c for c in write.new if size(write.new[c]) != size(write.old.get(c))]
            found[self.person[write.new["id"]]] += len(changed) - 0.01 * len(write.kept)
        if rows:
            found[self.person[rows[0].new["id"]]] += 1
        return found


def _cross(
    found: Planted,
    marked: Callable[[View, list[Write]], dict[int, float]],
    hit: Callable[[View, list[Write]], dict[int, float]],
) -> Hints:
    """Add up, over transactions, how a person and a session stand out together."""
    view = View(found)
    scores = np.zeros(view.shape)
    for writes in view.transactions.values():
        sessions = hit(view, writes)
        for person, weight in marked(view, writes).items():
            for session, share in sessions.items():
                scores[person, session] += weight * share
    return scores


def _stopped(view: View, writes: list[Write]) -> dict[int, float]:
    """Sessions that this transaction suspended stand out against those that it left."""
    rows = [w for w in writes if w.kind == "session" and w.op == "UPDATE"]
    return {
        view.session[w.new["id"]]: 1.0 if w.new["state"] != w.old["state"] else -0.3
        for w in rows
        if w.new["id"] in view.session
    }


def _touched(view: View, writes: list[Write]) -> dict[int, float]:
    rows = [w for w in writes if w.kind == "session" and w.new.get("id") in view.session]
    return {view.session[w.new["id"]]: 1 / len(rows) for w in rows}


def _refused(view: View, writes: list[Write]) -> dict[int, float]:
    rows = [w for w in writes if w.kind == "decision" and w.new["session_id"] in view.session]
    return {view.session[w.new["session_id"]]: float(not w.new["may_proceed"]) for w in rows}


def _other_facts(found: Planted) -> Hints:
    """Sessions whose fingerprint moved with a person's row, against those where it stayed."""
    last: dict[str, str] = {}
    moved: dict[int, float] = {}

    def hit(view: View, writes: list[Write]) -> dict[int, float]:
        moved.clear()
        for write in (w for w in writes if w.kind == "decision"):
            session, now = write.new["session_id"], write.new["fingerprint"]
            if session in view.session:
                moved[view.session[session]] = 1.0 if last.get(session) != now else -1.0
                last[session] = now
        return dict(moved)

    return _cross(found, View.people_in, hit)


def _sizes(found: Planted) -> Hints:
    """Sessions whose decision changed in size with a person's row."""
    last: dict[str, tuple[int, ...]] = {}

    def hit(view: View, writes: list[Write]) -> dict[int, float]:
        changed: dict[int, float] = {}
        for write in (w for w in writes if w.kind == "decision"):
            session = write.new["session_id"]
            if session in view.session:
                changed[view.session[session]] = float(
                    last.get(session, write.sizes) != write.sizes
                )
                last[session] = write.sizes
        return changed

    return _cross(found, View.people_in, hit)


def _spelt(found: Planted) -> Hints:
    """Whether anything written with a session holds a person's id or the id of their key."""
    view = View(found)
    scores = np.zeros(view.shape)
    for write in (w for w in found.writes if w.kind in ("session", "decision")):
        session = write.new["id"] if write.kind == "session" else write.new["session_id"]
        for person in write.spells if session in view.session else ():
            scores[view.person[person], view.session[session]] += 1
    return scores


def _near(found: Planted) -> Hints:
    """How soon before a session was changed a person was: people are recorded, then seated."""
    view = View(found)
    scores = np.zeros(view.shape)
    last: dict[int, int] = {}
    for moment, writes in enumerate(view.transactions.values()):
        people = view.people_in(writes)
        last |= dict.fromkeys(people, moment)
        rows = [w for w in writes if w.kind == "participant" and w.op == "INSERT"]
        last |= {view.person[w.new["id"]]: moment for w in rows if w.new["id"] in view.person}
        for session in () if people else _touched(view, writes):
            for person, when in last.items():
                scores[person, session] += 1 / (1 + moment - when)
    return scores


def _lying(what: int) -> Callable[[Planted], Hints]:
    """How near a person's row lies to a session's: on the disk, in transactions, in commands."""

    def value(spot: Spot) -> float:
        if what == 0:
            block, line = spot[0].strip("()").split(",")
            return float(block) * 300 + float(line)
        return float(spot[what])

    def hint(found: Planted) -> Hints:
        people = [value(found.lying["participant"][each]) for each in found.people]
        sessions = [value(found.lying["session"][each]) for each in found.sessions]
        apart: Hints = np.abs(np.array(people)[:, None] - np.array(sessions)[None, :])
        return -apart

    return hint


def _alike(found: Planted) -> Hints:
    """How many leading bits the two random ids share."""
    ids = [[int(each.replace("-", ""), 16) for each in of] for of in (found.people, found.sessions)]
    return np.array([[128 - (p ^ s).bit_length() for s in ids[1]] for p in ids[0]], dtype=float)


HINTS: dict[str, Callable[[Planted], Hints]] = {
    "written with what stopped": lambda f: _cross(f, View.people_in, _stopped),
    "first written with what stopped": lambda f: _cross(f, View.first_in, _stopped),
    "written with a refusal": lambda f: _cross(f, View.people_in, _refused),
    "first written with a refusal": lambda f: _cross(f, View.first_in, _refused),
    "written with the session": lambda f: _cross(f, View.people_in, _touched),
    "first written with the session": lambda f: _cross(f, View.first_in, _touched),
    "fingerprint moved": _other_facts,
    "size moved": _sizes,
    "id in a blob": _spelt,
    "written shortly before": _near,
    "near on the disk": _lying(0),
    "near in transactions": _lying(1),
    "locked by the same": _lying(2),
    "near in commands": _lying(3),
    "ids alike": _alike,
}
