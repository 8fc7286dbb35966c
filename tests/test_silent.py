"""A clause that speaks of a matter and names nobody doesn't answer who does it."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.models import Answer, Citation, Decision, Status, Who
from bot.answering.saying.silent import names_no_number, names_nobody
from corpus.document import document
from corpus.models import Act, Document, Facts, Kind, Line

RULES = ("1. Nets are bought by the Mate.", "2. The Harbour Master fixes the dues.", "3. A member may propose a trip.")


def rules(kind: Kind = Kind.RULE, lines: tuple[str, ...] = RULES) -> Document:
    return document("boats.md", "boats", Facts(title="Boats", kind=kind), "0" * 64, [Line(text=line) for line in lines])


def answer(quote: str, asked: Act | None = Act.DECIDE, **acts: str) -> Answer:
    told = {act: (Who(who=who, act="", citation=1),) for act, who in acts.items()}
    cited = Citation(
        n=1, document="boats.md", title="Boats", clause="9", effective=None, repealed=None, quote=quote, start=0,
        end=len(quote), sha256="0" * 64, link="boats#9",
    )  # fmt: skip
    return Answer(
        question="who?", language="en", status=Status.ANSWERED, text="", asked=asked,
        decision=Decision(matter="", condition="", **told) if told else None, citations=(cited,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "nobody"),
    [
        (answer("9. A mentor is assigned to every new hand."), True),
        (answer("9. The sculptor remains to be chosen."), True),
        # whoever acts elsewhere may act here too, in words that were not read
        (answer("9. Trips abroad: ask the Harbour Master."), False),
        (answer("9. A membership lasts a year."), True),
        (answer("9. A trip of a member."), False),
        # nobody is asked for
        (answer("9. A mentor is assigned.", asked=None), False),
        (answer("9. The Mate decides.", decides="Mate"), False),
        # who proposes a thing neither settles nor does it
        (answer("9. A member may propose a trip.", proposes="member"), True),
        (answer("9. A member may propose a trip.", asked=Act.PROPOSE, proposes="member"), False),
        (answer("9. A member proposes, the Mate looks at it.", proposes="member", reviews="Mate"), False),
    ],
)
def test_a_clause_that_names_nobody_leaves_open_who_does_it(made: Answer, nobody: bool) -> None:
    assert names_nobody(made, {"boats.md": rules()}) is nobody


def test_an_faq_is_an_answer_and_of_a_document_without_actors_nothing_is_told() -> None:
    made = answer("9. A mentor is assigned to every new hand.")
    assert not names_nobody(made, {"boats.md": rules(Kind.FAQ)})
    assert not names_nobody(made, {"boats.md": rules(lines=("1. Nets are dried on Mondays.",))})


@pytest.mark.parametrize(
    ("question", "quote", "silent"),
    [
        ("船坏了给几天时间修？", "（三）检验不合格的船限期修理。", True),
        ("船坏了给几天时间修？", "（三）检验不合格的船十日内修理。", False),
        ("船坏了给几天时间修？", "（三）检验不合格的船立即修理。", False),
        ("逾期的违约金按几个点算？", "5.4 逾期的违约金比例，在合同里约定。", True),
        ("会员一次能借几本？", "5.4 会员借书不限册数。", False),
        ("How often is the list of boats renewed?", "2.2 The list of boats is renewed from time to time.", True),
        ("How often is the list of boats renewed?", "2.2 The list of boats is renewed every spring term.", False),
        ("How many hands sail a boat?", "Rule 9. A boat is sailed by (a) a mate and (b) hands.", True),
        ("How many hands sail a boat?", "Rule 9. A boat is sailed by three hands.", False),
        ("May hands sail a boat?", "Rule 9. A boat is sailed by hands.", False),
    ],
)
def test_words_without_a_number_dont_answer_how_many(question: str, quote: str, silent: bool) -> None:
    made = answer(quote, asked=None)
    assert names_no_number(understand(question), made, {"boats.md": rules()}) is silent
    assert not names_no_number(understand(question), made, {"boats.md": rules(Kind.FAQ)})
