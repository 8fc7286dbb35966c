"""What a document changes in another: 将第八条修改为：“…”, "Section 4.3 is replaced by: …"."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Amendment, Change, Facts
from corpus.naming import version
from corpus.sentences import Sentence, blanked, quotations

_N = r"[一二三四五六七八九十百零〇\d０-９]+"
_ITEM = rf"(?:第?\s*[（(]\s*{_N}\s*[)）]\s*项?|第\s*{_N}\s*[项目])"
_ART = rf"第\s*{_N}\s*条(?:\s*之\s*{_N})?(?:\s*第\s*{_N}\s*款)?(?:{_ITEM})*"
_DOTTED = rf"(?<![\d.A-Za-z]){_N}(?:\.\d+)+(?:\s*[（(]\w{{1,3}}[)）])*(?:\s*条款?)?"
_PLACE = rf"(?:{_ART}|{_DOTTED}|第\s*{_N}\s*款(?:{_ITEM})*|附[件表]\s*{_N}?)"
_PLACES = rf"{_PLACE}(?:\s*(?:、|和|及|以及)\s*{_PLACE})*"
_OF = r"(?:《(?P<title>(?:[^《》]|《[^》]*》)+)》(?:（[^）]*）)?|[^，。；《》“”\n]{0,10}?)?的?"
_REPLACED_ZH = re.compile(
    rf"(?:将|把|对|现将|决定将)?\s*{_OF}\s*(?P<at>{_PLACES})(?P<part>[^，。；：:\n]{{0,60}}?)(?:(?:修改|改|调整|变更|更正)为\s*{_PLACE}\s*[，,]\s*)?"
    rf"(?:并|现)?(?:修改|修订|改|调整|更改|变更|更正|表述调整|统一修改)(?:为|如下|成)(?!\s*第\s*{_N}\s*[条款项])"
)
_DELETED_ZH = re.compile(
    rf"(?:删去|删除|取消|废止)\s*{_OF}\s*(?P<at>{_PLACES})(?P<part>(?:中的?|的)[^，。；]{{0,60}})?(?=\s*(?:$|[，,。；;\n]))"
)
_DELETED_AFTER_ZH = re.compile(
    rf"{_OF}\s*(?P<at>{_PLACES})(?P<part>)\s*(?:同时|予以|一并)*(?:删去|删除|废止|取消)(?=\s*(?:$|[，,。；;\n]))"
)
_ADDED_ZH = re.compile(
    rf"{_OF}\s*(?P<at>{_PLACE})(?:之?后|之?前|中)?\s*(?:，)?(?:增加|增设|新增|补充|增补)(?P<what>[一两二三四五]\s*[条款项])(?:[，,]\s*作为{_OF.replace('title', 'title2')}\s*(?P<as>{_PLACES}))?"
    rf"|(?:增加|增设|新增)(?P<what3>[一两二三四五]?\s*[条款项])[，,]?\s*作为{_OF.replace('title', 'title3')}\s*(?P<as3>{_PLACES})"
)
_AMENDING_ZH = re.compile(
    r"(?:作|做|作出|进行)(?:了)?(?:如下|以下|部分|相应)?(?:修改|修订|调整|补充|修正)|修正案|(?:关于|予以)[^，。]{0,4}(?:修改|修订|修正|调整)"
)
_LABEL_EN = r"(?P<at>(?:(?:sections?|clauses?|articles?|paragraphs?|regulations?|rules?|items?|schedules?|§)\s+)(?:[A-Z]?\d+(?:\.\d+)*(?:\s?\(\w{1,4}\))*(?:\s*(?:,|and)\s*(?=\d))?)+)"
_OF_EN = r"(?:\s+of\s+(?P<title>the\s+[A-Z][\w'’ ,–-]{3,80}?))?"
_REPLACED_EN = re.compile(
    rf"{_LABEL_EN}{_OF_EN}\s*(?:is|are|shall be|will be|to be)?\s*(?:hereby\s+|accordingly\s+)?(?:replaced|substituted|amended|changed|reworded|revised)\b"
    rf"|\b(?:replace|substitute|for)\s+{_LABEL_EN.replace('<at>', '<at2>')}{_OF_EN.replace('title', 'title2')}\s*,?\s*(?:with|by|substitute)\b\s*:?"
    rf"|\bin\s+{_LABEL_EN.replace('<at>', '<at3>')}{_OF_EN.replace('title', 'title3')}\s*,?\s*(?P<part>(?:for|replace|substitute|delete|omit|after|insert|the words?)\b[^\n]*)",
    re.I,
)
_DELETED_EN = re.compile(
    rf"{_LABEL_EN}{_OF_EN}\s*(?:is|are|shall be|will be)\s*(?:hereby\s+)?(?:deleted|omitted|removed|repealed|revoked|struck out)\b"
    rf"|\b(?:delete|omit|remove|repeal|strike out)\s+{_LABEL_EN.replace('<at>', '<at2>')}{_OF_EN.replace('title', 'title2')}\s*$",
    re.I,
)
_ADDED_EN = re.compile(
    rf"\b(?:after|before)\s+{_LABEL_EN}{_OF_EN}\s*,?\s*(?:insert|add|there is (?:inserted|added)|is (?:inserted|added))"
    rf"|\ba?\s*new\s+{_LABEL_EN.replace('<at>', '<at2>')}\s+(?:is|shall be)\s+(?:added|inserted)",
    re.I,
)
_AMENDING_EN = re.compile(r"\bamend(?:s|ed|ment|ments|ing)?\b|\bvariation\b|\bcorrigend", re.I)
_TITLES_ZH = re.compile(r"《(?P<title>(?:[^《》]|《[^》]*》)+)》(?P<version>[（(][^）)]*[）)])?")
_TITLE_EN = re.compile(
    r"\bamend(?:ment|ments)?\b.{0,20}?\bto\s+(?P<title>.+)$|^(?P<title2>.+?)\s*[-–—:(]\s*(?:\w+\s+)?amendments?\b", re.I
)
_OPENING_EN = re.compile(
    r"\bamends?\s+(?P<title>the\s+[A-Z].+?)(?:\s+as follows|\s+with effect|,|$)|^(?P<title2>(?:The\s+)?[A-Z].+?)\s+(?:is|are)\s+(?:hereby\s+)?amended\b"
)
_FILE = re.compile(r"[\w./ -]*\w\.(?:md|docx?|pdf|txt|html?|xlsx?|csv)\b", re.I)


# characters of a sentence in which an amendment is looked for; what is quoted comes after it
LONGEST = 400
# of several documents that are amended at once, the one that the next changes are about
_SECTION = re.compile(
    r"(?:^|对|将|修改|修订)\s*《(?P<title>(?:[^《》]|《[^》]*》)+)》\s*(?:[（(][^）)]*[）)])?\s*(?:作(?:出)?(?:如下|以下)?(?:修改|修订|调整)|的?修改|[：:]?\s*$)"
)
# what a document that has been named already is called from then on
ABBREVIATED = ("", "解释", "规定", "办法", "细则", "条例", "规则", "制度", "安排", "通知", "意见", "方案", "章程")
_PARAGRAPH = re.compile(rf"\s*第\s*{_N}\s*款")
_HINT = re.compile(
    r"修改|修订|改为|调整|变更|更正|更改|删|增|补充|废止|取消|replac|amend|substitut|delet|omit|remov|insert|\badd|repeal|revok"
    r"|chang|revis|struck|strike",
    re.I,
)


_GRAMMAR_ZH = (
    (Change.ADDED, _ADDED_ZH),
    (Change.REPLACED, _REPLACED_ZH),
    (Change.DELETED, _DELETED_ZH),
    (Change.DELETED, _DELETED_AFTER_ZH),
)
_GRAMMAR_EN = ((Change.ADDED, _ADDED_EN), (Change.DELETED, _DELETED_EN), (Change.REPLACED, _REPLACED_EN))


def amending(said: Sequence[Sentence], facts: Facts) -> bool:
    """Tell whether a document is there to amend others, by its title or its opening."""
    return _tells(facts.title) or any(one.opening and _tells(one.heard) for one in said)


def _tells(words: str) -> bool:
    return bool(_AMENDING_ZH.search(words) or _AMENDING_EN.search(words))


def amends(said: Sequence[Sentence], facts: Facts) -> Iterator[str]:
    """Yield the names of what the document is there to amend: a file's name first, then as its opening and title say."""
    told = [one.heard for one in said if one.opening and _tells(one.heard)]
    if not told and not _tells(facts.title):
        return
    yield from dict.fromkeys([
        *(found[0].strip() for words in told if _AMENDING_EN.search(words) for found in _FILE.finditer(words)),
        *(name for words in told for name in _changed(words)),
        *(name for words in told for name in _printed(words, _OPENING_EN)),
        *_printed(facts.title, _TITLE_EN),
    ])  # fmt: skip


