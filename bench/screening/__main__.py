"""Measure name screening on the real lists: quality, losses before scoring, and speed."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from bench.screening import counting, delta, losses, pairs, quality, rescreen, speed, starting
from bench.screening.data import SHARED, active_lists, in_half, records, without_held_out

from antechamber_compliance.screening.index import Index


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench screening", description=__doc__)
    parser.add_argument("what", choices=sorted({*MEASURES, "counts"}), help="what to measure")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    asked = parser.parse_args()
    if not (SHARED / "lists" / "lists.toml").exists():
        print("the real lists are not beside this repository (../shared/lists)", file=sys.stderr)
        return 2
    if asked.what == "counts":  # a source file rather than a measurement
        queries = records("queries.jsonl")
        print(counting.table(without_held_out(active_lists(), queries)), end="")
        return 0
    found = MEASURES[asked.what]()
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        _print(found)
    return 0


def measure_quality() -> dict[str, Any]:
    """Tune on half A, report on half B: by the shipped score, and at 1% false alerts."""
    index, queries, ordinary = _index()
    found: dict[str, Any] = {}
    for name, given in (("by name alone", False), ("as given", True)):
        a = quality.answered(index, queries, ordinary, "A", given=given)
        b = quality.answered(index, queries, ordinary, "B", given=given)
        tuned = quality.threshold_of(a)
        found[f"{name}, half A, shipped"] = asdict(quality.report(a, quality.SHIPPED_NEAR))
        found[f"{name}, half B, shipped"] = asdict(quality.report(b, quality.SHIPPED_NEAR))
        found[f"{name}, half B, tuned on A"] = asdict(quality.report(b, tuned))
    return found


def measure_pairs() -> dict[str, Any]:
    """Score the labelled pairs at the shipped score."""
    labelled = records("pairs.jsonl")
    index = Index.build([*active_lists(), pairs.entries(labelled)])
    return {"pairs": asdict(pairs.f1(pairs.scores(index, labelled), quality.SHIPPED_NEAR))}


def measure_losses() -> dict[str, Any]:
    """Count parties that are no candidates, and alerts that only brute force finds."""
    index, queries, ordinary = _index()
    sample = queries[::13] + ordinary[::200]
    lost = losses.lost_alerts(index, sample, quality.SHIPPED_NEAR)
    return {
        "candidate recall at 50": losses.candidate_recall(index, in_half(queries, "B")),
        "alerts lost": {"asked": len(sample), "lost": len(lost), "queries": lost},
    }


def measure_speed() -> dict[str, Any]:
    """Time starts, and single queries, ordinary and hostile."""
    index, started = speed.start()
    mixed = speed.mixed(records("queries.jsonl"), records("negatives.jsonl"), 2000)
    return {
        "from files to an index": asdict(started),
        "start of an office": {name: asdict(one) for name, one in starting.starts().items()},
        "one query, ms": asdict(speed.speed(index, mixed)),
        "hostile names, ms": speed.hostile(index),
    }


def measure_people() -> dict[str, Any]:
    """Screen 100,000 people against all lists, then only against a hundred changed entries."""
    index, asked = Index.build(active_lists()), delta.people()
    return {
        "everybody": asdict(rescreen.rescreen(index, asked)),
        "a delta": asdict(delta.delta(index, asked)),
    }


def measure_peers() -> dict[str, Any]:
    """Hold ours beside logic-v2: speed and quality over a sample, in one run."""
    # Only here: nothing else may need logic-v2, which has an environment of its own.
    from bench.screening import peers
    from bench.screening.peer import LogicV2Peer

    index, queries, ordinary = _index()
    peer = LogicV2Peer()
    sample = speed.mixed(queries, ordinary, peers.TIMED)
    timed = peers.pace(index, peer, sample)
    found: dict[str, Any] = {
        "nomenklatura": peer.version,
        "one query, ms": {name: asdict(pace) for name, pace in timed.items()},
    }
    for name, given in (("by name alone", False), ("as given", True)):
        compared = peers.compared(index, peer, queries, ordinary, given=given)
        found[f"half B, {name}, tuned on A"] = {n: asdict(one) for n, one in compared.items()}
    return found


def _index() -> tuple[Index, list[dict[str, Any]], list[dict[str, Any]]]:
    queries, ordinary = records("queries.jsonl"), records("negatives.jsonl")
    return Index.build(without_held_out(active_lists(), queries)), queries, ordinary


def _print(found: dict[str, Any], indent: str = "") -> None:
    for name, value in found.items():
        if isinstance(value, dict):
            print(f"{indent}{name}")
            _print(value, indent + "  ")
        else:
            print(f"{indent}{name:24} {_text(value)}")


def _text(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4f}"
    return " ".join(map(_text, value)) if isinstance(value, (list, tuple)) else str(value)


MEASURES: dict[str, Callable[[], dict[str, Any]]] = {
    "quality": measure_quality,
    "pairs": measure_pairs,
    "losses": measure_losses,
    "peers": measure_peers,
    "people": measure_people,
    "speed": measure_speed,
}

if __name__ == "__main__":
    sys.exit(main())
