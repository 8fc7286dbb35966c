"""Whose decision a thing rests on: 公安机关指定的时间, 国务院批准的计划, 经理同意后可以报销."""

import re

from corpus.models import Act
from corpus.rules.actors import apart, looks_like, named, trimmed
from corpus.rules.chinese.grammar.phrases import unbracketed
from corpus.rules.chinese.grammar.vocabulary import NEGATED
from corpus.rules.chinese.shapes.lying import LEAVES_IT
from corpus.rules.deeds import Deed

_DECIDING = re.compile(
    r"(?P<verb>批准|核准|审批|审定|核定|认可|指定|规定|确定|认定|核发|颁发|许可使用|许可|(?:集体|研究)?决定|审议通过|表决通过|通过|制定|作出)(?P<of>的(?!方式|程序|执行|落实|贯彻|实施)|[^，。；的]{0,12}之日起)"
    r"|(?P<first>同意|批准|审批|许可|认可|点头)(?:以|之)?后[，,]?(?:方可|方能|才可|才能|才准|可(?![能行靠见])|即可|再(?![审生保]))"
    # 在馆长批准前，应先由保管组查验
    r"|(?P<before>审批|批准|签批|签发|审定|核准|决定)[之以]?前[，,](?=应|须|必须|要|先|由|经)"
)
_WORDS = ("verb", "first", "before", "paper")
_EDGE = re.compile(
    r"[，,；;：:。\n“”→]|按照|依据|请求|应当|必须|可以|依照|根据|符合|持有?|取得|征得|请示|听取|凭|通过|在|向|作为|跟(?![踪随进])|对(?![外口])|经(?![理营济办费纪])|由(?!于)|被|将|以(?!上|及)|具有|使用|采用|执行|进入|标示|标明|载明|前往|遵守|查明|发现|认为|指令|超过|擅自|改变|违反|收到|接到|自(?!治|然)|和(?!国)|与|或者?|以及|属于|适用|送达|不服|的|负责(?!人)|提交|提请|报(?:请|送)?(?![告名道考废销社刊])|(?<![省区乡治级政市])、|(?<!必)[须需](?!要|求)"
)
_RULED = re.compile(r"的(?:[^，。；]{0,8})(?:决定|裁定|判决|裁决|处罚|认定|调解书|法律文书)")
# 落实党委会决定的安排: what others decided is only followed
_FOLLOWED = re.compile("落实|贯彻|传达|督办|涉及")
_NOBODY = re.compile(r"本(?:办法|规定|条例|法)|法律|合同|国家$|前款|下列|其|双方|次(?:全体)?会议|^会议$|个人$|当事人")
_REACH = 40
# A的复核结论为最终结论, 与A说好即可: whose word is the last, and whose is enough
_LAST_WORD = re.compile(
    r"(?:的|所作的?|作出的)(?:[一-鿿]{2,4})?(?:结论|决定|裁决|裁定|意见|答复|认定|解释)(?:即|均)?(?:为|是|具有?)(?P<verb>(?:最终|终局|最后)[一-鿿]{0,2})"
    r"|的(?P<paper>批准|许可|授权|核准)(?=文件|函|书|证|手续|凭证|批文)"
    r"|(?P<first>(?:说|讲|商量|打招呼)[好妥])(?:即可|就行|就可以|便可)"
)


# 商户所指定的, 馆长依法作出的: neither belongs to the name
_HOW = re.compile("(?:依法|(?<![务究易留守政生])(?<!司法)所)$")
_JOINTS = ("、", "和", "与", "或", "或者", "以及")


def _edge(plain: str, left: int, stop: int) -> int:
    """Return where the names before a verb begin: behind what is no name, but before all that a list joins."""
    edges = list(_EDGE.finditer(plain, left, stop))
    while (
        len(edges) > 1
        and edges[-1][0] in _JOINTS
        and edges[-2][0] != "的"
        and looks_like(plain[edges[-2].end() : edges[-1].start()])
    ):
        edges.pop()
    return edges[-1].end() if edges else left


_JOINED = re.compile(r"(?:、|和|与|以?及|或者?|会同|商)$")


def _highest(plain: str, start: int, stop: int) -> int:
    """Return where a name begins that opens with 国务院, before which only another name may stand."""
    at = plain.rfind("国务院", start, stop)
    own = at > start and not looks_like(_JOINED.sub("", plain[start:at]))
    return at if own else start


def described(text: str) -> list[Deed]:
    """Return the deciders whom the attributes of a sentence name."""
    plain = unbracketed(text)
    found = []
    for verb in [*_DECIDING.finditer(plain), *_LAST_WORD.finditer(plain)]:
        said = next((word for of in _WORDS if (word := verb.groupdict().get(of))), "")
        if LEAVES_IT.match(plain, verb.end("verb")):
            continue
        if said == "作出" and not _RULED.match(plain, verb.end("verb")):
            continue
        left = max(0, verb.start() - _REACH)
        edge = _edge(plain, left, verb.start())
        before = _HOW.search(plain, edge, verb.start())
        stop = before.start() if before else verb.start()
        if _FOLLOWED.search(plain, edge, stop):
            continue
        if not looks_like(plain[edge:stop]) or NEGATED.search(plain, edge, stop):
            continue
        start = _highest(plain, trimmed(plain, edge, stop), stop)
        name = text[start:stop]
        if named(name) and not _NOBODY.search(name):
            each = [(start + s, start + e) for s, e in apart(name)]
            found += [Deed(actor=text[s:e], act=Act.DECIDE, verb=said, start=s, end=e) for s, e in each]
    return found
