"""What each engine makes of a missing fact: the claims of the README, tried.

A peer is imported where it is tried, since it may have no build for this machine.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rules.peers import Disagreement

from antechamber_compliance.language import BOOL, STRING, Binding, RecordOf, compile_expression
from antechamber_compliance.missing import Missing, Unknown

# The seat of every try has no status at all.
REGO = "package p\nimport rego.v1\nbroken contains 1 if {{ {rule} }}\n"
UNLIKE = 'input.seat.status != "clear"'


@dataclass(frozen=True)
class Claim:
    """What a peer is asked, and what it answers: `answer` is tried, `expected` is claimed."""

    engine: str
    asked: str
    expected: str
    answer: Callable[[], str]


def _ours() -> str:
    names = {"seat": Binding(RecordOf("seat", {"status": STRING}), "seat")}
    rule = compile_expression('!(seat.status == "listed")', names, expect=BOOL)
    try:
        return str(rule.evaluate({"seat": Missing(("seat.status",))}))
    except Unknown as lack:
        return str(lack)


def _cel() -> str:
    from cel_expr_python import cel

    record = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    rule = cel.NewEnv(variables={"seat": record}).compile('!(seat.status == "listed")')
    result = rule.eval(data={"seat": {}})
    return f"{result.type().name()}, as a value that is {bool(result.plain_value())}"


def _cedar() -> str:
    import cedarpy

    policies = """
        permit(principal, action, resource);
        forbid(principal, action, resource) when { context.status == "listed" };
    """
    request = {
        "principal": 'Seat::"S"',
        "action": 'Action::"attend"',
        "resource": 'Engagement::"E"',
        "context": {},
    }
    return str(cedarpy.is_authorized(request, policies, "[]").decision.value)


def _zen() -> str:
    from zen import evaluate_expression

    return str(evaluate_expression("not (seat.status == 'listed')", {"seat": {}}))


def _regopy(rule: str) -> str:
    import regopy

    interpreter = regopy.Interpreter()
    interpreter.add_module("p", REGO.format(rule=rule))
    interpreter.set_input_term('{"seat": {}}')
    (broken,) = json.loads(str(interpreter.query("data.p.broken")))["expressions"]
    return f"broken for {broken}"


def _regorus(rule: str) -> str:
    import opa_eval

    with TemporaryDirectory() as folder:
        policy = Path(folder, "p.rego")
        policy.write_text(REGO.format(rule=rule), encoding="utf-8")
        broken = opa_eval.OpaEval(str(policy), query="data.p.broken").evaluate('{"seat": {}}')
    return f"broken for {broken}"


CLAIMS = (
    Claim("antechamber", '!(seat.status == "listed")', "information missing: seat.status", _ours),
    Claim("cel-expr-python", '!(seat.status == "listed")', "ERROR, as a value that is True", _cel),
    Claim("cedarpy", 'forbid when { context.status == "listed" }', "Allow", _cedar),
    Claim("zen-engine", "not (seat.status == 'listed')", "True", _zen),
    Claim("regopy", UNLIKE, "broken for []", lambda: _regopy(UNLIKE)),
    Claim(
        "regopy",
        'time.parse_rfc3339_ns("2026-01-01T00:00:00Z") > 0',
        "broken for []",
        lambda: _regopy('time.parse_rfc3339_ns("2026-01-01T00:00:00Z") > 0'),
    ),
    Claim("opa-eval", UNLIKE, "broken for []", lambda: _regorus(UNLIKE)),
)


def tried() -> Iterator[Claim]:
    """Yield the claims that are so; raise Disagreement on one that is not."""
    for claim in CLAIMS:
        try:
            got = claim.answer()
        except ModuleNotFoundError:
            continue  # it is named among the engines that are not installed
        if got != claim.expected:
            raise Disagreement(
                f"{claim.engine}, asked {claim.asked}: {claim.expected} was claimed, {got} came"
            )
        yield claim
