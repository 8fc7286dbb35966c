"""Several names of one actor, where the documents say so: 党组织会议（以下简称党委会）, "hereinafter the Committee"."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from corpus.models import Document, Record
from corpus.passages import chinese
from corpus.rules.actors import looks_like
from corpus.rules.named import named

_OPEN, _SHUT = "“\"「『'‘", "”\"」』'’"
_RUN = r"(?<![^，。；：！？,;:!?\n“”\"（）()《》「」])(?P<full>[^，。；：！？、,;:!?\n“”\"（）()《》「」]{2,40})"
_NAME = rf"[{_OPEN}]?(?P<short>[^，。；：、\n{_OPEN}{_SHUT}（）()]{{2,16}})[{_SHUT}]?"
_ZH = (
    re.compile(rf"{_RUN}[（(](?:以下|下文|后文)?(?:均)?(?:简称|下称|也称|又称|亦称|称)(?:为|作|：|:)?\s*{_NAME}[^（）()]{{0,20}}[）)]"),
    re.compile(rf"{_RUN}[，,](?:以下|下文|后文)(?:均)?(?:简称|下称|称)(?:为|作|：|:)?\s*{_NAME}"),
    re.compile(rf"{_RUN}[（(]即\s*{_NAME}[）)]"),
    re.compile(rf"{_RUN}(?:也称|又称|亦称|简称|俗称)(?:为|作)?\s*{_NAME}(?=[，。；）)\n]|$)"),
    re.compile(rf"(?:所称|所说|中)的?\s*{_NAME}[，,]?\s*(?:是指|系指|即是|即为|即|就是|指)\s*(?P<full>[^，。；：！？,;:\n“”（）()]{{2,40}})"),
    re.compile(rf"[{_OPEN}]?(?P<full>[^，。；：\n{_OPEN}{_SHUT}（）()]{{2,16}})[{_SHUT}]?[与和]\s*{_NAME}\s*(?:是|为|系|指)\s*同一"),
)  # fmt: skip
# what stands before the full name: 设立学术委员会, 提交党组织会议
_LEADING = re.compile(
    r"^.*(?:设立|成立|组成|组建|建立|选举产生|提请|提交|报(?!社)|由|经(?![济理营])|向|是指|指(?![挥导])|为|是|即|下设|在|(?:所称|所说)的?|本(?=[校院])|第[一二三四五六七八九十百]+条\s*)"
)
_JOINTS = re.compile("以及|[和与及]")  # 药事管理与治疗委员会 is one
_HEREIN = r"(?:(?:herein|here)?(?:in|with)?(?:after|before)|hereafter|henceforth|from here on)"
_SAID = r"(?:(?:also |otherwise |further )?(?:referred to|known|called|termed)(?: (?:here|below))?(?: as)?)"
_EN = (
    re.compile(rf"(?P<full>[^.;:()\n]{{3,90}}?)\s*\(\s*(?:{_HEREIN}|{_SAID}|{_HEREIN},? {_SAID})\s*,?\s*(?:the )?[{_OPEN}]?(?:the )?(?P<short>[^{_OPEN}{_SHUT}()]{{2,50}}?)[{_SHUT}]?\s*\)", re.I),
    re.compile(r"(?P<full>[^.;:()\n]{3,90}?)\s*\(\s*(?:the )?[“\"‘'](?:the )?(?P<short>[^“”\"‘’()]{2,50}?)[”\"’']\s*\)", re.I),
    re.compile(rf"(?P<full>[^.;:(),\n]{{3,90}}?)\s*,?\s+(?:also|otherwise) (?:known as|called)\s+(?:the )?[{_OPEN}]?(?:the )?(?P<short>[^.;:(),\n{_OPEN}{_SHUT}]{{2,50}}?)[{_SHUT}]?(?=[.;:,)\n]| (?:may|shall|must|will|is|decides|approves)\b|$)", re.I),
    re.compile(r"[“\"‘'](?:the )?(?P<short>[^“”\"‘’()\n]{2,50}?)[”\"’']\s+(?:means|refers to|is short for|stands for)\s+(?:the )?(?P<full>[^.;:(),\n]{3,80})", re.I),
)  # fmt: skip
_INITIALS = re.compile(
    r"(?P<full>(?:[A-Z][\w'’-]*|of|and|for|the|&)(?: (?:[A-Z][\w'’-]*|of|and|for|the|&)){1,8}) \((?:the )?(?P<short>[A-Z]{2,8})\)"
)
_WORDS_BEFORE = re.compile(r"(?:^|\b(?:the|a|an|by|to|of|and|with|from|that|which|as) )", re.I)
_ANY = re.compile(
    r"(?:本|该|各)?(?:委员会|常委会|理事会|董事会|领导小组|工作小组|工作组|小组|办公室|部门|机构|单位|会议|学校|公司|医院|中心|主任|负责人|局|委|校|院)"
    r"|(?:the )?(?:committee|board|council|panel|group|team|office|department|school|college|trust|company|charity|chair|head|director|manager|officer|secretary|executive|body)",
    re.I,
)


class Short(Record):
    """A short name and what a document says it is short for."""

    document: str
    short: str
    full: str


class Explained(NamedTuple):
    """Full names by path and short name, those of names that hold in other documents too, and who may read each."""

    own: Mapping[tuple[str, str], str]
    shared: Mapping[str, Sequence[Short]]
    audience: Mapping[str, frozenset[str]]


Find = Callable[[Document], Sequence[Short]]
Acting = Callable[[Document], Sequence[tuple[str, str]]]


def shorts(document: Document) -> list[Short]:
    """Return the names of actors that a document explains by others, in its order."""
    patterns = _ZH if chinese(document.text) else _EN
    found = [(m.start(), m["short"].strip(), m["full"].strip()) for p in patterns for m in p.finditer(document.text)]
    pairs = [(at, short, _full(full)) for at, short, full in found]
    pairs += [(m.start(), m["short"], _by_initials(m)) for m in _INITIALS.finditer(document.text)]
    kept = {short: full for _, short, full in sorted(pairs) if full and plain(short) != plain(full) and _names(short)}
    return [Short(document=document.path, short=short, full=full) for short, full in kept.items()]


def _full(words: str) -> str:
    """Return the name that some words end with, "" where they end with none."""
    if chinese(words):
        words = re.sub("^(?:以及|或者?|[和与及])", "", _LEADING.sub("", words).strip())
        joints = [at for at in _JOINTS.finditer(words) if looks_like(words[: at.start()])]
        words = words[joints[-1].end() :] if joints else words
        return words if looks_like(words) or words.endswith("会") else ""
    starts = [m.end() for m in _WORDS_BEFORE.finditer(words)]
    return next((words[at:] for at in starts if named(words[at:]) == [(0, len(words[at:]))]), "")


def _names(short: str) -> bool:
    """Tell whether a short name may be an actor's, what it is short for being one's."""
    return chinese(short) or short[:1].isupper() or bool(named(short))


def _by_initials(found: re.Match[str]) -> str:
    """Return the words whose initials a name is, "" where it isn't: Senior Leadership Team (SLT)."""
    words = found["full"].split()
    for at in range(len(words)):
        big = [word for word in words[at:] if word[0].isupper()]
        if words[at][0].isupper() and "".join(word[0] for word in big) == found["short"]:
            return " ".join(words[at:])
    return ""


