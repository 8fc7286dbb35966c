"""Which act a question asks the actor of: 谁批, 由谁负责, who signs off, whose advice."""

import re
from collections.abc import Sequence

from bot.answering.models import Language
from bot.answering.spoken import Said, verbs
from corpus.models import Act

Acts = tuple[Act, ...]

_BODY_ZH = "部门|科室?|处室?|单位|机构|领导|会议?(?![计员])|委员会|小组|组(?![成织建])|局|办公室|办(?![理法公])|人(?![民次数]|员?(?:可以|能|不|有资格|符合|算|属于|参加|出席|列席|享受|必须|要回避))|(?<!年)级|层(?!楼)|院?长|主任|书记|主管|负责人|一?方(?![面式法案])"
_JUDGED = "批|签|审|定(?![期点])|核准|拍板|点头|同意|决定|做主|说了算|备案|验收|牵头|把关|管(?![道])|批复|盖章"
_WHO_ZH = re.compile(
    rf"谁|何人|什么人|什么会|什么级别|哪[几两]?位|哪(?:一?[个些级家层]|几个)?[^由的要能是在，,。？?谁哪]{{0,3}}?(?:{_BODY_ZH})(?![们员]?(?:组成|构成))"
    rf"|哪(?:里|儿|边|个|一?级|家|头)(?=(?:来|能|可以|才能|最后|才|去|先|给|再)*(?:{_JUDGED}))"
)
_NO_VERB = (
    r"(?:(?!(?:do|does|is|are|needs?|go|goes|must|can|should|has|have|to|by|the|an?|gets?|may|will)\b)[\w-]+ ){0,2}?"
)
_WHO_EN = re.compile(
    rf"\b(?:who(?:m|se|ever)?(?:'s|’s)?|which (?:of the \w+|{_NO_VERB}(?:committee|sub-?committee|body|board|officer|office|department|person|people|meeting|post|role|manager"
    r"|director|heads?|governors?|trustees?|panel|group|team|council|authority|official|dean|level|tier|leader|lead|chair|unit|executive|member of staff))"
    r"|what (?:committee|body|board|officer|office|department|person|rank|level(?! of)))\b",
    re.IGNORECASE,
)
# somebody who may know is not the one asked for: who can tell me who approves, 谁知道找谁批
_KNOWS = re.compile(
    r"(?:有没有人|有谁|谁)(?:能|可以)?(?:知道|清楚|了解|晓得|告诉我|说说|给我?说)(?=.{0,40}[谁哪])"
    r"|\b(?:who|anyone|anybody|someone)(?: here)?(?: can| could| might| would)? (?:know|tell|explain)s?(?: to)?(?: me| us)?(?: about)?(?=.{0,80}\b(?:who|which|whose))",
    re.IGNORECASE,
)
# 谁都, 不管谁; a pupil who, anyone whose: no question, where another question word stands or the verb comes first
_ANYBODY = re.compile(r"(?:不管|无论|不论|任凭)(?:是)?谁|谁(?:都|也)")
_RELATIVE = re.compile(
    r"\b(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|nobody|those|people|persons?|staff|(?:an?|the|my|any|every|each|our|some|new|two)\s+[\w-]+(?:\s[\w-]+)?)\s+$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:^|[,.;:!?]\s+)(?:can|could|may|do|does|did|is|are|was|were|must|should|will|would|has|have|what|when|where|how)\b|\bhow (?:long|many|much|soon|often)\b",
    re.IGNORECASE,
)
# questions for an approval that name no question word, and such as guess at the actor
_NEEDED = re.compile(
    r"(?:要不要|用不用|需不需要|是不是要|是否需?要|需要|还得|还要|得不得)(?:再)?(?:上|过)[一-鿿]{0,4}会(?![计议])|上不上会"
    r"|(?:要不要|用不用|需不需要|是不是要|是否需?要|需要|还得|还要)[^，,。？?谁哪]{0,8}(?:审批|批准|批|签字|点头|同意|许可)(?:吗|么|嘛|不|[？?]|$)"
    r"|还是[^，,。？?谁哪吗]{2,10}(?:批|签字?|定|说了算|拍板|做主)(?:吗|么|[？?]|$)|(?:批|签字?|点头|同意|拍板)(?:了)?就?(?:行|够|可以|算)了?(?:吗|么|不)"
    r"|\b(?:do|does|did|will|would)\b.{1,50}\bneed\b (?:to get |to have )?(?:an? |the |any |some |my |(?:any|some)(?:one|body)'s )?(?:[\w'’-]+ ){0,2}?(?:approval|permission|consent|signature|sign-?off|authori[sz]ation|go-?ahead)\b"
    r"|\b(?:is|are) .{1,50}(?:approval|permission|consent|signature|sign-?off|authori[sz]ation|go-?ahead) (?:needed|required|necessary)"
    r"|\bis (?:the |a )?(?:[\w-]+ ){0,2}(?:board|committee|council|meeting|governors|trustees) (?:needed|required|necessary)|\b(?:do|does|will|must|should)\b.{1,40}\b(?:have to |need to )?go (?:to|before|through) (?:the |a )?(?:[\w-]+ ){0,2}(?:board|committee|council|governors|trustees)\b"
    r"|\b(?:is|was) (?:it|that|this) (?:still|just|only) (?:up to )?the\b|\b(?:still|just|only) (?:for )?the (?:[\w'’-]+ ){0,4}[\w'’-]+\s*\?",
    re.IGNORECASE,
)
# phrases round the question word that say the act by themselves
_PHRASES: tuple[tuple[re.Pattern[str], Acts], ...] = (
    (re.compile(r"(?:听取?|征求|征得|拿到|取得|要有|附上?)(?:一下)?(?:谁|哪[^，,。？?]{1,6}?)的?[^，,。？?]{0,6}意见|(?:过|闯)(?:谁|哪[^，,。？?]{1,4}?)[这那]?一?关"), (Act.REVIEW,)),
    (re.compile(r"(?:跟|和|同|与|找)(?:谁|哪[^，,。？?]{1,6}?)(?:先)?(?:商量|商议|沟通|讨论|合计)"), (Act.REVIEW,)),
    (re.compile(r"(?:向|跟|给)(?:谁|哪[^，,。？?]{1,6}?)(?:书面|口头|先)?(?:报告|汇报|通报|报备|备案|说一声|打招呼)|(?:告诉|通知|知会|告知|抄送)(?:给)?(?:谁|哪[^，,。？?]{1,4}?(?:$|[，,。？?人]))"), (Act.SUPERVISE,)),
    (re.compile(r"报(?:给|到|送)?(?:谁|哪[^，,。？?]{1,6}?)(?:那儿|那里|那边|那)?(?:呢|啊|呀)?\s*(?:[，,。？?！!]|$)"), (Act.DECIDE, Act.SUPERVISE)),
    (re.compile(r"听(?:谁|哪[^，,。？?]{1,6}?)的\s*(?:[，,。？?！!]|$)"), (Act.DECIDE,)),
    (re.compile(r"\bto who(?:m|ever)? .{1,50}\breport", re.I), (Act.SUPERVISE,)),
    (re.compile(r"\bwhose (?:\w+ )?(?:call|decision|say|say-so|signature|approval|consent|ok|okay|permission|authority|agreement|go-?ahead|blessing|nod)\b", re.I), (Act.DECIDE,)),
    (re.compile(r"\bwhose (?:\w+ )?(?:advice|opinions?|views?|comments?|input|recommendation)\b", re.I), (Act.REVIEW,)),
    (re.compile(r"\bwhose (?:\w+ )?(?:job|task|duty|responsibility|role|business)\b", re.I), (Act.CARRY_OUT,)),
)  # fmt: skip
# the one a thing is put to: 向谁申请, who do I apply to; the asker proposes, not the one asked for
_TO_ZH = re.compile(r"(?:向|跟|找|给|问|对|交到?|递|送)(?:给)?$")
_TO_EN = re.compile(
    r"\s*(?:else )?(?:do|does|did|should|must|can|could|would|will|shall|have|am|is|are)\s+(?:i|we|you|they|he|she|one|people|staff|employees|(?:the|my|our|an?)\s+[\w-]+(?:\s[\w-]+)?)\s+"
    r"(?:(?:have|need|got|supposed|meant|first|also|still|then|actually|to)\s+)*(?P<verb>[\w-]+)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:tell|notify|inform|alert|report|let|warn|update)\b", re.IGNORECASE)