def _changed(words: str) -> list[str]:
    """Return the titles that a sentence says are changed, and not those on which the change rests: 根据《…》."""
    found = (
        title
        for title in _TITLES_ZH.finditer(words)
        if re.search("(?:对|将|修改|修订|修正|调整)$", words[: title.start()])
    )
    return [_with_version(title) for title in found]


def _with_version(found: re.Match[str]) -> str:
    """Return a title with the version after it, but not with what is only said of it: （以下简称…）."""
    printed = found["version"] or ""
    return found["title"] + (printed if version(printed) and "号" not in printed and "简称" not in printed else "")


def _printed(words: str, english: re.Pattern[str]) -> list[str]:
    """Return the titles in a sentence: those in 《》 with the version after them, else the English object."""
    titles = [_with_version(found) for found in _TITLES_ZH.finditer(words)]
    found = english.search(" ".join(words.split()))
    if titles or not found:
        return titles
    name = found["title"] or found.groupdict().get("title2") or ""
    return [_FILE.sub("", name).replace("()", "").strip()]


def amendments(text: str, said: Sequence[Sentence], facts: Facts) -> Iterator[Amendment]:
    """Yield each change, in order; without a title of its own only where the document is there to amend another."""
    alone = amending(said, facts)
    plain, quoted, among = blanked(text), quotations(text), ""
    for one in said:
        words = plain[one.start : min(one.end, one.start + LONGEST)]
        heading = None if one.opening else _SECTION.search(words)
        among = heading["title"] if heading else among
        for change, found in _changes(words) if _HINT.search(words) else ():
            title = next((v for k, v in found.groupdict().items() if k.startswith("title") and v), "")
            if title not in ABBREVIATED or alone:
                yield from _made(text, one, change, found, among if title in ABBREVIATED else title, quoted)


