"""Compare the policy language with cel-expr-python on random expressions and random data."""

import argparse
import sys
from time import monotonic

from against_cel import NOT_KNOWN, comparisons

SHOWN = 5
REPORT_EVERY = 100_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench language", description=__doc__)
    parser.add_argument("--comparisons", type=int, default=1_000_000, help="how many (1,000,000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other comparisons (1)")
    asked = parser.parse_args()
    began, done, unknown, different = monotonic(), 0, 0, 0
    for one in comparisons(asked.seed, asked.comparisons):
        done += 1
        unknown += one.ours is NOT_KNOWN
        if not one.alike:
            different += 1
            if different <= SHOWN:
                print(f"{one.source}\n  {one.scope}\n  ours {one.ours!r}\n  CEL's {one.theirs!r}")
        if done % REPORT_EVERY == 0:
            print(f"{done:,} so far, {different:,} different", file=sys.stderr)
    seconds = monotonic() - began
    print(f"{done:,} comparisons, {different:,} different")
    print(f"seed {asked.seed}; not known in {unknown:,}; {seconds:,.0f} seconds")
    return 0 if done and not different else 1


if __name__ == "__main__":
    raise SystemExit(main())
