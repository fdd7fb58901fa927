"""Who is in the room: gender, balance, roles and constituencies at every limit."""

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from antechamber_compliance.dossier.vocabulary import Axis
from engagements import Json, engagement, found_in, verdict_of

SHORT = {"w": "woman", "m": "man", "u": "undisclosed", "n": "nonbinary", "s": "self_described"}
FORMAT = {"workshop": "problem_solving_workshop", "shuttle": "shuttle"}


def room(voices: str, watching: str = "", format_: str = "workshop", **more: Any) -> Json:
    """An engagement with these voices and observers, one letter each for their gender."""
    raw = engagement("G165")
    voice, watcher = raw["participants"].pop("S1"), raw["participants"].pop("S2")
    seats: Json = {}
    for prefix, genders, seat in (("V", voices, voice), ("O", watching, watcher)):
        for n, letter in enumerate(genders):
            role = "participant" if prefix == "V" else "observer"
            # The parties are kept in balance, with one seat for nobody's party where it is odd.
            party = "none" if prefix == "O" else "AB"[n % 2]
            changed = {"gender": SHORT[letter], "role": role, "party": party}
            consent = {**seat["consent"], "subject": f"{prefix}{n}"}
            seats[f"{prefix}{n}"] = {**seat, **changed, "consent": consent}
    raw["participants"] |= seats
    raw["session"]["format"] = FORMAT[format_]
    raw["counts"]["seats"] = len(raw["participants"])
    for name, value in more.items():
        raw[name] = {**raw[name], **value}
    raw["counts"]["params"] = len(raw["params"])
    for facilitator in ("F1", "F2", "I1"):
        raw["participants"][facilitator]["gender"] = "man"
    return raw


def gender_findings(raw: Json) -> set[str]:
    return {name for name in found_in(raw) if name.startswith("GEN-0") and "GEN-07" not in name}


@pytest.mark.parametrize(
    ("voices", "watching", "found"),
    [
        ("mm", "", set()),  # too few to count
        ("mmm", "", {"GEN-01/share", "GEN-02/none_present"}),
        ("wmm", "", set()),
        ("wmmm", "", {"GEN-01/share"}),  # one of four, four seats are not yet solo
        ("wmmmm", "", {"GEN-01/share", "GEN-03/solo"}),
        ("wwmmm", "", set()),
        ("wwmmmm", "", set()),
        ("wwmmmmm", "", {"GEN-01/share"}),
        ("wwwmmmmmmm", "", set()),  # exactly thirty percent
        ("wwwmmmmmmmm", "", {"GEN-01/share"}),
        ("wwwwwwww", "", set()),
        ("mmm", "w", {"GEN-01/share", "GEN-04/no_voice"}),
        ("mmm", "u", {"GEN-01/share", "GEN-05/presence_undecided"}),
        ("mmu", "", {"GEN-05/share_undecided"}),
        ("mmu", "w", {"GEN-05/share_undecided"}),  # the undisclosed voice may be a woman's
        ("mmmu", "", {"GEN-01/share", "GEN-05/presence_undecided"}),
        ("wmmmu", "", {"GEN-05/share_undecided"}),
        ("wmmmmmu", "", {"GEN-01/share"}),  # at most two of seven
        ("wwmmmmu", "", {"GEN-05/share_undecided"}),
        ("wwummmmmmm", "", {"GEN-05/share_undecided"}),  # thirty percent at best
        ("wnnnn", "", {"GEN-03/solo"}),  # one of one counted, one among five voices
        ("wmmn", "", set()),
        ("nnn", "", set()),  # nobody is counted
        ("nnnn", "w", set()),
        ("mmmn", "", {"GEN-01/share", "GEN-02/none_present"}),
        ("mmmn", "s", {"GEN-01/share", "GEN-02/none_present"}),
    ],
)
def test_the_composition_is_read_as_written(voices: str, watching: str, found: set[str]) -> None:
    assert gender_findings(room(voices, watching)) == found


