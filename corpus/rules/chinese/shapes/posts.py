"""Who holds a post, makes up a body or leads its meetings: 组长由院长担任, 小组由A和B组成, 会议由主任召集和主持."""

import re

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.phrases import Words, parts
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.deeds import Deed
from corpus.rules.verbs import HOLDS, MAKES_UP

_HOLDS = "|".join(verb for verb in HOLDS if verb != "任")  # 任 is part of many words, and needs its post behind it
_MAKES_UP = "|".join(sorted(MAKES_UP, key=len, reverse=True))
_POST = r"(?:[一-鿿]{0,12}?(?:长|主任|主席|书记|召集人|负责人|联络人|联系人|委员|成员|秘书|干事|主持人|记录人))"
# 组长由院长担任, 由院长任组长, 小组由A、B组成, 会议由主任召集和主持
_BY = re.compile(
    rf"(?<!不得)(?<!不能)(?<!不应)(?<!可以)(?<!可)由(?P<who>[^，。；：由]{{2,60}}?)(?P<verb>(?:{_HOLDS})(?={_POST}?$)|任(?={_POST}$)|(?:{_MAKES_UP})(?=[一-鿿]{{0,12}}$)"
    rf"|(?:负责)?(?:召集(?:[、和并与]主持)?|主持)(?=(?:召开)?(?:会议|工作)?$))"
)
# 科长任办公室主任; each of a row of them: 院长任组长、副院长任副组长
_HIMSELF = re.compile(
    rf"(?:^|(?<=[、，。；：]))(?P<who>[^，。；：由、]{{2,16}}?)(?P<verb>{_HOLDS}|任)(?={_POST}(?:、|$))"
)
# who may not, may, or is only proposed for a post is not said to hold it: 不得担任, 可以担任, 提名A担任
_NOT = re.compile(r"不|未|无|可以?$|曾|拟|能|是否|申请$|提名$|推荐$|选举$|聘请$|聘$|委派$|任命$")


def held(words: Words) -> list[Deed]:
    """Return who a sentence says holds a post, makes up a body or leads a meeting: each carries that out."""
    found = []
    for start, stop in parts(words):
        for said in [*_BY.finditer(words.plain, start, stop), *_HIMSELF.finditer(words.plain, start, stop)]:
            begin, end = said.span("who")
            if _NOT.search(words.plain[begin:end]) or not looks_like(words.plain[begin:end]):
                continue
            names = names_in(words, begin, end)
            # 七名专家, 符合条件的法官: of one alone it is said how many or which
            for s, e in names if len(names) > 1 else [(begin, end)]:
                found.append(Deed(actor=words.text[s:e], act=Act.CARRY_OUT, verb=said["verb"], start=s, end=e))
    return found
