"""Who does what to which matter, read from each clause of a document."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.models import Act, Clause, Rule
from corpus.outline.marks import mark
from corpus.passages import chinese, sentences
from corpus.rules import legend, rows
from corpus.rules.beyond import going_on
from corpus.rules.bulleted import bulleted
from corpus.rules.chinese import wording as wording_zh
from corpus.rules.deeds import Deed
from corpus.rules.english import items as items_en
from corpus.rules.english import short as short_en
from corpus.rules.english import wording as wording_en
from corpus.rules.items import around, besides, cleared, consenting, described, on_top, preparing
from corpus.rules.laddered import rungs_of, unsaid
from corpus.rules.leading import BOXES, conditional, governing, office_over, opened, powers, reserving
from corpus.rules.made import made, rule_of
from corpus.rules.matters import MATTER_LENGTH, condition, topic
from corpus.rules.rungs import ladder

_LONGEST = 400  # characters; a longer sentence is a list that nobody broke into lines
Actors = tuple[str, ...]


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence of either language."""
    read = wording_zh.deeds if chinese(sentence) else wording_en.deeds
    return read(sentence[:_LONGEST])


def _from_sentence(document: str, link: str, text: str, span: tuple[int, int]) -> list[Rule]:
    """Read the rules of one sentence; `span` is where it stands in the document's text."""
    return made(document, link, _unmarked(text, span), span, deeds(_unmarked(text, span)))


# 将第二条第（二）项修改为：“…”, "3. Section 4.2 is replaced by: …": what comes before the new words is no rule
_AMENDS = re.compile(
    r"[^“”\"\n]{0,150}?(?:修改|修订|改|调整|变更|更正|增加|作为|replaced|substituted?|amended|inserted?|added|reads?\b|revised|changed)"
    r"[^“”\"\n]{0,40}?[“\"](?=[^”\"\n]{12})",
    re.I,
)
# by which act the changes are made that follow: By resolution of the Court these Rules are amended as follows:
_ENACTS = re.compile(
    r"(?=.*\b(?:is|are|be|hereby|stand)\b[^.;]*\b(?:amended|changed|altered|revised|modified|varied|replaced)\b)"
    r"[^.;]*\b(?:as follows|thus|in the following (?:way|manner|respects?)|by the following|the following (?:amendments?|changes?))\W*$",
    re.IGNORECASE | re.DOTALL,
)
# what a memo is about, and to whom it goes, is no rule
_HEAD = re.compile(r"(?:subject|re|from|to|date|ref)\s*:", re.IGNORECASE)


def _unmarked(text: str, span: tuple[int, int]) -> str:
    """Return a sentence without the number that opens it, and without what leads up to the new words it quotes."""
    sentence = text[slice(*span)]
    if _HEAD.match(sentence) or _ENACTS.match(sentence):
        return ""
    leads = _AMENDS.match(sentence)
    own = sentence[leads.end() :] if leads else sentence
    opened = mark(own)
    return own[opened.length if opened else 0 :]


def _of_sentences(
    place: tuple[str, str, str], spans: Sequence[tuple[int, int]], carried: Actors, conditional: bool, alone: bool
) -> list[Rule]:
    """Read the sentences of a clause in order; who acts in one goes on in the next.

    `place` is the document, the clause's link and the document's text; `alone` tells that no lead-in says who acts.
    """
    document, link, text = place
    rules: list[Rule] = []
    last, before = spans[0][0] if spans else 0, ""
    for at, span in enumerate(spans):
        if "\n" in text[last : span[0]]:
            carried, before = (), ""
        last = span[1]
        sentence = _unmarked(text, span)
        if chinese(sentence):
            found, carried = wording_zh.reading(sentence[:_LONGEST], carried, conditional)
        else:
            found = _gone_on(sentence[:_LONGEST], before, alone)
            if not found and sentence.endswith(";") and at + 1 < len(spans):
                found = wording_en.going_before(sentence[:_LONGEST], text[slice(*spans[at + 1])])
            over = rules[-1].matter if rules and found and before.endswith(";") else ""
            if (
                over
                and wording_en.leaves_out(sentence)
                and not topic(sentence, found[0].start).removeprefix("and").strip(" ,")
            ):
                rules += [
                    one.model_copy(update={"matter": over}) for one in made(document, link, sentence, span, found)
                ]
                found = []
            before = f"{before} {sentence}"[-_LONGEST:].lstrip() if before.endswith(";") else sentence
        rules += made(document, link, sentence, span, found)
    return rules


