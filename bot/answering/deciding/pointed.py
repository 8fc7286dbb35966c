"""Which actor of a chain comes first to the point of a question: 哪个部门会签 asks for one of several reviewers."""

import re
from collections.abc import Mapping, Sequence

from bot.answering.asked.question import Question
from bot.answering.levels.level import told
from bot.answering.weighing.coverage import plain, stem
from bot.answering.weighing.seats import of_the_seat
from corpus.models import Act, Document, Rule

# the kind of actor that a question names in its question word, and how actors of that kind are called
_KINDS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(called))
    for asked, called in (
        (
            r"(?:哪(?:个|些|一级|级|一个)?|什么|[上过])会(?!签)|which (?:committee|body|board|panel|meeting)",
            r"会议?$|小组$|[团队]$|\b(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Pp]anel|[Gg]roup|[Mm]eeting|[Tt]rustees|[Gg]overnors)",
        ),
        (
            r"哪(?:个|些|一)?(?:部门|科室|处室|办公室|单位|机构)|which (?:department|office|team|unit|service)",
            r"[部处室科所站局院办]$|中心$|\b(?:[Oo]ffice|[Dd]epartment|[Tt]eam|[Uu]nit|[Ss]ervice|[Ss]ection|[Dd]ivision)s?\b",
        ),
        (
            r"哪(?:位|一位|几位|个人|个领导|一?级领导)|which (?:person|officer|manager|director|leader)",
            r"(?<!委)员$|长$|书记|主任|主席|领导|负责人|总监|经理|干部|[师医]$|(?:er|or|ist|ant|Head|Chair|Dean|Bursar|Secretary)$",
        ),
    )
)
_CONSENT = re.compile(r"agreement|consent")
# the last word is had by the last of those who decide
_LAST = re.compile(
    r"最后|最终|到头来|拍板|\b(?:final(?:ly)?|in the end|ultimate(?:ly)?|last word|at the end)\b", re.IGNORECASE
)
# what makes the name of a post that of a body
_BODY = re.compile("(?:办公|工作|联席|专题|例)(?:会|室|组)|会议")
# where another begins to act: 财务部核对价款，…; a Sanitarian has seen the studio | and the Director has read the plan
_PARTS = re.compile(r"[，。；;]|[,.](?!\d)|\b(?:and|then|while|once|after)\b(?= (?:the|an?|[A-Z])\b)")
_MOSTLY = 0.5
_CUT = 2  # characters that a name may be cut short by: 分管副总, for 分管副总经理
_LEAST = 4


def to_the_point(
    question: Question, rules: Sequence[Rule], documents: Mapping[str, Document] | None = None
) -> list[Rule]:
    """Return the rules of a chain, those of the act asked for in the order in which they answer the question.

    `documents` hold the words in which each acts. First who acts under a condition that the question names, who is of
    the kind asked for, who comes last in the chain where the last word is asked for, whose printed verb is the
    question's, and whose own words share most with it; last whom the question itself names: 园务会定了还要报给谁 asks
    for another than 园务会.
    """
    rules = of_the_seat(plain(question.text), rules)
    own = [rule for rule in rules if rule.act is question.asked]
    if len(own) < 2:
        return list(rules)
    named = _named(question, rules)
    parts = {id(rule): _part(rule, documents or {}) for rule in own}
    best = {id(rule): _worth(question, rule, rule.actor in named, parts[id(rule)]) for rule in own}
    ordered = iter(sorted(own, key=lambda rule: best[id(rule)], reverse=True))
    return [next(ordered) if rule.act is question.asked else rule for rule in rules]


def _part(rule: Rule, documents: Mapping[str, Document]) -> str:
    """Return the part of its sentence that somebody acts in, without the name: 财务部核对价款; "" for none."""
    document = documents.get(rule.document)
    sentence = document.text[rule.start : rule.end] if document else ""
    return next((part.replace(rule.actor, " ") for part in _PARTS.split(sentence) if rule.actor in part), "")


def _worth(question: Question, rule: Rule, named: bool, part: str) -> tuple[bool, bool, bool, int, int, int, bool]:
    asked = plain(question.text)
    under = told(plain(rule.condition))
    case = bool(under) and len(under & told(asked)) > len(under) * _MOSTLY
    kinds = [called for kind, called in _KINDS if kind.search(asked)]
    right = any(called.search(rule.actor) for called in kinds)
    last = rule.place if _LAST.search(asked) else 0
    own = told(plain(f"{rule.condition} {rule.matter} {part}"))
    shared = len(own & told(asked)) if rule.act is not Act.DECIDE else 0  # the words of one of several that act
    return not named, case, right, last, _verb(rule.verb, asked), shared, not _CONSENT.search(rule.verb)


def _verb(verb: str, asked: str) -> int:
    """Return how much of a printed verb stands in a question: characters of its longest part, or its last word."""
    if verb.isascii():
        return int(
            any(re.search(rf"\b{re.escape(stem(w))}", asked) is not None for w in verb.lower().split() if len(w) > 3)
        )
    parts = (verb[a:b] for a in range(len(verb)) for b in range(a + 2, len(verb) + 1))
    return max((len(part) for part in parts if part in asked), default=0)


def _named(question: Question, rules: Sequence[Rule]) -> set[str]:
    """Return the actors whom a question names itself."""
    asked = plain(question.text)
    named: set[str] = set()
    for actor in sorted({rule.actor for rule in rules}, key=len, reverse=True):
        said = next((name for name in _names(plain(actor)) if _of_itself(name, asked)), "")
        if said or _by_initials(actor, question.text):
            named.add(actor)
            asked = asked.replace(said, " ") if said else asked  # 校长 is not named by 校长办公会议
    return named


def _by_initials(actor: str, text: str) -> bool:
    """Tell whether a question names an English actor by its initials: the CE, for Chief Executive."""
    initials = "".join(word[0] for word in actor.split() if word[:1].isupper())
    return actor.isascii() and len(initials) > 1 and re.search(rf"\b{re.escape(initials)}\b", text) is not None


def _of_itself(name: str, asked: str) -> bool:
    """Tell whether a name stands in a question, and not as the beginning of another: 校长 in 校长办公会议."""
    return any(not _BODY.match(asked, found.end()) for found in re.finditer(re.escape(name), asked))


def _names(actor: str) -> list[str]:
    """Return an actor's name, what is left of a Chinese one that is cut short, and the post in 分管后勤的副馆长."""
    if actor.isascii():
        return [actor]
    short, post = actor[:-_CUT], actor.rpartition("的")[2]
    return [actor, *([short] if len(short) >= _LEAST else []), *([post] if post != actor else [])]
