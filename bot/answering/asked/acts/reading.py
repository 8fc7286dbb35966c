"""Which act a question asks the actor of: 谁批, 由谁负责, who signs off, whose advice."""

import re

from bot.answering.asked.acts import chinese, chinese_words, english, english_words
from bot.answering.asked.acts.asking import Acts
from bot.answering.asked.acts.guesses import guessed
from bot.answering.asked.acts.named import named
from bot.answering.asked.acts.several import besides
from bot.answering.asked.acts.spoken import verbs
from bot.answering.asked.acts.unworded import needed, unworded
from bot.answering.models import Language
from corpus.models import Act
from corpus.rules.chinese.grammar.phrases import prepared
from corpus.rules.english.wording import deeds

# somebody who may know is not the one asked for: who can tell me who approves, 谁知道找谁批
_KNOWS = re.compile(
    r"(?:有没有人|有谁|谁)(?:能|可以)?(?:知道|清楚|了解|晓得|告诉我|说说|给我?说)(?=.{0,40}[谁哪])"
    r"|\b(?:who|anyone|anybody|someone)(?: here)?(?: can| could| might| would)? (?:know|tell|explain)s?(?: to)?(?: me| us)?(?: about)?(?=.{0,80}\b(?:who|which|whose))",
    re.IGNORECASE,
)
# 由班组推荐还是车间推荐, does the dean or the provost approve it: which of two does what is said
_EITHER_ZH = re.compile(r"(?:由|归|让|是(?![否不]))[^，,。？?谁哪]{1,14}还是[^，,。？?谁哪吗]{1,14}")
_TWICE = re.compile(r"[^，,。？?谁哪]{0,14}?(?P<does>[一-鿿]{1,2})还是[^，,。？?谁哪吗]{1,12}(?P=does)(?=$|[，,。？?])")
_EITHER_EN = re.compile(
    r"\b(?:do|does|did|must|should|will|would|is it) (?=[^,.;?]+ or )(?P<said>[^,.;?]+)", re.IGNORECASE
)


# 那位批, "whos ok": question words as they are mistyped, where a question has no other
_SLIP_ZH = re.compile(
    r"那(?=一?[位级]|个(?:会|部门?|科室?|处室?|领导|人[批管定签审办])|些(?:人|部门|领导)[要批管定签审办]|[里儿][批管定签审办])"
)
_ASKS_ZH = re.compile("[谁哪吗么何几怎]|多少|是不是|能不能")
_SLANG = re.compile(r"\b(?:gotta|gonna|wanna|hafta)\b", re.IGNORECASE)
_MEANT = {"gotta": "got to", "gonna": "going to", "wanna": "want to", "hafta": "have to"}
_THRU = re.compile(r"\bthru\b", re.IGNORECASE)
_SLIP_EN = re.compile(r"\bwhos\b", re.IGNORECASE)
_OWNED = re.compile(
    r"\s+(?:ok(?:ay)?|job|call|decision|approval|permission|say|signature|consent|yes|word|go-?ahead)\b"
)


def _spelt(text: str) -> str:
    """Return a question with a mistyped question word put right."""
    if not _ASKS_ZH.search(text):
        text = _SLIP_ZH.sub("哪", text)
    text = _SLANG.sub(lambda m: _MEANT[m[0].lower()], _THRU.sub("through", text))
    return _SLIP_EN.sub(lambda m: "whose" if _OWNED.match(text, m.end()) else "who's", text)


def acts(text: str, lang: Language) -> Acts:
    """Return the acts whose actor may be asked for, the likeliest first; none where no actor is asked for."""
    text = _KNOWS.sub(lambda m: " " * len(m[0]), _spelt(text))
    told = _zh_acts(text) if lang == "zh" else _en_acts(text)
    return besides(text, told or unworded(text, lang))


def _zh_acts(text: str) -> Acts:
    told = _zh(text) if chinese_words.asking(text) else _either_zh(text) or needed(text)
    return told or named(text, "zh")


def _en_acts(text: str) -> Acts:
    asking = english_words.asking(text)
    if asking:
        return english.acts(text, asking)
    return _either_en(text) or needed(text) or named(text, "en") or guessed(text)


def _zh(text: str) -> Acts:
    """Return what the first of a question's words for an actor asks that asks for one: 租给谁、收多少谁定."""
    while who := chinese_words.asking(text):
        if found := chinese.acts(text, who):
            return found
        text = f"{text[: who.start]}{'那' * (who.end - who.start)}{text[who.end :]}"
    return ()


def _either_zh(text: str) -> Acts:
    """Return the act that one of two does, as a question has it: 由班组推荐还是车间推荐."""
    either = _EITHER_ZH.search(text) or _TWICE.search(text)
    said = [one for one in verbs(text, "zh") if either and either.start() < one.start and one.end == either.end()]
    named = either and any(either.start() < end < either.end() for end in prepared(text).ends)
    return (said[-1].act,) if said and either and (named or either[0][0] != "是") else ()


def _either_en(text: str) -> Acts:
    """Return the act that one of two does, as a question has it: "does the dean or the provost approve it"."""
    either = _EITHER_EN.search(text)
    words = f"{either['said']}." if either else ""
    said = [one for one in deeds(words) if not words[: one.start].lower().endswith(("by ", "by the ", "by a "))]
    told = [one.act for one in said if one.act is not Act.CARRY_OUT]
    return (told[0],) if told else (said[0].act,) if len({one.actor for one in said}) > 1 else ()
