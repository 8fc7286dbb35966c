"""What follows an actor in a Chinese sentence: its adverbs, its phrases and its head verb."""

import re
from bisect import bisect_left
from itertools import zip_longest
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.chinese.grammar.acts import OPINED, act_of_predicate
from corpus.rules.chinese.grammar.names import NEVER_NOUN, name_at, nominal
from corpus.rules.chinese.grammar.phrases import DONE, Words
from corpus.rules.chinese.grammar.vocabulary import ADVERB, IS_MODAL, NEGATED, STATE, THROUGH, VERBS, words_of


class Predicate(NamedTuple):
    """A head verb: its act (None where it is no act), the printed verb, and where it stands."""

    act: Act | None
    verb: str
    start: int
    end: int
    modal: bool


# verbs that leave it to the next one to say what is done: 负责解释, 组织实施, 进行审核
_EMPTY = ("负责", "进行", "予以", "给予", "加以", "开展", "组织", "具体负责", "统一负责")
_LONGEST_VERB = 6
_DONE = re.compile(DONE)


def printed(text: str, said: Predicate) -> str:
    """Return the verb as a reader would name it: 负责解释, not 负责 alone."""
    if done := _DONE.match(text, said.end) if said.verb in ("作", "做") else None:
        return said.verb + done[0]
    rest = text[said.end : said.end + _LONGEST_VERB] if said.verb in _EMPTY else ""
    inner = next((rest[:n] for n in range(len(rest), 1, -1) if rest[:n] in VERBS), "")
    return said.verb + inner


_RULING_POWER = r"[享拥具]?有[^，]{0,6}(?P<power>决定|裁决|审批|批准|否决|签批|任免|处置)权"
_POWER = re.compile(_RULING_POWER)
_DAY = r"[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日|底|初)?"
_TYPED = re.compile(
    rf"受[^，]{{2,24}}?(?:委托|指派|聘请|邀请)|对[^，]{{1,24}}?(?={_RULING_POWER})|对[^，]{{1,40}}?(?:不服|有异议|不满意)|[于在](?:[每次当]年|[^，]{{0,5}}年)?{_DAY}(?:[至到](?:[每次当]年)?{_DAY})?(?:期间|之?[前后间内])?|"
    r"持(?![有续股枪仓])[^，]{2,60}?(?:证|证明|证件|文件|凭证|书|单|函|材料|资料)(?=[到向赴去在办申登领换])|"
    r"自[^，]{1,50}?之日起|自[^，]{1,30}?起(?!草|诉)|自[^，]{1,40}?[日天月年时][以之]?内|在[^，]{1,40}?(?:期间|过程中|范围内|(?<!小)时(?![间限候效])|[之以]?后(?!的)|[之以]?前(?!款|条|的)|中(?![央国学心小医])|[之以]?内(?!部|容|设|网)|[当次翌][日天]|(?<!以)上(?![级报市])|(?:[领指督]导|监督|主持|见证|陪同|配合|监管|看护|组织|带领|安排|协调|统筹)下|情况下|场所|地点|方面|基础上|现场)|除[^，]{1,50}?以?外|当[^，]{1,20}?时|于[^，]{1,16}?(?:日(?:之?内)?|前|后|内|时|间|月|年)|"
    r"(?:因|为了|为)[^，]{1,16}?(?:需要|原因|目的)|以[^，]{1,40}?为(?:根据|依据|基础|标准|原则|目标|重点|导向|中心)(?=依法|[一-鿿]{2})|以[^，]{1,20}?(?:方式|形式|名义|手段|为限)|通过[^，]{1,30}?(?:方式|形式|途径|渠道|程序|平台|系统|网络|网站|窗口)(?!的)|采[取用][^，]{1,20}?(?:方式|形式)"
)
_ASKING = re.compile(r"(?:征求|听取|参考)[^，]{2,24}?(?:意见|建议|申辩)后?")
_WITH = re.compile(r"会同|与|和|同(?!意)|商|" + THROUGH + r"|报经|征得|征求|听取|协调")
_GROUNDS = ("根据", "参照", "结合")
_OPEN = re.compile(
    r"根据|参照|结合|对|就|向|持(?![有续股枪仓])|将|把|以|为|从|于|因|用(?!于)|通过|给(?!予)|在|依|随|自|当|除|凭|用|不?论|围绕|代表|会同|按|到|视"
)
_LIGHT_AFTER = re.compile(r"进行|予以|给予|实施|作出|做出|加以|提出|加强|承担|负责(?!人)|实行|开展|行使|享有")


