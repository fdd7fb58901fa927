"""Laws: what opens a session, takes away its papers or adds a person in trouble never helps."""

from hypothesis import given, settings
from hypothesis import strategies as st

from antechamber_compliance.dossier.vocabulary import REGIMES
from engagements import Json, engagement, recounted, seat_of
from weighing import severity, weighed

WORDS = ("contact", "travel", "lodging", "meals", "per_diem", "honorarium", "training_content",
         "equipment", "medical_emergency", "visa_letter", "unheard_of")  # fmt: skip
LINES = st.dictionaries(
    st.sampled_from(("l0", "l1", "l2")),
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(WORDS),
            "amount": st.integers(0, 900),
            "currency": st.sampled_from(("EUR", "USD")),
            "payer": st.sampled_from(("own_funds", "FU1", "FU9")),
            "activity": st.sampled_from(("dialogue", "basic_needs")),
            "auth": st.lists(st.sampled_from(("DER-1", "GL", "GONE")), max_size=2),
        }
    ),
    max_size=3,
)
BRIEF = settings(max_examples=40, deadline=None, derandomize=True, database=None)
REGIME_SETS = st.sets(st.sampled_from((*REGIMES, "XX_NEW")), max_size=3)
BAD_CHANGES: st.SearchStrategy[Json] = st.sampled_from(
    [
        {"threat": "unmitigated"},
        {"access_needs": "unmet"},
        {"rights_request": "open"},
        {"age_band": "unknown"},
        {"legal_basis": "none"},
        {"attribution_accepted": "none"},
        {"consent": {"status": "withdrawn"}},
        {"consent": {"duress": True}},
        {"screening": {"at": "2020-01-01T00:00:00Z"}},
        {"screening": {"organisation": "not_screened"}},
        {"screening": {"change": "newly_listed"}},
    ]
)


def listings(regimes: set[str], ban: bool = False) -> Json:
    return {regime: {"regime": regime, "travel_ban": ban} for regime in sorted(regimes)}


def found(raw: Json) -> set[tuple[str, str, str]]:
    return {f.key for f in weighed(raw).findings if not f.signed_by}


def case(regimes: set[str], lines: Json, public: bool = False) -> Json:
    raw = engagement("G081")
    raw["participants"]["P5"] |= {"listings": listings(regimes), "support": lines}
    raw["session"]["public"] = public
    raw["signoffs"] = {}
    return recounted(raw)


def prohibitions(raw: Json) -> set[str]:
    """What no signature helps against, about P5."""
    return {f.name for f in weighed(raw).findings if f.effect == "deny" and f.subject == "P5"}


@BRIEF
@given(REGIME_SETS, LINES)
def test_opening_a_session_to_the_public_never_lifts_a_prohibition(
    regimes: set[str], lines: Json
) -> None:
    private, public = case(regimes, lines), case(regimes, lines, public=True)
    assert ("PRO-04/prohibited" in prohibitions(public)) >= (
        "PRO-04/prohibited" in prohibitions(private)
    )
    assert severity(public) >= severity(private)


@BRIEF
@given(REGIME_SETS)
def test_without_its_authorisations_nothing_gets_better(regimes: set[str]) -> None:
    raw = engagement("G081")
    raw["participants"]["P5"]["listings"] = listings(regimes)
    raw = recounted(raw)
    stripped = engagement("G081", {"initiative": {"authorisations": {"DER-1": None, "GL": None}}})
    stripped["participants"]["P5"]["listings"] = listings(regimes)
    assert severity(recounted(stripped)) >= severity(raw)


@BRIEF
@given(st.sampled_from(["delegate", "observer", "notetaker"]), BAD_CHANGES, REGIME_SETS)
def test_a_further_person_with_something_wrong_never_helps(
    role: str, bad: Json, regimes: set[str]
) -> None:
    raw = engagement("G026")
    more = seat_of(raw, "Z9", role=role, party="none", gender="woman", **{"consent": {}, **bad})
    more["participants"]["Z9"]["listings"] = listings(regimes)
    more = recounted(more)
    assert severity(more) == 3
    kept = {key for key in found(raw) if key[0].startswith(("PRO", "CON", "SAF"))}
    assert kept <= found(more)


@BRIEF
@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 4), st.integers(0, 3))
def test_what_is_undisclosed_lies_between_its_two_answers(
    women: int, men: int, undisclosed: int, others: int
) -> None:
    """A share that is undecided would hold for some answers and not for others, and only then."""

    def below(extra_women: int) -> bool:
        genders = ["woman"] * (women + extra_women) + ["man"] * (men + undisclosed - extra_women)
        return "GEN-01/share" in seated(genders + ["nonbinary"] * others)

    told = ["woman"] * women + ["man"] * men + ["undisclosed"] * undisclosed
    names = seated(told + ["nonbinary"] * others)
    worst, best = below(0), below(undisclosed)
    assert ("GEN-01/share" in names) is (worst and best)
    assert ("GEN-05/share_undecided" in names) is (worst and not best)


def seated(genders: list[str]) -> set[str]:
    raw = engagement()
    voice = raw["participants"]["P7"]
    for ref in [ref for ref, seat in raw["participants"].items() if seat["role"] == "delegate"]:
        del raw["participants"][ref]
    for n, gender in enumerate(genders):
        consent = {**voice["consent"], "subject": f"V{n}"}
        raw["participants"][f"V{n}"] = {**voice, "gender": gender, "consent": consent}
    return {f.name for f in weighed(recounted(raw)).findings}
