"""Clauses of a document that take effect on a day of their own: 第十条自2025年1月1日起施行, "except clause 2, which …"."""

import re
from collections.abc import Iterator, Sequence

from corpus.effects import Begun
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.said.changing import LABEL_EN, PLACES, N, labels

_ZH = re.compile(
    rf"(?:(?<![》的中])|(?<=其中))(?P<at>{PLACES}|第\s*{N}\s*(?:项|点|部分))(?:的?(?:规定|条款|内容))?\s*[，,]?\s*(?:自|从|于)\s*(?P<day>{DAY_ZH})\s*(?:之?日)?\s*起?\s*[，,]?"
    r"(?:正式|开始|统一|起)?(?:施行|实施|生效|执行|实行|适用)"
)
_TAKES = (
    r"(?:takes? effect|comes? into (?:force|effect|operation)|enters? into force|has effect|have effect|appl(?:y|ies)"
    r"|(?:is|are|be) (?:in force|effective))"
)
_EN = re.compile(
    rf"(?:{LABEL_EN}|(?P<part>\b(?:part|chapter)\s+(?:\d{{1,2}}|[A-Z]|[IVX]{{1,4}}|one|two|three|four|five)\b))(?:\s+of\s+(?:this|these)\s+\w+)?\s*,?\s*(?:which\s+|that\s+)?(?:shall\s+|will\s+|only\s+|do(?:es)? not\s+)*{_TAKES}"
    rf"(?P<not>\s+(?:until|before))?\s*(?:only\s+)?(?:from|on|as of|as from|until|before)?\s*(?P<day>{DAY_EN})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d|[二一][零〇○九八]")


def begun(said: Sequence[Sentence]) -> Iterator[Begun]:
    """Yield each clause for which the document names a first day of its own."""
    for one in said:
        if not _YEAR.search(one.words):
            continue
        for found in [*_ZH.finditer(one.words), *_EN.finditer(one.words)]:
            first = day(found["day"])
            if first:
                yield from (
                    Begun(label=n, day=first, start=one.start, end=one.end)
                    for n in labels(found["at"] or found["part"])
                )


def of_clauses(words: str) -> list[tuple[int, int]]:
    """Return the spans in which some words name the first day of clauses."""
    return [found.span() for found in [*_ZH.finditer(words), *_EN.finditer(words)]]
