"""The demonstration, run once for all tests that look at it."""

from pathlib import Path

import pytest

from performing import Performance, perform

SHARED_LISTS = Path(__file__).parents[4] / "shared" / "lists"


@pytest.fixture(scope="session")
def performance() -> Performance:
    """The demonstration with the fictional lists."""
    return perform(None)


@pytest.fixture(scope="session")
def real_performance() -> Performance:
    """The demonstration with the real lists that have a reader."""
    if not (SHARED_LISTS / "lists.toml").exists():
        pytest.skip("the real lists are not beside this repository (../shared/lists)")
    return perform(SHARED_LISTS)
