"""Which act an English question asks for: of its verb's subject, of a passive's doer, of the one a thing is put to."""

import re
from collections.abc import Sequence

from bot.answering.asked.acts.asking import Acts, Asking
from bot.answering.asked.acts.english_verbs import COUNTS, LIGHT, STAND_IN, acts_of, stated
from bot.answering.asked.acts.spoken import Said, anchored, verbs
from corpus.models import Act
from corpus.rules.english.grammar.heads import singular
from corpus.rules.english.grammar.parts import as_participle
from corpus.rules.english.grammar.verbs import CONSENTS, NOUN_ACTS, act_of, form_of
from corpus.rules.english.grammar.words import DETERMINERS, closed, words

# who do I ask, who should we tell: the one a thing is put to
_PRONOUN = r"(?:i|we|you|they|he|she|one|it|this|that|these|those|people|staff|employees)"
_TO = re.compile(
    rf"\s*(?:else )?(?:(?:do|does|did|should|must|can|could|would|will|shall)\s+(?:{_PRONOUN}|(?:the|my|our|an?)\s+[\w-]+(?:\s[\w-]+)?)"
    rf"|(?:am|is|are|was|were|have|has)\s+{_PRONOUN}\s+(?:(?:got|supposed|meant|expected|due)\s+)?to)\s+"
    r"(?:(?:have|need|got|supposed|meant|first|also|still|then|actually|to)\s+)*(?P<verb>[\w-]+)",
    re.IGNORECASE,
)
# "does the filing" is no question of where the filing goes
_DOES = re.compile(r"\s*(?:does|do|did) (?:the|my|our|an?)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(by|at|with|under|before|from)\s+$", re.IGNORECASE)
_TO_WHOM = re.compile(r"\bto\s+$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s*(?:is|are|was|were|must|should|can|may|shall|has|have)\b.*\w(?:ed|en|ade|ent|old|iven)\b",
    re.IGNORECASE | re.DOTALL,
)
_TOLD_TO = re.compile(r"\b(?:report|notif|announc|disclos|told|copied)\w*", re.IGNORECASE)
_SPOKEN_TO = re.compile(
    r"(?:speak|talk|ring|call|phone|e-?mail|text|write|give|hand|return|send|drop|leave|bring|take|deliver|show)\b",
    re.I,
)
_TOLD = re.compile(r"(?:tell|notify|inform|alert|report|let|warn|update)\b", re.IGNORECASE)
_ASSENT = re.compile(
    r"\b(?:permission|approv\w+|sign\w*|consent|ok|okay|go-?ahead|authori\w+|yes|agree\w*|decision)\b", re.I
)
# who is it to be signed by, who was it put forward by
_DONE_BY = re.compile(r"\b(?P<verb>[\w-]+(?: (?:off|up|out|over|down|forward|through))?) by\s*$", re.IGNORECASE)
_SAYS_ACT = re.compile(r"(?:call|say|say-so|ok|okay|nod|word|vote|power|authority|hands)\b", re.IGNORECASE)
# which staff may park here
_PEOPLE = re.compile(r"\b(?:staff|people|persons|members)$", re.IGNORECASE)
_MAY = re.compile(r"\s*(?:can|may|could|are allowed|get to)\b", re.IGNORECASE)
# across whose desk a thing must go
_DESK = re.compile(r"\s*(?:desk|table|inbox|door|office|budget|name|stamp|initials)\b|\W*$", re.IGNORECASE)
# who checks the lamps every week, who has a look at them now and again: a check that comes round watches over a thing
_AGAIN = re.compile(
    r"\b(?:check|look|test)\w*\b.*\b(?:every|each|once|twice|regularly|(?:dai|week|month|quarter|term|year)ly|now and (?:again|then)"
    r"|from time to time|(?:a|per) (?:day|week|month|quarter|term|year))\b",
    re.IGNORECASE,
)
_MAKES_SURE = re.compile(
    r"\b(?:mak(?:es?|ing) (?:\w+ )?(?:sure|certain)|ensures?|sees? (?:to it )?that)\b", re.IGNORECASE
)
# "can I start it myself or who has to": what is done stands before
_LEFT_OUT = re.compile(r"\s+(?:has|have|needs?|ought|is) to\W*|\s+(?:must|should|does)\W*", re.IGNORECASE)
# who has to report on it, chips in | before it is voted on
_HAS_SAY = re.compile(
    r"\s+(?:(?:has|have|needs?|gets?|is|must|should) (?:to )?)?(?:reports? on|gives? (?:an?|their|its) (?:\w+ )?(?:report|view|verdict|opinion)|backs?|weighs? in|chips? in)\b",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"(?:go|take (?:it|this|that)) (?:over\b.{1,30}\bheads?|above|higher|next|further)\b", re.IGNORECASE
)
_TASK = re.compile(r"(?:job|task|duty|responsibility|role|business|turn|remit|place)\b", re.IGNORECASE)


