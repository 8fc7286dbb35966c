"""Which document goes before which where they contradict each other, as they say: 与章程不一致的，以章程为准."""

import re
from collections.abc import Iterator, Sequence

from corpus.effects import Precedence
from corpus.models import Document
from corpus.sentences import Sentence
from corpus.validity.naming import called, family

_TITLE = r"《(?P<title>[^《》]+)》(?:的?(?:有关|相关)?规定)?|(?P<bare>[^，。；《》“”、]{0,10}?(?:章程|议事规则|总则|条例))(?:的?(?:有关|相关)?规定)?"
_SELF = r"(?P<self>本(?:办法|规定|制度|规则|细则|章程|条例|规程|手册|文件|意见|方案|准则))"
_UNLIKE = r"(?:不一致|不一样|不同|相抵触|抵触|冲突|矛盾|不符|相悖)"
_ZH = re.compile(rf"{_UNLIKE}[^，。；]{{0,6}}[，,]?\s*(?:一律|均|应当?)?以\s*(?:{_SELF}|{_TITLE})\s*(?:的规定)?为准")
_EARLIER = re.compile(r"(?:此前|以前|以往|过去|原有|原|先前)[^，。；]{0,12}(?:规定|制度|办法|文件)")
_CLASH = r"(?:inconsisten(?:t|cy|cies)|conflicts?(?! of interest)|contradict\w*|discrepanc(?:y|ies)|differences?|differs?|clash(?:es)?)"
_PREVAIL = r"(?:shall |will )?(?:prevails?|takes? precedence|governs?|applies|apply|is to be followed|override)"
_EN = re.compile(
    rf"\b{_CLASH}\b[^.;\n]{{0,80}}?,?\s(?P<what>(?:the|this|these|our)\s[^,.;\n]{{3,60}}?)\s{_PREVAIL}\b"
    rf"|(?P<what2>(?:the|this|these|our)\s[^,.;\n]{{3,60}}?)\s{_PREVAIL}(?:\s+over[^.;\n]{{0,60}})?\s+(?:in (?:the )?(?:case|event) of|where|if)\b[^.;\n]{{0,40}}?{_CLASH}"
    r"|(?P<what3>(?:the|this|these|our)\s[^,.;\n]{3,60}?)\s(?:shall |will )?(?:prevails?|takes? precedence) over (?P<over>(?:the|all|any|every)\s[^,.;\n]{3,60})",
    re.IGNORECASE,
)
_OWN_EN = re.compile(r"^(?:this|these|our)\b", re.IGNORECASE)
_ANY_EN = re.compile(r"^(?:all|any|every)\b(?P<earlier> (?:earlier|previous|prior))?", re.IGNORECASE)


def precedence(said: Sequence[Sentence]) -> Iterator[Precedence]:
    """Yield what a document says of itself and others where they contradict each other."""
    for one in said:
        for found in _ZH.finditer(one.heard):
            earlier = bool(_EARLIER.search(one.heard[: found.start() + 1]))
            yield Precedence(first="" if found["self"] else found["title"] or found["bare"], earlier=earlier)
        for found in _EN.finditer(one.words):
            what = next(found[name] for name in ("what", "what2", "what3") if found[name])
            over = found["over"] or ""
            general = _ANY_EN.match(over)
            yield Precedence(
                first="" if _OWN_EN.match(what) else re.sub("^the ", "", what, flags=re.I),
                over="" if general else re.sub("^the ", "", over, flags=re.I),
                earlier=bool(general and general["earlier"]),
            )


def with_precedence(documents: Sequence[Document]) -> list[Document]:
    """Put beside each document those that go before it (`Facts.yields`), as given and as the documents say."""
    before: dict[int, list[str]] = {n: _given(one, documents) for n, one in enumerate(documents)}
    for n, one in enumerate(documents):
        for said in one.stated.precedence:
            for first, second in _pairs(n, said, documents):
                before[second].append(documents[first].path)
    return [_with(one, before[n]) for n, one in enumerate(documents)]


def _given(one: Document, documents: Sequence[Document]) -> list[str]:
    names = (one.given or one.facts).yields
    return [documents[m].path for name in names for m in called(name, documents, one.facts.title)]


def _pairs(n: int, said: Precedence, documents: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """Yield (what goes before, what yields) of one statement of the document at `n`."""
    title = documents[n].facts.title
    if said.first and family(said.first) not in family(title):
        meant = _meant(said.first, documents, title)
        yield from ((m, n) for m in meant if m != n)
        return
    others = _meant(said.over, documents, title) if said.over else range(len(documents))
    began = documents[n].facts.effective or documents[n].facts.issued
    for m in others:
        since = documents[m].facts.effective or documents[m].facts.issued
        older = since is None or began is None or since < began
        if m != n and (older or not said.earlier):
            yield n, m


def _meant(name: str, documents: Sequence[Document], speaker: str) -> list[int]:
    """Return the documents that a name means; 章程 and "the Constitution" mean the only one that is one."""
    wanted = family(name)
    kinds = [n for n, one in enumerate(documents) if _is_one(family(one.facts.title), wanted)]
    return called(name, documents, speaker, loosely=True) or (kinds if len(kinds) == 1 else [])


def _is_one(title: str, kind: str) -> bool:
    return kind in title.split() if kind.isascii() else title.endswith(kind)


def _with(one: Document, before: Sequence[str]) -> Document:
    first = tuple(path for path in dict.fromkeys(before) if path != one.path)
    return one.model_copy(update={"facts": one.facts.model_copy(update={"yields": first})})
