"""How well a clause supports an answer: a sum of features that can be explained one by one."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from bot.answering.asked.question import Question, Wanted, language
from bot.answering.levels.level import spoken_of
from bot.answering.weighing.bounding import level
from bot.answering.weighing.coverage import Rarity, coverage, coverage_across, plain, stands
from bot.answering.weighing.measured import measured
from bot.answering.weighing.seats import seated, seats
from bot.answering.weighing.sides import side
from bot.answering.weighing.weights import WEIGHTS, Feature
from corpus.models import Facts, Kind, Passage, Procedure, Rule
from corpus.quantities import compatible, ranges
from corpus.rules.english.grammar.verbs import form_of

_PERMISSION = re.compile(
    r"可以|可|不得|应当|应|须|必须|禁止|严禁|不予|允许|\b(?:may|must|shall|can|cannot|only|not|required|need)\b",
    re.IGNORECASE,
)
# to sign is said in more words than one: 合同谁签 is answered by who 签署, 签字, 签订
_AND = re.compile("[和并及与、]")  # 召集和主持 is asked for by either
_SIGNS = re.compile("签(?:署|字|订|名|约|批|付|$)")
_SIGN = re.compile("签(?![到收证发注])")
# So scaled, a cosine of this encoder lies between -2 and 2 for what search returns.
USUAL_COSINE = 0.85
COSINE_SCALE = 20
# and so those of single tokens
USUAL_TOUCHED, USUAL_MISSED, TOKEN_SCALE = 0.6, 0.4, 10
# Characters of a usual clause: of two equally good ones the shorter says it more exactly.
USUAL_LENGTH = {"zh": 100, "en": 300}


Place = tuple[str, int, int]  # the path of a document, and a span in its text


class Found(NamedTuple):
    """A passage that search returned, with what is known about it.

    `cosine` is its likeness to the question, `standout` how many standard deviations that lies above the
    rulebook's mean, `words` its BM25 score as a share of the best one's. `touched` is how near it comes to the words of
    the question on average, `missed` to those it comes least near to, `beside` the mean cosine of what else stands
    under its heading, `match` how surely it answers (index.hit.Hit).
    """

    passage: Passage
    facts: Facts
    cosine: float
    number: int = -1
    words: float = 0.0
    standout: float = 0.0
    touched: float = 0.0
    missed: float = 0.0
    beside: float = 0.0
    match: float = 0.0
    rules: tuple[Rule, ...] = ()
    procedure: Procedure | None = None


class Evidence(NamedTuple):
    """A found passage, weighed: what each feature is, and their weighted sum."""

    found: Found
    features: Mapping[Feature, float]
    score: float

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.found.passage

    @property
    def link(self) -> str:
        """The clause it is, or is a part of."""
        return self.passage.id.partition("@")[0]

    @property
    def across(self) -> bool:
        """Tell whether it is in another language than the question."""
        return self.features[Feature.ACROSS] > 0

    @property
    def right_kind(self) -> bool:
        """Tell whether it says the kind of thing asked for."""
        return self.features[Feature.KIND] > 0


def right_kind(question: Question, found: Found) -> bool:
    """Tell whether a passage says the kind of thing a question asks for."""
    text = found.passage.text
    if question.acts:
        asked = ranges(question.text)
        named = (r for r in found.rules if r.act in question.acts)
        return any(not asked or compatible(ranges(r.condition), asked) for r in named)
    if question.wanted in (Wanted.PROCEDURE, Wanted.STEP):
        return found.procedure is not None or bool(way(found.rules))
    if question.wanted is Wanted.WHETHER:
        return _PERMISSION.search(text) is not None
    if question.wanted not in (Wanted.HOW_LONG, Wanted.HOW_MANY) and seats(question.text):
        return seated(text, found.rules)
    return measured(question, text)


def way(rules: Sequence[Rule]) -> list[Rule]:
    """Return the chain of some rules in its order, none where it isn't one: one actor alone makes no way."""
    first = rules[0].document if rules else ""
    ordered = sorted(rules, key=lambda rule: (rule.document != first, rule.document, rule.start, rule.place))
    chain = {(rule.actor, rule.act): rule for rule in reversed(ordered)}
    return list(reversed(chain.values())) if len(chain) > 1 else []


def right_verb(question: Question, found: Found) -> bool:
    """Tell whether a rule of a passage prints the very verb that a question asks the actor of."""
    asked = plain(question.text)
    return any(_printed(rule.verb, asked, question.across) for rule in found.rules if rule.act in question.acts)


