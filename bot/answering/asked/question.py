"""What a question asks: its language, the kind of thing wanted, the act asked about, its own day, its terms."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bot.answering.asked.acts import acts
from bot.answering.asked.days import edition, told_day
from bot.answering.asked.former import former
from bot.answering.asked.onward import ahead, done, pointed, unpointed
from bot.answering.asked.undated import undated
from bot.answering.models import Language
from corpus import glossary
from corpus.models import Act, Record, Term


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

    `matter` is its text without the words that name its day or the number of a step, `step` that number (-1 for the
    last one, 0 for none), `ahead` by how many steps it looks beyond the one it speaks of, `done` what it says has been
    done already; `acts` are the acts whose actor may be asked for, the likeliest first, none when no actor is asked
    for; `on` the day the question names for itself, `edition` the year of the edition it is about, `former` whether it
    is about the rules before those of today; `terms` the words that carry its matter, question words and politeness
    left out; `across` what those are called in the other language, alternatives together.
    """

    text: str
    matter: str = ""
    language: Language
    wanted: Wanted
    step: int = 0
    ahead: int = 0
    done: str = ""
    acts: tuple[Act, ...]
    on: date | None
    edition: str
    former: bool
    terms: tuple[str, ...]
    across: tuple[tuple[str, ...], ...]

    @property
    def asked(self) -> Act | None:
        """The act asked about, None when no actor is asked for."""
        return self.acts[0] if self.acts else None

    @property
    def numbered(self) -> bool:
        """Whether a number or a time is asked for, and nobody who acts."""
        return not self.acts and self.wanted in (Wanted.HOW_LONG, Wanted.HOW_MANY)

    @property
    def next_step(self) -> bool:
        """Whether what comes after something is asked for: "finance has checked it, what next?" """
        return self.wanted is Wanted.STEP or (bool(self.done) and self.wanted is not Wanted.PROCEDURE)


_WANTED: tuple[tuple[re.Pattern[str], Wanted], ...] = (
    (
        re.compile(
            r"下一步|接下来|然后呢|第\s*[一二三四五六七八九十\d]{1,3}\s*步(?!走)|最后一步|接着(?:再|要|该|还|往|应该)*(?:[送报找去交办做走到是给]|怎|哪|谁|什么|啥)|后[面头](?:还有|是|该|要|再)+(?:哪|什么|啥|谁|怎|做|办|走|送|交|报)|下一?(?:个|道|关)(?:环节|手续|关口|工序|是)|(?:之后|以后|完了?|过了?|好了?)(?:再|还)?(?:要|该|得|需要)?(?:做|干|走|办)(?:什么|啥|哪)|之后(?:做|怎么|要|该|呢)|第几步"
            r"|what (?:else )?(?:comes |happens |is |do i do |do we do |should i do |must i do )?(?:after (?!hours)|next)|what(?:'s|’s|s) next|\b(?:now|then|and) what\b|\bwhat now\b|\band then\W*$|next step|after that|step (?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9])|(?:first|second|third|fourth|fifth|last|final) step",
            re.I,
        ),
        Wanted.STEP,
    ),
    (
        re.compile(
            r"流程|程序|步骤|哪些环节|哪[几些][步关]|几[步关道]|一步步|一步一步|全过程|从头到尾|怎么(?:走|办|弄|搞|申请|报销|请假|办理|操作|处理|做|借|用|开|买|采购|报|交|领|订|退|换|查)|咋(?:办|弄|走|申|报|请|借|交)|如何(?:办|申|报|操|处|进)|怎样|手续"
            r"|\bhow to\b|how (?:do|can|does|should|would|must|is|are|might) (?!.{0,12}(?:long|many|much))|how (?:about|would) (?:going|one go)|\bgo about\b|procedure|process|steps?\b|what do (?:i|we|you) (?:have to |need to )?do\b"
            r"|\b(?:talk|walk|take) me through",
            re.I,
        ),
        Wanted.PROCEDURE,
    ),
    (
        re.compile(
            r"几天|多久|多长|多少(?:时间|小时|个月|年|周)|什么时候|啥时候|何时|几个?(?:工作日|月|星期|小时|周)|哪一?天|哪日|期限|时限|多少天|多少个?工作日|截止|几日内|几号|几点|几小时|几(?:周)?年|几周"
            r"|how (?:long|soon|often|late|early|quickly|fast|old|far (?:in advance|ahead))|how many (?:(?:working|school|calendar|more) )?(?:days|weeks|months|hours|years|terms)|how much (?:notice|time|leave|warning)"
            r"|\bwhen\b|deadline|time limit|(?:by|until|till|from|on|before) what (?:date|day|time)|notice",
            re.I,
        ),
        Wanted.HOW_LONG,
    ),
    (
        re.compile(
            r"多少|几[个人名次成家份票位倍级门册本张件台辆间户页场条批米元块]|几分之|过半|比例|人数|法定人数|额度|上限|标准是|最[多少高低](?:能|可以)?(?:报|花|用|要|到|补|发)"
            r"|how (?:many|much|large|big|high|low)|quorum|majority|limit|maximum|minimum|what (?:amount|percentage|share|proportion|number|sum)|(?:what(?:'s|’s| is| are) the|which) (?:\w+ ){0,2}(?:most|least|rates?|fee|fine|price|amount|allowance)\b",
            re.I,
        ),
        Wanted.HOW_MANY,
    ),
    (
        re.compile(
            r"能不能|能否|可不可以|可否|可以.{0,20}吗|是否|是不是|要不要|需不需要|用不用|得不得|允不允许|准不准|有没有|需要.{0,20}吗|[吗么]\s*[？?]?$|算不算|行不行|好不好使"
            r"|^(?:can|may|do|does|did|is|are|was|were|must|should|shall|am|has|have|had|will|would|could|might|isn|aren|can't|don't|doesn't)\b|(?:[,;:.]|\bor|\band|\bbut)\s+(?:can|may|is|are|do|does|must|should|am|will|could)\b|\b(?:can|may|must) (?:i|we|a|the)\b",
            re.I,
        ),
        Wanted.WHETHER,
    ),
)
# 材料不齐怎么办 is about one step, and 请假怎么办 about all of them
_TROUBLE = re.compile(
    r"(?:不|没|未|错|漏|丢|缺|迟|逾期|过期|超|坏|失败|遗失|损坏|忘|驳回|退回|撤销|中断)[^，。？?]{0,6}?(?:怎么办|咋办|如何处理|怎么处理)"
    r"|\bwhat do (?:i|we|you) (?:have to |need to )?do if\b.*\b(?:not|n't|no|late|lost|lose|wrong|fail\w*|refus\w*|reject\w*|incomplete|missing|broken|damaged|expired?|forg[eo]t\w*)\b",
    re.I,
)
# what asks for nothing but what comes next, once it is said what has been done
_VAGUE = re.compile(
    "left|now|next|things?|further|else|anything|follows?|following|higher|下一|一步|步骤|接下|下来|接着|然后|后面|还有|还要|剩下|现在|步"
)
_SHORT = re.compile("['’](?:s|re|ve|ll|d|m)\\b")
# words of asking, courtesy and grammar: they say nothing of the matter
_IDLE_ZH = re.compile(
    r"哪(?:一?[个位级层]|几[个位]|些)?(?:部门|科室|处室|股室|单位|机构|领导|会议?(?![计员费])|人(?!员))|请问|麻烦|你好|您好|谢谢|我想(?:问|知道|了解)?|想问一下|一下|到底|究竟|谁来|由谁|找谁|谁|什么时候|什么人|什么|哪些|哪个|哪里|哪儿|哪位|哪一|哪级|哪|怎么办|怎么走|怎么|怎样|如何|为什么|多少|多久|多长|几|"
    r"能不能|可不可以|可否|能否|是否|要不要|需不需要|有没有|是不是|可以|需要|应该|应当|必须|要|吗|呢|吧|啊|呀|么|的话|的|了|在|是|有|我们|我|你们|你|他|她|它|这个|那个|这|那|和|与|或者|或|及|把|被|给|对|从|到|于|就|都|也|还|又|再|会|能|该|让|(?<!宴)请(?![假客])|来|去|吗|一个|一些|才|等|以后|之后|之前|时候|时|里|上|下|中|后|前|为|以|不|没|所|其|按照|按|根据|规定"
)
_IDLE_EN = frozenset(
    re.findall(
        r"\S+",
        "a an the of to in on at for by with from as is are was were be been being am do does did has have "
        "had having can could may might must shall should will would i me my we our us you your he she it "
        "its they their them this that these those there here who whom whose which what when where why how "
        "much many long if then than or and but not no so up out about into over please tell know need "
        "want get got go goes going any some somebody someone anyone one us more most after before again "
        "just only also still let lets s t re ve ll d m is isn aren don doesn says say said rule rules "
        "policy happen happens come comes next make made take takes give given gets ",
    )
)


