"""Which act the words behind an English question word say: their verb, its voice, its object and its mood.

They are read as rules are, with a body's name in the place of the question word.
"""

import re
from collections.abc import Sequence

from bot.answering.asked.acts.asking import Acts
from bot.answering.asked.acts.english_posts import charged, of_post
from bot.answering.asked.acts.spoken import anchored, verbs
from corpus.models import Act
from corpus.rules.english.acts.light import ENACTED, MOTIONS
from corpus.rules.english.grammar.heads import singular
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.phrases import phrases
from corpus.rules.english.grammar.verbs import ACTS, NOUN_ACTS, form_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.wording import deeds

STAND_IN = "the Board"
# get to, go to, be allowed to: what stands before the verb that counts
_RAISING = word_set("get go suppose mean need want have tend happen allow use ought ask like try come expect end-up")
_TOLD_OF = word_set("inform notify tell warn alert copy brief update")
_HEARD = word_set("consult ask hear involve sound approach canvass")
_ALLOWED = word_set("authorise authorize allow entitle empower permit license clear")
_CHARGED = word_set("charge task entrust")
# verbs that say nothing without their object: give consent, keep watch
LIGHT = word_set(
    "bring give make take have hold get do put keep raise offer issue cast reach bear exercise want need provide express"
)
# verbs whose act their object tells
_BY_COMPANY = word_set("move lay set order")
_RIGHT = re.compile(r"(?:[\w-]+ ){0,2}?(?:power|authority|right|rights|freedom)\b(?: to (?P<to>.+))?", re.IGNORECASE)
# who may be one of those whom a matter concerns does nothing that a rule gives to somebody
_BELONGS = re.compile(
    r"(?:sits?|serves?)\b(?: (?:on|in(?! judg)|as)\b|\W*$)|counts? as\b|(?:belongs?|attends?(?! to)|joins?|comes?(?! (?:up|to a decision))|meets?(?= (?:on|in|at|every)\b|\W*$)|benefits?|qualif(?:y|ies)|makes? up (?:the|a)\b|ha(?:s|ve) (?:voting rights|an? vote|(?:the )?(?:most|more|fewest)))\b",
    re.I,
)
_CONTACTS = re.compile(
    r"(?:contact|lead|owner|person in charge|point person|go-to|caretaker|organi[sz]er|manager of)\b", re.I
)
# "responsible for", "in charge of", "behind", "the one who"
_IN_CHARGE = re.compile(
    r"\s*(?:\w+ly )?(?:responsible|accountable|answerable|in charge|on the hook|down|tasked|charged)\b(?: (?:for|of|to|with)\b\s*(?P<of>.*))?",
    re.I | re.S,
)
_CONTENT = re.compile(
    r"\s*(?:(?:the )?final\b(?! year| draft)|happy|satisfied|content|comfortable|in agreement|on board|ok|okay)\b", re.I
)
_IS_WHO = re.compile(r"\s*(?:it|the (?:[\w-]+ ){1,3}?|the one|there) ?(?:that|who|to)\b\s*(?P<does>.+)", re.I | re.S)
_ABLE = re.compile(
    r"\s*(?:able|in a position|supposed|meant|free|due|likely|obliged|bound|eligible|qualified|fit|going)\s+to\s+(?P<does>.+)",
    re.I | re.S,
)
# a count that comes round or unannounced watches over a thing
COUNTS = re.compile(
    r"\s*(?:\w+ly )?do(?:es)? (?:the |an? |our |your )?(?:surprise|spot|unannounced|random|yearly|annual|monthly|weekly|quarterly)[ -](?:\w+ )?(?:counts?|stock-?takes?|inspections?)\b",
    re.I,
)
_DOES = re.compile(r"\s*(?:\w+ly )?(?:does|do|did) (?:the|an?|our|your|all) (?P<what>.+)", re.I | re.S)
# the one to ask for a refund
_TURNED_TO = re.compile(r"(?:ask|see|go to|turn to|talk to|speak to)\b", re.I)
_A_POST = re.compile(
    r"\s*(?:the|an?|our|your|their|my)\s+(?:[\w-]+\s+){0,3}?(?P<post>decision[ -]maker|[\w-]+)\s*(?:$|(?:for|of|on|in|at|here|to)\b)",
    re.I,
)