@pytest.mark.parametrize(
    ("params", "voices", "found"),
    [
        ({"GEN-01.others_in_denominator": True}, "wmmn", {"GEN-01/share"}),
        ({"GEN-01.others_in_denominator": True}, "nnn", {"GEN-01/share", "GEN-02/none_present"}),
        ({"GEN-01.min_seats": 6}, "mmmmm", set()),
        ({"GEN-01.min_seats": 6}, "mmmmmm", {"GEN-01/share", "GEN-02/none_present"}),
        ({"GEN-01.women_floor_pct": 50}, "wwmm", set()),
        ({"GEN-01.women_floor_pct": 50}, "wwmmm", {"GEN-01/share"}),
        ({"GEN-01.women_floor_pct": 43}, "wwwmmmm", {"GEN-01/share"}),  # 300 is below 301
        ({"GEN-01.women_floor_pct": 43}, "wwummmm", {"GEN-01/share"}),
        ({"GEN-01.women_floor_pct": 43}, "wwwummm", {"GEN-05/share_undecided"}),
        ({"GEN-03.solo_min_seats": 4}, "wmmm", {"GEN-01/share", "GEN-03/solo"}),
        ({"GEN-03.solo_min_seats": 8}, "wmmmmmm", {"GEN-01/share"}),
        ({"GEN-01.exempt_formats": []}, "mmm", {"GEN-01/share", "GEN-02/none_present"}),
    ],
)
def test_parameters_move_the_limits(params: Json, voices: str, found: set[str]) -> None:
    assert gender_findings(room(voices, params=params)) == found


def phase(voices: str, women: int, undisclosed: int, seats: int, **params: Any) -> set[str]:
    history = {"phase": {"sessions": 2, "voice_seats": seats, "women": women,
                         "undisclosed": undisclosed}}  # fmt: skip
    return gender_findings(room(voices, format_="shuttle", history=history, params=params))


@pytest.mark.parametrize(
    ("voices", "women", "undisclosed", "seats", "found"),
    [
        ("mm", 0, 0, 2, set()),  # four in all
        ("mm", 0, 0, 3, {"GEN-01/phase_share"}),
        ("wm", 0, 0, 3, {"GEN-01/phase_share"}),  # one of five
        ("ww", 0, 0, 3, set()),
        ("mm", 3, 0, 8, set()),  # three of ten
        ("mm", 2, 0, 8, {"GEN-01/phase_share"}),
        ("mm", 2, 1, 8, {"GEN-05/phase_undecided"}),
        ("mu", 2, 0, 8, {"GEN-05/phase_undecided"}),
        ("nn", 0, 0, 4, set()),  # four counted
        ("mu", 1, 0, 3, {"GEN-05/phase_undecided"}),  # five in all
        ("wu", 1, 0, 8, {"GEN-05/phase_undecided"}),  # two or three of ten
    ],
)
def test_exempt_formats_are_counted_over_their_phase(
    voices: str, women: int, undisclosed: int, seats: int, found: set[str]
) -> None:
    assert phase(voices, women, undisclosed, seats) == found


def test_the_floor_of_a_phase_is_not_rounded() -> None:
    assert phase("wm", 2, 0, 5, **{"GEN-01.women_floor_pct": 43}) == {"GEN-01/phase_share"}
    assert phase("wm", 1, 1, 5, **{"GEN-01.women_floor_pct": 43}) == {"GEN-01/phase_share"}
    assert phase("wm", 2, 0, 5, **{"GEN-01.women_floor_pct": 42}) == set()


def test_a_phase_with_more_people_than_seats_is_not_known_whatever_the_format() -> None:
    missing = {"GEN-01/missing", "GEN-05/missing"}
    assert phase("mm", 2, 1, 2) == missing
    impossible = {"phase": {"sessions": 1, "voice_seats": 1, "women": 1, "undisclosed": 1}}
    assert gender_findings(room("wmm", history=impossible)) == missing
    assert gender_findings(room("wm", history=impossible)) == missing


@pytest.mark.parametrize(
    ("role", "gender", "warned"),
    [
        ("facilitator", "woman", False),
        ("facilitator", "undisclosed", False),
        ("facilitator", "nonbinary", True),
        ("notetaker", "woman", True),
    ],
)
def test_a_woman_facilitates(role: str, gender: str, warned: bool) -> None:
    changed = {"participants": {"F1": {"role": role, "gender": gender}}}
    assert ("GEN-07/no_woman_facilitator" in found_in(engagement(patch=changed))) is warned


