"""Questions that a rulebook answers, made from its own procedures and rules, to show a newcomer what to ask."""

import re
from collections.abc import Callable, Iterator

from bot.answering.models import Answer, Language, Status
from corpus.models import Act, Kind, Procedure, Rule
from corpus.passages import chinese
from index import Index

COUNT = 3
# Candidates tried before giving up on finding three that are answered well.
TRIED = 24
_LONGEST = {"zh": 16, "en": 50}
_WHO: dict[Language, str] = {"zh": "{}由谁决定？", "en": "Who decides: {}?"}
_HOW: dict[Language, str] = {"zh": "{}怎么走？", "en": "What are the steps: {}?"}


def examples(index: Index, ask: Callable[[str], Answer], language: Language, paths: frozenset[str]) -> tuple[str, ...]:
    """Return three questions in a language that are answered, from as many of these documents as there are."""
    found: list[str] = []
    used: set[str] = set()
    for n, (path, question) in enumerate(_candidates(index, language, paths)):
        if len(found) == COUNT or n == TRIED:
            break
        if path in used:
            continue
        answer = ask(question)
        if answer.status is Status.ANSWERED and any(c.document == path for c in answer.citations[:1]):
            found.append(question)
            used.add(path)
    return tuple(found)


def _candidates(index: Index, language: Language, paths: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield a document's path with a question on it: who decides and how it runs, by turns."""
    rules = [entry.path for entry in index.documents() if entry.facts.kind is Kind.RULE]
    for path in rules:
        if path not in paths:
            continue
        document = index.whole(path)
        if chinese(document.text) is not (language == "zh"):
            continue
        decided = next((m for rule in document.rules if (m := _matter(rule, language))), "")
        if decided:
            yield path, _WHO[language].format(decided)
        steps = next((t for p in document.procedures if (t := _title(p, language))), "")
        if steps:
            yield path, _HOW[language].format(steps)


def _matter(rule: Rule, language: Language) -> str:
    """Return a rule's matter where it is short enough to ask about."""
    words = re.sub(r"^[（(]?[一二三四五六七八九十0-9a-z]{1,3}[)）.、]\s*", "", rule.matter).strip(" ；;。.,，的")
    plain = not re.search(r"[，。；,;:：()（）]", words) and len(words) > 3
    return words if rule.act is Act.DECIDE and plain and len(words) <= _LONGEST[language] else ""


def _title(procedure: Procedure, language: Language) -> str:
    words = procedure.title.split(" · ")[-1]
    return words if len(words) <= _LONGEST[language] else ""
