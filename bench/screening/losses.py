"""What the index loses before anything is scored: candidates, and alerts."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from bench.screening.data import Record

from antechamber_compliance.screening.align import align
from antechamber_compliance.screening.asked import ask
from antechamber_compliance.screening.beside import Beside
from antechamber_compliance.screening.candidates import candidates
from antechamber_compliance.screening.index import PERSON, Index
from antechamber_compliance.screening.reaching import reach
from antechamber_compliance.screening.score import aligned_score, highest_scores

ARABIC = "xs_arab"
NOT_LATIN = (ARABIC, "xs_cjk", "xs_cyr")
SLACK = 0.1
CHUNK = 4000  # names aligned with a query at a time


def candidate_recall(index: Index, queries: Iterable[Record], count: int = 50) -> dict[str, float]:
    """Return the share of queries whose party is a candidate or has the same name, by script."""
    found: dict[str, list[bool]] = defaultdict(list)
    for record in queries:
        numbers = candidates(index, ask([_asked(record)]), count)[0]
        expected = {(one["list"], one["entry_id"]) for one in record["expect"]}
        parties = (
            index.parties[index.party_of[n]] for n in (*numbers, *index.exact(record["name"]))
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
    asked = ask([_asked(record)])
    chosen = candidates(index, asked)[0]
    if chosen and _alerts(index, Beside(index, asked, [chosen]), near):
        return False
    everyone = np.flatnonzero(index.suited(record["schema"] == PERSON))
    everyone = np.setdiff1d(everyone, chosen)
    chunks = (everyone[start : start + CHUNK] for start in range(0, len(everyone), CHUNK))
    return any(_alerts(index, Beside(index, asked, [each.tolist()]), near) for each in chunks)


def _asked(record: Record) -> tuple[str, bool]:
    return record["name"], record["schema"] == PERSON


def _alerts(index: Index, beside: Beside, near: float) -> bool:
    # Well below the score, so that a bound that is none would be seen.
    for candidate in np.flatnonzero(highest_scores(reach(beside)) >= near - SLACK).tolist():
        weak = index.name(int(beside.names[candidate])).quality == "weak"
        if aligned_score(align(beside, candidate), weak) >= near:
            return True
    return False
