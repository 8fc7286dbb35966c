"""Which act a question asks the actor of: 谁批, 由谁负责, who signs off, whose advice."""

import re
from collections.abc import Sequence

from bot.answering.models import Language
from corpus.models import Act
from corpus.verbs import CHINESE, act_of

_WHO_ZH = re.compile(
    r"谁|哪个部门|哪些部门|哪个会|哪级|哪一级|哪位|哪个领导|什么人|哪个处室|哪个单位|何人|哪个机构|哪里审批|什么会"
)
_WHO_EN = re.compile(
    r"\b(?:who|whom|whose|which (?:committee|body|officer|office|department|person|meeting|post|role)|what (?:committee|body))\b",
    re.IGNORECASE,
)
# single-character verbs of everyday speech, tried after the verbs of rules
_SPOKEN: tuple[tuple[re.Pattern[str], Act], ...] = (
    (re.compile(r"报(?:给)?谁备案|备案|监督|督查|检查|向谁报告"), Act.SUPERVISE),
    (re.compile(r"谁(?:来|去)?(?:审核|审查|初审|复核|把关|会签|审议)|听取谁|征求谁|谁先看|先给谁看"), Act.REVIEW),
    (re.compile(r"谁(?:来|可以|能|有权)?(?:提|提出|申请|发起|推荐|起草|提名|拟|提议)|由谁提"), Act.PROPOSE),
    (re.compile(r"批|说了算|有权|解雇|开除|签字|签|拍板|说了算|谁定|谁来定|定(?:下来|夺|$|[？?])|点头|同意|做主|作主|决定|审定|核准|准假|上会|谁有权|哪个会|什么会|哪级|哪一级|任命|聘任|开除"), Act.DECIDE),
    (re.compile(r"负责|组织|实施|执行|解释|办理|承办|牵头|保管|验收|主持|管|销假|办"), Act.CARRY_OUT),
)  # fmt: skip
_SPOKEN_EN: tuple[tuple[re.Pattern[str], Act], ...] = (
    (re.compile(r"\b(?:monitors?|supervis\w+|oversees?|audits?|inspects?|report(?:ed)? to|be told|to whom .{0,40}report\w*)\b", re.I), Act.SUPERVISE),
    (re.compile(r"\b(?:reviews?|checks?|advis\w+|consult\w*|comments?|assess\w*|considers?|scrutini\w+|vets?|interviews?|has to look|looks? at)\b", re.I), Act.REVIEW),
    (re.compile(r"\b(?:propos\w+|recommend\w*|submits?|nominat\w+|drafts?|prepares?|suggests?|appl(?:y|ies)|requests?|puts? forward|asks? for|starts?)\b", re.I), Act.PROPOSE),
    (re.compile(r"\b(?:approv\w+|decid\w+|sign\w*(?: it)? off|signs?|authori\w+|permission|say so|ok|okay|agree\w*|consent|determin\w+|appoint\w*|grant\w*|allow\w*|let me|the last word|final say|settles?|can give|hear[s]?|dismiss\w*|elect\w*|exclude\w*|choose\w*|ratif\w+|green light|turn to|waive\w*|rules? on|says?|sacks?|may act|overrules?)\b", re.I), Act.DECIDE),
    (re.compile(r"\b(?:responsib\w+|carr(?:y|ies) out|explain\w*|runs?|organi\w+|keeps?|takes?|does|handles?|deals?|implement\w*|in charge|looks? after|hand|hands|contact)\b", re.I), Act.CARRY_OUT),
)  # fmt: skip


def acts(text: str, lang: Language) -> tuple[Act, ...]:
    """Return the acts whose actor may be asked for: both usual ones where no known verb tells."""
    who = _WHO_ZH if lang == "zh" else _WHO_EN
    if not who.search(text) and not re.search(
        r"要不要上会|上不上会|需要上会|用不用上会|do(?:es)? (?:i|we|it|this) need (?:a |the )?(?:approval|permission|meeting|board)",
        text,
        re.IGNORECASE,
    ):
        return ()
    spoken = _SPOKEN if lang == "zh" else _SPOKEN_EN
    found = who.search(text)
    act = _nearest(text, found.end() if found else 0, spoken)
    return (act,) if act else (Act.DECIDE, Act.CARRY_OUT)


def _nearest(text: str, at: int, spoken: Sequence[tuple[re.Pattern[str], Act]]) -> Act | None:
    """Return the act of the first verb after the question word, else of the first before it."""
    after = [(m.start(), n, act) for n, (pattern, act) in enumerate(spoken) if (m := pattern.search(text, at))]
    written = re.search(CHINESE, text[at:])
    if written and (known := act_of(written[0])):
        after.append((at + written.start(), -1, known))
    before = [(0, n, act) for n, (pattern, act) in enumerate(spoken) if pattern.search(text[:at])]
    return min(after)[2] if after else min(before)[2] if before else None
