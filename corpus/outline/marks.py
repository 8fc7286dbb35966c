"""The marks that number clauses, in Chinese and English: recognising one at the start of a line.

Whether a mark really opens a clause depends on what came before it; that is for `corpus.outline`.
Here a mark is only read: its level, its printed form, its number. What looks like one and is none is in
`corpus.outline.mentions`; what a word or a frame numbers (问2, 【一】, Item 3) in `corpus.outline.worded`; numbers of
two kinds (一·1, 甲-3) in `corpus.outline.compound`.
"""

import re
import unicodedata

from corpus.outline.compound import COMPOUND, FORMAL, SIGNS
from corpus.outline.levels import Level, Mark, Reader
from corpus.outline.mentions import CJK_NUMBER, NUMBER, amount_of, decimal, referred
from corpus.outline.worded import WORDED
from corpus.quantities.numbers import CJK_DIGITS, DIGITS, FIRST_TWENTY, ROMANS, STEMS, ordinal, plain

__all__ = ["CIRCLED", "Level", "Mark", "mark", "upper_roman"]


CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SPELT = rf"(?i:{'|'.join(FIRST_TWENTY)})\b"
_EN = rf"[0-9]{{1,4}}[A-Z]?|[IVXL]+\b|[A-Z]\b|{_SPELT}"
_FIRST_SUB = r"\s*\((?:1|a|i)\)\s+[A-Z\"“]"
# Regulation 7 (Academic promotion): the title in brackets, which are no (II) of a list
_TITLE = r"\s+\((?![IVXLC]+\))[A-Z][A-Za-z][^()]{1,60}\)"
# What stands behind an English number that names a clause: the end, a dash or colon, a capital, its first (1), its title.
_OPENED = rf"(?=\s*$|\s*[-–—:.]|\s+[A-Z\"“]|{_FIRST_SUB}|{_TITLE})"

# what a code stands before: words, or a sum of them (F-2 5000元以上的); P2.1 under $90: one quote
_CODED = re.compile(r"[A-Z\"“‘《（(£$€一-龥]|[0-9]+(?:\.[0-9]+)?[一-龥]")


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _chinese_article(m: re.Match[str], line: str) -> Mark | None:
    rest = line[m.end() :]
    if referred(rest):
        return None
    spaced = not rest or rest[0].isspace() or rest[0] in "【（(:："
    suffix = f"-{plain(m['sub'])}" if m["sub"] else ""
    printed = re.sub(r"\s", "", m[0])
    return Mark(level=Level.ARTICLE, printed=printed, key=plain(m["n"]) + suffix, length=m.end(), firm=spaced)


def _division(level: Level) -> Reader:
    """Return a reader for 第三章, 第二节, 第一编: containers, named by the word that closes them."""

    def read(m: re.Match[str], line: str) -> Mark | None:
        rest = line[m.end() :]
        spaced = not rest or rest[0].isspace()
        sentence = len(rest) > 40 or rest.rstrip().endswith(("。", "；")) or rest.startswith("课")
        if referred(rest) or (not spaced and sentence):
            return None
        return Mark(level=level, printed=re.sub(r"\s", "", m[0]), key=plain(m["n"]), length=m.end())

    return read


def _plain(level: Level, firm: bool = True) -> Reader:
    """Return a reader that prints the mark as `(?P<shown>…)`, or whole where there is no such group."""

    def read(m: re.Match[str], line: str) -> Mark | None:
        shown = m["shown"] if "shown" in m.re.groupindex else m[0]
        return Mark(level=level, printed=_one_line(shown), key=plain(m["n"]), length=m.end(), firm=firm)

    return read


_ANNEXES = {"附件": "annex", "附录": "appendix", "附表": "schedule", "附图": "figure", "附": "annex"}


def _annex(m: re.Match[str], line: str) -> Mark | None:
    """Read 附件1 or Schedule 2, whose key keeps the word: an article 1 has the number for itself."""
    word = re.sub(r"\s", "", m["word"])
    n = m["n"] if "n" in m.re.groupindex else ""
    return Mark(
        level=Level.PART, printed=_one_line(m["shown"]) if n else word,
        key=_ANNEXES.get(word, word.lower()) + (plain(n) if n else ""), length=m.end(),
    )  # fmt: skip