def acts(text: str, who: Asking) -> Acts:
    """Return the acts whose actor may be asked for, the likeliest first; none of somebody who does nothing."""
    own = text[who.end : who.closed]
    if text[who.start : who.end].lower() == "whose":
        return _of_owner(text, who)
    if done := _DONE_BY.search(own):
        return (_act_of(done["verb"]),)
    if put_before := _BEFORE.search(text, who.opened, who.start):
        return _done_by(text, who, put_before[1].lower())
    if _TO_WHOM.search(text, who.opened, who.start) and _PASSIVE.match(own):
        return _handed_to(own)
    if not COUNTS.match(own) and (put := _TO.match(text, who.end)) and (_base(put["verb"]) or not _DOES.match(own)):
        return _put_to(text, put, who)
    if _LEFT_OUT.fullmatch(own) and any(one.start < who.start for one in verbs(text, "en")):
        return _elsewhere(text, who)
    told = acts_of(own, re.search(r"['’]s$", text[: who.end]) is not None)
    if told is None:
        return _elsewhere(text, who)
    if _HAS_SAY.match(own) and text.startswith("before", who.closed):
        return (Act.REVIEW,)
    if told in ((Act.REVIEW,), (Act.SUPERVISE,)):
        return _watching(told[0], own)
    return () if len(told) > 1 and _PEOPLE.search(text[who.start : who.end]) and _MAY.match(own) else told


def _watching(act: Act, own: str) -> Acts:
    """Return what may be asked of whoever looks at a thing: to check it once and to watch over it are worded alike."""
    if act is Act.REVIEW:
        return (Act.SUPERVISE, Act.REVIEW) if _AGAIN.search(own) else (act,)
    return (act, Act.CARRY_OUT) if _MAKES_SURE.search(own) else (act, Act.REVIEW)


def _base(word: str) -> bool:
    """Tell whether a word may be a verb as it stands behind do and must: "who does the form go to"."""
    form = form_of(word.lower())
    return (
        form.kind == "b"
        if form
        else not word.endswith("s") and not closed(word.lower()) and word.lower() not in DETERMINERS
    )


def _of_owner(text: str, who: Asking) -> Acts:
    """Return the act of the one whose word, advice or task a question is about."""
    own = text[who.end : who.closed]
    for noun in re.finditer(r"[\w-]+", own[:60]):
        if noun[0].lower() in ("eye", "eyes"):
            return (Act.REVIEW,)
        if _TASK.match(noun[0]):
            to = re.search(r"\b(?:to|of)\b\s*", own[noun.end() :])
            does = acts_of(f" {own[noun.end() + to.end() :]}", False) if to else None
            return (Act.CARRY_OUT,) if does is None else does
        if _SAYS_ACT.match(noun[0]) or noun[0].lower() in CONSENTS:
            return (Act.DECIDE,)
        if act := NOUN_ACTS.get(noun[0].lower()) or NOUN_ACTS.get(singular(noun[0].lower())):
            return (act,)
        if form_of(noun[0].lower()) or closed(noun[0].lower()):
            break
    said = any(who.end <= one.start < who.closed for one in verbs(text, "en"))
    return _elsewhere(text, who) if said or _DESK.match(own) else ()


def _done_by(text: str, who: Asking, link: str) -> Acts:
    """Return the act of a passive whose doer or place is asked for: by whom is it approved, at what level settled."""
    own = text[who.end : who.closed]
    done = [word for word in words(own) if as_participle(word)]
    act = _act_of(own[done[-1].start :]) if done else Act.CARRY_OUT
    form = as_participle(done[-1]) if done else None
    if form and form.base not in LIGHT - {"put"} and (link == "by" or act is not Act.CARRY_OUT):
        return (act,)
    nouns = [noun for word in words(own) if (noun := NOUN_ACTS.get(word.low)) and noun is not Act.CARRY_OUT]
    if nouns:
        return (nouns[0],)
    return (Act.CARRY_OUT, Act.DECIDE) if done and link == "by" else acts_of(own, False) or _elsewhere(text, who)


def _handed_to(own: str) -> Acts:
    """Return the act of the one to whom a thing is put: to whom is it reported, to which body is an appeal made."""
    if _TOLD_TO.search(own):
        return (Act.SUPERVISE,)
    return (Act.DECIDE,) if _ASSENT.search(own) or "appeal" in own.lower() else (Act.CARRY_OUT, Act.DECIDE)


def _act_of(participle: str) -> Act:
    """Return the act of a participle: signed, put forward."""
    return anchored(participle, 0, len(participle)) or act_of(participle) or Act.CARRY_OUT


def _put_to(text: str, put: re.Match[str], who: Asking) -> Acts:
    """Return the act of the one whom somebody is to ask, tell or send something."""
    rest = text[put.start("verb") : who.closed]
    if _TOLD.match(rest):
        return (Act.SUPERVISE,)
    if _ASSENT.search(rest) or _HIGHER.match(rest):
        return (Act.DECIDE,)
    told = [one.act for one in verbs(rest, "en") if one.act is not Act.PROPOSE]
    if told:
        return (told[0],)
    return (Act.CARRY_OUT, Act.DECIDE) if _SPOKEN_TO.match(rest) else (Act.DECIDE, Act.CARRY_OUT)


def _elsewhere(text: str, who: Asking) -> Acts:
    """Return the act where no verb stands behind the question word: of what stands before it, or else nearest."""
    before = text[who.opened : who.start].strip()
    if before and not text[who.end : who.closed].strip() and (act := stated(f"{before} {STAND_IN}.")):
        return (act,)
    told: Sequence[Said] = verbs(text, "en")
    own = [one for one in told if who.opened <= one.start < who.start]
    if own:
        return (own[-1].act,)
    earlier, later = [one for one in told if one.start < who.opened], [one for one in told if one.start >= who.closed]
    near = (later or earlier[::-1])[:1]
    return (near[0].act,) if near else (Act.DECIDE, Act.CARRY_OUT)
