"""The policy language means what CEL means, but that it does not know where CEL errs."""

from collections import Counter

import pytest

pytest.importorskip("cel_expr_python", reason="cel-expr-python has no build for this Python")

from against_cel import NOT_KNOWN, comparisons

SEED = 20_261_122
COMPARISONS = 20_000


def test_on_random_expressions_and_data_the_language_agrees_with_cel() -> None:
    kinds: Counter[str] = Counter()
    for one in comparisons(SEED, COMPARISONS):
        assert one.alike, f"{one.source}\n{one.scope}\nours {one.ours!r}, CEL's {one.theirs!r}"
        kinds["unknown" if one.ours is NOT_KNOWN else type(one.ours).__name__] += 1
    # Were most of them unknown, or all of them bool, agreeing would say little.
    assert kinds["unknown"] < COMPARISONS * 2 / 3
    assert min(kinds[kind] for kind in ("bool", "int", "datetime", "timedelta")) > 500
