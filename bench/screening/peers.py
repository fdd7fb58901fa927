"""Ours beside logic-v2: the same queries and the same candidates, turn by turn in one run."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

import numpy as np
from bench.screening import quality
from bench.screening.data import Record, query
from bench.screening.peer import LogicV2Peer
from bench.screening.speed import SHIPPED

from antechamber_compliance.screening.align import align
from antechamber_compliance.screening.asked import Asked as NameAsked
from antechamber_compliance.screening.asked import ask
from antechamber_compliance.screening.bands import BIRTH_DATE_POINTS, HUNDREDTHS
from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.candidates import candidates
from antechamber_compliance.screening.index import PERSON, Index, Party
from antechamber_compliance.screening.match import match
from antechamber_compliance.screening.reaching import reach
from antechamber_compliance.screening.score import aligned_score, highest_scores

Numbers: TypeAlias = list[int]  # of spellings in the index

TIMED = 200  # queries and ordinary names, half of each
FLOOR = (SHIPPED.near_score - BIRTH_DATE_POINTS) / HUNDREDTHS  # below it `match` aligns nothing


@dataclass(frozen=True, slots=True)
class Pace:
    """Milliseconds of processor time a query; how many times as long as ours, by the mean."""

    p50: float
    mean: float
    times_whole: float
    times_comparing: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, as it is asked and as either engine takes its candidates."""

    record: Record
    asked: NameAsked
    numbers: Numbers
    parties: list[Party]


def pace(index: Index, peer: LogicV2Peer, sample: Sequence[Record]) -> dict[str, Pace]:
    """Time each query by each engine, which take turns, another one first each time.

    Candidates are found and made into logic-v2's entities beforehand; only "ours, whole" finds
    them, and explains its matches, in the timed part.
    """
    asked = [_asked(index, record) for record in sample]
    peer.analyse(peer.listed(party) for one in asked for party in one.parties)

    def whole(one: Asked) -> None:
        match(index, query(one.record, given=True), SHIPPED)

    def ours(one: Asked) -> None:
        if one.numbers:
            beside = Beside(index, [one.asked], [one.numbers])
            for candidate in np.flatnonzero(highest_scores(reach(beside)) >= FLOOR).tolist():
                aligned_score(align(beside, candidate), False)

    def shipped(one: Asked) -> None:
        peer.keep_names(False)
        peer.scores(query(one.record, given=True), map(peer.listed, one.parties))

    def kept(one: Asked) -> None:
        peer.keep_names(True)
        peer.scores(query(one.record, given=True), map(peer.listed, one.parties))

    engines = {
        "ours, whole": whole,
        "ours, comparing": ours,
        "logic-v2": shipped,
        "logic-v2, names kept": kept,
    }
    taken = _in_turns(engines, asked)
    return {name: _pace(times, taken) for name, times in taken.items()}


def compared(
    index: Index, peer: LogicV2Peer, queries: list[Record], ordinary: list[Record], *, given: bool
) -> dict[str, quality.Report]:
    """Return what each finds in half B, where 1% of half A's ordinary names alert."""
    peer.keep_names(True)

    def theirs(record: Record) -> quality.Answer:
        parties = _asked(index, record).parties
        scores = peer.scores(query(record, given=given), map(peer.listed, parties))
        best = sorted(zip(scores, parties, strict=True), key=lambda one: -one[0])
        return tuple((score, party.list_id, party.entry.entry_id) for score, party in best if score)

    def ours(record: Record) -> quality.Answer:
        return quality.answer_to(index, record, given)

    found: dict[str, quality.Report] = {}
    for name, answer in (("ours", ours), ("logic-v2", theirs)):
        a, b = (quality.answers(answer, queries, ordinary, half) for half in ("A", "B"))
        found[name] = quality.report(b, quality.threshold_of(a))
    return found


def _asked(index: Index, record: Record) -> Asked:
    [asked] = ask([(record["name"], record["schema"] == PERSON)])
    [numbers] = candidates(index, [asked])
    same = index.exact(record["name"])
    names = list(dict.fromkeys([*same, *numbers]))
    parties = [index.parties[n] for n in dict.fromkeys(index.party_of[names].tolist())]
    return Asked(record, asked, [number for number in numbers if number not in same], parties)


def _in_turns(
    engines: Mapping[str, Callable[[Asked], None]], asked: Sequence[Asked]
) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in engines}
    names = list(engines)
    for number, one in enumerate(asked):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            begun = time.process_time()
            engines[name](one)
            taken[name].append(1000 * (time.process_time() - begun))
    return taken


def _pace(times: list[float], taken: Mapping[str, list[float]]) -> Pace:
    whole, comparing = (sum(times) / sum(taken[f"ours, {part}"]) for part in ("whole", "comparing"))
    return Pace(median(times), sum(times) / len(times), whole, comparing)
