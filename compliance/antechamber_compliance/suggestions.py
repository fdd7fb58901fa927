"""What would lift a denial: five fixed tries from the least change on, each decided anew.

In order: attend remotely, drop support, remove seats, change the format, move the country.
Nothing is written by hand: a try counts only where the rules, asked again, no longer deny.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from antechamber_compliance.dossier import Counts, Dossier, Received, SignOff
from antechamber_compliance.dossier.seat import Seat, SupportLine
from antechamber_compliance.dossier.vocabulary import FORMATS
from antechamber_compliance.finding import Finding
from antechamber_compliance.intake import COUNTED
from antechamber_compliance.lines import interpreter_seated
from antechamber_compliance.missing import Missing, attempt, sure
from antechamber_compliance.policy import Rulebook
from antechamber_compliance.verdict import Change, Outcome, Suggestion, Verdict

Weigh = Callable[[Received, Rulebook], Verdict]
Part = TypeVar("Part")
# A code that ISO 3166 leaves to its users: no list, funder or authorisation names it.
ELSEWHERE = "ZZ"
# For each try: asking is a whole decision, made while others wait for the office's lock.
MOST_ASKED = 16


@dataclass(frozen=True, slots=True)
class Try:
    """A changed engagement, and every path at which it differs."""

    dossier: Dossier
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """A denied engagement, what denied it, and how to ask the rules again."""

    received: Received
    rulebook: Rulebook
    denials: tuple[Finding, ...]
    weigh: Weigh

    @property
    def seats(self) -> tuple[Seat, ...]:
        """All seats, none where it is not known who sits."""
        return _seats(self.received.dossier)

    @property
    def concerned(self) -> tuple[Seat, ...]:
        """The seats that a denial is about."""
        subjects = {finding.subject for finding in self.denials}
        return tuple(seat for seat in self.seats if seat.ref in subjects)

    @property
    def only_seats(self) -> bool:
        """Whether every denial is about one seat."""
        return {each.subject for each in self.denials} <= {seat.ref for seat in self.seats}

    def may_help(self, *changed: str) -> bool:
        """Tell whether every denial reads one of these paths; else changing them lifts nothing."""
        # What reads sign-offs depends, through them, on every other finding.
        changed = (*changed, "signoffs")
        return all(_reads((*each.paths, *each.missing), changed) for each in self.denials)

    def outcome(self, changed: Try) -> Outcome:
        """Decide a changed engagement."""
        before = self.received.dossier
        present = {seat.ref for seat in _seats(changed.dossier)}
        gone = {seat.ref for seat in self.seats if seat.ref not in present}
        dossier = replace(
            changed.dossier,
            counts=_recounted(before, changed.dossier),
            signoffs=_bound_anew(changed.dossier, changed.paths, self.rulebook),
        )
        gaps = tuple(gap for gap in self.received.gaps if gap.subject not in gone)
        return self.weigh(replace(self.received, dossier=dossier, gaps=gaps), self.rulebook).outcome

    def fewest(
        self, change: Change, to: str, parts: Sequence[Part], make: Callable[[Sequence[Part]], Try]
    ) -> Suggestion | None:
        """Suggest to change parts of which none can be spared, None where all are not enough.

        Parts are spared in halves, then in ever smaller pieces, as long as MOST_ASKED allows.
        """
        outcome: Outcome = self.outcome(make(parts)) if parts else "deny"
        if outcome == "deny":
            return None
        asked, size = 1, len(parts) // 2
        while size:
            start = 0
            while start < len(parts) and asked < MOST_ASKED:
                fewer = [*parts[:start], *parts[start + size :]]
                answer = self.outcome(make(fewer)) if fewer else "deny"
                asked += 1
                if answer == "deny":
                    start += size
                else:
                    parts, outcome = fewer, answer
            size //= 2
        return Suggestion(change, make(parts).paths, to, outcome)


def suggest(
    received: Received, rulebook: Rulebook, verdict: Verdict, weigh: Weigh
) -> tuple[Suggestion, ...]:
    """Return what would lift a denial, the least change first; nothing where no try does."""
    denials = tuple(f for f in verdict.findings if f.effect == "deny" and not f.signed_by)
    denied = Denied(received, rulebook, denials, weigh)
    tries = (_attend_remotely, _drop_support, _remove_seats, _change_format, _move_country)
    return tuple(found for each in tries if (found := each(denied)) is not None)


def _attend_remotely(denied: Denied) -> Suggestion | None:
    if not denied.may_help(*(f"participants.*.{name}" for name in REMOTELY)):
        return None
    # A denial of the whole session, such as one for its venue, is lifted by no single seat.
    seats = denied.concerned if denied.only_seats else denied.seats
    there = [seat for seat in seats if _is(seat.mode, "in_person")]

    def remotely(moved: Sequence[Seat]) -> Try:
        refs = {seat.ref for seat in moved}
        seats = tuple(replace(s, **REMOTELY) if s.ref in refs else s for s in denied.seats)
        paths = (
            f"participants.{seat.ref}.{name}"
            for seat in moved
            for name, value in REMOTELY.items()
            if not _is(getattr(seat, name), value)
        )
        return Try(replace(denied.received.dossier, seats=seats), tuple(paths))

    return denied.fewest("attend_remotely", "remote", there, remotely)


REMOTELY: Mapping[str, Any] = {
    "mode": "remote",
    "crosses_border": False,
    "travel_from": "session",
    "travel_to": "session",
}


def _drop_support(denied: Denied) -> Suggestion | None:
    if not denied.may_help("participants.*.support"):
        return None
    lines = [(seat.ref, line.ref) for seat in denied.concerned for line in _support(seat)]

    def without(dropped: Sequence[tuple[str, str]]) -> Try:
        seats = tuple(_without_lines(seat, dropped) for seat in denied.seats)
        paths = tuple(f"participants.{seat}.support.{line}" for seat, line in dropped)
        return Try(replace(denied.received.dossier, seats=seats), paths)

    return denied.fewest("drop_support", "", lines, without)


def _without_lines(seat: Seat, dropped: Sequence[tuple[str, str]]) -> Seat:
    kept = tuple(line for line in _support(seat) if (seat.ref, line.ref) not in dropped)
    return seat if len(kept) == len(_support(seat)) else replace(seat, support=kept)


def _support(seat: Seat) -> tuple[SupportLine, ...]:
    return () if isinstance(seat.support, Missing) else seat.support


def _remove_seats(denied: Denied) -> Suggestion | None:
    if not denied.may_help("participants"):
        return None
    dossier = denied.received.dossier

    def without(refs: Sequence[str]) -> Try:
        kept = replace(dossier, seats=tuple(seat for seat in denied.seats if seat.ref not in refs))
        paths = tuple(f"participants.{ref}" for ref in refs)
        if _interpreted(kept) != _interpreted(dossier):
            paths = (*paths, "computed.interpreter_seated")
        return Try(kept, paths)

    found = denied.fewest("remove_seat", "", [seat.ref for seat in denied.concerned], without)
    if found is None:
        return None
    return replace(found, paths=tuple(p for p in found.paths if not p.startswith("computed.")))


def _interpreted(dossier: Dossier) -> bool | None:
    seated = attempt(lambda: interpreter_seated(dossier))
    return None if isinstance(seated, Missing) else seated


def _change_format(denied: Denied) -> Suggestion | None:
    return _change_session(denied, "change_format", "format", FORMATS)


def _move_country(denied: Denied) -> Suggestion | None:
    known = sorted(set(_countries(denied.received.dossier)))[: MOST_ASKED - 1]
    return _change_session(denied, "move_country", "country", (*known, ELSEWHERE))


def _change_session(
    denied: Denied, change: Change, name: str, words: Iterable[str]
) -> Suggestion | None:
    dossier = denied.received.dossier
    path = f"session.{name}"
    if isinstance(dossier.session, Missing) or not denied.may_help(path):
        return None
    for word in words:
        if _is(getattr(dossier.session, name), word):
            continue
        # The name is a leaf of the session; replace() cannot be told so by its types.
        leaf: Any = {name: word}
        changed = replace(dossier, session=replace(dossier.session, **leaf))
        outcome = denied.outcome(Try(changed, (path,)))
        if outcome != "deny":
            return Suggestion(change, (path,), "elsewhere" if word == ELSEWHERE else word, outcome)
    return None


def _countries(dossier: Dossier) -> Iterator[str]:
    """Yield the countries that this engagement's authorisations and lists are about."""
    initiative, office = dossier.initiative, dossier.office
    if not isinstance(initiative, Missing) and not isinstance(initiative.authorisations, Missing):
        for each in initiative.authorisations:
            if not isinstance(each.territory, Missing):
                yield from (country for country in each.territory if country != "any")
    if not isinstance(office, Missing) and not isinstance(office.lists, Missing):
        for kept in office.lists:
            if not isinstance(kept.country, Missing) and kept.country != "any":
                yield kept.country


