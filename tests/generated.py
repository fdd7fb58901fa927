"""Engagements that Hypothesis composes: the base engagement and a few twists of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from antechamber_compliance.dossier.vocabulary import FORMATS
from antechamber_compliance.finding import Finding
from antechamber_compliance.policy import Parameter, Terms
from antechamber_compliance.scenarios import merge
from engagements import Json, cases, engagement, recounted, rulebook, seat_of
from listed import licence, line
from places import Place, leaves, template_of, value_at
from weighing import weighed

SEATS = ("P1", "P2", "P4", "P5", "P6", "P8", "F2", "I1", "Z1", "Z2")
TYPES = ("contact", "travel", "lodging", "meals", "training_content", "medical_emergency",
         "visa_letter", "honorarium", "equipment", "unheard_of")  # fmt: skip
# Days that begin or end with a change of clocks, far zones, halves and quarters of an hour.
ZONES = (
    "UTC", "Europe/Zurich", "Europe/Dublin", "America/Havana", "America/Santiago", "Asia/Beirut",
    "Africa/Cairo", "Africa/Casablanca", "Atlantic/Azores", "Australia/Lord_Howe",
    "Pacific/Chatham", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati",
    "Pacific/Pago_Pago", "America/St_Johns",
)  # fmt: skip
WORDS: Json = {
    "role": ["delegate", "participant", "observer", "facilitator", "interpreter", "staff"],
    "gender": ["woman", "man", "nonbinary", "undisclosed"],
    "mode": ["in_person", "remote"],
    "crosses_border": [False, True],
    "capacity": ["official", "personal"],
    "party": ["A", "B", "none"],
    "track": ["1", "2", "third_party"],
    "age_band": ["adult", "minor"],
    "youth_protocol": ["complete", "not_applicable"],
    "access_needs": ["none", "met", "declined", "unmet"],
    "threat": ["none", "mitigated", "unmitigated"],
    "uses_interpretation": [False, True],
    "earlier_occasions": [0, 1, 2],
    "travel_to": ["session", "2026-12-04"],
    "travel_exemptions": [[], ["COM"], ["DER"]],
    "implied_auth": [[], ["DER"], ["COM", "DER"]],
    "coi": [{"status": "open"}, {"status": "managed", "at": "2026-06-01"}],
    "screening": [{"change": "delisted"}, {"change": "newly_listed"}],
    "consent": [{"obtained_by": "employer"}, {"status": "withdrawn"}, {"expires": "2026-12-01"}],
}
SESSION: Json = {
    "format": FORMATS,
    "public": [False, True],
    "catering": [False, True],
    "track": ["1.5", "2"],
    "confidentiality": ["C2", "C3", "C4"],
    "single_party": [False, True],
    "toc_objective": ["OBJ-1", "none"],
    "transfer_pathway": ["publication", "none"],
    "gender_expertise": [False, True],
    "risk": [{"residual": "low"}, {"residual": "high"}, {"at": "2026-11-01"}],
    "funders": [["FU1"], ["own_funds", "FU1"]],
}
INITIATIVE: Json = {
    "data_protection": [{"dpia": False}, {"retention_until": "none"}],
    "local_coconvener": ["none", "named"],
    "division_of_labour": [False, True],
    "gender_analysis": [{"at": "2025-09-01"}, {"axes": ["age"]}, {"at": "none"}],
    "map": [{"at": "2026-04-01"}, {"local_t2": 0}, {"key_constituencies": ["youth"]}],
    "toc_objectives": [[], ["OBJ-1"]],
    "indicator_types": [["contribution"], ["attribution"]],
    "parties": [{"A": {"consent": "not_sought"}}, {"B": {"actors": ["ACT"]}}],
    "overlaps": [{"o": {"days_apart": 40, "deconflicted": False, "other_level": "open"}}],
    "funders": [{"FU1": {"bars_listed": True}}, {"FU1": {"requires_names": True}}],
}
REGIMES_TRIED = ("EU_CT_931", "UN_1267", "UN_1988", "US_FTO", "UK_TA2000", "AU_CC", "XX_NEW")


def listings() -> Iterator[Json]:
    """A person's own listings: one, with and without a travel ban, and two."""
    for regime, ban in product(REGIMES_TRIED, (False, True)):
        yield {"listings": {regime: {"regime": regime, "travel_ban": ban}}}