def anybodys(name: str) -> bool:
    """Tell whether a name by itself may be any body's: in another document it may be another one."""
    return _ANY.fullmatch(name) is not None


def plain(name: str) -> str:
    """Return a name as it is compared: small letters, no article."""
    return re.sub(r"^the\s+", "", " ".join(name.casefold().split()))


def explained(documents: Sequence[Document], found: Find = shorts) -> Explained:
    """Return what the documents call their actors; `found` gives what `shorts` gives, from memory where it can."""
    said = [short for document in documents for short in found(document)]
    everywhere: dict[str, set[str]] = defaultdict(set)
    for one in said:
        everywhere[plain(one.short)].add(plain(one.full))
    shared: dict[str, list[Short]] = defaultdict(list)
    for one in said:
        if len(everywhere[plain(one.short)]) == 1 and not anybodys(one.short):
            shared[plain(one.short)].append(one)
    own = {(one.document, plain(one.short)): one.full for one in said}
    return Explained(own, shared, {document.path: frozenset(document.facts.audience) for document in documents})


def body(known: Explained, document: str, actor: str) -> str:
    """Return the full name of an actor of a document (a path), "" where nobody explains it.

    What another document explains counts where all that explain it agree, where it is no name that any body may have,
    and where whoever may read the document may read one that explains it. Of several names, each short for the next,
    it is the last.
    """
    seen, last = [plain(actor)], ""
    while (full := _next(known, document, seen[-1])) and plain(full) not in seen:
        seen.append(plain(full))
        last = full
    return last


def _next(known: Explained, document: str, short: str) -> str:
    if own := known.own.get((document, short)):
        return own
    using = known.audience[document]
    readable = [one.full for one in known.shared.get(short, ()) if _read_by(known.audience[one.document], using)]
    return readable[-1] if readable else ""


def _read_by(explaining: frozenset[str], using: frozenset[str]) -> bool:
    """Tell whether all for whom the one document is may read the other too, as far as their audiences say so."""
    return explaining == using or bool(using and using <= explaining)


def actors(document: Document) -> tuple[tuple[str, str], ...]:
    """Return each actor of a document's rules, as it is compared, with the full name put beside it."""
    return tuple(dict.fromkeys((plain(rule.actor), rule.body) for rule in document.rules))


def with_bodies(documents: Sequence[Document], found: Find = shorts, acting: Acting = actors) -> list[Document]:
    """Put the full name beside every actor that the rulebook has a short one for.

    `found` and `acting` give what `shorts` and `actors` give, from memory where they can.
    """
    known = explained(documents, found)
    return [_with(document, known, acting(document)) for document in documents]


def _with(document: Document, known: Explained, named: Sequence[tuple[str, str]]) -> Document:
    full = {name: body(known, document.path, name) for name, _ in named}
    if all(full[name] == beside for name, beside in named):
        return document
    rules = (rule.model_copy(update={"body": full[plain(rule.actor)]}) for rule in document.rules)
    return document.model_copy(update={"rules": tuple(rules)})
