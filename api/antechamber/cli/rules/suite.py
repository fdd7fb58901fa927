"""The scenarios that belong to a folder of policies, or those shipped where it has none."""

from pathlib import Path

from antechamber.cli.faults import stop
from antechamber.policies import read_whole
from antechamber.shipped import policies_folder
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.scenarios import BadScenario, Prepared, Sheet, read_folder


def scenario_files(policies: Path | None) -> dict[str, bytes]:
    """Return the files of the folder whose scenarios test these policies."""
    files = read_whole(policies or policies_folder())
    tested = any(path.startswith("scenarios/") for path in files)
    return files if tested else read_whole(policies_folder())


def scenarios_of(policies: Path | None) -> Sheet:
    """Read all scenarios of a folder of policies; stop at the first fault."""
    try:
        return read_folder(scenario_files(policies))
    except BadScenario as bad:
        stop(str(bad))


def holding(policies: Path | None, rulebook: Rulebook) -> list[Prepared]:
    """Return all scenarios about these rules, built; stop unless each of them holds."""
    built = scenarios_of(policies).prepared()
    found = [each for each in built if not each.absent(rulebook)]
    failed = [each.id for each in found if each.faults(rulebook)]
    if failed:
        stop(
            f"{len(failed)} scenarios fail, {failed[0]} first: see 'antechamber rules test'.",
            code=1,
        )
    return found