_HAN = re.compile("[㐀-鿿]+")
_LATIN = re.compile("[A-Za-z]+")


@lru_cache(maxsize=16384)
def language(text: str) -> Language:
    """Return the language a question is written in: Chinese when Chinese characters carry it."""
    cjk = sum(map(len, _HAN.findall(text)))
    return "zh" if cjk and cjk >= len(_LATIN.findall(text)) else "en"


def terms(text: str, lang: Language) -> tuple[str, ...]:
    """Return the words that carry the matter: Chinese in pairs of characters, English word by word."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept: list[str] = []
    for run in re.findall(r"[㐀-鿿]+", plain):
        for piece in _IDLE_ZH.sub(" ", run).split():
            kept += [piece[i : i + 2] for i in range(max(1, len(piece) - 1))]
    kept += [w for w in re.findall(r"[a-z][a-z'’-]*[a-z]|[0-9][0-9.,]*[a-z%]*", plain) if w not in _IDLE_EN]
    return tuple(dict.fromkeys(kept))


def understand(text: str, today: date | None = None, own: Sequence[Term] = ()) -> Question:
    """Read a question; whatever it is, something is made of it.

    `today` is what 去年 is told from, `own` the glossary that an admin keeps.
    """
    shown = unicodedata.normalize("NFKC", text)
    lang = language(shown)
    on, _ = told_day(shown, today)
    _, span = told_day(text, today)
    named, former_rules = edition(shown), former(shown)
    step = pointed(shown)
    matter = text if named else undated(text, span)
    matter = unpointed(matter) if step else matter
    asked = acts(shown, lang)
    wanted = next((kind for pattern, kind in _WANTED if pattern.search(shown)), Wanted.WHAT)
    if wanted is Wanted.PROCEDURE and _TROUBLE.search(shown):
        wanted = Wanted.WHAT
    before, asks = done(shown)
    if before and not _VAGUE.sub("", "".join(terms(_SHORT.sub("", asks), lang))):
        wanted = Wanted.STEP
    if asked and wanted is not Wanted.STEP:
        wanted = Wanted.WHO
    found = terms(matter, lang)
    return Question(
        text=text,
        matter=matter,
        language=lang,
        wanted=wanted,
        step=step,
        ahead=ahead(shown),
        done=before,
        acts=asked,
        on=on,
        edition=named,
        former=former_rules,
        terms=found,
        across=glossary.across(found, shown, own),
    )
