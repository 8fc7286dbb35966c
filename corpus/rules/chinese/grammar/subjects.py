"""Where a subject may begin in a part of a Chinese sentence, and which names a noun phrase holds."""

import re

from corpus.models import Act
from corpus.rules.actors import apart, looks_like, named, trimmed
from corpus.rules.chinese.grammar.names import name_at, nominal, relative
from corpus.rules.chinese.grammar.nounlike import VERBAL, behind_bound
from corpus.rules.chinese.grammar.phrases import Spans, Words
from corpus.rules.chinese.grammar.vocabulary import (
    ADVERB,
    HAS_MODAL,
    HAVING,
    MODAL,
    NAMES_A_POST,
    NEGATED,
    THROUGH,
    UNDERGONE,
    VERBS,
    words_of,
)

OPENS = re.compile(
    r"依(?=[^，。；]{2,14}(?:提名|推荐|提议))|凭(?!证)|请(?![假示求款客购领])|供(?![应电水货给暖气销热养方稿])(?=[^，。；]{2,12}(?:使用|参考|选用|备查|下载|查[询阅看]))|因(?!素)|如果|若|凡|对(?!方|外)|为(?!主)|除(?!尘)|自(?!治|然|己|律|行|主|愿)|从(?!业)|到(?!会|期|岗|场|位)|持(?=[^，]{2,14}[向到])|在(?!职|编|校|读|场|押)|当(?!事|地|局|班|值|[日天月周晚](?:值|带|当|轮))|按|根据|依照|以(?!上|下|内|外|及)|有(?!关|限|权机)|通过|将(?!军)|把(?!关)|就(?!业|医|诊)|与(?!会)|向|给|是|同时|征求(?!意见稿)|听取|用于|符合|于|商(?=国务院|有关|[^，]{2,16}(?:部门|机关|机构))|补报|[事会]后|次[日月年]|"
    + THROUGH
    + r"|使(?!用)|令|"
    + UNDERGONE
    + r"|所(?=需)|构成|属于|代表(?!大会|团|机构|处|人|会|联名|应当|可以|必须|有权)"
)
LIST = re.compile(
    r"(?:贯彻)?落实(?=[^，。；]{2,16}(?:决定|决议|部署))|传达|本(?:办法|规定|条例|法|细则|制度|章程|条)|^即?作为|^允许|^阻挠|^连同|^寻求|前款|下列|以下|^第[一二三四五六七八九十百]+[条款项]|法律(?!援助|服务|顾问|事务|合规|[部科处办室])|国务院令|^(?:为|对(?!口|外)|向|以(?!上|下)|与|给|把|跟(?![踪进随单班岗])|"
    + UNDERGONE
    + r"|从(?![业事])|按|其(?!指定|授权|委托|书面|他)|涉及|超过)"
)
INSIDE = re.compile(
    r"(?<=[一-鿿])(?<![供补])(?<!(?<!分)配)给(?!予)|前在|逐级|(?<=[一-鿿])上报|(?<=[一-鿿])每[年月周日季次]|另有|时可|可(?=委托|授权|指定)|(?<=[一-鿿])授权(?=分管|常务|副)|(?<=[一-鿿])(?<![公外社邦建地国相提递转移上呈成性])交(?![通易警流接付待叉际行所换])|(?<!主)任(?=(?:副?[组主处队会委团][长任员]|主任|召集人|主席))|(?<=[站会处部科室局院所司心组社])受(?![理贿伤益])|要(?=[和与跟同在把将])|(?<=[一-鿿])(?:比照|参照)|(?<=[一-鿿◦]内)找|征得|请示|的(?:决定|意见|建议|报告|申请|结论)[与和同]|后(?=[报由经送交提])|[^，]并(?=[报由经送])|凭(?!证)|(?<=[人员者长])到|(?:审核|审议|审查|[初复终预]审|批准|同意|讨论|会签|提出)、|实行|推举|推选|(?<=[一-鿿])(?<![成作认行])为(?![主期])|(?<=[一-鿿◦])(?<![方走定意志倾动去导])向|(?<=[院门关局])交(?![通易警流])|判决|裁定|调解书|(?<=[一-鿿])到(?![会场期岗位达])|(?<=[一-鿿])是(?!否)|(?<=[一-鿿])对(?![外口象方])|(?<=[一-鿿])(?<![予可得用加])以(?![上下内外前后及来往])|不得|(?<![反响供对适])应(?=书面|及时|向|在|按|由)|应当|可以|必须|不能|按照|根据|依照|(?<!所)有权(?!机)|代替|无权|禁止|(?<![当辖])由(?!于)|(?<![财神已])"
    + THROUGH
    + r"|[须需](?!要|求)|收到|发现(?!人)|(?<=[一-鿿])(?<![关联院科直体派水各本该在全由经])系(?!统|列|数|主|部|党|团[总委]|学[位术]|级|评[审议]|领导|分[管团]|教学|务)|(?<!国)国家(?=保(?!密)|[建对鼓支实规推引采依设以加培组统完健提促逐])|(?<=[一-鿿])"
    + UNDERGONE
    + r"|发生(?![地单])|(?<!不|未)违反|(?<=[一-鿿])自(?![治然己律行主愿贸动费我由来有学办营建理用助身发家立首])"
)
_NUMBER = "[0-9一二三四五六七八九十百千万两]+"
_FROM_TO = (
    rf"{_NUMBER}(?:\.[0-9]+)?[万千]?元?(?:以上)?(?:◦+)?[-–~～至到]{_NUMBER}(?:\.[0-9]+)?[万千]?(?:元|天|日|人|个月|个工作日)?"
    r"(?:以[下内])?(?:◦+)?(?:之间)?(?:的|者)?(?=[^0-9])"
)
# 再多报院务会, 再往上的由理事会定: from where the bound before ends
GOING_ON = "(?:[再更](?:往上|向上|[长多高大久远贵重])(?:一?些|一?点)?|往上|超[过出](?:部分)?(?=的|[上报由归找]))的?"
# 再往上|局务会批, 预算外的|馆长批: a name, and that he decides
_SAYS = "[一-鿿]{2,10}?(?:审批|批准|决定|审定|签批|同意|拍板|说了算|做主|[批定签])(?:[，。；]|$)"
_SKIPPED = re.compile(
    rf"{_NUMBER}个?(?:天|日|周|星期|月|小时)的?[事病年公]?假(?=[一-鿿]{{2,8}}(?:[准审]?批准?|准假|同意|签字|[定签])(?:[，。；]|$))|{GOING_ON}(?=还|则|一律|均|都|就|[报由经归找须要得应]|{_SAYS})|[一-鿿]{{2,4}}[内外]的(?={_SAYS})|{_FROM_TO}|经{HAVING}(?=[一-鿿])|"
    r"每[年学][^，。；]{1,8}?(?:底前|月初|中旬前?|[0-9]日前|月前|之前)|事后(?=[一-鿿])|"
    r"前[款条项]所?[规称列]定?的(?=[^，。；]{2,16}(?:应当|可以|必须|有权))|"
    r"经(?:依法)?(?:批准|同意|许可|核准|登记|认定|授权|审查合格|验收合格|考核合格|检验合格)(?=可以|方可|应当|必须)|(?:任期|期限)?(?:届|期)满[前后时]?(?=应当|可以|必须)|"
    r"(?:在此|其)期?间(?=[一-鿿])|或者?|但是?(?!书)|其中|然后|(?:最后|最终)还?是(?=[^，。；由]{2,14}(?:[定批签]|决定|拍板|说了算|点头|议定)(?:[，。；]|$))|最后|则|且|并且|特殊情况(?:下)?|紧急情况下|必要时|原则上|◦+|每笔|一般(?![^，、]{0,3}[工员人])|"
    r"在[^，]{1,30}?(?:期间|过程中|范围内|时|[之以]?后|[之以]?前(?!款|条)|情况下)|自[^，]{1,50}?之日起|"
    r"(?:(?:不|未)?(?:超过|超出|足|满|低于|高于|达到|多于|少于))?(?:[0-9一二三四五六七八九十百千万两]+(?:\.[0-9]+)?(?:个)?(?:元|万元|人|日|天|个月|年|小时|次|台|件|辆|亩|吨|%|倍)?(?:◦+)?(?:以[上下内]|之内)?(?:不[足满][0-9一二三四五六七八九十百千万两]+(?:万?元|日|天|个月)(?:以[上下])?)?(?:的|者)?)(?=[^0-9])(?<=[的者上下内元])|第[一二三四五六七八九十]+步|[^，。；可应由须报]{1,12}(?<!情况)以[上下内](?:的|者)|"
    r"[^，。；可应由须报]{0,10}[0-9一二两三四五六七八九十百千万半](?:个)?(?:元|天|日|周|月|年|小时)以[上下内](?=[一-鿿]{2,8}?(?:审批|批准|准假|同意|签字|签批|说了算|点头|做主|作主|决定|审定|[批签定])(?:[，。；]|$))|"
    rf"[^，。；可应由须报0-9]{{1,12}}{_FROM_TO}(?<=[的者])"
)
_MARKED = re.compile("[由经报对在向的]")
# the name of the next in a chain stands behind one of these
NEXT_NAME = re.compile(r"[、后再且到]|或者?(?=[0-9一二两三四五六七八九十百]+[名个位])|(?<![合吞归一])并")


