"""An office whose session is ready to be proposed, on each database."""

import pytest

from antechamber.office import Office
from walk import Walk, prepare


@pytest.fixture
def walk(office: Office) -> Walk:
    return prepare(office)


@pytest.fixture
def sqlcipher_walk(sqlcipher_office: Office) -> Walk:
    return prepare(sqlcipher_office)
