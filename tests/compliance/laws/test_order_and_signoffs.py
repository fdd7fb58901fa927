"""Laws: the order of things decides nothing, and a valid sign-off never does harm."""

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from antechamber_compliance.dossier import receive
from antechamber_compliance.engine import decide
from engagements import SEVERITY, Json, engagement, rulebook
from generated import engagements, signed, signoff, unsigned
from listed import licence, listed
from places import Place, template_of
from weighing import weighed

SERIAL = ("GEN-08", "serial", "session")
GENDER = ("GEN-01", "GEN-02", "GEN-03", "GEN-04")
# RULES.md: a line draws on the first attached authorisation that holds but for its cap.
IN_ORDER = {("participants", "*", "support", "*", "auth"), ("participants", "*", "implied_auth")}
# An override of a set of words, and what is claimed against a travel ban: see the tests below.
NOT_YET = {("params", "*"), ("participants", "*", "travel_exemptions")}
NO_WAIVERS = dict.fromkeys(engagement("G170")["signoffs"])
BRIEF = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def shuffled(node: Any, by: Random, place: Place = ()) -> Any:
    """The same facts with the rows of every map, and the items of every list, in another order."""
    if isinstance(node, dict):
        keys = list(node)
        by.shuffle(keys)
        return {key: shuffled(node[key], by, (*place, key)) for key in keys}
    if isinstance(node, list) and template_of(place) not in IN_ORDER | NOT_YET:
        return by.sample(node, len(node))
    return node


@settings(BRIEF, max_examples=25)
@given(engagements(most=8), st.randoms(use_true_random=False))
def test_the_order_of_rules_seats_rows_and_lists_never_matters_to_a_byte(
    raw: Json, by: Random
) -> None:
    rules = replace(rulebook(), rules=tuple(by.sample(rulebook().rules, len(rulebook().rules))))
    again = decide(receive(shuffled(raw, by)), rules)
    assert again.canonical() == decide(receive(raw), rulebook()).canonical()


def test_the_order_of_claims_against_a_travel_ban_never_matters_to_a_byte() -> None:
    def claiming(*claims: str) -> bytes:
        lifting = {"instrument": "X-UN-1988-TRAVEL", "lifts_travel_ban": True}
        ends = {"A": "2026-12-03", "B": "2026-12-05"}
        on_file = {ref: licence("UN_1988", **lifting, valid_to=end) for ref, end in ends.items()}
        patch = listed("UN_1988", travel_exemptions=list(claims))
        patch["participants"]["P5"]["listings"]["r0"]["travel_ban"] = True
        raw = engagement(patch={**patch, "initiative": {"authorisations": on_file}})
        (contact,) = weighed(raw).findings
        return weighed(signed(raw, contact)).canonical()

    assert claiming("A", "B") == claiming("B", "A")


def test_the_order_of_the_words_of_a_parameter_never_matters_to_a_byte() -> None:
    def exempting(*formats: str) -> bytes:
        return weighed(
            engagement(patch={"params": {"GEN-01.exempt_formats": list(formats)}})
        ).canonical()

    assert exempting("shuttle", "bilateral") == exempting("bilateral", "shuttle")


@BRIEF
@given(unsigned(most=8))
@example(engagement("G170", {"history": {"gender_waiver_run": 2}, "signoffs": NO_WAIVERS}))
def test_a_valid_sign_off_takes_care_of_its_finding_and_never_adds_one(raw: Json) -> None:
    before = weighed(raw)
    for finding in before.findings:
        if finding.terms is None:
            continue
        after = weighed(signed(raw, finding))
        added = {f.key for f in after.findings} - {f.key for f in before.findings}
        # After too many sessions with a gender waiver a further one is refused, and has no effect.
        serial = finding.rule in GENDER and SERIAL in {f.key for f in after.findings}
        assert added <= ({SERIAL} if serial else set())
        marks = {f.key: f.signed_by for f in after.findings}
        assert bool(marks[finding.key]) is not serial
        if not serial:
            assert SEVERITY[after.outcome] <= SEVERITY[before.outcome]


SIGNABLE = [(r.id, q) for r in rulebook().rules for q in r.requirements if q.terms is not None]


@BRIEF
@given(unsigned(most=8), st.sampled_from(SIGNABLE))
def test_a_sign_off_for_what_was_not_found_changes_no_finding(raw: Json, named: Any) -> None:
    rule, requirement = named
    subject = "P5" if requirement.subject == "participant" else requirement.subject
    before = weighed(raw)
    key = (rule, requirement.code, subject)
    assume(key not in {f.key for f in before.findings})
    idle = signoff(key, requirement.terms)
    after = weighed({**raw, "signoffs": {"idle": idle}, "counts": {**raw["counts"], "signoffs": 1}})
    assert after.findings == before.findings
