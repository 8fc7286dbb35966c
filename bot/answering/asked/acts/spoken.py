"""Verbs of everyday speech by the act they ask for, beside the verbs in which rules are written (corpus.rules)."""

import re
from collections.abc import Iterator

from bot.answering.models import Language
from corpus.models import Act, Record
from corpus.rules.chinese.grammar.names import nominal
from corpus.rules.chinese.grammar.phrases import Words, prepared
from corpus.rules.chinese.grammar.vocabulary import VERBS
from corpus.rules.verbs import ACTS


class Said(Record):
    """A verb that a question says, and where; `noun` where it is part of a name or a thing: 审批流程, 评审组."""

    act: Act
    start: int
    end: int
    noun: bool = False


# 审批 is no 批 of its own and 定期 no 定: of verbs that begin at one place the longest counts
_ZH: dict[Act, str] = {
    Act.PROPOSE: r"列出来|列(?=[^，,。？?]{0,4}名单)|报(?:个|一个|一下)?价|(?<!前)提(?![前高示供醒升取成到级存款])|发起|拟|动议|打(?:个)?报告|(?:拿|出|写|做|搞)(?:出|个|一个|份)?(?:方案|申请|草案|初稿|建议)|编(?![外内号码委目])"
    r"|提(?:个|一个)?名|填(?![补])|挑头(?!去|来|处理|办|抓|管|干)|制[定订](?=[^，,。？?]{0,4}(?:草案|初稿|建议稿))|报(?:上[来去]|给|请)?(?=[吗呢啊的了]*$|名单|方案|计划|预算|材料|选题)",
    Act.REVIEW: r"提(?!出意见)(?:出|个|点|些)?[^，,。？?批定案处]{0,6}(?:意见|看法|想法)|上门看|看(?:现场|场地|情况)|实地[看验]|摸清|核(?=有没有|是不是)|(?<![会终])审(?![批定计判美])|(?<![商建提协异决审复争])(?<!会(?=议))议(?![题程事案论])|看(?=[吗呢啊]?(?:$|[？?，,。]))|把(?=[吗呢啊的]*$)|核(?=一?[下遍]|的[吗呢啊]?$)|过目|过(?:过目|一?遍|一?眼)|看(?:过|看|一?[眼遍下]|一看)|先看|核对|核算|平衡|把.{1,8}关|[过这那]一?关|关口"
    r"|(?:签注?|签署|出|给|听取?|征求|征得)(?:[^，,。？?]{0,8})意见|听(?=[^，,。？?]{0,6}(?:申辩|陈述|说明|解释))|意见|商量|商议|合计|沟通|打分|评分|面试|查(?![询清明办])|听听|参谋|初选|把把关|摸底|过(?:一)?(?:下|道)手|评(?![为上优选语奖])|掌(?:掌)?眼|校对",
    Act.DECIDE: r"(?<![一大整分头])批(?![评次量发改斗])|说了算|说话算数?|算数|拿(?:个)?主意|作决定|做决定|(?:作|做|下)(?:出|个|最[后终])*决定|权限|决定权|解雇|开除|辞退|签(?![到证收注])|签名|拍[^，,。？?]{0,4}板|给[句个]?准?话|敲定|一锤定音"
    r"|(?<![规一固指制特法协约稳鉴否限预拟坚])定(?![期点义时金额位编岗制做于])|点[^，,。？?]{0,3}头|首肯|[发放]话|说话|说了(?=才|能|就|可以|行)|授(?=[吗呢啊的]*$)|松口|放行|开绿灯|做(?:得了|个|的了)?主|作(?:得了|个)?主|准(?![备时则确入])|上会|过会|会(?:上)?(?:过(?![目关一])|说了)"
    r"|聘(?=[吗呢啊]?$|任|用)|录用|免职|撤职|表态|通过|裁|最终意见|下令|叫停|挑选|挑(?![战头])|选(?![修题型址])|点将|核(?=[吗呢啊]?$)|定夺|授权(?!书)|否决|豁免|破例|开个?口子|认(?=[账可]|[吗呢啊]?(?:$|[？?，,。]))",
    Act.SUPERVISE: r"转一?转|报告|汇报|检查|抽查|巡查|巡视|盯(?:着|住)?|监管|监控|核验|通报|追踪|跟踪|问责|督(?:导|促|察)|看住|监票|暗访|回头看",
    Act.CARRY_OUT: r"挑头(?=去|来|处理|办|抓|管|干)|查(?=清|明|个?水落石出|个?究竟|办)|办(?![法公])|管(?![道网])|销假|验收|协调|出面|追(?![踪])|对接|跟进|落地|善后|开标|拆封|指挥|值守|盖章|用印|经手|操办|张罗|接待|执笔|付款|跑腿|收(?=走|集|回|取)|牵(?:个)?头|干(?=[这那]?[件个]?[事活])",
}
_EN: dict[Act, str] = {
    Act.SUPERVISE: r"monitor\w*|supervis\w+|oversees?|overseeing|overseen|audit(?:s|ed|ing)?\b|inspects?|polic(?:es|ed|ing)\b|spot-?checks?|(?:keeps?|keeping|kept) (?:an? |close |a close |a \w+ )?(?:eye|watch|tabs|track|check)"
    r"|watch(?:es|ing)?\b|listens? in|report(?:s|ed)? to|reports?(?= .{0,40}\bto\b)|(?:be|is|are|been|being|gets?|get) (?:\w+ )?(?:told|informed|notified|alerted|warned)|(?:hears?|know|told) about"
    r"|(?:kept|keeps? .{1,20}) (?:informed|posted|up to date|in the loop)|(?:need|have|has|ought|want)s? to know|holds? .{1,30} to account|(?:makes?|making) (?:\w+ )?(?:sure|certain)|ensures?\b|(?:double-?)?checks?(?: up)? (?:that|whether|if|up|on\b)|verif(?:y|ies)(?: that| whether| if)|follows? (?:\w+ )?up\b|sees? (?:to it )?that\b|chases? (?:\w+ )?up\b"
    r"|observes?\b|go(?:es|ing)? (?:a?round|about) (?:[a-z]+ )?checking|does the (?:spot )?checks|takes? stock\b|keeps? .{1,30} (?:honest|under review)|has (?:\w+ )?oversight|looks? over .{1,20} shoulders?",
    Act.REVIEW: r"review\w*|(?:(?:double|cross|sanity)[- ]?)?check\w*|advi[sc]e\w*|consult\w*|comment\w*|assess\w*|consider\w*|scrutini\w+|vets?\b|vetted|vetting|interview\w*|has to look|looks? (?:at|over|into|through|closely|it over)|screens?\b"
    r"|(?:goes|go|going|gone|went) (?:over|through)|reads?\b(?! out)|(?:casts?|runs?) an eye|runs? .{1,40} (?:past|by)\b|go(?:es)? past|scor(?:es?|ed|ing)\b|mark(?:s|ed)\b|rates?\b|evaluat\w+|examin\w+|verif\w+|sees?\b (?:it|them|this|the) |ha(?:s|ve) sight of|(?:gives?|offers?) (?:us |me )?a steer|sits? in judge?ment|see\b(?= .{0,30}\b(?:before|first))"
    r"|proofreads?|moderates?|appraises?|discuss\w*|debates?|opinions?\b|views? (?:on|about)|feedback|(?:gives?|has|offers?) (?:an? |their |his |her |your )?(?:opinion|view|input|advice)|(?:has|gets?) a say|runs? (?:the|a) (?:rule|eye) over|hears? (?:my|your|his|her|their|our|both) (?:sides?|story|stories)\b|weighs?\b|works? out|referees?\b|peer[- ]reviews?"
    r"|(?:be|is|are|been|gets?|get) (?:\w+ )?asked|puts? (?:[\w'’-]+ ){1,5}?in (?:\w+ )?order\b|backs?\b(?= (?:my|your|our|the|an?|it|this|that)\b)|shortlists?|sifts?|fact-?checks?|casts? .{1,20} over|takes? a (?:\w+ )?look|has a (?:\w+ )?look",
    Act.PROPOSE: r"propos\w+|recommend\w*|submi\w+|nominat\w+|draft\w*|prepar\w+|suggest\w*|appl(?:y|ies|ied)\b|request\w*|puts? (?:[\w-]+ ){0,6}?forward|asks? for|starts?\b|initiat\w+|(?:comes?|came|dreams?|thinks?|cooks?) up(?: with)?|calls? for\b|demands?\b|moves? (?:to|that|for|the motion|a motion|an amendment)\b|pitch(?:es)?\b|floats?\b"
    r"|writes?\b(?! (?:[\w-]+ ){0,3}?off| (?:to|back|up)\b)|draws? up|tables?\b(?! of)|puts? in\b|(?:makes?|puts?|brings?) (?:the |a |an |in |in the |in a |forward )?(?:case|request|application|proposal|recommendation|suggestion|bid)|fills? (?:in|out)|kicks? (?:\w+ )?off"
    r"|(?:puts?|brings?|takes?) (?:[\w'’-]+ ){1,8}?(?:on the (?:table|agenda)|before the|to the|to an?)\b|sponsors?\b|gets? .{1,30} (?:going|moving|rolling|started|off the ground)|originates?|lobb(?:y|ies)\b|writes? up (?:the |a )?(?:first|draft|proposal|case)\b|opens? (?:the |a )?case\b|brings? up\b|(?:sets?|gets?) the ball rolling|flags? up|campaigns? for",
    Act.DECIDE: r"approv\w+|decid\w+|decisions?\b|sign(?:s|ed|ing)?\b(?: \w+)? off|sign-?off|sign(?:s|ed|ing|ature|atures)?\b|authori[sz]\w+|permission|permits?\b|say[- ]so|ok(?:ay)?(?:['’]?s|ed)?\b|okay|agree\w*|consent\w*|determin\w+|appoint\w*"
    r"|grant(?:s|ed|ing)?\b|allow(?:s|ed|ing)?\b|lets? (?:me|us|them|you|him|her|people|staff|the|an?|\w+s)\b|writes? (?:[\w-]+ ){0,3}?off|fix(?:es)?\b|(?:last|final) (?:word|say)|settle[sd]?\b|can give|hears?\b|dismiss\w*|elect(?:s|ed|ing|ion)?\b|exclud\w+|cho(?:ose|oses|se|sen)\b|picks?\b(?! up)|ratif\w+|green[- ]?light\w*"
    r"|go-?ahead|turn to|waive\w*|rul(?:e|es|ed|ing) on|says?\b|sack(?:s|ed)?\b|fires?\b|may act|overrul\w+|veto\w*|nods?\b|clears?\b|confirm\w*|sanction\w*|accept\w*|reject\w*|refus\w+|turns? .{0,20}down|blessing|backing|a yes\b"
    r"|call\b(?= is| it|\W*$|\W* to\b| on\b)|(?:makes?|making) the call|calls? the shots|(?:has|have|got) (?:the )?(?:power|authority|right)|up to\b|adopt\w*|award(?:s|ed)?\b|hir(?:es?|ed|ing)\b|promot(?:es?|ed|ing)\b|suspend\w*|expel\w*|sets?\b(?! (?:\w+ )?up)"
    r"|vot(?:es?|ed|ing)\b|pass(?:es|ed)?\b(?! on)|rubber-?stamp\w*|(?:calls?|strikes?|throws?|kicks?|lets?) (?:[\w'’-]+ ){1,6}?(?:off|out)\b|orders? (?:[\w'’-]+ ){1,6}?(?:shut|closed|stopped|off|out|to\b)|issues? (?:[\w'’-]+ ){0,3}?(?:permits?|licen[cs]es?)"
    r"|tells? (?:us|me|people|them|you) (?:whether|if) .{0,30}(?:can|may|go)|pardons?\b|excuses?\b|exempts?\b|binds?\b|commits? (?:us|the)\b|admits?\b|bans?\b|bars?\b|blacklists?|overturns?|allocates?|terminates?|rules?\b(?= (?:on|if|whether))|(?:gives?|has|gets?|got|needs?) (?:\w+ ){0,2}(?:thumbs[- ]up|nod|ok|okay|green light|yes|final vote|casting vote)|calls? off|hands? down|strikes? (?:out|off|down)|disciplin(?:es?|ed|ing)\b|punish\w*|fines?\b|penali[sz]\w+|pulls? the plug|breaks? (?:the |a )?(?:tie|deadlock)|takes? (?!it\b|this\b|that\b)(?:[\w'’-]+ ){1,3}?on\b|takes? on (?:an?|new|another|more|extra|staff|people)\b(?! (?:task|role|job|duty))|puts? (?:\w+ )?foot down|shuts? (?:the|it|down)|judges?\b(?! whether)|umpires?\b|arbitrates?\b|(?:hands?|gives?|dishes|metes) out (?:[\w'’-]+ ){0,3}?(?:punishments?|penalt(?:y|ies)|sanctions?|bans?|fines?|warnings?|suspensions?|discipline)\b|calls? (?:an? |the )?(?:snow day|strike|lockdown|halt|emergency)\b",
    Act.CARRY_OUT: r"responsib\w+|responsible|carr(?:y|ies|ied|ying)(?: \w+)? out|explain\w*|runs?\b|running|organi[sz]\w+|keeps?\b|takes?\b|does\b|handl\w+|deals?\b|implement\w*|in charge|looks? after|hands?\b|contact\b|execut\w+\b(?<!executive)"
    r"|puts? (?:[\w-]+ ){0,4}?(?:through|into (?:practice|effect|action|force)|in place)|arrang\w+|manag(?:es|ing)\b|maintain\w*|investigat\w+|sees? to\b|administ(?:er|ers|ered)\b|leads?\b(?= (?:on|the|in)\b)|coordinat\w+|co-ordinat\w+|chairs?\b(?= (?:the|it|a|in|at|when|if|meet)|\W*$)"
    r"|minutes?\b(?= (?:the|it)\b)|job\b(?= is| it|\W*$)|sorts?\b|gets? .{1,25} (?:done|ready|sorted|clean|open)|gets? (?:lumbered|stuck|landed|left) with|follows? .{0,15}through|pays?\b|notif(?:y|ies)\b|tells?\b|informs?\b|publish\w*|interprets?|lays? out|picks? up|writes? up|pass(?:es)? on|clears? (?:up|out|away)|fills? in for|gets? (?:[\w'’-]+ ){1,4}?back\b|sees? (?:it|this|that|them) through|lets? (?:[\w'’-]+ ){1,4}?know\b",
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


def verbs(text: str, lang: Language, plain: bool = False) -> list[Said]:
    """Return the verbs that a question says, in order.

    Chinese verbs of carrying out, which elsewhere are as often things (采购, 维修), and light verbs before another are
    among them only when `plain` asks for every verb.
    """
    kept: list[Said] = []
    for said in sorted(_found(text, lang, plain), key=lambda one: (one.start, -one.end)):
        if kept and said.start < kept[-1].end:
            continue
        near = bool(kept) and said.start - kept[-1].end <= 1
        if near and lang == "zh" and not plain and light(text[kept[-1].start : said.start]):
            kept.pop()
        kept.append(said)
    return kept


def light(words: str) -> bool:
    """Tell whether Chinese words leave it to the verb right behind them to say what is done."""
    return _LIGHT.search(words) is not None


def anchored(text: str, at: int, end: int, idiom: bool = False) -> Act | None:
    """Return the act of the longest English wording that begins at a place of a text, or of one of several words."""
    found = (
        (m.end(), act)
        for pattern, act in _SCANS["en"]
        if (m := pattern.match(text, at, end)) and (not idiom or " " in m[0])
    )
    return max(found, key=lambda one: one[0], default=(0, None))[1]


def _found(text: str, lang: Language, plain: bool) -> Iterator[Said]:
    if lang == "en":
        for pattern, act in _SCANS["en"]:
            for m in pattern.finditer(text):
                if not (m[0].endswith("ed") and _ADJECTIVE.search(text, 0, m.start())):
                    yield Said(act=act, start=m.start(), end=m.end())
        return
    words = prepared(text)
    for pattern, act in _SCANS["zh"]:
        for m in pattern.finditer(text):
            if not _AHEAD.match(text, m.end()):
                yield Said(act=act, start=m.start(), end=m.end(), noun=nominal_at(words, m.start()))
    for at, verb in words.verbs.items():
        act = VERBS[verb]
        if (plain or act is not Act.CARRY_OUT or verb in ACTS) and not _AHEAD.match(text, at + len(verb)):
            yield Said(act=act, start=at, end=at + len(verb), noun=nominal(words, at, verb))


def nominal_at(words: Words, at: int) -> bool:
    """Tell whether the verb of a rule that begins at a place is part of a noun there."""
    verb = words.verbs.get(at)
    return verb is not None and nominal(words, at, verb)
