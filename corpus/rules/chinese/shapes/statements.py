"""Plain statements whose subject is clear, and which of them only set the scene: 捐赠人捐赠财产，应当…"""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.markers import MARKER
from corpus.rules.chinese.grammar.names import Name
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.predicates import Predicate
from corpus.rules.chinese.shapes.account import Account
from corpus.rules.chinese.shapes.lightly import PUTS, WEIGHS
from corpus.rules.chinese.shapes.others import hears

HANDED = ("by", "through", "to")
# a lead-in that says how, not who: 各机构按照下列分工…
_MANNER = re.compile(r"(?:下列|以下|如下)[^，]{0,4}(?:规则|方式|程序|步骤|分工|权限|额度)")
# 剧场承担责任的范围，以…为限: what is done describes a thing
_ABOUT = re.compile("的(?:范围|期限|期间|条件|方式|程序|标准|数额|比例|办法|种类|情形)$")


def silent(told: Account, name: Name, said: Predicate, part: Part, until: int) -> bool:
    """Tell whether a statement only sets the scene: 捐赠人捐赠财产，应当…"""
    if said.act in (Act.PROPOSE, Act.REVIEW) and told.plain.startswith("先", name.end):
        return False  # 名额增减，A先拿名单: an item of what B decides
    if said.act is None or part.scene or hears(told, said, part):
        return True
    if said.verb in _CHOICES and told.plain[name.end : said.start].startswith("按"):
        return True
    if said.modal:
        return False
    if _OFFENDER.search(told.plain[name.start : name.end]) or _AS_LAID_DOWN.match(told.plain, part.stop):
        return True
    if _ABOUT.search(told.plain, said.end, part.stop):
        return True
    if said.verb in _FIELDS_OF_WORK and said.end == part.stop < len(told.plain) - 1:
        return True
    if re.search("(?<!并)(?:应当|必须|可以|有权)", told.plain[said.end : part.stop]):
        return True
    if said.act is not Act.PROPOSE and said.end == part.stop and _handed_on(told, part):
        carried_out = said.act is Act.CARRY_OUT and said.verb not in PUTS | WEIGHS
        return carried_out or said.verb in _OF_PEOPLE and bool(_RULED_BY.match(told.plain, part.stop))
    if (
        told.plain.startswith("与", said.end)
        and said.verb != "负责"
        or said.end < part.stop
        and _BY_RULE.match(told.plain, said.end)
        or said.act is Act.CARRY_OUT
        and _enumerated(told, said, part)
    ):
        return True
    if said.act is Act.CARRY_OUT and re.search("下列|以下|如下", told.plain[said.end : part.stop]):
        return True
    if _MANNER.search(told.plain, part.start, part.stop):
        return True
    if _readies(told, said) and _PASSED_ON.match(told.plain, min(until, part.stop)):
        return False
    if part.after or part.topical or until < part.stop and said.end <= until:
        return said.act is Act.CARRY_OUT and said.verb not in ("负责", "主管", "主持", "设")
    return False


def _readies(told: Account, said: Predicate) -> bool:
    """Tell whether a matter is made ready, put or weighed, so that it can go on to others."""
    return said.verb in _PREPARES or said.verb in PUTS | WEIGHS or bool(_EXPLAINS.match(told.plain, said.start))


# 计划股汇总草案，经班子审议; 财务科核算成本后由局长审定: who gets it ready for those who weigh and decide
_PREPARES = ("汇总", "整理", "编制", "编写", "统计", "造册", "造表", "核算", "测算", "收集", "准备")
_PASSED_ON = re.compile("，?(?:并|再|后)?(?:经(?![营济])|报(?![告名])|由|提交|提请|送)")
# 需求科室作出书面说明，经…签署意见
_EXPLAINS = re.compile("[作做写]出(?:书面|情况|详细)*(?:说明|申请|报告)")
# 中层干部任免，由党委决定: what is done to whom is the matter, where others propose or decide
_OF_PEOPLE = ("任免", "任命", "聘任", "任用", "处分", "处罚", "解聘", "罢免")
_RULED_BY = re.compile("，(?:一律|均|统一)?由[^，。；]{2,24}?(?:提出|提名|推荐|研究|讨论|决定|审定|审批|批准|确定)")
# 优秀员工按人数的一成评选: who is chosen chooses nobody
_CHOICES = ("评选", "推选", "选拔", "遴选", "评定", "产生", "聘任", "任用")
# who has done wrong is spoken of, and has no duty in what he did
_OFFENDER = re.compile("(?:行为人|犯罪分子|犯罪人|罪犯|被告人|嫌疑人)$")
# 社团处分剩余财产，按照国家有关规定办理: by whomever the rules name
_AS_LAID_DOWN = re.compile("，◦+(?:办理|执行|处理|处罚|计算|确定|进行)(?=[。；]|$)")
# at the end of a part these are what it is about: 残疾人教育，实行…
_FIELDS_OF_WORK = ("教育", "服务", "建设", "投资", "经营", "生产", "规划", "发展")
# 人员任用按岗位层级办理 is said of a matter
_BY_RULE = re.compile(r"(?:按照?|依照|实行|执行|◦)[^，]*(?:办理|执行|审批|处理|管理|进行|规定|确定|计算)$")


def _handed_on(told: Account, part: Part) -> bool:
    """Tell whether another decides what a part names with a bare verb: 职工借款，5000元以内由A审批."""
    later = re.compile("[；;。]").search(told.plain, part.stop)
    marked = MARKER.search(told.plain, part.stop, later.start() if later else len(told.plain))
    return bool(marked and marked.lastgroup in HANDED)


def _enumerated(told: Account, said: Predicate, part: Part) -> bool:
    """Tell whether verbs stand in a list of things: 船员招聘、训练和配备."""
    listed = re.compile("(?:(?:、|和|及|与)[一-鿿]{2,4})+$").match(told.plain[said.end : part.stop])
    return bool(listed) and "、" in told.plain[said.end : part.stop]
