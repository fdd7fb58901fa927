"""Labelled pairs of names: the same party or not, at the threshold that the policies ship."""

from dataclasses import dataclass

from bench.screening.data import Record

from antechamber_compliance.screening.align import align
from antechamber_compliance.screening.asked import ask
from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.names import fold
from antechamber_compliance.screening.score import aligned_score, same_score

LIST = "labelled_pairs"


@dataclass(frozen=True, slots=True)
class F1:
    """Precision, recall and their harmonic mean at one threshold."""

    threshold: float
    precision: float
    recall: float
    f1: float


def entries(pairs: list[Record]) -> tuple[str, list[Entry]]:
    """Return the candidates as one more list, so that their words are known like any other."""
    names = [(pair["id"], _schema(pair), (ListedName(pair["candidate"]),)) for pair in pairs]
    return LIST, [Entry(*one) for one in names]


def scores(index: Index, pairs: list[Record]) -> list[tuple[float, bool]]:
    """Return (score, same party) for each pair; the index must hold `entries`."""
    numbers = {
        index.parties[party].entry.entry_id: number
        for number, party in enumerate(index.party_of.tolist())
        if index.parties[party].list_id == LIST
    }
    return [(_score(index, pair, numbers[pair["id"]]), pair["expected"]) for pair in pairs]


def f1(found: list[tuple[float, bool]], threshold: float) -> F1:
    """Return how well a threshold parts the pairs."""
    right = sum(same for score, same in found if score >= threshold)
    taken = sum(score >= threshold for score, _ in found)
    precision, recall = right / max(1, taken), right / sum(same for _, same in found)
    return F1(threshold, precision, recall, 2 * precision * recall / (precision + recall))


def _score(index: Index, pair: Record, number: int) -> float:
    if number in index.exact(pair["query"]):
        return same_score(fold(pair["query"]), fold(pair["candidate"]), False)
    asked = ask([(pair["query"], _schema(pair) == "Person")])
    return aligned_score(align(Beside(index, asked, [[number]]), 0), False)


def _schema(pair: Record) -> str:
    return "Person" if pair["schema"] == "Person" else "Organization"