def support() -> Iterator[Json]:
    """A line of support of each kind, on each way of relying on authorisations."""
    for kind, auth in product(TYPES, ((), ("DER",), ("COM", "DER"), ("GONE",))):
        yield {"support": {f"l{len(auth)}": line(kind, *auth, amount=90 * len(kind))}}


def ties() -> Iterator[Json]:
    """What screening found of a person, and what was determined."""
    for basis in ("member", "neither"):
        yield {"determinations": {"ACT": {
            "basis": basis, "reason": "known", "by": "U-C1", "second_reader": "U-D1"}}}  # fmt: skip
    for score, disposition, regimes in product(
        (70, 80, 90), ("open", "false_positive", "confirmed"), ([], ["EU_RM"])
    ):
        yield {"screening": {"hits": {"h": {
            "score": score, "list": "eu_fsf", "corroborated": False, "entry_regimes": regimes,
            "disposition": disposition, "by": "U-C1", "reason": "told apart", "fresh": True,
        }}}}  # fmt: skip


def initiatives() -> Iterator[Json]:
    """Changes to the initiative: its papers, a listed actor, authorisations, the nexus."""
    yield from one_word(INITIATIVE)
    for regime in ("", "EU_CT_931", "US_FTO"):
        listed = {"a": {"regime": regime}} if regime else {}
        yield {"actors": {"ACT": {"kind": "armed_group", "listings": listed,
                                  "screening_at": "2026-11-15T08:00:00Z"}}}  # fmt: skip
    instruments = (("EU_CT_931", "X-EU-NCA-DEROG"), ("UN_1267", "X-UN-COMMITTEE"))
    ends, caps = ("none", "2026-12-02", "2027-06-30"), ("none", 900)
    for ref, (regime, instrument), end, cap in product(("DER", "COM"), instruments, ends, caps):
        held = {"instrument": instrument, "valid_to": end, "cap": cap, "types": list(TYPES)}
        yield {"authorisations": {ref: licence(regime, lifts_travel_ban=True, **held)}}
    for regime, before in product(REGIMES_TRIED[:-1], (False, True)):
        row = {"applies": False, "applied_before": before, "reason": "not_engaged"}
        yield {"nexus": {regime: row}}


def values_of(parameter: Parameter) -> list[Any]:
    """Values of a parameter over its bounds, the strictest last."""
    if parameter.type == "bool":
        values: list[Any] = [False, True]
        return values if parameter.stricter == "true" else values[::-1]
    if parameter.type == "set":
        return [list(parameter.members[:n]) for n in range(len(parameter.members), -1, -1)]
    shipped = [value for _, value in parameter.values]
    numbers = sorted({parameter.least, *shipped, parameter.most})
    return numbers if parameter.stricter == "higher" else numbers[::-1]


def one_word(words: Json) -> Iterator[Json]:
    """Each of these fields with each of its words."""
    yield from ({name: word} for name, each in words.items() for word in each)


@cache
def twists() -> tuple[Json, ...]:
    """All changes that engagements are composed of, as merge patches."""
    of_a_seat = (*one_word(WORDS), *listings(), *support(), *ties())
    parameters = rulebook().parameters().items()
    return (
        *({"participants": {ref: each}} for ref in SEATS for each in of_a_seat),
        *({"session": each} for _ in range(5) for each in one_word(SESSION)),
        *({"session": {"tz": tz}} for _ in range(2) for tz in ZONES),
        *({"initiative": each} for _ in range(6) for each in initiatives()),
        *({"params": {name: value}} for name, p in parameters for value in values_of(p)),
        *({"history": {"gender_waiver_run": run}} for run in range(4)),
    )


@cache
def base_engagement() -> Json:
    """The base engagement, shared: whoever changes it changes a copy."""
    return engagement()


