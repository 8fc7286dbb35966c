"""Turns in English: if it is refused, back to step 2; otherwise go to step 5; skip step 3; the procedure ends."""

import re
from collections.abc import Iterator

from corpus.branches.first import first
from corpus.branches.models import Aim, Turn

_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
_N = rf"(?:[0-9]{{1,2}}|{_NUMBERS})"
_UNIT = "(?:step|stage)"
# The groups are called as the aims are.
_PLACE = (
    rf"(?:{_UNIT}s?\s+(?:no\.?\s*)?(?P<step>{_N})\b(?:\s*(?:to|-|–)\s*{_N}\b)?(?!\s+(?:of|in|under)\s+(?!this\b))"
    rf"|(?:{_UNIT}|item|paragraph|point)?\s*\((?P<mark>[a-z]{{1,4}}|[0-9]{{1,2}})\)|(?:item|paragraph|point)\s+(?P<mark_>[a-z]|[0-9]{{1,2}})\b"
    rf"|the\s+(?P<step_>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+{_UNIT}"
    rf"|the\s+(?P<before>(?:previous|preceding|last)\s+{_UNIT}|{_UNIT}\s+before)|the\s+(?P<next>next|following)\s+{_UNIT})"
)
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_HOW = r"(?:\s+(?:straight|directly|back|on|forward|ahead|again|once more|immediately))*"
_THING = r"(?:\s+(?:it|them|this|(?:the|an?|all)(?:\s+\w+){1,3}?))?"
_WAY = (
    rf"(?:\b(?:go|goes|going|come|comes|move|moves|moved|jump|jumps|skip|skips|revert|reverts){_HOW}\s+to"
    rf"|\b(?:returns?|returned|send|sends|sent|refers?|referred|pass|passes|passed|hands?|handed|takes?|taken|puts?){_THING}{_HOW}\s+to"
    rf"|\b(?:proceed|proceeds|continue|continues|resume|resumes|carry on|carries on){_HOW}\s+(?:to|with|at|from)"
    rf"|\b(?:(?:start|begin|run)s?|restarts?){_THING}\s+(?:again\s+|afresh\s+|anew\s+|over\s+)?(?:at|from|with)"
    rf"|\b(?:back|straight|on)\s+to|\brepeats?(?:\s+from)?)"
)
_STEPS = rf"{_UNIT}s?\s+{_N}(?:\s*(?:,|and|or|to|-|–)\s*(?:{_UNIT}\s+)?{_N})*"
_ACTOR = (
    rf"(?:the\s+)?(?!(?:{_UNIT}|item|paragraph|point|previous|preceding|last|next)\b)(?P<actor>[a-z][\w' -]{{2,40}}?)"
    r"(?=\s*(?:[,:]|$|\b(?:if|where|when|unless|who|which|to|for|and|with|by|in|on)\b))"
)
_PATTERNS = (
    rf"{_WAY}\s+{_PLACE}",
    rf"\b{_UNIT}\s+(?P<step>{_N})\s+(?:is|must be|shall be)\s+(?:then\s+)?repeated",
    rf"\b(?:skip|omit|miss out|leave out)s?\s+(?P<after>{_STEPS})",
    rf"\b(?P<after>{_STEPS})\s+(?:is|are|may be|can be)\s+(?:skipped|omitted|left out|missed out|dispensed with)",
    r"\b(?P<first>(?:start|begin)s?(?:\s+all\s+over)?\s+again\b(?!\s+(?:at|from|with)\s+(?:step|stage))|"
    r"(?:start|begin)s?\s+(?:again\s+)?from\s+the\s+(?:beginning|start))",
    r"\b(?P<end>(?:the|this)\s+(?:procedure|process)\s+(?:then\s+)?(?:ends|stops|is closed|comes to an end))",
    r"\b(?:goes|go|(?:is\s+)?(?:returned|sent|handed|referred|passed)|sends?\s+it|passes\s+it|hands\s+it)\s+back\s+to\s+"
    rf"{_ACTOR}",
    rf"\b(?:is|are)\s+returned\s+to\s+{_ACTOR}",
)
_TURNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_DENIED = re.compile(r"(?:\bnot|n't|\bnever|\bno|\bcannot|\bwithout)(?:\s+\w+)?\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!\bno)[.;!?](?=\s|$)|\n", re.IGNORECASE)
_PART = re.compile(r"[,:—–(]")