def acts_of(own: str, be: bool) -> Acts | None:
    """Return the acts that words say behind a question word, () where they say none, None where there is no verb."""
    if be and own.lstrip().startswith("got "):
        own, be = " has " + own.lstrip()[4:], False
    if COUNTS.match(own):
        return (Act.SUPERVISE, Act.CARRY_OUT)
    if does := _DOES.match(own):
        return charged(does["what"])
    sentence = f"{STAND_IN.capitalize()}{' is' if be else ''}{own}."
    ph = phrases(sentence)
    n = next((k for k, p in enumerate(ph) if p.kind == "verb" and k and (p.finite or p.form == "g")), -1)
    if n < 0 or _too_far(ph, n):
        return _unknown(own)
    power = False
    while ph[n].base in _RAISING and n + 1 < len(ph) and ph[n + 1].kind == "verb" and ph[n + 1].infinitive:
        power = power or ph[n].base in _ALLOWED
        n += 1
    if ph[n].base in ("go", "come", "keep") and n + 1 < len(ph) and (m := _next_doing(ph, n)):
        n = m
    if ph[n].base == "be" and not ph[n].passive:
        return _copula(sentence[ph[n].end : -1])
    return _of_verb(sentence, ph, n, power or ph[n].modal == "may")


def _next_doing(ph: Sequence[Phrase], n: int) -> int:
    """Return where the verb in -ing stands that says what somebody goes about: goes round checking."""
    past = n + 2 if ph[n + 1].kind in ("adv", "prep") or ph[n + 1].low in ("round", "around") else n + 1
    return past if past < len(ph) and ph[past].kind == "verb" and ph[past].form == "g" else 0


