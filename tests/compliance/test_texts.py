"""What counts as said, and by whom: one spelling each, and whatever only looks like it denies."""

from collections.abc import Callable
from copy import deepcopy

import pytest

from antechamber_compliance.dossier import receive
from antechamber_compliance.texts import is_blank, is_said
from antechamber_compliance.verdict import Verdict
from engagements import Json, cases, engagement, rulebook, verdict_of

NOTHING_SEEN = ("", " ", "\t", "\u00a0", "\u200b", "\u2060\ufeff", "\u00ad", "\u202e", "\x00",
                "\u3164", "\u115f\u1160", "\u2800", "\u0301", "\ufe0f", "\ue000")  # fmt: skip
NO_WORD = (".", "-", "--", "\u2014", "...", "?!", "(/)", "\u3002", "- \u200b.")
WORDS_FOR_NOTHING = ("None", "NONE", "none ", " none", "none.", "(none)", "no\u200bne", "n/a", "N / A",
                     "N/A.", "null", "NULL", "\uff4e\uff4f\uff4e\uff45", "\u2014 none \u2014",
                     "none\u2028")  # fmt: skip
SAID = ("Left the group in 2019.", "no", "1", "\u0634\u0627\u0647\u062f\u0627\u0646",
        "\u8b49\u62e0", "None of them came.", "nonetheless", "null and void", "n/a for two seats",
        "(see memo)", "\u0661", "\u0928\u093f\u0930\u094d\u0923\u092f")  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_words_in_any_script_say_something(text: str) -> None:
    assert is_said(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", [*NOTHING_SEEN, *NO_WORD, *WORDS_FOR_NOTHING, "none"])
def test_what_only_looks_like_a_text_says_nothing(text: str) -> None:
    assert not is_said(text)


def test_a_word_for_nothing_is_not_blank_for_it_may_be_a_name() -> None:
    assert not is_blank("Null")
    assert all(is_blank(text) for text in (*NOTHING_SEEN, *NO_WORD))


def test_half_a_character_says_nothing_whatever_stands_around_it() -> None:
    assert not is_said("Reason \ud800")
    assert is_blank("Reason \udfff")


Put = Callable[[Json, object], None]


def signed() -> Json:
    """An engagement that may proceed by a sign-off alone, of which a mitigation is asked."""
    for case in cases():
        raw = engagement(case["id"])
        for signoff in raw["signoffs"].values():
            terms = rulebook().requirement(signoff["rule"], signoff["code"])
            verdict = verdict_of(raw)
            if terms and terms.terms and terms.terms.mitigation and verdict.may_proceed:
                return raw
    raise AssertionError("no scenario is of this kind")


def in_signoff(name: str) -> Put:
    def put(raw: Json, value: object) -> None:
        for signoff in raw["signoffs"].values():
            signoff[name] = value

    return put


def in_nexus(raw: Json, value: object) -> None:
    for row in raw["initiative"]["nexus"].values():
        row["reason"] = value


def spoilt(raw: Json, put: Put, value: object) -> Verdict:
    changed = deepcopy(raw)
    put(changed, value)
    return verdict_of(changed)


@pytest.mark.parametrize("text", [*NOTHING_SEEN, *NO_WORD, *WORDS_FOR_NOTHING, "a \udc00"])
@pytest.mark.parametrize("put", [in_signoff("reason"), in_signoff("mitigation"), in_nexus])
def test_a_reason_that_says_nothing_denies_however_it_is_written(put: Put, text: str) -> None:
    verdict = spoilt(SIGNED, put, text)
    assert (verdict.outcome, verdict.may_proceed) == ("deny", False)


@pytest.mark.parametrize("put", [in_signoff("reason"), in_signoff("mitigation"), in_nexus])
def test_a_reason_in_another_script_counts(put: Put) -> None:
    assert spoilt(SIGNED, put, SAID[3]).may_proceed


SIGNED = signed()

# Each of them shows as U-P1 to whoever reads it, and none is that text.
LIKE_U_P1 = ("U-P1 ", " U-P1", "u-p1", "U-p1", "U-P1\u200b", "U\u2011P1", "\uff35-P1", "U-P1\n",
             "U-P\u00b9", "U-P1\u0301", "U-\u03a11", "U-P\u0661", "U-P1\x00", "none", "")  # fmt: skip


def convener(raw: Json, value: object) -> None:
    raw["initiative"]["conveners"] = [value]


def second_convener(raw: Json, value: object) -> None:
    raw["initiative"]["conveners"].append(value)


def holder(raw: Json, value: object) -> None:
    raw["office"]["role_holders"]["director"].append(value)


def requester(raw: Json, value: object) -> None:
    in_signoff("requested_by")(raw, value)


def signer(raw: Json, value: object) -> None:
    for signoff in raw["signoffs"].values():
        signoff["by"] = [f"{entry.partition(':')[0]}:{value}" for entry in signoff["by"]]


def reviewer(raw: Json, value: object) -> None:
    review = raw["initiative"]["nexus_review"]
    review["by"] = [*review["by"], f"director:{value}"]


@pytest.mark.parametrize("handle", LIKE_U_P1)
@pytest.mark.parametrize("put", [convener, second_convener, holder, requester, signer, reviewer])
def test_a_handle_spelt_otherwise_denies_wherever_it_stands(put: Put, handle: str) -> None:
    verdict = spoilt(SIGNED, put, handle)
    assert (verdict.outcome, verdict.may_proceed) == ("deny", False)
    assert verdict.canonical()


@pytest.mark.parametrize("name", ["by", "second_reader"])
@pytest.mark.parametrize("handle", [each for each in LIKE_U_P1 if each != "none"])
def test_whoever_determined_a_match_is_named_by_their_one_handle(name: str, handle: str) -> None:
    settled = {"basis": "neither", "reason": "Left.", "by": "U-C1", "second_reader": "U-C2"}
    raw = engagement("G001")
    seat = next(iter(raw["participants"].values()))
    seat["determinations"] = {"ORG-1": {**settled, name: handle}}
    (gap,) = receive(raw).gaps
    assert gap.path.endswith(f"determinations.ORG-1.{name}")


@pytest.mark.parametrize("key", [*NOTHING_SEEN, *NO_WORD, "None", "none", "\ud800"])
def test_a_row_whose_key_says_nothing_denies(key: str) -> None:
    raw = engagement("G001")
    raw["initiative"]["parties"][key] = {"consent": "accepted", "actors": []}
    raw["counts"]["parties"] += 1
    raw["initiative"]["parties"]["SEEN"] = raw["initiative"]["parties"].pop(key)
    assert verdict_of(raw).outcome == "needs_approval"  # a party of which nobody is here
    raw["initiative"]["parties"][key] = raw["initiative"]["parties"].pop("SEEN")
    assert verdict_of(raw).outcome == "deny"
