"""The question word of a Chinese question: 谁, 哪个部门, 归哪里; 谁都 and 哪些材料 ask for nobody."""

import re
from bisect import bisect_left, bisect_right

from bot.answering.asked.acts.asking import Asking
from corpus.rules.chinese.grammar.phrases import Words, prepared

_BREAK = re.compile(r"[，,。；;：:？?！!\n]|\s[-–—]+\s|\.(?=\s|$)")
_STOP = "，,。；;：:？?！!谁哪由的要能是在\\s"
_BODY = "部门|科室?|股室?(?![份东权票])|处室?|单位|机构|领导|会议?(?![计员])|委员会|小组|组(?![成织建])|局|办公室|办(?![理法公])|人(?![民次数]|员?(?:可以|能|不|有资格|符合|算|属于|参加|出席|列席|享受|必须|要回避))|(?<!年)级|层(?!楼)|院?长|主任|书记|主管|负责人|一?方(?![面式法案])"
_JUDGED = (
    "准许|允许|批|签|审|定(?![期点])|核准|拍板|点头|同意|决定|做主|说了算|备案|验收|牵头|把关|管(?![道])|批复|盖章"
)
_WORD = re.compile(
    r"谁|何人|啥人|什么人|哪[一两几]?位|什么会(?![计员])|什么级别|(?:什么|何)(?:部门|单位|机构|领导|岗位|科室)|哪[一二两几]?(?:[个位名家级层方边头支]|些|里|儿)?"
)
_NOUN = re.compile(rf"[^{_STOP}]{{0,4}}?(?:{_BODY})(?![们员]?(?:组成|构成))")
_AT_PLACE = re.compile(rf"(?:来|能|可以|才能|最后|才|去|先|给|再)*(?:{_JUDGED})")
# before a question word these show that it asks for somebody, whatever its noun
MARKED = re.compile(
    r"(?<![缘自事理])由$|(?<![回])归$|(?<!必)[让找请经]$|报(?:给|送|请)?$|(?<!方)向$|交给$|跟$|轮到$|听$|征求$"
)
_PERSONAL = re.compile(rf"[^{_STOP}]{{0,3}}?(?:负责|牵头|承办|主管|分管|归口|拍板|点头|说了算|签字|把关|做主|出面)")
# words of courtesy and place that say nothing
_PARTICLES = "(?:那儿|那里|那边|那|这儿|呢|啊|呀|吧|的|了|嘛|哦|手[上里]|\\s)*"
NOTHING = re.compile(f"{_PARTICLES}$")
IS = re.compile(r"(?<![的但还就])是$")
_ANYBODY = re.compile(r"(?:不管|无论|不论|任凭)(?:是)?谁|谁(?:都|也)")
# 谁用谁登记 is a rule; in 请谁来讲，由谁定 the second is asked for
_EACH = re.compile("谁(?![^谁]*[定批选管排派审挑])[^，,。；;？?！!谁]{1,4}(?<![由归让找听])谁")
# 名单是哪儿列出来的: who did it, whatever place that is
_DID = re.compile("[一-鿿]{1,5}(?<![在到])的[吗呢啊]?(?:$|[，,。？?])")
_INVITED = re.compile("(?:请|聘|派|选|租|买)(?:谁|哪[^，,。]{1,4})[^，,。？?]{0,6}[，,][^，,。？?]*[谁哪]")
_MADE_UP = re.compile("(?:共同|一起)?(?:组成|构成)")
# nouns of things, times and rooms
_THINGS = re.compile("[类种档款条项本份张天年月周次]|(?:会议|教|实验|活动|包|浴|卧)室|阅览室")
_LONGEST_NOUN, _LONGEST_MARK = 8, 4


def asking(text: str) -> Asking | None:
    """Return the first question word that asks for an actor; 谁都 and 哪些材料 ask for none."""
    words = prepared(text)
    for found in _WORD.finditer(text):
        before = max(0, found.start() - 3)
        if _ANYBODY.search(text, before, found.end() + 1) or _MADE_UP.match(text, found.end()):
            continue
        if _EACH.match(text, found.start()) or _EACH.search(text, max(0, found.start() - 5), found.end()):
            continue
        if _INVITED.match(text, max(0, found.start() - 1)):
            continue
        end = found.end() if "哪" not in found[0] else _noun_end(words, found)
        end = end or (found.end() if found[0].endswith("位") else 0)
        if end:
            opened = max((m.end() for m in _BREAK.finditer(text, 0, found.start())), default=0)
            stop = _BREAK.search(text, end)
            return Asking(opened, found.start(), end, stop.start() if stop else len(text))
    return None


def _noun_end(words: Words, found: re.Match[str]) -> int:
    """Return where the noun of 哪个… ends that names somebody; 0 where it names nobody."""
    text, at, before = found.string, found.end(), max(0, found.start() - _LONGEST_MARK)
    if found[0] in ("哪边", "哪头"):
        who = MARKED.search(text, before, found.start()) or IS.search(text, before, found.start())
        return at if who or _AT_PLACE.match(text, at) else 0
    if found[0] in ("哪里", "哪儿", "哪"):
        marked = MARKED.search(text, before, found.start()) is not None
        placed = found[0] != "哪" or text[at - 2 : at - 1] in ("在", "归", "上", "到")
        did = IS.search(text, before, found.start()) is not None and _DID.match(text, at) is not None
        return at if marked or did or placed and _AT_PLACE.match(text, at) else 0
    if _THINGS.match(text, at):
        return 0
    whole = re.compile(f"[^{_STOP}]*").match(text, at, at + _LONGEST_NOUN)
    near = words.ends[bisect_right(words.ends, at) : bisect_right(words.ends, whole.end() if whole else at)]
    ends = near if "些" not in found[0] else ()
    noun = _NOUN.match(text, found.start() + 1)
    reached = [*ends[:1], *([noun.end()] if noun else [])]
    if _MADE_UP.match(text, max([at, *reached])):
        return 0
    if reached:
        return max(reached)
    if IS.search(text, before, found.start()) and NOTHING.match(text[at:]):
        return at
    if MARKED.search(text, before, found.start()) and "些" not in found[0]:
        verb = _next_verb(words, at)
        verb = verb if verb <= at + 4 else at
        return verb if whole and verb <= whole.end() else at
    if found[0][-1] in "里儿边头级家个" and _AT_PLACE.match(text, at):
        return at
    personal = _PERSONAL.match(text, at) if found[0] in ("哪个", "哪位", "哪家", "哪一个") else None
    return _next_verb(words, at) if personal else 0


def _next_verb(words: Words, at: int) -> int:
    """Return where the next verb begins, the place itself where none does."""
    n = bisect_left(words.places, at)
    return words.places[n] if n < len(words.places) else at
