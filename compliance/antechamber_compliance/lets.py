"""The names that a rule may use: the dossier, its parameters, its lets."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from antechamber_compliance.dossier import SignOff
from antechamber_compliance.dossier.initiative import Initiative
from antechamber_compliance.dossier.office import History, Office
from antechamber_compliance.dossier.seat import Seat
from antechamber_compliance.dossier.session import Session
from antechamber_compliance.dossier.shape import MOST_SEATS, record_type
from antechamber_compliance.language import (
    BOOL,
    DURATION,
    INT,
    TIMESTAMP,
    Binding,
    EnumOf,
    Expression,
    ListOf,
    Part,
    PolicyError,
    RecordOf,
    Shortcut,
    Template,
    Type,
    compile_expression,
    compile_shortcut,
    compile_template,
)
from antechamber_compliance.language.constancy import Limits, find_idle
from antechamber_compliance.language.literals import LARGEST, SMALLEST
from antechamber_compliance.language.syntax import Name, Node, levels
from antechamber_compliance.policy import Let, Parameter, ParameterType
from antechamber_compliance.section import Passage

DOSSIER: Mapping[str, Binding] = {
    "as_of": Binding(TIMESTAMP, "as_of"),
    "office": Binding(record_type(Office), "office"),
    "history": Binding(record_type(History), "history"),
    "initiative": Binding(record_type(Initiative), "initiative"),
    "session": Binding(record_type(Session), "session"),
    "seats": Binding(ListOf(record_type(Seat), MOST_SEATS), "participants"),
    "signoffs": Binding(ListOf(record_type(SignOff), MOST_SEATS), "signoffs"),
}
# '@' stands for the seat that a participant requirement is about.
SEAT = Binding(record_type(Seat), "participants.@")
MOST_INLINED = 300  # operators, names and values of a let, written out in full


@dataclass(slots=True)
class Names:
    """What one rule's expressions may name; it grows by one let at a time."""

    known: dict[str, Binding]
    limits: Limits
    lets: dict[str, Let] = field(default_factory=dict)
    parameters_read: set[str] = field(default_factory=set)
    # Lets that are short enough to be looked into, with their size when written out in full.
    sizes: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, parameters: Iterable[Parameter]) -> "Names":
        """Start with the dossier, the seat and the rule's parameters."""
        declared = {p.name: p for p in parameters}
        record = RecordOf("params", {name: _type(p) for name, p in declared.items()})

        def limits(of: RecordOf, name: str) -> tuple[int, int]:
            if of is record:
                return declared[name].least, declared[name].most
            # What is recorded is counted; what is derived may be -1.
            return (SMALLEST, LARGEST) if name in of.derived_from else (0, LARGEST)

        return cls({**DOSSIER, "seat": SEAT, "params": Binding(record, "params")}, limits)

    def add(self, name: str, source: Passage) -> None:
        """Compile a let and make its name known to what follows."""
        value = self.compile(source, about_seat=True)
        about_seat = "seat" in value.names or any(
            self.lets[used].about_seat for used in value.names if used in self.lets
        )
        self.lets[name] = Let(name=name, value=value, about_seat=about_seat)
        self.known[name] = Binding(value.type, value.path)
        size = sum(self._size(node) for _, node in levels(value.root))
        if size <= MOST_INLINED:
            self.sizes[name] = size

    def _size(self, node: Node) -> int:
        """Return 1 and, each time that a let is named, its own size."""
        return 1 + (self.sizes.get(node.name, 0) if isinstance(node, Name) else 0)

    def compile(
        self, source: Passage, *, about_seat: bool, expect: Type | None = None
    ) -> Expression:
        """Compile an expression; raise BadPolicy that shows where it is wrong."""
        try:
            found = compile_expression(source.text, self._visible(about_seat), expect=expect)
        except PolicyError as fault:
            raise source.bad(fault.message, fault.at) from None
        self.parameters_read |= {p.removeprefix("params.") for p in found.paths}
        read = {let.name: let.value for let in self.used_by(found.names) if let.name in self.sizes}
        idle = find_idle(found, read, self.limits)
        if idle is not None:
            word = "true" if idle.always else "false"
            raise source.bad(f"this is always {word}, whatever the facts are", idle.at)
        return found

    def together(self, conditions: list[Expression]) -> Expression | None:
        """Return conditions about the seat as one, None where they are too much for one."""
        return self._shortcut(_joined(conditions), self.known) if conditions else None

    def of_everybody(
        self, applies: Expression | None, general: list[Expression], personal: list[Expression]
    ) -> Shortcut:
        """Return all conditions of a rule, and those about the seat for all seats, as one."""
        read = [*general, *personal, *([applies] if applies else [])]
        lets = self.used_by(name for each in read for name in each.names)
        own = {let.name: let.value for let in lets if let.about_seat}
        shared = {let.name: let.value for let in lets if not let.about_seat}
        by_seat = applies is not None and not applies.names.isdisjoint({"seat", *own})
        once = Part(shared, None if by_seat else applies, tuple(general))
        each = Part(own, applies if by_seat else None, tuple(personal))
        return compile_shortcut(once, each, "seat", "seats")

    def _shortcut(self, source: str, known: Mapping[str, Binding]) -> Expression | None:
        # Each condition has kept to its own budget; together they cost no more than apart.
        try:
            return compile_expression(source, known, budget=sys.maxsize)
        except PolicyError:
            return None

    def template(self, text: Passage, *, about_seat: bool) -> Template:
        """Compile a message; raise BadPolicy that shows where it is wrong."""
        try:
            return compile_template(text.text, self._visible(about_seat))
        except PolicyError as fault:
            raise text.bad(fault.message, fault.at) from None

    def used_by(self, names: Iterable[str]) -> tuple[Let, ...]:
        """Return the lets that these names need, each after those that it needs itself."""
        wanted = set(names)
        for let in reversed(self.lets.values()):
            if let.name in wanted:
                wanted |= let.value.names
        return tuple(let for let in self.lets.values() if let.name in wanted)

    def facts_read(self, *readers: Expression | None) -> tuple[str, ...]:
        """Return all facts that these and the lets they use may read; parameters are no facts."""
        present = [reader for reader in readers if reader is not None]
        lets = self.used_by(name for reader in present for name in reader.names)
        paths = {path for each in (*present, *(let.value for let in lets)) for path in each.paths}
        # A derived fact stands beside the leaves it is made of.
        facts = {path.replace(".derived.", ".") for path in paths if not path.startswith("params.")}
        return tuple(sorted(facts))

    def _visible(self, about_seat: bool) -> Mapping[str, Binding]:
        if about_seat:
            return self.known
        hidden = {"seat", *(let.name for let in self.lets.values() if let.about_seat)}
        return {name: binding for name, binding in self.known.items() if name not in hidden}


def _joined(conditions: list[Expression]) -> str:
    return " && ".join(f"({condition.source}\n)" for condition in conditions)


def _type(parameter: Parameter) -> Type:
    words = EnumOf(parameter.members)
    kinds: Mapping[ParameterType, Type] = {
        "int": INT,
        "bool": BOOL,
        "duration": DURATION,
        "enum": words,
        "set": ListOf(words, len(parameter.members)),
    }
    return kinds[parameter.type]
