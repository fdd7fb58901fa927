"""All scenarios of a folder of policies: one base engagement, and every file of cases beside it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from antechamber_compliance.scenarios.casefile import BadScenario, Json, once, read_cases
from antechamber_compliance.scenarios.running import Prepared, prepare

FOLDER = "scenarios/"
BASE = f"{FOLDER}base.json"
CASES = ".jsonl"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cases of a folder of policies and the engagement that they change."""

    base: Json
    cases: tuple[Json, ...]

    def prepared(self) -> Iterator[Prepared]:
        """Yield each case with its engagement built and read."""
        return (prepare(self.base, case) for case in self.cases)


def read_folder(files: Mapping[str, bytes]) -> Sheet:
    """Read the scenarios among the files of a folder of policies; raise BadScenario."""
    cases: list[Json] = []
    for path in sorted(files):
        if path.startswith(FOLDER) and path.endswith(CASES):
            cases += _cases(path, _text(path, files))
    counted = Counter(case.get("id") for case in cases)
    for name, times in counted.items():
        if name is None or times > 1:
            raise BadScenario(f"the id {name} stands {times} times; each scenario needs its own")
    return Sheet(_base(files), tuple(cases))


def _cases(path: str, text: str) -> list[Json]:
    try:
        # Only a line feed ends a line of JSON: text may hold other separators.
        return list(read_cases(text.split("\n")))
    except BadScenario as bad:
        raise BadScenario(f"{path}: {bad}") from bad


def _base(files: Mapping[str, bytes]) -> Json:
    if BASE not in files:
        raise BadScenario(f"{BASE} is absent: there is no engagement to change")
    try:
        base = json.loads(_text(BASE, files), object_pairs_hook=once)
    except (ValueError, RecursionError) as fault:
        raise BadScenario(f"{BASE} is not JSON: {fault}") from fault
    if not isinstance(base, dict):
        raise BadScenario(f"{BASE} holds no engagement: a JSON object is needed")
    return base


def _text(path: str, files: Mapping[str, bytes]) -> str:
    try:
        return files[path].decode()
    except UnicodeDecodeError as fault:
        raise BadScenario(f"{path} is not UTF-8") from fault
