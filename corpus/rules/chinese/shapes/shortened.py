"""Bodies that a sentence goes on to call by the end of their name: 可向学生申诉处理小组申诉，小组十五日内答复."""

import re
from collections.abc import Sequence

from corpus.rules.chinese.grammar.phrases import Words
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.deeds import Deed

# what by itself may be any body's name, and what a house puts before the name of an office of its own
_ANY = re.compile("[^，。；]{0,6}(?:委员会|小组|评审组|工作组|专家组|仲裁组|专班)")
_OWN = re.compile("[局院校所站社县市区镇厂馆园](?=[^，。；]{2,}[科处股室部委]$)|[校院][内级]?(?=[^，。；]{2,}会$)")
# 分委员会 and 委员会 are two
_PART = re.compile("(?:分|子|下属|二级|基层|各|其他)$|^(?:所在|所属|设立?|成立|组建|下设|其|该|有关)$")
_BEFORE = re.compile("[，。；：、（）()向由经报对请找和与及]")


def in_full(words: Words, found: Sequence[Deed]) -> list[Deed]:
    """Return deeds with the whole name of each body of which only the end of it stands where it acts again."""
    return [_in_full(words, deed) for deed in found]


def _in_full(words: Words, deed: Deed) -> Deed:
    short = deed.actor
    if deed.end - deed.start != len(short):
        return deed
    at = words.text.rfind(short, 0, deed.start)
    if at < 0:
        return deed
    opens = max((m.end() for m in _BEFORE.finditer(words.plain, 0, at)), default=0)
    for start, end in names_in(words, opens, at + len(short)):
        before = words.text[start:at]
        if end == at + len(short) and before and not _PART.search(before):
            full = words.text[start:end]
            own = _OWN.match(full)
            if _ANY.fullmatch(short) or (own and own.end() == len(before)):
                return deed.model_copy(update={"actor": full})
    return deed
