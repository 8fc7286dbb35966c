"""A question without the words that only name its day: 2020年的时候, before April 2024."""

import re

_AROUND = r"[\s,，、;；:：]*"
_BEFORE = re.compile(
    r"(?:(?<![一-鿿])(?:在|按照?|照|依|于|从|截至|截止到?|到)"
    r"|\b(?:back\s+)?(?:in|on|as (?:of|at|from)|at|by|of|during|since|until|before|under))\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:当?中|底|初)?(?:的?(?:那个?)?(?:时候|那会儿|那时候?|当时|那阵子?)|当时|度(?![过假])|之?前后?|份|以来)?(?:的(?=[^，,。？?]))?"
)


def undated(text: str, span: tuple[int, int]) -> str:
    """Return a question without the words at `span` and those that lean on them; as it is where nothing would be left.

    The span is that of the words that name its day. No clause says 2020年的时候: such words only keep clauses from
    being found.
    """
    start, end = span
    if start == end:
        return text
    before, after = _BEFORE.sub("", text[:start]), _AFTER.sub("", text[end:], count=1)
    before, after = re.sub(rf"{_AROUND}$", "", before), re.sub(rf"^{_AROUND}(?=\S)", "", after)
    ends = re.fullmatch(r"\s*[。.?？!！]*\s*", after)
    joined = " " if before and after and not ends and (before[-1].isascii() or after[0].isascii()) else ""
    return f"{before}{joined}{after}" if re.search(r"[^\W\d_]{2}", before + after) else text
