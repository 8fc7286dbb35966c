"""Actors that only the rest of a Chinese document names in full: 院务会议|定 where it says 院务会议, 该股股长."""

import re
from collections.abc import Iterable, Iterator

from corpus.models import Rule

_SETTLES = ("议定", "议决")
_POST = re.compile(
    "该(?P<kind>[股科处部局室所站队馆院系组]|中心)(?P<post>(?:(?P=kind)副?长|(?:副|常务副)?主任|(?:主要)?负责人|领导))"
)


def in_full(rules: Iterable[Rule], text: str) -> Iterator[Rule]:
    """Yield rules, their actors named as `text`, the document's, or the clause of each names them before."""
    clause, seen = "", list[str]()
    for rule in rules:
        clause, seen = rule.clause, seen if rule.clause == clause else []
        told = _head(_meeting(rule, text), seen)
        seen.append(told.actor)
        yield told


def _meeting(rule: Rule, text: str) -> Rule:
    """Tell a meeting that settles something by the name that all the rest of the document has for it."""
    if rule.verb not in _SETTLES or not rule.actor.endswith("会"):
        return rule
    called = re.escape(rule.actor)
    longer = re.search(f"{called}议(?![定决])", text) is not None
    shorter = re.search(f"{called}(?!议)", text) is not None
    if not longer or shorter:
        return rule
    return rule.model_copy(update={"actor": f"{rule.actor}议", "verb": rule.verb[1:]})


def _head(rule: Rule, seen: list[str]) -> Rule:
    """Tell the head of that office by the name of the last office of its kind that acts in the clause."""
    post = _POST.fullmatch(rule.actor)
    office = next((one for one in reversed(seen) if post and one.endswith(post["kind"])), "")
    return rule.model_copy(update={"actor": office + post["post"]}) if post and office else rule
