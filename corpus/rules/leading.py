"""The sentences above a clause that lead into it, and where the article begins that it stands in."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Act, Clause
from corpus.passages import chinese, sentences
from corpus.rules.deeds import Deed
from corpus.rules.english import items as items_en
from corpus.rules.named import named

# clauses that only hold others
BOXES = ("part", "chapter", "section", "heading", "table")
_LEAD_IN = re.compile(r"(?:下列|以下|如下|[：:]\s*$|following|:\s*$)")


# an English sentence that breaks off before its items
_BREAKS_OFF = re.compile(r"[a-z][,–—-]?\s*$")


def _leads(sentence: str, clause: Clause, count: int) -> bool:
    """Tell whether the last of a clause's sentences leads into the items under it."""
    if _LEAD_IN.search(sentence):
        return True
    heads = clause.level in BOXES or (clause.heading and count == 1)
    return not heads and not chinese(sentence) and bool(_BREAKS_OFF.search(sentence))


# the name of a document says what it is about, and never who acts in its items
_TITLE = re.compile(
    r"(?:办法|规定|细则|规则|规程|制度|条例|章程|须知|指引|手册|清单|守则|公约|规范|指南|方案|通知|(?:一览|权限|授权|审批|分工|明细|对照|流程)表|的(?:决定|意见|通告)|[（(][^（）()]*(?:版|年|稿|试行|暂行|修订)[）)])(?:\s*[（(][^（）()]{1,20}[）)])*\s*$"
)


# 2025年3月2日职工大会通过，即日起施行: how the document itself came about
_ISSUED = re.compile(
    r"(?:[0-9〇○零一二三四五六七八九]{4}\s*[年.\-/]|[即之]日起).*(?:通过|印发|发布|公布|施行|实施|执行|生效|修订)"
)


# 编写：典藏站；核准：展陈科: at the top of a document, with the day on which it was passed
_MASTHEAD = re.compile(
    r"[^。由]*[0-9]{4}年(?:[0-9]{1,2}月|第[0-9一二三四五六七八九十]+次)[^。由]*"
    r"(?:通过|同意|批准|印发|发布|公布|施行|实施|执行|生效|启用|起用|使用|修订|(?:编写|编制|核准|审定|批准|签发|起草)[：:][^；。]{2,16})[）)]?"
)


def passed_on_a_day(words: str, clause: Clause) -> bool:
    """Tell whether a Chinese line without a number only says when its document was passed, and by whom."""
    return not clause.label and clause.level != "row" and _MASTHEAD.fullmatch(words.strip()) is not None


def governing(text: str, clauses: Sequence[Clause], n: int) -> list[tuple[int, int]]:
    """Return the lead-in sentences that give a clause its actors, nearest first."""
    spans: list[tuple[int, int]] = [*_above(text, clauses, n)]
    at = clauses[n].parent
    while at is not None:
        clause = clauses[at]
        own = [] if _titled(text, clause) else sentences(text, clause.start, clause.end)
        if own and clause.level not in ("table", "row") and _leads(text[slice(*own[-1])], clause, len(own)):
            spans.append(own[-1])
        elif own and len(own) == 1 and _headed(text[slice(*own[0])], clause):
            spans.append(own[0])
        at = clause.parent
    return spans


_LONGEST = 200  # characters of a bullet