_OPENS = re.compile(
    r"^(?:(?:and|but|or|then)\s+)*(?:if|where|when|unless|should|once|otherwise|or else|in case|in the event|failing|"
    r"until|for|in any other case|in all other cases|except)\b",
    re.IGNORECASE,
)
_TRAILS = re.compile(
    r"\s*,?\s*(?:again\s*,?\s*)?((?:if|where|when|unless|until|once|should|for|in case|in the event)\b[^,;.]*)", re.I
)
_JOINED = re.compile(r"^(?:and|but|or|then)\s+", re.IGNORECASE)
# The subject of the turn, and what stands between it and the verb.
_MODAL = r"(?:\s+(?:is|are|was|must|shall|will|should|may|can|has to|have to|be|been|then|to|and))*"
_SUBJECT = re.compile(
    rf"^(.*\S\s+\S+?)\s+(?:it|they|this|you|we|he|she|(?:the|its|their|all)(?:\s+\w+){{1,3}}){_MODAL}$", re.IGNORECASE
)
_BARE = re.compile(rf"^(?:it|they|this|that|you|we|he|she|then|and|also)?{_MODAL}$", re.IGNORECASE)
_PLAIN = re.compile(r"^(?:the|it|this|that|these|they|he|she|you|we|an?|its|their|all)\b", re.IGNORECASE)
_TOLD_APART = re.compile(
    r"\b(?:that|which|who|whose|over|above|below|under|not|without|incomplete|refused|rejected|failed|late|more|less|other)\b"
    r"|n't\b",
    re.IGNORECASE,
)


def turns(action: str) -> Iterator[Turn]:
    """Yield the turns of a step's words, in order."""
    for sentence in _SENTENCE.split(action):
        at = 0
        while found := first(_TURNS, _DENIED, sentence, at):
            condition = _condition(sentence[at : found.start()])
            at = found.end()
            if not condition and (trailing := _TRAILS.match(sentence, at)):
                condition, at = trailing[1].strip(), trailing.end()
            yield _turn(found, condition)


def _turn(found: re.Match[str], condition: str) -> Turn:
    name, words = next((name, words) for name, words in found.groupdict().items() if words)
    if name == "after":
        return Turn(Aim.AFTER, re.findall(_N, words, re.IGNORECASE)[-1], condition)
    if words.lower() in _ORDINALS:
        words = str(_ORDINALS.index(words.lower()) + 1)
    return Turn(Aim(name.rstrip("_")), words, condition)


def _condition(before: str) -> str:
    """Return the case that stands before a turn, or a subject that is one; "" where none does."""
    parts = [part.strip() for part in _PART.split(before)]
    opened = next((n for n in reversed(range(len(parts))) if _OPENS.search(parts[n])), None)
    if opened is None:
        return _subject(_JOINED.sub("", parts[-1]))
    case = parts[opened:] if opened == len(parts) - 1 else parts[opened:-1]
    said = _JOINED.sub("", ", ".join(case))
    if opened == len(parts) - 1:
        shorter = _SUBJECT.search(said)
        said = shorter[1] if shorter else re.sub(rf"{_MODAL}$", "", said)
    return said.strip()


def _subject(words: str) -> str:
    """Return what a sentence is about where only some are: "Incomplete forms", and not "The form"."""
    said = re.sub(rf"{_MODAL}$", "", words, flags=re.IGNORECASE).strip()
    if _BARE.search(said) or len(said.split()) > 12 or (_PLAIN.search(said) and not _TOLD_APART.search(said)):
        return ""
    return said
