"""Who does what in an English sentence: X may approve…, is decided by X, on the recommendation of Y."""

import re

from corpus.deeds import Deed
from corpus.models import Act
from corpus.verbs import act_of

# A noun phrase that can act: capitalised words, or the plain nouns for people and bodies.
_BODY = (
    "board|committee|panel|council|meeting|head|heads|headteacher|principal|chair|chairs|vice-chair|treasurer|secretary|clerk|trustee|trustees|governor|governors|"
    "director|directors|manager|managers|officer|officers|executive|department|departments|team|group|office|leader|leaders|member|members|staff|employee|employees|"
    "applicant|teacher|teachers|deputy|deputies|president|dean|registrar|auditor|auditors|solicitor|supervisor|coordinator|bursar|owner|holder|holders|complainant|parent|parents|"
    "investigator|assessor|person|people|body|authority|ministry|regulator|landlord|contractor|administrator|receptionist|caretaker|budget-holder|requester|claimant|designate|appointee|lead|leads|"
    "assistant|assistants|buyer|proposer|mover|volunteer|volunteers|chief executive|ceo|cfo|colleague|colleagues|governance professional|surveyor|adviser|advisers|counsel|partner|delegate|ombudsman"
)
_VERB = (
    r"approves?|decides?|determines?|authori[sz]es?|appoints?|ratif(?:y|ies)|sanctions?|signs? off|signs?|countersigns?|adopts?|grants?|agrees?|elects?|dismiss(?:es)?|awards?|resolves?|hears?|waives?|refuses?|settles?|"
    r"reviews?|advises?|considers?|scrutini[sz]es?|checks?|verif(?:y|ies)|comments?|examines?|assess(?:es)?|proposes?|recommends?|submits?|appl(?:y|ies)|requests?|nominates?|drafts?|prepares?|suggests?|makes a case|"
    r"supervises?|monitors?|oversees?|audits?|inspects?|carr(?:y|ies) out|implements?|manages?|administers?|conducts?|keeps?|maintains?|publish(?:es)?|arranges?|organi[sz]es?|notif(?:y|ies)|informs?|records?|"
    r"acknowledges?|investigates?|handles?|issues?|pays|holds|chairs|convenes?|runs|writes|sends|enters|completes?|ensures?|destroys?|leads|allows?|confirms?|rules|disposes?|"
    r"is responsible|are responsible|is accountable|remains responsible"
)
# words that are as often nouns: verbs only behind a modal
_BASE = "pay|hold|chair|run|write|send|file|log|enter|order|book|update|report|call|place|lead|record|move|name|fill in|sign|act|keep|agree|settle|choose|require|extend|suspend|exclude|close|open"
_DETERMINER = r"(?:the|a|an|its|their|his|her|each|every|any|that|both|all|either|no|only)"
# what cannot stand inside a name: the words that join it to the rest of its sentence
_JOINING = (
    "may|shall|must|will|can|should|is|are|be|been|was|were|has|have|had|also|needs?|requires?|without|with|over|under|above|below|by|to|from|if|when|where|that|which|who|"
    "on|at|as|than|unless|until|after|before|and|or|but|not|this|these|those|then|only|so"
)
_WORD = rf"(?!(?:{_JOINING}|{_VERB})\b)[A-Za-z][\w’'-]*"
_OF = r"(?:\s+(?:of|for|in)\s+(?:the\s+|a\s+)?(?:at least\s+)?(?:(?:two|three|four|five|six|seven)\s+)?(?:(?-i:[A-Z])[\w’'-]*|trustees|governors|department|departments|finance|staff|operations|studies)(?:\s+(?:and\s+)?(?-i:[A-Z])[\w’'-]*)*)?"
_NAME = rf"(?:(?:{_WORD}\s+){{0,4}}?(?:{_BODY})\b{_OF}|(?-i:[A-Z][\w’'-]*(?:\s+(?:of|and|for|the)?\s*[A-Z][\w’'-]*){{0,5}}))"
_ACTORS = rf"(?:{_DETERMINER}\s+)?(?P<who>{_NAME}(?:(?:,\s+|\s+(?:and|or|with|together with|jointly with|acting with)\s+)(?:{_DETERMINER}\s+)?{_NAME}){{0,3}})"
_MODAL = r"(?:may|shall|must|will|can|should|is to|are to|has|have|alone may|alone|may only|may also|must also|also|then|first|normally|jointly|together)"
_PARTICIPLE = (
    r"approved|decided|determined|authorised|authorized|appointed|ratified|sanctioned|signed off|signed|countersigned|adopted|granted|agreed|elected|dismissed|awarded|"
    r"reviewed|considered|scrutinised|scrutinized|checked|verified|examined|assessed|vetted|proposed|recommended|submitted|nominated|drafted|prepared|made|requested|"
    r"supervised|monitored|overseen|audited|inspected|carried out|implemented|managed|administered|conducted|kept|maintained|published|arranged|organised|recorded|investigated|"
    r"handled|issued|paid|held|chaired|convened|completed|taken|heard|dealt with|ruled on|chosen|named|led|waived|refused|settled|written|placed|ordered|filed|logged|run|reported|held"
)
_PASSIVE = re.compile(
    rf"\b(?P<verb>{_PARTICIPLE})(?:\s+\w+ly)?(?:\s+(?:in writing|in advance|first|only|either))*\s+by\s+{_ACTORS}",
    re.IGNORECASE,
)
_PHRASES: tuple[tuple[re.Pattern[str], Act], ...] = tuple(
    (re.compile(pattern.replace("WHO", _ACTORS), re.IGNORECASE), act)
    for pattern, act in (
        (r"\b(?P<verb>on the (?:recommendation|proposal|nomination) of|recommended by|at the request of)\s+WHO", Act.PROPOSE),
        (r"\b(?P<verb>(?:after|on|with|taking|having taken|having received|subject to|following) (?:the )?(?:written )?(?:advice (?:from|of)|consultation with|comments? from)|"
         r"after consulting|having consulted|in consultation with|after hearing|consult(?:s|ing)?)\s+WHO", Act.REVIEW),
        (r"\b(?P<verb>(?:with|without|needs?|requires?|requiring|subject to|obtain(?:s|ing)?|given|has|have|seek(?:s|ing)?|until) (?:the )?(?:prior |written |express |further |also )*"
         r"(?:approval|consent|agreement|ratification|authorisation|authorization|permission|sign-off|confirmation) (?:of|by|from))\s+WHO", Act.DECIDE),
        (r"\b(?P<verb>(?:decision|approval|appeal|power|discretion|authority) (?:lies|rests|is|belongs|goes|sits|remains) (?:with|to|reserved to|for))\s+WHO", Act.DECIDE),
        (r"\b(?P<verb>reserved (?:to|for)|delegated to|a matter for|referred to|escalated to|appeals? (?:lies|goes|is made|may be made) to)\s+WHO", Act.DECIDE),
        (r"\b(?P<verb>(?:by|on) (?:a )?(?:decision|resolution|direction|order) of)\s+WHO", Act.DECIDE),
        (r"\b(?P<verb>reported|report|notified|copied|sent for information)\s+(?:\w+\s+){0,3}?to\s+WHO", Act.SUPERVISE),
    )
)  # fmt: skip
_FOR_ACT = re.compile(rf"\b(?:submitted|put|sent|goes|go|passed|forwarded|referred|brought|taken|presented)\s+(?:\w+\s+)?to\s+{_ACTORS}\s+for\s+(?:\w+\s+)?(?P<verb>approval|decision|ratification|determination|review|comment|advice|consideration|information|sign-off|signature)", re.IGNORECASE)  # fmt: skip
_NOUN_ACT = {"approval": Act.DECIDE, "decision": Act.DECIDE, "ratification": Act.DECIDE, "determination": Act.DECIDE,
             "sign-off": Act.DECIDE, "signature": Act.DECIDE, "review": Act.REVIEW, "comment": Act.REVIEW,
             "advice": Act.REVIEW, "consideration": Act.REVIEW, "information": Act.SUPERVISE}  # fmt: skip
