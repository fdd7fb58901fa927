"""What the index loses before anything is scored: candidates, and alerts."""

from collections import defaultdict
from collections.abc import Iterable

from bench.screening.data import Record

from antechamber_compliance.screening.align import Table
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.score import aligned_score, highest_scores

ARABIC = "xs_arab"
NOT_LATIN = (ARABIC, "xs_cjk", "xs_cyr")
CHUNK = 4000  # names aligned with a query at a time


def candidate_recall(index: Index, queries: Iterable[Record], count: int = 50) -> dict[str, float]:
    """Return the share of queries whose party is a candidate or has the same name, by script."""
    found: dict[str, list[bool]] = defaultdict(list)
    for record in queries:
        asked = index.asked(record["name"], record["schema"])
        numbers = index.candidates(asked, count)[1]
        expected = {(one["list"], one["entry_id"]) for one in record["expect"]}
        parties = (
            index.parties[index.names[n].party] for n in (*numbers, *index.exact(record["name"]))
        )
        hit = any((party.list_id, party.entry.entry_id) in expected for party in parties)
        group = record["kind"] if record["kind"] in NOT_LATIN else "latin"
        found[group].append(hit)
    return {group: sum(hits) / len(hits) for group, hits in sorted(found.items())}


def lost_alerts(index: Index, queries: Iterable[Record], near: float) -> list[str]:
    """Return the ids of queries that alert when every name is aligned, but not by candidates.

    Queries whose name is listed as it stands are left out: they never depend on candidates.
    """
    return [record["id"] for record in queries if _is_lost(index, record, near)]


def _is_lost(index: Index, record: Record, near: float) -> bool:
    if index.exact(record["name"]):
        return False
    asked, candidates = index.candidates(index.asked(record["name"], record["schema"]))
    chosen = set(candidates)
    if candidates:
        table = Table(index, asked, candidates)
        if any(_score(index, table, number) >= near for number in candidates):
            return False
    everyone = [n for n in index.suited(asked.person) if n not in chosen]
    for start in range(0, len(everyone), CHUNK):
        chunk = everyone[start : start + CHUNK]
        table = Table(index, asked, chunk)
        bounds = highest_scores(table.reach()).tolist()
        for number, bound in zip(chunk, bounds, strict=True):
            if bound >= near and _score(index, table, number) >= near:
                return True
    return False


def _score(index: Index, table: Table, number: int) -> float:
    weak = index.names[number].name.quality == "weak"
    return aligned_score(table.align(number), weak)
