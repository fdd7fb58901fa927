"""Scenarios: a base engagement, a patch, and what the rulebook must say of it.

The format is that of the golden scenarios: a line of JSON has `id`, `title`, `patch` (JSON
merge patch, RFC 7396), optional `delete` (dotted paths), `expect` and `note`.
"""

from antechamber_compliance.scenarios.building import build, merge
from antechamber_compliance.scenarios.casefile import BadScenario, Json, read_cases
from antechamber_compliance.scenarios.folder import Sheet, read_folder
from antechamber_compliance.scenarios.running import Prepared, Result, prepare, run

__all__ = [
    "BadScenario",
    "Json",
    "Prepared",
    "Result",
    "Sheet",
    "build",
    "merge",
    "prepare",
    "read_cases",
    "read_folder",
    "run",
]