def _made(
    text: str, one: Sentence, change: Change, found: re.Match[str], title: str, quoted: Sequence[tuple[int, int]]
) -> Iterator[Amendment]:
    """Yield the change for each clause that the words name."""
    groups = found.groupdict()
    named = [v for k, v in groups.items() if k.startswith(("as", "at")) and v]
    # 第五条中增加一款，作为第一款 is about the fifth article, 第三条后增加一条，作为第四条 about a fourth
    printed = next((v for v in reversed(named) if not re.match(rf"第\s*{_N}\s*[款项]|[（(]", v)), named[0])
    words = _restored(text, one, found, groups)
    start, end = _wording(text, one, found, quoted, whole=not words)
    for label in _labels(printed):
        paragraph = _PARAGRAPH.search(label)
        plain = _PARAGRAPH.split(label)[0] if paragraph else label
        part = words or (label[paragraph.start() :] if paragraph else "")
        yield Amendment(
            title=re.sub("^the ", "", title, flags=re.I), label=plain, change=change, part=part, start=start, end=end
        )


def _restored(text: str, one: Sentence, found: re.Match[str], groups: dict[str, str | None]) -> str:
    """Return which words of a clause change, as printed: 中的“两周”, for £500 substitute £750; "" for all of it."""
    named = groups.get("part")
    if not named:
        return ""
    at = one.start + found.start("part")
    return text[at : at + len(named)].strip(" ，,").removeprefix("中").removeprefix("的")


def _labels(printed: str) -> list[str]:
    """Return each label: of 第五条第一款、第二款 the second one is in the fifth article too."""
    labels: list[str] = []
    for each in re.split(r"\s*(?:、|和|及|以及|,|\band\b)\s*", printed):
        article = re.match(rf"第\s*{_N}\s*条(?:\s*之\s*{_N})?", labels[-1]) if labels else None
        inherits = article and re.match(rf"第\s*{_N}\s*[款项]|[（(]", each)
        labels += [article[0] + each if article and inherits else each] if each.strip() else []
    return labels


def _wording(
    text: str, one: Sentence, found: re.Match[str], quoted: Sequence[tuple[int, int]], *, whole: bool
) -> tuple[int, int]:
    """Return the span of the new wording: what is quoted right after the words, else the whole sentence."""
    at = one.start + found.end()
    follows = next((span for span in quoted if span[0] >= at), None)
    if whole and follows and re.fullmatch(r"[\s：:，,为“by]*(?:the following\s*:?\s*)?", text[at : follows[0]]):
        return follows[0] + 1, follows[1] - 1
    stop = next((span[1] for span in quoted if span[0] < one.end < span[1]), one.end)
    line = text.find("\n", at)
    told = re.match(r"[^\n]{0,20}?[：:]\s*(?=[^\s“\"])", text[at : at + 40]) if whole else None
    return (at + told.end(), len(text) if line < 0 else line) if told else (one.start, stop)


def _cjk(words: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", words))


def _changes(words: str) -> Iterator[tuple[Change, re.Match[str]]]:
    """Yield what a sentence changes; words that one pattern has taken are no other's."""
    taken: list[tuple[int, int]] = []
    for change, pattern in _GRAMMAR_ZH if _cjk(words) else _GRAMMAR_EN:
        for found in pattern.finditer(words):
            if not any(found.start() < end and start < found.end() for start, end in taken):
                taken.append(found.span())
                yield change, found
