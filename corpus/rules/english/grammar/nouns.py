"""Names in English words: determiners, what stands before the head, the head, and where a verb ends them."""

from collections.abc import Sequence

from corpus.rules.english.grammar.heads import a_body, a_field, acts, field_of_work, somebody
from corpus.rules.english.grammar.parts import EVERY, NOWHERE, Phrase, acronym, bordered, is_closed, low_at
from corpus.rules.english.grammar.turns import goes_on_as_verb, noun_yet, ruled
from corpus.rules.english.grammar.verbs import NOUNS_TOO, form_of
from corpus.rules.english.grammar.words import DETERMINERS, Word, adverb, word_set

# "the the the": no name has more words before it
_MOST_DETERMINERS = 6
_TWO_AND_JOINT = 3  # words: and Regulatory Affairs
_COUNTED = word_set("two three four five six seven eight nine ten eleven twelve")
_SPELLS = word_set("hours days weeks months years")
_GIVEN = word_set("responsibility authority power powers discretion")
_MONTHS = word_set("january february march april june july august september october november december")
# what an office is called only with the fields it works in: Estates and Laboratory Services
_WITH_FIELDS = word_set("services affairs relations operations")
# what stands behind a name with "to": a committee | answerable to the Board
_BEFORE_TO = word_set("prior subject answerable accountable according pursuant")
# each of the trustees: a word that shares in those behind it
_SHARERS = word_set("any each all both either some two neither")


def quantity(own: Sequence[Word], at: int) -> int:
    """Return how many words of "at least", "not fewer than", "up to" stand before a number."""
    two = (low_at(own, at), low_at(own, at + 1))
    if two in (("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than")):
        return 2
    if two[0] in ("not", "no") and two[1] in ("less", "fewer", "more") and low_at(own, at + 2) == "than":
        return 3
    return 0


def _bracket(own: Sequence[Word], at: int, name: Sequence[Word]) -> int:
    """Return where a bracket that belongs to a title ends: Deputy Head (Pastoral); else where it begins."""
    if low_at(own, at) != "(" or not name or not name[-1].title or own[at].start == name[-1].end:
        return at
    inside: list[Word] = []
    for n in range(at + 1, min(at + 8, len(own))):
        if own[n].text == ")":
            initials = "".join(w.text[0] for w in name if w.title)
            fits = inside and inside[0].title and not (len(inside) == 1 and inside[0].text == initials)
            return n + 1 if fits else at
        if not (own[n].title or own[n].low in ("&", "and", "of", "for", "the", ",")):
            return at
        inside.append(own[n])
    return at


def _title_goes_on(own: Sequence[Word], at: int, name: Sequence[Word]) -> int:
    """Return where a title with "and" or "to" in it ends: Drugs and Therapeutics Committee; else where it stands."""
    joint = own[at].low == "and" and (_one_office(own, at, name) or _twin_fields(own, at, name))
    if joint or _to_do(own, at, name):
        return at + 2
    if own[at].low not in ("and", ",") or not name or not name[-1].title or not a_field(name[-1]):
        return at
    opens = len(name) == 1 and not name[0].start
    end = at
    while (
        end < len(own)
        and (own[end].title or (own[end].low in ("and", ",") and end - at < 4))
        and low_at(own, end) not in DETERMINERS
    ):
        end += 1
    listed = [k for k in range(at + 1, end) if own[k].low == "," and own[at].low == "and"]
    end = listed[0] if listed else end  # the Finance and Audit Committee, Policy 4
    while end > at and own[end - 1].low in (",", "and"):
        end -= 1
    last = own[end - 1] if end > at + 1 else own[at]
    joints = [w.low for w in own[at:end]]
    if end - at > 1 and joints[0] == "and" and joints.count("and") == 1 and _an_office(name[-1], last):
        return end if len(name) == 1 or end - at < _TWO_AND_JOINT else at  # Quality Control | and Regulatory Affairs
    behind_of = low_at(own, at - len(name) - 1) == "of" or low_at(own, end) == "of"
    if behind_of and not a_body(last):
        return at  # Director of Homes | and Director of Resources
    whole = last.title and acts(last) and not a_field(last) and "and" in joints
    return end if whole and not (opens and (end - at < 3 or not a_field(own[at + 1]))) else at


def _one_office(own: Sequence[Word], at: int, name: Sequence[Word]) -> bool:
    """Tell whether a sentence opens with two fields and a verb of one, so that they are one office: Library and Archives | keeps."""
    both = [*name, *own[at + 1 : at + 2]]
    if len(name) != 1 or name[0].start or not both[-1].title or any(somebody(word) for word in both):
        return False
    form, following = form_of(low_at(own, at + 2)), low_at(own, at + 3)
    if form is None or form.kind != "s":
        return low_at(own, at + 2) in ("is", "has")
    return form.base not in NOUNS_TOO or following in DETERMINERS


# fields that go together in what one office or body is called
_TWINS = {("health", "safety"), ("learning", "development"), ("equality", "diversity"), ("safety", "security")}


