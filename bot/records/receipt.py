"""The receipt of an answer, for an audit: what was asked and said, and the words it rested on as they then were."""

from collections.abc import Sequence
from typing import Any

from bot.answering.models import Language
from bot.records.log import sha256
from bot.records.store import LAST_ID, Store
from corpus.known import KnownError
from corpus.models import Record

_AROUND = 60  # characters of the text before and after a quote


class NoReceipt(KnownError):
    """There is no answer of this number."""


class Cut(Record):
    """A citation on a receipt. `text` is the whole document as it was then, "" where an earlier Guiju kept none."""

    n: int
    document: str
    title: str
    clause: str
    link: str
    sha256: str
    start: int
    end: int
    quote: str
    quote_sha256: str
    text: str

    @property
    def holds(self) -> bool:
        """Tell whether the quote is what it was, and stands in the text where the citation says."""
        stands = not self.text or self.text[self.start : self.end] == self.quote
        return stands and sha256(self.quote) == self.quote_sha256


class Receipt(Record):
    """One answer without a word of who asked; `liked` is None where it was not rated."""

    id: int
    at: str
    question: str
    language: Language
    status: str
    text: str
    generation: str
    as_of: str | None
    liked: bool | None
    citations: tuple[Cut, ...]


_ANSWER = "select id, at, question, language, status, text, generation, as_of, liked from asked where id = ?"
_CUTS = """
    select n, document, title, clause, link, c.sha256, start, end, quote, quote_sha256, coalesce(t.text, '') as text
    from citations c left join texts t on t.sha256 = c.text_sha256 where asked = ? order by n
"""


def receipt(store: Store, asked: int) -> Receipt:
    """Return the receipt of an answer; raises NoReceipt."""
    with store.reading() as db:
        rows: list[dict[str, Any]] = list(db.query(_ANSWER, (asked,))) if 0 < asked <= LAST_ID else []
        cuts = list(db.query(_CUTS, (asked,))) if rows else []
    if not rows:
        raise NoReceipt(f"no answer has the number {asked}: it was never given, or its time to be kept is over")
    return Receipt(**rows[0], citations=tuple(Cut(**cut) for cut in cuts))


def said(one: Receipt) -> str:
    """Return a receipt as a person reads it."""
    rated = {None: "not rated", True: "liked", False: "disliked"}[one.liked]
    by = f", by the rules of {one.as_of}" if one.as_of else ""
    head = [f"{one.id}  {one.at}  {one.generation}{by}  {one.status}, {rated}", f"? {one.question}", "", one.text]
    return "\n".join([*head, *(line for cut in one.citations for line in _cut(cut))])


def _cut(cut: Cut) -> Sequence[str]:
    """Return the lines of one citation, the quote between marks in what stood around it."""
    before = cut.text[max(0, cut.start - _AROUND) : cut.start].replace("\n", " ")
    after = cut.text[cut.end : cut.end + _AROUND].replace("\n", " ")
    verdict = "the words stand there" if cut.holds else "THE WORDS DO NOT STAND THERE"
    kept = verdict if cut.text else "the text was not kept"
    return [
        "",
        f"[{cut.n}] {cut.title} {cut.clause} · {cut.link}",
        f"    file {cut.document} sha256 {cut.sha256}",
        f"    characters {cut.start} to {cut.end}: {kept}",
        f"    {before}【{cut.quote}】{after}",
    ]
