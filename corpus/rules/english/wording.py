"""Who does what in an English sentence: X may approve…, is decided by X, with the consent of X, rests with X."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.deeds import Deed
from corpus.rules.english.doers import agent
from corpus.rules.english.elided import stands_in
from corpus.rules.english.heads import a_field, ordinary
from corpus.rules.english.leads import left_open, opening
from corpus.rules.english.lists import actors
from corpus.rules.english.names import at
from corpus.rules.english.objects import head_of
from corpus.rules.english.parts import NOWHERE, Phrase, as_participle, start_of
from corpus.rules.english.passives import passive
from corpus.rules.english.sentence import NUMBER, all_said, deeds_of, defines, in_phrases, printed
from corpus.rules.english.shapes import Said
from corpus.rules.english.subjects import subject
from corpus.rules.english.titles import asks, titled
from corpus.rules.english.verbless import of_verbless
from corpus.rules.english.verbs import CONSENTS, NOUN_ACTS, NOUNS_TOO, act_of, form_of
from corpus.rules.english.words import BE, MODALS, adverb, closed
from corpus.rules.english.words import words as in_words

# who has one of these decides
_HAS_IT = frozenset({"authority", "authorities", "call"})

# the endings of nouns that name an act: submission, opinion, clearance, approval, oversight
_NOUN_OF_AN_ACT = re.compile(r"(?:tion|sion|nion|ance|al|ight|advice|consent|scrutiny)$")


def meaning(words: str) -> tuple[Act, str] | None:
    """Return the act that words say of nobody in particular, and the word for it: "is consulted", "final approval"."""
    named = ((act, word) for word in re.findall(r"[A-Za-z-]+", words) if (act := act_of(word)))
    return _of_anybody(words) or next(named, None)


def _of_anybody(words: str) -> tuple[Act, str] | None:
    """Read words that go on about whoever stands at the head of them: "is consulted", "informed", "May be told"."""
    low = words.strip()[:1].lower() + words.strip()[1:]
    for front in ("The Board ", "The Board is "):
        told = next((deed for deed in deeds(front + low) if deed.start == len("The ")), None)
        if told:
            return told.act, told.verb
    return None


def step(words: str) -> tuple[Act, str] | None:
    """Return the act that is done with a step of a procedure, and its verb: "Draft checked"; None for a mere task."""
    words = words.strip(" .;")
    done = [deed for deed in deeds(f"{words} by the Board.") if deed.actor == "Board" and "if " not in words]
    told = [(deed.act, deed.verb) for deed in done if deed.act is not Act.CARRY_OUT and words.endswith(deed.verb)]
    return told[-1] if told and told[-1][1] != words else None


def states(words: str) -> bool:
    """Tell whether words say something by themselves, not only under which condition: "it has four members"."""
    ph = in_phrases(words)
    verb = next((n for n, p in enumerate(ph) if p.kind == "verb" and p.finite and p.base and p.form != "g"), -1)
    return verb >= 0 and not any(p.kind in ("sub", "rel") for p in ph[:verb])


def heading(words: str) -> Act | None:
    """Return the act of those whom a column names, where its header is a verb's: "Looked after by", "Must be told"."""
    first, *rest = words.lower().split() or [""]
    form = form_of(first)
    if rest and rest[-1] == "by":
        known = deeds(f"It {'' if first in MODALS or first in BE else 'is '}{words.lower()} the Board.")
        if not known and len(rest) > 1:  # Eye kept by
            known = deeds(f"The {first} is {' '.join(rest)} the Board.")
        return known[0].act if known else None
    if first == "who" and rest:
        first, form, words = rest[0], form_of(rest[0]), " ".join(rest)
    verbal = form is not None and form.base != first and (form.kind == "n" or form.base not in NOUNS_TOO)
    said = _of_anybody(words) if verbal or first in MODALS or rest[:1] == ["to"] else None
    return said[0] if said else _headed(words.lower())


