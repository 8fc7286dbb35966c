"""An English sentence as phrases, and all that its shapes say of actors and acts."""

import re
from collections.abc import Iterable, Sequence

from corpus.models import Act
from corpus.rules.deeds import Deed
from corpus.rules.english.grammar.names import Actor
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.phrases import phrases
from corpus.rules.english.grammar.turned import straight
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.advised import of_advised
from corpus.rules.english.shapes.bidding import of_seen
from corpus.rules.english.shapes.clauses import of_consulted, of_subjects
from corpus.rules.english.shapes.doers import of_doers
from corpus.rules.english.shapes.elided import of_fragments, of_predicates, of_stand_ins
from corpus.rules.english.shapes.gates import of_exceptions, of_gates, of_looks
from corpus.rules.english.shapes.labels import labels, of_companions, of_following
from corpus.rules.english.shapes.ladders import of_limits, of_rungs
from corpus.rules.english.shapes.meetings import at_meetings
from corpus.rules.english.shapes.needs import of_adjectives, of_asked, of_lacking, of_needs
from corpus.rules.english.shapes.nominal import Said, of_nouns
from corpus.rules.english.shapes.notes import of_notes
from corpus.rules.english.shapes.owners import of_owners, owned
from corpus.rules.english.shapes.places import of_inverted, placed
from corpus.rules.english.shapes.relatives import of_relatives
from corpus.rules.english.shapes.repeated import of_repeated, upon_advice, upon_proposals
from corpus.rules.english.shapes.through import of_through
from corpus.rules.english.shapes.verbless import of_being

# the number an item opens with: (a), 3.2, •, Step 2.
NUMBER = re.compile(
    r"\s*(?:\((?:[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6}|\d{1,3})\)\s*|(?:[a-zA-Z]|[ivxlcIVXLC]{1,6}|\d{1,3})[.)]\s+|\d+(?:\.\d+)+\.?\s+|[•·▪*–—-]\s+)+"
)


# what may stand behind a name and says only which meeting or case, or that several bodies sit as one
_POSTPOSED = re.compile(
    r"(?<=\w) (?:then )?next (?:following|ensuing|after)\b(?! (?:the|an?|such|his|her|its)\b)"
    r"|(?<=\w),? case by case\b(?! basis)"
    r"|(?<=\w),? (?:sitting|acting|meeting|deciding) (?:jointly|together|as one)\b(?! with\b),?",
    re.IGNORECASE,
)


# what a name is called from here on: the Head of Works ("the Head") acts
_CALLED = re.compile(r" \([\"“](?:the )?[A-Za-z ]{2,30}[\"”]\)(?= [a-z])")


def defines(ph: Sequence[Phrase]) -> bool:
    """Tell whether a sentence only says what words mean."""
    verb = next((p for p in ph if p.kind == "verb" and p.finite), None)
    quoted = any(p.kind == "other" and p.low in "\"“”'‘’" for p in ph)
    return verb is not None and (
        verb.base == "mean"
        or (verb.base in ("include", "denote", "refer") and (quoted or head_of(ph[0]) in ("reference", "term", "word")))
    )


_SHAPES = (
    of_subjects,
    of_doers,
    of_consulted,
    of_nouns,
    owned,
    placed,
    labels,
    of_following,
    of_companions,
    of_stand_ins,
    of_fragments,
    of_predicates,
    of_gates,
    of_looks,
    of_exceptions,
    of_inverted,
    at_meetings,
    of_adjectives,
    of_needs,
    of_asked,
    of_lacking,
    of_owners,
    of_relatives,
    of_limits,
    of_being,
    of_seen,
    of_through,
)


def all_said(ph: Sequence[Phrase]) -> list[Said]:
    """Return all that phrases say, each actor's act once, in the order of the sentence."""
    found: dict[tuple[int, int, Act], Said] = {}
    for shape in _SHAPES:
        for said in shape(ph):
            found.setdefault((said.actor.start, said.actor.end, said.act), said)
    for said in list(of_rungs(ph, list(found.values()))):
        found.setdefault((said.actor.start, said.actor.end, said.act), said)
    for said in list(of_repeated(ph, list(found.values()))):
        found.setdefault((said.actor.start, said.actor.end, said.act), said)
    for said in list(of_advised(ph, list(found.values()))):
        found.setdefault((said.actor.start, said.actor.end, said.act), said)
    for said in list(of_notes(ph, list(found.values()))):
        found.setdefault((said.actor.start, said.actor.end, said.act), said)
    weighed = upon_advice(ph, upon_proposals(ph, list(found.values())))
    weighed = [_put_forward(ph, said, weighed) for said in weighed]
    whole = [_cleared(ph, said, weighed) for said in weighed if not _by_how_many(ph, said, found.values())]
    whole = [_handed_on(ph, said, whole) for said in whole if not _refused_before(ph, said, whole)]
    return sorted(whole, key=lambda said: (said.actor.start, said.first, list(Act).index(said.act)))


def _by_how_many(ph: Sequence[Phrase], said: Said, others: Iterable[Said]) -> bool:
    """Tell whether those who are named only say by how many a body decides: by the Board |, by two thirds of those present."""
    before = [n - 1 for n in (said.first, said.actor.first) if n > 0 and ph[n - 1].low == "by"]
    before += [by - 1 for by in before if by > 0 and ph[by - 1].kind == "comma" and _a_share(ph, said.actor)]
    return said.act is Act.DECIDE and any(
        one.act is Act.DECIDE and one.actor.last == by - 1 for by in before for one in others
    )


