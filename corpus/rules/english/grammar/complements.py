"""What goes on behind the head of an English name and belongs to it: Head | of Finance, nurse | in charge, Director, | People."""

from collections.abc import Sequence

from corpus.rules.english.grammar.heads import a_body, a_field, acts, field_of_work, head
from corpus.rules.english.grammar.parts import Phrase, acronym, at
from corpus.rules.english.grammar.verbs import NOUN_ACTS
from corpus.rules.english.grammar.words import Word, word_set

# what follows a name and belongs to it: the nurse in charge, a trustee in office
_AFTER_HEAD = {
    ("in", "charge"),
    ("in", "office"),
    ("in", "post"),
    ("in", "residence"),
    ("in", "attendance"),
    ("on", "duty"),
    ("on", "call"),
    ("at", "risk"),
    ("at", "large"),
    ("in", "training"),
    ("in", "council"),
    ("in", "chief"),
}
# where somebody is who is told apart so: the person on site, the officer on watch
_PLACES = word_set("site watch shift board leave secondment probation call duty command")
# what a thing goes to somebody for, and no field of his: the Board | for Approval
_HANDED_FOR = word_set(
    "approval approvals decision decisions determination consideration consent authorisation authorization ratification "
    "endorsement adoption confirmation signature review comment comments advice opinion recommendation recommendations "
    "information noting discussion action submission"
)
_TO_A_BODY = word_set("clerk secretary assistant adviser advisor counsel deputy aide chaplain solicitor")
# the Trustees | in May: when, and no field of theirs
MONTHS = word_set("january february march april may june july august september october november december")
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_WHEN = MONTHS | DAYS | word_set("michaelmas hilary lent easter trinity christmas spring summer autumn winter week")
# numbers and words for a share, of those named behind them
EMPTY_HEADS = word_set(
    "one two three four five six seven eight nine ten eleven twelve all some most one any each members"
)


def complement(ph: Sequence[Phrase], n: int, noun: Word) -> int:
    """Return the last phrase of the name whose words so far end at a place: Head | of Finance and Audit."""
    first = n
    while True:
        link, name = at(ph, n + 1), at(ph, n + 2)
        if n > first and link.low == "and" and _a_further_field(ph[n], name):
            n += 2
            continue
        if link.low == "entitled" or name.kind != "name" or link.kind != "prep" or ph[n].owner:
            return n
        if not (_belongs(link.low, ph[n], name, noun)) or (n == first and made_up(ph, n, noun)):
            return n
        n += 2


def made_up(ph: Sequence[Phrase], n: int, noun: Word) -> bool:
    """Tell whether "of" says who sits on a body: a panel | of the Warden and two fellows."""
    if at(ph, n).kind != "name" or at(ph, n + 2).kind != "name":
        return False
    one, joint, other = at(ph, n + 2), at(ph, n + 3), at(ph, n + 4)
    if not a_body(noun) or noun.title or at(ph, n + 1).low != "of" or a_body(head(one.words)):
        return False
    listed = joint.low in ("and", "plus") or (joint.kind == "comma" and other.kind == "name")
    told = bool(one.det) or one.words[0].low in EMPTY_HEADS or one.words[0].title
    return listed and told and acts(head(one.words)) and other.kind == "name" and acts(head(other.words))


def _a_further_field(before: Phrase, name: Phrase) -> bool:
    """Tell whether a name behind "and" is one more field of a post: Director of Prevention | and Control."""
    named = name.kind == "name" and not name.det and all(w.title for w in (*before.words, *name.words))
    named = named and not (acronym(name.words[-1]) and not field_of_work(name.words[-1]))  # Head of House | and HFM
    fields = named and a_field(head(name.words)) and a_field(head(before.words))
    return fields and not (before.det or before.owner or name.owner)


def _belongs(link: str, before: Phrase, name: Phrase, noun: Word) -> bool:
    """Tell whether a preposition and a name behind a head go on with it."""
    first = name.words[0]
    if link == "of":
        return (
            name.det not in ("no", "this", "such", "any")
            and not first.text[0].isdigit()
            and (first.title or first.low not in NOUN_ACTS)
        )
    if (link, name.low) in _AFTER_HEAD and not name.det:
        return True
    if link == "to":
        return noun.low in _TO_A_BODY and first.title
    if link == "from" and name.det == "another" and acts(noun):
        return True  # a manager from another area
    if link in ("from", "in", "within") and name.det == "the" and acts(noun) and not noun.title:
        return first.title and a_body(head(name.words))
    titled = (
        before.words[-1].title
        and first.title
        and not name.det
        and first.low not in _HANDED_FOR
        and not first.text.isdigit()
    )
    if link in ("at", "of", "on", "in") and name.low in _PLACES and not name.det and len(name.words) == 1:
        return not noun.title or (link == "on" and name.low in ("call", "duty"))
    if link == "at" and first.title and first.low in ("grade", "band", "level", "tier", "scale"):
        return True
    if link in ("in", "on") and first.low in _WHEN:
        return False
    if link == "on" and titled and a_body(noun) and noun.title:
        return True  # Committee on Awards
    last = head(name.words)  # Director for Administration, but not the Clerk for Fellows
    return link in ("for", "in") and titled and (a_field(last) or not acts(last) or (link == "for" and a_body(last)))


def behind_comma(ph: Sequence[Phrase], n: int, noun: Word) -> int:
    """Take in the field behind a title's comma: Director, People & Culture."""
    comma, field, after = at(ph, n + 1), at(ph, n + 2), at(ph, n + 3)
    fits = (
        comma.kind == "comma"
        and field.kind == "name"
        and not field.det
        and all(w.title or w.low == "&" for w in field.words)
    )
    if not fits or not noun.title or a_body(noun) or (acts(head(field.words)) and not a_body(head(field.words))):
        return n
    if at(ph, n + 1).start != ph[n].end or after.kind in ("conj", "prep", "name") or not (acts(noun)):
        return n
    listed = at(ph, n - 1).kind in ("conj", "comma") and at(ph, n - 2).kind == "name"
    return n if listed else n + 2
