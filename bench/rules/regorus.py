"""opa-eval, Rego in Rust (regorus)."""

import opa_eval
from bench.rules.engine import Engine, Findings
from bench.rules.rego import POLICY, QUERY, findings, prepare


def engines() -> tuple[Engine, ...]:
    """Return regorus, which compiles its policy when it is made."""
    policy = opa_eval.OpaEval(str(POLICY), query=QUERY)

    def judge(text: str) -> Findings:
        return findings(policy.evaluate_parsed(text))

    return (Engine("opa-eval", "opa-eval", "JSON text", prepare, judge),)
