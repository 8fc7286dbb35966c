"""Whom somebody moves to act in a Chinese sentence: 责令A停止…, 组织专家论证."""

import re

from corpus.rules.chinese.grammar.markers import CAUSE, MARKER
from corpus.rules.chinese.grammar.names import name_at, nominal
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.phrases import Words
from corpus.rules.chinese.grammar.predicates import predicate
from corpus.rules.chinese.grammar.subjects import INSIDE, names_in
from corpus.rules.chinese.grammar.vocabulary import VERBS
from corpus.rules.chinese.shapes.account import Account


def causes_in(words: Words, at: int, stop: int) -> list[re.Match[str]]:
    """Return the verbs in a stretch by which somebody moves another to act."""
    return [
        found
        for found in CAUSE.finditer(words.plain, at, stop)
        if found[0] == "请"
        or words.verbs.get(found.start()) == found[0]
        and not nominal(words, found.start(), found[0])
    ]


def caused(told: Account, cause: re.Match[str], part: Part) -> int:
    """Read 责令A停止…, 组织专家论证: whom somebody moves to act."""
    at = cause.end()
    if MARKER.match(told.plain, at):  # 处理建议报A审议
        return at
    name = name_at(told.words, at, part.stop)
    if name and told.plain[name.end : name.end + 1] in ("并", "、", "和"):
        return at
    if (
        told.plain[at : at + 1] in ("、", "或", "和")
        or part.scene
        or not name
        or not name.strong
        or name.end - at > 30
        or told.plain.startswith("其", at)
    ):
        return at
    names = names_in(told.words, at, name.end)
    said = predicate(told.words, name.end, part.stop)
    if not said or not said.act or said.verb not in VERBS or len(names) > 2 or told.plain.startswith("的", said.end):
        return at
    if "的" in told.plain[at : name.end] or INSIDE.search(told.plain, at, name.end) or said.verb == "组成":
        return at
    told.add(said, names)
    if cause[0] in ("委托", "授权", "指定"):
        told.further(said, part.stop, names)
    return told.past(said)
