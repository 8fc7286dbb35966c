"""Which act a Chinese question asks for: the verb behind 谁 or 哪个部门, with what stands before it and its object."""

import re
from collections.abc import Sequence

from bot.answering.asked.acts.asking import Acts, Asking
from bot.answering.asked.acts.chinese_words import IS, MARKED, NOTHING
from bot.answering.asked.acts.spoken import Said, light, verbs
from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import ADVERB

# what stands before the question word and behind it, and the acts which both together say
_ROUND: tuple[tuple[re.Pattern[str], re.Pattern[str], Acts], ...] = tuple(
    (re.compile(f"(?:{before})$"), re.compile(behind), acts)
    for before, behind, acts in (
        (r"(?:听取?|征求|征得|拿到|取得|要有|附上?|参考|问)(?:一下)?", r"的?[^，,。？?]{0,6}(?:意见|陈述|申辩|说明)", (Act.REVIEW,)),
        (r"过|闯", r"[这那]?一?关", (Act.REVIEW,)),
        (r"跟|和|同|与|找", r"先?(?:商量|商议|沟通|讨论|合计|通个?气|碰)", (Act.REVIEW,)),
        (r"向|跟|给|找", r"(?:书面|口头|先)?(?:说一声|打[个声]?招呼|请示|申请)[^，,。？?]{0,3}(?:就|才)(?:能|可以|可|行)", (Act.DECIDE,)),
        (r"向|跟|给|找|对|报", r"(?:书面|口头|先)?(?:报告|汇报|通报|报备|备个?案|说一声|打[个声]?招呼)", (Act.SUPERVISE,)),
        (r"(?:告诉|通知|知会|告知|抄送|汇报|报备|备案)[给到送]?", rf"(?:一[下声])?{NOTHING.pattern}", (Act.SUPERVISE,)),
        (r"(?<![汇填申通预])报[给到送]?", NOTHING.pattern, (Act.DECIDE, Act.SUPERVISE)),
        (r"(?:签|批|走|上|升|捅|闹|扯|请示)到(?:最后)?", rf"{NOTHING.pattern}|(?:就|才|为止|算|那)*(?:定|行|够|可以|算数|完|到头|为止)", (Act.DECIDE,)),
        (r"听|以", rf"的?(?:为准)?{NOTHING.pattern}", (Act.DECIDE,)),
        (r"跟|找|向|问", r"请(?:个|下|几天|半天)?(?:假|$)", (Act.DECIDE,)),
        (r"[送呈报拿](?:给|请|到)?|[要得先该]给", r"(?:过目|过个目|看一?[眼看下遍]|看[的吗呢啊]?$|查阅|知悉)", (Act.REVIEW, Act.SUPERVISE)),
        (r"[交递送寄还转][给到由]", NOTHING.pattern, (Act.CARRY_OUT, Act.DECIDE)),
    )
)  # fmt: skip
# the one a thing is put to: 向谁申请; the asker proposes, not the one asked for
_TO = re.compile(r"(?:向|跟|找|给|问|对|交到?|递|送)(?:给)?$")
_LISTED = re.compile(r"(?:都有|[共总]有|包括|包含)$")
# 发给哪些人, 谁要是丢了卡怎么办, 哪个部门的人最多
_HOW = re.compile("怎么|怎样|多少|几[天个次年]")
_GIVEN = re.compile("(?:发|寄|分|赠)给?$")
_ANYBODY_WHO = re.compile(r"要是|如果|万一|当过|.*都.*[吗么]$|.*最[多少高低大小长短好差]$|的[^批签审章同许意准]*可以")
_PLACED = re.compile(r"(?:[在去住进]|划给|分给|属于)$")
_POST = re.compile(r"(?:人员?|者|方|部门|单位|机构|机关|岗位|主体|领导)$")
_IN_CHARGE = re.compile(
    rf"(?:(?<!的)负责|主责|归口|主管|分管|牵头|经办|承办|责任|对口|联系)[^批审签监]{{0,4}}{_POST.pattern}"
)
# who may be one of those whom a matter concerns does nothing that a rule gives to somebody
_BELONGS = re.compile(
    r"(?:能|可以|可|有资格|有权|够格|才|不)*(?:参加|报名|列席(?!监督)|出席|旁听|投票(?!立项|通过|选|表|决|产生|[排确]?定)|享受|入会|加入|借阅|使用|进入|入住|领取|参评|参选)"
)
# 来, 可以, 最后: what may stand between the question word and its verb
_FILLED = re.compile(
    rf"来|去|能(?!力)|会(?![签审商])|要(?!求)|该|得(?=[^到出])|有这?个?的?(?:资格|权力?限?|权利|义务|责任)|在(?:旁边|一旁|现场|前面|后面)|平时|通常|一般|究竟|到底|[的\s]|{ADVERB.pattern}"
)
_GOING_ON = re.compile("正?在")
_POWER = re.compile(r"能|可以|有权|资格|权力|权限|方可|才可")
# who looks again and again supervises
_REGULARLY = re.compile("定期|每[天日周月季年]|平时|日常|随时|经常|常年")
_LOOKS = re.compile("看|查(?!处)|核查")
_ASIDE = re.compile(r"把|将|对(?![接账])|给(?!予|出)|为|跟(?![进踪])|向|就|在|替|从|按|凭|用(?!印)|和|与|同(?!意)|代表")
_AGAINST = "对就向跟和与同"
_MAKES = re.compile(r"(?:作|做)出?|进行|开展|给予|予以|搞|弄|下|[出开交递写打](?=[的吗呢啊]?$)")
_RIGHT = re.compile("有(?:最[终后])?(?P<to>[一-鿿]{2,4})权")
_RULED = re.compile(r"(?:决定|裁定|判决|裁决|处罚|认定|批复|罚款|罚单|结论|处分|除名|复议|判定)")
# 方案由谁写: who drafts it proposes it
_DRAFTS = re.compile("[写拿出]")
_DRAFT = re.compile("(?:方案|草案|初稿|建议|申请|提案|议案|预案|草稿)$")
# 这事谁在查, 具体去查的是谁: who looks into what has been done carries that out; who checks papers reviews them
_INVESTIGATES = re.compile("(?:在|去|来|负责|具体)*查(?=[的了吗呢啊]?$)")
_INVESTIGATED = re.compile("查的(?:人)?是$")
# 家里有事要走两天，找谁: for leave
_LEAVE = re.compile(
    "请[^，,。？?]{0,4}假|(?:请|走|歇|离开|休)[^，,。？?]{0,3}[0-9一二两三四五六七八九十半]+个?(?:天|周|星期|月)"
)
_MISDEEDS = re.compile("举报|告发|造假|作弊|违纪|违规|处分|警告|记过|开除|投诉|贪|挪用|受贿|事故|打架|抄袭|霸凌")
# who may demand a thing doesn't decide it
_DEMANDS = re.compile("要求|请求")
# what anybody may do, so that to be able to do it is no power
_HELPS = re.compile("办理|处理|解决|解答|提供|联系|维修|办|帮|修")


