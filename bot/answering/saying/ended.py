"""Answers to what is asked of the end of a document or a clause: 废止了吗, "is the Leave Policy still in force?"."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.answering.asked.question import Question
from bot.answering.saying import phrases
from bot.answering.weighing.ending import TITLE_ZH, asks, beside_the_matter, lists, only_ends
from bot.answering.weighing.evidence import Evidence
from corpus.models import Facts, Passage

_KIND_ZH = re.compile(
    r"(?:管理|实施|工作|暂行|试行|若干)*(?:办法|规定|细则|制度|条例|规则|章程|规程|通知|意见|方案|标准)$"
)
_WORD = r"[A-Z][\w'’-]*"
_TITLE_EN = re.compile(
    rf"(?:{_WORD}\s+(?:(?:and|of|for|on|the)\s+)*)+"
    r"(?:Polic(?:y|ies)|Rules?|Regulations?|Scheme|Code|Handbook|Orders?|Procedures?|Guidelines?|By-?laws?)"
)
_LABEL = re.compile(
    r"第[一二三四五六七八九十百\d]+条|\b(?:section|clause|article|rule|paragraph|regulation)\s+\d[\d.]*", re.I
)
_WHICH = re.compile(
    r"(?:哪些|哪几[个项部]|什么)(?:制度|文件|规定|办法|条款|规章)"
    r"|\b(?:which|what) (?:\w+ )?(?:policies|rules|documents|regulations|sections|clauses)\b",
    re.I,
)
_LEAST = 2  # characters of a title beside 管理办法
_MOST = 2


def on_the_matter(question: Question, weighed: Sequence[Evidence]) -> list[Evidence]:
    """Return the clauses that speak of a matter: not what only says that something ends, unless that is asked."""
    return [one for one in weighed if not beside_the_matter(question, one.passage)]


def telling_the_end(question: Question, weighed: Sequence[Evidence]) -> list[Evidence]:
    """Return the clauses that end what a question asks the end of by its name, with the lead-in of a list."""
    if not asks(question) or question.acts:
        return []
    ends = [one for one in weighed if only_ends(one.passage)]
    if _WHICH.search(question.text):
        return [one for one in ends if not lists(one.passage)][:_MOST]
    told = [one for one in ends if _names(question.text, one.passage)]
    told.sort(key=lambda one: lists(one.passage))
    if not told or not lists(told[0].passage):
        return told[:1]
    lead = [one for one in weighed if one.passage.document == told[0].passage.document and _leads(one, told[0])]
    return [*lead[:1], told[0]]


def _leads(one: Evidence, item: Evidence) -> bool:
    """Tell whether a clause may be the lead-in of a list that an item stands in."""
    before = one.passage.end <= item.passage.start
    return before and only_ends(one.passage) and not lists(one.passage)


def _names(asked: str, passage: Passage) -> bool:
    """Tell whether a passage names the document, and the clause, that a question asks about."""
    wanted, printed = _LABEL.findall(asked), _LABEL.findall(passage.text)
    if wanted and printed and not {_plain(one) for one in wanted} & {_plain(one) for one in printed}:
        return False
    titles = [*TITLE_ZH.findall(passage.text), *_TITLE_EN.findall(passage.text)]
    return bool(wanted) <= bool(printed) and any(named(asked, title) for title in titles)


def named(asked: str, title: str) -> bool:
    """Tell whether a question names a title, without the body before it or with it."""
    question, whole = _plain(asked), _plain(re.sub(r"[（(].*?[）)]", "", title)).removeprefix("the")
    if title.isascii() or not re.search("[一-鿿]", title):
        return len(title.split()) > 1 and whole in question
    own = len(_KIND_ZH.sub("", whole))
    return any(whole[at:] in question for at in range(max(1, own - _LEAST + 1)))


def _plain(words: str) -> str:
    return re.sub(r"[\s'’《》]", "", words).casefold()


def endings(question: Question, chosen: Sequence[Evidence], facts: Mapping[str, Facts]) -> list[str]:
    """Return a line for each document that a question asks the end of, and that ends on a day."""
    if not chosen or not asks(question) or not only_ends(chosen[0].passage):
        return []
    over = {one.title: one.repealed for one in facts.values() if named(question.text, one.title)}
    words = phrases.OVER[question.language]
    return [words.format(title=title, day=day) for title, day in over.items() if day and day > date.min]