def _bracketed(m: re.Match[str], line: str) -> Mark | None:
    inner, rest = m["n"], line[m.end("shown") :]
    if re.match(r"\s*(?:[、至和或及]|and\b|or\b|to\b)\s*[(（]|[项款](?![目式待])", rest):
        return None
    if inner[0] in CJK_DIGITS:
        return Mark(level=Level.CJK_BRACKET, printed=f"（{inner}）", key=plain(inner), length=m.end())
    if inner[0].isdigit():
        return Mark(level=Level.BRACKET, printed=_one_line(m["shown"]), key=plain(inner), length=m.end())
    level = Level.ROMAN if re.fullmatch("[ivxlIVXL]{2,}", inner) else Level.LETTER
    return Mark(level=level, printed=_one_line(m["shown"]), key=inner.lower(), length=m.end())


def _chinese_number(m: re.Match[str], line: str) -> Mark | None:
    """Read 二、, which is not firm where it may be the first of two numbers: 二、三年级学生."""
    pair = re.match(CJK_NUMBER, line[m.end() :])
    firm = pair is None or ordinal(pair[0]) != ordinal(m["n"]) + 1
    return Mark(level=Level.CJK, printed=m["n"] + "、", key=plain(m["n"]), length=m.end(), firm=firm)


def _dotted(m: re.Match[str], line: str) -> Mark | None:
    rest = line[m.end() :]
    spaced = not rest or m[0][-1].isspace()
    if decimal(rest, spaced):
        return None
    ascii_digits = unicodedata.normalize("NFKC", m["n"])
    return Mark(level=Level.DOTTED, printed=m["n"], key=ascii_digits, length=m.end(), firm=spaced)


def _english_article(m: re.Match[str], line: str) -> Mark | None:
    """Read Section 4, Art. 7, § 5; Section 4(1) is not firm: it may be a reference."""
    firm = not line.startswith("(", m.end("shown"))
    return Mark(level=Level.ARTICLE, printed=_one_line(m["shown"]), key=_counted(m["n"]), length=m.end(), firm=firm)


def _counted(words: str) -> str:
    """Return a number's plain form, of Roman ones too."""
    low = words.lower()
    return str(ROMANS.index(low) + 1) if low in ROMANS else plain(words)


def _code(m: re.Match[str], line: str) -> Mark | None:
    """Read A1, M12, SO 9 and A2.1: letters and a number, firm where a full stop closes them."""
    rest, closed = line[m.end() :], bool(m["stop"])
    opened = re.compile(r"\S") if "." in m["n"] else _CODED
    if not (closed or not rest or (m[0][-1].isspace() and opened.match(rest))):
        return None
    numbers = ".".join(str(int(n)) for n in m["n"].split("."))
    level = Level.DOTTED if "." in numbers else Level.ARTICLE
    return Mark(level=level, printed=m["shown"], key=m["code"].lower() + numbers, length=m.end(), firm=closed)


def _bare(m: re.Match[str], line: str) -> Mark | None:
    """Read "3 Leave of absence": a number with only a space behind it may be anything, but for "3 (1) The Head"."""
    if amount_of(line[m.end() - 1 :]):
        return None
    firm = not m[0][-1].isspace()
    return Mark(level=Level.NUMBER, printed=m["n"], key=plain(m["n"]), length=m.end(), firm=firm)


def _hosted(m: re.Match[str], line: str) -> Mark | None:
    """Read 4(2) as the (2) of the open 4, 26/4(b) as the (b) of the open 26/4."""
    found = _bracketed(m, line)
    return found.model_copy(update={"firm": "/" in m[0]}) if found else None


def _upper_roman(m: re.Match[str], line: str) -> Mark | None:
    """Read IV., which stands where 四、 does; in a list of letters a single I., V. or X. is one."""
    low = unicodedata.normalize("NFKC", m["n"]).lower()
    if low not in ROMANS:
        return None
    return Mark(level=Level.CJK, printed=m["n"], key=str(ROMANS.index(low) + 1), length=m.end(), firm=False)


