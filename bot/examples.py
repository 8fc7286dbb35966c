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
# So long that a button shows the whole question.
_LONGEST = {"zh": 16, "en": 24}
_WHO: dict[Language, str] = {"zh": "{}由谁决定？", "en": "Who decides on {}?"}
_HOW: dict[Language, str] = {"zh": "{}怎么走？", "en": "{}: which steps?"}
# Words that speak of something named before them, and matters that are a procedure's name.
_POINTS = re.compile(
    r"(?:the|whether|if|where|when|unless|that|this|it|they|such|these|those|which|who|how|what)\b|其|该|此|上述|前款",
    re.IGNORECASE,
)
_RUNS = re.compile(r"流程|程序|步骤|[为是]$|第.{1,3}步|\bstep\b", re.IGNORECASE)


def examples(index: Index, ask: Callable[[str], Answer], language: Language, paths: frozenset[str]) -> tuple[str, ...]:
    """Return three questions in a language that are answered, from as many of these documents as there are."""
    found: list[str] = []
    used: set[str] = set()
    tried = 0
    who, how = (list(_candidates(index, language, paths, asked)) for asked in ("who", "how"))
    # the last one shows that procedures can be asked for too
    for most, candidates in ((COUNT - 1, who), (COUNT, how), (COUNT, who)):
        for path, question in candidates:
            if len(found) == most or tried == TRIED:
                break
            if path in used:
                continue
            tried += 1
            answer = ask(question)
            if answer.status is Status.ANSWERED and any(c.document == path for c in answer.citations[:1]):
                found.append(question)
                used.add(path)
    return tuple(found)


def _candidates(index: Index, language: Language, paths: frozenset[str], asked: str) -> Iterator[tuple[str, str]]:
    """Yield a document's path with a question on it: "who" decides, or "how" it runs."""
    rules = [entry.path for entry in index.documents() if entry.facts.kind is Kind.RULE]
    for path in rules:
        if path not in paths:
            continue
        document = index.whole(path)
        if chinese(document.text) is not (language == "zh"):
            continue
        if asked == "who":
            words = next((m for rule in document.rules if (m := askable(rule, language))), "")
        else:
            words = next((t for p in document.procedures if (t := _title(p, language))), "")
        if words:
            yield path, (_WHO if asked == "who" else _HOW)[language].format(words)


def askable(rule: Rule, language: Language) -> str:
    """Return a rule's matter where it is short enough to ask about, and a thing rather than a case; "" elsewhere."""
    words = re.sub(r"^[（(]?[一二三四五六七八九十0-9a-z]{1,3}[)）.、]\s*", "", rule.matter).strip(" ；;。.,，的")
    plain = not re.search(r"[，。；,;:：()（）]", words) and len(words) > 3
    alone = not _POINTS.match(words) and not _RUNS.search(words)
    fits = rule.act is Act.DECIDE and plain and alone and len(words) <= _LONGEST[language]
    return _within(words) if fits else ""


def _within(words: str) -> str:
    """Return words as they stand within a sentence: A new post is "a new post", and CCTV remains CCTV."""
    return words[:1].lower() + words[1:] if re.match(r"[A-Z](?:[a-z]| )", words) else words


def _title(procedure: Procedure, language: Language) -> str:
    words = procedure.title.split(" · ")[-1]
    named = len(words) > 2 and not words.isupper()
    return words if named and len(words) <= _LONGEST[language] else ""
