"""Find the data that ships with the code: in a wheel inside the package, else in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]


def migrations_folder() -> Path:
    """Return the folder of the Alembic migrations."""
    return _shipped("migrations")


def policies_folder() -> Path:
    """Return the folder of the policies that come with this version."""
    return _shipped("policies")


def _shipped(name: str) -> Path:
    for folder in (PACKAGE / "shipped" / name, CHECKOUT / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation has no {name} folder; install the wheel again")
