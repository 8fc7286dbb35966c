"""Who does what to which matter, read from each clause of a document."""

import re
from collections.abc import Iterable, Sequence

from corpus import tables
from corpus.chinese import wording as wording_zh
from corpus.deeds import Deed
from corpus.english import wording as wording_en
from corpus.marks import mark
from corpus.models import Act, Clause, Rule
from corpus.passages import chinese, sentences
from corpus.quantities import ranges

_MATTER_LENGTH = 60
# No sentence of a rule is longer; a longer one is a list that nobody broke into lines.
_LONGEST = 400
_LEAD_IN = re.compile(r"(?:下列|以下|如下|[：:]\s*$|following|:\s*$)")
_AMOUNT = re.compile(r"[0-9０-９]|以上|以下|以内|超过|不满|不足|up to|above|more than|less than|below|over ")
_ORDER = tuple(Act)
Actors = tuple[str, ...]


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence of either language."""
    read = wording_zh.deeds if chinese(sentence) else wording_en.deeds
    return read(sentence[:_LONGEST])


# the words between a matter and its actor: …由A, …is decided by the Head
_JOINT = re.compile(r"(?:应当|应|须|必须|统一|均|先)?(?:由|经|报请?|提交|提请|向|须经|应由)$")
_JOINT_EN = re.compile(
    r"\s*\b(?:(?:may|must|shall|will|can|should)(?: only)? be|is|are|was|were|be)\b[^,;]{0,40}?\bby(?:\s+(?:the|an?))?$"
    r"|\s*\b(?:the|an?|each|every|only|by|to|of|and|or)$",
    re.IGNORECASE,
)
_VERB_EN = re.compile(
    r"^\s*(?:alone |only |also |then |jointly |normally )*(?:may|must|shall|will|can|should)?\s*(?:alone |only |also )*"
    r"[a-z]+(?: (?:off|out|on))?\s+",
    re.IGNORECASE,
)


def _topic(sentence: str, before: int) -> str:
    """Return what a sentence says before its first actor: the matter and its conditions."""
    words = _JOINT.sub("", sentence[:before].rstrip())
    while (shorter := _JOINT_EN.sub("", words.rstrip())) != words.rstrip():
        words = shorter
    return words.strip(" ，,、：:。；;.\n（(")


def _tail(sentence: str, deed: Deed, until: int) -> str:
    """Return what a sentence says of an act after its actor and verb: A审批…, the Head may approve…"""
    words = sentence[deed.end : until]
    if chinese(sentence):
        return words.partition(deed.verb)[2] or words
    return _VERB_EN.sub("", words)


def _condition(topic: str) -> str:
    """Return the parts of a topic that bound it by a number."""
    parts = [part for part in re.split(r"，|；|[,;]\s", topic) if _AMOUNT.search(part)]
    return "，".join(parts).strip()


def _from_sentence(document: str, link: str, text: str, span: tuple[int, int]) -> list[Rule]:
    """Read the rules of one sentence; `span` is where it stands in the document's text."""
    return _made(document, link, _unmarked(text, span), span, deeds(_unmarked(text, span)))


def _unmarked(text: str, span: tuple[int, int]) -> str:
    """Return a sentence without the number that opens it."""
    opened = mark(text[slice(*span)])
    return text[span[0] + (opened.length if opened else 0) : span[1]]


def _of_sentences(
    document: str, link: str, text: str, spans: Sequence[tuple[int, int]], carried: Actors, condition: bool
) -> list[Rule]:
    """Read the sentences of a clause in order; who acts in one goes on in the next."""
    rules: list[Rule] = []
    last = spans[0][0] if spans else 0
    for span in spans:
        carried = () if "\n" in text[last : span[0]] else carried
        last = span[1]
        sentence = _unmarked(text, span)
        if chinese(sentence):
            found, carried = wording_zh.reading(sentence[:_LONGEST], carried, condition)
        else:
            found = deeds(sentence)
        rules += _made(document, link, sentence, span, found)
    return rules


def _made(document: str, link: str, sentence: str, span: tuple[int, int], found: Sequence[Deed]) -> list[Rule]:
    """Make the rules of one sentence from its deeds."""
    rules = []
    topic, last = _topic(sentence, found[0].start) if found else "", 0
    for place, deed in enumerate(found, 1):
        between = _topic(sentence[last:], deed.start - last) if last else ""
        topic = between if _condition(between) and ranges(between) else topic
        last = deed.end
        tail = _tail(sentence, deed, found[place].start if place < len(found) else len(sentence))
        bounds = tail if not ranges(_condition(topic)) and ranges(_condition(tail)) else topic
        rules.append(_rule(document, link, deed, place, (bounds, topic or tail, span)))
    return rules


def _rule(document: str, link: str, deed: Deed, place: int, said: tuple[str, str, tuple[int, int]]) -> Rule:
    """Make a rule of a deed; `said` is the topic that bounds it, the words of its matter, and its span."""
    topic, matter, (start, end) = said
    return Rule(
        document=document,
        clause=link,
        actor=deed.actor,
        act=deed.act,
        verb=deed.verb,
        matter=matter[:_MATTER_LENGTH].strip(),
        condition=_condition(topic),
        place=place,
        start=start,
        end=end,
    )


