"""What the log tells an admin: near-identical questions grouped, and which groups want attention. PURE."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from math import ceil

from bot.answering.models import Language, Status
from corpus.models import Record

# Two questions are near-identical from this share of common character bigrams on.
NEAR = 0.7
# Latin words share many bigrams by chance (leave, leases), so they must agree as words too.
NEAR_WORDS = 0.8

_POLITE = re.compile(
    r"(?:麻烦|劳驾)?(?:我?想)?(?:请问|请教|咨询|问)一下|请问|请教|麻烦(?:您|你)?|劳驾|我想(?:问|知道)|"
    r"(?:您|你|老师|大家)好|谢谢(?:您|你)?|多谢|"
    r"\b(?:please|thanks|thank you|hello|hi|hey|excuse me|may i ask|"
    r"(?:can|could) you (?:please )?tell me|(?:i would|id) like to know|do you know)\b"
)
_LAST_PARTICLES = re.compile(r"[吗呢啊呀吧哦嘛]+$")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_POINTLESS = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.]|_")
_CJK_SPACE = re.compile(r"(?<=[㐀-鿿]) | (?=[㐀-鿿])")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿半]+")
_WORD = re.compile(r"[a-z]+")
# Letters and digits, without the fillers that show nothing.
_TELLING = re.compile("[^\\W_\u115f\u1160\u3164\uffa0]")
_SMALL = re.compile(r"\b(?:the|an?|to|of|for|is|are|be|do|does|did|can|may|my|our|your|in|on|at|and|it|i|we)\b")


class Reason(StrEnum):
    """What is wrong with an answer, as its asker says."""

    WRONG_CLAUSE = "wrong_clause"
    OUTDATED = "outdated"
    NOT_UNDERSTOOD = "not_understood"
    OTHER = "other"


class Cited(Record):
    """A clause that an answer rested on."""

    document: str
    title: str
    clause: str
    link: str


class Logged(Record):
    """One question as the log keeps it; `liked` is None until its asker has rated the answer.

    `reply` is what the office in charge replied to it, "" without; `nearest` are the links of where it could look
    instead, where nothing was found.
    """

    id: int
    at: datetime
    question: str
    language: Language
    status: Status
    text: str
    channel: str
    person: str
    liked: bool | None
    reason: Reason | None = None
    reply: str = ""
    handled: bool
    cited: tuple[Cited, ...]
    nearest: tuple[str, ...] = ()


class Group(Record):
    """Near-identical questions: the wording asked most, and what was last said to them.

    `id` names the group and is the oldest of `ids`. `status` is that of the last asking; `text` and
    `cited` are those of the last answer that was given, empty if there never was one. `reasons` counts what
    was wrong with the disliked ones; `reply` is the last word of the office in charge, "" without; `nearest` as of the
    last asking.
    """

    id: int
    ids: tuple[int, ...]
    question: str
    also: tuple[str, ...]
    language: Language
    count: int
    people: int
    liked: int
    disliked: int
    last: datetime
    status: Status
    text: str
    cited: tuple[Cited, ...]
    reasons: dict[Reason, int] = {}
    reply: str = ""
    nearest: tuple[str, ...] = ()


class Review(Record):
    """The groups that want attention; one group may be there for more than one reason."""

    unanswered: tuple[Group, ...]
    disliked: tuple[Group, ...]
    repeated: tuple[Group, ...]
    replied: tuple[Group, ...] = ()

    def kinds(self) -> tuple[tuple[str, tuple[Group, ...]], ...]:
        """Each reason with its groups, the most urgent first."""
        always = ("unanswered", self.unanswered), ("disliked", self.disliked), ("repeated", self.repeated)
        return (*always, ("replied", self.replied)) if self.replied else always

    def groups(self) -> tuple[Group, ...]:
        """Every group once."""
        return tuple({group.id: group for _, groups in self.kinds() for group in groups}.values())


def normal(question: str) -> str:
    """A question without what does not make it another one: width, case, marks, politeness."""
    folded = unicodedata.normalize("NFKC", question).casefold()
    bare = _bare(_POLITE.sub(" ", _APOSTROPHE.sub("", folded)))
    return _LAST_PARTICLES.sub("", bare) or _bare(folded) or " ".join(folded.split())


def clusters(rows: Sequence[Logged]) -> tuple[tuple[Logged, ...], ...]:
    """The rows in groups of near-identical questions; the same rows always give the same groups.

    Each wording joins the oldest-led group nearest to it, in the order of first asking.
    """
    wordings: dict[str, list[Logged]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.id):
        wordings[normal(row.question)].append(row)
    grouped: dict[str, list[Logged]] = defaultdict(list)
    for wording, leader in _leaders(tuple(wordings)).items():
        grouped[leader].extend(wordings[wording])
    return tuple(tuple(sorted(group, key=lambda row: row.id)) for group in grouped.values())


def review(rows: Sequence[Logged]) -> Review:
    """The unanswered, the disliked, the repeated, and those an office replied to; a sign or a letter asks nothing.

    A handled question calls for nothing by itself; asked anew, its group is back with its whole count.
    """
    found = clusters([row for row in rows if len(_TELLING.findall(row.question)) > 1])
    return Review(
        unanswered=_groups(c for c in found if any(_unanswered(row) for row in c)),
        disliked=_groups(c for c in found if any(_disliked(row) for row in c)),
        repeated=_groups(c for c in found if len(c) > 1 and not all(row.handled for row in c)),
        replied=_groups(c for c in found if any(row.reply and not row.handled for row in c)),
    )


def _bare(text: str) -> str:
    words = _POINTLESS.sub(" ", _THOUSANDS.sub("", text))
    return _CJK_SPACE.sub("", " ".join(words.split()))


def _unanswered(row: Logged) -> bool:
    return row.status is Status.NOT_FOUND and not row.handled


def _disliked(row: Logged) -> bool:
    return row.liked is False and not row.handled


def _groups(found: Iterable[tuple[Logged, ...]]) -> tuple[Group, ...]:
    groups = [_group(rows) for rows in found]
    return tuple(sorted(groups, key=lambda group: (-group.count, -group.last.timestamp(), group.id)))


def _group(rows: tuple[Logged, ...]) -> Group:
    """One group of rows in the order of asking."""
    wordings = Counter(_shown(row.question) for row in rows)
    question, *also = (wording for wording, _ in wordings.most_common())
    last = rows[-1]
    told = next((row for row in reversed(rows) if row.status is not Status.NOT_FOUND), None)
    return Group(
        id=rows[0].id,
        ids=tuple(row.id for row in rows),
        question=question,
        also=tuple(also),
        language=last.language,
        count=len(rows),
        people=len({row.person for row in rows}),
        liked=sum(row.liked is True for row in rows),
        disliked=sum(row.liked is False for row in rows),
        last=last.at,
        status=last.status,
        text=told.text if told else "",
        cited=told.cited if told else (),
        reasons=dict(Counter(row.reason for row in rows if row.reason)),
        reply=next((row.reply for row in reversed(rows) if row.reply), ""),
        nearest=last.nearest,
    )


def _shown(question: str) -> str:
    """A question on one line, without characters that would steer an admin's terminal."""
    return "".join(char for char in " ".join(question.split()) if char.isprintable())


