"""With whom a decision lies: 名单的确定权属于评审组; 最后在局务会上定."""

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


def lies(told: Account, part: Part) -> bool:
    """Note with whom the decision on a matter lies, where a part says no more; tell whether it does."""
    found = _LIES.fullmatch(told.plain, part.start, part.stop) or _AT.fullmatch(told.plain, part.start, part.stop)
    if found is None or not looks_like(told.plain[found.start("who") : found.end("who")]):
        return False
    names = names_in(told.words, *found.span("who"))
    if names:
        told.add(Predicate(Act.DECIDE, found["power"], *found.span("power"), False), names)
    return bool(names)
