"""On which side of a thing a question and a clause stand: 预算内 or 预算外, "in the budget" or "not budgeted"."""

from bot.answering.coverage import plain
from bot.answering.denial import affirms, denies, positive
from bot.answering.question import Question


def side(question: Question, words: str) -> float:
    """Return 1 where words take the side that a question takes of what it names, -1 for the other, 0 for neither."""
    asked, said = plain(question.text), plain(words)
    agreed = 0
    for term in dict.fromkeys(map(positive, question.terms)):
        wanted = _side(asked, term)
        agreed += wanted * _side(said, term) if wanted else 0
    return float((agreed > 0) - (agreed < 0))


def _side(text: str, term: str) -> int:
    """Return 1 where a text says that something is in, or has, what a term names, -1 where it denies it, 0 for both."""
    return int(affirms(text, term)) - int(denies(text, term) is True) if len(term) > 1 else 0
