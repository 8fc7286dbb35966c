"""A level of a rule, and what it speaks of."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.models import Act, Record, Rule
from corpus.quantities import Measure, Range, ranges

# an actor acts at the start of a part or behind a word that makes it act; in 副校长出差 it is what is spoken of
_ACTING = r"(?:(?<=[由经报向，,；;。：:、|）) ])|^|(?<=\bby )|(?<=\bthe ))"
# what an amount is compared with tells nothing of what it is an amount of
_COMPARED = re.compile(
    r"\b(?:above|below|over|under|more|less|than|up to|at least|at most|exceeding|between|beyond|from|not)\b",
    re.IGNORECASE,
)
# nor does what only points, or joins
_POINTS = ("that", "those", "these", "such", "anything", "one", "ones")
_IDLE = frozenset({"the", "and", "for", "who", "any", "all", "its", "from", "with", *_POINTS})
_DENIED = re.compile(
    r"\b(?:not|no|nobody|none|never|without|outside|isn't|wasn't|hasn't|haven't|un[a-z]{3,}ed)\b|[未没无非]|不在|[一-鿿]外(?![一-鿿])|(?:预算|计划|编制|目录|名录|名单|范围|定额|额度)[之以]?外",
    re.IGNORECASE,
)


class Level(Record):
    """What one sentence, item or row says for one condition: its whole chain, in order.

    `document` is the path and `link` the clause it stands in; `home` is the clause of another document that it reads
    instead of, where an amendment says it. `words` are what a question is held against, `topic` those that its
    sentence begins with and it doesn't repeat; `start`:`end` the sentence, item or row to cite. It is `led` where its
    clause goes on from a lead-in, and says of what the sentence before it is about what holds `again`. Its own
    words tell the acts that are `said`, all of its rules where there are none. What it is about is also what stands
    `over` it: the words its clause begins with, and those its sentence goes on from.
    """

    document: str
    link: str
    condition: str
    bounds: tuple[Range, ...]
    words: str
    rules: tuple[Rule, ...]
    start: int
    end: int
    further: bool = False
    led: bool = False
    topic: str = ""
    again: bool = False
    said: tuple[Act, ...] = ()
    home: str = ""
    over: str = ""

    @property
    def place(self) -> str:
        """The clause among whose neighbours it is a level."""
        return self.home or self.link

    def actors(self, acts: Sequence[Act]) -> tuple[str, ...]:
        """The actors of some acts, in the order of the chain."""
        return tuple(dict.fromkeys(rule.actor for rule in self.rules if rule.act in acts))

    def bodies(self, acts: Sequence[Act]) -> tuple[str, ...]:
        """The actors of some acts, each by its full name where the rulebook has one for it."""
        return tuple(dict.fromkeys(rule.body or rule.actor for rule in self.rules if rule.act in acts))

    def tells(self, acts: Sequence[Act]) -> bool:
        """Tell whether its own words name an actor of one of some acts, and not only its neighbours'."""
        return bool(self.actors([act for act in acts if act in self.said] if self.said else acts))

    def names(self, act: Act) -> bool:
        """Tell whether somebody does an act."""
        return any(rule.act is act for rule in self.rules)


def denied(words: str) -> bool:
    """Tell whether words deny something: not in the budget, unpaid, 预算外."""
    return _DENIED.search(words) is not None


def measures(level: Level) -> frozenset[tuple[str, str]]:
    """Return what a level bounds: money, days, pupils."""
    return frozenset((r.measure.value, r.unit if r.measure.value == "count" else "") for r in level.bounds)


def touch(a: Level, b: Level) -> bool:
    """Tell whether one level begins where the other ends, of whole days and of things counted with the next number."""
    pairs = [(r, s) for r in a.bounds for s in b.bounds if r.measure is s.measure]
    return any(_follows(low, high) for pair in pairs for low, high in (pair, pair[::-1]))


def _follows(one: Range, other: Range) -> bool:
    if one.low is None or other.high is None:
        return False
    whole = one.measure in (Measure.COUNT, Measure.DAYS) and one.low_in and other.high_in
    return one.low == other.high or (whole and one.low == other.high + 1)


def own_words(level: Level, whole: bool = True) -> str:
    """Return what a level speaks of: its words without its amounts, its verbs, and its actors where they act.

    Its topic is among them when they are to be `whole`.
    """
    words = f"{level.topic} {level.words}" if level.topic and whole else level.words
    # 值班员换班，须…: who a sentence opens with, and is about, stays
    rules = level.rules
    own = [rule.act in (Act.PROPOSE, Act.CARRY_OUT) and rule.matter.startswith(rule.actor) for rule in rules]
    acting = tuple((None if stays else rule.actor, rule.verb) for rule, stays in zip(rules, own, strict=True))
    return _besides(words, acting)


def unbounded(words: str) -> str:
    """Return words without their amounts and what those are compared with."""
    return _besides(words, ())


@lru_cache(maxsize=4096)
def _besides(words: str, acting: tuple[tuple[str | None, str], ...]) -> str:
    """Return words without amounts and what they are compared with, and without some actors, and verbs."""
    for bounds in reversed(ranges(words)):
        words = words[: bounds.start] + " " + words[bounds.end :]
    words = _COMPARED.sub(" ", words)
    for actor, verb in acting:
        words = words if actor is None else spoken_of(words, (actor,))
        words = words.replace(verb, " ") if verb else words
    return words


@lru_cache(maxsize=4096)
def spoken_of(words: str, actors: tuple[str, ...]) -> str:
    """Return words without actors where they act: what they are about, not who acts in it."""
    for actor in actors:
        words = re.sub(_ACTING + re.escape(actor), " ", words, flags=re.IGNORECASE)
    return words


def core(level: Level) -> frozenset[str]:
    """Return what a level speaks of: pairs of characters, or words."""
    return told(own_words(level))


@lru_cache(maxsize=1024)
def told(words: str) -> frozenset[str]:
    """Return the pairs of characters, or the words, of a text."""
    runs = re.findall(r"[㐀-鿿]{2,}", words)
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    named = (word for word in re.findall(r"[a-z]{3,}", words.lower()) if word not in _IDLE)
    return frozenset([*pairs, *(word.removesuffix("s") for word in named)])


def mostly_shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two texts, as they are told, have at least half in common of all that they say."""
    return len(one & other) * 2 >= len(one | other)


def within(level: Level) -> str:
    """Return the clause that the list of a level stands in: the one of which its clause is an item."""
    path, _, key = level.place.rpartition("#")
    return f"{path}#{key.rpartition('.')[0] or key}"


def front(level: Level) -> frozenset[str]:
    """Return what a level says before the first amount that it bounds."""
    return before_amount(level.words)


def before_amount(words: str) -> frozenset[str]:
    """Return what words say before the first amount that they bound."""
    at = min((r.start for r in ranges(words) if r.low != r.high), default=0)
    return told(_COMPARED.sub(" ", words[:at]))