_POSSESSIVE = re.compile(rf"\b(?:{_DETERMINER}\s+)?(?P<who>{_NAME})['’]s?\s+(?:prior |written |express )*(?P<verb>approval|consent|agreement|decision|sign-off|permission)\b", re.IGNORECASE)  # fmt: skip
_ACTIVE = re.compile(rf"(?:^|(?<=[.;:,(])\s*|\b(?:and|but|or|then|where|when|if|that|which|unless|until|only)\s+|(?<=\))\s*|\b(?=(?:the|an?|each|every)\s))(?:(?:only|then|and)\s+)?{_ACTORS}\s+(?:{_MODAL}\s+){{0,3}}(?:\w+ly\s+)?(?P<verb>{_VERB}|(?:(?<=may )|(?<=shall )|(?<=must )|(?<=will )|(?<=can )|(?<=should ))(?:{_BASE}))\b(?!\s+by\b)", re.IGNORECASE)  # fmt: skip
_STRIP = re.compile(r"^(?:(?:only|then|where|when|if|that|unless|until|and|or|but|for|by|from|to|with|of|on|in|after|before)\s+)*(?:(?:the|an?|its|their|his|her|each|every|any|that|both|all|either|no)\s+)?", re.IGNORECASE)  # fmt: skip
_LIST = re.compile(
    r",\s+(?:and\s+)?|\s+(?:and|or|with|together with|jointly with|acting with)\s+(?=(?:the|a|an|its|two|one)?\s*[A-Z]|the\s)"
)
# a lead-in that leaves the verb to its items: The Board alone may: (a) borrow money
_OPEN = re.compile(rf"^\s*(?:[\d.]+\s+|\([a-z]+\)\s+)?{_ACTORS}\s+(?P<verb>alone may|may alone|may only|only may|may|decides(?: on)?|must|shall|will)\s*:?\s*$", re.IGNORECASE)  # fmt: skip
_NOT_ACTORS = re.compile(r"^(?:it|this|that|these|those|they|he|she|which|who|section|schedule|part|step|step \d+|such|there|where|no|any|all|each|policy|in|on|at|for)$", re.IGNORECASE)  # fmt: skip


