"""Other names of one person or body: short forms, languages, translations, abbreviations."""

import pytest

from antechamber_compliance.screening.bands import Thresholds
from antechamber_compliance.screening.entry import Entry, ListedName
from antechamber_compliance.screening.forms import sound_of
from antechamber_compliance.screening.index import Index
from antechamber_compliance.screening.match import Query, match
from antechamber_compliance.screening.names import read
from antechamber_compliance.screening.nicknames import known_name, related
from antechamber_compliance.screening.units import units

SHIPPED = Thresholds(review_score=85, near_score=75)


def others_of(word: str) -> frozenset[str]:
    return related(known_name(word, sound_of(word)))


def alerts(asked: str, listed: str, schema: str) -> bool:
    """Say whether a name alerts on one that is listed among others."""
    others = ["Orvane Thenn Kalmen", "Ombrydde Quintolow Idris", "Vessarine Umbrel Tolvane"]
    entries = [
        Entry(str(n), schema, (ListedName(name),)) for n, name in enumerate([listed, *others])
    ]
    index = Index.build([("made_up", entries)])
    return bool(match(index, Query("q", asked, schema), SHIPPED).matches)


@pytest.mark.parametrize(
    ("short", "whole"),
    [("lyosha", "aleksei"), ("serhii", "sergey"), ("pepe", "jose"), ("uladzimir", "vladimir")],
)
def test_a_short_form_or_a_neighbouring_language_s_form_is_the_same_name(
    short: str, whole: str
) -> None:
    assert whole in others_of(short)


def test_a_short_form_is_known_however_it_is_romanised() -> None:
    assert "sergey" in others_of("seryoja")


def test_no_name_is_known_by_a_sound_of_a_few_letters() -> None:
    assert not others_of("lie")


@pytest.mark.parametrize(("one", "other"), [("kim", "gim"), ("huang", "wong"), ("ri", "yi")])
def test_surnames_are_the_same_in_the_romanisations_of_several_countries(
    one: str, other: str
) -> None:
    assert other in related(one)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Quintolow Ticaret", "Quintolow Trading"),
        ("Quintolow Shpg", "Quintolow Shipping"),
        ("Banque Quintolow", "Quintolow Bank"),
        ("Открытое акционерное общество Квинтолов", "Kvintolov OAO"),
    ],
)
def test_common_words_of_organisations_are_one_word_in_every_language(
    asked: str, listed: str
) -> None:
    assert alerts(asked, listed, "Organization")


def test_common_words_are_not_translated_in_the_names_of_people() -> None:
    assert [unit.text for unit in units(read("Banco Gaz"), person=True).words] == ["banco", "gaz"]


@pytest.mark.parametrize("title", ["Dr.", "Senator", "Engr.", "Al-Hajj"])
def test_a_title_does_not_hide_a_name(title: str) -> None:
    assert alerts(f"{title} Orvame Thenn Kalmen", "Orvane Thenn Kalmen", "Person")