def _a_share(ph: Sequence[Phrase], who: Actor) -> bool:
    """Tell whether a name is a share of those who vote: two thirds of the votes cast."""
    share = any(word.low in _SHARES for word in ph[who.first].words)
    return share and any(p.low == "of" for p in ph[who.first : who.last + 1])


_SHARES = word_set("majority half third thirds quarter quarters fourths fifths")
_REFUSING = word_set("refuse reject turn-down decline dismiss disallow exclude suspend expel knock-back")


def _refused_before(ph: Sequence[Phrase], said: Said, others: Iterable[Said]) -> bool:
    """Tell whether somebody only refused what another now decides on: a claim turned down by the Clerk goes to the Court."""
    told = ph[said.first].kind == "verb" and ph[said.first].base in _REFUSING and not ph[said.first].finite
    attribute = told and said.first > 0 and ph[said.first - 1].kind in ("name", "pron")
    goes_on = any(p.kind == "verb" and p.finite for p in ph[said.actor.last + 1 : said.actor.last + 3])
    later = [one for one in others if one.act is Act.DECIDE and one.actor.start > said.actor.start]
    return attribute and goes_on and bool(later)


def _handed_on(ph: Sequence[Phrase], said: Said, others: Iterable[Said]) -> Said:
    """Take to whom a thing only goes first for one who gets it, where another decides: goes to A, is agreed by B."""
    gone = said.act is Act.DECIDE and ph[said.first].base == "go"
    later = [one for one in others if one.act is Act.DECIDE and one.actor.start > said.actor.end] if gone else []
    stop = next((n for n in range(said.actor.last, len(ph)) if ph[n].kind == "stop"), len(ph))
    weighs = any(one.act is Act.REVIEW and one.actor.start == said.actor.start for one in others)
    own = any(one.actor.start == said.actor.start and one.act is Act.DECIDE and one is not said for one in others)
    first = any(ph[one.first].base != "go" and (weighs or one.actor.first < stop) for one in later)
    return said._replace(act=Act.SUPERVISE) if first and not own else said


_CHOSEN = word_set("appoint elect confer award bestow approve admit confirm select")


def _put_forward(ph: Sequence[Phrase], said: Said, others: Iterable[Said]) -> Said:
    """Take who nominates those whom somebody else chooses for one who proposes: elected by A from those nominated by B."""
    nominates = said.act is Act.DECIDE and ph[said.first].base == "nominate" and ph[said.first].form == "n"
    chosen = any(
        one.act is Act.DECIDE and ph[one.first].base in _CHOSEN and one.actor.start != said.actor.start
        for one in others
        if nominates
    )
    return said._replace(act=Act.PROPOSE) if chosen else said


# what is given before somebody else decides
_FIRST_NODS = word_set("clearance endorsement")


def _cleared(ph: Sequence[Phrase], said: Said, others: Iterable[Said]) -> Said:
    """Take who gives clearance where somebody else decides for one who reviews: awarded by A after clearance by B."""
    decided = any(one.act is Act.DECIDE and head_of(ph[one.first]) not in _FIRST_NODS for one in others)
    first = head_of(ph[said.first]) in _FIRST_NODS or _confirmed_first(ph, said.first)
    cleared = said.act is Act.DECIDE and first and decided
    return said._replace(act=Act.REVIEW) if cleared else said


def _confirmed_first(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun is a confirmation after which another decides: rests with the Dean after | confirmation from Payroll."""
    behind = n > 0 and ph[n - 1].low in ("after", "following", "upon")
    return behind and head_of(ph[n]) in ("confirmation", "verification")


def printed(ph: Sequence[Phrase], said: Said, sentence: str) -> str:
    """Return the printed words that say an act: the main verb, or the noun."""
    phrase = ph[said.first]
    if phrase.kind == "verb" and phrase.words:
        parts = phrase.base.split("-")
        size = len(parts) if phrase.words[-1].low == parts[-1] else 1
        return sentence[phrase.words[-min(size, len(phrase.words))].start : phrase.end]
    return sentence[phrase.start : phrase.end]


def _from_its_determiner(phrase: Phrase, sentence: str) -> int:
    """Return where a phrase begins with what stands before its name: more than | 10 days."""
    at = sentence.lower().rfind(phrase.det, 0, phrase.start) if phrase.det else -1
    return at if at >= 0 and not sentence[at + len(phrase.det) : phrase.start].strip() else phrase.start


_RANGE = 3  # words of the shortest bound that has two ends


def _bounds(ph: Sequence[Phrase], said: Said, sentence: str) -> str:
    """Return the words that bound a rung; a bare amount is the most that it goes to."""
    if said.bound is None:
        return ""
    words = sentence[_from_its_determiner(ph[said.bound[0]], sentence) : ph[said.bound[1] - 1].end]
    bare = words[:1] in "£$€¥" or words[:1].isdigit()
    return f"up to {words}" if bare and len(words.split()) < _RANGE else words  # not £10 to £90


def deeds_of(ph: Sequence[Phrase], found: Iterable[Said], sentence: str) -> list[Deed]:
    """Return what a sentence's phrases were found to say, as deeds with their spans in it."""
    return [
        Deed(
            actor=sentence[s.actor.start : s.actor.end],
            act=s.act,
            verb=printed(ph, s, sentence),
            start=s.actor.start,
            end=s.actor.end,
            bounds=_bounds(ph, s, sentence),
        )
        for s in found
    ]


def in_phrases(sentence: str) -> list[Phrase]:
    """Return the phrases of a sentence without the number it opens with."""
    for aside in (_POSTPOSED, _CALLED):
        sentence = aside.sub(lambda found: " " * len(found[0]), sentence)
    number = NUMBER.match(sentence)
    return straight(phrases(" " * number.end() + sentence[number.end() :] if number else sentence))
