"""Collections pause while much is read, and go on afterwards."""

import gc

import pytest

from antechamber.collector import uncollected


def test_nothing_is_collected_within_and_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_within_leaves_the_collector_on() -> None:
    with pytest.raises(ZeroDivisionError), uncollected():
        raise ZeroDivisionError
    assert gc.isenabled()
