"""Whether some words name the time or the number that a question asks for: a length, a day, a sum, a head count."""

import re
from functools import lru_cache

from bot.answering.asked.question import Question, Wanted
from corpus.quantities import Amount, Measure, amounts
from corpus.quantities.limits import LIMIT

# a length of time is asked for, which no day answers: 几天, 多长, how long
_LASTING = re.compile(
    r"几天|多少天|几个?(?:工作日|月|星期|小时|周)|多少(?:小时|个月|年|周)|几年|几周|几小时|多长"
    r"|\bhow long\b|\bhow many (?:\w+ )?(?:days|weeks|months|hours|years|terms)\b",
    re.IGNORECASE,
)
# a day or an hour, or how often: 每月第一周周一下午, by 31 March, once a term
_WHEN = re.compile(
    r"[0-9０-９一二三四五六七八九十]+\s*(?:月|日|号|点|时(?!候))|周[一二三四五六日末]|星期|每(?:年|月|周|日|天|季|学期|学年|半年|两)|年[初中末底]|月[初中末底]|学期[初中末]"
    r"|(?<=\s)\d{1,2}(?:[.:]\d{2}\s?(?:[ap]\.?m)?|\s?[ap]\.?m)\b|\bnoon\b|\bmidnight\b"
    r"|\b(?:jan|febr)uary\b|\b(?:march|april|june|july|august)\b|\b(?:septem|octo|novem|decem)ber\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:annual|year|quarter|month|week|dai|term)ly\b"
    r"|\b(?:each|every|a|per|once|twice)\s(?:\w+\s)?(?:year|term|month|week|quarter|day|meeting|session|semester)\b"
    r"|\b(?:once|twice|thrice|\w+\stimes)\s(?:a|an|in|each|every|per|during)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"钱|金额|额度|费用|元|补贴|补助|津贴|工资|\bhow much\b|[£$€]"
    r"|\b(?:cost|pay|paid|price|fee|amount|money|rate|spend)\w*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"过半|半数|多数|全体|一致|\b(?:half|third|quarter|majority|unanimous|quorum|all members)\b", re.IGNORECASE
)


def measured(question: Question, words: str) -> bool:
    """Tell whether words name a time or a number of the kind asked for; False where none is asked for."""
    if question.wanted is Wanted.HOW_LONG:
        return lasting(words) if _LASTING.search(question.text) else timed(words)
    return question.wanted is Wanted.HOW_MANY and counted(words, _MONEY.search(question.text) is not None)


def numbers(question: Question, words: str) -> tuple[Amount, ...]:
    """Return the amounts in some words that are of the kind asked for; none where no number is asked for."""
    if question.wanted is Wanted.HOW_LONG:
        kinds = {Measure.DAYS}
    elif question.wanted is not Wanted.HOW_MANY:
        return ()
    elif _MONEY.search(question.text):
        kinds = {Measure.MONEY, Measure.SHARE}
    else:
        kinds = {Measure.MONEY, Measure.SHARE, Measure.COUNT}
    return tuple(one for one in amounts(words) if one.measure in kinds)


@lru_cache(maxsize=16384)
def timed(words: str) -> bool:
    """Tell whether words name a length of time, a day, or how often."""
    return lasting(words) or _WHEN.search(words) is not None


@lru_cache(maxsize=16384)
def lasting(words: str) -> bool:
    """Tell whether words name a length of time."""
    return Measure.DAYS in _measures(words) or LIMIT.search(words) is not None


@lru_cache(maxsize=16384)
def counted(words: str, money: bool) -> bool:
    """Tell whether words name a sum or a share, or if not `money` any number but a length of time."""
    found = _measures(words) - {Measure.DAYS}
    if money:
        return bool(found - {Measure.COUNT})
    return bool(found) or _PART.search(words) is not None


@lru_cache(maxsize=16384)
def _measures(words: str) -> frozenset[Measure]:
    return frozenset(amount.measure for amount in amounts(words))