# 班长和仓库两方签字
_EACH_SIDE = re.compile("(?<=[一-鿿]{2})(?<!第)[两三四各]方$")
_SHORT_FOR = re.compile(r"[（(](?:以下)?(?:统称|简称|下称)[^（）()]*[）)]$")


def subject_start(words: Words, start: int, until: int) -> int:
    """Return where the subject of a part may begin: behind connectives, times and amounts."""
    at = start
    while found := _SKIPPED.match(words.plain, at, until):
        # 审计处|对50万元以上的(采购进行抽查): who looks at it is named before it
        if found.end() == at or any(at + 1 < e < found.end() and words.plain[e] == "对" for e in words.ends):
            break
        at = found.end()
    return _past_time(words, at, until)


# 抽取时, 签约前: a time that no comma ends
_TIME = re.compile(
    r"[一-鿿]{2,8}?(?:(?<![临及按随准适])时(?![间限候段期效任常])|期间|[之以]?前(?![款条期述列])|[之以]?后(?![勤续备]))(?![应须可要必不未方才再])(?=[一-鿿])"
)


def _past_time(words: Words, at: int, until: int) -> int:
    """Return where the subject begins behind a time: 开标时纪委派人监督, 签约前法务审查."""
    time = _TIME.match(words.plain, at, until)
    if not time or any(at < end <= time.end() for end in words.ends) or _MARKED.search(time[0]):
        return at
    name = name_at(words, time.end(), until)
    said = name and name.strong and not opens_with_predicate(words, time.end(), until)
    return time.end() if said else at


