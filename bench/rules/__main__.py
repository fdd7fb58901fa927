"""Compare the policy language with its peers, and measure decisions end to end."""

import argparse
import json
import platform
import sys
from dataclasses import asdict
from datetime import UTC, datetime

from bench.rules.comparison import ENGAGEMENTS, Row, compare
from bench.rules.decisions import PARTICIPANTS, decisions
from bench.rules.engagements import SEATS
from bench.rules.fail_open import Claim, tried
from bench.rules.peers import Disagreement


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench rules", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="interleaved rounds (7)")
    parser.add_argument("--seconds", type=float, default=0.5, help="seconds for each in a round")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    asked = parser.parse_args()
    try:
        rows, absent = compare(asked.rounds, asked.seconds)
        claims = list(tried())
        whole = decisions(asked.rounds, asked.seconds)
    except Disagreement as fault:
        print(fault, file=sys.stderr)
        return 1
    if asked.json:
        print(json.dumps(_report(asked.rounds, rows, absent, claims, whole), indent=1))
    else:
        _print(asked.rounds, rows, absent, claims, whole)
    return 0


def _report(
    rounds: int, rows: list[Row], absent: list[str], claims: list[Claim], whole: dict[str, float]
) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "rounds": rounds,
        "engines": [asdict(row) for row in rows],
        "not_installed": absent,
        "missing_fact": [
            {"engine": c.engine, "asked": c.asked, "answered": c.expected} for c in claims
        ],
        "decisions_per_second": whole,
    }


def _print(
    rounds: int, rows: list[Row], absent: list[str], claims: list[Claim], whole: dict[str, float]
) -> None:
    print(
        f"25 rules, {SEATS} seats, {ENGAGEMENTS} engagements, all engines with the findings of\n"
        f"plain Python on each; medians of {rounds} interleaved rounds\n"
    )
    print(f"{'engine':32}{'version':>9}{'decisions/s':>13}{'ours faster by':>16}  given")
    for row in rows:
        ratio = f"{row.ours_is_faster_by:.1f}x"
        print(f"{row.engine:32}{row.version:>9}{row.per_second:13,.1f}{ratio:>16}  {row.input}")
    for name in absent:
        print(f"{name:32} not installed")
    print("\nAsked of a seat whose status is missing:")
    for claim in claims:
        print(f"{claim.engine:17}{claim.asked:52}{claim.expected}")
    print(f"\nantechamber, all shipped rules, {PARTICIPANTS} participants, one core:")
    for what, rate in whole.items():
        print(f"{rate:10,.0f} a second  {what}")


if __name__ == "__main__":
    raise SystemExit(main())
