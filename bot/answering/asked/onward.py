"""Going through a procedure step by step: which step a question points to, and messages that ask for the next."""

import re

from corpus.quantities.numbers import number

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_N = r"[一二三四五六七八九十\d]{1,3}"
_STEP = re.compile(
    rf"第\s*(?P<zh>{_N})\s*(?:个?步骤?|道工序|个环节)|\bstep\s+(?:no\.?\s*)?(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)})\b"
    rf"|\b(?P<nth>{'|'.join(_ORDINALS)})\s+step\b",
    re.I,
)
LAST = -1
_LAST = re.compile(r"最后一(?:个?步骤?|道工序|个环节)|\b(?:last|final)\s+step\b", re.I)
_NEXT = re.compile(
    r"下一步|接下来|然后呢|再然后|再往后|之后呢|以后呢|下一?(?:个|道|关)(?:环节|手续|关口|工序)"
    r"|what(?:'s|’s|s| is| comes| happens)?\s+next\b|\bwhat now\b|\bnext step|\bafter that\b|\band then\b",
    re.I,
)
_WHAT_ZH = r"(?:呢|是|要|该|由|找|归|谁|什么|啥|干嘛|干什么|做什么|干啥|怎么|办|做|来|负责|管|有|还有|的|了)*"
_WHAT_EN = r"what(?:'s|’s|s| is| comes| happens)?"
_ASKED_EN = (
    rf"(?:who (?:does|handles|is responsible for|carries out|do i (?:see|ask) for)|{_WHAT_EN}|what happens (?:at|in)"
    r"|how about|what about)"
)
_STEP_EN = rf"(?:step\s+(?:\d{{1,2}}|{'|'.join(_COUNTS)})|(?:{'|'.join(_ORDINALS)}|last|final|next)\s+(?:step|one))"
_ONWARD = re.compile(
    rf"(?:那么?|好的?|嗯|然后|再|ok)?[，,\s]*(?:(?:再|接着|然后)?(?:下一步|接下来|然后|之后|后面|往后|以后){_WHAT_ZH}"
    rf"|(?:第\s*{_N}\s*|最后一)个?步骤?{_WHAT_ZH})[\s。．.!！?？]*"
    rf"|(?:and|ok(?:ay)?|so|then|right)?[,\s]*(?:and\s+)?(?:then|what now|(?:{_WHAT_EN}\s+)?(?:next|after that)"
    rf"|(?:{_ASKED_EN}\s+)?(?:the\s+)?{_STEP_EN})[\s.!?]*",
    re.I,
)
_DONE_ZH = re.compile(
    r"(?:那么?|好的?)?[，,\s]*(?P<done>[^谁哪几怎吗么如果若是万一要？?，,]{1,10}?(?:了|完|好|过)(?:以后|之后|后)?)呢[\s?？。]*"
)
_DONE_EN = re.compile(
    r"(?:and|ok(?:ay)?|so|then)?[,\s]*(?P<done>(?:once|when|after)\s+(?!hours)(?:(?!\b(?:who|what|which|how|where|can|may)\b)[^?,]){3,40})[?\s]*",
    re.I,
)
# what somebody says has been done, before they ask: "finance has checked it, who signs?"; 法务审过了，找谁
_SAID_DONE = (
    re.compile(
        r"^(?P<done>(?!(?:for|in|at|on|with|without|under|during|as|to|which|what|who|where|when|how|why)\b)(?=[^?]*(?:\b(?:have|has|had|is|are|was|were|did|didn|said|gave|made|sent|put|wrote|took|went|got|told|saw|met|heard|lost|won|found|paid|chose|held|thinks?|says)\b|['’](?:ve|s|re|d)\b|\w{2}ed\b))[^?]{8,}?)"
        r"[,;.–—-]+\s*(?P<asks>(?:and|so|but|then)?\s*(?:who|what|where|when|how|which|can|may|must|do|does|is|are|am|anything|anyone|anybody|next|now)\b[^,?]*\?*)\s*$",
        re.I,
    ),
    re.compile(
        r"^(?P<done>[^？?]{2,}?(?:了|(?<!要)(?<!经)过|完|好|毕|掉|上去|下来|之后|以后|(?<!最)后|通过|同意|不批|没批|驳回|退回))[，,。；;\s]*"
        r"(?P<asks>(?:那么?|然后|接着|再|还|我|现在)?[^，,。；;]*(?:谁|哪|什么|啥|怎|多久|几|吗|呢|么|何)[^，,。；;]*)$"
    ),
    re.compile(
        r"^(?P<done>[^？?]{2,})[，,。；;\s](?P<asks>(?:那么?|然后|接着|再|还|我|现在)*(?:下一步|接下来|接着|然后|再往后|后面|下面|之后|还剩|还差|还要|再)[^，,。；;]*)$"
    ),
)


def done(text: str) -> tuple[str, str]:
    """Return what a question says has been done already, and what it asks then; nothing of either where it doesn't."""
    found = next((match for pattern in _SAID_DONE if (match := pattern.match(text.strip()))), None)
    return (found["done"], found["asks"]) if found else ("", "")


def pointed(text: str) -> int:
    """Return the number of the step that a question names, LAST for the last one, 0 for none."""
    found = _STEP.search(text)
    if found is None:
        return LAST if _LAST.search(text) else 0
    if found["nth"]:
        return _ORDINALS.index(found["nth"].lower()) + 1
    said = (found["zh"] or found["n"]).lower()
    return _COUNTS.index(said) + 1 if said in _COUNTS else int(number(said) or 0)


def unpointed(text: str) -> str:
    """Return a question without the number of the step it names, unless nothing else would be left."""
    left = _LAST.sub(" ", _STEP.sub(" ", text)).strip(" ,，、")
    return left if re.search(r"[^\W\d_]{3}", left) else text


def ahead(text: str) -> int:
    """Return by how many steps a question looks ahead of the one it speaks of."""
    return len(_NEXT.findall(text))


def onward(text: str) -> str:
    """Return what a message adds to the question before when it only asks for a step of the same, "" for any other."""
    if _ONWARD.fullmatch(text.strip()):
        if named := _STEP.search(text) or _LAST.search(text):
            return named[0]
        return re.sub(r"^(?:那么?|好的?|嗯|ok)[，,\s]*|[\s。．.!！?？]+$", "", text.strip(), flags=re.I)
    if found := _DONE_ZH.fullmatch(text.strip()):
        return f"{found['done']}，接下来呢"
    if found := _DONE_EN.fullmatch(text.strip()):
        return f"{found['done'].strip()}, what next"
    return ""