def opens_with_predicate(words: Words, at: int, stop: int) -> bool:
    """Tell whether a part opens with a verb, an adverb or a preposition, and so names no subject."""
    plain = words.plain
    if NAMES_A_POST.match(plain, at) or _OFFICE.match(plain, at) or _called_so(words, at):
        return False
    verb = words.verbs.get(at)
    if verb == "组织" and _gathered(words, at, stop):
        return True
    if (
        relative(words, at, stop)
        and not (verb in _ALWAYS_DONE and not _DUTY_LATER.match(plain, at))
        and verb not in ("作为", "确有", "协助", "督促", "支持", "鼓励", "引导", "扶持", "帮助", "推动", "促进")
        and not (verb and plain[at + len(verb)] in "给到至")
        and not plain.startswith(("是", "属于", "构成", "坚持"), at)
        and not HAS_MODAL.match(plain, at)
        and not (plain[at] in "对将把就向因为" and not clause_opens(words, at, plain.find("的", at, stop)))
    ):
        return False
    if HAS_MODAL.match(plain, at) or NEGATED.match(plain, at) or OPENS.match(plain, at):
        return True
    if verb:
        return not (nominal(words, at, verb) or _attributive(words, at, verb))
    adverb = ADVERB.match(plain, at)
    if not adverb:
        return False
    return not (_of_a_thing(words, at, adverb.end()) or _in_a_name(words, at, adverb.end(), stop))


# 注册会计师, 赔偿义务人: whom these describe is of the kind, and suffers nothing
_DESCRIBING = words_of(
    "注册 赔偿 保证 担保 代理 承租 出租 承包 发包 采购 招标 投标 拍卖 监理 施工 设计 运营 承运 投资 捐赠 抚养 赡养 调解 仲裁 审判 侦查 "
    "公诉 教学 科研 养殖 种植 托运 寄递 征收 用工 持有 受让 转让 检验 鉴定 评估 测绘 服务 监护 抢险 救援"
)
_LONGEST_HEAD = 4


def _attributive(words: Words, at: int, verb: str) -> bool:
    """Tell whether a verb describes the noun right behind it, of which something is said: 赔偿义务人请求…"""
    end = at + len(verb)
    if verb not in _DESCRIBING:
        return False
    head = next((e for e in words.ends if end + 2 <= e <= end + _LONGEST_HEAD), None)
    if head is None or any(end <= place < head for place in words.places) or "的" in words.plain[end:head]:
        return False
    name = name_at(words, at, len(words.plain))
    return name is not None and name.strong and name.end >= head


# 制定统一的市场主体登记规范: without a word of duty behind them these describe nobody
_ALWAYS_DONE = words_of("制定 制订 建立 健全 完善 采取 加强 编制 公布 发布 拟订 起草 落实 推进 推动 优化 提升 提高")
_DUTY_LATER = re.compile("[^。；]*?(?:应当|必须|可以|有权|不得|负责)")
_DUTY_NEXT = re.compile("，(?:均|都|也)?(?:应当?|必须|可以|有权|须|不得)")


def _gathered(words: Words, at: int, stop: int) -> bool:
    """Tell whether whom somebody gathers ends the part, and no duty of theirs follows: 组织各方面的专家，…"""
    name = name_at(words, at, stop)
    return name is not None and name.end == stop and not _DUTY_NEXT.match(words.plain, stop)


