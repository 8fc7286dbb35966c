"""Who hears those who dispute something: 对结果不服的，可向监察组申诉; 有异议的，向人事部申请复核."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.phrases import Words
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.deeds import Deed

# bodies of the house, not the courts and authorities that a law leaves disputes to
_TO = re.compile(
    r"(?<!面)(?<!一致)向(?!社会|上级|上一级|有关|相关|其|各|本人|所在|当地|原)(?P<who>[^，。；：、向的在于]{2,16}?)"
    r"(?:书面|口头|正式|实名|当面)*(?P<verb>申诉|投诉|质疑|(?:提出|申请|提起)(?:书面|口头)*(?:申诉|复核|复查|复审|复议|复评|再议|调解|异议|质疑)(?:申请)?"
    r"|(?P<weak>提出|反映|反馈))(?=[，。；]|$)"
)
# 请监察室复查, 由监察室受理申诉: who is asked to look again, who takes an appeal
_ASKED = re.compile(
    r"(?:(?<![提申商报邀聘])请|(?<![寻查])找)(?P<who>[^，。；：、向的在于请]{2,14}?)(?:书面|重新|再次?|予以)*(?P<verb>(?:申请)?复[查核议审评]|裁[定决]|再看一?[次遍看])(?=[，。；]|一[次遍]|$)"
    r"|(?<![缘自])由(?P<office>[^，。；：、向的在于由]{2,14}?)(?:负责|统一)*(?P<takes>受理(?:书面)?(?:申诉|复议|复核)(?:申请)?)(?=[，。；]|$)"
)
_DISPUTE = re.compile("不服|不满|异议|有意见|不认可|不同意|不接受")
_OUTSIDE = re.compile(r"法院|检察院|政府|机关$|(?<!人事)部门$|(?<!争议)仲裁委员会|仲裁机构|机构$")
_STOPS = re.compile("[；;。]")


def heard(words: Words, found: Sequence[Deed]) -> list[Deed]:
    """Return who hears a dispute that may be brought to him, and so decides it; who looks at it again weighs it too.

    Where the sentence goes on to say who decides on it, nothing is added.
    """
    told = []
    for said in [*_TO.finditer(words.plain), *_ASKED.finditer(words.plain)]:
        who, verb = ("who", "verb") if said["who"] else ("office", "takes")
        begin, end = said.span(who)
        opened = max((m.end() for m in _STOPS.finditer(words.plain, 0, begin)), default=0)
        if (said.re is _ASKED or said["weak"]) and not _DISPUTE.search(words.plain, opened, begin):
            continue
        if _OUTSIDE.search(said[who]) or not looks_like(words.plain[begin:end]):
            continue
        if any(deed.act in (Act.DECIDE, Act.REVIEW) and deed.start >= begin for deed in found):
            continue
        told += [
            Deed(actor=words.text[s:e], act=act, verb=said[verb] or said["weak"], start=s, end=e)
            for s, e in names_in(words, begin, end)
            for act in ((Act.REVIEW, Act.DECIDE) if "复核" in said[verb] else (Act.DECIDE,))
        ]
    return told
