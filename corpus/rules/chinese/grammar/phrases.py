"""A Chinese sentence made ready for reading: what is no grammar blotted out, its parts, its verbs and names found."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.actors import ORGANISED, heads
from corpus.rules.chinese.grammar.vocabulary import VERBS, verbs_in, words_of

Spans = list[tuple[int, int]]
_BLOT = "◦"
_TITLE = re.compile(r"《[^《》]*》|“[^“”，。；：]{1,12}”")
_GROUND_END = (
    "规定|要求|程序|权限|意见|结果|办法|制度|精神|决议|决定(?!给予|是否|对|将|予以|采取|授予|暂停|停止|延长)|标准|条件|需要|情况|职责|分工|原则|约定|计划(?![财管股处科部生])|目录|结论|文件|条约|协议|合同|章程|"
    "法律(?![关责援服文效后地])|法规|法(?![定律规院人治]|制(?![定订]))|条例|职权|比例|顺序|方式|期限|时限|时间|性质|程度|事实|证据|实际|特点|规范|规程|规则|信息|进展|形势|请求|数额|大小|高低|划分|价格|评估价|基准价|范围|裁定|判决|清单|方案|名单|总量|指标|水平|能力|惯例|约束|责任(?![区人制田])|状况|因素|格式|内容|国情|预案|口径|资料|报告|数量|情节|轻重|表现|后果|目的|体制|需求|政策(?![法规文研性、和])|规划(?![部主行局委院处科许条设和、])|命令|指示|部署|安排|凭证|证明|证件"
)
# a ground is no actor: 校长根据会议决定签批 says that the principal signs
_GROUND_LIST = "规定|要求|标准|指标|情况|需要|原则|程序|意见|因素|法律|法规|条例|事实|职责|条件|权限|结果"
# 按照职责分工决定: a verb behind what it rests on
_STOPPED = "(?:[，。；：]|$)"
# 依据章程制定管理规定: what is laid down is no ground
_LAID_DOWN = r"[^，。；：]{0,20}?(?:法|条例|规定|办法|章程|规范|规则|规划|计划|预算|政策|方案|要求|需求|需要|情况|实际)(?:和[^，。；：]{1,6})?(?:[组自]织?|研究|及时|分别)?(?:制[定订]|拟[定订]|出台|编制|印发|提出|修[订改])(?!的)"
_GROUND = re.compile(
    rf"(?:(?<!为)根据|按照|(?<!为)依据|依照|遵照|参照|结合|比照|(?<![费证照凭])凭(?!证)|本着|(?<=[一-鿿])依(?=[省市县]|国家|上级)|(?<=[，。；当可应])按(?!照|时|期|月|年|日|规)|按(?=有关|国家|本|前款|职责|程序|法定|规定的|上[级位]|[省市县区]|学校|学院|公司|单位|集团|主管|专[门项]|现行|相关|统一))(?:(?!{_LAID_DOWN})(?:(?!并(?!且)|予以|代为|及时|依法)[^，。；：]){{1,80}}(?:{_GROUND_LIST})(?=[，。；：]|$)|[^，。；：]{{1,80}}?等(?:因素|情况|情形|条件|要求|标准|原则|需要)|[^，。；：]{{0,60}}?(?:(?!决定{_STOPPED})(?:{_GROUND_END})|(?<=[会局府院委长])决定)+(?:第[^，。；]{{1,16}}?条(?:[^，。；]{{0,10}}?[款项])?(?:的?规定)?)?(?:(?<!目的)[^，。；：、]{{1,8}}?的(?:{_GROUND_END}))?(?:建议|意见)?(?:等|后|前)?(?=[，。；：]|(?!规定的|约定的|确定的|划分|的|、|和|以及|及(?!时)|与|或|中|等|所|之)[^，。；：]|$))"
)
# 执行馆长批准: a title; 执行馆长的决定 is what somebody carries out
_ACTING = (
    "执行(?=(?:副?(?:[校院馆所园会站社台厂局]|秘书|理事)长|副?主任|副?主席(?!团)|董事(?!会)|总裁|总监|副?总?经理|主编)"
    "(?!办公|会议|[的关]|[^，。；]{0,4}(?:决定|决议|指示|命令|指令|批示)))"
)
# 组织 as a body, not as a verb
_BODY = re.compile(
    rf"(?<=[会团联社]等)组织(?=建立|制定|开展|做好|加强)|(?:{ORGANISED})组织(?!实施|开展|编制|有关|对)|研究(?=生|馆?员(?!会)|人员)|考核(?=优秀|等次|结果|称职|基本称职|合格)|(?:审计|评估|检测|鉴定|调查|考察|检查|监测)报告|(?:本|上述|前述|以前的|原有的?|相关|有关)(?:规定|决定)|"
    r"(?<=会议)决定(?=由)|决议(?=由)|(?:会议|值班|出车|行车|谈话|检查|现场)记录|"
    rf"{_ACTING}|教育(?=集团)|"
    r"对(?:其|[^，。；]{0,8}[会组])负责(?=[，。；])|领导(?=[0-9，。；、由经报应可须的◦]|除外|$)|(?:决议|决定|结算|审批|申请|许可|审核|验收|授权|委托)(?=应当|必须|须|应[在由于向按自书]|不得|可以)"
)
# 部门主管核对: a post, not what a department is in charge of
_POST = re.compile(r"(?<=[门部科室组处店司线厅区间场馆园库])主管|(?<!的)领导")
# 领导 before one of these is the verb: 领导组织工作
_LED_ON = words_of("管理 组织 协调 指导 开展 实施 监督 建设 教育 统筹 管理监督 监督管理")
# 作…审查: one character, and a verb only before what is done
DONE = "[^，、。；出为好到的]{0,10}?(?:处[理置分罚]决定|处[理置]|决定|决断|裁决|审查|审核|评估|论证|鉴定|检查|核查|复核|评价|说明|检验|检测|登记|记录|调查)"
_LIGHT = re.compile(
    r"(?<=[一-鿿◦])负(?=(?:举证|赔偿|连带|全部|主要|直接|监督|管理|领导)[^，。；]{0,8}责任)|"
    r"(?<=[门关府院委局构会，；、并])处(?=[^，。；处]{1,30}(?:罚款|拘留|徒刑))|"
    r"议决(?![定议策意心])|"
    r"(?:(?<=监督小组)|(?<=监察小组)|(?<=监[督察审]组)|(?<=监察室)|(?<=纪检委员)|(?<=纪委)|(?<=审计[部处科员])|(?<=监督员)|(?<=监事会))在场(?=[，。；]|$)|(?<=代表)观察(?=[，。；]|$)|"
    r"(?<=[部处科室组会院局长员岗任站◦])发(?!给)(?=[一-鿿]{0,4}(?:聘书|证|证书|通知|公告|奖状|编号|工资|补贴|奖金)(?:[，。；]|$))|"
    rf"(?<![工操合著动运写制协当看叫称把])[作做](?!出|为|决定|主)(?={DONE})|"
    r"(?<=[先头面部会组员长人处科室局院◦])拿(?=(?:个|一个|初步|初选|具体|书面|备选)[^，。；]{0,4}(?:名单|方案|意见|草案|初稿|建议|办法|人选)|(?:方案|初稿|草案|名单)(?:[，。；]|$))"
)
# 班长写方案, 科室列名单, 组员填申请单; 法务室出意见, 审计室附审查意见
_WRITES = (
    "(?<![改编撰填抄草])[写拟](?=[个出好]?[一-鿿]{0,4}(?:方案|报告|说明|草案|初稿|名单|计划|建议)(?:[，。；后]|$))"
    "|(?<![排系])列(?=[出]?[一-鿿]{0,4}(?:名单|清单|计划|预算)(?:[，。；后]|$))"
    "|平衡(?=[，。；后])|填(?=[一-鿿]{1,5}[单表书](?:[，。；后]|$))|(?<![提给退])[出附](?=[一-鿿]{0,4}意见(?:[，。；后]|$))"
)
# 用人部门提需求, 各股室报计划: what is asked for or handed in tells the verb
_ASKS = re.compile(
    r"(?<=[一-鿿◦])(?P<verb>提(?=[^，。；前高示供醒升取成到级存款]{0,4}(?:需求|方案|申请|建议|名单|计划|人选|议案|预算)(?:[，。；后]|$))"
    rf"|{_WRITES}"
    r"|(?<![举申上汇通预警填呈抄])报(?=(?:[下本当各全年月季用收支采工培招维备物][^，。；]{0,8})?(?:计划|预算|需求|方案|草案|名单)(?:[，。；后]|$)))"
)
# 校长批: verbs of one character, right behind a name and at the end of what somebody does
_SHORT = re.compile(
    r"(?<=[一-鿿◦])(?P<verb>[定批签审办管派核做评]|(?<![批核标基水获恩不允为以未])准|(?<![前手小])提|(?<![洽商座面约交会])谈)(?=[，。；、\n]|后(?!勤)|了(?=[，。；])|$)"
)
# 校长批假条: or right before what is done, where both are no word of their own, as in 定期, 批次
_BEFORE_OBJECT = re.compile(
    r"(?<=[一-鿿◦])(?P<verb>定(?![期时点额量员制向于位性岗编稿价]|[^，。；]*的)|批(?![次量发评复示注文准改办件]|[^，。；]*的)"
    r"|设(?![立置计施备想有法区定点防在于])"
    r"|核(?=[一-鿿]{0,4}(?:成本|背景|租金|资金|来源|身份|数量|费用|金额|指标|名额|额度|经费|天数|条件|信息)(?:[，。；]|$))"
    r"|(?<![查观收察偏难])看(?=[一-鿿]{0,6}(?:方案|预案|材料|资料|预算|任务|内容|合同|图纸|账目?|现场|条件|背景|资格|资质|风险|隐患|证书|病历|文本|名单|成绩)(?:[，。；]|$))"
    r"|签(?![名字约到证收署订章注]|[^，。；]*的)|审(?![计判视美核查批定议阅看理稿读验]|[^，。；]*的))(?=[一-鿿]{2,8}(?:[，。；\n]|$))"
)
_RESOLVES = re.compile("会议(?:定|决(?![定议策意心]))")
_PART = re.compile(r"[^，,；;：:。！!？?\n\u3000→—“”]+")


class Words(NamedTuple):
    """A sentence as printed, with what is no grammar blotted out, the ends of its names, and its verbs by place."""

    text: str
    plain: str
    ends: tuple[int, ...]
    verbs: dict[int, str]
    places: tuple[int, ...]


def _blotted(text: str) -> str:
    """Blot out brackets and titles, each character for one."""
    depth, kept = 0, []
    for char in text:
        depth += char in "（(〔"
        kept.append(_BLOT if depth else char)
        depth -= char in "）)〕" and depth > 0
    plain = "".join(kept) if depth == 0 else text
    return _TITLE.sub(lambda m: _BLOT * len(m[0]), plain)


def without_grounds(plain: str) -> str:
    """Blot out what an act rests on: 按照国家有关规定."""
    return _GROUND.sub(lambda m: _BLOT * len(m[0]), plain)


_OFFICE = re.compile(
    r"(?:派出|研究|事务|交易|拘留|看守|司法|卫生|财政|税务|监管|检验|检测|管理|戒毒|服务|办事|招待|培训|站)所$"
)


def _passive(plain: str, verbs: dict[int, str], end: int) -> bool:
    """Tell whether 所 stands before a verb that describes a thing: 所经营兽药的质量."""
    if plain[end - 1] != "所" or end not in verbs or _OFFICE.search(plain, 0, end):
        return False
    return bool(re.compile("[^，。；]{2,14}的").match(plain, end))


def prepared(text: str) -> Words:
    """Return a sentence ready for reading."""
    plain = without_grounds(_blotted(text))
    verbs = verbs_in(plain)
    verbs |= {found.start(): found[0] for found in _LIGHT.finditer(plain)}
    verbs |= dict(_short(plain, verbs))
    for noun in _BODY.finditer(plain):
        verbs.pop(noun.end() - 2, None)
    for noun in _POST.finditer(plain):
        after = verbs.get(noun.end())
        if after and after not in _LED_ON and (noun[0] == "领导" or VERBS[after] is not Act.CARRY_OUT):
            verbs.pop(noun.end() - 2, None)
    # 支委会议定, 理事会议决: the body's name ends before the verb
    whole = (end - 1 if _RESOLVES.match(plain, end - 2) else end for end in heads(plain))
    ends = tuple(dict.fromkeys(end for end in whole if not _passive(plain, verbs, end)))
    for end in ends:
        if verbs.get(end - 1, "").startswith("会"):
            del verbs[end - 1]
    return Words(text, plain, ends, verbs, tuple(sorted(verbs)))


# 站长直接派, 主任当场可定: what may stand between a name and its one character
_LIGHTLY = re.compile(
    "(?:自己|事先|提前|书面|直接|一起|一道|一同|当场|亲自|最后|最终|统一|共同|集体|先行?|再|也|都|就|即?可以?|就?能|来|去|必?须|应当?|均|一律)+$"
)
_LONGEST_LIGHT = 8


def _short(plain: str, verbs: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the verbs of one character, by place: the last one of a longer verb or of a name is none."""
    named = {*heads(plain)}
    for found in [*_SHORT.finditer(plain), *_BEFORE_OBJECT.finditer(plain), *_ASKS.finditer(plain)]:
        at = found.start("verb")
        inside = any(at - n in verbs and len(verbs[at - n]) > n for n in (1, 2, 3))
        lightly = _LIGHTLY.search(plain, max(0, at - _LONGEST_LIGHT), at)
        behind = at in named or lightly is not None and lightly.start() in named
        # 由治丧委员会办。: at the end of a sentence it is no office of theirs
        ended = found["verb"] == "办" and at in named and plain[at + 1 : at + 2] in ("", "。", "；", "\n")
        if (
            not inside
            and behind
            and (ended or at + 1 not in named)
            and (at not in verbs or plain.startswith("提名单", at))
        ):
            yield at, found["verb"]


def parts(words: Words) -> Spans:
    """Return the spans between the commas and stops of a sentence."""
    return [m.span() for m in _PART.finditer(words.plain)]


def unbracketed(text: str) -> str:
    """Return a sentence with its brackets and titles blotted out, its grounds kept."""
    return _blotted(text)