def _in_a_name(words: Words, at: int, end: int, stop: int) -> bool:
    """Tell whether an adverb and the verb behind it are part of a name: 重新评定机关应当…"""
    verb = words.verbs.get(end)
    if not verb or not nominal(words, end, verb):
        return False
    name = name_at(words, at, stop)
    return bool(name) and HAS_MODAL.match(words.plain, name.end if name else at) is not None


# 宣传统战部应当…, 采购招标科须…: an office called by what it does
_OFFICE = re.compile(
    rf"(?:保护|救助|抚养|招聘|招用|聘用|录用|召集|提名|选举)(?:机构|单位|企业|部门|机关|人)(?={MODAL})|"
    rf"(?:宣传|组织|采购|招标|招生|监察|审计|保卫|统计|教育|规划|建设|管理|培训|发展|服务|保障|合作|监督|检验|评估|鉴定|生产|销售)[一-鿿]{{1,4}}"
    rf"(?:[部处科室]|中心|办公室|机构|单位|企业)(?={MODAL})"
)
# 宣传信息部核稿, 采购供应科负责人审批
_CALLED = re.compile(
    "(?:宣传|采购|招标|监察|审计|保卫|统计|教育|规划|建设|管理|培训|发展|服务|保障|合作|监督|检验|销售|组织(?=人事|宣传|干部|统战))"
    "[一-鿿]{1,4}?(?:部|处|科|室|股|中心|办公室)(?:负责人|主任|主管|经理|长)?"
)


def _called_so(words: Words, at: int) -> bool:
    """Tell whether a verb opens the name of an office, behind which it weighs or decides: 宣传信息部|核稿."""
    office = _CALLED.match(words.plain, at)
    end = office.end() if office else at
    verb = words.verbs.get(end, "") if end > at and end in words.ends else ""
    return bool(verb) and VERBS[verb] is not Act.CARRY_OUT and not nominal(words, end, verb)


_ADJECTIVE = re.compile("具体|统一|有效|科学|日常|临时|公开|主要|综合|合理|专门|相应")


def _of_a_thing(words: Words, at: int, end: int) -> bool:
    """Tell whether a word that may be an adverb describes a thing here: 具体数额应当…"""
    if not _ADJECTIVE.fullmatch(words.plain, at, end) or end in words.verbs:
        return False
    if not HAS_MODAL.search(words.plain, end):
        return False
    return not any(p.match(words.plain, end) for p in (ADVERB, OPENS, HAS_MODAL, NEGATED))


def listed(words: Words, start: int, end: int) -> bool:
    """Tell whether a phrase opens with what opens no name, unless a clause that belongs to the name opens with it.

    为乘客的家属 is nobody who acts, 为乘客提供服务的商户 is.
    """
    found = LIST.match(words.plain, start) or LIST.match(words.plain[start:end])
    if not found:
        return False
    return not clause_opens(words, start, words.plain.rfind("的", start, end))


def clause_opens(words: Words, start: int, of: int) -> bool:
    """Tell whether a preposition opens a clause up to 的, with its own noun and a verb: 为乘客提供服务的, 被聘用的."""
    least = {"被": 0, "从": 1, "为": 2, "与": 2}.get(words.plain[start])
    return least is not None and any(start + least < at < of for at in (*words.places, words.plain.find("有", start)))


# 街道办工作和建设应当…: a matter of the body, and not the body
_OF_ITS_OWN = re.compile(r"的?[一-鿿]{0,2}(?:工作|活动)(?:[和、与][一-鿿]{2,4})*")


def matter_of(words: Words, end: int, stop: int) -> bool:
    """Tell whether a phrase that begins with a name goes on to what is only a matter of whom it names."""
    return _OF_ITS_OWN.fullmatch(words.plain, end, stop) is not None


def names_in(words: Words, start: int, end: int) -> Spans:
    """Return the spans of the bare names in a noun phrase."""
    begin = trimmed(words.plain, start, end)
    kept = []
    for s, e in ((begin + s, begin + e) for s, e in apart(words.plain[begin:end])):
        s = trimmed(words.plain, s, e)
        s = behind_bound(words.plain, s, e)
        short = _SHORT_FOR.search(words.text, s, e)
        e = short.start() if short else e
        both = _EACH_SIDE.search(words.text[s:e])
        if both and s == begin and not looks_like(words.text[s : s + both.start()]):
            both = None  # 合作各方 are nobody called 合作
        e = s + both.start() if both else e
        if VERBAL.match(words.plain, s, e):
            continue
        if named(words.text[s:e]) and (both or looks_like(words.plain[s:e])) and not listed(words, s, e):
            kept.append((s, e))
    return kept