def acts(text: str, who: Asking) -> Acts:
    """Return the acts whose actor may be asked for, the likeliest first; none of somebody who does nothing."""
    pre, own = text[who.opened : who.start], text[who.end : who.closed]
    if _MISDEEDS.search(text) and (_INVESTIGATES.match(own) or _INVESTIGATED.search(pre)):
        return (Act.CARRY_OUT, Act.REVIEW)
    if pre.endswith("找") and NOTHING.match(own) and _LEAVE.search(text):
        return (Act.DECIDE, Act.CARRY_OUT)
    if IS.search(pre) and NOTHING.match(own):
        return _of_post(text, who.opened, who.start - 1)
    if own.startswith("是") and not own.endswith("的"):
        return _of_post(text, who.end, who.closed)
    if _nobody(pre, own, text[who.start : who.end]):
        return ()
    around = next((said for before, behind, said in _ROUND if before.search(pre) and behind.match(own)), None)
    return around or _behind(text, who) or _elsewhere(text, who)


def _nobody(pre: str, own: str, word: str) -> bool:
    """Tell whether a question word asks for no actor: 评审组都有谁, 谁能报名, 通知发给哪些人, 谁要是丢了卡怎么办."""
    if NOTHING.match(own):
        placed = _PLACED.search(pre) and not word.startswith("谁")
        return bool(_LISTED.search(pre) or placed or _GIVEN.search(pre))
    open_too = _HOW.search(own)
    if open_too and not MARKED.search(pre):
        said = [one for one in verbs(own[: open_too.start()], "zh") if one.act is not Act.CARRY_OUT]
        return not said and not _FILLED.fullmatch(own, 0, open_too.start())
    tried = pre.endswith("有") and own.endswith(("吗", "么"))
    belongs = not MARKED.search(pre) and _BELONGS.match(own)
    return bool(tried or belongs or _ANYBODY_WHO.match(own))


