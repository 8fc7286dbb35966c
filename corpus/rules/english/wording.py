"""Who does what in an English sentence: X may approve…, is decided by X, with the consent of X, rests with X."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.deeds import Deed
from corpus.rules.english.grammar.heads import a_field, acts, ordinary
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.parts import Phrase, as_participle
from corpus.rules.english.grammar.verbs import ACTS, CONSENTS, NOUN_ACTS, NOUNS_TOO, act_of, form_of
from corpus.rules.english.grammar.words import BE, MODALS, adverb, closed
from corpus.rules.english.grammar.words import words as in_words
from corpus.rules.english.leads import left_open
from corpus.rules.english.sentence import all_said, deeds_of, defines, in_phrases
from corpus.rules.english.shapes.elided import stands_in
from corpus.rules.english.shapes.nominal import Said
from corpus.rules.english.shapes.subjects import subject
from corpus.rules.english.shapes.verbless import of_verbless
from corpus.rules.english.titles import asks as a_question
from corpus.rules.english.titles import of_a_day, titled

# bodies that are called by two fields: Finance and General Purposes | Committee
_BODIES = frozenset({"committee", "sub-committee", "subcommittee", "panel", "board", "group"})
# who has one of these decides
_HAS_IT = frozenset({"authority", "authorities", "call"})

# the endings of nouns that name an act: submission, opinion, clearance, approval, oversight
_NOUN_OF_AN_ACT = re.compile(r"(?:tion|sion|nion|ance|al|ight|advice|consent|scrutiny)$")


# the noun of an act that a step opens with: Final approval of the plan, Resolution to sell
_STEP_OF_NOUN = re.compile(
    r"(?:(?:the|a|final|formal|first|written|prior|initial) )*(?P<noun>[a-z]+)(?:, .*| (?:of|for|to|on|by|about)\b.*)?$",
    re.IGNORECASE,
)


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
    """Return the act that is done with a step of a procedure, and its verb: "Draft checked"; None for a mere task.

    A step may be the noun of an act as well: "Authority for the strike", "Resolution to wind up".
    """
    words = words.strip(" .;")
    if ordered := _ordered(words):
        return ordered
    done = [deed for deed in deeds(f"{words} by the Board.") if deed.actor == "Board" and "if " not in words]
    told = [(deed.act, deed.verb) for deed in done if deed.act is not Act.CARRY_OUT and words.endswith(deed.verb)]
    opens = _STEP_OF_NOUN.match(words)
    spoken_of = opens and all(deed.verb.lower() in NOUN_ACTS and deed.verb != opens["noun"] for deed in done)
    named = opens if spoken_of or not any(words.endswith(deed.verb) for deed in done) else None
    act = NOUN_ACTS.get(named["noun"].lower()) if named else None
    if named and act and act is not Act.CARRY_OUT:
        return act, named["noun"]
    return told[-1] if told and told[-1][1] != words else None


def _ordered(words: str) -> tuple[Act, str] | None:
    """Return the act of a step that tells somebody to decide: Fix liability, Approve."""
    first, *rest = in_words(words) or (None,)
    form = form_of(first.low) if first and not any(word.low in ("by", "of") for word in rest[:1]) else None
    heard = form is not None and form.base == "hear" and bool(rest) and acts(rest[-1])  # Hear witnesses
    bare = form is not None and form.kind == "b" and not heard and (form.base not in NOUNS_TOO or bool(rest))
    return (Act.DECIDE, first.text) if first and form and bare and ACTS.get(form.base) is Act.DECIDE else None


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
    asks = first == "who" and bool(rest)
    if asks:
        first, form, words = rest[0], form_of(rest[0]), " ".join(rest)
    verbal = form is not None and form.base != first and (asks or form.kind == "n" or form.base not in NOUNS_TOO)
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
    if defines(ph) or left_open(ph) or titled(sentence) or a_question(ph) or of_a_day(ph, sentence):
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
    if not joint or names(words) == [(0, len(words))]:
        return [words]
    spans = names(words)
    first, last = in_words(left), in_words(right)
    if len(first) == 1 and a_field(first[0]) and len(last) > 1 and last[-1].low in _BODIES and last[0].title:
        return [words]  # Finance and General Purposes Committee
    if len(spans) > 1 and spans[-1][1] == len(words):
        return [words[start:end] for start, end in spans]
    ph = in_phrases(left)
    field = len(ph) == 1 and ph[0].kind == "name" and a_field(ph[0].words[-1])
    return [words] if field else [left.strip(), *apart(right.strip())]
