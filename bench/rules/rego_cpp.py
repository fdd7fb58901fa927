"""regopy, Rego in C++."""

import json

import regopy
from bench.rules.engine import Engine, Findings
from bench.rules.rego import POLICY, QUERY, findings, prepare


def engines() -> tuple[Engine, ...]:
    """Return regopy with its query built beforehand."""
    interpreter = regopy.Interpreter()
    interpreter.add_module("bench", POLICY.read_text(encoding="utf-8"))
    bundle = interpreter.build(QUERY)

    def judge(text: str) -> Findings:
        interpreter.set_input_term(text)
        (found,) = json.loads(str(interpreter.query_bundle(bundle)))["expressions"]
        return findings(found)

    return (Engine("regopy", "regopy", "JSON text", prepare, judge),)