def _of_post(text: str, start: int, end: int) -> Acts:
    """Return what somebody does whose post words name: 审批人; of a chairman or a member, nothing."""
    said = [one for one in verbs(text, "zh", plain=True) if start <= one.start and one.end <= end]
    post = _POST.search(text[start:end])
    if not post:
        return (said[-1].act,) if said and said[-1].end == end and end - said[-1].start > 1 else ()
    if _IN_CHARGE.search(text[start:end]):
        return (Act.CARRY_OUT,)
    return (
        (said[-1].act,) if said and (said[-1].act is not Act.CARRY_OUT or said[-1].end == start + post.start()) else ()
    )


def _behind(text: str, who: Asking) -> Acts:
    """Return the act of the verb behind the question word, none where nothing is said there."""
    put_to = _TO.search(text, who.opened, who.start) is not None
    said = [one for one in verbs(text, "zh", plain=True) if who.start < one.start and who.end < one.end <= who.closed]
    if said and said[0].start < who.end:
        return (said[0].act,)
    if right := _RIGHT.match(text, who.end, who.closed):
        named = [one.act for one in said if right.start("to") <= one.start < right.end("to")]
        return (named[0] if named else Act.DECIDE,)
    at = _past_fillers(text, who.end, who.closed, said)
    power = _POWER.search(text, who.end, at) is not None
    unknown = (Act.DECIDE, Act.CARRY_OUT) if power else (Act.CARRY_OUT, Act.DECIDE)
    if NOTHING.match(text[at : who.closed]):
        return unknown if power else ()
    head = _head(text, who, at, said)
    if head is None and text.startswith("的", who.end) or put_to and head and head.act is Act.PROPOSE:
        return ()
    if power and head and _DEMANDS.match(text, head.start):
        return (Act.PROPOSE,)
    if _REGULARLY.search(text, who.end, at) and _LOOKS.match(text, at):
        return (Act.SUPERVISE,)
    act = _with_object(text, who, head, said) if head else None
    if act and act is not Act.CARRY_OUT:
        return (act,)
    sure = head and (_HELPS.match(text, head.start) or not power and _listed(text, head))
    return (Act.CARRY_OUT,) if sure else unknown


def _head(text: str, who: Asking, at: int, said: Sequence[Said]) -> Said | None:
    """Return the verb that stands at a place behind the question word, else the one behind 把… or anywhere."""
    head = next((one for one in said if one.start == at), None)
    makes = _MAKES.match(text, at, who.closed)
    if head is None and makes:
        return Said(act=Act.CARRY_OUT, start=at, end=makes.end())
    return head or _past_aside(text, at, said) or _somewhere(text, at, who.closed)


def _listed(text: str, head: Said) -> bool:
    """Tell whether a verb of carrying out is one wherever it stands, and not as often a thing."""
    return any(one.start == head.start for one in verbs(text, "zh"))


