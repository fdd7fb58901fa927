"""Read the policies from their folder; what they mean is for the rules library."""

from functools import cache
from pathlib import Path

from antechamber.shipped import policies_folder
from antechamber_compliance.policy import BadPolicy, Rulebook
from antechamber_compliance.rulebook import load
from antechamber_compliance.screening.regimes import RegimeTable, parse

# Scenarios test the rules; they are not part of them, nor of the rulebook's digest.
SCENARIOS = "scenarios"
PROGRAMMES = "tables/programme_regimes.csv"
RULES = (".toml", ".csv")
NOTES = ".md"


def read_files(folder: Path) -> dict[str, bytes]:
    """Return every policy file under a folder, by its path within it."""
    whole = read_whole(folder)
    return {path: raw for path, raw in whole.items() if path.endswith(RULES) and not _tests(path)}


def read_whole(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder of policies, scenarios and notes among them, by its path."""
    _refuse_overlooked(folder)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path) for path in files)
    return {
        name: path.read_bytes()
        for name, path in named
        if name.endswith((*RULES, NOTES)) or _tests(name)
    }


def _refuse_overlooked(folder: Path) -> None:
    """Raise BadPolicy for what would be passed over in silence, and rules with it."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() and path.is_dir():
            raise BadPolicy(name, "is a link to a folder; put the folder itself here")
        if path.suffix not in RULES and path.suffix.lower() in RULES:
            raise BadPolicy(name, f"is passed over unless its name ends in {path.suffix.lower()}")


def _tests(path: str) -> bool:
    return path.startswith(f"{SCENARIOS}/")


@cache
def shipped_rulebook() -> Rulebook:
    """Return the rulebook that comes with this version, read once; raise BadPolicy."""
    return load(read_files(policies_folder()))


def shipped_regimes() -> RegimeTable:
    """Return the table that maps a list's programmes to regimes; raise BadTable."""
    return parse((policies_folder() / PROGRAMMES).read_text(encoding="utf-8"))
