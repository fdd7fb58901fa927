"""One office, furnished once: shared where nothing is to change, copied where something is."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from antechamber.identity import access
from antechamber.office import Office
from antechamber.settings import Settings
from antechamber.tables import Row
from antechamber.work import Everywhere
from contract import Operation
from databases import Backend, fixed_clock
from house import OPERATIONS, House, Plan, furnish, living_in

# Of the roles that may do something, the first of these does it.
PREFERRED = {"convener": 0, "director": 1, "compliance": 2}


@pytest.fixture(scope="session")
def furnished(
    sqlcipher: Backend, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Settings, Plan]:
    settings = sqlcipher.office(tmp_path_factory.mktemp("furnished"))
    office = Office.open(settings, clock=fixed_clock)
    plan = furnish(office)
    office.close()
    return settings, plan


def _copy(furnished: tuple[Settings, Plan], folder: Path) -> Iterator[House]:
    settings, plan = furnished
    shutil.copytree(settings.home, folder / "home")
    shutil.copytree(settings.key_file.parent, folder / "key")
    copied = Settings(home=folder / "home", key_file=folder / "key" / "office.key")
    office = Office.open(copied, clock=fixed_clock)
    with living_in(office, plan) as house:
        yield house
    office.close()


@pytest.fixture(scope="module")
def house(
    furnished: tuple[Settings, Plan], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """The office of a module of tests that change nothing in it."""
    yield from _copy(furnished, tmp_path_factory.mktemp("house"))


@pytest.fixture
def fresh(furnished: tuple[Settings, Plan], tmp_path: Path) -> Iterator[House]:
    """A copy of the office for one test."""
    yield from _copy(furnished, tmp_path)


class Recording(Mapping[str, frozenset[str]]):
    """The table of what roles may do, keeping what it is asked."""

    def __init__(self, table: Mapping[str, frozenset[str]]) -> None:
        self.table = table
        self.asked: list[str] = []

    def __getitem__(self, action: str) -> frozenset[str]:
        self.asked.append(action)
        return self.table[action]

    def __iter__(self) -> Iterator[str]:
        return iter(self.table)

    def __len__(self) -> int:
        return len(self.table)


@pytest.fixture(scope="module")
def actions(house: House) -> dict[str, str]:
    """The action that each operation asks for: what `may` looks up when it is called."""
    recording, found = Recording(access.ALLOWED), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(access, "ALLOWED", recording)
        for operation in OPERATIONS.values():
            recording.asked.clear()
            house.send(operation, house.plan.members["convener"])
            assert len(set(recording.asked)) <= 1, operation.id
            found[operation.id] = next(iter(recording.asked), "")
    return found


@pytest.fixture(scope="module")
def role_for(actions: dict[str, str]) -> Callable[[Operation], str]:
    """A role that may do what an operation does."""

    def choose(operation: Operation) -> str:
        allowed = access.ALLOWED[actions[operation.id]]
        return min(allowed, key=lambda role: PREFERRED.get(role, len(PREFERRED)))

    return choose


def contents(house: House) -> dict[str, list[str]]:
    """Everything that the database holds, but for the audit log."""
    with house.office.reading(Everywhere("test")) as work:
        return {
            table.name: sorted(repr(row) for row in work.session.execute(table.select()))
            for table in Row.metadata.sorted_tables
            if not table.name.startswith("audit")
        }


@pytest.fixture(scope="module")
def unchanged(house: House) -> Iterator[None]:
    """Fail the module if any of its requests changed anything."""
    before = contents(house)
    yield
    assert contents(house) == before
