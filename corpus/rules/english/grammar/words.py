"""English sentences as words: tokens with their places, and the closed classes that border phrases."""

import re
from typing import NamedTuple


class Word(NamedTuple):
    """A word or a mark of a sentence, and its span."""

    text: str
    low: str
    start: int
    end: int

    @property
    def title(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


# a possessive is a word of its own; brackets, bars and dashes are marks
_TOKEN = re.compile(
    r"[0-9]{1,2}:[0-9]{2}(?:\s?(?:[ap]m\b|[ap]\.m\.))?|(?:Hon|Dr|Mr|Mrs|Ms|Rev|Prof|St|Rt|Asst|Dep)\.(?= [A-Z])|['’]s?(?![\w])|(?:[£$€¥]|[A-Z]{2,3}[£$€])?\d(?:[\d,.]*\d)?[\w%]*|(?:[a-z]\.){2,}|"
    r"[^\W_]+(?:(?:['’](?!s\b)|[-/.&‑](?=[^\W_]))[^\W_]+)*|[–—]|[^\w\s]|_",
)


# what a verb is short for behind another word, and the words that lose a letter before it
_SHORT = {"'ll": "will", "'ve": "have", "'re": "are", "'d": "would", "n't": "not"}
_SHORTENED = re.compile("(?<=[a-z])(?:['’](?:ll|ve|re|d)|n['’]t)$", re.IGNORECASE)
_CLIPPED = {"ca": "can", "wo": "will", "sha": "shall"}
# words that are written in several ways
_SPELT = {"no-one": "nobody", "noone": "nobody"}


def words(sentence: str) -> list[Word]:
    """Return the words and marks of a sentence in order; "can't" is two, and the first of them means "can"."""
    return [word for m in _TOKEN.finditer(sentence) for word in _parted(m[0], m.start())]


def _parted(text: str, start: int) -> list[Word]:
    """Return one word, or the two that it is short for."""
    short = _SHORTENED.search(text)
    if short is None:
        low = text.lower()
        return [Word(text, _SPELT.get(low, low), start, start + len(text))]
    first, cut = text[: short.start()], start + short.start()
    low = _CLIPPED.get(first.lower(), first.lower()) if short[0].lower().startswith("n") else first.lower()
    last = _SHORT[short[0].lower().replace("’", "'")]
    return [Word(first, low, start, cut), Word(short[0].strip("'’"), last, cut, start + len(text))]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, which reads better than a list of strings."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "the a an its their his her your our my each every any all both either this these those such no some another "
    "neither whichever whatever his/her"
)
MODALS = word_set("may shall must will can should could would might cannot")
PERMISSIVE = word_set("may can might could cannot")
BE = word_set("be is are was were been being")
HAVE = word_set("have has had having")
DO = word_set("do does did")
NEGATIVE = word_set("not never n't hardly")
PREPOSITIONS = word_set(
    "of for in to by from with without at on under over above below within through during before after upon "
    "between among amongst against per via until till since about into onto behind beyond except despite "
    "notwithstanding concerning regarding pending throughout towards toward save failing besides than as like "
    "following including across inside outside near off out up down along around exceeding lasting"
)
SUBORDINATORS = word_set(
    "if where when whenever unless until while whilst whether because although though once provided wherever "
    "before after since as till"
)
RELATIVES = word_set("who whom which that whose")
CONJUNCTIONS = word_set("and or but nor and/or yet plus")
PRONOUNS = word_set(
    "it he she they them him us we you i nobody anyone anybody someone somebody everyone everybody none "
    "whoever whosoever itself himself herself themselves what how why there here nothing anything something others "
    "s/he"
)
ADVERBS = word_set(
    "only also then alone apart first so now always not never again either finally thereafter jointly together "
    "afterwards instead still just even too once twice ever hereby thereby forthwith soon later meanwhile "
    "otherwise however therefore thus accordingly when-necessary alike already likewise further severally perhaps "
    "straight away rather else almost thereupon hereupon thereafter therein therewith often sometimes usually afresh anew beforehand elsewhere below-mentioned abroad ahead nevertheless nonetheless"
)
NOT_ADVERBS = word_set(
    "assembly family supply reply july anomaly monopoly ally fly only early daily weekly monthly quarterly yearly "
    "friendly elderly likely apply reply comply supply rely imply multiply"
)
ADJECTIVES = word_set(
    "senior junior new full other next general special annual joint independent external internal local current "
    "former acting deputy assistant own final prior written same relevant appropriate responsible competent two "
    "three four five six seven eight nine ten eleven twelve several many few fewer more most less least further "
    "additional remaining outgoing incoming nominated first second third last main sole whole entire good proper "
    "yearly half-yearly quarterly termly monthly fortnightly weekly daily early due express unanimous formal favourable favorable majority at duly properly newly above larger longer bigger greater smaller shorter "
    "higher lower dearer cheaper costlier heavier lighter graver"
)
MARKS = {
    ".": "stop",
    ";": "stop",
    ":": "colon",
    "!": "stop",
    "?": "stop",
    ",": "comma",
    "–": "dash",
    "—": "dash",
    "-": "dash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "|": "stop",
    "→": "stop",
    "•": "stop",
}


def adverb(word: Word) -> bool:
    """Tell whether a word is an adverb: a listed one, or one in -ly."""
    if word.low in ADVERBS:
        return True
    return word.low.endswith("ly") and len(word.low) > 4 and word.low not in NOT_ADVERBS and not word.title


def closed(low: str) -> bool:
    """Tell whether a word joins names or parts of sentences and can be no part of a name."""
    return (
        low in PREPOSITIONS
        or low in SUBORDINATORS
        or low in RELATIVES
        or low in CONJUNCTIONS
        or low in PRONOUNS
        or low in MODALS
        or low in BE
        or low in HAVE
        or low in DO
        or low in NEGATIVE
    )


# what several words say together
IDIOMS = {
    tuple(words.split()): kind
    for kind, idioms in {
        "adv": "from time to time,at any moment,at all times,in writing,right away,without delay,in advance,at any time,at all,if at all,as well,for the time being,in "
        "person,in full,by law,once a year,once a month,once a week,once a term,once a quarter,once a day,"
        "twice a year,at once,if any,where appropriate,if necessary,where necessary,if required,as necessary,in "
        "principle,on request,as follows,in turn,at least annually,or the like,and the like,and so on",
        "sub": "so long as,so far as,in so far as,as long as,as soon as,provided that,providing that,on condition that,only if,in case",
        "conj": "as well as,together with,jointly with,along with,in conjunction with,acting with,acting jointly "
        "with,acting together with,in cooperation with,in co-operation with,in collaboration with,in partnership with,"
        "in concert with",
        "prep": "as to,apart from",
        "pron": "no one",
    }.items()
    for words in idioms.split(",")
}
IDIOM_LONGEST = max(map(len, IDIOMS))
IDIOM_FIRST = {idiom[0] for idiom in IDIOMS}
