"""Rungs that name only whom a matter goes to: 再长的报站长; 再往上找局长; 5万元以上的上局务会."""

import re

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.predicates import Predicate
from corpus.rules.chinese.grammar.subjects import GOING_ON, names_in
from corpus.rules.chinese.shapes.account import Account

_UNIT = "(?:元|天|日|周|月|年|人|小时|次|件|台|倍|成|折|级|吨|户|亩|%)"
_GOES = re.compile(
    rf"(?:{GOING_ON}|其余的?|[^，。；由]{{0,10}}(?:计划|预算|编制|定额|目录|合同|清单|范围)[内外]的?(?=[报找归])|出[省市县国境]{{1,2}}的|跨[^，。；由报找归]{{1,6}}(?=报)|[^，。；由]{{0,10}}(?:超过|达到)[^，。；由]{{1,12}}的|[^，。；由]{{2,12}}部分(?=须|应|要|另)|超过[^，。；由报找归请的]{{1,8}}(?=[报找归])|[^，。；由]{{0,16}}[0-9一二三四五六七八九十百千万两半]{_UNIT}◦*以[上下内]◦*(?:、[^，。；由]{{1,8}}?)?的?)"
    r"(?:还|另|则|一律|均|都)?(?:应当?|须|要)?[另再]?(?:(?P<verb>报请?|[找转归去由交送请问呈]|提(?=[^，。；]{{2,12}}会))(?P<who>[^，。；、]{2,14})"
    r"|(?P<up>上|到|拿到)(?P<body>(?![0-9一二三四五六七八九十])[^，。；、由]{2,14}?会议?)(?P<does>(?:研究|讨论|集体|开会)?(?:决定|审定|审批|批准|审议|来?[定批])|点头|说了算|同意)?)"
)
# 5000元以上的，|一律报局长
_BOUNDED = re.compile(
    rf"(?:[0-9一二三四五六七八九十百千万两半]{_UNIT}◦*以[上外]|超过[^，。；由报]{{1,10}}|达到[^，。；由报]{{1,10}}|出[省市县国境]{{1,2}})[^，。；由报经]{{0,12}}，$"
)
_ALONE = re.compile(
    r"(?:还|另|则|一律|均|都)?(?:应当?|须|要|得)?(?:(?P<verb>报请?|呈报?)(?P<who>[^，。；、]{2,14})|(?P<up>上|到|拿到|送|提)(?P<body>[^，。；、由]{2,12}(?:会议?|采购中心|交易中心))(?P<does>点头|同意)?)"
)

# 另请专业人员, 须请监理: who is hired for a thing, and asked for no yes
_HIRED = re.compile("(?:人员|专家|监理|单位|公司|机构|律师|事务所|[技师][工师]?|师傅|保安)$")

# 由馆长审批后报市局: he does something first
_THEN_ON = re.compile("后再?(?=[报送转交呈提])")


def passed(told: Account, part: Part) -> bool:
    """Note who decides on a rung that says no more than whom it goes to; tell whether it was one."""
    goes = _GOES.fullmatch(told.plain, part.start, part.stop)
    if goes is None and _BOUNDED.search(told.plain, 0, part.start):
        goes = _ALONE.fullmatch(told.plain, part.start, part.stop)
    put, who = ("up", "body") if goes and goes["up"] else ("verb", "who")
    if not goes or _THEN_ON.search(goes[who]) or not looks_like(goes[who]):
        return False
    if goes[put] == "请" and _HIRED.search(told.plain, goes.start(who), goes.end(who)):
        return False
    names = names_in(told.words, goes.start(who), goes.end(who))
    said = "does" if goes["does"] else put
    if names:
        told.add(Predicate(Act.DECIDE, goes[said], goes.start(said), goes.end(said), False), names)
    return bool(names)