def _headed(words: str) -> Act | None:
    """Read a header that is a noun: "Final authority", "Concurrence", "Input from", "Says yes", "Whose call"."""
    said = re.findall(r"[a-z-]+", words)
    if said[:1] == ["whose"] or any(word in CONSENTS or word in _HAS_IT for word in said):
        return Act.DECIDE
    noun = next((NOUN_ACTS.get(word) for word in said), None) if said[-1:] in (["from"], ["of"]) else None
    return noun if noun is not Act.CARRY_OUT else None


def noun(words: str) -> Act | None:
    """Return the act that a header of one noun names: Submission, Clearance; a note or a payment is a thing."""
    low = words.strip().lower()
    return NOUN_ACTS.get(low) if _NOUN_OF_AN_ACT.search(low) else None


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence, in the order in which it stands there."""
    ph = in_phrases(sentence)
    if defines(ph) or left_open(ph) or titled(sentence) or asks(ph):
        return []
    return deeds_of(ph, all_said(ph), sentence) or _open_power(ph, sentence)


def verbless(sentence: str) -> list[Deed]:
    """Return who stands behind "by" in a note without a verb: "Dismissal, by the Director"."""
    ph = in_phrases(sentence)
    return deeds_of(ph, of_verbless(ph), sentence)


def going_on(sentence: str, before: str) -> list[Deed]:
    """Read a sentence that leaves out what the one before said: "above £9, by the Dean"; "above that the Dean does"."""
    ph = in_phrases(sentence)
    if not before.endswith(";") and not any(stands_in(ph, n) for n in range(len(ph))):
        return []
    front = before.rstrip(" .;") + "; "
    read = [deed for deed in deeds(front + sentence) if deed.start >= len(front)]
    return [deed.model_copy(update={"start": deed.start - len(front), "end": deed.end - len(front)}) for deed in read]


def leaves_out(sentence: str) -> bool:
    """Tell whether a sentence has no verb of its own but one that stands for another's: by the Board, if …; the Dean does."""
    return not states(sentence) or any(stands_in(ph, n) for ph in [in_phrases(sentence)] for n in range(len(ph)))


def going_before(sentence: str, after: str) -> list[Deed]:
    """Read the first rung of a ladder by the next: "Gifts: clerks up to £9;" before "managers up to £90"."""
    return [deed for deed in deeds(f"{sentence} {after}") if deed.bounds and deed.end <= len(sentence)]


def _open_power(ph: Sequence[Phrase], sentence: str) -> list[Deed]:
    """Read "The Council alone may:", whose items say what."""
    verb = next(
        (n for n, p in enumerate(ph) if p.kind == "verb" and p.modal == "may" and not p.base and not p.negated), -1
    )
    if verb < 0 or any(p.kind not in ("colon", "adv", "comma") for p in ph[verb + 1 :]):
        return []
    return deeds_of(ph, [Said(actor, Act.DECIDE, verb, verb) for actor in subject(ph, verb)], sentence)


def agents(item: str, lead_in: str) -> list[Deed]:
    """Read an item with the lead-in that it goes on: "(b) above £500, by the Head;" under "Leave is decided:".

    A deed whose actor stands in the lead-in has its span there, any other in the item.
    """
    lead = in_phrases(lead_in)
    if any(phrase.low in ("none", "nothing") for phrase in lead):
        return []
    hangs = bool(lead) and lead[-1].low == "by" and _continued(item, lead_in, lead)
    return hangs or _doer(item, lead, lead_in) or _continued(item, lead_in, lead)