def _above(text: str, clauses: Sequence[Clause], n: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraph above that leads into an English one with a colon, where only such as bullets stand between."""
    at = n
    while at >= 0 and clauses[at].level == "paragraph" and clauses[at].parent == clauses[n].parent:
        own = text[clauses[at].start : clauses[at].end].strip()
        if at < n and own.endswith(":"):
            yield sentences(text, clauses[at].start, clauses[at].end)[-1]
            return
        if chinese(own) or len(own) > _LONGEST or re.search(r"\n|[.?!:]\s", own):
            return
        at -= 1


def _titled(text: str, clause: Clause) -> bool:
    """Tell whether a heading is the title of its document, or says when that was made."""
    words = text[clause.start : clause.end].strip()
    return clause.level == "heading" and bool(_TITLE.search(words) or _ISSUED.search(words))


def _headed(sentence: str, clause: Clause) -> bool:
    """Tell whether a sentence holds its clause's heading: a part's of a compilation stands below it."""
    return bool(clause.heading) and clause.heading in " ".join(sentence.split())


_MATTERS = re.compile(r"(?:matters|powers|decisions|functions|business|responsibilities|duties)\b", re.IGNORECASE)


_THESE = re.compile(r"\b(?:none|all|each|any) of (?:these|them)\b", re.IGNORECASE)
_POWERS = re.compile(
    r"(?:\W|\d)*(?:the\s+)?(?:reserved\s+)?(?P<what>powers|decisions|matters|functions|duties|responsibilities)"
    r"(?:\s+reserved)?\s+(?:of|to|for)\s+(?:the\s+)?(?P<who>[A-Z][\w'’ -]{1,60}?)\.?\s*$",
    re.IGNORECASE,
)
_CARRIED = ("functions", "duties", "responsibilities")


_DECIDES = re.compile(
    r"(?:\W|\d)*what\s+(?:the\s+)?(?P<who>[A-Z][\w'’ -]{1,60}?)\s+(?:alone\s+|may\s+|can\s+)*(?P<what>decides?|approves?|settles?|grants?|authori[sz]es?)\W*$",
    re.IGNORECASE,
)


def powers(sentence: str) -> list[Deed]:
    """Return whose the matters under a heading are: Powers of the Council, What the Dean decides."""
    found = None if chinese(sentence) else _POWERS.match(sentence) or _DECIDES.match(sentence)
    if not found or not named(found["who"]):
        return []
    act = Act.CARRY_OUT if found["what"].lower() in _CARRIED else Act.DECIDE
    return [Deed(actor=found["who"], act=act, verb=found["what"], start=found.start("who"), end=found.end("who"))]


_LABEL = re.compile(
    r"(?:(?:schedule|part|annex|appendix|section|chapter|table|list)\s+)?[A-Z0-9][\w.]{0,4}\s*[.:–—-]?\s+",
    re.IGNORECASE,
)


_ROLE_OF = re.compile(
    r"(?:\W|\d)*(?:role|duties|responsibilities|functions|powers|remit|tasks)(?:\s+and\s+\w+)?\s+of\s+(?P<who>(?:the\s+)?[A-Z][\w'’ -]{1,60})$",
    re.IGNORECASE,
)


def office_over(sentence: str) -> str:
    """Return the office that a heading names and nothing else: Schedule 1 – The Town Clerk; "" for any other heading."""
    words = sentence.strip().rstrip(" .:–—-")
    if (whose := _ROLE_OF.match(words)) and items_en.office(whose["who"]):
        return whose["who"]
    label = _LABEL.match(words)
    for own in (words[label.end() :] if label else "", words):
        if own and not chinese(own) and items_en.office(own):
            return own
    return ""


def reserving(text: str, clauses: Sequence[Clause], n: int) -> list[tuple[int, int]]:
    """Return the sentences that head the clauses above and say whose the matters under them are, nearest first.

    "Matters the Board keeps to itself. None of the following may be delegated:"
    """
    spans: list[tuple[int, int]] = []
    at = clauses[n].parent
    while at is not None:
        clause = clauses[at]
        own = sentences(text, clause.start, clause.end) if clause.level not in ("table", "row") else []
        last = text[slice(*own[-1])] if own else ""
        if own and (_leads(last, clause, len(own)) or _THESE.search(last)):
            spans += [span for span in own[:-1] if _MATTERS.search(text[slice(*span)])]
        at = clause.parent
    return spans


_CONDITIONS = re.compile(
    r"(?:下列|以下|如下)事项[^，。：]{0,4}由|(?:下列|以下|如下)[^，。：]{0,10}(?:(?:情形|情况)(?!分别|处理|作出|办理)|行为|条件|事由|证据|材料|文件|用语|含义|原则|要求|标准|资料|内容|规则)|(?<!由)(?:下列|以下|如下)[^，。：]{0,10}人员"
)


def conditional(text: str, leads: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the items of a lead-in are conditions or things: 有下列情形之一的："""
    return bool(leads and _CONDITIONS.search(text[slice(*leads[0])]))


def opened(clauses: Sequence[Clause], n: int) -> int:
    """Return where the article begins that a clause is in, or the heading over it where it is in none."""
    over = [clauses[n]]
    while (parent := over[-1].parent) is not None:
        over.append(clauses[parent])
    own = [clause for clause in over if clause.level not in BOXES and clause.level != "paragraph"]
    return (own or over[1:] or over)[-1 if own else 0].start