def _gone_on(sentence: str, before: str, alone: bool) -> list[Deed]:
    """Read a sentence, and with the one before it what it leaves out: …; by the Board, on the Dean's advice, if …"""
    own = items_en.of_role(sentence) or deeds(sentence) or items_en.answering(sentence, before)
    whole = wording_en.going_on(sentence, before) if before and (not own or wording_en.leaves_out(sentence)) else []
    known = {(deed.start, deed.act) for deed in own}
    found = [*own, *(deed for deed in whole if (deed.start, deed.act) not in known)]
    taken = {deed.start for deed in found}
    found += [deed for deed in wording_en.verbless(sentence) if alone and deed.start not in taken]
    return sorted(found, key=lambda deed: deed.start)


def _led(text: str, leads: Sequence[tuple[int, int]]) -> Actors:
    """Return the actors whom a lead-in leaves to its items: 董事会行使下列职权："""
    sentence = _unmarked(text, leads[0]) if leads else ""
    return wording_zh.left_open(sentence[:_LONGEST]) if chinese(sentence) else ()


_HANGS = re.compile(r"\b(?:by|of|from|with)\s*$")  # by decision of | (i) the Dean


def _continued(document: str, link: str, text: str, clause: Clause, leads: Sequence[tuple[int, int]]) -> list[Rule]:
    """Read an English item as the end of the nearest lead-in that it can end, unless a nearer one names who acts."""
    own = text[clause.start : clause.end]
    for span in () if chinese(own) else leads:
        lead = text[slice(*span)]
        agents = items_en.agents(own.strip(), lead)
        office = office_over(lead) if not agents else ""
        if office and (told := _of_office((document, link, text), clause, office)):
            return told
        if _from_sentence(document, link, text, span) and not (agents and _HANGS.search(text[slice(*span)])):
            return []
        if agents:
            said = (around(own.strip(), agents), own.strip(), (clause.start, clause.start + len(own.rstrip())))
            return [rule_of(document, link, deed, place, said) for place, deed in enumerate(agents, 1)]
    return []


def _of_office(place: tuple[str, str, str], clause: Clause, office: str) -> list[Rule]:
    """Read the first sentence of an item as what the office over it may or shall do: Town Clerk | 1. To grant leave."""
    document, link, text = place
    for start, end in sentences(text, clause.start, clause.end)[:2]:
        item = text[start:end]
        agents = items_en.agents(item, office) if items_en.does(_unmarked(text, (start, end))) else []
        if agents:
            said = (around(item, agents), item, (start, end))
            return [rule_of(document, link, deed, order, said) for order, deed in enumerate(agents, 1)]
    return []


# 经会议研究，对…作如下修改：the items are new words, and none of what was resolved upon
_CHANGES = re.compile(r"(?:作|做)(?:出|了)?如下(?:修改|修订|调整|补充|更正)")
# 会议组织, 会议管理: a heading that only names what it is about
_NAME = re.compile(r"\s*[一-鿿]{2,8}\s*")
# 理事会不得代替会员大会: a sentence that denies something behind the items is none of them
_DENIES = re.compile(r"^[^，。；：]{2,24}(?:不得|不能|无权)[^：]*。\s*$")


def _inherited(document: str, link: str, text: str, clause: Clause, leads: Sequence[tuple[int, int]]) -> list[Rule]:
    """Give an item the actors of the nearest lead-in that names any."""
    if _DENIES.search(text[clause.start : clause.end]):
        return []
    for span in leads:
        head = _unmarked(text, span)
        if _CHANGES.search(head):
            return []
        rules = _from_sentence(document, link, text, span) or made(document, link, head, span, powers(head))
        if rules and not (_NAME.fullmatch(head) and all(rule.act is Act.CARRY_OUT for rule in rules)):
            own = text[clause.start : clause.end]
            number = mark(own) if chinese(own) else None
            item = re.sub(r"\s+", " ", own[number.length if number else 0 :]).strip(" ；;。.\n")
            opened = None if number else mark(item)
            bounds = item[opened.length if opened else 0 :].partition("，其中")[0]
            said = {"matter": item[:MATTER_LENGTH], "condition": condition(bounds)}
            return [rule.model_copy(update=said) for rule in rules]
    return []


