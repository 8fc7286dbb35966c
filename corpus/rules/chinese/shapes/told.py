"""What the plain wordings share: a form of words with its act, whom it names, and how it is told."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.actors import apart, looks_like
from corpus.rules.deeds import Deed
from corpus.rules.named import named

# who is named in a form of words; 、 and 和 may join several
WHO = "(?P<who>[^，。；：、的由（）]{2,22}?)"
SEVERAL = "(?P<who>[^，。；：的（）]{2,30}?)"
# a form of words ends with its clause
END = "(?=[，。；]|$)"
# what stands before a name and is none of it: 要修复室主任过目, 还要资产处放行
_BEFORE = re.compile(
    "(?:[一-鿿]{1,6}则(?=[一-鿿]{3})|[0-9一二三四五六七八九十百千万两半]+[天日周元]以?[内下上]的?|必须|应当|应该|需要(?!求)|须|需(?!求)|应(?!急|用)"
    "|要(?!闻)|得|还|则|均|都|先(?!进|锋)|再(?!生)|最后|最终|由|请|仍|就|也|另(?!外)|并|且)+"
)
# 供党委会, 到公安机关, 监事列席会议: more than a name, or less
_NOBODY = re.compile(
    "(?:其|该|本(?!人)|他|她|各|有关|相关|所在)$|民主(?!党派)|个别|[供为加到在对向把将与按因外]|经(?![办理营济管])|函告|告知|[0-9]+[年月]|.*(?:经(?![办理济营管费])|列席|出席|参加|参与|邀请|[（）◦])"
)
# 居民议事会, 船队, 全班: bodies and people that the list of heads leaves out
_ALSO = re.compile("[一-鿿]{2,8}(?:议事会|队|医学科|家庭)|全班|全体[一-鿿]{2,4}")


class Form(NamedTuple):
    """A form of words in which `who` does something, and which act it is."""

    words: re.Pattern[str]
    act: Act


def form(words: str, act: Act) -> Form:
    """Return a form of words with its act."""
    return Form(re.compile(words), act)


def people(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the names that a stretch of text consists of; none where it is anything else."""
    before = _BEFORE.match(text, start, end)
    start = before.end() if before and end - before.end() > 1 else start
    if _ALSO.fullmatch(text, start, end):
        return [(start, end)]
    if not looks_like(text[start:end]):
        return []
    spans = [(start + s, start + e) for s, e in apart(text[start:end])]
    good = [(s, e) for s, e in spans if named(text[s:e]) and looks_like(text[s:e]) and not _NOBODY.match(text[s:e])]
    return good if len(good) == len(spans) else []


def told(text: str, span: tuple[int, int], verb: str, act: Act) -> list[Deed]:
    """Return the deeds of those whom a stretch of text names."""
    return [Deed(actor=text[s:e], act=act, verb=verb, start=s, end=e) for s, e in people(text, *span)]


def by_forms(text: str, forms: Sequence[Form]) -> Iterator[Deed]:
    """Yield who does what by any of the forms of words; the verb is the form's `verb`."""
    for one in forms:
        for found in one.words.finditer(text):
            yield from told(text, found.span("who"), found["verb"], one.act)
