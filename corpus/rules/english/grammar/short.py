"""Short names of English bodies told in full: the Panel, where the article spoke of the Complaints Panel before."""

import re

from corpus.rules.english.grammar.phrases import phrases
from corpus.rules.english.grammar.words import word_set

# nouns that hardly ever name anybody by themselves; a Board, a Council or a Chair does
_SHORT = word_set(
    "committee sub-committee subcommittee panel group sub-group team forum party officer manager adviser coordinator "
    "co-ordinator inspector tribunal jury task-force taskforce"
)


def short(actor: str) -> bool:
    """Tell whether a name is one noun that a longer name before it has to tell apart: "Committee"."""
    return actor[:1].isupper() and actor.lower() in _SHORT


def in_full(actor: str, before: str) -> str:
    """Return the one longer name that ends in a short one and stands in the words before it; else the short one."""
    found: set[str] = set()
    for line in before.split("\n"):
        for phrase in phrases(line) if re.search(rf"[\w&] {re.escape(actor)}\b", line) else ():
            words = phrase.words
            if phrase.kind == "name" and len(words) > 1 and words[-1].text == actor and words[0].title:
                found.add(line[words[0].start : words[-1].end])
    return found.pop() if len(found) == 1 else actor