_ASSENT = re.compile(
    r"\b(?:permission|approv\w+|sign\w*|consent|ok|okay|go-?ahead|authori\w+|yes|agree\w*|decision)\b", re.I
)
_BREAK = re.compile(r"[，,。；;：:？?！!\n]|\s[-–—]+\s|\.(?=\s|$)")
_LATER = re.compile(
    r"\b(?:before|until|till|once|after|unless|if|when|because|so that|while|and (?:then )?(?:who|what|how))\b", re.I
)
_DONE = re.compile(
    r"\b(?:is|are|was|were|been|got|gets?|have|has)\W+(?:\w+ )?$|\b(?:all|already|once|after)\W+(?:\w+ )?$", re.I
)
_DONE_ZH = re.compile(r"(?:字|下来)?(?:了|完|过了?|好了?|下来)(?!吗|么)")
_TOOK_ON = re.compile(r"(?:由|归)(?:谁|哪[^，,。？?]{0,6})$|(?:来|去)$")


def acts(text: str, lang: Language) -> Acts:
    """Return the acts whose actor may be asked for, the likeliest first; none where no actor is asked for."""
    text = _KNOWS.sub(lambda m: " " * len(m[0]), text)
    who = _question_word(text, lang)
    if who is None:
        return (Act.DECIDE,) if _NEEDED.search(text) else ()
    if phrase := _phrase(text, who.start()):
        return phrase
    if lang == "en" and (put := _TO_EN.match(text, who.end())):
        return _put_to(text, put)
    return _asked(text, who, lang)


