"""Verbs of everyday speech by the act they ask for, beside the verbs in which rules are written (corpus.verbs)."""

import re
from collections.abc import Iterator

from bot.answering.models import Language
from corpus.models import Act, Record
from corpus.rules.verbs import CHINESE, act_of


class Said(Record):
    """A verb that a question says, and where."""

    act: Act
    start: int
    end: int


# 审批 is no 批 of its own and 定期 no 定: of verbs that begin at one place the longest counts
_ZH: dict[Act, str] = {
    Act.PROPOSE: r"(?<!前)提(?![前高示供醒升取成到级存款])|发起|拟|动议|打报告|(?:拿|出|写|做|搞)(?:出|个|一个|份)?(?:方案|申请|草案|初稿|建议)|编(?![外内号码委])"
    r"|提(?:个|一个)?名|填(?![补])|推(?:举|选)",
    Act.REVIEW: r"(?<![会终])审(?![批定计判美])|(?<![会商建提协异决审复争])议(?![题程事案论])|过目|过(?:过目|一?遍|一?眼)|看(?:过|看|一?[眼遍下]|一看)|先看|核对|核算|把.{1,8}关|[过这那]一?关|关口"
    r"|(?:签注?|签署|出|提|给|听取?|征求|征得)(?:[^，,。？?]{0,8})意见|意见|商量|商议|合计|沟通|打分|评分|面试|查(?![询])|听听|参谋|初选|把把关|摸底",
    Act.DECIDE: r"(?<![一大整分头])批(?![评次量发改斗])|说了算|说话算数?|算数|拿主意|作决定|做决定|有权|权限|解雇|开除|辞退|签(?![到证收注])|签名|拍(?:个)?板|敲定|一锤定音"
    r"|(?<![规一固指制特法协约稳鉴否限预拟坚])定(?![期点义时金额位编岗制做于])|点(?:个)?头|首肯|发话|松口|放行|开绿灯|做主|作主|准(?![备时则确入])|上会|过会|会(?:上)?(?:过(?![目关一])|说了)"
    r"|录用|免职|撤职|表态|通过|裁|最终意见",
    Act.SUPERVISE: r"报告|汇报|检查|抽查|巡查|巡视|盯(?:着|住)?|监管|监控|核验|通报|追踪|跟踪|问责|督(?:导|促)",
    Act.CARRY_OUT: r"办(?![法公])|管(?![道网])|销假|验收|协调|出面|追(?![踪])|对接|跟进|落地|善后|开标|拆封|指挥|值守|盖章|用印|经手|操办|张罗|接待|执笔|付款|跑腿|收(?=走|集|回|取)",
}
_EN: dict[Act, str] = {
    Act.SUPERVISE: r"monitor\w*|supervis\w+|oversees?|overseeing|overseen|audit(?:s|ed)?\b|inspects?|polic(?:es|ed)\b|spot-?checks?|(?:keeps?|keeping|kept) (?:an? |close |a close )?(?:eye|watch|tabs|track)"
    r"|watch(?:es)?\b|listens? in|enforces?|report(?:s|ed)? to|reports?(?= .{0,40}\bto\b)|(?:be|is|are|been|being|gets?|get) (?:\w+ )?(?:told|informed|notified|alerted|warned)|(?:hears?|know|told) about"
    r"|(?:need|have|has|ought|want)s? to know|holds? .{1,30} to account|makes? sure",
    Act.REVIEW: r"review\w*|(?:double-?)?check\w*|advi[sc]e\w*|consult\w*|comment\w*|assess\w*|consider\w*|scrutini\w+|vets?\b|vetted|vetting|interview\w*|has to look|looks? (?:at|over|through|closely)"
    r"|(?:goes|go|going|gone|went) (?:over|through)|reads?(?: (?:it|them|this|that|the \w+))? (?:through|over)|(?:casts?|runs?) an eye|scor(?:es?|ed|ing)\b|mark(?:s|ed)\b|rates?\b|evaluat\w+|examin\w+|verif\w+"
    r"|proofreads?|moderates?|appraises?|discuss\w*|debates?|opinions?\b|views? (?:on|about)|feedback|(?:gives?|has|offers?) (?:an? |their |his |her |your )?(?:opinion|view|input|advice)|has a say"
    r"|(?:be|is|are|been|gets?|get) (?:\w+ )?asked|shortlists?|sifts?|fact-?checks?",
    Act.PROPOSE: r"propos\w+|recommend\w*|submi\w+|nominat\w+|draft\w*|prepar\w+|suggest\w*|appl(?:y|ies|ied)\b|request\w*|puts? (?:[\w-]+ ){0,6}?forward|asks? for|starts?\b|initiat\w+|(?:comes?|came) up with"
    r"|writes?\b(?! (?:[\w-]+ ){0,3}?off)|draws? up|tables?\b(?! of)|raises?\b|puts? in for|(?:makes?|puts?|brings?) (?:the |a |an |in |in the |in a |forward )?(?:case|request|application|proposal|recommendation|suggestion|bid)|fills? (?:in|out)|kicks? (?:\w+ )?off",
    Act.DECIDE: r"approv\w+|decid\w+|decisions?\b|sign(?:s|ed|ing)?\b(?: \w+)? off|sign-?off|sign(?:s|ed|ing|ature|atures)?\b|authori[sz]\w+|permission|permits?\b|say[- ]so|ok(?:ay)?(?:s|ed)?\b|okay|agree\w*|consent\w*|determin\w+|appoint\w*"
    r"|grant(?:s|ed|ing)?\b|allow(?:s|ed|ing)?\b|lets? (?:me|us|them|you|him|her|people|staff)\b|writes? (?:[\w-]+ ){0,3}?off|fix(?:es)? (?:the |a |our )?(?:[\w-]+ )?(?:price|fee|rate|date|amount|charge|level)s?|(?:last|final) (?:word|say)|settle[sd]?\b|can give|hears?\b|dismiss\w*|elect(?:s|ed|ing|ion)?\b|exclud\w+|cho(?:ose|oses|se|sen)\b|picks?\b|ratif\w+|green[- ]?light\w*"
    r"|go-?ahead|turn to|waive\w*|rul(?:e|es|ed|ing) on|says?\b|sack(?:s|ed)?\b|fires?\b|may act|overrul\w+|veto\w*|nods?\b|clears?\b|confirm\w*|endors\w+|sanction\w*|accept\w*|reject\w*|refus\w+|turns? .{0,20}down|blessing|backing|a yes\b"
    r"|call\b(?= is| it|\W*$|\W* to\b| on\b)|(?:makes?|making) the call|calls? the shots|(?:has|have|got) (?:the )?(?:power|authority|right)|up to\b|adopt\w*|award(?:s|ed)?\b|hir(?:es?|ed|ing)\b|promot(?:es?|ed|ing)\b|suspend\w*|expel\w*|sets?\b(?! up)"
    r"|vot(?:es?|ed|ing)\b|pass(?:es|ed) (?:the|it|this)|rubber-?stamp\w*",
    Act.CARRY_OUT: r"responsib\w+|responsible|carr(?:y|ies|ied|ying)(?: \w+)? out|explain\w*|runs?\b|running|organi[sz]\w+|keeps?\b|takes?\b|does\b|handl\w+|deals?\b|implement\w*|in charge|looks? (?:after|into)|hands?\b|contact\b|execut\w+\b(?<!executive)"
    r"|puts? (?:[\w-]+ ){0,4}?(?:through|into (?:practice|effect|action|force)|in place)|arrang\w+|manag(?:es|ing)\b|maintain\w*|investigat\w+|sees? to\b|administ(?:er|ers|ered)\b|leads?\b(?= (?:on|the|in)\b)|coordinat\w+|co-ordinat\w+|chairs?\b(?= (?:the|it|a|in|at|when|if|meet)|\W*$)"
    r"|minutes?\b(?= (?:the|it)\b)|job\b(?= is| it|\W*$)|sorts?\b|gets? .{1,25} done|follows? .{0,15}up|pays?\b|notif(?:y|ies)\b|tells?\b|informs?\b|publish\w*|interprets?",
}
# 负责审批, 牵头拟: the verb right behind says which act it is
_LIGHT = re.compile(r"(?:负责|牵头|组织|主持|出面|有权|主管|具体|经办|管)(?:来|去|着|对)?$")
# "the signed copy", "an approved plan" tell what is acted on
_ADJECTIVE = re.compile(r"\b(?:the|an?|its|their|our|my|his|her|this|that|these|any)\s$", re.IGNORECASE)
# 签发前, 上会之前: what has not happened yet is not what is asked
_AHEAD = re.compile(r"[^，,。？?]{0,6}?(?:之前|以前|(?<![之以提目])前(?![一-鿿]?[期提年天往])|的时候)")
_SCANS: dict[Language, tuple[tuple[re.Pattern[str], Act], ...]] = {
    "zh": tuple((re.compile(words), act) for act, words in _ZH.items()),
    "en": tuple((re.compile(rf"\b(?:{words})", re.IGNORECASE), act) for act, words in _EN.items()),
}
_WRITTEN = re.compile(CHINESE)


