"""The words that mark an actor in a Chinese sentence: 由A, 经B, 报C, 征求D意见, 根据E提名."""

import re
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import CAUSATIVE, HAVING, THROUGH, words_of


class Phrase(NamedTuple):
    """A marker whose actor stands before a noun: 征求A意见."""

    kind: str
    after: re.Pattern[str]
    act: Act


_BY = (
    r"(?<![寻查])找(?=[^，。；]{2,10}(?:签字|签批|审批|批准|批假|同意|点头|签章|[签批](?:[，。；]|$)))|"
    # 报销单要科长签字, 搬柜子得馆长点头; 院长要认真审核 is a duty of his
    r"(?:(?<![需重主只摘纪提])要(?![求约素件闻害点])|(?<![不取获求赢难觉值懂记认舍免显使变说做办])得(?=[^知出到以罪失意]))"
    r"(?![由经报向对把将找按在有跟和与])(?=[^，。；的要]{2,10}(?:签字|签名|签批|签章|点头|同意|批准|许可|准许|认可|首肯|[签批定](?:[，。；]|才|$))(?!过|后))|"
    r"交?(?<![缘自])(?<!(?<![监董干])事)(?<!(?<![经总管助代监护])理)由(?!此|于|来|衷)"
    r"|(?<![提递转移上呈成外])[转交](?=[^，]{2,10}(?:登记|办理|存档|归档|处理|付款|支付|报销|入账|核算|执行|落实|保管|发放|汇总|统计|整理|备存|留存|造册|建档|装订|封存|销毁|补充|调研|修改|完善|维修|安排|发布|承办|督办))"
    r"|(?<![回当划总皆同荣复])归(?!档(?!案)|[还口类集属纳零案国侨队因根咎结来入位类])(?=[^，。；]{2,16}(?:$|[，。；]|管|负责|保管|办理|处理|承办|登记|掌握))"
    r"|(?<![举申汇通预警填上呈发抄电寄运护遣])(?:报送?|送)(?=[^，。；]{2,12}(?:登记|存档|归档|汇总|入账|造册|建档|装订|统计|留存|备存|保管)(?![^，。；]{0,4}[审批]))"
    r"|(?<![清辞倒减撤早病内])退回?(?=[^，。；由]{2,10}(?:补正|改正|更正|修改|补充|完善|重新|重[做写填办报]))"
)
_THROUGH = rf"(?:未|尚未|非|报)?(?<![财神已曾])(?:经过|{THROUGH}(?!核[准实定对查]|{HAVING}))(?:(?<=经)报请?(?=[^，告]{2, 20}(?:批准|同意|审批|核准|决定|许可)))?"
_TO = (
    r"[补呈]?(?<![举申汇通公预警简情填])(?<!(?<!以)上)报(?:[请送至给]|经(?!济))?(?![告名道考废销账表社刊警复酬酒案单])|(?:上报|呈送)(?!的)|呈(?!报|现)|"
    r"(?:提交|提请)(?:召开)?(?!的)|(?:递交|转交|移交)(?!的)|(?<![周倒扭运流])转(?=[^，。；]{2,10}?(?:核实|核查|审核|审查|研究|批准|审批|签批|会签))|(?<![公外社邦建成地国结相提递转移])交(?=[^，]{2,10}?(?:备查|备案|审议|评审|论证|复核|审核|审批|审查|审定|批准|表决|讨论|决定|同意|签字|签批|签发|核准|核定|确认|过目|[批签定审](?:[，。；]|$)))|(?<![移运输护发递赠遣报抄寄投转配派])送(?![达审检养往修])(?:请|交)?"
)
# 得局长点头: whose leave one must have
_LEAVE = r"(?<![一-鿿])(?:必?须|应当?|也|还)?得(?=[^，。；的]{2,12}(?:点头|同意|批准|许可|允许|准许|认可|首肯))"
# 没有馆长同意，谁也不能动; 外借没有馆长不行
_AGREED = "同意|批准|许可|签字|签批|点头|允许|准许|首肯|认可|发话"
_LACKING = (
    rf"没有?(?![半过多全任其他她它0-9一二两三四五六七八九十])(?=[^，。；的]{{2,14}}的?(?:事先|书面|口头|亲笔|明确)*(?:{_AGREED}))"
    r"|没有(?=[^，。；的]{2,10}(?<!家长)(?<!家属)(?<!人员)(?<!护人)(?<!大人)(?<!成人)不[行成](?:[，。；]|$))"
)
# what is not done then
BARRED = re.compile("[^。；]{0,16}?(?:不|谁也|谁都|任何人|一律|别|勿|严?禁)")
# 得跟主任打个招呼, 跟组长说一声: who is only told
_TOLD = "打[个过声一]{0,2}招呼|(?:[说讲吱通知报]会?|告诉|告知|言语|知会|通报|报告)一[声下]|通[个一]?声?气"
_CAUSE = "|".join(sorted(CAUSATIVE - {"提交", "提请", "报请"}, key=len, reverse=True))
# in whose presence, and under whose lead something is done: 在A监督下, 在B主持下
_WATCHES = "(?:监督|见证|监管|监看|监护|指导|督导|看护)"
_LEADS = "(?:主持|组织|带领|安排|协调|统筹)"
UNDER = re.compile(f"在(?=[^，。；]{{2,20}}(?:{_WATCHES}|{_LEADS})下)")
MARKER = re.compile(
    rf"(?P<by>{_BY})|(?P<through>{_THROUGH})|(?P<asked>征求|听取|参考|听(?:一下|一听|听)(?=[^，。；]{{2,16}}意见))|(?P<to>{_TO})|(?P<consent>征得|取得|获得|得到|{_LEAVE})|(?P<watched>在)(?=[^，。；]{{2,20}}{_WATCHES}下)|(?P<led>在)(?=[^，。；]{{2,20}}{_LEADS}下)|"
    rf"(?P<asking>请示|向(?=[^，。；]{{2,16}}(?:报告|请示|申请|汇报)[^，。；]{{0,4}}(?:获得?|得到|取得|征得)其?(?:同意|批准|许可|认可)))|(?P<heeded>听从?(?![取证课力从])|以(?=[^，。；]{{2,24}}为准))|(?P<under>接受|(?<![接享承遭难感忍经收签代])受(?=[^，。；]{{2,24}}(?:监督|监察)))|(?P<told>(?<![一二三四五六七八九十])(?:[跟和同与给]|向(?!来)))(?=[^，。；]{{2,14}}(?:{_TOLD}))|(?P<lacking>{_LACKING})|(?P<filed>向)(?=[^，]{{2,30}}(?:备案|报备))|(?P<ground>根据)|(?P<need>(?<!必)[须需][有待]?(?![经由报要征]))"
)
# 请外部专家论证: one character, and a verb only where somebody is to weigh or watch something
_ASKED_TO = r"(?<![邀聘申提报呈])请(?=[^，。；]{2,20}(?:论证|评审|鉴定|评估|审[查核计看]|检[测验]|把关|见证|监督|会诊))"
CAUSE = re.compile(rf"(?P<cause>{_CAUSE}|{_ASKED_TO})")
PHRASES = (
    Phrase("asked", re.compile(r"(?:的|等)?(?:方面)?(?:的)?(?:书面)?(?:意见|申辩|建议|陈述)"), Act.REVIEW),
    Phrase(
        "under",
        re.compile(
            r"的?(?:依法|业务|指导和?|领导和?|管理和)*(?:监督|监管|检查|审计|考核|监察|督查|督导|巡察)(?!员|部门|机)"
        ),
        Act.SUPERVISE,
    ),
    Phrase("under", re.compile(r"的?(?:统一|现场|集中)*(?:指挥|调度)(?!部|中心|官|员|人|长|机|所)"), Act.CARRY_OUT),
    Phrase(
        "watched",
        re.compile(f"的?(?:全程|共同|现场|具体|业务|统一)*{_WATCHES}(?=下)"),
        Act.SUPERVISE,
    ),
    Phrase("led", re.compile(f"的?(?:统一|共同|现场|具体|统筹)*{_LEADS}(?=下)"), Act.CARRY_OUT),
    Phrase("consent", re.compile(r"的?(?:书面)?意见"), Act.REVIEW),
    Phrase(
        "asking",
        re.compile(
            r"(?:报告|请示|申请|汇报)?(?:并|且|、)*(?:得到|获得|获|取得|征得|经|待|得(?=其))?其?(?P<verb>同意|批准|许可|认可)"
        ),
        Act.DECIDE,
    ),
    Phrase("heeded", re.compile(r"的?(?:意见|决定|解释|结论|认定)"), Act.DECIDE),
    Phrase("ground", re.compile(r"的?(?:提名|推荐|建议|申请|请求|提议)(?!人)"), Act.PROPOSE),
    Phrase("told", re.compile(_TOLD), Act.SUPERVISE),
    Phrase(
        "lacking", re.compile(rf"的?(?:事先|书面|口头|亲笔|明确)*(?P<verb>{_AGREED})|(?P<without>不[行成])"), Act.DECIDE
    ),
    Phrase("filed", re.compile("备案|报备|备查"), Act.SUPERVISE),
)
# who lays one of these down and hands it on for approval proposes it
DRAFTS = words_of("制定 制订 编制 组织编制 划定 组织制定")
# a plain statement before one of these only sets the scene
DUTY_AHEAD = re.compile(
    r"(?:并|还|均|也|则|其)?(?:应当|必须|可以|有权|不[得受予]|应(?!急|用|收)|[须需]|由|经(?![营济理办])|报(?!告|名)|可(?![能行])|适用|视为|依照本|参照)"
)
