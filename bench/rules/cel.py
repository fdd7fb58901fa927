"""cel-expr-python, Google's CEL in C++, given the very sources of the policy language."""

import re
from typing import Any

from bench.rules.engagements import Engagement, plain, seconds
from bench.rules.engine import SESSION, Engine, Findings, broken
from bench.rules.ours import refs_where_broken
from bench.rules.sources import OF_A_SEAT, OF_THE_SESSION
from cel_expr_python import cel

HOURS = re.compile(r'duration\("(\d+)h"\)')


def spelled(source: str) -> str:
    """Write durations as seconds, as the instants are: that spares CEL parsing them."""
    return HOURS.sub(lambda hours: str(int(hours[1]) * 3600), source)


def engines() -> tuple[Engine, ...]:
    """Return CEL as its documentation shows it, and CEL with all done beforehand that can be."""
    record = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    environment = cel.NewEnv(
        variables={
            "as_of": cel.Type.INT,
            "seats": cel.Type.List(record),
            "session": record,
            "funder": record,
            "params": record,
        }
    )
    sources = {
        **{rule: refs_where_broken(spelled(source)) for rule, source in OF_A_SEAT.items()},
        **{
            rule: f"({spelled(source)}) ? [] : ['{SESSION}']"
            for rule, source in OF_THE_SESSION.items()
        },
    }
    programs = [(rule, environment.compile(source)) for rule, source in sources.items()]
    all_in_one = environment.compile(f"[{', '.join(sources.values())}]")

    def prepare(engagement: Engagement) -> Any:
        return plain(engagement, seconds)

    def judge(raw: Any) -> Findings:
        activation = environment.Activation(raw)
        return broken([(rule, _value(program.eval(activation))) for rule, program in programs])

    def judge_at_once(activation: Any) -> Findings:
        return broken(list(zip(sources, _value(all_in_one.eval(activation)), strict=True)))

    package = "cel-expr-python"
    return (
        Engine(package, package, "JSON values, one activation an engagement", prepare, judge),
        Engine(
            "cel-expr-python, all beforehand",
            package,
            "an activation used before; the 25 rules as one expression",
            lambda given: environment.Activation(prepare(given)),
            judge_at_once,
        ),
    )


def _value(result: Any) -> Any:
    # An error is a value like any other here; nothing is raised.
    if result.type() == cel.Type.ERROR:
        raise RuntimeError(result.plain_value())
    return result.plain_value()
