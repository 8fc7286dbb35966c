"""Whether a clause is about the opposite of what a question says: not in the budget, where the question is."""

import re
import unicodedata
from collections.abc import Iterable

from bot.answering.question import Question

# a word that denies what follows it, or what it follows, in a few words
_NO = r"(?:not|no|nothing|none|never|nobody|without|outside|beyond|(?:is|was|has|have|had|are|were|do|does|did)n['’]?t)"
_NO_ZH, _NO_ZH_BEHIND = r"(?:未|没|无|不在|不属|非|超)", r"(?:以外|之外|外|里没|没|中没|未|无)"


def contrary(question: Question, words: str, beside: Iterable[str]) -> bool:
    """Tell whether words deny what a question affirms, or affirm what it denies, where others of `beside` don't."""
    asked, said = _plain(question.text), _plain(words)
    others = [_plain(one) for one in beside]
    for term in question.terms:
        meant = denies(asked, term)
        if denies(said, term) is (not meant) and any(denies(other, term) is meant for other in others):
            return True
    return False


def denies(text: str, term: str) -> bool | None:
    """Tell whether a text denies a term; None when the term isn't in it. Both are in small letters."""
    if not term[0].isascii():
        return _either(text, term, rf"{_NO_ZH}[^，。；,;]{{0,4}}{term}", rf"{term}[^，。；,;]?{_NO_ZH_BEHIND}")
    stem = re.escape(term if len(term) < 5 else re.sub(r"(?:ing|ed|es|s|e)$", "", term))
    word = rf"\b{stem}\w*"
    return _either(text, word, rf"\b{_NO}\s(?:\w+\s){{0,4}}?{word}|\bun{stem}", rf"{word}\s(?:\w+\s){{0,2}}?{_NO}\b")


def _either(text: str, word: str, before: str, behind: str) -> bool | None:
    if re.search(rf"{before}|{behind}", text):
        return True
    return False if re.search(word, text) else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
