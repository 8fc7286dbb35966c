"""Which document a name means: titles, versions, file numbers."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from corpus.models import Document
from corpus.paths import plain_path

_YEAR = r"(?:19|20)\d{2}"
_VERSION = re.compile(
    rf"(?<![a-z])v(?:er(?:sion)?|\.)?\s*(?P<v>\d+(?:\.\d+)*)|版本\s*v?(?P<z>\d+(?:\.\d+)*)|第(?P<n>[0-9一二三四五六七八九十]+)版"
    rf"|(?<!\d)(?P<y>{_YEAR})(?!\d)"
    r"|\b(?P<e>\d+)(?:st|nd|rd|th)\s+edition",
    re.IGNORECASE,
)
# what stands in brackets and tells one version from another, not one matter from another
_OF_VERSION = re.compile(
    rf"{_YEAR}|修订|修正|修改|试行|暂行|[一二三四五六七八九十\d]版|版本|(?<![a-z])v\s*\d|version|edition|\brev(?:ised|ision)?\b|\d\s*号$",
    re.I,
)
_BRACKETS = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]*)[)）\]】〕]")
_LOOSE = re.compile(
    rf"(?:(?<=\w )of )?(?:{_YEAR})(?:\s*年度?)?(?:修订)?(?:版)?|第[0-9一二三四五六七八九十]+版|(?<![a-z])v(?:ersion)?\.?\s*\d+(?:\.\d+)*|暂行|试行"
    r"|\b\d+(?:st|nd|rd|th)\s+edition\b|修订版|修订稿",
    re.I,
)
# a body whose name may stand before its rule's title, or be left out
_BODY = re.compile(
    r"(?:学校|[中小大]学|幼儿园|学院|医院|公司|集团|[局厅委会部署]|中心|[院所馆站社]|[镇区县市省乡]|街道|共和国)$"
)
_SHORTEST = 4
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[]\d{4}[〕\]]\s?\d{1,4}\s?号")
_HEAD = 400  # characters of a document among which its own number stands
_MONTH = re.compile(
    r" (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn)$"
)


def version(words: str) -> str:
    """Return the version that a title, a file name or a phrase names, plainly: V3.0 is 3, （2019年） is 2019."""
    found = _VERSION.search(unicodedata.normalize("NFKC", words))
    if found is None:
        return ""
    printed = next(group for group in found.groups() if group)
    ordinal = "一二三四五六七八九十".find(printed) + 1 if len(printed) == 1 and not printed.isdigit() else 0
    return str(ordinal) if ordinal else re.sub(r"(?:\.0+)+$", "", printed)


@lru_cache(maxsize=1 << 16)  # every document's title, for every name that stands in another
def family(title: str) -> str:
    """Return what all versions of a document are called: its title without version, year, brackets, 试行."""
    plain = unicodedata.normalize("NFKC", title).lower()
    while (shorter := _BRACKETS.sub(lambda m: "" if _OF_VERSION.search(m[1]) else f" {m[1]} ", plain)) != plain:
        plain = shorter
    plain = _LOOSE.sub(" ", plain)
    words = re.findall(r"[^\W_]+", plain)
    words = words[1:] if words[:1] == ["the"] else words
    return re.sub(r"(?<![a-z0-9]) | (?![a-z0-9])", "", " ".join(words))


def _same_but_for_its_body(named: str, title: str, speaker: str) -> bool:
    """Tell whether two families differ only in the body before them: 校舍维修办法, 青禾学校校舍维修办法."""
    shorter, longer = sorted((named, title), key=len)
    if len(shorter) < _SHORTEST or shorter == longer:
        return False
    if longer.endswith(shorter) and not shorter.isascii():
        body = longer.removesuffix(shorter)
        return bool(_BODY.search(body)) or speaker.startswith(body)
    return longer.startswith(f"{shorter} of ") and longer.isascii()


def _of_one_house(named: str, title: str, titles: Sequence[str]) -> bool:
    """Tell whether a title is a name behind words with which other titles begin too: 青禾幼专请假规定, 青禾幼专采购办法."""
    body = title.removesuffix(named)
    others = [one for one in titles if one != title and one.startswith(body)]
    return len(named) >= _SHORTEST and not body.isascii() and body != title and len(body) > 1 and bool(others)


def _among_its_words(named: str, title: str) -> bool:
    """Tell whether the words of a name, two at least, stand in this order in a title: HR Handbook."""
    if len(named.split()) < 2:
        return False
    rest = iter(title.split())
    return all(word in rest for word in named.split())


def called(name: str, documents: Sequence[Document], speaker: str = "", *, loosely: bool = False) -> list[int]:
    """Return the positions of the documents that a name means: a path, a file's name, an id, a title.

    Documents of one title are all meant. A title may lack the body it belongs to (speaker is the title of the
    document that names it), and `loosely` some of its words, as long as only one title fits.
    """
    fits = alike(name, documents, speaker, loosely=loosely)
    return fits if _one(fits, documents, name) else []


def _one(fits: Sequence[int], documents: Sequence[Document], name: str) -> bool:
    """Tell whether all that fits bears one title, or is the one file of its name."""
    files = [n for n in fits if plain_path(name) == documents[n].path.rpartition("/")[2]]
    return len(fits) < 2 or (not files and len({family(documents[n].facts.title) for n in fits}) == 1)


def alike(name: str, documents: Sequence[Document], speaker: str = "", *, loosely: bool = False) -> list[int]:
    """Return the positions of the documents that fit a name as `called` takes it, also where they bear several titles."""
    plain = plain_path(name)
    exact = [n for n, one in enumerate(documents) if plain in (one.path, one.id)]
    files = [n for n, one in enumerate(documents) if plain and one.path.rpartition("/")[2] == plain]
    if exact or files:
        return exact or files
    if number := _NUMBER.fullmatch(name.strip()):
        own_number = _printed(number[0])
        return [n for n, one in enumerate(documents) if own_number.search(_masthead(one))]
    wanted, families = family(name), [family(one.facts.title) for one in documents]
    if not wanted:
        return []
    fits = [n for n, each in enumerate(families) if each == wanted]
    own = family(speaker)
    fits = fits or [n for n, each in enumerate(families) if _same_but_for_its_body(wanted, each, own)]
    fits = fits or [n for n, each in enumerate(families) if _of_one_house(wanted, each, families)]
    # an amendment's own month may stand behind the title of what it amends: Amendment of the Leave Rules, May 2025
    fits = fits or [n for n, each in enumerate(families) if loosely and each == _MONTH.sub("", wanted) != own]
    # the document that names it may have the words in its own title: "amendment of the Leave Rules"
    return fits or [n for n, each in enumerate(families) if loosely and each != own and _among_its_words(wanted, each)]


def several(name: str, documents: Sequence[Document], speaker: str = "", *, loosely: bool = False) -> str:
    """Return the paths of the documents of several titles that a name fits, as one says them; "" for any other name."""
    own = family(speaker)
    fits = alike(name, documents, speaker, loosely=loosely)
    paths = sorted(documents[n].path for n in fits if family(documents[n].facts.title) != own)
    return f"{', '.join(paths[:-1])} or {paths[-1]}" if len(paths) > 1 and not _one(fits, documents, name) else ""


def _printed(number: str) -> re.Pattern[str]:
    """Return what finds the number of a document where it is its own: 青政发〔2024〕31号第五条 is another's."""
    words = [re.escape(word) for word in re.findall(r"\w+", number)]
    return re.compile(r"[\s〔\[（(【〕\]）)】]*".join(words) + "(?![第附中的])")


def _masthead(one: Document) -> str:
    """Return the lines of a document before its first clause that has a number."""
    return one.text[: min(_HEAD, next((c.start for c in one.clauses if c.mark), _HEAD))]


def of_version(named: str, one: Document) -> bool:
    """Tell whether a document can be the version that is named: by its version, or a year that it bears."""
    days = (one.facts.issued, one.facts.effective, one.stated.issued)
    years = {str(day.year) for day in days if day}
    return named in {one.stated.version, version(one.facts.version), version(one.facts.title)} | years
