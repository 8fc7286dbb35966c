"""What a phrase without a verb of its own says somebody does: 征求A意见, 接受A监督, 根据A提名, 向A备案."""

import re

from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.markers import BARRED, PHRASES
from corpus.rules.chinese.grammar.predicates import Predicate
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.chinese.shapes.account import Account

# 接受政府和社会监督: the public is nobody whom a rule could name
_PUBLIC = re.compile(r"(?:和|、|以及|与)(?:社会|公众|社会公众|群众|舆论|新闻|新闻舆论)+$")
# 征询专家意见的，所需时间不计算在内: how long it takes is told, and nobody's act
_TIME_TAKEN = re.compile("[^；;。]*所需(?:的?时间|时日|期限)[^，；;。]{0,6}不")


def phrase(told: Account, kind: str, at: int, stop: int) -> int:
    """Read 征求A意见, 接受A监督, 根据A提名, 向A备案; return where it ends, or 0."""
    if kind == "asked" and _TIME_TAKEN.match(told.plain, at):
        return 0
    for phrase in PHRASES:
        after = phrase.after.search(told.plain, at + 2, stop) if phrase.kind == kind else None
        if after and kind == "lacking" and not (after["without"] or BARRED.match(told.plain, after.end())):
            continue
        public = _PUBLIC.search(told.plain, at, after.start()) if after else None
        until = public.start() if public else after.start() if after else at
        if after and looks_like(told.plain[at:until]):
            names = names_in(told.words, at, until)
            verb = after.groupdict().get("verb") or after[0].lstrip("的")
            told.add(Predicate(phrase.act, verb, after.start(), after.end(), False), names)
            return after.end() if names else 0
    return 0