@pytest.mark.parametrize(
    ("axes", "enough"),
    [
        *((["age", axis], True) for axis in get_args(Axis) if axis != "age"),
        (["age"], False),
        (["age", "age", "age"], False),
        ([], False),
    ],
)
def test_different_axes_count(axes: list[str], enough: bool) -> None:
    found = found_in(engagement(patch={"initiative": {"gender_analysis": {"axes": axes}}}))
    assert ("GEN-06/axes" not in found) is enough


# Parties of P1 to P6, and what is found.
@pytest.mark.parametrize(
    ("parties", "session", "found"),
    [
        ("AABB", {}, set()),
        ("AAAABB", {}, set()),  # exactly double
        ("AAAAAB", {}, {"INC-02/ratio"}),
        ("AAA", {}, {"INC-02/absent"}),
        ("", {}, {"INC-02/absent"}),
        ("AAAAAB", {"format": "shuttle"}, set()),
        ("AAA", {"format": "bilateral"}, set()),
        ("AAA", {"single_party": True}, set()),
        ("", {"single_party": True}, set()),
        ("AAAAAB", {"single_party": True}, {"INC-02/single_party_mixed"}),
        ("AB", {"single_party": True, "format": "shuttle"}, {"INC-02/single_party_mixed"}),
    ],
)
def test_the_parties_are_in_balance(parties: str, session: Json, found: set[str]) -> None:
    raw = engagement(patch={"session": session})
    for n in range(6):
        raw["participants"][f"P{n + 1}"]["party"] = parties[n] if n < len(parties) else "none"
    assert {name for name in found_in(raw) if name.startswith("INC-02")} == found


def test_delegates_and_participants_have_a_voice_alike() -> None:
    raw = engagement()
    for seat in raw["participants"].values():
        if seat["role"] == "delegate":
            seat["role"] = "participant"
    assert found_in(raw) == {}


def test_a_seat_without_a_voice_does_not_stand_for_its_party() -> None:
    raw = engagement()
    for ref in ("P4", "P5", "P6"):
        raw["participants"][ref]["role"] = "observer"
    assert "INC-02/absent" in found_in(raw)


@pytest.mark.parametrize(("ratio", "fires"), [(100, True), (149, True), (150, False)])
def test_the_ratio_is_a_whole_percentage(ratio: int, fires: bool) -> None:
    raw = engagement(patch={"params": {"INC-02.max_ratio_pct": ratio}})
    raw["participants"]["P6"]["party"] = "none"  # three against two
    assert ("INC-02/ratio" in found_in(raw)) is fires


SIDES: Mapping[str, Json] = {
    "as facilitator of a party": {"role": "facilitator", "party": "A"},
    "as facilitator who is a delegate elsewhere": {"also_roles": ["delegate"]},
    "as facilitator who takes part elsewhere": {"also_roles": ["participant"]},
    "as delegate who also facilitates": {"role": "delegate", "also_roles": ["facilitator"]},
    "as facilitator who advises a party": {"also_roles": ["party_adviser"]},
    "as participant who also facilitates": {"role": "participant", "also_roles": ["facilitator"]},
    "as observer of a party who facilitates": {
        "role": "observer", "party": "B", "also_roles": ["facilitator"]},
    "as observer with both roles elsewhere": {
        "role": "observer", "also_roles": ["facilitator", "party_member"]},
}  # fmt: skip


@pytest.mark.parametrize("changes", SIDES.values(), ids=SIDES)
def test_nobody_facilitates_and_is_a_side(changes: Json) -> None:
    found = found_in(engagement(patch={"participants": {"F2": changes}}))
    assert found["ROL-02/conflicting_roles"] == ["F2"]


@pytest.mark.parametrize(
    "changes",
    [{"also_roles": ["funder_rep"]}, {"role": "observer", "also_roles": ["party_adviser"]},
     {"role": "observer", "also_roles": ["facilitator"]}, {"also_roles": ["facilitator"]}],
)  # fmt: skip
def test_other_roles_go_together(changes: Json) -> None:
    assert "ROL-02/conflicting_roles" not in found_in(
        engagement(patch={"participants": {"F2": changes}})
    )


@pytest.mark.parametrize("track", ["1", "1.5", "2", "3"])
@pytest.mark.parametrize(
    ("role", "voice"), [("delegate", True), ("participant", True), ("observer", False)]
)
def test_officials_attend_as_such_where_the_label_says_so(
    track: str, role: str, voice: bool
) -> None:
    raw = engagement(patch={"session": {"track": track}})
    raw["participants"]["P7"] |= {"role": role, "capacity": "official"}
    found = {name for name in found_in(raw) if name.startswith("ROL-03")}
    official = track in ("1", "1.5")
    if official:
        assert found == (set() if voice else {"ROL-03/no_official"})
    else:
        assert found == ({"ROL-03/official_present"} if voice else set())


