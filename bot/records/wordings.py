"""What makes two wordings of a question near-identical. PURE."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

# Two questions are near-identical from this share of common character bigrams on.
NEAR = 0.7
# Latin words share many bigrams by chance (leave, leases), so they must agree as words too.
NEAR_WORDS = 0.8

_POLITE = re.compile(
    r"(?:麻烦|劳驾)?(?:我?想)?(?:请问|请教|咨询|问)一下|请问|请教|麻烦(?:您|你)?|劳驾|我想(?:问|知道)|"
    r"(?:您|你|老师|大家)好|谢谢(?:您|你)?|多谢|"
    r"\b(?:please|thanks|thank you|hello|hi|hey|excuse me|may i ask|"
    r"(?:can|could) you (?:please )?tell me|(?:i would|id) like to know|do you know)\b"
)
_LAST_PARTICLES = re.compile(r"[吗呢啊呀吧哦嘛]+$")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_POINTLESS = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.]|_")
_CJK_SPACE = re.compile(r"(?<=[㐀-鿿]) | (?=[㐀-鿿])")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿半]+")
_WORD = re.compile(r"[a-z]+")
_SMALL = re.compile(r"\b(?:the|an?|to|of|for|is|are|be|do|does|did|can|may|my|our|your|in|on|at|and|it|i|we)\b")


def normal(question: str) -> str:
    """A question without what does not make it another one: width, case, marks, politeness."""
    folded = unicodedata.normalize("NFKC", question).casefold()
    bare = _bare(_POLITE.sub(" ", _APOSTROPHE.sub("", folded)))
    return _LAST_PARTICLES.sub("", bare) or _bare(folded) or " ".join(folded.split())


def _bare(text: str) -> str:
    words = _POINTLESS.sub(" ", _THOUSANDS.sub("", text))
    return _CJK_SPACE.sub("", " ".join(words.split()))


def leaders(wordings: Sequence[str]) -> dict[str, str]:
    """Each wording with the one that leads its group.

    Two sets that share 7 of 10 members share one among the rarest few of each, so only wordings that
    meet there are compared (prefix filtering, Chaudhuri, Ganti and Kaushik 2006): the result is exact.
    """
    pairs = {wording: _bigrams(wording) for wording in wordings}
    common = Counter(pair for found in pairs.values() for pair in found)
    meeting: dict[str, list[str]] = defaultdict(list)
    leaders: dict[str, str] = {}
    for wording in wordings:
        rare = sorted(pairs[wording], key=lambda pair: (common[pair], pair))
        rare = rare[: len(rare) - ceil(NEAR * len(rare)) + 1]
        candidates = dict.fromkeys(leader for pair in rare for leader in meeting[pair])
        leaders[wording] = _nearest(wording, candidates, pairs)
        if leaders[wording] == wording:
            for pair in rare:
                meeting[pair].append(wording)
    return leaders


def _nearest(wording: str, candidates: Iterable[str], pairs: dict[str, frozenset[str]]) -> str:
    """The candidate nearest to a wording, or the wording itself when none is near."""
    best, score = wording, 0.0
    for candidate in candidates:
        near = _jaccard(pairs[wording], pairs[candidate])
        if near >= NEAR and near > score and _same_facts(wording, candidate):
            best, score = candidate, near
    return best


def _same_facts(one: str, other: str) -> bool:
    """Whether two wordings name the same figures and nearly the same Latin words."""
    # "5万以内谁批" and "50万以内谁批" are near in characters and far apart in what they ask.
    if sorted(_FIGURE.findall(one)) != sorted(_FIGURE.findall(other)):
        return False
    return _jaccard(_words(one), _words(other)) >= NEAR_WORDS


def _words(wording: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(_SMALL.sub(" ", wording)))


def _bigrams(wording: str) -> frozenset[str]:
    return frozenset(wording[at : at + 2] for at in range(max(1, len(wording) - 1)))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
