"""The decision tables are read strictly: every cell once, every word known."""

import pytest

from antechamber_compliance.policy import BadPolicy
from antechamber_compliance.rulebook import load
from antechamber_compliance.tablefile import (
    FORMAT_LINES,
    INSTRUMENTS,
    MATRIX,
    PROGRAMMES,
    ROUTING_TABLES,
    TYPES,
)
from antechamber_compliance.tables import Cell
from engagements import policy_files, rulebook

LAST = "HOST_LIST,medical_emergency,"


def refusal(file: str, old: str, new: str) -> str:
    """Return how the rulebook is refused with the first of these texts changed in a table."""
    text = policy_files()[file].decode()
    assert old in text
    with pytest.raises(BadPolicy) as caught:
        load({**policy_files(), file: text.replace(old, new, 1).encode()})
    return str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (MATRIX, "regime,support_type", "regime,type", "1:8: the column 'type' stands where 'support_type' belongs"),
        (MATRIX, "UN_1988,contact", "UN_1989,contact", "19:1: regime is 'UN_1989'"),
        (MATRIX, "UN_1267,contact", "UN_1267,gift", "2:9: support_type is 'gift'"),
        (MATRIX, "approve_record", "approve", "2:17: route is 'approve'"),
        (MATRIX, "approve_record,0,,approve_record", "approve_record,2,,approve_record",
         "2:32: counsel_memo is '2'"),
        (MATRIX, "approve_record,0,,approve_record", "approve_record,0,none,approve_record",
         "2:34: occasions_memo_from must be"),
        (MATRIX, "approve_record,0,,approve_record", "approve_record,0,0,approve_record",
         "2:34: occasions_memo_from must be"),
        (MATRIX, "approve_record,0,,approve_record", "approve_record,0,,open",
         "2:35: public_session_route is 'open'"),
        (MATRIX, "approve_record,0,,approve_record", "approve_record,0,approve_record",
         "2:1: has 9 cells, not 10"),
        (MATRIX, "X-UN-1452|X-UN-COMMITTEE", "X-UN-1452|X-UN-OTHER", "'X-UN-OTHER', which is not"),
        (MATRIX, "X-UN-1452|X-UN-COMMITTEE", "X-UN-1452||X-UN-COMMITTEE", "has a bar too many"),
        (MATRIX, "X-UN-1452|X-UN-COMMITTEE", "X-US-SPECIFIC", "X-US-SPECIFIC serves no UN_1267"),
        (MATRIX, "UN_1267,convening_platform", "UN_1267,contact", "contact under UN_1267 stands"),
        (TYPES, "contact,no,session", "contact,perhaps,session", "2:9: economic is 'perhaps'"),
        (TYPES, "contact,no,session", "contact,no,ever", "2:12: window is 'ever'"),
        (TYPES, "contact,no,session", ",no,session", "2:1: support_type is blank"),
        (TYPES, "lodging,yes", "travel,yes", "travel stands here twice"),
        (TYPES, "honorarium,", "gift,", "support_type is 'honorarium'"),
        (FORMAT_LINES, "plenary,always", "plenum,always", "format is 'plenum'"),
        (FORMAT_LINES, "plenary,always", "plenary,ever", "when is 'ever'"),
        (FORMAT_LINES, "plenary,always,facilitation", "plenary,always,gift", "support_type is"),
        (FORMAT_LINES, "plenary,always,facilitation", "plenary,in_person,facilitation",
         "plenary implies nothing that is always given"),
        (FORMAT_LINES, "plenary,remote,remote_link", "plenary,always,facilitation", "twice"),
        (INSTRUMENTS, "X-UN-2664,UN_1267|UN_COUNTRY", "X-UN-2664,UN_1267|UN_ALL", "'UN_ALL'"),
        (INSTRUMENTS, "X-UN-2615,", "X-UN-2664,", "X-UN-2664 stands here twice"),
        (INSTRUMENTS, ",open,", ",never,", "end is 'never'"),
        (INSTRUMENTS, "medical_emergency,no", "medical_emergency,maybe", "lifts_travel_ban is"),
        (INSTRUMENTS, "medical_emergency,no", "first_aid,no", "'first_aid', which is not known"),
        (INSTRUMENTS, "X-UN-1988-TRAVEL,", "X-UN-1988,", "'X-UN-1988-TRAVEL', which is not known"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_relied_on_is_refused(
    file: str, old: str, new: str, says: str
) -> None:
    message = refusal(file, old, new)
    assert message.startswith("tables/")
    assert says in message


def test_the_nearest_right_name_is_offered() -> None:
    for file, old, new, right in (
        (MATRIX, "UN_1988,contact", "UN_1898,contact", "UN_1988"),
        (MATRIX, "UN_1267,meals", "UN_1267,meal", "meals"),
        (MATRIX, "X-UN-1452|", "X-UN-1425|", "X-UN-1452"),
        (FORMAT_LINES, "plenary,always", "plenery,always", "plenary"),
        (INSTRUMENTS, "medical_emergency,no", "medical_emergencies,no", "medical_emergency"),
    ):
        assert refusal(file, old, new).partition("\n")[0].endswith(f"did you mean {right!r}?")


def test_a_cell_is_found_past_quoted_commas_quotes_and_line_ends() -> None:
    old = "Asset freeze only,V\nX-UN-1988-TRAVEL"
    new = '"Asset ""freeze"",\n only",V\nX-UN-1988-TRAVEL'
    text = policy_files()[INSTRUMENTS].decode().replace(old, new, 1)
    spoiled = text.replace('case by case",Named individuals', 'case by case",Named', 1)
    line = next(n for n, row in enumerate(text.split("\n"), 1) if row.startswith("X-UN-1988-T"))
    for end in ("\n", "\r\n"):
        raw = spoiled.replace("reports after travel,V", "reports after travel,W").replace("\n", end)
        with pytest.raises(BadPolicy) as caught:
            load({**policy_files(), INSTRUMENTS: raw.encode()})
        row = spoiled.split("\n")[line - 1]
        assert (caught.value.line, caught.value.column) == (line, len(row))


def test_a_missing_cell_is_named() -> None:
    text = policy_files()[MATRIX].decode()
    kept = "".join(line for line in text.splitlines(True) if not line.startswith(LAST))
    with pytest.raises(BadPolicy, match="lacks medical_emergency under HOST_LIST"):
        load({**policy_files(), MATRIX: kept.encode()})


@pytest.mark.parametrize("raw", [b"\xff", b'regime,"support', b""])
def test_what_is_no_table_is_refused(raw: bytes) -> None:
    with pytest.raises(BadPolicy, match=MATRIX):
        load({**policy_files(), MATRIX: raw})


@pytest.mark.parametrize("file", ROUTING_TABLES)
def test_the_rules_that_route_need_each_of_their_tables(file: str) -> None:
    files = {path: raw for path, raw in policy_files().items() if path != file}
    with pytest.raises(BadPolicy, match=f"{file}:1:1: is absent"):
        load(files)


def test_the_screenings_table_is_not_needed_to_decide() -> None:
    files = {path: raw for path, raw in policy_files().items() if path != PROGRAMMES}
    assert len(load(files).rules) == 51


def test_the_tables_are_what_the_rules_were_written_for() -> None:
    tables = rulebook().tables
    assert len(tables.matrix) == 13 * 17
    assert tables.matrix["AU_CC", "contact"] == Cell("approve_record", "approve_record", False, 2)
    assert tables.matrix["UK_TA2000", "facilitation"] == Cell("approve_record", "deny", True, None)
    assert tables.windows["travel"] == "travel"
    assert tables.instruments["X-EU-2024-669"].end_to_verify
    assert tables.instruments["X-UN-1452"].activities is None
    assert tables.instruments["X-UN-2664"].support_types == ("medical_emergency",)
    assert {ref for ref, each in tables.instruments.items() if each.lifts_travel_ban} == {
        "X-UN-1988-TRAVEL",
        "X-UN-COMMITTEE",
        "X-HOST-PERMIT",
    }
