"""Read the policies from their folder; what they mean is for the rules library."""

from functools import cache
from pathlib import Path

from antechamber.shipped import policies_folder
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.screening.regimes import RegimeTable, parse

# Scenarios test the rules; they are not part of them, nor of the rulebook's digest.
SCENARIOS = "scenarios"
PROGRAMMES = "tables/programme_regimes.csv"


def read_files(folder: Path) -> dict[str, bytes]:
    """Return every policy file under a folder, by its path within it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".toml", ".csv") and SCENARIOS not in path.relative_to(folder).parts
    }


@cache
def shipped_rulebook() -> Rulebook:
    """Return the rulebook that comes with this version, read once; raise BadPolicy."""
    return load(read_files(policies_folder()))


def shipped_regimes() -> RegimeTable:
    """Return the table that maps a list's programmes to regimes; raise BadTable."""
    return parse((policies_folder() / PROGRAMMES).read_text(encoding="utf-8"))
