"""Who does what as an English item says it with the words over it: Leave is decided: (a) by the Head; the Clerk | 1. To pay."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.deeds import Deed
from corpus.rules.english.grammar.heads import ordinary
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import NOWHERE, Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, CONSENTS, NOUNS_TOO, form_of
from corpus.rules.english.grammar.words import DETERMINERS, closed, word_set
from corpus.rules.english.grammar.words import words as in_words
from corpus.rules.english.leads import Opening, charged, opening
from corpus.rules.english.sentence import NUMBER, deeds_of, in_phrases, printed
from corpus.rules.english.shapes.doers import agent
from corpus.rules.english.shapes.nominal import LEAVES, NEEDS, Said
from corpus.rules.english.shapes.passives import passive
from corpus.rules.english.wording import deeds, names

_SHORTEST = 2  # words that say what somebody is to do: sign permits


def agents(item: str, lead_in: str) -> list[Deed]:
    """Read an item with the lead-in that it goes on: "(b) above £500, by the Head;" under "Leave is decided:".

    A deed whose actor stands in the lead-in has its span there, any other in the item.
    """
    lead = in_phrases(lead_in)
    if any(phrase.low in ("none", "nothing") for phrase in lead):
        return []
    hangs = bool(lead) and lead[-1].low == "by" and _continued(item, lead_in, lead)
    return hangs or _giver(item, lead, lead_in) or _doer(item, lead, lead_in) or _continued(item, lead_in, lead)


def _doer(item: str, lead: Sequence[Phrase], lead_in: str) -> list[Deed]:
    """Read an item that ends with the doer of its lead-in's passive: by the Head; – the Head."""
    hangs = next((p.low for p in reversed(lead) if p.kind not in ("colon", "dash")), "") == "by"
    verbs = [n for n, p in enumerate(lead) if p.kind == "verb" and not _beside(lead, n)]
    whole = [n for n in verbs if lead[n].finite and lead[n].passive] if hangs else []
    done = (whole or verbs or [-1])[-1]
    if hangs and verbs and lead[verbs[-1]].passive and at(lead, verbs[-1] + 1).low == "by":
        done = verbs[-1]  # recommended by the Clerk and made | by
    done = 0 if done < 0 and lead and (head_of(lead[0]) in CONSENTS | {"decision"} or _naming(lead[0])) else done
    ph = in_phrases(item)
    if done < 0 or (lead[done].kind == "verb" and not lead[done].passive) or _barred(lead, done):
        return []
    doer = _by_whose(ph)
    finite = (n for n, p in enumerate(ph) if p.kind == "verb" and p.finite and not _a_noun(ph, n))
    told = next((n for n in finite if n > doer), len(ph))
    for n, phrase in enumerate([NOWHERE, *ph], -1):
        if doer > n >= 0:
            continue
        opened = (
            phrase.low == "by"
            or n < 0
            and (lead[done].base in ("delegate", "reserve", "entrust", "assign") or hangs)
            or phrase.kind in ("dash", "colon")
            or (phrase.kind == "comma" and at(ph, n + 1).det)
        )
        found = actors(ph, agent(ph, n), marker=phrase.low) if opened and n < told else []
        after = at(ph, found[-1].last + 1) if found else NOWHERE
        alone = after.kind in ("stop", "comma", "open", "prep") or after.low in ("himself", "herself", "alone")
        if found and (phrase.low == "by" or alone):
            named = lead[done].kind == "name"
            acts = [Act.DECIDE if named else passive(lead, done, a) or Act.DECIDE for a in found]
            said = [Said(a, act, a.first, a.last) for a, act in zip(found, acts, strict=True)]
            verb = printed(lead, said[0]._replace(first=done), lead_in)
            return [deed.model_copy(update={"verb": verb}) for deed in deeds_of(ph, said, item)]
    return []


_APPEALS = re.compile(r"\W*(?:[\w.]{1,6}\W+)?appeals?\W*", re.IGNORECASE)


