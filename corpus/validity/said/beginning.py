"""From which day a document holds, by its own words: 自…起施行, 自印发之日起, "takes effect on", "in force from"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from corpus.models import Facts
from corpus.quantities.numbers import number
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, SPAN_EN, day
from corpus.validity.said.own import speaks_en, speaks_zh
from corpus.validity.said.partly import of_clauses

HOLDS = r"施行|实施|生效|执行|实行|试行|启用|适用|暂行(?!办法|规定|条例|规则|制度)"
# what somebody who writes a handbook says of it: 2025年9月1日起用
_USED = "(?<=起)(?:使?用)|(?<=开始)(?:使?用)"
_STOPS = r"(?=\s*(?:$|[，,。；;、：:)）\]】\n*_]|并|有效|试行|原|[一二两三四五\d]|《|至|到|且|以前|此前|止))"
_FROM_ZH = re.compile(
    rf"(?:自|从|于|定于|拟于)?\s*(?P<day>{DAY_ZH})\s*(?:零时)?\s*(?:之?日)?\s*(?:起|开始)?\s*[，,]?\s*"
    rf"(?:正式|开始|统一|在?全[\u4e00-\u9fff]{{1,3}}|起)?\s*(?:{HOLDS}|{_USED}){_STOPS}"
)
# 自2023年秋季学期起施行, 自2023学年起执行: a school year begins in September
_FROM_TERM_ZH = re.compile(
    rf"(?:自|从)\s*(?P<year>(?:19|20)\d{{2}})\s*年?\s*(?P<term>秋季|春季|学年)(?:学期)?(?:开学)?(?:之?日)?起?(?:{HOLDS}){_STOPS}"
)
# 2025年9月1日更新，当日启用: on the day that the same line is dated with
_THAT_DAY_ZH = re.compile(rf"(?:^|[，,。；;、|｜·\s])(?:自?即日起?|[当同]日起?)(?:正式|开始)?(?:{HOLDS}|使?用){_STOPS}")
_THAT_DAY_EN = re.compile(
    r"[,;|–—(]\s*(?:(?:and|is|it)\s+)*(?:in force|in use|applicable|applies|effective|valid)\s+(?:(?:from|on|since|as of)\s+)?(?:the same|that|this)\s+(?:day|date)\b",
    re.I,
)
_TERMS = {"秋季": 9, "学年": 9, "春季": 3}
_ON_ISSUE_ZH = re.compile(
    r"(?:自|从|由|于)\s*(?:其|本[^，。；]{1,10}?|文件|修订|修改|国务院|[^，。；自从由于]{2,8}(?=批准))?(?:印发|发布|公布|颁布|下发|发文|签发|颁发|公告|通过|批准|发文|审议通过)"
    rf"(?:之?日|时)(?:（[^）]*）)?\s*(?:起|开始|即|后)?\s*(?:满)?(?:(?P<wait>\d+|[一二三四五六七八九十]+)\s*[日天]后)?[，,]?\s*"
    rf"(?:正式|开始|即|起)?(?:{HOLDS}){_STOPS}"
)
_SELF_DATED = re.compile(
    rf"^\s*(?:生效|施行|实施|执行|启用)(?:之?日期?|时间)?\s*[:：]?\s*(?P<day>{DAY_ZH})\s*起?\s*$"
    rf"|^\s*(?P<day2>{DAY_ZH})\s*起?\s*(?:正式|开始)?(?:施行|实施|生效|执行|启用|试行)\s*$"
)
_FROM_EN = re.compile(
    r"(?:takes? effect|took effect|comes? into (?:force|effect|operation)|came into (?:force|effect)|enters? into force"
    r"|(?:is |are |be )?(?:in force|in operation|in use|effective|valid|in effect|operative|applicable)|has effect|have effect|applies|apply"
    r"|with effect|commenc(?:es?|ing)|(?:hereby )?amended)"
    rf"\s*(?:,?\s*(?:with effect )?(?:from|on|as of|as from|since)(?: and including)?\s+|:\s*|(?<=effective)\s+(?=\d|[a-z]))(?:the\s+|\w+day,?\s+)?(?P<day>{DAY_EN})",
    re.I,
)
# not in force before 1 March 2027, do not apply until 1 March
_NOT_BEFORE_EN = re.compile(
    r"\bnot (?:yet )?(?:(?:be |to be )?(?:in force|in operation|in effect|effective|valid|operative)|apply|take effect"
    rf"|come into (?:force|effect|operation))\s+(?:before|until|till|prior to)\s+(?:the\s+)?(?P<day>{DAY_EN})",
    re.I,
)
# repealed with effect from 1 April 2025: from then on it does not hold
_ENDED_EN = re.compile(r"\b(?:repealed|revoked|rescinded|withdrawn|superseded|replaced|cancelled|suspended)\W*$", re.I)
_LABELLED_EN = re.compile(
    rf"^\s*(?:(?:effective(?: date| from)?|date of effect|commencement(?: date)?|in (?:force|operation) from)\s*[:：]|effective"
    rf"|(?:to )?(?:tak(?:es?|ing) effect|(?:comes?|coming) into (?:force|effect|operation)|commences?|in force|in operation)"
    rf"(?:\s*[:：]|\s+(?:on|from))?)\s*(?P<day>{DAY_EN})",
    re.I,
)
# the changes apply to orders placed on or after 1 May; 修改后的规定自…起执行
_CHANGES_EN = re.compile(
    rf"^(?:item\s+\d+\.?\s*)?(?:all\s+)?(?:the|these|those)\s+(?:changes?|amendments?|new\s+(?:wording|text|rules|limits|words))\s+"
    rf"(?:takes?\s+effect|appl(?:y|ies)|comes?\s+into\s+(?:force|effect)|(?:is|are)\s+effective)\b[^.;]{{0,60}}?\b(?:from|on or after|on|as of|since)\s+(?P<day>{DAY_EN})",
    re.I,
)
# runs from 1 May 2023 to 30 April 2025, valid for two years from 1 May 2023
FROM_TO_EN = re.compile(
    rf"\b(?:runs?|in force|in effect|in operation|valid|effective|appl(?:y|ies)|started|starts|begins?|began)\s+(?:from|on|between)?\s*(?P<day>{DAY_EN})\s*"
    rf"(?:,?\s*(?:and\s+)?(?:to|and|until|till|through|ends? on|expires? on)|[-–—])\s+(?P<last>{DAY_EN})",
    re.I,
)
_FOR_FROM_EN = re.compile(
    rf"\b(?:valid|in force|in effect|effective|runs|remains?|stays)\b[^.;]*?\bfor(?: a (?:period|term) of)?\s+{SPAN_EN}\s+(?:from|starting(?: on)?|beginning(?: on)?)\s+(?P<day>{DAY_EN})",
    re.I,
)


def effective(said: Sequence[Sentence], facts: Facts, issued: date | None) -> date | None:
    """Return the day the document takes effect; none where the parts of a compilation name several."""
    found = [(one, when) for one in said for when in begins(one, facts, issued)]
    parts = {one.part for one, _ in found}
    if len({when for _, when in found}) > 1 and len(parts) > 1:
        return None
    closing = [when for one, when in found if not one.opening]
    return next(iter(closing[-1:] or [when for _, when in found]), None)


def begins(one: Sentence, facts: Facts, issued: date | None) -> Iterator[date]:
    """Yield the days from which a document holds by one sentence; `issued` stands for the day of its issue."""
    labelled = (_SELF_DATED.search(one.words) or _LABELLED_EN.search(one.words)) if standing(one) else None
    if labelled:
        groups = labelled.groupdict()
        yield from days([groups["day"] or groups.get("day2")])
        return
    partly = of_clauses(one.words)
    for found in _FROM_ZH.finditer(one.words):
        sure = re.search("起|开始|自|从|于", found[0])
        if sure and speaks_zh(one.words[: found.start()], facts.title, standing=standing(one)):
            yield from days([found["day"]])
    for found in _FROM_TERM_ZH.finditer(one.words):
        if speaks_zh(one.words[: found.start()], facts.title, standing=standing(one)):
            yield date(int(found["year"]), _TERMS[found["term"]], 1)
    for found in _ON_ISSUE_ZH.finditer(one.words):
        if issued and speaks_zh(one.words[: found.start()], facts.title, standing=standing(one)):
            yield issued + timedelta(_count(found["wait"]))
    if issued and one.opening and (_THAT_DAY_ZH.search(one.words) or _THAT_DAY_EN.search(one.words)):
        yield issued
    if changed := _CHANGES_EN.match(one.words.strip(" *_")):
        yield from days([changed["day"]])
    for pattern in (FROM_TO_EN, _FOR_FROM_EN, *(() if partly else (_NOT_BEFORE_EN,))):
        for found in pattern.finditer(one.words):
            if speaks_en(one.words[: found.start()], facts.title, standing=standing(one)):
                yield from days([found["day"]])
    for found in _FROM_EN.finditer(one.words):
        if any(start <= found.start() < end for start, end in partly) or _ENDED_EN.search(one.words[: found.start()]):
            continue
        amended = found[0].lower().startswith(("amended", "hereby amended")) and one.opening
        if amended or speaks_en(one.words[: found.start()], facts.title, standing=standing(one)):
            yield from days([found["day"]])


def standing(one: Sentence) -> bool:
    """Tell whether a sentence stands where documents speak of themselves without naming themselves."""
    return one.opening or one.closing


def _count(words: str | None) -> int:
    return int(number(words) or 0) if words else 0


def days(printed: Iterable[str | None], *, last: bool = False) -> list[date]:
    """Return the printed days that are days; of a month the first one, or with `last` its last."""
    return [when for words in printed if words and (when := day(words, last=last))]
