"""Whatever else is counted in English: 50 doses, up to ten crews, over 40 seed packets.

Behind a number with a capital it is what a clause of that number begins with: 4.06 Gifts.
"""

import re

# what stands behind a number and begins no name of a thing
_NO_ADJECTIVE = (
    "the|all|any|both|each|its|our|your|their|his|her|this|that|these|those|must|may|shall|will|can|who|which|then|than"
    "|with|from|for|are|and|but|not|only|need|has|have|had|was|were|per|plus|under|over|above|below|between|within|until"
    "|before|after|when|where|while|every|of|or|to|by|in|on|at|as|an?|is|it|we|he|up|more|less"
)
# what only looks like things: verbs, and words that measure
_NO_THINGS = (
    "needs|requires|goes|costs|takes|gets|applies|counts|makes|means|gives|shows|comes|becomes|remains|stays|falls|lies"
    "|decides|approves|sums|amounts|others|ones|always|perhaps|besides|towards|afterwards|as|was|has|does|plus|minus"
    "|across|unless|years|months|weeks|days|hours|minutes|times|pounds|dollars|thousands|millions|hundreds|dozens|lots"
    "|percents|points|thirds|quarters|fifths|series"
)
THING = (
    rf"(?:(?!(?:{_NO_ADJECTIVE})\b)(?-i:[a-z]{{3,}}) )?(?!(?:{_NO_THINGS}|{_NO_ADJECTIVE})\b)"
    r"(?P<thing>(?-i:[a-z]{3,})(?<![sui'’])s)\b"
)
_THING = re.compile(THING, re.IGNORECASE)
_HISSING = ("xes", "ches", "shes", "sses")


def thing_at(text: str, start: int) -> str:
    """Return one of the things that are named at a place in a text: dose for doses, entry for entries; "" for none."""
    found = _THING.match(text, start)
    things = found["thing"].lower() if found else ""
    if things.endswith("ies"):
        return f"{things[:-3]}y"
    return things[:-2] if things.endswith(_HISSING) else things[:-1]
