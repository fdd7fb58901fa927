"""The fourteen mistakes of authors: each is refused with its place and the nearest right name."""

import time
from datetime import date

import pytest

from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.rulebook import faults, load

PACK = 'id = "x"\ntitle = "X"\nowner = "tests"\nversion = "1"\n'
RULE = """\
id = "X-01"
title = "T"
scope = "session"
rationale = "R."

[[references]]
cite = "C"
checked = "V"
review = 2028-01-15

[params.limit]
type = "int"
min = 1
max = 9
stricter = "lower"
values = [
    { from = 2026-01-01, value = 3 },
]

[let]
voice = 'seats.filter(s, s.role == "delegate")'

[[require]]
code = "c"
effect = "needs_approval"
that = '''
size(voice) > params.limit
|| session.public
'''
message = "{size(voice)} seats, not {params.limit}."
remedy = "Do."
[require.waiver]
roles = ["director"]
max_days = 90
"""
FILE = "x/X-01-t.toml"
TODAY = date(2026, 11, 22)


def files(rule: str) -> dict[str, bytes]:
    return {"x/pack.toml": PACK.encode(), FILE: rule.encode()}


def changed(old: str, new: str) -> str:
    assert RULE.count(old) == 1
    return RULE.replace(old, new)


def test_the_rule_without_a_mistake_is_accepted() -> None:
    assert faults(files(RULE), TODAY) == []
    assert len(load(files(RULE)).rules) == 1


BODY = "size(voice) > params.limit\n|| session.public\n"