def _leaders(wordings: Sequence[str]) -> dict[str, str]:
    """Each wording with the one that leads its group.

    Two sets that share 7 of 10 members share one among the rarest few of each, so only wordings that
    meet there are compared (prefix filtering, Chaudhuri, Ganti and Kaushik 2006): the result is exact.
    """
    pairs = {wording: _bigrams(wording) for wording in wordings}
    common = Counter(pair for found in pairs.values() for pair in found)
    meeting: dict[str, list[str]] = defaultdict(list)
    leaders: dict[str, str] = {}
    for wording in wordings:
        rare = sorted(pairs[wording], key=lambda pair: (common[pair], pair))
        rare = rare[: len(rare) - ceil(NEAR * len(rare)) + 1]
        candidates = dict.fromkeys(leader for pair in rare for leader in meeting[pair])
        leaders[wording] = _nearest(wording, candidates, pairs)
        if leaders[wording] == wording:
            for pair in rare:
                meeting[pair].append(wording)
    return leaders


def _nearest(wording: str, candidates: Iterable[str], pairs: dict[str, frozenset[str]]) -> str:
    """The candidate nearest to a wording, or the wording itself when none is near."""
    best, score = wording, 0.0
    for candidate in candidates:
        near = _jaccard(pairs[wording], pairs[candidate])
        if near >= NEAR and near > score and _same_facts(wording, candidate):
            best, score = candidate, near
    return best


def _same_facts(one: str, other: str) -> bool:
    """Whether two wordings name the same figures and nearly the same Latin words."""
    # "5万以内谁批" and "50万以内谁批" are near in characters and far apart in what they ask.
    if sorted(_FIGURE.findall(one)) != sorted(_FIGURE.findall(other)):
        return False
    return _jaccard(_words(one), _words(other)) >= NEAR_WORDS


def _words(wording: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(_SMALL.sub(" ", wording)))


def _bigrams(wording: str) -> frozenset[str]:
    return frozenset(wording[at : at + 2] for at in range(max(1, len(wording) - 1)))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
