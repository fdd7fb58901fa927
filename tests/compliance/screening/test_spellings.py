"""Words: what is one word in many spellings, and what is not."""

import numpy as np
import pytest

from antechamber_compliance.screening.compounds import compounded
from antechamber_compliance.screening.forms import deletions, forms
from antechamber_compliance.screening.likeness import HOWS, Pairs, compare
from antechamber_compliance.screening.names import fold, in_each_script, read
from antechamber_compliance.screening.units import units
from antechamber_compliance.screening.vocabulary import Vocabulary


def likeness(asked: str, listed: str) -> tuple[float, str]:
    vocabulary = Vocabulary()
    number = vocabulary.join(listed, alone=True)
    vocabulary.close()
    zero = np.array([0], dtype=np.int32)
    pairs = Pairs([forms(asked)], zero, np.array([number], dtype=np.int32))
    values, rules = compare(vocabulary, pairs)
    return float(values[0]), HOWS[rules[0]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Çelik-Öztürk, Ayşe", ("celik", "ozturk", "ayse")),
        ("Владимир", ("vladimir",)),
        ("Νικόλαος", ("nikolaos",)),
        ("O'Brien", ("obrien",)),
        ("\u202eAli\u202c \u200fHassan", ("ali", "hassan")),
        ("محمّد الأمين", ("محمد", "الامين")),
        ("سید\u200cصادق", ("سيد", "صادق")),
        ("王杰", ("wang", "jie")),
        ("0rvane Torva1eth 5alimov", ("orvane", "torvaleth", "salimov")),
        ("Unit 4120, MIG29, 10th", ("unit", "4120", "mig29", "10th")),
        ("Χαμπίμπ Ντιρχάν Παυλίδης", ("khabib", "dirkhan", "pavlidis")),
        ("אל־תמר ג׳ומאנה", ("אל", "תמר", "גומאנה")),
        ("Ali 👍 Hassan", ("ali", "hassan")),
        ("-.,'’", ()),
    ],
)
def test_a_name_is_folded_to_words_whatever_its_script(text: str, words: tuple[str, ...]) -> None:
    assert fold(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abd al-Rahman", "Abdurrahman"),
        ("Abdel Rahman", "ABDULRAHMAN"),
        ("Nur al-Din", "Nuruddin"),
        ("Nour Eddine", "Noureddine"),
        ("Habib Ullah", "Habibullah"),
        ("Abu al-Fazl", "Abulfazl"),
        ("عبد الرحمن", "عبدالرحمن"),
        ("عز الدين", "عزالدين"),
        ("حمد الله", "حمدالله"),
    ],
)
def test_words_written_apart_or_together_come_to_one_form(one: str, other: str) -> None:
    first, second = ([forms(s.word).sound for s in compounded(fold(t))] for t in (one, other))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kadyroff", "Kadyrov"),
        ("Sergej", "Sergei"),
        ("Shcherbakov", "Schtscherbakow"),
        ("Djamal", "Jamal"),
        ("Youssef", "Yusef"),
        ("Aleksandr", "Alexandr"),
    ],
)
def test_romanisations_of_one_sound_are_alike(one: str, other: str) -> None:
    assert likeness(one.lower(), other.lower())[0] >= 0.9


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("محمد", "mohammed"),
        ("يوسف", "youssef"),
        ("حسين", "hossein"),
        ("قذافي", "gaddafi"),
        ("جمال", "gamal"),
        ("فلاديمير", "vladimir"),
        ("الاسد", "assad"),
        ("רבין", "rabin"),
        ("صالح", "saleh"),
        ("فتاح", "fattah"),
        ("גומאנה", "jumana"),
        ("אברהם", "avraham"),
    ],
)
def test_unwritten_vowels_may_be_any(written: str, heard: str) -> None:
    (word,) = fold(written)
    assert likeness(word, heard)[1] == "unvowelled"
    assert likeness(heard, word)[1] == "unvowelled"


@pytest.mark.parametrize(
    ("written", "heard"),
    [("سالم", "slim"), ("موحد", "ahmad"), ("ياسمين", "osman"), ("علي", "awliya")],
)
def test_a_written_vowel_that_is_not_heard_counts_against_a_word(written: str, heard: str) -> None:
    assert likeness(written, heard)[0] < 0.8


@pytest.mark.parametrize(("one", "other"), [("zhang", "zhong"), ("hassan", "hussain")])
def test_vowels_that_no_romanisation_confuses_count_against_a_word(one: str, other: str) -> None:
    assert likeness(one, other)[0] < 0.75


@pytest.mark.parametrize(
    ("one", "other"), [("yusuf", "yousef"), ("nader", "nadir"), ("mohammed", "muhammad")]
)
def test_vowels_that_romanisations_write_for_one_another_count_little(one: str, other: str) -> None:
    assert likeness(one, other)[0] > 0.8


def test_short_words_are_not_alike_for_one_letter_less() -> None:
    assert likeness("ali", "ila")[0] == 0
    assert likeness("12345", "12346")[0] == 0
    assert likeness("mortazavi", "mortazabi")[1] == "typo"


def test_a_word_that_is_a_name_by_itself_is_less_likely_a_mistyped_one() -> None:
    assert likeness("jason", "mason")[0] < likeness("jxson", "mxson")[0]


def test_neighbours_are_also_read_as_one_word_and_letters_spelled_out_too() -> None:
    joined = {unit.text for unit in units(read("Kim Jong Un"), person=True).joined}
    assert "jongun" in joined
    assert "abc" in {unit.text for unit in units(read("A.B.C. Trading"), person=False).joined}


def test_legal_forms_are_one_word_however_they_are_written() -> None:
    texts = [
        "Общество с ограниченной ответственностью Ромашка",
        "Limited Liability Company Romashka",
    ]
    first, second = ([u.text for u in units(read(text), person=False).words] for text in texts)
    assert first == second == ["llc", "romashka"]


def test_a_name_given_in_two_scripts_is_asked_in_each() -> None:
    assert in_each_script("Torvaneth Quillory") == ["Torvaneth Quillory"]
    parts = in_each_script("Torvaneth Quillory توفان قلوري")
    assert [fold(part) for part in parts[1:]] == [("torvaneth", "quillory"), ("توفان", "قلوري")]


def test_of_a_text_with_many_names_the_shortest_are_asked_apart() -> None:
    long = " ".join(f"torvaneth{at}" for at in "abcdefghijklmnopqrstuvwxyz")
    assert in_each_script(f"{long} / Orvane Thenn")[1:] == [" Orvane Thenn"]
    assert len(in_each_script(" / ".join(f"Orvane Thenn{at}" for at in "abcdefgh"))) == 5


def test_a_word_has_each_form_with_one_letter_less() -> None:
    assert set(deletions("abcd")) == {"abcd", "bcd", "acd", "abd", "abc"}
    assert list(deletions("abc")) == ["abc"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("101st Light Brigade", "101 Light Brigade"),
        ("Quillory d.o.o.", "Quillory DOO"),
        ("Quillory L.L.C.", "Quillory LLC"),
        ("Quillory Sp. z o.o.", "Quillory d.o.o."),
    ],
)
def test_ordinals_and_spelled_legal_forms_of_organisations_come_to_one_form(
    one: str, other: str
) -> None:
    both = [[unit.text for unit in units(read(name), False).words] for name in (one, other)]
    assert both[0] == both[1]


def test_a_swedish_romanisation_sounds_like_an_english_one() -> None:
    assert likeness("krjutjkov", "kryuchkov")[0] > 0.7
