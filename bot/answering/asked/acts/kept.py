"""Who keeps something: that goes by two names, to watch over it and to do what there is to be done with it."""

import re

from bot.answering.asked.acts.asking import Acts
from corpus.models import Act

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
_IN_HAND = "[放存收留搁拿](?:着|起来)|保[管存]|存[档放查]|归档|留[存底]|收存"
_KEEPS_ZH = re.compile(
    rf"[谁哪][^，,。？?]{{0,5}}(?:{_IN_HAND})[的了吗呢啊]?(?=$|[，,。？?])"
    rf"|[放存收留搁交归](?:到|在|给)?[谁哪][^，,。？?]{{0,6}}(?:{_IN_HAND}|管着|手[里上])"
    r"|(?<!发)[放存搁](?:到|在)[谁哪][^，,。？?批签定]{0,6}(?=$|[，,。？?])"
    r"|在(?:谁|哪[个位])[^，,。？?]{0,3}手[里上]"
)


def kept(text: str, told: Acts) -> Acts:
    """Return the acts that a question asks for by who keeps something, the likelier first; none where it doesn't."""
    first = told[0]
    if first in KEPT and _KEEPS.search(text):
        return tuple(dict.fromkeys((first, *KEPT, *told[1:])))
    if _KEEPS_ZH.search(text):
        filed = first is Act.SUPERVISE or _FILED.search(text)
        return KEPT[::-1] if filed else KEPT
    return ()