def _question_word(text: str, lang: Language) -> re.Match[str] | None:
    """Return the word that asks for an actor; 谁都 and "a pupil who" ask for none where something else is asked."""
    found = list((_WHO_ZH if lang == "zh" else _WHO_EN).finditer(text))
    if lang == "zh":
        return next((m for m in found if not _ANYBODY.search(text, max(0, m.start() - 3), m.end() + 1)), None)
    asking = [m for m in found if not _RELATIVE.search(text, max(0, m.start() - 40), m.start())]
    return next(iter(asking or (found if not _OTHERWISE.search(text) else [])), None)


def _phrase(text: str, at: int) -> Acts:
    """Return the acts that a phrase round the question word says by itself."""
    found = ((pattern.search(text, max(0, at - 12)), said) for pattern, said in _PHRASES)
    return next((said for phrase, said in found if phrase and phrase.start() <= at < phrase.end()), ())


def _put_to(text: str, put: re.Match[str]) -> Acts:
    """Return the act of the one whom somebody is to ask, tell or send something."""
    rest = text[put.start("verb") :]
    if _TOLD.match(rest):
        return (Act.SUPERVISE,)
    if _ASSENT.search(_clause(rest, 0)):
        return (Act.DECIDE,)
    said = [one.act for one in verbs(_clause(rest, 0), "en") if one.act is not Act.PROPOSE]
    return (said[0],) if said else (Act.DECIDE, Act.CARRY_OUT)


def _clause(text: str, at: int) -> str:
    """Return a text up to the end of the clause that a place stands in."""
    end = _BREAK.search(text, at)
    return text[: end.start()] if end else text


def _asked(text: str, who: re.Match[str], lang: Language) -> Acts:
    """Return the act of the verb that belongs to the question word: in its own clause, else in the nearest one."""
    said = verbs(text, lang)
    if lang == "zh" and _TO_ZH.search(text, 0, who.start()):
        said = [one for one in said if one.act is not Act.PROPOSE]
    opened = max((m.end() for m in _BREAK.finditer(text, 0, who.start())), default=0)
    closed = len(_clause(text, who.end()))
    if lang == "en" and (later := _LATER.search(text, who.end(), closed)):
        closed = later.start()
    after = [one for one in said if who.end() <= one.start < closed]
    before = [one for one in said if opened <= one.start < who.start()]
    if after or before:
        return ((after or before[::-1])[0].act,)
    return _elsewhere(text, who, (opened, closed), said, lang)


def _elsewhere(text: str, who: re.Match[str], clause: tuple[int, int], said: Sequence[Said], lang: Language) -> Acts:
    """Return the act where no verb that is known stands in the clause of the question word."""
    opened, closed = clause
    own = text[who.end() : closed].strip()
    if own and (_unknown(own) if lang == "en" else _takes_on(text, who)):
        return (Act.CARRY_OUT, Act.DECIDE)
    earlier = [one for one in said if one.start < opened]
    if earlier and own and earlier[-1].act is Act.DECIDE and _done(text, earlier[-1], lang):
        return (Act.CARRY_OUT, Act.DECIDE)
    later = [one for one in said if one.start >= closed]
    near = (later or earlier[::-1])[:1]
    return (near[0].act,) if near else (Act.DECIDE, Act.CARRY_OUT)


_AUXILIARY = re.compile(
    r"(?:is|are|was|were|has|have|had|can|could|may|might|must|shall|should|will|would|do|did|needs?|got|gets?|else|in|on|at|of|for|to|am|the|i|we)\b",
    re.IGNORECASE,
)


def _unknown(own: str) -> bool:
    """Tell whether a verb follows the question word that is none of those known: who laminates the badges."""
    plain = re.sub(r"^(?:(?:actually|then|normally|usually|also|now|first|\w+ly)\s+)+", "", own)
    return not _AUXILIARY.match(plain) and re.match(r"[a-z-]+s\b", plain, re.IGNORECASE) is not None


def _takes_on(text: str, who: re.Match[str]) -> bool:
    """Tell whether somebody is to take on what follows: 由谁指挥, 归哪个部门去追, 谁来扫."""
    behind = text[who.end() : who.end() + 1]
    return behind in ("来", "去") or _TOOK_ON.search(text, 0, who.end()) is not None


def _done(text: str, verb: Said, lang: Language) -> bool:
    """Tell whether an earlier clause says that it has been decided: the module is agreed, 会上定了."""
    if lang == "zh":
        return _DONE_ZH.match(text, verb.end) is not None
    return _DONE.search(text, 0, verb.start) is not None