def _doer(item: str, lead: Sequence[Phrase], lead_in: str) -> list[Deed]:
    """Read an item that ends with the doer of its lead-in's passive: by the Head; – the Head."""
    done = next((n for n in range(len(lead) - 1, -1, -1) if lead[n].kind == "verb" and not _beside(lead, n)), -1)
    done = 0 if done < 0 and lead and head_of(lead[0]) in CONSENTS | {"decision"} else done
    ph = in_phrases(item)
    if done < 0 or (lead[done].kind == "verb" and not lead[done].passive) or _barred(lead, done):
        return []
    doer = _by_whose(ph)
    told = next((n for n, p in enumerate(ph) if n > doer and p.kind == "verb" and p.finite), len(ph))
    for n, phrase in enumerate([NOWHERE, *ph], -1):
        if doer > n >= 0:
            continue
        opened = (
            phrase.low == "by"
            or n < 0
            and lead[done].base in ("delegate", "reserve", "entrust", "assign")
            or phrase.kind in ("dash", "colon")
            or (phrase.kind == "comma" and at(ph, n + 1).det)
        )
        found = actors(ph, agent(ph, n), marker=phrase.low) if opened and n < told else []
        if found and (phrase.low == "by" or at(ph, found[-1].last + 1).kind in ("stop", "comma", "open", "prep")):
            named = lead[done].kind == "name"
            acts = [Act.DECIDE if named else passive(lead, done, a) or Act.DECIDE for a in found]
            said = [Said(a, act, a.first, a.last) for a, act in zip(found, acts, strict=True)]
            verb = printed(lead, said[0]._replace(first=done), lead_in)
            return [deed.model_copy(update={"verb": verb}) for deed in deeds_of(ph, said, item)]
    return []


def _by_whose(ph: Sequence[Phrase]) -> int:
    """Return where the doer of an item stands that first says whose a thing is: by a fellow, however far, | by the Dean."""
    by = [n for n, p in enumerate(ph) if p.low == "by" and at(ph, n + 1).kind == "name"]
    whose = len(by) > 1 and by[0] == 0 and at(ph, 1).det in ("a", "an", "any") and at(ph, by[-1] - 1).kind == "comma"
    return by[-1] if whose else -1


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
    opened = opening(lead, lead_in)
    if opened is None:
        return []
    number = NUMBER.match(item)
    skip = number.end() if number else 0
    if opened.between.strip() and (to := re.match(r"to\s+", item[skip:], re.IGNORECASE)):
        skip += to.end()
    front = lead_in[opened.start : opened.end] + opened.between
    own = item[skip:].rstrip(" ;.,") if opened.rest else item[skip:]
    if skip and not opened.between.strip():
        own = own[:1].lower() + own[1:] if own[1:2].islower() else own
    found = []
    for deed in deeds(front + own + opened.rest):
        if deed.end <= len(front):
            found.append(deed.model_copy(update={"start": deed.start + opened.start, "end": deed.end + opened.start}))
        elif deed.end <= len(front) + len(own):
            shift = skip - len(front)
            found.append(deed.model_copy(update={"start": deed.start + shift, "end": deed.end + shift}))
    return found


def names(words: str) -> list[tuple[int, int]]:
    """Return the spans of the actors that words open with, where nothing but an aside follows them.

    "the Head of Retail and the Bursar"; "the Bursar, after hearing the Head".
    """
    ph = in_phrases(words)
    found = actors(ph, 0, marker="by")
    bare = found and at(ph, found[-1].last + 1).kind in ("stop", "comma")
    return [(actor.start, actor.end) for actor in found] if bare else []


def people(words: str) -> bool:
    """Tell whether words only say what somebody is to somebody else, and name no office: child or parent."""
    ph = in_phrases(words)
    return all(ordinary(a.noun) and not a.noun.title and not ph[a.first].det for a in actors(ph, 0))


def happens(words: str) -> bool:
    """Tell whether words only say what becomes of a thing, and name nobody: "never destroyed", "overwritten"."""
    own = [word for word in in_words(words) if word.text[0].isalnum()]
    done = [word for word in own if not word.title and (as_participle(word) or _participle(word.low))]
    return bool(done) and all(word in done or adverb(word) or closed(word.low) for word in own)


def _participle(low: str) -> bool:
    form = form_of(re.sub("^(?:over|re|un|out)", "", low))
    return form is not None and form.kind == "n"


def apart(words: str) -> list[str]:
    """Return the names in a list joined by "and"; Finance and Resources Committee is one."""
    left, joint, right = words.partition(" and ")
    if not joint:
        return [words]
    ph = in_phrases(left)
    field = len(ph) == 1 and ph[0].kind == "name" and a_field(ph[0].words[-1])
    return [words] if field else [left.strip(), *apart(right.strip())]