def _from_row(document: str, link: str, clause: Clause) -> list[Rule]:
    """Read the rules of a table row: one for each actor in a column of actors."""
    kinds = tables.columns(clause.cells)
    rules: list[Rule] = []
    for cell, kind in zip(clause.cells, kinds, strict=True):
        if not isinstance(kind, Act) or tables.nobody(cell.text):
            continue
        rules += [
            Rule(
                document=document,
                clause=link,
                actor=actor,
                act=kind,
                verb=cell.name,
                matter=tables.matter(clause.cells)[:_MATTER_LENGTH],
                condition=tables.condition(clause.cells),
                place=_ORDER.index(kind) + 1,
                start=cell.start,
                end=cell.end,
            )
            for actor in _cell_actors(cell.text)
        ]
    return rules


def _cell_actors(words: str) -> list[str]:
    """Return the actors a cell names; a cell that says more than names is taken as it stands."""
    found = deeds(words)
    if found and any(mark in words for mark in "，,；;。.由经"):
        return list(dict.fromkeys(deed.actor for deed in found))
    parts = [part.strip() for part in re.split(r"[、；;/\n]|,\s|\s+and\s+", words) if part.strip()]
    return [re.sub(r"^(?:the|a|an)\s+", "", part, flags=re.IGNORECASE) for part in parts]


def _governing(text: str, clauses: Sequence[Clause], n: int) -> list[tuple[int, int]]:
    """Return the lead-in sentences that give a clause its actors, nearest first."""
    spans: list[tuple[int, int]] = []
    at = clauses[n].parent
    while at is not None:
        clause = clauses[at]
        own = sentences(text, clause.start, clause.end)
        if own and clause.level not in ("table", "row") and _LEAD_IN.search(text[own[-1][0] : own[-1][1]]):
            spans.append(own[-1])
        elif own and clause.heading and len(own) == 1:
            spans.append(own[0])
        at = clause.parent
    return spans


_CONDITIONS = re.compile(
    r"(?:下列|以下|如下)[^，。：]{0,10}(?:情形|情况|行为|条件|事由|证据|材料|文件|用语|含义|原则|要求|标准|资料|内容|人员|规则)"
)


def _conditional(text: str, leads: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the items of a lead-in are conditions or things: 有下列情形之一的："""
    return bool(leads and _CONDITIONS.search(text[slice(*leads[0])]))


def _led(text: str, leads: Sequence[tuple[int, int]]) -> Actors:
    """Return the actors whom a lead-in leaves to its items: 董事会行使下列职权："""
    sentence = _unmarked(text, leads[0]) if leads else ""
    return wording_zh.left_open(sentence[:_LONGEST]) if chinese(sentence) else ()


def _inherited(document: str, link: str, text: str, clause: Clause, leads: Sequence[tuple[int, int]]) -> list[Rule]:
    """Give an item the actors of the nearest lead-in that names any."""
    own = text[clause.start : clause.end]
    for span in leads:
        rules = _from_sentence(document, link, text, span)
        agents = [] if rules or chinese(own) else wording_en.agents(own.strip(), text[slice(*span)])
        if agents:
            end = clause.start + len(own.rstrip())
            return [
                _rule(document, link, deed, place, ("", own.strip(), (clause.start, end)))
                for place, deed in enumerate(agents, 1)
            ]
        if rules:
            item = re.sub(r"\s+", " ", text[clause.start : clause.end]).strip(" ；;。.\n")
            said = {"matter": item[:_MATTER_LENGTH], "condition": _condition(item)}
            return [rule.model_copy(update=said) for rule in rules]
    return []


def _of_clause(document: str, identity: str, text: str, clauses: Sequence[Clause], n: int) -> list[Rule]:
    clause = clauses[n]
    link = f"{identity}#{clause.key}"
    if clause.level == "row":
        return _from_row(document, link, clause)
    leads = _governing(text, clauses, n)
    over = leads if clause.level != "paragraph" else []
    own = _of_sentences(
        document, link, text, sentences(text, clause.start, clause.end), _led(text, over), _conditional(text, over)
    )
    if clause.level in ("part", "chapter", "section", "heading", "table") or any(r.act is Act.DECIDE for r in own):
        return own
    passed = [r for r in _inherited(document, link, text, clause, leads) if r.act not in {rule.act for rule in own}]
    return own + passed


def rules(document: str, identity: str, text: str, clauses: Sequence[Clause]) -> Iterable[Rule]:
    """Yield the rules of a document: `document` is its path, `identity` its id.

    `Rule.start`:`Rule.end` is the sentence or cell a rule was read from; for an item that has its actors
    from a lead-in, the lead-in.
    """
    for n in range(len(clauses)):
        yield from _of_clause(document, identity, text, clauses, n)
