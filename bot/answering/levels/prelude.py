"""What the levels of one clause take over from the words before them: their topic, and who proposes and reviews."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.answering.levels.level import Level, told
from corpus.models import Act, Rule
from corpus.quantities import ranges

_GOES_ON = re.compile(r"[；;,，]\s*$")
# a sentence that names what it is about only by the one before it: Closing one for longer; Dearer ones; It may also
_AGAIN = re.compile(
    r"(?:\w+ )?(?:one|ones|it|them|such|more|longer|larger|bigger|greater|higher|dearer|further|anything)\b",
    re.IGNORECASE,
)
# a sentence that bounds what it is about only by the bound before it: Above that, it is granted by; 超过的，由…
_BEYOND = re.compile(
    r"(?:(?:any|every)thing )?(?:above|over|beyond|more than|in excess of|exceeding) (?:that|this|it)\b"
    r"(?: (?:sum|amount|limit|level|figure|number))?"
    r"|(?:超过|超出|高于|多于)(?:[该此这上]?[一项]?(?:数额|金额|限额|数|额度|期限|标准|范围))?的(?=[，,由报须应需经])",
    re.IGNORECASE,
)
_INSTEAD = re.compile("改(?:为)?[由报经]")  # of a case in which only who decides is another
_BEFOREHAND = (Act.PROPOSE, Act.REVIEW)


def opened(levels: Iterable[Level], text: str) -> Iterator[Level]:
    """Yield the levels of one clause, in its order, with what its sentences begin with.

    由使用部门申请；不满五千元的由…，五千元以上的由…: the first words hold for every amount. `text` is the document's.
    """
    topic = ""
    prelude: tuple[Rule, ...] = ()
    before: Level | None = None
    over: tuple[tuple[Rule, ...], Level] | None = None  # what a sentence began with, and the level before it
    for level in levels:
        if before is not None and before.start != level.start:
            over = (prelude, before)
        same = before is not None and _in_one(before, level, text)
        head = _head(level, text) if before is None or before.start != level.start else ""
        topic = head or (topic if same else "")
        if before is not None and not _follows(before, level, same, text):
            goes_on = over and before.start == level.start and _follows(over[1], level, same, text)
            prelude = over[0] if over and goes_on else ()
        if before is not None and before.start != level.start and _AGAIN.match(text[level.start : level.end]):
            level = level.model_copy(update={"again": True})
        if before is not None and not level.bounds:
            level = _beyond(before, level, text)
        if before is not None and _on_top(before, level, text):
            yield _with(level, f"{before.topic} {before.words}", _under(before, level))
        else:
            yield _with(level, topic, prelude)
        prelude, before = _beforehand(level) or prelude, level


def _beyond(before: Level, level: Level, text: str) -> Level:
    """Return a level with the bound that its sentence has from the one before it, which ends at some amount."""
    said = _BEYOND.match(text[level.start : level.end].lstrip())
    upper = [r for r in before.bounds if r.high is not None]
    if not said or level.condition or before.start == level.start or len(upper) != 1:
        return level
    rest = upper[0].model_copy(update={"low": upper[0].high, "low_in": not upper[0].high_in, "high": None})
    return level.model_copy(update={"condition": said[0], "bounds": (rest,)})


def _in_one(before: Level, level: Level, text: str) -> bool:
    """Tell whether two levels stand in one sentence, or in two parts of it."""
    between = text[before.end : level.start]
    return before.start == level.start or (not between.strip() and _GOES_ON.search(text[: before.end]) is not None)


def _head(level: Level, text: str) -> str:
    """Return the words that stand before the condition of a level in its sentence."""
    said = text[level.start : level.end]
    at = said.find(level.condition) if level.condition else -1
    return said[:at].strip() if at > 0 else ""


def _on_top(before: Level, level: Level, text: str) -> bool:
    """Tell whether a level asks for more than the sentence before it does, whatever the amount."""
    apart = before.start != level.start and not text[before.end : level.start].strip()
    return apart and level.further and bool(level.bounds) and not before.condition and before.names(Act.DECIDE)


def _under(before: Level, level: Level) -> tuple[Rule, ...]:
    """Return the chain a level comes on top of: whoever decides there may only review here."""
    here = {rule.actor for rule in level.rules}
    return tuple(rule for rule in before.rules if rule.act is not Act.DECIDE or rule.actor not in here)


def _beforehand(level: Level) -> tuple[Rule, ...]:
    """Return who proposes and reviews whatever the amount, and where nobody decides yet whatever the case.

    What such words hang on is what all that follows is about: 整部复制的，由读者申请，馆员提出意见；善本由馆长批准.
    """
    undecided = not level.names(Act.DECIDE) and not level.bounds
    return tuple(rule for rule in level.rules if rule.act in _BEFOREHAND and (undecided or not rule.condition))


def _follows(before: Level, level: Level, same: bool, text: str) -> bool:
    """Tell whether what is done beforehand in one level is done in the next one too.

    So it is where another decides of a case in words: 由读者申请，馆员审核；善本由馆长批准; 嘉宾为外宾的，改由馆长批准.
    """
    if level.names(Act.PROPOSE):
        return False
    undecided = not before.names(Act.DECIDE)
    if not level.bounds:
        other = _INSTEAD.search(text[level.start : level.end]) is not None
        return level.names(Act.DECIDE) and (other or (same and undecided and bool(level.condition)))
    return undecided or bool(before.bounds) or (same and bool(_said(level) & told(before.words)))


def _said(level: Level) -> frozenset[str]:
    """Return the words of a level's condition before its amount."""
    at = min((r.start for r in ranges(level.condition)), default=0)
    return told(level.condition[:at])


def _with(level: Level, topic: str, prelude: Sequence[Rule]) -> Level:
    if not topic and not prelude:
        return level
    rules = [*(rule for rule in prelude if rule not in level.rules), *level.rules]
    own = level.words.removeprefix(topic)
    return level.model_copy(update={"topic": topic, "words": own, "rules": tuple(rules)})
