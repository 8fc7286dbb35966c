"""A document, a clause or a step of a procedure as shown on its own, with its neighbours."""

from bot.answering.models import Answer, Language
from bot.answering.saying import phrases
from bot.answering.saying.branching import branch_line, branch_lines
from bot.answering.saying.forms import forms
from bot.answering.saying.steps import called
from bot.conversation.desk import NotThere
from bot.people.readable import Readable
from corpus import faq
from corpus.branches import branches
from corpus.models import Clause, Document, Kind, Procedure, Record
from corpus.passages import chinese
from index import Index


class View(Record):
    """What a link leads to: plain text, and the links of what comes before and after.

    `lead` has the words that a clause stands under, `spelt` a table's row with the name of each column, `clause` the
    link of the clause that a step comes from; "" where there is none. `branches` are the steps to which a step goes on
    in some case: what a button says of each, and its link.
    """

    link: str
    title: str
    text: str
    previous: str | None = None
    next: str | None = None
    lead: str = ""
    spelt: str = ""
    clause: str = ""
    branches: tuple[tuple[str, str], ...] = ()


def _language(text: str) -> Language:
    return "zh" if chinese(text) else "en"


def _document(link: str, document: Document, read: Readable) -> View | None:
    if document.path not in read.paths:
        return None
    return View(link=link, title=document.facts.title, text=read.text(document).rstrip("\n"))


def _clause(link: str, document: Document, key: str, read: Readable) -> View | None:
    shown = [c for c in document.clauses if read.shows(document.path, c.start, c.until)]
    clause = next((c for c in shown if c.key == key), None)
    if clause is None:
        return None
    peers = [document.link(c) for c in shown if c.parent == clause.parent]
    here = peers.index(f"{document.id}#{key}")
    lang = _language(document.text)
    return View(
        link=link,
        title=phrases.title(lang, document.facts.title, clause.label),
        text=document.text[clause.start : clause.until].rstrip("\n"),
        previous=peers[here - 1] if here else None,
        next=peers[here + 1] if here + 1 < len(peers) else None,
        lead=_lead(document, clause, read),
        spelt="\n".join(f"{one.name}{phrases.COLON[lang]}{one.text}" for one in clause.cells if one.name and one.text),
    )


def _entry(shown: View, index: Index, document: Document, key: str) -> View:
    """Show of an entry of an FAQ its answer, and what it rests on by name; a section of entries as it stands."""
    at = next(clause.start for clause in document.clauses if clause.key == key)
    spans = ((one, *faq.span(document, one)) for one in faq.entries(document))
    entry = next((one for one, start, end in spans if start <= at < end), None)
    if entry is None:
        return shown
    lang = _language(document.text)
    names = [named for one in entry.basis if (named := _named(index, one.link, lang))]
    basis = faq.BASIS[lang] + phrases.listed(lang, names) if names else ""
    return shown.model_copy(update={"text": "\n\n".join(part for part in (entry.answer, entry.loose, basis) if part)})


def _named(index: Index, link: str, lang: Language) -> str:
    """The title of a document and the label of its clause, "" where the link of a clause leads to none."""
    name, _, key = link.partition("#")
    entry = index.document(name)
    clauses = index.whole(entry.path).clauses if entry else ()
    label = next((one.label for one in clauses if one.key == key), "")
    return phrases.title(lang, entry.facts.title, label) if entry and (label or not key) else ""


def _lead(document: Document, clause: Clause, read: Readable) -> str:
    """The own words of the clause above; of a row that is spelt out, without the head of its table."""
    head = " | ".join(cell.name for cell in clause.cells)
    at = clause.parent
    while at is not None:
        above = document.clauses[at]
        seen = read.shows(document.path, above.start, above.end)
        lines = document.text[above.start : above.end].splitlines() if seen else []
        said = [line for line in lines if line.strip() and line not in (head, document.facts.title)]
        if said:
            return "\n".join(said)
        at = above.parent
    return ""


def _step(procedure: Procedure, number: int) -> View | None:
    """Show one step, or the whole procedure for number 0."""
    lang = _language(procedure.title + procedure.steps[0].action)
    colon = "：" if lang == "zh" else ": "
    steps = procedure.steps
    if number == 0:
        lines = [
            line
            for s in steps
            for line in (
                f"{s.number}. {s.actor + colon if s.actor and s.actor not in s.action else ''}{s.action}",
                *(f"    ↳ {branch}" for branch in branch_lines(procedure, s.number, lang)),
            )
        ]
        return View(link=procedure.id, title=procedure.title, text="\n".join(lines), next=steps[0].id)
    if not 1 <= number <= len(steps):
        return None
    step = steps[number - 1]
    head = phrases.STEP[lang].format(number=number, of=len(steps))
    ways = [one for one in branches(procedure) if one.at == number]
    turns = phrases.joined(lang, [branch_line(one, lang) for one in ways])
    said = (phrases.headed(step.actor), step.action, step.limit, phrases.listed(lang, list(forms(step.action))), turns)
    parts = [f"{name}{colon}{part}" for name, part in zip(phrases.STEP_PARTS[lang], said, strict=True) if part]
    return View(
        link=step.id,
        title=f"{procedure.title} · {head}",
        text="\n".join(parts),
        previous=steps[number - 2].id if number > 1 else None,
        next=steps[number].id if number < len(steps) else None,
        clause=step.clause.partition("@")[0],
        branches=tuple((branch_line(one, lang), steps[one.to - 1].id) for one in ways if one.to),
    )


def procedure(index: Index, link: str, read: Readable) -> Procedure | None:
    """Return the whole procedure behind the link of one, or of a step, where the reader may see it.

    Its title names its document.
    """
    base, bang, number = link.rpartition("!")
    found = index.procedure(base + "!") if bang and (number.isdigit() or not number) else None
    if found is None or not all(read.shows(found.document, s.start, s.end) for s in found.steps):
        return None
    entry = index.document(found.document)
    return found.model_copy(update={"title": called(found, entry.facts.title if entry else "")})


def view(index: Index, link: str, read: Readable) -> View:
    """Return what a link leads to; raises NotThere when it leads nowhere that may be read in this generation."""
    found: View | None = None
    if run := procedure(index, link, read):
        found = _step(run, int(link.rpartition("!")[2] or 0))
    else:
        name, mark, key = link.rpartition("#")
        entry = index.document(link) or (index.document(name) if mark else None)
        if entry is not None:
            document = index.whole(entry.path)
            whole = link in (entry.path, entry.id)
            clause = key.partition("@")[0]
            found = _document(link, document, read) if whole else _clause(link, document, clause, read)
            if found and not whole and entry.facts.kind is Kind.FAQ:
                found = _entry(found, index, document, clause)
    if found is None:
        raise NotThere(f"{link} leads nowhere in {index.generation}: ask again, or look at the document's own clauses")
    return found


def still_open(index: Index, read: Readable, answer: Answer) -> bool:
    """Tell whether nothing of an earlier answer is closed to a reader today; what is gone is closed to nobody."""
    known = {one.path for one in index.documents()}
    closed = known - read.paths
    if any(one.document in closed for one in answer.citations) or any(one.document in closed for one in answer.nearest):
        return False
    links = [one.link for part in (answer.citations, answer.nearest, answer.steps) for one in part]
    found = [place for link in links if (place := index.find(link)) is not None]
    return all(read.shows(place.document, place.start, place.end) for place in found)