def _seats(dossier: Dossier) -> tuple[Seat, ...]:
    return () if isinstance(dossier.seats, Missing) else dossier.seats


def _is(value: object, word: object) -> bool:
    return not isinstance(value, Missing) and value == word


def _reads(read: Iterable[str], changed: Iterable[str]) -> bool:
    return any(_overlap(one, other) for one in read for other in changed)


def _overlap(one: str, other: str) -> bool:
    """Tell whether one path leads to, or through, what the other leads to; '*' is any row."""
    return all(
        a == b or "*" in (a, b) for a, b in zip(one.split("."), other.split("."), strict=False)
    )


def _recounted(before: Dossier, after: Dossier) -> Counts | Missing:
    """Return the counts with what the change took away; rows that were lost stay lost."""
    if isinstance(before.counts, Missing):
        return before.counts
    changed = {name: _recount(name, before.counts, before, after) for name in COUNTED}
    return replace(before.counts, **changed)


def _recount(name: str, counts: Counts, before: Dossier, after: Dossier) -> int | Missing:
    stated: int | Missing = getattr(counts, name)
    count = COUNTED[name]
    moved = attempt(lambda: count(after) - count(before))
    return stated if isinstance(stated, Missing) or isinstance(moved, Missing) else stated + moved


def _bound_anew(
    dossier: Dossier, changed: tuple[str, ...], rulebook: Rulebook
) -> tuple[SignOff, ...] | Missing:
    """Return the sign-offs; those that read what was changed have lost their binding."""
    if isinstance(dossier.signoffs, Missing):
        return dossier.signoffs
    return tuple(
        replace(each, binding="changed") if _reads(_read_by(each, rulebook), changed) else each
        for each in dossier.signoffs
    )


def _read_by(signoff: SignOff, rulebook: Rulebook) -> tuple[str, ...]:
    names = (signoff.rule, signoff.code, signoff.subject)
    if any(isinstance(name, Missing) for name in names):
        return ()
    rule, code, subject = (sure(name) for name in names)
    requirement = rulebook.requirement(rule, code)
    return tuple(path.replace("@", subject) for path in requirement.paths) if requirement else ()
