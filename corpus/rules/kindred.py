"""Which act a printed verb may stand for beside its own: who prepares the minutes proposes them, or carries that out."""

import re
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.english.grammar.verbs import form_of
from corpus.rules.english.grammar.words import word_set


class _Kind(NamedTuple):
    """Verbs that say one thing of which rulebooks, and those who ask about them, speak as of several acts."""

    acts: frozenset[Act]
    chinese: re.Pattern[str]
    english: frozenset[str]  # verbs in their base form, and nouns


_KINDS = (
    _Kind(  # what is drawn up is put before somebody, or is the thing that was to be done
        frozenset((Act.PROPOSE, Act.CARRY_OUT)),
        re.compile("起草|草拟|编制|编写|编撰|撰写|拟[定订制]?|汇总|整理|执笔|牵头|制[定订]|出具|提供|写|编"),
        word_set(
            "prepare draft draw-up compile write compose put-up put-forward put-together produce collate furnish draw"
        ),
    ),
    _Kind(  # to look closely at a thing is a step before a decision, a task, or a watch over it
        frozenset((Act.REVIEW, Act.CARRY_OUT, Act.SUPERVISE)),
        re.compile("考察|面谈|面试|评|核[对实查验]|检查|巡查|抽查|查|监督|监测|见证|论证|验收|审计|测|调查|尽调"),
        word_set(
            "assess examine inspect check test verify review investigate interview evaluate audit count monitor observe "
            "witness vet analyse analyze sample validate look-into inspection assessment examination"
        ),
    ),
    _Kind(  # in whose hands a record is watches over it, or carries out what there is to do with it
        frozenset((Act.CARRY_OUT, Act.SUPERVISE)),
        re.compile("保[管存]|存[放档查]|归档|留[存底]|收存|封存|备存|立卷|掌管|管理$"),
        word_set("keep hold maintain store file archive retain record log register enter list lodge deposit custody"),
    ),
    _Kind(  # who acts for another does what that one may, which is to decide
        frozenset((Act.DECIDE, Act.CARRY_OUT)),
        re.compile("代行|代理|代为|顶替"),
        word_set(""),
    ),
    _Kind(  # whose yes it takes is asked before the decision, or has it
        frozenset((Act.REVIEW, Act.DECIDE)),
        re.compile("同意|确认|会签|点头|认可|签|过目|审"),
        word_set("agree countersign consent confirm endorse concur certify validate accept agreement"),
    ),
    _Kind(  # who signs or gives out a thing acts on what was decided, or decides it thereby
        frozenset((Act.DECIDE, Act.CARRY_OUT)),
        re.compile("签|发放|出具|指定|选派|安排|作出|处理"),
        word_set("sign issue order award choose select pick set arrange appoint declare place"),
    ),
    _Kind(  # who hears an appeal or a complaint looks at what was done, and decides
        frozenset((Act.REVIEW, Act.DECIDE, Act.CARRY_OUT)),
        re.compile("受理|申诉|投诉|复核|复议|复查|复审|仲裁|申请|答复|异议"),
        word_set("hear go take refer escalate appeal answer investigate reconsider re-examine complaint reply"),
    ),
)


def may_mean(verb: str, own: Act, act: Act) -> bool:
    """Tell whether a printed verb, which stands for an act of its `own`, may be asked for as another act."""
    return any(own in kind.acts and act in kind.acts and _of(kind, verb) for kind in _KINDS)


def _of(kind: _Kind, verb: str) -> bool:
    if not verb.isascii():
        return kind.chinese.search(verb) is not None
    low = verb.casefold().replace(" ", "-")
    return any(_base(word) in kind.english for word in (low, *low.split("-")))


def _base(word: str) -> str:
    form = form_of(word)
    return form.base if form else word
