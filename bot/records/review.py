"""What the log tells an admin: near-identical questions grouped, and which groups want attention. PURE."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from bot.answering.models import Language, Status
from bot.records.wordings import leaders, normal
from corpus.models import Record

# Letters and digits, without the fillers that show nothing.
_TELLING = re.compile("[^\\W_\u115f\u1160\u3164\uffa0]")


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

    `reply` is what the office in charge replied to it, "" without; `further` whether it goes on with a question that
    the office had replied to; `nearest` are the links of where it could look instead, where nothing was found.
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
    further: bool = False
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


def clusters(rows: Sequence[Logged]) -> tuple[tuple[Logged, ...], ...]:
    """The rows in groups of near-identical questions; the same rows always give the same groups.

    Each wording joins the oldest-led group nearest to it, in the order of first asking. What goes on with a question
    holds most of its words and asks something else: it is grouped with the very same alone.
    """
    wordings: dict[tuple[str, bool], list[Logged]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.id):
        wordings[normal(row.question), row.further].append(row)
    leading = leaders(tuple(wording for wording, further in wordings if not further))
    grouped: dict[tuple[str, bool], list[Logged]] = defaultdict(list)
    for (wording, further), found in wordings.items():
        grouped[wording if further else leading[wording], further].extend(found)
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


def _unanswered(row: Logged) -> bool:
    # what a person asked an office further was never put to the rulebook
    return row.status is Status.NOT_FOUND and not row.handled and not row.further


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