def _somewhere(text: str, at: int, end: int) -> Said | None:
    """Return the first verb that is surely one in a stretch of words."""
    return next((one for one in verbs(text, "zh") if at <= one.start and one.end <= end and not one.noun), None)


def _past_fillers(text: str, at: int, end: int, said: Sequence[Said]) -> int:
    """Return where a verb may begin behind 来, 可以 and adverbs."""
    longest = {one.start: one.end - one.start for one in said}
    while (filled := _FILLED.match(text, at, end)) and len(filled[0]) > longest.get(at, 0):
        at = filled.end()
    going_on = _GOING_ON.match(text, at, end)
    return going_on.end() if going_on and any(one.start == going_on.end() and not one.noun for one in said) else at


def _past_aside(text: str, at: int, said: Sequence[Said]) -> Said | None:
    """Return the verb behind 把…, 对…: the words right behind 把 name what it is done to."""
    aside = _ASIDE.match(text, at)
    later = [
        one
        for one in said
        if aside and one.start > aside.end() and not one.noun and text[one.end : one.end + 1] != "的"
    ]
    return (later[-1] if aside and aside[0] in _AGAINST else later[0]) if later else None


def _with_object(text: str, who: Asking, head: Said, said: Sequence[Said]) -> Act:
    """Return the act of a verb with its object where it says nothing without: 负责审批, 作出决定."""
    words = text[head.start : head.end]
    later = [one for one in said if one.start >= head.end]
    if words.endswith("负责"):
        return _charged(text[head.end : who.closed], head, later)
    if _MAKES.fullmatch(words):
        return later[0].act if later else _made(text, who, words)
    if light(words) and later and later[0].start - head.end <= 1 and not later[0].noun:
        return _with_object(text, who, later[0], later[1:])
    return head.act


def _charged(rest: str, head: Said, later: Sequence[Said]) -> Act:
    """Return what somebody is charged with: 负责审批, 负责审批流程的公示, 负责项目的监督工作."""
    bare = re.sub("(?:工作|[吗呢啊吧])+$", "", rest)
    of = [one for one in later if one.end == head.end + len(bare) and rest[: one.start - head.end].endswith("的")]
    first = [one for one in later if one.start - head.end <= 2]
    plainly = [one for one in later if not one.noun]
    chosen = of or (first if first and not (first[0].noun and plainly) else plainly[:1] if first else [])
    return chosen[0].act if chosen else Act.CARRY_OUT


def _made(text: str, who: Asking, verb: str) -> Act:
    """Return what somebody does who makes what stands before: 处分由谁作出, 评估谁来做."""
    named = re.sub("(?:(?:[由归让是该得]|(?<!申)请)|最后|最终|到底)+$", "", text[who.opened : who.start])
    if _DRAFTS.match(verb) and _DRAFT.search(named):
        return Act.PROPOSE
    if verb in ("作出", "做出", "下") or verb == "开" and _RULED.search(named):
        return Act.DECIDE
    said = [one for one in verbs(text, "zh") if one.end == who.opened + len(named) and one.end - one.start > 1]
    return said[-1].act if said else Act.CARRY_OUT


def _elsewhere(text: str, who: Asking) -> Acts:
    """Return the act where no verb stands behind the question word: of one before it, else of the nearest clause."""
    put_to = _TO.search(text, who.opened, who.start) is not None
    said = [one for one in verbs(text, "zh") if not (put_to and one.act is Act.PROPOSE)]
    before = [one for one in said if who.opened <= one.start < who.start]
    if before:
        return (before[-1].act,)
    earlier, later = [one for one in said if one.start < who.opened], [one for one in said if one.start >= who.closed]
    if text.startswith("的", who.end) and not NOTHING.match(text[who.end : who.closed]):
        return (Act.DECIDE, Act.CARRY_OUT)
    near = (later or earlier[::-1])[:1]
    return (near[0].act,) if near else (Act.DECIDE, Act.CARRY_OUT)