# What is written instead of what; where it is refused; what is wrong; the nearest right name.
MISTAKES: dict[str, tuple[str, str, str, str, str]] = {
    "parse error in the file": (
        "title = ", "title ", "2:7", "is not TOML: Expected '='", ""),
    "parse error in an expression": (
        "> params.limit", "> ", "28:1", "expected a value, found '||'", ""),
    "unknown field": (
        "session.public", "session.publik", "28:12", "unknown field 'publik'", "'public'"),
    "unknown field that stands deeper": (
        "session.public", 'session.cleared_to == "C4"', "28:12", "unknown field 'cleared_to'",
        "'channel.cleared_to'"),
    "unknown let": ("size(voice) >", "size(voices) >", "27:6", "unknown name 'voices'", "'voice'"),
    "unknown parameter": (
        "> params.limit", "> params.limits", "27:22", "unknown field 'limits'", "'limit'"),
    "unknown key": ("remedy =", "remedie =", "31:1", "lacks 'remedy'; is 'remedie' meant", ""),
    "unknown key beside": ("cite =", 'sited = "C"\ncite =', "7:1", "unknown key: 'sited'", "'cite'"),
    "type mismatch": ("session.public", "session.public > 1", "28:19", "cannot compare a bool", ""),
    "impossible enum literal": (
        '"delegate"', '"delagate"', "21:36", "'delagate' is not a value it can have", "'delegate'"),
    "impossible word of the file": (
        '"needs_approval"', '"need_approval"', "25:10", "'effect' is 'need_approval'",
        "'needs_approval'"),
    "impossible role": (
        '"director"', '"compliance", "directer"', "33:24", "'roles' has 'directer'", "'director'"),
    "wrong arity": ("size(voice) >", "size(voice, 1) >", "27:1", "size() takes 1 argument, not 2", ""),
    "wrong arity of a macro": (
        "seats.filter(s, s.role", "seats.filter(s.role", "21:16",
        "filter takes a variable and an expression, not 1 argument", ""),
    "unknown macro": ("seats.filter", "seats.filtr", "21:16", "unknown macro 'filtr'", "'filter'"),
    "unknown function": ("size(voice) >", "sise(voice) >", "27:1", "unknown function 'sise'", "'size'"),
    "unbounded cost": (
        "session.public\n", "seats.all(a, seats.all(b, seats.all(c, a.role == b.role && b.role == c.role)))\n",
        "28:23", "over the budget of 1,000,000", ""),
    "duplicate id": (
        "[require.waiver]", ('[require.waiver]\nroles = ["director"]\nmax_days = 9\n[[require]]\n'
        'code = "c"\neffect = "deny"\nthat = "session.public"\nmessage = "M."\nremedy = "Do."\n'
        "[require.approval]"), "36:8", "code 'c' is used twice", ""),
    "missing remedy": ('remedy = "Do."\n', "", "23:1", "lacks 'remedy'", ""),
    "undated parameter": ("from = 2026-01-01, ", "", "17:5", "lacks 'from'", ""),
    "parameter out of bounds": (
        "value = 3", "value = 10", "17:34", "outside the bounds: it must be 1 to 9", ""),
    "unused parameter": ("> params.limit", "> 3", "11:1", "parameter limit is never used", ""),
    "unused let": ("[let]\n", "[let]\nx = 'session.public'\n", "21:1", "let x is never used", ""),
    "always true": (
        BODY, "session.public || params.limit > 2 || !session.public\n", "27:16",
        "this is always true", ""),
    "always false": (
        BODY, ('session.format == "plenary" && session.format == "training"\n'
        "|| params.limit == 3 && session.public\n"), "27:29", "this is always false", ""),
    "message reads an undeclared fact": (
        "{params.limit}", "{params.limit} in {session.tz}", "30:56",
        "this shows session.tz, which is not what is judged here", ""),
    "message reads an unknown field": (
        "{params.limit}", "{params.limits}", "30:45", "unknown field 'limits'", "'limit'"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_refused_with_its_place_and_the_nearest_right_name(name: str) -> None:
    old, new, place, says, meant = MISTAKES[name]
    (fault,) = faults(files(changed(old, new)), TODAY)
    assert str(fault).startswith(f"{FILE}:{place}: ")
    assert says in fault.message
    assert fault.message.endswith(f"; did you mean {meant}?" if meant else "")
    with pytest.raises(BadPolicy, match=f"^{FILE}:{place}: "):
        load(files(changed(old, new)))


def test_the_line_is_shown_with_a_caret_below_what_is_wrong() -> None:
    (fault,) = faults(files(changed("session.public", "session.publik")), TODAY)
    assert str(fault).splitlines()[1:] == ["  | || session.publik", "  |            ^"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("'  session.publik'", "26:19"),
        ('"\\t\\u0073ession . publik"', "26:26"),
        ("'''session\n  .publik'''", "27:4"),
        ('"""\\\n   session\\\n   .publik"""', "28:5"),
    ],
)
def test_a_place_is_that_in_the_file_however_the_text_is_quoted(written: str, place: str) -> None:
    fault = faults(files(changed(f"'''\n{BODY}'''", written)), TODAY)[0]
    assert str(fault).startswith(f"{FILE}:{place}: unknown field 'publik'")


def test_an_id_that_two_rules_have_is_refused_in_the_second_file() -> None:
    (fault,) = faults({**files(RULE), "x/X-01-u.toml": RULE.encode()}, TODAY)
    assert str(fault).startswith("x/X-01-u.toml:1:6: the id X-01 is used by another rule")


@pytest.mark.parametrize("key", ["voids", "params_from"])
def test_another_rule_is_called_by_its_id(key: str) -> None:
    line = 'voids = ["X-02"]\n' if key == "voids" else ""
    head = 'params_from = "X-02"\n' if key == "params_from" else ""
    rule = head + changed("[require.waiver]", f"{line}[require.waiver]")
    (fault,) = faults(files(rule), TODAY)
    assert str(fault).startswith(f"{FILE}:{'32:10' if line else '1:15'}: X-02 is no rule")
    assert fault.message.endswith("did you mean 'X-01'?")


def test_a_reference_past_its_review_date_is_a_fault_to_the_author_and_never_to_the_gate() -> None:
    assert faults(files(RULE), date(2028, 1, 15)) == []
    (fault,) = faults(files(RULE), date(2028, 1, 16))
    assert str(fault).startswith(f"{FILE}:9:10: this reference was to be reviewed by 2028-01-15")
    assert len(load(files(RULE)).rules) == 1


def test_a_reference_without_a_review_date_is_refused() -> None:
    (fault,) = faults(files(changed("review = 2028-01-15\n", "")), TODAY)
    assert str(fault).startswith(f"{FILE}:6:1: lacks 'review'")


@pytest.mark.parametrize(
    ("scope", "view", "that", "shown"),
    [
        # One person's value, in every view.
        ("participant", "gender", 'seat.gender != "man"', "seat.gender"),
        ("participant", "screening", "size(seat.screening.hits) == 0", "size(seat.screening.hits)"),
        ("participant", "screening", 'seat.age_band != "minor"', "seat.age_band"),
        ("participant", "general", "!seat.consent.duress", "seat.consent.duress"),
        ("participant", "screening", "size(seat.derived.listed_regimes) == 0",
         "size(seat.derived.listed_regimes)"),
        # A free text may say anything.
        ("participant", "screening", 'seat.affiliation != "none"', "seat.affiliation"),
        ("session", "general", 'session.country != "QNA"', "session.country"),
        # Counts are for those who may read them.
        ("session", "general", 'size(seats.filter(s, s.gender == "woman")) > 1',
         'size(seats.filter(s, s.gender == \\"woman\\"))'),
        ("session", "gender", 'seats.exists(s, s.gender == "woman")',
         'seats.exists(s, s.gender == \\"woman\\")'),
    ],
)  # fmt: skip
def test_a_message_shows_nothing_confidential(scope: str, view: str, that: str, shown: str) -> None:
    rule = (
        f'id = "X-01"\ntitle = "T"\nrationale = "R."\nscope = "{scope}"\nview = "{view}"\n'
        f'[[require]]\ncode = "c"\neffect = "deny"\nthat = \'{that}\'\n'
        f'message = "M {{{shown}}}."\nremedy = "Do."\n'
    )
    (fault,) = faults(files(rule), TODAY)
    assert str(fault).startswith(f"{FILE}:10:15: this shows ")
    assert fault.message.endswith(("which is confidential", "a text that may say anything"))


def test_a_message_may_show_a_count_to_those_who_may_read_it() -> None:
    rule = RULE.replace('s.role == "delegate"', 's.gender == "woman"')
    (fault,) = faults(files(rule), TODAY)
    assert "participants.*.gender, which is confidential" in fault.message
    assert faults(files('view = "gender"\n' + rule), TODAY) == []


def test_every_faulty_file_is_named_once_in_the_order_of_their_paths() -> None:
    other = RULE.replace("X-01", "X-02").replace("session.public", "session.publik")
    table = b"regime,support_type\n"
    found = faults(
        {
            "tables/support_matrix.csv": table,
            "y/pack.toml": b"id = ",
            "x/X-02.toml": other.encode(),
            "notes.txt": b"",
            **files(changed("remedy =", "remedie =").replace("limit]", "limits]")),
        },
        TODAY,
    )
    named = ["notes.txt", "tables/support_types.csv", FILE, "x/X-02.toml", "y/pack.toml"]
    assert [fault.file for fault in found] == named


def test_a_faulty_let_of_a_pack_is_shown_in_the_pack() -> None:
    pack = PACK + "[let]\nopen = 'session.publik'\n"
    rule = RULE.replace("|| session.public", "|| open")
    found = faults({"x/pack.toml": pack.encode(), FILE: rule.encode()}, TODAY)
    assert [str(fault).partition(": ")[0] for fault in found] == ["x/pack.toml:6:17"]


def test_a_file_that_is_not_utf_8_is_refused_where_it_is_not() -> None:
    (fault,) = faults({**files(RULE), FILE: RULE.encode().replace(b'"R."', b'"\xff"')}, TODAY)
    assert str(fault).startswith(f"{FILE}:4:14: is not UTF-8 from here on")


def test_a_file_with_the_line_ends_of_another_system_has_the_same_places() -> None:
    rule = changed("session.public", "session.publik").replace("\n", "\r\n")
    (fault,) = faults(files(rule), TODAY)
    assert str(fault).startswith(f"{FILE}:28:12: ")


def test_a_variable_called_like_a_let_about_seats_is_not_taken_for_it() -> None:
    head = RULE.replace("[let]\n", "[let]\nmode = 'seat.mode'\n")
    general = head.replace(
        "|| session.public", '|| session.public\n|| session.funders.exists(mode, mode == "FU1")'
    )
    personal = general + (
        '[[require]]\ncode = "p"\nsubject = "participant"\neffect = "deny"\n'
        'that = \'mode != "remote"\'\nmessage = "M."\nremedy = "Do."\n'
    )
    assert faults(files(personal), TODAY) == []


def test_a_file_that_cannot_be_parsed_is_the_only_one_that_is_faulty() -> None:
    lender = changed("|| session.public", "|| open")
    borrower = 'params_from = "X-01"\n' + (
        RULE.replace("X-01", "X-02")
        .replace("[params.limit]", "[params.most]")
        .replace("> params.limit", "> params.limit + params.most")
        .replace("[require.waiver]", 'voids = ["X-01"]\n[require.waiver]')
    )
    pack = PACK + "[let]\nopen = 'session.public'\n"
    whole = {**files(lender), "x/pack.toml": pack.encode(), "x/X-02-t.toml": borrower.encode()}
    assert faults(whole, TODAY) == []
    for slip in (lender.replace("title =", "title").encode(), b"\xff"):
        assert [fault.file for fault in faults({**whole, FILE: slip}, TODAY)] == [FILE]


def test_a_file_that_cannot_be_parsed_may_use_a_let_of_its_pack() -> None:
    pack = PACK + "[let]\nopen = 'session.public'\n"
    whole = {**files("id ="), "x/pack.toml": pack.encode()}
    whole["x/X-02-t.toml"] = RULE.replace("X-01", "X-02").encode()
    assert [fault.file for fault in faults(whole, TODAY)] == [FILE]


def test_a_rule_that_no_faulty_file_is_called_after_is_still_missed() -> None:
    voids = changed("[require.waiver]", 'voids = ["X-03"]\n[require.waiver]')
    found = faults({**files(voids), "x/X-02-t.toml": b"id = "}, TODAY)
    assert [fault.file for fault in found] == [FILE, "x/X-02-t.toml"]


@pytest.mark.parametrize(
    ("old", "new", "write"),
    [
        ("2026-01-01", "2026-02-30", "a day that exists, as 2027-01-01"),
        ("2026-01-01", "2026-13-01", "a day that exists, as 2027-01-01"),
        ("2026-01-01", "1.2.2026", "a day that exists, as 2027-01-01"),
        ("2028-01-15", "15/01/2028", "a day that exists, as 2027-01-01"),
        ('"T"', "\u201cT\u201d", "straight quotes"),
        ('"T"', '"T\u201d', "straight quotes"),
        ("value = 3 },", "value = 3 } { from = 2027-01-01, value = 4 }", "a comma before this"),
        ("2026-01-01, ", "2026-01-01 ", "a comma before this"),
    ],
)
def test_a_slip_in_toml_is_told_with_what_to_write(old: str, new: str, write: str) -> None:
    (fault,) = faults(files(changed(old, new)), TODAY)
    assert fault.message.startswith("is not TOML: ")
    assert fault.message.endswith(f"; write {write}")


def test_a_slip_in_toml_that_is_none_of_these_is_given_no_advice() -> None:
    for slip in ('cite = "the \u201cC\u201d of 2026-01-01" 7', "# the \u201cC\u201d\n= 7"):
        (fault,) = faults(files(changed('cite = "C"', slip)), TODAY)
        assert "write" not in fault.message


DOUBLING = (('"session.public"', "&&"), ('"size(seats) > 3"', "||"))


@pytest.mark.parametrize(("first", "sign"), DOUBLING)
@pytest.mark.parametrize("count", [18, 200])
def test_lets_that_double_each_other_are_read_in_no_time(first: str, sign: str, count: int) -> None:
    lets = [f"l0 = {first}", *(f'l{n} = "l{n - 1} {sign} l{n - 1}"' for n in range(1, count))]
    rule = changed("[let]\n", "[let]\n" + "\n".join(lets) + "\n")
    rule = rule.replace("|| session.public", f"|| l{count - 1}")
    started = time.perf_counter()
    assert load(files(rule)).rules[0].id == "X-01"
    assert time.perf_counter() - started < 5


def test_a_let_too_long_to_look_into_hides_nothing_of_what_is_beside_it() -> None:
    lets = ['l0 = "session.public"', *(f'l{n} = "l{n - 1} && l{n - 1}"' for n in range(1, 18))]
    rule = changed("[let]\n", "[let]\n" + "\n".join(lets) + "\n")
    rule = rule.replace("|| session.public", "|| l17 || size(seats) >= 0")
    with pytest.raises(BadPolicy, match="this is always true"):
        load(files(rule))