def _twin_fields(own: Sequence[Word], at: int, name: Sequence[Word]) -> bool:
    """Tell whether "and" joins two fields of one office: the health | and safety representative."""
    following = own[at + 2] if at + 2 < len(own) else None
    paired = bool(name) and (name[-1].low, low_at(own, at + 1)) in _TWINS
    return paired and following is not None and acts(following) and not a_field(following)


def _an_office(first: Word, last: Word) -> bool:
    """Tell whether fields joined by "and" are one office's: Estates and Laboratory | Services, Reception and | Events."""
    shared = last.low in _WITH_FIELDS and first.low not in _WITH_FIELDS
    if acronym(last) and not field_of_work(last):
        return False  # the Head of House | and HFM
    return last.title and len(last.text) > 1 and (shared or (acts(first) and not acts(last)))


def _determiners(own: Sequence[Word], at: int) -> tuple[list[str], int]:
    """Return the determiners and quantities at a place, and where they end: each of the, at least."""
    dets: list[str] = []
    while at < len(own) and len(dets) < _MOST_DETERMINERS:
        skip = quantity(own, at) or int(own[at].low in DETERMINERS and not acronym(own[at]))
        if not skip:
            break
        dets += [w.low for w in own[at : at + skip]]
        at += skip
        if dets[-1] in _SHARERS and low_at(own, at) == "of" and low_at(own, at + 1) in DETERMINERS:
            at += 1
    return dets, at


def _anew(own: Sequence[Word], at: int, name: Sequence[Word], before: Phrase) -> bool:
    """Tell whether another name begins behind an actor's: the Clerk | seven days; to the Head | responsibility for."""
    if not name or own[at].title or not acts(name[-1]):
        return False
    if own[at].low in _COUNTED and not low_at(own, at + 1)[:1].isdigit():
        return True
    return before.low == "to" and own[at].low in _GIVEN and low_at(own, at + 1) in ("for", "to", "over")


def _ends(own: Sequence[Word], at: int, name: Sequence[Word], before: Phrase) -> bool:
    """Tell whether a word that is no verb ends a name before it."""
    word = own[at]
    return (
        is_closed(word)
        or (word.low in DETERMINERS and not acronym(word))
        or (word.low in EVERY and noun_yet(name) and bordered(own, at + 1))
        or _anew(own, at, name, before)
        or _measured_off(own, at, name)
        or (bool(name) and word.low in _BEFORE_TO and low_at(own, at + 1) == "to")
        or (bool(name) and word.low == "other" and low_at(own, at + 1) == "than")
        or (bool(name) and word.low in _MONTHS and low_at(own, at + 1)[:1].isdigit())
        or (bool(name) and word.text.isdigit() and low_at(own, at + 1) in _MONTHS)
        or (adverb(word) and bool(name or bordered(own, at + 1)) and not (word.title and name))
    )


def _to_do(own: Sequence[Word], at: int, name: Sequence[Word]) -> bool:
    """Tell whether a title has a verb in it: Fitness | to Practise | Panel."""
    verb, office = (own[at + 1], own[at + 2]) if at + 2 < len(own) else (own[at], own[at])
    titled = bool(name) and name[-1].title and not acts(name[-1]) and verb.title and office.title
    return own[at].low == "to" and titled and form_of(verb.low) is not None and acts(office)


def _measured_off(own: Sequence[Word], at: int, name: Sequence[Word]) -> bool:
    """Tell whether whoever decides is named right behind a length of time: up to ten days | head of department."""
    spell = len(name) > 1 and name[-1].low in _SPELLS and (name[0].text[0].isdigit() or name[0].low in _COUNTED)
    return spell and acts(own[at]) and (own[at].title or low_at(own, at + 1) == "of")


def name_phrase(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read a name: determiners, then the words before its head and the head, brackets and ampersands within."""
    dets, at = _determiners(own, at)
    name: list[Word] = []
    before = done[-1] if done else NOWHERE
    after_of, joined = before.low == "of", before.low in ("and", "&") or before.base in ("have", "get", "let")
    while at < len(own):
        word = own[at]
        if word.text == "&" and name:
            name.append(word)
        elif (end := _title_goes_on(own, at, name)) > at:
            name += own[at:end]
            at = end - 1
        elif (end := _bracket(own, at, name)) > at:
            name += own[at:end]
            at = end
            break
        elif not word.text[0].isalnum() and word.text[0] not in "£$€¥":
            break
        elif word.low in ("following", "above", "below", "outside") and dets and not name:
            name.append(word)
        elif (
            _ends(own, at, name, before)
            or goes_on_as_verb(own, at, name, after_of, joined)
            or ruled(own, at, name, done)
        ):
            break
        else:
            name.append(word)
            if word.text[0] in "£$€¥":
                at += 1
                break
        at += 1
    if not name:
        return None
    owner = low_at(own, at) in ("'s", "’s", "'", "’")
    phrase = Phrase("name", name[-1].low, name[0].start, name[-1].end, tuple(name), " ".join(dets), owner)
    return phrase, at + owner
