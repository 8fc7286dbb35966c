"""What a document changes in another: 将第八条修改为：“…”, "Section 4.3 is replaced by: …"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.effects import Amendment, Change
from corpus.models import Facts
from corpus.outline.marks import Mark, mark
from corpus.sentences import Sentence, blanked, quotations
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.said.amended import amending, tells
from corpus.validity.said.below import set_below
from corpus.validity.said.changing import N, labels
from corpus.validity.said.headed import SECTION, TOPIC, heading_over
from corpus.validity.said.resting import HINT as RESTS
from corpus.validity.said.resting import rests
from corpus.validity.said.suspending import HINT, term, told
from corpus.validity.said.swaps import swaps

# characters of a sentence in which an amendment is looked for; what is quoted comes after it
LONGEST = 400
# what a document that has been named already is called from then on
ABBREVIATED = ("", "解释", "规定", "办法", "细则", "条例", "规则", "制度", "安排", "通知", "意见", "方案", "章程")
# what may stand between "is replaced" and the new words
_LEADS = re.compile(
    r"(?:[\s：:，,为“]|by|with|as follows|to read|the following|(?:section|clause|article|paragraph|rule|item|words?)s?\b)*",
    re.I,
)
_NUMBER_LEFT = re.compile(r"[.．、)）]\s*")
_ROW_OF = re.compile(r",\s*(?=(?:line|row|entry)\b)", re.I)
_ALL_OF_IT = re.compile(r"的?(?:全文|全部(?:内容)?|整[条款项点段])")
_SENTENCE = re.compile(r"the\s+\w+\s+(?:sentence|sub-?paragraph|paragraph)", re.I)
_UNIT = re.compile(r"(?<=\.\d)\s*[款项]$|(?<=\.\d\d)\s*[款项]$")  # 第3.1款
_PARAGRAPH = re.compile(rf"\s*第\s*{N}\s*款")


def amendments(text: str, said: Sequence[Sentence], facts: Facts) -> Iterator[Amendment]:
    """Yield each change, in order; without a title of its own only where the document is there to amend another."""
    alone = amending(said, facts)
    plain, quoted, among = blanked(text), quotations(text), ""
    head: Mark | None = None
    outer: Mark | None = None  # the number over those of this level
    last: Mark | None = None
    led = ""  # from which day a lead-in has the changes below it hold
    for one in said:
        words, opened = plain[one.start : min(one.end, one.start + LONGEST)], _opened(text, one)
        heading = None if one.opening and alone else heading_over(words, opened)
        outer = last if opened and last and last.level != opened.level else outer
        last = opened or last
        # 二、关于… of minutes that amend nothing else is about another thing than 一、关于修改《…》
        among, head = ("", None) if TOPIC.match(words) else (among, head)
        over = not alone and head and opened and head.level == opened.level
        goes_on = heading and opened and words[heading.end() :].strip("：:，, 。\n")  # （1）对《X》作修改：将…
        among, head = (heading["title"], outer if goes_on else opened) if heading else ("" if over else among, head)
        led = _led(words) or ("" if opened and opened is head else led)
        changed = [*told(words)] if HINT.search(words) else []
        if not changed and RESTS.search(words):
            yield from _resting(one, words)
        if alone and not changed:
            yield from _everywhere(one, among)
        for change, found in changed:
            title = next((v for k, v in found.groupdict().items() if k.startswith("title") and v), "")
            if title not in ABBREVIATED or alone or among:
                made = _made(text, one, change, found, among if title in ABBREVIATED else title, quoted)
                yield from (each if each.day else each.model_copy(update={"day": day(led)}) for each in made)


_LED_EN = re.compile(rf"\b(?:with effect from|effective(?: from)?|as from|from)\s+(?P<day>{DAY_EN})\s*:\s*$", re.I)
_LED_ZH = re.compile(rf"(?:自|从)\s*(?P<day>{DAY_ZH})\s*(?:之日)?起[^，。；]{{0,12}}[：:]\s*$")


def _led(words: str) -> str:
    """Return the day from which a lead-in says that what stands below it holds: Resolved, with effect from 1 June:"""
    found = _LED_EN.search(words) or _LED_ZH.search(words)
    return found["day"] if found else ""


def _opened(text: str, one: Sentence) -> Mark | None:
    """Return the number with which the line of a sentence opens, None where the sentence stands behind another."""
    line = text.rfind("\n", 0, one.start) + 1
    opened = mark(text[line : one.end])
    return opened if opened and not text[line + opened.length : one.start].strip() else None


def _resting(one: Sentence, words: str) -> Iterator[Amendment]:
    """Yield that a whole document holds for a while not, or again: with no label, as all of its clauses are meant."""
    for rest in rests(words):
        yield Amendment(
            title=rest.title, label="", change=rest.change, start=one.start, end=one.end, day=rest.day, over=rest.over
        )


# 将全文中的“教务处”统一修改为“教学部”; for “Head” wherever it occurs substitute “Principal”
_EVERYWHERE = re.compile(
    r"全文|通篇|统一|各条|文中|所有|均|一律|\bwherever\b|\bthroughout\b|\b(?:each|every) (?:place|occurrence|instance|reference)\b"
    r"|\ball (?:occurrences|instances)\b|\breferences? to\b",
    re.I,
)


def _everywhere(one: Sentence, title: str) -> Iterator[Amendment]:
    """Yield the words that give way to others in the whole of a document."""
    if not _EVERYWHERE.search(one.words):
        return
    for was, now in swaps(one.heard):
        yield Amendment(
            title=title,
            label="",
            change=Change.REPLACED,
            part=one.heard.strip(),
            was=was,
            now=now,
            start=one.start,
            end=one.end,
        )


_STRONG = re.compile(
    r"(?:修改|改|调整|变更|更正)为|删去|删除|增加|替换|合并|\b(?:replaced?|deleted?|inserted?|substituted?|omit(?:ted)?|now reads?)\b",
    re.I,
)
_NAMES_WORDS = re.compile(
    rf"“|第\s*{N}\s*[编章节条款项]|\"|\b(?:sections?|clauses?|articles?|paragraphs?|chapters?|parts?|references?)\b|\b\d",
    re.I,
)
_OF_ITSELF = re.compile(
    r"本(?:办法|条例|规定|细则|决定|通知|法|章程|规则|制度)第|同时废止|按(?:照)?(?:新|原|旧)的?(?:规定|办法|标准)|\bthis (?:amendment|resolution|notice)\b",
    re.I,
)


def unread(text: str, said: Sequence[Sentence], facts: Facts) -> Iterator[str]:
    """Yield the sentences of a document whose title says that it amends another, that seem to and were not read so."""
    if not tells(facts.title):
        return
    plain = blanked(text)
    for one in said:
        words = plain[one.start : min(one.end, one.start + LONGEST)]
        hints = _STRONG.search(words) and _NAMES_WORDS.search(words) and not SECTION.search(words)
        if hints and not one.opening and not _OF_ITSELF.search(words) and next(told(words), None) is None:
            if any(_everywhere(one, "")):
                continue
            yield " ".join(text[one.start : one.end].split())


def _made(
    text: str, one: Sentence, change: Change, found: re.Match[str], title: str, quoted: Sequence[tuple[int, int]]
) -> Iterator[Amendment]:
    """Yield the change for each clause that the words name."""
    groups = found.groupdict()
    named = [v for k, v in groups.items() if k.startswith(("as", "at")) and v]
    # 第五条中增加一款，作为第一款 is about the fifth article, 第三条后增加一条，作为第四条 about a fourth
    printed = next((v for v in reversed(named) if not re.match(rf"第\s*{N}\s*[款项]|第?\s*[（(]", v)), named[0])
    words = _restored(text, one, found, groups)
    whole = not words or bool(_SENTENCE.fullmatch(words))
    since, over = _term(one, found, change)
    for label in _named_in_full(labels(_ROW_OF.sub(" ", printed)), text[one.start + found.start() : one.end]):
        start, end = _wording(text, one, found, quoted, label if whole else "")
        paragraph = _PARAGRAPH.search(label)
        plain = _PARAGRAPH.split(label)[0] if paragraph else _UNIT.sub("", label)
        part = words or (label[paragraph.start() :] if paragraph else "")
        for was, now in (swaps(text[start:end].replace(printed, " ")) if not whole else []) or [("", "")]:
            yield Amendment(
                title=re.sub("^the ", "", title, flags=re.I), label=plain, change=change, part=part, was=was, now=now, start=start, end=end,
                day=since, over=over,
            )  # fmt: skip


def _named_in_full(found: Sequence[str], printed: str) -> list[str]:
    """Return labels with the headings that are quoted in them as `printed`: “丙、…”第2项."""
    headings = iter(re.findall(r"[“「]([^”」\n]+)[”」]", printed))
    return [re.sub("◦+", lambda blank: next(headings, blank[0]), label) for label in found]


def _term(one: Sentence, found: re.Match[str], change: Change) -> tuple[date | None, date | None]:
    """Return the days that a sentence names for a change: of new words what stands before them, as they name days too."""
    words = found.string
    if change is Change.DELETED:
        return term(words)
    return term(words[: found.start()])[0], None


def _restored(text: str, one: Sentence, found: re.Match[str], groups: dict[str, str | None]) -> str:
    """Return which words of a clause change, as printed: 中的“两周”, for £500 substitute £750; "" for all of it."""
    key = next((k for k in ("part", "part2", "part8", "part9", "part10") if groups.get(k)), "")
    named = groups.get(key)
    if not named:
        return ""
    if _ALL_OF_IT.fullmatch(named.strip()):
        return ""
    at = one.start + found.start(key)
    return text[at : at + len(named)].strip(" ，,").removeprefix("中").removeprefix("的")


def _wording(
    text: str, one: Sentence, found: re.Match[str], quoted: Sequence[tuple[int, int]], label: str
) -> tuple[int, int]:
    """Return the span of the new wording: what is quoted right after the words, or set below, else the whole sentence.

    `label` is that of the clause all of which is changed, or a sentence of it, and "" where single words are.
    """
    whole = bool(label)
    at = one.start + found.end()
    follows = next((span for span in quoted if span[0] >= at), None)
    if whole and follows and _LEADS.fullmatch(text[at : follows[0]]):
        return follows[0] + 1, follows[1] - 1
    below = set_below(text, one.start, at, label) if whole else None
    if below:
        return below
    stop = next((span[1] for span in quoted if span[0] < one.end < span[1]), one.end)
    line = text.find("\n", at)
    told = re.match(r"[^\n]{0,20}?[：:][^\S\n]*(?=[^\s“\"])", text[at : at + 40]) if whole else None
    begin = _NUMBER_LEFT.match(text, one.start, stop)
    own = begin.end() if begin else one.start
    return (at + told.end(), len(text) if line < 0 else line) if told else (own, stop)
