"""Decisions of the product itself: all shipped rules, thirty participants, one core."""

from bench.rules.peers import Disagreement
from bench.rules.timing import Lap, rates

from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from antechamber_compliance.scenarios import merge
from engagements import Json, engagement, recounted, rulebook

PARTICIPANTS = 30
FULL = "decide and write the record"
FROM_JSON = "receive, decide and write the record"


def thirty() -> Json:
    """Return the base engagement, its eight delegates seated again until there are thirty."""
    raw = engagement()
    seats = dict(raw["participants"])
    for number in range(len(seats), PARTICIPANTS):
        ref = f"X{number}"
        seats[ref] = merge(seats[f"P{number % 8 + 1}"], {"consent": {"subject": ref}})
    return recounted({**raw, "participants": seats})


def decisions(rounds: int, seconds: float) -> dict[str, float]:
    """Return decisions a second, from validated input and from decoded JSON."""
    rules, raw = rulebook(), thirty()
    received = receive(raw)
    verdict = decide(received, rules)
    if verdict.outcome != "clear" or len(raw["participants"]) != PARTICIPANTS:
        raise Disagreement(f"thirty seats should clear, and {verdict.outcome}")

    def full() -> int:
        decide(received, rules).canonical()
        return 1

    def from_json() -> int:
        decide(receive(raw), rules).canonical()
        return 1

    laps: dict[str, Lap] = {FULL: full, FROM_JSON: from_json}
    return rates(laps, rounds, seconds)