_DUTY = re.compile("应当|必须|可以")
# 把材料交办公室审查: who checks is another
_HANDED = re.compile(
    r"(?<=[一-鿿◦])(?:(?<![提递移转上呈成外公社])交|(?<![移运输护发递赠遣])送|(?<![举申上汇通预警填])报)(?=[^，。；]{2,16}(?:审|批|查|核|备案|登记|保管))"
)
_BANNED = re.compile("不得|不能|不准|不应|禁止|严禁")
# 以排班表为准 says what holds, not what somebody does
_HOLDS = re.compile(
    "以[^，。；]{1,24}为(?:准|依据|限|主|(?:被告|原告|第三人|对象|前提|条件|[^，。；]{0,4}[日期时间地价])(?=[，。；]|$))|以[^，。；]{2,36}罪(?:定罪|论处|追究)"
)
_CASES = re.compile(r"(?:案件|事项|问题|情形|物品|对象)$")
_DENIED = re.compile(r"(?:不|未|没有)(?:依法|及时|如实|按规定|认真|◦+)?$")


# at the end of a phrase these are things: 技术规范要求、担保
_NOUNISH = words_of(
    "要求 规定 决定 担保 申请 许可 建议 投资 经营 保护 服务 管理 使用 教育 责任 损失 处罚 安排 保管 更换 生产 销售 投诉 举报 申诉 检举 控告"
)


def _verbs(words: Words, start: int, until: int) -> list[tuple[int, str]]:
    """Return the verbs in a stretch that are no nouns and describe none, none inside another."""
    found, last = [], start
    for at in words.places[bisect_left(words.places, start) :]:
        if at >= until:
            break
        verb = words.verbs[at]
        if at < last or at >= until or at + len(verb) > until:
            continue
        if verb in _NOUNISH and (at + len(verb) == until or words.plain[at + len(verb)] in "、的和或及"):
            continue
        if not nominal(words, at, verb) and not words.plain.startswith("的", at + len(verb)):
            found.append((at, verb))
            last = at + len(verb)
    return found


def _closing(words: Words, start: int, until: int) -> list[tuple[int, str]]:
    """Return the verb that closes a phrase without another, even one that is oftener a thing: 凭收据申请."""
    if words.plain[start] not in "凭用向":
        return []
    return [(at, verb) for at, verb in words.verbs.items() if start + 2 <= at and at + len(verb) == until]


def _past_phrase(words: Words, at: int, until: int) -> int:
    """Return where a prepositional phrase is over and the verb begins; the phrase's own start when none does."""
    if typed := _TYPED.match(words.plain, at, until):
        return typed.end()
    if words.plain[at] == "持":
        return at
    if asked := _ASKING.match(words.plain, at, until):
        return asked.end()
    if words.plain[at] in "把将" and (handed := _HANDED.search(words.plain, at, until)):
        return handed.start()
    joined = _WITH.match(words.plain, at)
    if words.plain[at] == "向":
        name = name_at(words, at + 1, until)
        if name and name.strong and name.end in words.verbs:
            return name.end
    if joined:
        name = name_at(words, joined.end(), until)
        if name and name.strong:
            return _past_consent(words, name.end, joined[0])
        if joined[0] not in ("与", "同", "会同"):
            return at
    duty = _DUTY.search(words.plain, at + 2, until)
    if duty and words.plain[at] in "对就":
        return duty.start()
    if words.plain[at] == "对" and _CASES.search(words.plain, at, until):
        return at
    for light in _LIGHT_AFTER.finditer(words.plain, at + 1, until):
        if _DENIED.search(words.plain[at : light.start()]):
            return at
        if words.plain[at] in "对就给为" and not words.plain.startswith("的", light.end()):
            return light.start()
    found = [(p, v) for p, v in _verbs(words, at + 2, until) or _closing(words, at, until) if v not in STATE]
    if words.plain[at : at + 2] in _GROUNDS:
        return next((p for p, v in found if v in NEVER_NOUN or VERBS[v] is Act.DECIDE), at)
    for (p, v), later in zip_longest(found, found[1:]):
        if banned := _BANNED.search(words.plain, at, p):
            return banned.start()
        if later is None or "的" not in words.plain[p + len(v) : later[0]]:
            return p
    return at


def _past_consent(words: Words, at: int, marker: str) -> int:
    """Return where a name's consent or opinion behind it is over: 经A同意后|, 征求B的意见后|."""
    if opined := OPINED.match(words.plain, at):
        return opined.end()
    verb = words.verbs.get(at, "")
    after = at + len(verb) if marker in ("经", "报经", "征得", "征求", "听取") else at
    after += words.plain.startswith("的意见", after) * 3 + words.plain.startswith("意见", after) * 2
    return after + words.plain.startswith("后", after)