@st.composite
def unsigned(draw: st.DrawFn, most: int = 6) -> Json:
    """An engagement with up to so many twists and no sign-offs."""
    raw = base_engagement()
    for ref in draw(st.lists(st.sampled_from(("Z1", "Z2")), unique=True)):
        raw = seat_of(raw, ref, consent={}, constituency="other", party="none")
    for twist in draw(st.lists(st.sampled_from(twists()), max_size=most)):
        people = twist.get("participants", {})
        if people.keys() <= raw["participants"].keys():
            raw = merge(raw, twist)
    return recounted(raw)


@st.composite
def engagements(draw: st.DrawFn, most: int = 6) -> Json:
    """An engagement with up to so many twists; some of its findings are signed."""
    raw = draw(unsigned(most))
    for finding in weighed(raw).findings:
        if finding.terms is not None and draw(st.booleans()):
            raw = signed(raw, finding)
    return raw


def signed(raw: Json, finding: Finding) -> Json:
    """The engagement with a valid sign-off for a finding that can be signed."""
    assert finding.terms is not None
    key = "-".join(finding.key)
    return recounted(merge(raw, {"signoffs": {key: signoff(finding.key, finding.terms)}}))


def signoff(finding: tuple[str, str, str], terms: Terms) -> Json:
    """A sign-off of (rule, code, subject) that meets all terms, by holders that the base has."""
    rule, code, subject = finding
    holders = base_engagement()["office"]["role_holders"]
    by = [f"{role}:{holders[role][0]}" for role in terms.roles]
    expires = date(2026, 11, 18) + timedelta(days=min(terms.max_days, 40))
    return {"kind": terms.kind, "rule": rule, "code": code,
            "subject": subject, "by": by, "requested_by": "U-P1", "reason": "weighed",
            "mitigation": "agreed", "memo": "attached", "given_at": "2026-11-18T10:00:00Z",
            "expires": expires.isoformat(), "tz": "UTC", "binding": "current"}  # fmt: skip


@cache
def values_seen() -> dict[Place, list[Any]]:
    """All values that the shipped scenarios have at each kind of place."""
    seen: dict[Place, list[Any]] = {}
    for case in cases():
        raw = engagement(case["id"])
        for place in leaves(raw):
            values = seen.setdefault(template_of(place), [])
            if (value := value_at(raw, place)) not in values:
                values.append(value)
    return seen


def another(raw: Json, place: Place) -> Any:
    """Another value that a scenario has at such a place; None where there is no other."""
    now = value_at(raw, place)
    others = (v for v in values_seen()[template_of(place)] if v != now and type(v) is type(now))
    return next(others, None)


@cache
def full() -> Json:
    """The base engagement with a row in every map there is."""
    person = {
        "listings": {"a": {"regime": "EU_CT_931", "travel_ban": True}},
        "support": {"l": line("travel", "DER", "COM")},
        "determinations": {
            "ACT": {"basis": "member", "reason": "known", "by": "U-C1", "second_reader": "U-D1"}
        },
        "screening": {"hits": {"h": {
            "score": 70, "list": "eu_fsf", "corroborated": False, "entry_regimes": ["EU_CT_931"],
            "disposition": "confirmed", "by": "U-C1", "reason": "same person", "fresh": True,
        }}},
    }  # fmt: skip
    actor = {"kind": "armed_group", "screening_at": "2026-11-15T08:00:00Z",
             "listings": {"a": {"regime": "EU_CT_931"}}}  # fmt: skip
    overlap = {"days_apart": 40, "deconflicted": False, "other_level": "open"}
    raw = engagement(patch={
        "params": {"GEN-01.women_floor_pct": 40},
        "participants": {"P5": person, "P6": person},
        "initiative": {
            "actors": {"ACT": actor},
            "parties": {"B": {"actors": ["ACT"]}},
            "authorisations": {"DER": licence(), "COM": licence("UN_1267")},
            "funders": {"FU1": {"derogations": {"d": {"kind": "person", "value": "P5"}}}},
            "overlaps": {"o": overlap},
        },
    })  # fmt: skip
    first = next(f for f in weighed(raw).findings if f.terms is not None)
    return signed(raw, first)
