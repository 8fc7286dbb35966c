"""The plain wordings of rulebooks, read beside the grammar of the sentence."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.chinese.shapes.again import again
from corpus.rules.chinese.shapes.filed import filed
from corpus.rules.chinese.shapes.needed import needed, without
from corpus.rules.chinese.shapes.owned import owned
from corpus.rules.chinese.shapes.paired import paired, respectively
from corpus.rules.chinese.shapes.turns import turns
from corpus.rules.deeds import Deed


def plainly(text: str, plain: str, found: Sequence[Deed]) -> list[Deed]:
    """Return the deeds of a sentence with those of its plain wordings, which go before a longer or shorter name.

    `plain` is the sentence with its brackets blotted out. What it says is not called for is none of the deeds.
    """
    read = [*needed(text), *owned(text), *paired(text), *respectively(text), *filed(text)]
    own = [new for new in read if not any(_said(new, deed) for deed in found)]
    kept = [deed for deed in found if not any(_instead(new, deed) for new in own)]
    told = _placed(kept, own)
    told = _placed(told, [new for new in again(text, told) if not any(_said(new, deed) for deed in told)])
    return without(text, _placed(told, turns(plain, told)))


def _said(new: Deed, old: Deed) -> bool:
    """Tell whether the grammar has read the same words of the same actor, and as more than a thing carried out."""
    same = (old.start, old.end) == (new.start, new.end)
    return same and (old.act is new.act or old.act is not Act.CARRY_OUT and old.verb in new.verb)


def _instead(new: Deed, old: Deed) -> bool:
    """Tell whether a plain wording reads a deed's words otherwise: a name of which it is the end, or its verb."""
    if old.start == old.end or old.end <= new.start or new.end <= old.start:
        return False
    other = (old.start, old.end) != (new.start, new.end)
    return other or old.act is not new.act and (old.verb in new.verb or old.verb in _WEAK)


# verbs that say little: 分别由甲、乙负责
_WEAK = ("下达", "负责", "归", "归口", "抄送", "承担", "跟踪")


def _placed(kept: Sequence[Deed], added: Sequence[Deed]) -> list[Deed]:
    """Return deeds with further ones, each before the first that stands behind it."""
    found = list(kept)
    for new in added:
        at = next((n for n, one in enumerate(found) if one.start > new.start), len(found))
        found.insert(at, new)
    return found