@lru_cache(maxsize=256)
def _printed(verb: str, asked: str, across: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a printed verb is the one that is asked with, or what it is called in the other language."""
    verb = verb.casefold()
    return verb_asked(verb, asked) or any(stands(term, verb) for wordings in across for term in wordings)


def verb_asked(verb: str, asked: str) -> bool:
    """Tell whether a printed verb, or the last word of it or of one of several, stands in a question."""
    if verb.isascii():
        return any(stands(word, asked) or _irregular(word, asked) for word in verb.split() if len(word) > 3)
    if any(part[-2:] in asked for part in _AND.split(verb) if len(part) > 1):
        return True
    return len(verb) > 1 and _SIGNS.match(verb) is not None and _SIGN.search(asked) is not None


@lru_cache(maxsize=16384)
def _irregular(word: str, asked: str) -> bool:
    """Tell whether another form of an English verb stands in a question: written off, who can write it off."""
    form = form_of(word)
    return form is not None and form.base != word and stands(form.base, asked)


def acted(question: Question, found: Found, rarity: Rarity) -> float:
    """Return the share of a question's terms that a passage has only in the names of who acts there.

    Who grants leave to a deputy head is not answered by what deputy heads grant.
    """
    text = found.passage.text
    actors = tuple(dict.fromkeys(sorted((rule.actor for rule in found.rules), key=len, reverse=True)))
    about = spoken_of(text, actors)
    if about == text:
        return 0.0
    held = coverage if language(text) == question.language else coverage_across
    return held(question, text, rarity) - held(question, about, rarity)


def said(question: Question, found: Found, rarity: Rarity) -> float:
    """Return the share of a question's terms in what a rule of the act asked for says of its matter; 0 without one."""
    held = coverage if language(found.passage.text) == question.language else coverage_across
    stated = (f"{rule.matter} {rule.condition} {rule.verb}" for rule in found.rules if rule.act in question.acts)
    return max((held(question, words, rarity) for words in stated), default=0.0)


def at_sight(found: Found) -> dict[Feature, float]:
    """Return what search alone tells of a passage."""
    return {
        Feature.COSINE: (found.cosine - USUAL_COSINE) * COSINE_SCALE,
        Feature.TOUCHED: (found.touched - USUAL_TOUCHED) * TOKEN_SCALE,
        Feature.MISSED: (found.missed - USUAL_MISSED) * TOKEN_SCALE,
        Feature.BESIDE: (found.beside - USUAL_COSINE) * COSINE_SCALE,
        Feature.MATCH: found.match,
        Feature.WORDS: found.words,
    }


def likeliest(found: Sequence[Found], most: int) -> list[Found]:
    """Return the passages, at most so many, for which most speaks at sight, in their order."""
    worth = [sum(WEIGHTS[name] * value for name, value in at_sight(one).items()) for one in found]
    kept = sorted(range(len(found)), key=lambda n: -worth[n])[:most]
    return [found[n] for n in sorted(kept)]


def features(question: Question, found: Found, rarity: Rarity) -> dict[Feature, float]:
    """Return what speaks for a passage and against it, but for what only its neighbours tell."""
    passage = found.passage
    embedded, written = passage.embedded, language(passage.text)
    across = written != question.language
    kind = float(right_kind(question, found))
    return at_sight(found) | {
        Feature.OWN: 0.0 if across else coverage(question, passage.text, rarity),
        Feature.WHOLE: 0.0 if across else coverage(question, embedded, rarity),
        Feature.GLOSSARY: coverage_across(question, embedded, rarity) if across else 0.0,
        Feature.KIND: kind,
        Feature.ACTOR: kind if question.asked is not None else 0.0,
        Feature.VERB: float(right_verb(question, found)),
        Feature.LEVEL: level(question, passage.text),
        Feature.ACROSS: float(across),
        Feature.NO_RULE: float(found.facts.kind in (Kind.REFERENCE, Kind.DRAFT)),
        Feature.ACTED: acted(question, found, rarity) if question.asked is not None else 0.0,
        Feature.SIDE: side(question, embedded),
        Feature.SAID: said(question, found, rarity),
        Feature.LENGTH: math.log(max(1, len(passage.text)) / USUAL_LENGTH[written]),
    }


def _holding_another(found: Sequence[Found]) -> set[int]:
    """Return the positions of passages that a narrower found one stands in: the narrower says it more exactly."""
    places = [(one.passage.document, one.passage.start, one.passage.end) for one in found]
    ordered = sorted(set(places), key=lambda place: (place[0], place[1], -place[2]))
    outer = {place for n, place in enumerate(ordered) if _holds_one(place, islice(ordered, n + 1, None))}
    return {n for n, place in enumerate(places) if place in outer}


def _holds_one(place: Place, later: Iterable[Place]) -> bool:
    """Tell whether one of the places that begin no earlier lies in a place."""
    document, _, end = place
    return any(other[2] <= end for other in takewhile(lambda other: other[0] == document and other[1] < end, later))


def measure(question: Question, found: Sequence[Found], rarity: Rarity) -> list[dict[Feature, float]]:
    """Return the features of every passage found."""
    outer = _holding_another(found)
    measured = [features(question, one, rarity) for one in found]
    return [one | {Feature.OUTER: float(n in outer)} for n, one in enumerate(measured)]


def weigh(question: Question, found: Sequence[Found], rarity: Rarity) -> list[Evidence]:
    """Return what was found, best first."""
    weighed = []
    for one, known in zip(found, measure(question, found, rarity), strict=True):
        score = sum(WEIGHTS[name] * value for name, value in known.items())
        weighed.append(Evidence(found=one, features=known, score=score))
    return sorted(weighed, key=lambda e: -e.score)
