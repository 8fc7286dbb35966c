"""Rungs that name only whom a matter goes to: 再长的报站长; 5万元以上的上局务会."""

import re

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.account import Account
from corpus.rules.chinese.parts import Part
from corpus.rules.chinese.predicates import Predicate
from corpus.rules.chinese.subjects import names_in

_UNIT = "(?:元|天|日|周|月|年|人|小时|次|件|台|倍|%)"
_GOES = re.compile(
    rf"(?:[再更][长多高大久远]的?|其余的?|超过[^，。；由]{{1,12}}的|[^，。；由]{{0,16}}[0-9一二三四五六七八九十百千万两半]{_UNIT}◦*以[上下内]◦*的?)"
    r"(?:还|另|则|一律|均|都)?(?:应当?|须|要)?(?P<verb>报请?|上|找|转)(?P<who>[^，。；、]{2,14})"
)


def passed(told: Account, part: Part) -> bool:
    """Note who decides on a rung that says no more than whom it goes to; tell whether it was one."""
    goes = _GOES.fullmatch(told.plain, part.start, part.stop)
    who = told.plain[goes.start("who") : goes.end("who")] if goes else ""
    if not goes or not looks_like(who) or goes["verb"] == "上" and not who.endswith(("会", "会议")):
        return False
    names = names_in(told.words, goes.start("who"), goes.end("who"))
    if names:
        told.add(Predicate(Act.DECIDE, goes["verb"], goes.start("verb"), goes.end("verb"), False), names)
    return bool(names)
