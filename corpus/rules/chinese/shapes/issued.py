"""Who issues papers once their matter is decided, and whose signature on them decides it."""

import re

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.deeds import Deed

_STOPS = re.compile("[；;。]")
# papers that go out once their matter is decided: 由人事处签发聘书
_ISSUED = "(?:(?:通知|任命|委托|介绍|保证|证明|决定|授权)书|聘书|证书|[^，。；证]{1,4}证|文件|信函|公函|合同|协议|奖状|邀请函|公告)"
# 由值班主任签发动火证: whose permit it is lets the thing be done; 由局长签发公函: so does the word of a head
_LETS = re.compile("[动用作施停进出放通准许]+[一-鿿]{0,4}[证单票条]|许可证")
_SIGNED_OFF = re.compile("文件|公函|信函|公告")
OFFICE = re.compile("[部处科室股局所站办]$|中心$|机构$|部门$")
_ISSUED_BEFORE = re.compile(rf"{_ISSUED}(?:应当?|必须|须|统一|均|一律)?(?:由|[，,]由?)?$")
_ISSUED_BEHIND = re.compile(rf"[^，。；]{{0,6}}?{_ISSUED}")


def as_issued(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who issues what has been decided as carrying out; who signs a request decides it."""
    at = sentence.find(deed.verb, deed.end)
    if deed.act is not Act.DECIDE or deed.verb != "签发" or at < 0:
        return deed
    before, behind = _ISSUED_BEFORE.search(sentence[: deed.start]), _ISSUED_BEHIND.match(sentence, at + len(deed.verb))
    papers = [found[0] for found in (before, behind) if found]
    others = any(one.act is Act.DECIDE and one is not deed for one in found)
    heads = looks_like(deed.actor) and not OFFICE.search(deed.actor)
    lets = heads and any(_LETS.search(paper) for paper in papers) and not others
    off = heads and not _settled_before(sentence, deed, found)
    issues = papers and not lets and not (off and any(_SIGNED_OFF.search(paper) for paper in papers))
    return deed.model_copy(update={"act": Act.CARRY_OUT}) if issues else deed


def _settled_before(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether another has decided, in the same chain, what somebody then signs the papers of."""
    return any(
        one.act is Act.DECIDE
        and one.verb != "签发"
        and one.end < deed.start
        and not _STOPS.search(sentence[one.end : deed.start])
        for one in found
    )
