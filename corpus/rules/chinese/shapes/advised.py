"""Who decides on what another puts forward to him: 评审组向理事会推荐人选, 委员会向馆长建议调整展期."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.phrases import Words
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.deeds import Deed

# those who act on it are bodies and heads of the house, not whoever is told or served
_TO = re.compile(
    r"(?<!面)(?<!一致)向(?!社会|上级|有关|相关|其|各|本人)(?P<who>[^，。；：向的]{1,14}?(?:会|会议|组|长|主任|书记|主席|总监|经理))"
    r"(?:书面|正式|联名)*(?P<verb>推荐|提名|举荐|建议|提议)(?!书|信|人(?!选|员))"
)
_STOPS = re.compile("[；;。]")


def advised(words: Words, found: Sequence[Deed]) -> list[Deed]:
    """Return who decides on what another recommends to him, where nobody else of the sentence decides."""
    if any(deed.act is Act.DECIDE for deed in found):
        return []
    told = []
    for said in _TO.finditer(words.plain):
        begin, end = said.span("who")
        proposes = any(
            deed.act is Act.PROPOSE and deed.end <= said.start() and not _STOPS.search(words.plain[deed.end : begin])
            for deed in found
        )
        names = names_in(words, begin, end) if proposes and looks_like(words.plain[begin:end]) else []
        told += [Deed(actor=words.text[s:e], act=Act.DECIDE, verb=said["verb"], start=s, end=e) for s, e in names]
    return told
