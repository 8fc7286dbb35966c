"""PURE: an answer in few words for a small screen: who decides in one sentence, then the chain."""

import re

from bot.answering.models import Answer, Decision, Status, Who
from bot.answering.saying.answer import decision_lines, quoted
from bot.answering.saying.phrases import ACTS, COLON, title
from corpus.models import Act

# Printed words that can stand as the verb of a sentence of ours; others are column heads, such as 责任部门.
_VERB = re.compile("决定|决策|批|审|同意|通过|核定|签|确定|认定|提出|申请$|拟|推荐|提议|组织|实施|负责|办理|备案|监督")
# The number of a source, which says nothing where the sources are not.
_MARK = re.compile(r" ?\[[0-9]+\]")
# More names than this in one sentence are read no faster than a list.
_MOST = 3


def brief(answer: Answer) -> str:
    """The text of an answer without the words that its sources show again; the decision in one sentence first.

    Where it lists the steps of a procedure, it is they that answer, under its name, and not who acts in one of them.
    """
    if answer.status is Status.CONFLICT:
        return sided(answer)
    made, asked, whole = answer.decision, answer.asked, len(answer.steps) > 1
    if made is None or not answer.citations or answer.options or not (whole or (asked and made.of(asked))):
        return answer.text
    rest = answer.text
    for line in decision_lines(answer.language, asked, made):
        rest = rest.replace(line, "", 1)
    if whole or any(who.citation == answer.citations[0].n for act in Act for who in made.of(act)):
        rest = rest.replace(quoted(answer.language, answer.citations[0]), "", 1)
    said = [headline(answer, made, asked), *chain(answer, made)] if asked and made.of(asked) else []
    left = [line for line in rest.splitlines() if line.strip()]
    return "\n".join([*said, *([answer.steps[0].title] if whole else []), *left])


def gist(answer: Answer) -> str:
    """What an answer says in a line, and its levels or sides, for whoever is not shown what it rests on."""
    first, *rest = brief(answer).split("\n")
    lines = [first, *(line for line in rest if line.startswith("· "))] if answer.options else [first]
    return _MARK.sub("", "\n".join(lines))


def sided(answer: Answer) -> str:
    """The sides of a conflict by the places where they stand: what they say is in the sources, in full."""
    lang, text = answer.language, answer.text
    places = {c.n: title(lang, c.title or c.document, c.clause) for c in answer.citations}
    for one in (option for option in answer.options if option.citation in places):
        who, mark = f"{COLON[lang]}{one.who}" if one.who else "", f"[{one.citation}]"
        said = who or f"{COLON[lang]}{one.condition}"
        text = text.replace(f"· {one.condition}{who}{mark}", f"· {places[one.citation]}{said}{mark}", 1)
    return text


def headline(answer: Answer, made: Decision, asked: Act) -> str:
    """The decision in one sentence, the act asked for first: 由党组织会议讨论决定；校长办公会议提出并组织实施。"""
    order = [asked, *(act for act in Act if act is not asked)]
    if not _sayable(answer, made):
        lines = decision_lines(answer.language, asked, made)
        return "；".join(lines) if answer.language == "zh" else "; ".join([lines[0], *map(_small, lines[1:])])
    done: dict[str, list[tuple[Act, Who]]] = {}
    for act in order:
        for who in made.of(act):
            done.setdefault(who.who, []).append((act, who))
    verbs = {name: dict.fromkeys(_verb(act, who) for act, who in acts) for name, acts in done.items()}
    parts = [name + "并".join(verbs[name]) + _marks(acts) for name, acts in done.items()]
    return "由" + "；".join(parts)


def chain(answer: Answer, made: Decision) -> list[str]:
    """The acts in the order in which the matter runs, on one line, where there are three of them or more."""
    acts = [act for act in Act if made.of(act)]
    if len(acts) < 3:
        return []
    names = "、" if answer.language == "zh" else ", "
    links = [f"{ACTS[answer.language][act]} {names.join(who.who for who in made.of(act))}" for act in acts]
    return [" → ".join(links)]


def _sayable(answer: Answer, made: Decision) -> bool:
    """Tell whether the decision reads well as one Chinese sentence."""
    named = [who for act in Act for who in made.of(act)]
    chinese = all(re.search("[一-鿿]", who.who) for who in named)
    few = len(named) <= 2 * _MOST and all(len(made.of(act)) <= _MOST for act in Act)
    return answer.language == "zh" and chinese and few


def _verb(act: Act, who: Who) -> str:
    label = {Act.SUPERVISE: "监督"}.get(act, ACTS["zh"][act])
    return who.act if _VERB.search(who.act) else label


def _marks(acts: list[tuple[Act, Who]]) -> str:
    return "".join(f"[{n}]" for n in dict.fromkeys(who.citation for _, who in acts))


def _small(line: str) -> str:
    return line[:1].lower() + line[1:]
