"""Acts that go by several names: who hears an appeal reviews or decides, who writes a paper proposes or carries out,
who keeps a record watches over it."""

import re

from bot.answering.asked.acts.asking import Acts
from corpus.models import Act

# 不服, I was refused: who hears it looks at it again and decides, and rulebooks and askers name it either
AGAIN = re.compile(
    r"不服|不认可?|申诉|投诉|举报|复核|复议|复查|复审|异议|冤|告(?=到|谁|哪)|申辩"
    r"|\b(?:appeal\w*|complain\w*|grievances?|dispute\w*|disagree\w*|contest\w*|refused|rejected|turned (?:\w+ )?down|look again|said no)\b",
    re.IGNORECASE,
)
HEARS = (Act.DECIDE, Act.REVIEW)
# who writes it proposes it to those who decide, or does what there was to do
_DRAFTS = re.compile(
    r"谁[^，,。？?]{0,6}(?:写|起草|草拟|编|拟|攒|执笔|主笔|汇总)|(?:写|起草|草拟|编[写制]|拟定?|汇总|执笔|主笔)[^，,。？?]{0,4}[谁哪]"
    r"|\b(?:writes?|prepares?|draws? up|drafts?|types? up|puts? (?:\w+ ){0,4}?together|compiles?|produces?)\b",
    re.IGNORECASE,
)
# whose yes comes before, or beside, that of another
_FIRST = re.compile(
    r"先[^，,。？?]{0,10}(?:同意|点头|签|确认|过目)|会签|确认|\b(?:countersign\w*|confirms?|agrees? first)\b",
    re.IGNORECASE,
)

# whose hands a record is in watches over it, or does what there is to do: who keeps the book, holds on to the papers
RECORD = (
    r"(?:lists?|books?|registers?|records?|logs?|files?|papers?|paperwork|documents?|forms?|cop(?:y|ies)|minutes|folders?|ledgers?"
    r"|stamps?|seals?|certificates?|letters?|contracts?|drawings|archives?)"
)
_KEEPS = re.compile(
    r"\b(?:who|which \w+|what \w+|whom)\b[^?.;]{0,20}?\b(?:keeps?|holds?(?: on)?(?: to)?|stores?|hangs? on(?:to| to)|looks after|has(?: got)?)"
    rf" (?:(?:it|them|these|those)\b(?! (?:up|to|an?|informed|posted))|(?:[\w'’-]+ ){{0,6}}?{RECORD}\b(?! up to date))"
    rf"|\b(?:who|which \w+) (?:files|archives) (?:[\w'’-]+ ){{1,4}}?{RECORD}\b"
    r"|\b(?:kept|held|stored|filed)(?: on file)?(?: by| with) (?:who|whom|which)\b|\bwith whom\b.*\b(?:kept|held|stored|filed)\b",
    re.IGNORECASE,
)
KEPT = (Act.CARRY_OUT, Act.SUPERVISE)
# with whom papers are filed watches over them; who keeps a seal or a key carries that out; rulebooks name either
_FILED = re.compile("[放存收留搁](?:着|在|到)(?!.*(?:保管|手[里上]))")
_KEPT_ZH = "[放存收留搁拿](?:着|起来)|保[管存]|存[档放查]|归档|留[存底]|收存"
_KEEPS_ZH = re.compile(
    rf"[谁哪][^，,。？?]{{0,5}}(?:{_KEPT_ZH})[的了吗呢啊]?(?=$|[，,。？?])"
    rf"|[放存收留搁交归](?:到|在|给)?[谁哪][^，,。？?]{{0,6}}(?:{_KEPT_ZH}|管着|手[里上])"
    r"|(?<!发)[放存搁](?:到|在)[谁哪][^，,。？?批签定]{0,6}(?=$|[，,。？?])"
    r"|在(?:谁|哪[个位])[^，,。？?]{0,3}手[里上]"
)


def besides(text: str, told: Acts) -> Acts:
    """Return the acts that a question asks for with those by which others call what it asks."""
    first = told[0] if told else None
    if first in (Act.CARRY_OUT, Act.SUPERVISE) and _KEEPS.search(text):
        return tuple(dict.fromkeys((*told[:1], *KEPT, *told[1:])))
    if first and _KEEPS_ZH.search(text):
        filed = first is Act.SUPERVISE or _FILED.search(text)
        return (Act.SUPERVISE, Act.CARRY_OUT) if filed else (Act.CARRY_OUT, Act.SUPERVISE)
    if first in (Act.PROPOSE, Act.CARRY_OUT) and _DRAFTS.search(text):
        return tuple(dict.fromkeys((*told[:1], Act.PROPOSE, Act.CARRY_OUT, *told[1:])))
    if first in (Act.DECIDE, Act.REVIEW, Act.CARRY_OUT) and AGAIN.search(text):
        return tuple(dict.fromkeys((*told, *HEARS)))
    if first is Act.DECIDE and _FIRST.search(text):
        return tuple(dict.fromkeys((*told, Act.REVIEW)))
    return told