_AGENT = re.compile(rf"\bby\s+{_ACTORS}\s*(?:,\s*(?:and|or))?\s*[;.,]?\s*$", re.IGNORECASE)
_OPEN_PASSIVE = re.compile(rf"\b(?P<verb>{_PARTICIPLE}|imposed|allowed|permitted|given|extended)\b", re.IGNORECASE)


def agents(item: str, lead_in: str) -> list[Deed]:
    """Read "(b) above £500, by the Head;" under a lead-in such as "Leave is decided, by its length:"."""
    agent, opened = _AGENT.search(item), _OPEN_PASSIVE.search(lead_in)
    if not agent or not opened:
        return []
    verb = opened["verb"]
    start, end = agent.span("who")
    act = act_of(verb) or Act.DECIDE
    return [Deed(actor=item[s:e], act=act, verb=verb, start=s, end=e) for s, e in _names(item, start, end)]


def _names(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the bare names in a list of actors."""
    spans, at = [], start
    for joint in [*_LIST.finditer(sentence, start, end), None]:
        stop = joint.start() if joint else end
        own = sentence[at:stop]
        lead = _STRIP.match(own)
        left = at + (lead.end() if lead else 0)
        name = sentence[left:stop].strip()
        if name and not _NOT_ACTORS.match(name):
            spans.append((left, left + len(name)))
        at = joint.end() if joint else stop
    return spans


def _deeds(sentence: str, found: re.Match[str], act: Act | None) -> list[Deed]:
    """Return a deed for each actor of a match."""
    verb = " ".join(found["verb"].split())
    act = act or act_of(verb)
    if act is None:
        return []
    start, end = found.span("who")
    return [Deed(actor=sentence[s:e], act=act, verb=verb, start=s, end=e) for s, e in _names(sentence, start, end)]


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence, in the order in which it stands there."""
    found: list[Deed] = []
    for pattern, act in _PHRASES:
        found += [d for m in pattern.finditer(sentence) for d in _deeds(sentence, m, act)]
    found += [d for m in _FOR_ACT.finditer(sentence) for d in _deeds(sentence, m, _NOUN_ACT[m["verb"].lower()])]
    plain: tuple[tuple[re.Pattern[str], Act | None], ...] = (
        (_PASSIVE, None),
        (_POSSESSIVE, Act.DECIDE),
        (_ACTIVE, None),
    )
    for shape, said in plain:
        for match in shape.finditer(sentence):
            new = _deeds(sentence, match, said)
            found += [d for d in new if all(d.end <= f.start or d.start >= f.end for f in found)]
    opened = _OPEN.match(sentence.strip("\n"))
    if opened and not found:
        found = _deeds(sentence, opened, Act.CARRY_OUT if opened["verb"] in ("must", "shall", "will") else Act.DECIDE)
    return sorted(found, key=lambda d: d.start)
