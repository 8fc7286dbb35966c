"""PURE: the buttons a channel offers, and what a press of each sends back."""

import re
from collections.abc import Sequence

from bot.answering.models import Citation, Language, Option, StepLink
from bot.answering.saying.phrases import headed, place
from bot.conversation.messages import PHRASES
from bot.records.review import Reason
from corpus.models import Record

# Telegram shows about this many characters of a button's label on a phone; the rest is only weight.
LABEL = 40
# Further steps are reached with the next button; a longer keyboard pushes the answer off the screen.
MOST_STEPS = 8
MOST_CITED = 4


class Button(Record):
    """A button's label and one of: what a press sends back, what it copies, where it leads."""

    label: str
    press: str = ""
    copies: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


def label(text: str, most: int = LABEL) -> str:
    """`text` on one line, cut to what a button shows, or to so many characters."""
    line = " ".join(text.split()) or "…"
    return line if len(line) <= most else line[: most - 1] + "…"


def example_rows(questions: Sequence[str], language: Language) -> Rows:
    """One button a question; the press names the question by its place."""
    return tuple((Button(label=label(q), press=f"v1:ask:{language}:{n}"),) for n, q in enumerate(questions))


def step_rows(steps: Sequence[StepLink], codes: Sequence[str], language: Language) -> Rows:
    """One button a step, the first few."""
    words = PHRASES[language].open_step
    pairs = list(zip(steps, codes, strict=True))[:MOST_STEPS]
    return tuple((Button(label=label(words.format(s.number, done(s))), press=f"v1:see:{code}"),) for s, code in pairs)


def done(step: StepLink) -> str:
    """Who does what in a step, who first and not twice: the end of a long label is not seen."""
    does = re.sub("^(?:an?|the) ", "", step.does, flags=re.IGNORECASE)
    who = does.lower().startswith(step.who.lower())
    return headed(does if who else f"{step.who} {step.does}")


def place_rows(places: Sequence[tuple[str, str]]) -> Rows:
    """One button a place, given as its name and its code."""
    return tuple((Button(label=label(name), press=f"v1:see:{code}"),) for name, code in places[:MOST_STEPS])


def rating_rows(asked: int) -> Rows:
    """The row of two thumbs under an answer, none under one that was not logged."""
    if not asked:
        return ()
    return ((Button(label="👍", press=f"v1:up:{asked}"), Button(label="👎", press=f"v1:down:{asked}")),)


def flow_rows(code: str, language: Language) -> Rows:
    """The button that shows the flow of a procedure, or of the one that a step belongs to."""
    return ((Button(label=PHRASES[language].flow, press=f"v1:flow:{code}"),),)


def clause_rows(code: str, language: Language) -> Rows:
    """The button that opens the clause a step comes from."""
    return ((Button(label=PHRASES[language].clause, press=f"v1:see:{code}"),),)


def turn_rows(code: str, place: int, of: int, language: Language) -> Rows:
    """The buttons that turn to the picture before and the picture after, of `of`.

    Like all that turn a message in place they name its language: in a group anybody may press them.
    """
    ways = (("◀", place - 1), ("▶", place + 1))
    row = tuple(
        Button(label=f"{arrow} {to + 1}/{of}", press=f"v1:turn:{code}:{to}:{language}")
        for arrow, to in ways
        if 0 <= to < of
    )
    return (row,) if row else ()


def thanks_rows(language: Language) -> Rows:
    """What stands in place of the thumbs after a press."""
    return ((Button(label=PHRASES[language].thanks, press="v1:done"),),)


def citation_rows(asked: int, citations: Sequence[Citation], codes: Sequence[str], language: Language) -> Rows:
    """One button a clause that is cited, two in a row; the press names the answer, so that its words can be shown."""
    buttons = [
        Button(label=label(f"[{c.n}] {place(language, c.clause) or c.title}"), press=f"v1:cite:{asked}:{c.n}:{code}")
        for c, code in list(zip(citations, codes, strict=True))[:MOST_CITED]
    ]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def number_rows(asked: int, citations: Sequence[Citation], codes: Sequence[str]) -> Rows:
    """One button a clause that is cited, four in a row by their numbers alone: under an answer with longer buttons."""
    buttons = [
        Button(label=f"[{c.n}]", press=f"v1:cite:{asked}:{c.n}:{code}")
        for c, code in list(zip(citations, codes, strict=True))[:MOST_STEPS]
    ]
    return tuple(tuple(buttons[n : n + 4]) for n in range(0, len(buttons), 4))


def level_rows(asked: int, options: Sequence[Option]) -> Rows:
    """One button a level; the press answers with it."""
    levels = list(enumerate(options))[:MOST_STEPS] if asked else []
    return tuple((Button(label=label(one.condition), press=f"v1:level:{asked}:{n}"),) for n, one in levels)


def why_rows(asked: int, language: Language) -> Rows:
    """What may be wrong with an answer."""
    words = PHRASES[language]
    buttons = [Button(label=getattr(words, reason.value), press=f"v1:why:{asked}:{reason.value}") for reason in Reason]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def office_rows(asked: int, office: str, language: Language) -> Rows:
    """The button that puts a question to the office in charge."""
    words = PHRASES[language].ask_office.format(office)
    return ((Button(label=label(words), press=f"v1:office:{asked}"),),) if asked and office else ()


def private_rows(link: str, language: Language) -> Rows:
    """The button under an answer in a group that leads to what is between a person and the bot."""
    return ((Button(label=PHRASES[language].in_private, url=link),),)


def language_rows(language: Language) -> Rows:
    """The buttons that switch a chat's language, each named in its own."""
    names = (("中文", "zh"), ("English", "en"), (PHRASES[language].speak_auto, "auto"))
    return (tuple(Button(label=name, press=f"v1:lang:{code}") for name, code in names),)


def list_rows(name: str, page: int, of: int, language: Language) -> Rows:
    """The buttons that turn a list's pages, counted from 0."""
    ways = (("◀", page - 1), ("▶", page + 1))
    row = tuple(Button(label=arrow, press=f"v1:list:{name}:{to}:{language}") for arrow, to in ways if 0 <= to < of)
    return (row,) if row else ()


def branch_rows(ways: Sequence[tuple[str, str]], language: Language) -> Rows:
    """One button a step to which a step goes on in some case, given as the case and the step's code."""
    shown = ways[:MOST_CITED]
    return tuple((Button(label=label(f"↳ {words}"), press=f"v1:go:{code}:{language}"),) for words, code in shown)


def view_rows(before: str | None, after: str | None, language: Language, *, step: bool = True) -> Rows:
    """The buttons that turn to the step or the clause before and after, named by their codes."""
    words = PHRASES[language]
    names = (words.previous, words.next) if step else (words.previous_clause, words.next_clause)
    places = zip(names, (before, after), strict=True)
    row = tuple(Button(label=text, press=f"v1:go:{code}:{language}") for text, code in places if code)
    return (row,) if row else ()
