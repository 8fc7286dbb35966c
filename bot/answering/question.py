"""What a question asks: its language, the act it asks about, the kind of thing wanted, its own time, its terms."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from bot.answering.models import Language
from corpus import glossary
from corpus.models import Act, Record
from corpus.verbs import CHINESE, act_of


class Wanted(StrEnum):
    """The kind of thing a question wants to hear."""

    WHO = "who"
    PROCEDURE = "procedure"
    STEP = "step"
    HOW_LONG = "how_long"
    HOW_MANY = "how_many"
    WHETHER = "whether"
    WHAT = "what"


class Question(Record):
    """A question as understood.

    `acts` are the acts whose actor may be asked for, the likeliest first, none when no actor is asked for; `on` the day the question names for
    itself; `terms` the words that carry its matter, question words and politeness left out; `across` what those are called in the other language, alternatives together.
    """

    text: str
    language: Language
    wanted: Wanted
    acts: tuple[Act, ...]
    on: date | None
    terms: tuple[str, ...]
    across: tuple[tuple[str, ...], ...]

    @property
    def asked(self) -> Act | None:
        """The act asked about, None when no actor is asked for."""
        return self.acts[0] if self.acts else None


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
    (re.compile(r"\b(?:approv\w+|decid\w+|sign\w*(?: it)? off|signs?|authori\w+|permission|say so|ok|okay|agree\w*|consent|determin\w+|appoint\w*|grant\w*|allow\w*|let me|the last word|final say|settles?|can give|hear[s]?|dismiss\w*|elect\w*|exclude\w*|choose\w*|ratif\w+|green light|turn to|waive\w*|rules? on|says? yes|sacks?|may act|overrules?)\b", re.I), Act.DECIDE),
    (re.compile(r"\b(?:responsib\w+|carr(?:y|ies) out|explain\w*|runs?|organi\w+|keeps?|takes?|does|handles?|deals?|implement\w*|in charge|looks? after|hand|hands|contact)\b", re.I), Act.CARRY_OUT),
)  # fmt: skip
_WANTED: tuple[tuple[re.Pattern[str], Wanted], ...] = (
    (re.compile(r"下一步|接下来|然后呢|之后(?:做|怎么|要|该|呢)|第几步|what (?:comes |happens |is |do i do )?next|next step|after that|step (?:one|two|three|[0-9])", re.I), Wanted.STEP),
    (re.compile(r"流程|程序|步骤|怎么走|怎么办|怎么(?:申请|报销|请假|办理|操作|处理|做|借|用|开|买|采购|报)|如何(?:办|申|报|操|处|进)|怎样|手续|how (?:do|can|does|should|would|is|are) (?!.{0,12}(?:long|many|much))|procedure|process|steps?\b|what do i (?:have to )?do\b", re.I), Wanted.PROCEDURE),
    (re.compile(r"几天|多久|多长时间|什么时候|何时|几个工作日|哪一?天|哪日|期限|时限|多少天|多少个?工作日|截止|几日内|几号|几点|几小时|how long|how many (?:working |school )?(?:days|weeks|months|hours|years)|\bwhen\b|deadline|how soon|by what date|how often|how late|how early|notice", re.I), Wanted.HOW_LONG),
    (re.compile(r"多少|几个|几人|几名|几次|几成|几家|几份|过半|比例|人数|法定人数|额度|上限|标准是|how many|how much|quorum|majority|limit|maximum|minimum|what amount|how large|how big", re.I), Wanted.HOW_MANY),
    (re.compile(r"能不能|能否|可不可以|可否|可以.{0,20}吗|是否|要不要|需不需要|需要.{0,20}吗|[吗么]\s*[？?]?$|算不算|行不行|^(?:can|may|do|does|is|are|must|should|am|has|have|will|could) |\b(?:can|may|must) (?:i|we|a|the)\b", re.I), Wanted.WHETHER),
)  # fmt: skip
# words of asking, courtesy and grammar: they say nothing of the matter
_IDLE_ZH = re.compile(
    r"请问|麻烦|你好|您好|谢谢|我想(?:问|知道|了解)?|想问一下|一下|到底|究竟|谁来|由谁|找谁|谁|什么时候|什么人|什么|哪些|哪个|哪里|哪儿|哪位|哪一|哪级|哪|怎么办|怎么走|怎么|怎样|如何|为什么|多少|多久|多长|几|"
    r"能不能|可不可以|可否|能否|是否|要不要|需不需要|有没有|是不是|可以|需要|应该|应当|必须|要|吗|呢|吧|啊|呀|么|的话|的|了|在|是|有|我们|我|你们|你|他|她|它|这个|那个|这|那|和|与|或者|或|及|把|被|给|对|从|到|于|就|都|也|还|又|再|会|能|该|让|请(?!假)|来|去|吗|一个|一些|才|等|以后|之后|之前|时候|时|里|上|下|中|后|前|为|以|不|没|所|其|按照|按|根据|规定"
)
_IDLE_EN = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "having",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "i",
        "me",
        "my",
        "we",
        "our",
        "us",
        "you",
        "your",
        "he",
        "she",
        "it",
        "its",
        "they",
        "their",
        "them",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "why",
        "how",
        "much",
        "many",
        "long",
        "if",
        "then",
        "than",
        "or",
        "and",
        "but",
        "not",
        "no",
        "so",
        "up",
        "out",
        "about",
        "into",
        "over",
        "please",
        "tell",
        "know",
        "need",
        "want",
        "get",
        "got",
        "go",
        "goes",
        "going",
        "any",
        "some",
        "somebody",
        "someone",
        "anyone",
        "one",
        "us",
        "more",
        "most",
        "after",
        "before",
        "again",
        "just",
        "only",
        "also",
        "still",
        "let",
        "lets",
        "s",
        "t",
        "re",
        "ve",
        "ll",
        "d",
        "m",
        "is",
        "isn",
        "aren",
        "don",
        "doesn",
        "says",
        "say",
        "said",
        "rule",
        "rules",
        "policy",
        "happen",
        "happens",
        "come",
        "comes",
        "next",
        "make",
        "made",
        "take",
        "takes",
        "give",
        "given",
        "gets",
    ]
)
_YEAR = re.compile(
    r"(?P<y>(?:19|20)\d{2}|(?:二〇|二零|一九)[〇零一二三四五六七八九]{2})\s*年(?:\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*[日号])?)?(?:的?时候|的?时|当时|底|初|那年|那会儿|里|间|以前|前|，|,|的规定|的|$)?"
)
_YEAR_EN = re.compile(
    r"\b(?:in|during|back in|as of|as at|on|at the end of|until|by|of)\s+(?:(?P<d>\d{1,2})\s+)?(?:(?P<mon>January|February|March|April|May|June|July|August|September|October|November|December)\s+)?(?P<y>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_CJK_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")


def language(text: str) -> Language:
    """Return the language a question is written in: Chinese when Chinese characters carry it."""
    cjk = sum("㐀" <= c <= "鿿" for c in text)
    latin = len(re.findall(r"[A-Za-z]+", text))
    return "zh" if cjk and cjk >= latin else "en"


def _last_day(year: int, month: int | None, day: int | None) -> date | None:
    """Return the day named, or the last day of the month or year named; None for no such day."""
    month = month or 12
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def _cjk_month(words: str) -> int:
    units = {c: n for n, c in enumerate("零一二三四五六七八九")}
    if words.isdigit():
        return int(words)
    return 10 + units.get(words[1:], 0) if words.startswith("十") else units.get(words, 0)


def named_day(text: str) -> date | None:
    """Return the day that a question sets itself ("2020年的时候", "in 2022"), a bare year meaning its last day."""
    if found := _ISO.search(text):
        return _last_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR.search(text):
        year = int(found["y"].translate(_CJK_YEAR))
        month = _cjk_month(found["m"]) if found["m"] else None
        return _last_day(year, month, int(found["d"]) if found["d"] else None)
    if found := _YEAR_EN.search(text):
        month = _MONTHS.index(found["mon"].lower()) + 1 if found["mon"] else None
        return _last_day(int(found["y"]), month, int(found["d"]) if found["d"] and month else None)
    return None


def _acts(text: str, lang: Language) -> tuple[Act, ...]:
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


def terms(text: str, lang: Language) -> tuple[str, ...]:
    """Return the words that carry the matter: Chinese in pairs of characters, English word by word."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept: list[str] = []
    for run in re.findall(r"[㐀-鿿]+", plain):
        for piece in _IDLE_ZH.sub(" ", run).split():
            kept += [piece[i : i + 2] for i in range(max(1, len(piece) - 1))]
    kept += [w for w in re.findall(r"[a-z][a-z'’-]*[a-z]|[0-9][0-9.,]*[a-z%]*", plain) if w not in _IDLE_EN]
    return tuple(dict.fromkeys(kept))


def understand(text: str) -> Question:
    """Read a question; whatever it is, something is made of it."""
    shown = unicodedata.normalize("NFKC", text)
    lang = language(shown)
    acts = _acts(shown, lang)
    wanted = next((kind for pattern, kind in _WANTED if pattern.search(shown)), Wanted.WHAT)
    if acts and wanted is not Wanted.STEP:
        wanted = Wanted.WHO
    found = terms(shown, lang)
    return Question(
        text=text,
        language=lang,
        wanted=wanted,
        acts=acts,
        on=named_day(shown),
        terms=found,
        across=glossary.across(found, shown),
    )
