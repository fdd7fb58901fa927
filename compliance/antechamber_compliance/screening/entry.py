"""One listed party, as its publisher lists it, with an exact JSON form and a content hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar, cast

Quality: TypeAlias = Literal["strong", "weak"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ListedName:
    """A spelling as published; `weak` where the publisher says so (low-quality alias)."""

    text: str
    quality: Quality = "strong"


@dataclass(frozen=True, slots=True)
class Document:
    """An identity or registration number, with the publisher's own word for its kind."""

    kind: str
    number: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another party, in the publisher's own words, such as "Linked To".

    `entry_id` is that party's identifier on the same list, where the publisher gives it.
    """

    kind: str
    name: str
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed party; `names[0]` is the primary name.

    `schema` is "Person", "Organization", "Vessel" or "Aircraft", and "LegalEntity" where the
    publisher does not say which. `birth_dates` are YYYY, YYYY-MM or YYYY-MM-DD; of a range,
    each of its years. `birth_places` are as published. `countries` are ISO 3166-1 alpha-2 in
    lower case where the publisher's word is known. `listed_on` is YYYY-MM-DD.
    `measures` are what the file says is imposed on this party ("asset freeze", "travel ban");
    none named does not mean none imposed. `acts` are the legal acts named. `un_listed` says
    that the publisher gives a United Nations number beside its own. `regimes` is filled only
    where the office keyed the list itself.
    """

    entry_id: str
    schema: str
    names: tuple[ListedName, ...]
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    listed_on: str = ""
    measures: tuple[str, ...] = ()
    un_listed: bool = False
    regimes: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return plain JSON values; `from_json` restores an equal entry."""
        return self._known() | self._also_known()

    def _known(self) -> dict[str, object]:
        return {
            "entry_id": self.entry_id,
            "schema": self.schema,
            "names": [{"text": n.text, "quality": n.quality} for n in self.names],
            "birth_dates": list(self.birth_dates),
            "countries": list(self.countries),
            "programmes": list(self.programmes),
            "documents": [
                {"kind": d.kind, "number": d.number, "country": d.country} for d in self.documents
            ],
            "listed_on": self.listed_on,
            "measures": list(self.measures),
            "un_listed": self.un_listed,
            "regimes": list(self.regimes),
        }

    def _also_known(self) -> dict[str, object]:
        """Return the fields that came later, where filled: other entries keep their hash."""
        links = [{"kind": x.kind, "name": x.name, "entry_id": x.entry_id} for x in self.links]
        filled = {
            "birth_places": list(self.birth_places),
            "acts": list(self.acts),
            "links": links,
        }
        return {field: value for field, value in filled.items() if value}

    @classmethod
    def from_json(cls, record: Mapping[str, object]) -> "Entry":
        """Restore what `to_json` wrote; raise ValueError when a field is missing or mistyped."""
        try:
            return cls(
                entry_id=_text(record["entry_id"]),
                schema=_text(record["schema"]),
                names=tuple(_name(item) for item in _items(record["names"])),
                birth_dates=_texts(record["birth_dates"]),
                countries=_texts(record["countries"]),
                programmes=_texts(record["programmes"]),
                documents=tuple(_document(item) for item in _items(record["documents"])),
                listed_on=_text(record["listed_on"]),
                measures=_texts(record["measures"]),
                un_listed=record["un_listed"] is True,
                regimes=_texts(record["regimes"]),
                birth_places=_texts(record.get("birth_places", [])),
                acts=_texts(record.get("acts", [])),
                links=tuple(_link(item) for item in _items(record.get("links", []))),
            )
        except (KeyError, TypeError) as fault:
            raise ValueError("not the JSON form of a list entry") from fault

    def united_with(self, other: "Entry") -> "Entry":
        """Return one party from two records that carry the same identifier."""
        return Entry(
            entry_id=self.entry_id,
            schema=self.schema,
            names=_joined(self.names, other.names),
            birth_dates=_joined(self.birth_dates, other.birth_dates),
            countries=_joined(self.countries, other.countries),
            programmes=_joined(self.programmes, other.programmes),
            documents=_joined(self.documents, other.documents),
            listed_on=min(filter(None, (self.listed_on, other.listed_on)), default=""),
            measures=_joined(self.measures, other.measures),
            un_listed=self.un_listed or other.un_listed,
            regimes=_joined(self.regimes, other.regimes),
            birth_places=_joined(self.birth_places, other.birth_places),
            acts=_joined(self.acts, other.acts),
            links=_joined(self.links, other.links),
        )


def content_hash(entry: Entry) -> str:
    """Return the SHA-256 (hex) of the entry's canonical JSON: equal exactly while unchanged."""
    text = json.dumps(entry.to_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _joined(first: tuple[Item, ...], second: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(first + second))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("list expected")
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(item) for item in _items(value))


def _fields(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("object expected")
    return value


def _name(value: object) -> ListedName:
    fields = _fields(value)
    quality = _text(fields["quality"])
    if quality not in ("strong", "weak"):
        raise TypeError("unknown quality")
    return ListedName(_text(fields["text"]), cast(Quality, quality))


def _document(value: object) -> Document:
    fields = _fields(value)
    return Document(_text(fields["kind"]), _text(fields["number"]), _text(fields["country"]))


def _link(value: object) -> Link:
    fields = _fields(value)
    return Link(_text(fields["kind"]), _text(fields["name"]), _text(fields["entry_id"]))
