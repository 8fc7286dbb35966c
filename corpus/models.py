"""The records that flow from a folder of documents to an answer.

Every place in a document is a span of code points in `Document.text`, end exclusive.
"""

from datetime import date
from enum import StrEnum

from corpus.effects import Amended, Amendment, Begun, Change, Precedence, Repeal, Stated
from corpus.record import Record

__all__ = [
    "Act",
    "Amended",
    "Amendment",
    "Begun",
    "Cell",
    "Change",
    "Clause",
    "Document",
    "Facts",
    "Kind",
    "LeftOut",
    "Line",
    "Passage",
    "Precedence",
    "Procedure",
    "Record",
    "Repeal",
    "Role",
    "Rule",
    "Stated",
    "Step",
    "Term",
]


class Kind(StrEnum):
    """What a document is, and so what may be made of it."""

    RULE = "rule"
    REFERENCE = "reference"
    DRAFT = "draft"
    FAQ = "faq"


class Act(StrEnum):
    """What an actor does to a matter, in the order in which a matter runs."""

    PROPOSE = "proposes"
    REVIEW = "reviews"
    DECIDE = "decides"
    CARRY_OUT = "carries_out"
    SUPERVISE = "supervises"


class Facts(Record):
    """What a document says it is, from its front matter or its row in the register."""

    title: str = ""
    kind: Kind = Kind.RULE
    issued: date | None = None
    effective: date | None = None
    repealed: date | None = None
    version: str = ""
    supersedes: tuple[str, ...] = ()
    rank: str = ""
    audience: tuple[str, ...] = ()
    owner: str = ""
    yields: tuple[str, ...] = ()


class Role(StrEnum):
    """What a line of a file is, as far as its format tells."""

    TEXT = "text"
    HEADING = "heading"
    HEADER = "header"
    ROW = "row"


class Line(Record):
    """One paragraph, heading or table row of a file, without its line break.

    `text` is what goes into the document's text: wrapped lines joined, a table row's cells
    joined by ` | `. `level` is 1 to 6 for a heading that the format marks as such. `cells` holds
    the cells of a HEADER or ROW line, a merged cell repeated in every column it spans.
    """

    text: str
    role: Role = Role.TEXT
    level: int = 0
    cells: tuple[str, ...] = ()


class Cell(Record):
    """One cell of a table row: its column's name, its words, and their span."""

    name: str
    text: str
    start: int
    end: int


class Clause(Record):
    """A place in a document.

    `start`:`end` is its own text with the line break after it; `start`:`until` reaches to the end
    of its last descendant. The `start`:`end` of all clauses, in order, are the document's text.
    `mark` is the number as printed ("第六条", "（二）", "2."), `label` the printed label joined from the
    article down ("第六条（二）2"), `key` the same in plain numbers ("6.2.2"), unique in its document.
    `heading` holds the words of a clause that only heads others; `parent` is a position in the
    document's clauses, None at the top.
    """

    key: str
    label: str
    mark: str
    level: str
    heading: str
    start: int
    end: int
    until: int
    parent: int | None
    cells: tuple[Cell, ...] = ()


class Passage(Record):
    """The text of one clause, or of a few short ones, as it is embedded and cited.

    `id` is `document id#clause key`. `breadcrumb` is document title > chapter > clause; `lead` the
    lead-in that governs the clause, empty if there is none; `start`:`end` the span of `text`.
    """

    id: str
    document: str
    label: str
    breadcrumb: str
    lead: str
    text: str
    start: int
    end: int

    @property
    def embedded(self) -> str:
        """What the encoder and the word index read."""
        return "\n".join(part for part in (self.breadcrumb, self.lead, self.text) if part)


class Rule(Record):
    """Who does what to which matter under which condition, read from one clause.

    `clause` is a passage id's form, `document id#clause key`. `verb` is the printed verb, `place` the
    position in a chain that starts at 1, and `start`:`end` the words the rule was read from. A `corrected`
    rule is one that an admin stated in place of what was read; `body` is the actor's full name where the rulebook says
    that `actor` is short for it, else "".
    """

    document: str
    clause: str
    actor: str
    act: Act
    verb: str
    matter: str
    condition: str
    place: int
    start: int
    end: int
    corrected: bool = False
    body: str = ""


class Step(Record):
    """One step of a procedure and the words it was read from."""

    id: str
    number: int
    actor: str
    action: str
    limit: str
    clause: str
    label: str
    start: int
    end: int


class Procedure(Record):
    """An ordered list of steps read from one clause, list or table."""

    id: str
    document: str
    title: str
    steps: tuple[Step, ...]


class Document(Record):
    """One file an admin put into the rulebook.

    `path` is the file's path under the documents folder, `id` its readable short form, `sha256`
    the source file's. `given` is what register and front matter said, `facts` what holds once all documents
    have been settled together (corpus.validity).
    """

    path: str
    id: str
    facts: Facts
    sha256: str
    text: str
    clauses: tuple[Clause, ...]
    passages: tuple[Passage, ...]
    rules: tuple[Rule, ...]
    procedures: tuple[Procedure, ...]
    given: Facts | None = None
    stated: Stated = Stated()
    amended: tuple[Amended, ...] = ()

    def alive(self, start: int, end: int) -> bool:
        """Tell whether no amendment has put aside any of the words in a span of its text."""
        return not any(one.gives_way and start < one.until and one.at < end for one in self.amended)

    def link(self, clause: Clause) -> str:
        """What leads to one of its clauses: `document id#clause key`."""
        return f"{self.id}#{clause.key}"

    def place(self, link: str) -> int | None:
        """The position of the clause that a link leads to, None where it leads to none of its clauses."""
        opening = f"{self.id}#"
        key = link.removeprefix(opening)
        found = (n for n, clause in enumerate(self.clauses) if clause.key == key)
        return next(found, None) if link.startswith(opening) else None


class Term(Record):
    """What one thing is called in Chinese and in English, the usual name first."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


class LeftOut(Record):
    """A file that could not be read, or a part of one, and why."""

    path: str
    reason: str
