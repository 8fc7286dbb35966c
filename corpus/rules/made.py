"""The rules of one sentence from its deeds: what each is about, and which of the words round it bound it."""

import re
from collections.abc import Sequence

from corpus.models import Act, Rule
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.beyond import goes_beyond
from corpus.rules.deeds import Deed
from corpus.rules.matters import MATTER_LENGTH, condition, tail, topic, turned
from corpus.rules.occasions import occasions

_JOINT = re.compile(
    r"[\s,]*(?:and|or|and/or|with|together with|jointly with)?\s*(?:by\s+)?(?:both\s+)?(?:the|an?|your|their)?\s*",
    re.IGNORECASE,
)
# by the Provost|, or by | the Court where the sum exceeds £90: a case of the other's own
_OR_BY = re.compile(r",\s+or\s+(?:if necessary,?\s+)?by\b", re.IGNORECASE)
# what is more than 后 and a joint between two actors
_OF_ITS_OWN = re.compile("(?!后|前|的|即可|[由经报和与或]).*[㐀-鿿]{2}")
_NO_MATTER = re.compile(r"(?:应当|可以|必须|应|须)?[、和与及或向\W]*")
_ASIDES = (Act.PROPOSE, Act.REVIEW)
# whose consent is asked stands aside too: by the Dean, with the concurrence of | the Treasurer, up to £9
_ASIDE = re.compile(r"[\s,]*(?:with|on|upon|after|following|subject to)\b[^,;]*", re.IGNORECASE)
Span = tuple[int, int]


def made(document: str, link: str, sentence: str, span: Span, found: Sequence[Deed]) -> list[Rule]:
    """Make the rules of one sentence from its deeds; `span` is where it stands in the document's text."""
    rules: list[Rule] = []
    subject = matter = (topic(sentence, found[0].start) or _opening(sentence, found)) if found else ""
    for place, deed in enumerate(found, 1):
        if deed.bounds:
            over = rules[0].matter if rules else subject.partition(":")[0].removesuffix(deed.bounds).strip(" ,")
            rung = rule_of(document, link, deed, place, (deed.bounds, over or deed.bounds, span))
            rules.append(rung.model_copy(update={"condition": deed.bounds}))
            continue
        last = found[place - 2] if place > 1 else None
        if last and deed.start > last.end:
            subject, matter = turned(
                sentence[last.end : deed.start], subject, matter, last.act is deed.act is Act.DECIDE
            )
        if undergone := _undergone(sentence, found[0], deed):
            rules.append(rule_of(document, link, deed, place, (undergone, undergone, span)))
            continue
        behind = _limited(_behind(sentence, found, place))
        bounded = deed.verb not in _LASTING and not ranges(condition(subject)) and _bounded(behind)
        bounds = behind if bounded else subject
        said = matter or (behind if re.search(r"\w", behind) else _object(sentence, found, place))
        if not matter and rules and chinese(sentence) and not _OF_ITS_OWN.match(said):
            said = next((rule.matter for rule in rules if _OF_ITS_OWN.match(rule.matter)), said)
        rules.append(rule_of(document, link, deed, place, (bounds, said, span)))
    rules = _as_put(rules)
    return occasions(sentence, found, _with_matters(rules) if chinese(sentence) else rules)


_RECOMMENDS = re.compile("recommend|nominat", re.IGNORECASE)


def _as_put(rules: Sequence[Rule]) -> list[Rule]:
    """Let whoever decides by the very words with which another proposes decide on what is proposed, under its bound."""
    put = {rule.verb: rule for rule in rules if rule.act is Act.PROPOSE and _RECOMMENDS.match(rule.verb)}
    return [
        rule.model_copy(update={"condition": rule.condition or own.condition, "matter": own.matter or rule.matter})
        if rule.act is Act.DECIDE and (own := put.get(rule.verb)) and own.place < rule.place and not chinese(own.matter)
        else rule
        for rule in rules
    ]


def _with_matters(rules: Sequence[Rule]) -> list[Rule]:
    """Let whoever is named before others that do the same thing do it to the same matter: A和B对C进行评议."""
    own = next((rule.matter for rule in rules if _OF_ITS_OWN.match(rule.matter)), "")
    return [
        rule.model_copy(update={"matter": own}) if own and _NO_MATTER.fullmatch(rule.matter) else rule for rule in rules
    ]


# The Clerk | shall be | elected by the Court and …
_PASSIVE = re.compile(r"\s+(?:(?:shall|must|will|may|can) be|is|are|has been|have been)(?: \w+ly)?\s*", re.IGNORECASE)


_OPENS = re.compile(r"\W*(?:the|an?|each|every|all)\s+|\W*", re.IGNORECASE)


def _undergone(sentence: str, first: Deed, deed: Deed) -> str:
    """Return who acts first in an English sentence where a deed is done to him: the Clerk | is elected by the Court and keeps …"""
    if deed.start <= first.start or chinese(sentence) or not _OPENS.fullmatch(sentence[: first.start]):
        return ""
    if first.actor.lower() in ("it", "they", "he", "she"):
        return ""
    done = sentence.find(deed.verb, first.end, deed.start)
    return first.actor if done > 0 and _PASSIVE.fullmatch(sentence[first.end : done]) else ""