def upper_roman(found: Mark) -> bool:
    """Tell whether a mark is a Roman number in capitals."""
    return found.level is Level.CJK and (found.printed.isascii() or found.printed in SIGNS)


def _sign(level: Level, first: str) -> Reader:
    """Return a reader for numbers that are one character each, counted from `first`: ①, ⑴, ㈠, ⒈."""

    def read(m: re.Match[str], line: str) -> Mark | None:
        return Mark(level=level, printed=m["n"], key=str(ord(m["n"]) - ord(first) + 1), length=m.end())

    return read


_GRAMMAR: tuple[tuple[re.Pattern[str], Reader], ...] = COMPOUND + tuple((re.compile(pattern), read) for pattern, read in (
    (rf"第\s*(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,2}}|{NUMBER})\s*条(?:\s*之\s*(?P<sub>{CJK_NUMBER}))?", _chinese_article),
    (rf"第\s*(?P<n>{NUMBER})\s*[编篇]", _division(Level.PART)),
    (rf"第\s*(?P<n>{NUMBER})\s*(?:章|部分)", _division(Level.CHAPTER)),
    (rf"第\s*(?P<n>{NUMBER})\s*节", _division(Level.SECTION)),
    (rf"(?P<shown>第\s*(?P<n>{NUMBER})\s*步)(?!骤|[、和至]\s*第|的)[：:，,、.\s]*", _plain(Level.STEP)),
    (rf"(?P<shown>步骤\s*(?P<n>{NUMBER}))[：:，,、.\s]*", _plain(Level.STEP)),
    (rf"(?P<shown>(?P<word>附件|附录|附表|附图)\s*(?P<n>{NUMBER}|[A-Z]))(?=$|[\s：:.．]|、(?!附|{NUMBER}))[：:.．、]?\s*", _annex),
    (r"(?P<shown>(?P<word>附\s*[件录表图]?))\s*[：:]?\s*$", _annex),
    (rf"(?P<shown>篇\s*(?P<n>{NUMBER}))(?=$|[\s：:])[：:]?\s*", _plain(Level.PART)),
    (rf"(?P<n>{CJK_NUMBER})(?:、|[.．](?![{DIGITS}{CJK_DIGITS}]))\s*", _chinese_number),
    (rf"(?P<shown>[（(]\s*(?P<n>{CJK_NUMBER}|[{DIGITS}]{{1,3}}|[a-zA-Z]|[ivxlIVXL]{{2,6}})\s*[)）])[、.．]?\s*", _bracketed),
    (rf"(?P<shown>第(?P<n>{CJK_NUMBER}))(?:[，,、：:]|\s+(?=[一-龥“《]))", _plain(Level.ORDINAL, firm=False)),
    (r"(?P<shown>(?P<n>[一二三四五六七八九十])(?:是|要|方面))", _plain(Level.POINT, firm=False)),
    (rf"(?P<n>[{CIRCLED}])\s*", _sign(Level.CIRCLED, "①")),
    (r"(?P<n>[㈠-㈩])\s*", _sign(Level.CJK_BRACKET, "㈠")),
    (r"(?P<n>[⑴-⒇])\s*", _sign(Level.BRACKET, "⑴")),
    (r"(?P<n>[⒈-⒛])\s*", _sign(Level.NUMBER, "⒈")),
    (rf"(?P<n>[{DIGITS}]{{1,3}}(?:[.．][{DIGITS}]{{1,3}}){{1,4}})[.．、]?(?:\s+|$|(?=[^\s{DIGITS}.．%％]))", _dotted),
    (rf"(?P<shown>(?P<n>[{DIGITS}]{{1,3}}))\s*[.．、]\s*(?=\D|$)", _plain(Level.NUMBER)),
    (r"(?P<shown>(?P<n>[0-9]{1,3}[A-H]))\.\s+(?=[A-Z\"“(])", _plain(Level.NUMBER, firm=False)),
    (rf"(?P<shown>(?P<word>(?i:Schedule|Annex|Appendix|Attachment))\s+(?P<n>{_EN}))(?:(?=\s+\()|{_OPENED})[.:]?\s*[-–—:]?\s*", _annex),
    (rf"(?P<shown>(?i:Part|Chapter|Section(?=\s+(?-i:[A-Z]|[IVXL]+)\b))\s+(?P<n>{_EN})){_OPENED}[.:]?\s*[-–—:]?\s*", _plain(Level.CHAPTER)),
    (rf"(?P<shown>(?:(?i:Section|Article|Clause|Rule|Standing Order|Regulation|Paragraph|Bye?-?law)\s+|(?i:Sec|Art|Cl|Reg|Para)\.\s*|(?i:Sec|Reg|Para)\s+|S\.\s?O\.\s*|[§¶]\s*)(?P<n>[0-9]{{1,4}}(?:[-.][0-9]{{1,4}})*[A-Za-z]?\b(?!\.[0-9])|(?<=(?i:article)\s)[IVX]+\b|(?<=(?i:art)\.\s)[IVX]+\b|{_SPELT})){_OPENED}[.:]?\s*[-–—:]?\s*", _english_article),
    (rf"(?P<shown>(?i:Step|Stage)\s+(?P<n>[0-9]{{1,3}}|[A-Z]|(?i:{'|'.join(FIRST_TWENTY)})))(?=$|\s*[-–—:.,)]|\s+[A-Z\"“])[.:,)]?\s*[-–—:]?\s*", _plain(Level.STEP)),
    (rf"(?P<n>[0-9]{{1,2}})(?:\s+(?=[A-Z一-龥])|(?={_FIRST_SUB}))", _bare),
    (r"(?:[0-9]{2,4}/)?[0-9]{1,3}(?P<shown>\(\s*(?P<n>[0-9]{1,2}|[a-z])\s*\))\s+(?=[A-Z\"“])", _hosted),
    (r"(?P<shown>(?:[0-9]{2}|(?:19|20)[0-9]{2})/(?P<n>[0-9]{1,3}))[.:]?\s+(?=[A-Z\"“])", _plain(Level.ARTICLE, firm=False)),
    (r"(?P<shown>(?P<code>[ivx]{1,5})\.(?P<n>[0-9]{1,2}))(?P<stop>[.:)]?)(?=\s)\s*", _code),
    (r"(?P<shown>(?P<n>[ivx]{2,5}))[.)]\s+", _plain(Level.ROMAN)),
    (r"(?P<shown>(?P<n>[a-z]))(?:[.)]\s+|[)）](?=\S))", _plain(Level.LETTER)),
    (r"(?P<n>[IVX]{1,6})(?:\.|\s+[-–—](?=\s))\s+", _upper_roman),
    (rf"(?P<n>[{SIGNS}])(?:[.．、]\s*|\s+)(?=\S)", _upper_roman),
    (r"(?P<shown>(?P<n>[A-Z]))(?:(?:[.)]|\s+[-–—](?=\s))\s+|\s*[.．、)）]\s*(?=[一-龥])|\s+(?=[一-龥][一-龥、]{1,19}(?:[（(][^（()）]{1,20}[)）])?\s*$))", _plain(Level.LETTER, firm=False)),
    (r"(?P<shown>(?P<code>[A-Z]{1,3}|VIII|XIII)(?:[-–.]?|(?<=[A-Z]{2})\s)(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}))(?P<stop>[.:：．、)]?)(?=$|\s|[一-龥])\s*", _code),
    (rf"(?P<shown>(?P<n>[{DIGITS}]{{1,2}}))[)）]\s*", _plain(Level.BRACKET)),
)) + WORDED  # fmt: skip
# Every mark opens with one of these: most lines of a rulebook end the search here.
_FIRST = re.compile(rf"[第步附篇{STEMS}{FORMAL}{CJK_DIGITS}{DIGITS}（({SIGNS}{CIRCLED}㈠-㈩⑴-⒇⒈-⒛A-Za-z§¶问说注备【〔]")


def mark(line: str) -> Mark | None:
    """Return the mark a line opens with, or None."""
    indent = len(line) - len(line.lstrip())
    body = line[indent:]
    if not _FIRST.match(body):
        return None
    for pattern, read in _GRAMMAR:
        found = pattern.match(body)
        if found and (result := read(found, body)):
            return result.model_copy(update={"length": result.length + indent})
    return None
