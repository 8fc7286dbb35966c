"""With whom a decision lies: 名单的确定权属于评审组; 最后在局务会上定; 审批权上收至局长."""

import re

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.predicates import Predicate
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.chinese.shapes.account import Account

_LIES = re.compile(
    r"[^，。；]{0,40}?(?P<power>(?:最终|最后)?(?:决定|确定|审批|批准|审定|任免|处置|裁定|签批|否决|分配|定价))权限?(?:属于?|归属?于?|在于?|由)(?P<who>[^，。；、的权]{2,16}?)(?:行使|所有)?"
)
_AT = re.compile(
    r"[^，。；由经报]{0,8}?(?:最后|最终|再|都|均|一律|须|要)*(?:拿到|放到|在)(?P<who>[^，。；、的经由须前后]{2,16}会议?)上(?P<power>(?:研究|讨论|集体|投票)*(?:决定|审定|确定|表决|通过|拍板|[定议]))"
)
# 由A核准的事项转由B行使: B decides, and A no longer
LEAVES_IT = re.compile("的(?:事项|权限|职权)(?:暂|均|可)?(?:转|改|暂)由")
POWER = re.compile("(?:核准|审批|批准|决定|签批|签发|审定)(?:的(?:事项|权限|职权)|权限?)(?:暂|均|可|应)*(?:转|改|暂)?$")
# 院长的权限可委托给副院长, 终审权上收至总编辑本人
_LEFT = re.compile(
    r"[^，。；]{0,40}?(?P<power>(?:最终|最后)?(?:决定|确定|审批|批准|审定|任免|签[批发字]|终审|核准)?(?<![用有营识产版作益利理])权限?)(?:可以?|应当?|须|统一)?(?:临时|书面|全部|部分)*"
    r"(?:委托|授权|转授|授予|下放|上收|收归|移交)(?:给|至|到|于|由)?(?P<who>[^，。；、的权]{2,16}?)(?:本人)?(?:行使|代为行使)?"
)


def lies(told: Account, part: Part) -> bool:
    """Note with whom the decision on a matter lies, where a part says no more; tell whether it does."""
    kinds = (_LIES, _AT, _LEFT)
    found = next((m for kind in kinds if (m := kind.fullmatch(told.plain, part.start, part.stop))), None)
    if found is None or not looks_like(told.plain[found.start("who") : found.end("who")]):
        return False
    names = names_in(told.words, *found.span("who"))
    if names:
        told.add(Predicate(Act.DECIDE, found["power"], *found.span("power"), False), names)
    return bool(names)
