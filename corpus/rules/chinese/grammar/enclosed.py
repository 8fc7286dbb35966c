"""Names whose last word nobody listed, told by the marker before them and the verb behind: 由曲艺队登记."""

import re
from bisect import bisect_left

from corpus.rules.chinese.grammar.markers import MARKER
from corpus.rules.chinese.grammar.names import Name, nominal
from corpus.rules.chinese.grammar.phrases import Words
from corpus.rules.chinese.grammar.vocabulary import ADVERB

_LONGEST = 8
# 由政府投资的工程: who pays for it is told, and does nothing
_RAISED = ("投资", "出资", "举办", "设立", "资助")
# plain words without a particle, a number or a word of duty in them
_BARE = re.compile("[㐀-鿿]{2,8}")
_GRAMMAR = re.compile("[的了在是与和及或以于对向从被把将由经报其该此有无不未须应可等为后前时内外上下按依且并也所自]")
_NOBODY = re.compile(
    "国家|法律|法规|规定|合同|章程|协议|条例|办法|制度|市场|社会|政策|双方|个人|自己|何人|专人|大家|全体|原则|结果|(?:费|金|款|收入|财政|资金|预算|成本|基金|因素|原因|问题|情况|需要|程序|方式|形式|标准|数据|材料|资料|方案|计划|活动|文件|清单|名单|报告|报表|申请表|意见|项目)$"
)


def enclosed(words: Words, at: int, until: int) -> Name | None:
    """Return the plain words from a marker up to the next verb or marker as a name; None where they can be none."""
    verbs = words.places[bisect_left(words.places, at + 2) :]
    marker = MARKER.search(words.plain, at + 2, until)
    behind = [at for at in verbs[:1] if not nominal(words, at, words.verbs[at]) and words.verbs[at] not in _RAISED]
    ends = [end for end in [*behind, *([marker.start()] if marker else [])] if end < until]
    end = _without_adverbs(words, at, min(ends)) if ends and min(ends) <= at + 2 * _LONGEST else at
    bare = words.plain[at:end]
    if (
        words.plain.startswith("则", end)
        or at in words.verbs
        or not _BARE.fullmatch(bare)
        or _GRAMMAR.search(bare)
        or _NOBODY.search(bare)
    ):
        return None
    return Name(at, end, True)


# 由系拟定, 经站初审: a body of one character, and what it does right behind it
_LETTER = re.compile(
    "[系站科所队馆园处室](?=拟[定订]|提[出名]|推荐|申[请报]|初审|审[核查批]|研究|讨论|评议|考核|同意|批准)"
)


def lettered(words: Words, at: int, until: int) -> tuple[int, int] | None:
    """Return the span of a body that is called by one character, behind a marker and before a verb."""
    one = _LETTER.match(words.plain, at, until)
    return one.span() if one else None


def _without_adverbs(words: Words, at: int, end: int) -> int:
    """Return where the adverbs before a verb begin."""
    return next((begin for begin in range(at + 2, end) if _adverbial(words, begin, end)), end)


def _adverbial(words: Words, begin: int, end: int) -> bool:
    """Tell whether a stretch is nothing but adverbs."""
    while begin < end and words.plain[begin] != "、" and (found := ADVERB.match(words.plain, begin, end)):
        begin = found.end()
    return begin == end
