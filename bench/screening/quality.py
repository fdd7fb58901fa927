"""How many listed parties are found, and how many ordinary people alert."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.screening.data import Record, in_half, query

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import match

SHIPPED_NEAR = 0.75  # PRO-02's near_score: what reaches it is shown to a person
LOW = Thresholds(review_score=85, near_score=60)  # low enough to see where 1% lies
FALSE_ALERTS = 0.01
FIRST = 10  # matches among which the right one must be

Answer = tuple[tuple[float, str, str], ...]  # score, list, entry; best first


@dataclass(frozen=True, slots=True)
class Answered:
    """The queries and ordinary names of one half, each with its matches."""

    queries: list[tuple[Record, Answer]]
    ordinary: list[tuple[Record, Answer]]


@dataclass(frozen=True, slots=True)
class Report:
    """Shares at one threshold. `kinds`: kind -> (asked, right one found, any alert)."""

    threshold: float
    right: float
    alerts: float
    false_alerts: float
    kinds: dict[str, tuple[int, float, float]]
    false_by_kind: dict[str, tuple[int, float]]


def answered(
    index: Index, queries: Iterable[Record], ordinary: Iterable[Record], half: str, *, given: bool
) -> Answered:
    """Ask every query and every ordinary name of a half."""
    return answers(lambda record: answer_to(index, record, given), queries, ordinary, half)


def answers(
    answer: Callable[[Record], Answer],
    queries: Iterable[Record],
    ordinary: Iterable[Record],
    half: str,
) -> Answered:
    """Have something answer every query and every ordinary name of a half."""

    def ask(records: Iterable[Record]) -> list[tuple[Record, Answer]]:
        return [(record, answer(record)) for record in in_half(records, half)]

    return Answered(ask(queries), ask(ordinary))


def threshold_of(found: Answered) -> float:
    """Return the lowest score at which no more than 1% of the ordinary names alert."""
    best = sorted((_best(answer) for _, answer in found.ordinary), reverse=True)
    return best[int(FALSE_ALERTS * len(best))] + 1e-6


def report(found: Answered, threshold: float) -> Report:
    """Count what is found at a threshold."""
    asked, right, alerts = Counter[str](), Counter[str](), Counter[str]()
    for record, answer in found.queries:
        kind = record["kind"]
        seen = [(list_id, entry) for score, list_id, entry in answer if score >= threshold]
        expected = {(one["list"], one["entry_id"]) for one in record["expect"]}
        asked[kind] += 1
        alerts[kind] += bool(seen)
        right[kind] += not expected.isdisjoint(seen[:FIRST])
    ordinary, false = Counter[str](), Counter[str]()
    for record, answer in found.ordinary:
        ordinary[record["kind"]] += 1
        false[record["kind"]] += _best(answer) >= threshold
    return Report(
        threshold,
        _share(right, asked),
        _share(alerts, asked),
        _share(false, ordinary),
        {kind: (n, right[kind] / n, alerts[kind] / n) for kind, n in sorted(asked.items())},
        {kind: (n, false[kind] / n) for kind, n in sorted(ordinary.items())},
    )


def answer_to(index: Index, record: Record, given: bool) -> Answer:
    """Return what a query or an ordinary name alerts on, best first."""
    matches = match(index, query(record, given=given), LOW).matches
    return tuple((one.score, one.list_id, one.entry_id) for one in matches)


def _best(answer: Sequence[tuple[float, str, str]]) -> float:
    return max((score for score, _, _ in answer), default=0.0)


def _share(part: Counter[str], whole: Counter[str]) -> float:
    return part.total() / whole.total()