def verbs(text: str, lang: Language) -> list[Said]:
    """Return the verbs that a question says, in order."""
    kept: list[Said] = []
    for said in sorted(_found(text, lang), key=lambda one: (one.start, -one.end)):
        if kept and said.start < kept[-1].end:
            continue
        if (
            kept
            and lang == "zh"
            and said.start - kept[-1].end <= 1
            and _LIGHT.search(text[kept[-1].start : said.start])
        ):
            kept.pop()
        kept.append(said)
    return kept


def _found(text: str, lang: Language) -> Iterator[Said]:
    for pattern, act in _SCANS[lang]:
        yield from (Said(act=act, start=m.start(), end=m.end()) for m in pattern.finditer(text) if _acts(text, m, lang))
    for written in _WRITTEN.finditer(text) if lang == "zh" else ():
        if (known := act_of(written[0])) and _acts(text, written, lang):
            yield Said(act=known, start=written.start(), end=written.end())


def _acts(text: str, found: re.Match[str], lang: Language) -> bool:
    """Tell whether a verb may be the one asked about: no adjective, no act that lies ahead, no part of 党组织."""
    if lang == "en":
        return not (found[0].endswith("ed") and _ADJECTIVE.search(text, 0, found.start()))
    return not _AHEAD.match(text, found.end()) and not (
        found[0].startswith("组织") and text[: found.start()].endswith("党")
    )