def _giver(item: str, lead: Sequence[Phrase], lead_in: str) -> list[Deed]:
    """Read an item that ends with whose word its lead-in asks for: Fires need leave: (a) by day, of | the Warden.

    So with whom appeals go to: Appeals (a) against a fine: to | the Master.
    """
    own = [p for p in lead if p.kind not in ("colon", "dash", "stop")]
    asked = bool(own) and head_of(own[-1]) in CONSENTS | LEAVES and any(p.base in NEEDS for p in own)
    link = "of" if asked else "to" if _APPEALS.fullmatch(lead_in) else ""
    ph = in_phrases(item)
    for n, phrase in enumerate(ph):
        opened = n == 0 or ph[n - 1].kind in ("comma", "colon", "dash")
        found = actors(ph, n + 1) if link and phrase.low == link and opened else []
        found = found if all(one.sure == SURE or one.noun.title for one in found) else []
        if found and at(ph, found[-1].last + 1).kind in ("stop", "comma", "sub"):
            said = [Said(actor, Act.DECIDE, actor.first, actor.last) for actor in found]
            given = deeds_of(ph, said, item)
            known = {deed.start for deed in given}
            return given + [deed for deed in deeds(item) if deed.start not in known]
    return []


def _a_noun(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what looks like a verb ends a thing's name before a comma: to director | posts, by the Court."""
    return at(ph, n + 1).kind == "comma" and ph[n].form == "s" and ph[n].base in NOUNS_TOO


def _by_whose(ph: Sequence[Phrase]) -> int:
    """Return where the doer of an item stands that first says whose a thing is: by a fellow, however far, | by the Dean."""
    by = [n for n, p in enumerate(ph) if p.low == "by" and at(ph, n + 1).kind == "name"]
    whose = len(by) > 1 and by[0] == 0 and at(ph, 1).det in ("a", "an", "any") and at(ph, by[-1] - 1).kind == "comma"
    return by[-1] if whose else -1


def _naming(phrase: Phrase) -> bool:
    """Tell whether a heading says what is decided on by a verb in -ing: The naming | of rooms."""
    form = form_of(phrase.low) if phrase.kind == "name" and len(phrase.words) == 1 else None
    return form is not None and form.kind == "g" and ACTS.get(form.base) is Act.DECIDE


_DOCUMENTS = word_set(
    "handbook manual guide guidebook policy policies rules regulations bylaws bye-laws scheme code charter circular "
    "memorandum memo notice bulletin procedure procedures guidelines guidance handout appeals matters"
)


def office(words: str) -> bool:
    """Tell whether words name one office or body in capitals and nothing else: The Town Clerk, Head of Estates."""
    ph = in_phrases(words)
    found = actors(ph, 0) if ph and ph[0].kind == "name" else []
    whole = len(found) == 1 and found[0].sure == SURE and found[0].last == len(ph) - 1
    titled = whole and found[0].noun.title and found[0].noun.low != "general"
    numbered = any(word.text[0].isdigit() for p in ph for word in p.words)
    if whole and ph[-1].words and ph[-1].words[-1].low in _DOCUMENTS:
        return False  # Purchasing and Premises Handbook
    return titled and not ordinary(found[0].noun) and not ph[0].owner and not numbered


def _barred(lead: Sequence[Phrase], done: int) -> bool:
    """Tell whether a lead-in denies its verb, or only describes something with it: money owed to us."""
    described = not lead[done].finite and any(p.kind in ("name", "pron") for p in lead[done + 1 :])
    return lead[done].negated or (lead[done].kind == "verb" and described)


def _beside(lead: Sequence[Phrase], n: int) -> bool:
    """Tell whether a verb of a lead-in only says when: Authorisation, before anything is | booked, on form T-1:"""
    opens = start_of(lead, n, "stop", "comma")
    return opens > 0 and lead[opens - 1].kind == "comma" and lead[opens].kind == "sub"


def _continued(item: str, lead_in: str, lead: Sequence[Phrase]) -> list[Deed]:
    """Read an item as the end of a lead-in that breaks off: The Clerk shall: (a) keep the minutes."""
    number = NUMBER.match(item)
    skip = number.end() if number else 0
    skip += past_it(item[skip:], lead_in) if office(lead_in) else 0
    told = does(item[skip:]) if office(lead_in) else ""
    opened = Opening(0, lead[-1].end, told) if told else opening(lead, lead_in)
    if opened is None:
        return []
    if opened.between.strip() and (to := re.match(r"to\s+", item[skip:], re.IGNORECASE)):
        skip += to.end()
    opened, item = charged(opened, item, skip)
    front = lead_in[opened.start : opened.end] + opened.between
    own = item[skip:].rstrip(" ;.,") if opened.rest else item[skip:]
    if told or (skip and not opened.between.strip()):
        own = own[:1].lower() + own[1:] if own[1:2].islower() else own
    found = []
    for deed in deeds(front + own + opened.rest):
        if deed.end <= len(front):
            found.append(deed.model_copy(update={"start": deed.start + opened.start, "end": deed.end + opened.start}))
        elif deed.end <= len(front) + len(own):
            shift = skip - len(front)
            found.append(deed.model_copy(update={"start": deed.start + shift, "end": deed.end + shift}))
    return found


def past_it(item: str, over: str) -> int:
    """Return where an item goes on behind "it", which stands for the one body over it: Works Panel | It | sets fees."""
    found = actors(in_phrases(over), 0)
    if len(found) != 1 or found[0].noun.low.endswith("s"):
        return 0  # Committees of the Board
    opens = re.match(r"it\s+(?:also\s+)?(?=[a-z])", item, re.IGNORECASE)
    return opens.end() if opens else 0


def does(item: str) -> str:
    """Return what stands between an office and what it is told to do: may | to grant leave; shall | sign permits."""
    own = in_words(item)[:3]
    if len(own) < _SHORTEST:
        return ""
    form, following = form_of(own[0].low), own[1].low
    if own[0].low == "to":
        return " may "
    onward = following in DETERMINERS or (form is not None and form.kind == "s" and not closed(following))
    known = form is not None and form.base in ACTS and (form.base not in NOUNS_TOO or onward)
    if form is None or not known or following in ("of", "by"):
        return ""
    return {"b": " shall ", "s": " "}.get(form.kind, "")


_ROLE = re.compile(r"(?P<who>[A-Z][^–—:.;]{2,60}?)(?P<dash>\s*(?:[–—:]|\s-)\s+)(?P<does>[a-z].*)", re.DOTALL)


def of_role(sentence: str) -> list[Deed]:
    """Read an office and, behind a dash, what it does: Head of Site – approves closures and may refuse entry."""
    found = _ROLE.fullmatch(sentence)
    if not found or not office(found["who"]):
        return []
    if not does(found["does"]) and found["does"].split(" ")[0] not in ("may", "can", "must", "shall", "will"):
        return []
    return deeds(f"{found['who']}{' ' * len(found['dash'])}{found['does']}")


_WHO = re.compile(r"(?:\W*Q\W+)?(?P<who>who)\b(?P<does>[^?]+)\?\s*$", re.IGNORECASE)
# Your Warden | for anything up to ten days
_UP_TO = re.compile(
    r",?\s+(?:for (?P<beyond>(?:whatever|anything|what|everything|all) (?:that )?(?:exceeds|is (?:over|above|beyond|more)|over|above|beyond|more)\b[^,;]*)"
    r"(?:,\s+(?:after|on|upon|with|following)\b[^;?]*)?[.;]?\s*$)|,?\s+(?:for (?:anything |everything |all |trips |leave )?)?(?P<bound>(?:up to|over|above|below|under|more than)\s[^,;]+?)[.;]?\s*$"
)
_MAY = re.compile(r"\s+(?:can|may|could)\b", re.IGNORECASE)
_ANSWER = re.compile(r"(?:A\s*[:.]\s*)?(?:only\s+)?(?:by\s+)?(?:the |an? |your |our )?", re.IGNORECASE)


_TELLS = re.compile(
    r"\s+(?:do|should|must|can) (?:i|we|you) (?:tell|inform|notify|alert|call|ring|report\b.* to)\b", re.IGNORECASE
)


def _stated(does: str) -> str:
    """Return what a question asks who does, said of a body: Who | closes it? Who | do I tell?"""
    return "It is reported to the Board." if _TELLS.match(does) else f"The Board{does}."


def answering(sentence: str, before: str) -> list[Deed]:
    """Read an answer that only names who does what the question before it asks: Who may close it? Only the Warden."""
    asked = _WHO.search(before)
    told = next((one for one in deeds(_stated(asked["does"])) if one.actor == "Board"), None) if asked else None
    opens = _ANSWER.match(sentence)
    if told is None or opens is None:
        return []
    at = opens.end()
    own = _UP_TO.search(sentence, at)
    until, bounds = (own.start(), own["bound"] or own["beyond"]) if own else (len(sentence), "")
    if bounds and told.act is Act.CARRY_OUT and asked and _MAY.match(asked["does"]):
        told = told.model_copy(update={"act": Act.DECIDE})  # Who may pay one? The Cook, up to £9.
    named = names(sentence[at:until])
    if not named and opens[0].lower().endswith("the "):  # The towpath gang, twice a week.
        named = [(start - 4, end - 4) for start, end in names(f"the {sentence[at:until]}")]
    return [
        told.model_copy(
            update={"actor": sentence[at + start : at + end], "start": at + start, "end": at + end, "bounds": bounds}
        )
        for start, end in named
    ]