# the lead-in of a table whose cells decide: 出差先批后走：
_DECIDED = re.compile("[批准签]|同意|决定|核定|审定")
_TITLE = re.compile(
    r"(?:办法|规定|细则|规则|规程|制度|条例|章程|总则|附则|流程|程序|权限|通知|决定|管理|[（(][^（）()]*[）)])\s*$"
)


def _of_clause(document: str, identity: str, text: str, clauses: Sequence[Clause], n: int) -> list[Rule]:
    clause = clauses[n]
    link = f"{identity}#{clause.key}"
    if clause.heading and _TITLE.search(text[clause.start : clause.end]):
        return []
    leads = governing(text, clauses, n)
    if clause.level == "row":
        decided = any(_DECIDED.search(text[slice(*span)]) for span in leads)
        return rows.rules_of(document, link, clause, deeds, decided)
    over = leads if clause.level != "paragraph" else []
    boxed = clause.level in BOXES
    continued = [] if boxed else _continued(document, link, text, clause, leads)
    inherited = (
        [] if boxed or continued else _inherited(document, link, text, clause, [*leads, *reserving(text, clauses, n)])
    )
    spans, place = sentences(text, clause.start, clause.end), (document, link, text)
    alone = not (boxed or continued or inherited)
    own = _of_sentences(place, spans, _led(text, over), conditional(text, over), alone)
    known = {(rule.start, rule.end) for rule in own}
    own += [rule for rule in bulleted(document, link, text, clause) if (rule.start, rule.end) not in known]
    own.sort(key=lambda rule: rule.start)
    if boxed:
        return own
    own = [rule for rule in own if not (inherited and described(text, clause, rule))]
    said = {(rule.actor, rule.act) for rule in own}
    # whose act the lead-in names goes before whoever must agree
    own = [*(rule for rule in continued if (rule.actor, rule.act) not in said), *own]
    own = [cleared(rule, continued) for rule in consenting(text, own, inherited)]
    further = [rule for rule in own if on_top(text, rule)]
    settled = continued or any(rule.act is Act.DECIDE and rule not in further for rule in own)
    passed = [] if settled else inherited
    if settled and not continued and inherited and not clause.key.rpartition(".")[2].startswith("~"):
        led = preparing(text, inherited, own)
        own = [*led, *(rule.model_copy(update={"place": rule.place + len(led)}) for rule in own)]
    if not passed:
        rungs: list[Rule] = [] if continued else unsaid(rungs_of(document, link, text, clause, leads), own)
        if own and chinese(text[clause.start : clause.end]):
            bounded = [rule for rule in own if rule.act is Act.DECIDE and rule.condition]
            rungs = rungs if ladder([(rule.actor, rule.condition) for rule in [*bounded, *rungs]]) else []
        return sorted([*rungs, *own], key=lambda rule: rule.start)
    first = [rule for rule in passed if rule.act is Act.DECIDE] if further else []
    beside = besides(own, passed, clause.end - clause.start)
    return first + beside + [r for r in passed if r not in first and r.act not in {o.act for o in own}]


def _in_full(rule: Rule, text: str, since: int) -> Rule:
    """Tell a short name in full by what its article says before it."""
    return rule.model_copy(update={"actor": short_en.in_full(rule.actor, text[since : rule.end])})


def rules(document: str, identity: str, text: str, clauses: Sequence[Clause]) -> Iterable[Rule]:
    """Yield the rules of a document: `document` is its path, `identity` its id.

    `Rule.start`:`Rule.end` is the sentence or cell a rule was read from; for an item that has its actors
    from a lead-in, the lead-in.
    """
    yield from going_on(_read(document, identity, text, clauses))


def _read(document: str, identity: str, text: str, clauses: Sequence[Clause]) -> Iterator[Rule]:
    known = legend.legend(text, clauses)
    for n, clause in enumerate(clauses):
        coded = legend.rules_of(document, f"{identity}#{clause.key}", clause, known) if known else None
        for rule in _of_clause(document, identity, text, clauses, n) if coded is None else coded:
            short = clause.level != "row" and short_en.short(rule.actor)
            yield _in_full(rule, text, opened(clauses, n)) if short else rule