@pytest.mark.parametrize(
    ("coi", "found"),
    [
        ({"status": "none", "at": "2026-06-01"}, None),
        ({"status": "not_applicable", "at": "not_applicable"}, "not_declared"),
        ({"status": "not_declared", "at": "2026-06-01"}, "not_declared"),
        ({"status": "none", "at": "not_applicable"}, "stale"),  # declared on no known day
        ({"status": "managed", "at": "2026-11-21"}, "stale"),
        ({"status": "open", "at": "2026-06-01"}, "open_conflict"),
    ],
)
def test_the_third_party_team_declares_its_interests(coi: Json, found: str | None) -> None:
    expected = {f"ROL-04/{found}": ["F2"]} if found else {}
    assert found_in(engagement(patch={"participants": {"F2": {"coi": coi}}})) == expected
    assert found_in(engagement(patch={"participants": {"P1": {"coi": coi}}})) == {}


@pytest.mark.parametrize(
    ("overlap", "level", "found", "told"),
    [
        ({"days_apart": 90}, "C3", True, False),
        ({"days_apart": 91}, "C3", False, False),
        ({"days_apart": 0, "deconflicted": True}, "C3", False, False),
        ({"days_apart": 90, "other_level": "c4"}, "C3", False, True),
        ({"days_apart": 91, "other_level": "c4"}, "C3", False, False),
        ({"days_apart": 90, "deconflicted": True}, "C4", False, False),
        ({"days_apart": 90}, "C4", False, True),
    ],
)
def test_an_overlap_is_told_to_the_right_people(
    overlap: Json, level: str, found: bool, told: bool
) -> None:
    row = {"deconflicted": False, "other_level": "open", **overlap}
    channel = {"cleared_to": "C4", "end_to_end": True, "self_hosted": True, "offline": True}
    raw = engagement(patch={
        "initiative": {"overlaps": {"o": row}},
        "session": {"confidentiality": level, "channel": channel, "venue_cleared_to": "C4"},
    })  # fmt: skip
    verdict = verdict_of(raw)
    assert ("ROL-05/overlap" in found_in(raw)) is found
    assert [(n.name, n.to) for n in verdict.notices] == (
        [("ROL-05/overlap_sealed", "deconfliction_officer")] if told else []
    )


LEVELS = ["C1", "C2", "C3", "C4"]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("cleared", [*LEVELS, "none"])
def test_a_channel_or_venue_below_the_level_is_refused(level: str, cleared: str) -> None:
    below = cleared == "none" or cleared < level
    session = {"confidentiality": level, "venue_cleared_to": cleared,
               "channel": {"cleared_to": cleared}}  # fmt: skip
    found = found_in(engagement(patch={"session": session}))
    assert ("CDP-02/channel" in found) is ("CDP-02/venue" in found) is below


def test_a_venue_is_not_needed_where_nobody_goes() -> None:
    raw = engagement(patch={"session": {"venue_cleared_to": "not_applicable"}})
    raw["participants"]["P1"] |= {"mode": "remote", "crosses_border": False}
    assert "CDP-02/venue" in found_in(raw)
    for seat in raw["participants"].values():
        seat |= {"mode": "remote", "crosses_border": False}
    assert found_in(raw) == {}


@pytest.mark.parametrize(
    ("channel", "fit"),
    [
        ({"offline": True, "end_to_end": False, "self_hosted": False}, True),
        ({"offline": False, "end_to_end": True, "self_hosted": True}, True),
        ({"offline": False, "end_to_end": True, "self_hosted": False}, False),
        ({"offline": False, "end_to_end": False, "self_hosted": True}, False),
    ],
)
def test_the_highest_level_needs_an_own_or_no_channel(channel: Json, fit: bool) -> None:
    session = {"confidentiality": "C4", "venue_cleared_to": "C4",
               "channel": {"cleared_to": "C4", **channel}}  # fmt: skip
    assert ("CDP-02/c4_channel" not in found_in(engagement(patch={"session": session}))) is fit
