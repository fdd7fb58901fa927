"""Copies that fill the slots are what dataclasses.replace would make."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from antechamber_compliance.derive import derive
from antechamber_compliance.dossier import Dossier, receive
from antechamber_compliance.dossier.facts import OfficeFacts
from antechamber_compliance.dossier.slots import changed
from engagements import engagement, rulebook


def models(record: Any) -> dict[type, Any]:
    """One record of each kind that an engagement is made of."""
    found: dict[type, Any] = {}
    waiting = [record]
    while waiting:
        each = waiting.pop()
        if isinstance(each, tuple):
            waiting += each
        elif is_dataclass(each) and not isinstance(each, type):
            found.setdefault(type(each), each)
            waiting += [getattr(each, field.name) for field in fields(each)]
    return found


def whole() -> Dossier:
    return derive(receive(engagement("G086")).dossier, rulebook().tables)


@pytest.mark.parametrize("record", models(whole()).values(), ids=lambda r: type(r).__name__)
def test_a_copy_is_what_replace_makes(record: Any) -> None:
    assert repr(changed(record)) == repr(record)
    for field in fields(record):
        value = object()
        copy, wanted = (make(record, **{field.name: value}) for make in (changed, replace))
        for each in fields(record):
            assert getattr(copy, each.name) is getattr(wanted, each.name)


def test_a_record_of_one_field_keeps_its_list() -> None:
    facts = OfficeFacts(unfilled_regimes=("AU_CC",))
    assert changed(facts).unfilled_regimes == ("AU_CC",)
