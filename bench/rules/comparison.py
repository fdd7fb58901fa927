"""The same 25 rules and the same engagements in every engine."""

from dataclasses import dataclass

from bench.rules import plain_python
from bench.rules.engagements import engagement
from bench.rules.engine import Engine
from bench.rules.peers import Disagreement, contestants, release
from bench.rules.timing import Lap, rates

# Every engine judges all of them once before it is timed.
ENGAGEMENTS = 60
# A lap of regopy over all of them would take seconds.
SHORT_LAP = {"regopy": 5}


@dataclass(frozen=True)
class Row:
    """One engine's rate, and how many times as fast the policy language is."""

    engine: str
    version: str
    input: str
    per_second: float
    ours_is_faster_by: float


def compare(rounds: int, seconds: float) -> tuple[list[Row], list[str]]:
    """Measure every engine; raise Disagreement if one finds something else than Python does."""
    engines, absent = contestants()
    given = [engagement(seed) for seed in range(ENGAGEMENTS)]
    wanted = [plain_python.judge(each) for each in given]
    idle = {*plain_python.OF_A_SEAT, *plain_python.OF_THE_SESSION}.difference(*wanted)
    if idle:  # engines that agree on them would have shown nothing
        raise Disagreement(f"rules that no engagement breaks: {', '.join(sorted(idle))}")
    laps: dict[str, Lap] = {}
    for engine in engines:
        prepared = [engine.prepare(each) for each in given]
        for number, (form, findings) in enumerate(zip(prepared, wanted, strict=True)):
            if engine.judge(form) != findings:
                raise Disagreement(f"{engine.name} differs from plain Python on {number}")
        laps[engine.name] = _lap(engine, prepared[: SHORT_LAP.get(engine.name, ENGAGEMENTS)])
    measured = rates(laps, rounds, seconds)
    ours = measured[engines[0].name]
    rows = [
        Row(e.name, release(e), e.note, measured[e.name], ours / measured[e.name]) for e in engines
    ]
    return rows, absent


def _lap(engine: Engine, prepared: list[object]) -> Lap:
    def run() -> int:
        for form in prepared:
            engine.judge(form)
        return len(prepared)

    return run