def _by_way(words: Words, at: int, until: int, modal: bool) -> bool:
    """Tell whether 通过 says by which way something is done, and not that it is passed."""
    if _TYPED.match(words.plain, at):
        return True
    return modal and any(p + len(v) < until for p, v in _verbs(words, at + 4, until))


def _voted(words: Words, start: int, until: int) -> Predicate | None:
    """Return the verb of who votes, which before another verb only says how: 由评审委员会投票."""
    at = until - 2
    voted = at >= start and words.plain[at:until] in ("投票", "票决", "表决")
    return Predicate(Act.DECIDE, words.plain[at:until], at, until, False) if voted else None


# 每季度清理一次进度: what is done so and so often, by whatever verb
_TIMES = re.compile("[一-鿿]{2}(?:[一二两三四五六0-9]{1,2})[次遍回轮]")


def _often(words: Words, at: int) -> bool:
    """Tell whether a verb stands behind 每季度 as surely as behind a word of duty."""
    return words.verbs.get(at, "接受") not in ("接受", "通过") or _TIMES.match(words.plain, at) is not None


# no sentence puts more adverbs and phrases before its verb
_MOST_PHRASES = 7


def predicate(words: Words, start: int, until: int, modal: bool = False) -> Predicate | None:
    """Return the head verb that stands from a place on, behind its adverbs; None when nothing positive is said."""
    at = start
    for _ in range(_MOST_PHRASES):
        if at >= until:
            return _voted(words, start, until)
        if modal and words.plain.startswith("禁止", at):  # 有权禁止其离港: who may forbid decides
            return Predicate(Act.DECIDE, "禁止", at, at + 2, modal)
        if NEGATED.match(words.plain, at) or _HOLDS.match(words.plain, at, until):
            return None
        verb = words.verbs.get(at)
        adverb = ADVERB.match(words.plain, at, until)
        if adverb and (not verb or len(adverb[0]) >= len(verb)):
            modal = modal or bool(IS_MODAL.match(words.plain, at)) or adverb[0].startswith("派")
            modal = modal or adverb[0].startswith("每") and _often(words, adverb.end())
            at = adverb.end()
            continue
        if verb and not (verb == "通过" and _by_way(words, at, until, modal)):
            break
        after = _past_phrase(words, at, until) if _OPEN.match(words.plain, at) or _WITH.match(words.plain, at) else at
        if after == at:
            break
        at = after
    if at >= until:
        return _voted(words, start, until)
    said = _headed(words, at, until, modal)
    filed = said and said.verb.endswith("备案") and re.search("[向到去在于]", words.plain[start:at])
    return said._replace(act=Act.CARRY_OUT) if said and filed else said


# a verb that nobody listed; behind a name it begins with no word that names or places something
_UNKNOWN = re.compile(
    r"(?![一-鿿]的)(?![是为被受凡若如则有系的地得之其各每凭由经第以同在派]|自己|根据|依据|按照|依照|参照|结合|[内外前后上中下]|以[上下内外前后]|[会处部科室局院办组层]|[报送交呈请]|[0-9一二三四五六七八九十两])[一-鿿]{2}"
)
_SHARED_OF = re.compile(r"(?:和|、|或者?)[一-鿿]{2,3}的(?=[一-鿿])")


def _headed(words: Words, at: int, until: int, modal: bool) -> Predicate | None:
    power = _POWER.match(words.plain, at, until)
    if power:
        return Predicate(Act.DECIDE, power["power"], power.start("power"), power.end("power"), modal)
    verb = words.verbs.get(at)
    if verb and not modal and _SHARED_OF.match(words.plain, at + len(verb), until):
        return None
    if (
        verb
        and words.plain.startswith(("的", "后的", "前的"), at + len(verb))
        and at + len(verb) + 1 < until
        and not modal
    ):
        return None
    if verb and at + len(verb) <= until:
        return Predicate(act_of_predicate(words.plain[at:until], verb), verb, at, at + len(verb), modal)
    if not modal or not _UNKNOWN.match(words.plain, at, until):
        return None
    later = next((n for n in (at + 1, at + 2) if n in words.verbs), None)
    if later is None:
        if words.plain[at] in "就对持" and words.plain.startswith("，", until):
            return None  # 应当对…活动，作出…: the verb is behind the comma
        end = at + (1 if words.plain[at] in "将把就对向从与" else 2)
        return Predicate(Act.CARRY_OUT, words.plain[at:end], at, end, modal)
    known = words.verbs[later]
    if later == at + 2 and known in STATE:  # 应当选用符合…的
        return Predicate(Act.CARRY_OUT, words.plain[at:later], at, later, modal)
    if later == at + 1 or nominal(words, later, known) or later + len(known) > until:
        return None
    return Predicate(act_of_predicate(words.plain[later:until], known), known, later, later + len(known), modal)
