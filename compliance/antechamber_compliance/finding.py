"""What a rule, or the engine itself, found: safe to keep, pseudonymous by construction."""

from collections.abc import Mapping
from dataclasses import dataclass

from antechamber_compliance.policy import Effect, Terms

ENGINE = "ENGINE"
MISSING = "missing"
_ENGINE_TEXTS: Mapping[str, tuple[str, str]] = {
    "bad_input": (
        "A fact that the engine itself needs is missing or malformed.",
        "Record the fact at the path shown, then evaluate again.",
    ),
    "unknown_field": (
        "The engagement has a field that its shape does not have.",
        "Remove the field, or correct its spelling.",
    ),
    "bad_parameter": (
        "A parameter override is unknown or outside its bounds.",
        "Set it within the bounds that the rule declares, or remove it.",
    ),
    "bad_times": (
        "The session or a journey cannot take place at the times given.",
        "Correct the times: the session ends after it starts and lies ahead; journeys frame it.",
    ),
    "incomplete": (
        "Rows were lost on the way: fewer or more arrived than were counted.",
        "Have an administrator check the store before anybody relies on this engagement.",
    ),
    "empty_nexus": (
        "No regime is recorded as applying, so nobody was checked against any law.",
        "Decide on each regime, with a reason and a review.",
    ),
    "empty_parties": (
        "No main party to the conflict is recorded.",
        "Record the parties and their acceptance of the process.",
    ),
    "empty_seats": ("Nobody is seated.", "Seat the people who are to take part."),
    "no_rules": (
        "There is no rule to decide by.",
        "Install a rulebook that loads; 'antechamber rules check' says what is wrong.",
    ),
    "rule_error": (
        "A rule could not be applied.",
        "Report the rule to the rulebook's owner; nothing clears until it is mended.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark about one subject.

    `paths` is what was looked at, `missing` what was not there, `signed_by` the sign-off
    that takes care of it, empty where none does; `terms` say how it may be signed, None
    where only the cure helps. `view` says which class of reader may see it in full.
    """

    rule: str
    code: str
    effect: Effect
    subject: str
    message: str
    remedy: str
    view: str
    paths: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    signed_by: str = ""
    terms: Terms | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What identifies a finding within one verdict."""
        return (self.rule, self.code, self.subject)

    @property
    def name(self) -> str:
        """The requirement it comes from, as RULE/code."""
        return f"{self.rule}/{self.code}"

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values; empty parts are left out."""
        body: dict[str, object] = {
            "rule": self.rule,
            "code": self.code,
            "effect": self.effect,
            "subject": self.subject,
            "message": self.message,
            "remedy": self.remedy,
            "view": self.view,
            "paths": list(self.paths),
        }
        if self.missing:
            body["missing"] = list(self.missing)
        if self.signed_by:
            body["signed_by"] = self.signed_by
        if self.terms:
            body["sign_off"] = self.terms.to_json()
        return body


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the holders of one office role are told, outside the decision."""

    rule: str
    code: str
    to: str
    message: str

    @property
    def name(self) -> str:
        """What it comes from, as RULE/code."""
        return f"{self.rule}/{self.code}"

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {"rule": self.rule, "code": self.code, "to": self.to, "message": self.message}


def engine_finding(
    code: str, subject: str, *, paths: tuple[str, ...] = (), missing: tuple[str, ...] = ()
) -> Finding:
    """Return one of the engine's own findings; all of them deny."""
    message, remedy = _ENGINE_TEXTS[code]
    return Finding(
        rule=ENGINE,
        code=code,
        effect="deny",
        subject=subject,
        message=message,
        remedy=remedy,
        view="general",
        paths=paths,
        missing=missing,
    )
