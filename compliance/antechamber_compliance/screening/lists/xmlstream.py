"""Read the records of a large XML file one at a time, refusing what XML can hide.

The parser is expat itself, not a tree builder over it: depth and size of a record are
bounded while it is read, not after. Entities, internal or external, can only be declared
inside a document type declaration; any such declaration is refused.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import BinaryIO
from xml.parsers import expat  # safe here: see above

from antechamber_compliance.screening.lists.badlist import BadList

CHUNK_BYTES = 1 << 16
MAX_DEPTH = 12
MAX_NODES = 50_000  # of one record
MAX_CHARS = 4_000_000  # of one record
MAX_QUIET_BYTES = 4_000_000  # in which no tag ends and no text comes
NO_ATTRIBUTES: Mapping[str, str] = {}


class Node:
    """One element of a record: local tag, attributes, text and child elements."""

    __slots__ = ("attributes", "children", "tag", "written")

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: Sequence[Node] = ()  # most have none: a list each would cost a third more
        self.written = ""

    @property
    def text(self) -> str:
        """The element's own text, white space collapsed."""
        return " ".join(self.written.split())

    def take(self, child: "Node") -> None:
        """Add a child element after the others."""
        if isinstance(self.children, list):
            self.children.append(child)
        else:
            self.children = [child]

    def get(self, name: str) -> str:
        """Return an attribute with white space collapsed, or empty text."""
        return " ".join(self.attributes.get(name, "").split())

    def all(self, *path: str) -> Iterator["Node"]:
        """Yield the elements at the end of a path of child tags."""
        for child in self.children:
            if child.tag == path[0]:
                if len(path) == 1:
                    yield child
                else:
                    yield from child.all(*path[1:])

    def child_text(self, tag: str) -> str:
        """Return the text of the first child with this tag, or empty text."""
        for child in self.children:
            if child.tag == tag:
                return child.text
        return ""


def records(stream: BinaryIO, root: str, tags: Collection[str]) -> Iterator[Node]:
    """Yield each element whose tag is in `tags`, complete, while the file is read.

    Raise BadList where the file is not XML, has another root element than `root`, ends
    early, declares a document type, or is deeper or larger than a list can be.
    """
    collector = _Collector(root, frozenset(tags))
    started = False
    while chunk := stream.read(CHUNK_BYTES):
        started = True
        collector.feed(chunk)
        yield from collector.taken()
    if not started:
        raise BadList("the file is empty")
    collector.close()
    yield from collector.taken()


class _Collector:
    """Build nodes inside wanted records; count only depth outside them."""

    def __init__(self, root: str, tags: frozenset[str]) -> None:
        self._root, self._tags = root, tags
        self._stack: list[Node] = []
        self._ready: list[Node] = []
        self._depth = self._nodes = self._chars = self._seen = self._quiet = 0
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, chunk: bytes) -> None:
        self._quiet += len(chunk)
        if self._quiet > MAX_QUIET_BYTES:  # what the parser keeps, it reads anew with each chunk
            raise BadList("a tag or comment longer than any in a list", self._place())
        try:
            self._parser.Parse(chunk, False)
        except (LookupError, ValueError) as fault:
            raise BadList("in an encoding that nobody knows") from fault
        except expat.ExpatError as fault:
            reason = "not well-formed XML" if self._depth or self._seen else "not XML"
            raise BadList(reason, self._place()) from fault

    def close(self) -> None:
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise BadList("the file ends before its last tag: truncated", self._place()) from fault

    def taken(self) -> list[Node]:
        ready, self._ready = self._ready, []
        return ready

    def _place(self) -> str:
        return f"after record {self._seen}, line {self._parser.CurrentLineNumber}"

    def _doctype(self, *_: object) -> None:
        raise BadList("declares a document type; entities are refused", self._place())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self._quiet = 0
        self._depth += 1
        if self._depth == 1 and tag != self._root:
            raise BadList(f"the root element is not {self._root}: another kind of file")
        if self._depth > MAX_DEPTH:
            raise BadList("elements nested too deeply", self._place())
        if not self._stack:
            if tag in self._tags:
                self._nodes = self._chars = 0
                self._stack.append(Node(tag, attributes))
            return
        self._nodes += 1
        if attributes:
            self._chars += sum(map(len, attributes.values()))
        self._bound()
        node = Node(tag, attributes or NO_ATTRIBUTES)
        self._stack[-1].take(node)
        self._stack.append(node)

    def _end(self, _name: str) -> None:
        self._quiet = 0
        self._depth -= 1
        if self._stack:
            node = self._stack.pop()
            if not self._stack:
                self._seen += 1
                self._ready.append(node)

    def _data(self, data: str) -> None:
        self._quiet = 0
        if self._stack:
            self._chars += len(data)
            self._bound()
            self._stack[-1].written += data

    def _bound(self) -> None:
        if self._nodes > MAX_NODES or self._chars > MAX_CHARS:
            raise BadList("a record larger than any party's", self._place())