_COMMA_ZH = re.compile("[，。；：]")


def _opening(sentence: str, found: Sequence[Deed]) -> str:
    """Return the part that a Chinese sentence opens with, where who acts first stands in it and acts behind it.

    职工因私出国，须提前申请，由…批准 is about 职工因私出国.
    """
    first = found[0]
    comma = _COMMA_ZH.search(sentence, first.end) if chinese(sentence) else None
    part = sentence[: comma.start()] if comma and comma[0] == "，" else ""
    acts = any(deed.verb in part[deed.end :] for deed in found if deed.start < len(part))
    return part if len(part) > first.end + 1 and not acts else ""


def _object(sentence: str, found: Sequence[Deed], place: int) -> str:
    """Return what a deed is about where that is the next deed's actor: may appeal | to the Board."""
    deed = found[place - 1]
    following = found[place] if place < len(found) and found[place].start >= deed.end else None
    until = following.start if following else len(sentence)
    between = sentence[deed.end : until]
    if chinese(sentence) or not following:
        return between.partition(deed.verb)[0]
    if re.search(r"[,;:]|\band\b", between):
        return ""
    return tail(sentence[: following.end], deed, following.end)


def _bounded(words: str) -> bool:
    """Tell whether words bound a deed, if only by what is beyond the bound before."""
    bound = condition(words)
    return bool(ranges(bound)) or (not chinese(words) and goes_beyond(bound))


def _behind(sentence: str, found: Sequence[Deed], place: int) -> str:
    """Return the words behind a deed that belong to it; a bound may stand behind whoever is heard first.

    By the Director, on the advice of the insurer, | up to £20,000 and by the Board above that.
    """
    deed = found[place - 1]
    last, until = _until(sentence, found, place)
    behind = tail(sentence, last, until)
    later = [one for one in found[place:] if one.start >= deed.end]
    before = [deed, *later]
    heard = next((n for n, one in enumerate(later) if not _aside(sentence, before[n], one)), len(later))
    if chinese(sentence) or deed.act is not Act.DECIDE or not heard or _bounded(behind):
        return behind
    until = later[heard].start if heard < len(later) else len(sentence)
    aside = tail(sentence, later[heard - 1], until)
    return aside if _bounded(aside) else behind


# A批准，延期不超过30日: a limit on what is granted, and no bound on who grants it
_GRANTED = re.compile(
    r"^(?:并|且|但|其中)?(?:一般)?(?:最[长多]|(?:公示|公告)期)[^，。；元]*$|^(?:并|且|但|其中)?[一-鿿]{2,8}?(?:(?<!预算)(?<!金额)(?<![额款价费])(?:一般)?(?:不得|不)超过|最[长多]|不得?[少低]于|以)[^，；。元]*$"
)


# 经A同意，可以推迟一次，不超过两年: all behind it limits what is granted
_PROLONGS = re.compile(r"(?:可以?|最多|再)*(?:延长|延期|推迟|顺延|续期|续借|展期|分期|减免)")
# what is shown or kept for so long is not bounded by that
_LASTING = ("公示", "公告", "公开", "张贴", "挂网", "保存", "保管", "存档", "留存", "归档")


def _limited(behind: str) -> str:
    """Return the Chinese words behind a deed without those that limit what is granted in time or number."""
    if not chinese(behind):
        return behind
    parts = behind.split("，")
    granted = next((n for n, part in enumerate(parts) if _PROLONGS.match(part)), len(parts))
    return "，".join(part for part in parts[:granted] if not _GRANTED.match(part))


def _aside(sentence: str, before: Deed, deed: Deed) -> bool:
    """Tell whether a deed stands in an aside of the one before it: on the advice of the insurer."""
    return deed.act in _ASIDES or _ASIDE.fullmatch(sentence[before.end : deed.start]) is not None


def _until(sentence: str, found: Sequence[Deed], place: int) -> tuple[Deed, int]:
    """Return the last of those who do a deed together, under one bound, and where the words behind him end."""
    last = found[place - 1]
    for later in found[place:]:
        if later.start < last.end:
            continue
        between = sentence[last.end : later.start]
        if chinese(sentence) or later.act is not last.act or not _JOINT.fullmatch(between) or _OR_BY.match(between):
            return last, later.start
        last = later
    return last, len(sentence)


def rule_of(document: str, link: str, deed: Deed, place: int, said: tuple[str, str, Span]) -> Rule:
    """Make a rule of a deed; `said` is what bounds it, the words of its matter, and its span."""
    bounds, matter, (start, end) = said
    return Rule(
        document=document,
        clause=link,
        actor=deed.actor,
        act=deed.act,
        verb=deed.verb,
        matter=matter.lstrip(" ,;:")[:MATTER_LENGTH].strip(),
        condition=condition(bounds),
        place=place,
        start=start,
        end=end,
    )
