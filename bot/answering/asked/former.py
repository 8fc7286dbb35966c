"""The rules before those of today: 修订前, "under the old policy"; and the day that an edition is of."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from corpus.models import Amended, Facts
from corpus.validity import begin, in_force
from corpus.validity.naming import version

_RULES_ZH = r"(?:办法|规定|制度|规则|细则|条例|章程|文件|规矩|标准|流程|版本|版|手册)"
_RULES_EN = (
    r"(?:rules?|polic(?:y|ies)|versions?|editions?|handbook|rulebook|standing orders|regulations?|scheme|procedures?"
    r"|code)"
)
_FORMER = re.compile(
    rf"(?:^|[，,。；;\s在]|{_RULES_ZH}|[本上这]次|最近)(?:修订|修改|修正|改版|调整|更新|变更|改革|改)(?:以|之)?前(?!来|提|后|须|需|要|应)"
    rf"|(?:原来?|旧|老|(?<![一-鿿])(?:以前|之前|从前|先前|过去)|[按在](?:以前|之前|从前)|上一|前一)(?:的|个|版|份)?{_RULES_ZH}"
    r"|(?:^|[，,。；;])\s*(?:以前|从前|过去|原先|原来|之前)(?!所未|来|提|后|年|的?[同老]?(?:事|领导|学))(?=[一-鿿]{2}.*(?:谁|多少|几|哪|怎么|吗|什么|多久))"
    rf"|新(?:的)?{_RULES_ZH}(?:实施|施行|生效|执行|出台|出来|下来|印发|发布)?(?:以|之)?前"
    rf"|\b(?:the|our) (?:old|previous|former|earlier|prior) {_RULES_EN}\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"\b(?:before|prior to) (?:(?:it|this|that|they|the {_RULES_EN}) (?:was|were|got) "
    r"(?:amended|changed|revised|updated|replaced)"
    rf"|the (?:latest |last |recent )?(?:amendment|change|revision|update|new {_RULES_EN})\b(?! (?:is|are)\b))",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:did|was|were|used to|had|stood|\w{2,}ed|ran|kept|chose|gave|took|held|made|set)\b", re.IGNORECASE
)


def former(text: str) -> bool:
    """Tell whether a question is about the rules before those of today."""
    changed = _CHANGED.search(text)
    past = changed and _PAST.search(text[: changed.start()] + text[changed.end() :])
    return bool(past) or _FORMER.search(text) is not None


def day_before(
    path: str, identity: str, facts: Mapping[str, Facts], amended: Mapping[str, Sequence[Amended]], on: date
) -> date | None:
    """Return the last day before a document took another's place, amended one, or was amended; None for no such day.

    `facts` and `amended` go by path; `identity` is the document's id. What changes only after `on` doesn't count.
    """
    first = begin(facts[path])
    took_place = any(one.repealed == first for other, one in facts.items() if other != path)
    amends = any(one.by.partition("#")[0] == identity for changes in amended.values() for one in changes)
    days = [one.day for one in amended.get(path, ()) if one.day]
    days += [first] if first and (took_place or amends) else []
    last = max((day for day in days if day <= on), default=None)
    return last - timedelta(1) if last else None


def day_of(edition: str, facts: Mapping[str, Facts], on: date) -> date:
    """Return a day on which the edition of a year (2019) held: `on`, or its first where it only began later."""
    named = [one for one in facts.values() if edition in (version(one.title), version(one.version))]
    later = [first for one in named if (first := begin(one)) and first > on]
    return on if not later or any(in_force(one, on) for one in named) else min(later)
