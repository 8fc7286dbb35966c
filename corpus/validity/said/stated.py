"""What a document says of itself: from when and until when it holds, what it ends, which version it is.

A statement counts only when the document is its subject: 本办法自…起施行, "This policy takes effect on …", or none at
all where documents speak of themselves, before the first numbered clause and in the last one. 事假自…起, a contract's
有效期 and what is quoted are about other things.
"""

import re
from collections.abc import Sequence
from datetime import date

from corpus.effects import Stated
from corpus.models import Clause, Facts
from corpus.sentences import Sentence, sentences
from corpus.validity.naming import version
from corpus.validity.said.amended import amending, amends
from corpus.validity.said.amending import amendments, unread
from corpus.validity.said.beginning import effective
from corpus.validity.said.compared import compared
from corpus.validity.said.expiring import repealed
from corpus.validity.said.issued import at_the_foot, dated, issued
from corpus.validity.said.listed import listed
from corpus.validity.said.masthead import parted, rows
from corpus.validity.said.numeric import day_first, unclear, written_out
from corpus.validity.said.partly import begun
from corpus.validity.said.precedence import precedence
from corpus.validity.said.repealing import repeals
from corpus.validity.said.stamped import stamped

_VERSION_LINE = re.compile(r"版本|版次|\bversion\b|\bv\s*\d|\bissue\s+\d", re.I)
# nothing else can say from when or until when a document holds; most sentences have none of it
_TELLS = re.compile(
    r"(?:19|20|１９|２０)[\d]{2}|[二一][零〇○九八]|之?日起|之日|有效|试行|until|till|expir|laps|effect|force|valid|cease|withdrawn|remain|stay",
    re.I,
)


def stated(text: str, clauses: Sequence[Clause], facts: Facts, path: str = "") -> Stated:
    """Return what a document says of itself; `path` is its file's, whose name may bear a version."""
    printed = [*rows(text, clauses), *sentences(text, clauses)]
    said = written_out(printed, day_first(text))
    given, begin, end = _own_days(said, facts, path)
    stamp, over = stamped(said, facts, path)
    left = unclear(said)
    guessed = _own_days(written_out(printed, order=True), facts, path) if left else (given, begin, end)
    return Stated(
        issued=given,
        effective=begin,
        repealed=min((when for when in (end, stamp) if when), default=None),
        over=over and end is None,
        unclear=left if guessed != (given, begin, end) else (),
        version=_version(said, facts, path),
        repeals=tuple(dict.fromkeys([*repeals([*said, *parted(said)], facts), *listed(said, clauses, text, facts)])),
        amends=tuple(amends(said, facts)),
        amendments=(*amendments(text, said, facts), *compared(text, clauses, said, facts)),
        unread=tuple(unread(text, said, facts)),
        begun=tuple(begun(said)),
        precedence=tuple(precedence(said)),
    )


def _own_days(said: Sequence[Sentence], facts: Facts, path: str) -> tuple[date | None, date | None, date | None]:
    """Return the days on which a document was issued, takes effect and ends, by its own words."""
    told = [one for one in [*said, *parted(said)] if _TELLS.search(one.words)]
    given = facts.issued or issued(said) or dated(path) or at_the_foot(said)
    begin = effective(told, facts, given)
    return given, begin, repealed(told, facts, facts.effective or begin or given)


def _version(said: Sequence[Sentence], facts: Facts, path: str) -> str:
    """Return the version by the facts, the title, the opening or the file's name, whichever names one first."""
    opening = (s.words for s in said if s.opening and len(s.words) < 60 and _VERSION_LINE.match(s.words.strip("# ")))
    heads = (s.words for s in said[:1] if s.start == 0 and len(s.words) < 80)
    about_another = amending(said, facts)  # whose title bears the version of what it amends
    titles = [] if about_another else [facts.title, *heads, *opening]
    named = [facts.version, *titles, path.rpartition("/")[2]]
    return next((found for words in named if words and (found := version(words) or _plain(words, facts))), "")


def _plain(words: str, facts: Facts) -> str:
    return words if words == facts.version else ""