def _too_far(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether other words than those of a place stand between who acts and a verb: what looks like one is none."""
    between = ph[1:n]
    return ph[0].end > len(STAND_IN) or any(
        not (p.kind in ("adv", "prep") or p.kind == "name" and between[k - 1].kind == "prep" and k)
        for k, p in enumerate(between)
    )


def _of_verb(sentence: str, ph: Sequence[Phrase], n: int, power: bool) -> Acts:
    """Return the acts of a group of verbs whose subject is asked for; `power` where somebody is said to be able."""
    verb = ph[n]
    start = _start(verb)
    if verb.passive:
        return _undergone(sentence, ph, n)
    if _BELONGS.match(sentence, start) or verb.base == "vote" and verb.modal == "may":
        return ()
    said = _of_object(sentence, ph, n, start) if verb.base in LIGHT else anchored(sentence, start, len(sentence))
    if verb.base in ("get", "receive") and not said and not power:
        return _receiving(sentence[verb.end :])
    if said in (None, Act.CARRY_OUT) and verb.base.partition("-")[0] in _HANDING_IN and _a_proposal(ph, n):
        return (Act.PROPOSE,)
    if verb.base == "know" and verb.modal == "must":
        return (Act.SUPERVISE,)
    known = None if verb.base in LIGHT | _BY_COMPANY else ACTS.get(verb.base)
    act = said or known or stated(sentence)
    if act and act is not Act.CARRY_OUT:
        return (act,)
    if power and verb.base not in _HELPS:
        return (Act.DECIDE, Act.CARRY_OUT)
    return (Act.CARRY_OUT,) if said else (Act.CARRY_OUT, Act.DECIDE)


def _a_proposal(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what is sent in or filed is a request, a bid or the like."""
    thing = next((p for p in ph[n + 1 : n + 4] if p.kind == "name" and p.words), None)
    return thing is not None and NOUN_ACTS.get(singular(thing.words[-1].low)) is Act.PROPOSE


def _start(verb: Phrase) -> int:
    """Return where the main verb of a group begins: has to | sign off."""
    first = verb.base.partition("-")[0]
    main = next((word for word in verb.words if (form := form_of(word.low)) and form.base == first), None)
    return main.start if main else verb.end - len(verb.low)


def _receiving(rest: str) -> Acts:
    """Return the acts of somebody who gets something: for approval, or only to have it."""
    purpose = re.search(r"\bfor (?:the |an? )?(\w+)", rest)
    return (NOUN_ACTS.get(purpose[1].lower()) or Act.CARRY_OUT,) if purpose else ()


_HANDING_IN = word_set("file send hand launch lodge post enter")
_HELPS = word_set("help fix explain show mend repair advise teach answer")
_SETTINGS = word_set("fee price rate charge limit salary rent due pay threshold")
_SAYING: dict[str, Act] = {
    **dict.fromkeys(("light", "word", "say", "call", "power", "authority", "right", "thumb"), Act.DECIDE),
    **dict.fromkeys(("eye", "watch", "tab", "track", "oversight"), Act.SUPERVISE),
    **dict.fromkeys(("look", "glance"), Act.REVIEW),
}


def _of_object(sentence: str, ph: Sequence[Phrase], n: int, start: int) -> Act | None:
    """Return the act of a verb that says nothing without its object: has the last word, raises an objection."""
    verb = ph[n]
    right = _RIGHT.match(sentence[verb.end :].lstrip()) if verb.base in ("have", "get") else None
    if right:
        does = acts_of(f" {right['to']}", False) if right["to"] else None
        return does[0] if does and does[0] is not Act.CARRY_OUT else Act.DECIDE
    if idiom := anchored(sentence, start, len(sentence), idiom=True):
        return idiom
    thing = next((p for p in ph[n + 1 : n + 3] if p.kind == "name"), None)
    noun = singular(thing.words[-1].low) if thing and thing.words else ""
    act = _SAYING.get(noun) or NOUN_ACTS.get(noun)
    if verb.base == "raise":
        return Act.DECIDE if noun in _SETTINGS else Act.PROPOSE if noun in MOTIONS or act else Act.CARRY_OUT
    if verb.base == "make" and noun in ENACTED:
        return Act.DECIDE
    return act if act and act is not Act.CARRY_OUT else anchored(sentence, start, len(sentence))


def _undergone(sentence: str, ph: Sequence[Phrase], n: int) -> Acts:
    """Return the acts of somebody to whom something is done: is consulted, is told, is allowed to sign."""
    base, rest = ph[n].base, sentence[ph[n].end : -1]
    if base == "keep" and re.match(
        r"\s*(?:fully |well )?(?:informed|posted|up to date|in the loop)\b", rest, re.IGNORECASE
    ):
        return (Act.SUPERVISE,)
    if base in _ALLOWED:
        does = re.match(r"\s*(?:to|for)\s+(.+)", rest, re.IGNORECASE | re.DOTALL)
        told = acts_of(f" {does[1]}", False) if does else None
        return told if told and told[0] is not Act.CARRY_OUT else (Act.DECIDE, Act.CARRY_OUT)
    if base in _CHARGED:
        return charged(re.sub(r"^\s*with\s+", "", rest))
    if asked_to := re.match(r"\s*to\s+(.+)", rest, re.IGNORECASE | re.DOTALL):
        return acts_of(f" {asked_to[1]}", False) or (Act.CARRY_OUT,)
    if base.partition("-")[0] in _HEARD:
        return (Act.REVIEW,)
    return (Act.SUPERVISE,) if base in _TOLD_OF else ()


def _copula(rest: str) -> Acts | None:
    """Return the acts of somebody of whom words say what he is: in charge of a thing, the approver, the one who signs."""
    if not rest.strip() or rest.strip().lower() in ("it", "that", "this"):
        return None
    if _CONTENT.match(rest):
        return (Act.DECIDE,)
    if charge := _IN_CHARGE.match(rest):
        return charged(charge["of"] or "")
    if does := _ABLE.match(rest) or _IS_WHO.match(rest):
        if _TURNED_TO.match(does["does"]):
            return (Act.DECIDE, Act.CARRY_OUT)
        return acts_of(f" {does['does']}", False)
    if _CONTACTS.search(rest):
        return (Act.CARRY_OUT,)
    if re.match(r"\s*[a-z]+ing\b", rest):
        return _unknown(re.sub(r"^(\s*)(\w+)ing\b", r"\1\2s", rest))
    post = _A_POST.match(rest)
    told = of_post(post["post"].lower()) if post else ()
    mine = told == (Act.CARRY_OUT,) and re.match(r"\s*(?:my|your|our)\b", rest, re.IGNORECASE)
    return () if mine else told


_AUXILIARY = re.compile(
    r"(?:is|are|was|were|has|have|had|can|could|may|might|must|shall|should|will|would|do|did|needs?|got|gets?|else|in|on|at|of|for|to|am|the|i|we)\b",
    re.IGNORECASE,
)


def _unknown(own: str) -> Acts | None:
    """Return the acts of words in which the grammar finds no verb: "laminates the badges", or nothing at all."""
    plain = re.sub(r"^\W*(?:(?:actually|then|normally|usually|also|now|first|else|exactly|\w+ly)\s+)*", "", own)
    if _BELONGS.match(plain):
        return ()
    if act := anchored(plain, 0, len(plain)):
        return (act,)
    if not _AUXILIARY.match(plain) and re.match(r"[a-z-]+s\b", plain, re.IGNORECASE):
        return (Act.CARRY_OUT, Act.DECIDE)
    found = verbs(own, "en")
    return (found[0].act,) if found else None


def stated(sentence: str) -> Act | None:
    """Return what a statement says, as a rule is read, that the stand-in for the question word does."""
    return next((deed.act for deed in deeds(sentence) if deed.actor.endswith(STAND_IN[4:])), None)
