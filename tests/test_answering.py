"""From found clauses to an answer: what is weighed, chosen, quoted, decided and said."""

import math
from collections.abc import Sequence
from datetime import date

import pytest

from bot.answering.asked.question import understand
from bot.answering.deciding.decide import applying, decision
from bot.answering.models import Nearest, Status
from bot.answering.saying.answer import compose, nothing
from bot.answering.saying.quotes import best_span
from bot.answering.saying.sources import clause_at
from bot.answering.weighing.bounding import level
from bot.answering.weighing.coverage import coverage, coverage_across
from bot.answering.weighing.evidence import Found, right_kind, right_verb, verb_asked, weigh
from bot.answering.weighing.select import choose
from bot.answering.weighing.support import signs, support
from bot.answering.weighing.weights import Sign
from corpus.document import document
from corpus.models import Act, Document, Facts, Kind, Line, Passage, Role, Rule
from tests.composing import Standing


def equally(term: str) -> float:
    return 1.0


def nought(start: int, end: int) -> float:
    return 0.0


def reading(*lines: str, kind: Kind = Kind.RULE, title: str = "馆务规程") -> Document:
    return document("hall.md", "hall", Facts(title=title, kind=kind), "0" * 64, [Line(text=line) for line in lines])


def found(made: Document, key: str, cosine: float = 0.9) -> Found:
    """A passage of a document as search would hand it over."""
    passage = next(p for p in made.passages if p.id == f"hall#{key}")
    return Found(
        passage=passage,
        facts=made.facts,
        cosine=cosine,
        rules=tuple(r for r in made.rules if r.clause == passage.id),
        procedure=next((p for p in made.procedures if p.id == f"{passage.id}!"), None),
    )


def passage(text: str, start: int = 0, document: str = "a.md") -> Passage:
    end = start + len(text)
    return Passage(id="a#1", document=document, label="", breadcrumb="", lead="", text=text, start=start, end=end)


def plain(text: str, cosine: float = 0.85, start: int = 0, document: str = "a.md") -> Found:
    return Found(passage=passage(text, start, document), facts=Facts(), cosine=cosine)


def rule(actor: str, act: Act, condition: str = "", place: int = 1, span: tuple[int, int] = (0, 40)) -> Rule:
    start, end = span
    return Rule(document="a.md", clause="a#1", actor=actor, act=act, verb="批准", matter="场地", condition=condition,
                place=place, start=start, end=end)  # fmt: skip


HALL = reading(
    "第一条 礼堂由工会管理。",
    "第二条 礼堂出租，3000元以下由工会主席批准，3000元以上由馆务会议批准。",
    "第三条 礼堂夜间使用由保卫科审核，报馆务会议批准。",
)
SOURCES = {"hall.md": HALL}


def test_rare_terms_of_a_question_weigh_more() -> None:
    asked = understand("who may lend the harpsichord")
    weight = {"harpsichord": 9.0}
    assert coverage(asked, "a harpsichord", lambda t: weight.get(t, 1.0)) == pytest.approx(0.9)
    assert coverage(asked, "umbrellas", equally) == 0


def test_a_question_without_terms_is_covered_by_nothing() -> None:
    assert coverage(understand("谁？"), "谁都可以", equally) == 0


def test_a_clause_in_the_other_language_is_covered_by_the_names_it_uses() -> None:
    asked = understand("who approves the contract")
    assert coverage_across(asked, "合同由财务处审批", equally) == 1
    assert coverage_across(asked, "食堂六点开门", equally) == 0


@pytest.mark.parametrize(
    ("question", "clause", "says"),
    [
        ("礼堂出租5000元谁批", "第二条 场租4000元以上由馆长批准", 1),
        ("礼堂出租5000元谁批", "第二条 场租4000元以下由馆长批准", -1),
        ("礼堂出租5000元谁批", "第二条 请假4天以下由馆长批准", 0),
        ("礼堂出租谁批", "第二条 场租4000元以上由馆长批准", 0),
        ("a sail for £3,000, who approves", "over 2,500 up to 10,000: the Bosun", 1.0),
        ("a sail for £3,000, who approves", "up to 2,500: the Mate", -1.0),
        ("52,000 all in, who approves", "over $10,000 to $75,000: the Bosun", 1.0),
        ("3 sails, who approves", "up to £2,500: the Mate", 0.0),
        ("a sail for £30, who approves", "up to 12 in a crew: the Mate", 0.0),
    ],
)
def test_the_sum_a_question_names_speaks_for_its_level_and_against_the_others(
    question: str, clause: str, says: int
) -> None:
    assert level(understand(question), clause) == says


@pytest.mark.parametrize(
    ("question", "text", "right"),
    [
        ("礼堂最多坐多少人", "礼堂限坐四百人。", True),
        ("礼堂最多坐多少人", "礼堂应当保持整洁。", False),
        ("投影仪几天内归还", "投影仪应在3日内归还。", True),
        ("能不能带食物", "礼堂内不得饮食。", True),
        ("谁批准用灯", "灯具应在当日归还。", False),
    ],
)
def test_a_clause_is_of_the_right_kind_when_it_says_what_is_asked_for(question: str, text: str, right: bool) -> None:
    assert right_kind(understand(question), plain(text)) is right


def test_an_actor_counts_only_for_the_act_asked_about() -> None:
    clause = found(HALL, "1")
    assert right_kind(understand("礼堂谁负责"), clause)
    assert not right_kind(understand("礼堂谁批准"), clause)


def test_the_questions_own_verb_is_known_again() -> None:
    assert right_verb(understand("礼堂出租谁批准"), found(HALL, "2"))
    assert not right_verb(understand("礼堂出租谁拍板"), found(HALL, "2"))


def test_the_clause_with_the_matter_and_the_actor_is_best() -> None:
    weighed = weigh(understand("礼堂出租5000元谁批准"), [found(HALL, key) for key in ("1", "3", "2")], equally)
    assert [e.passage.id for e in weighed][0] == "hall#2"
    assert [e.score for e in weighed] == sorted((e.score for e in weighed), reverse=True)


def test_nothing_found_supports_nothing() -> None:
    assert support(understand("谁批准礼堂"), [], equally) == -math.inf


def test_an_answerable_question_has_more_support_than_a_stray_one() -> None:
    clauses = [found(HALL, key) for key in ("1", "2", "3")]
    fits, strays = understand("礼堂出租5000元谁批准"), understand("打印机驱动怎么安装")
    assert support(fits, weigh(fits, clauses, equally), equally) > support(
        strays, weigh(strays, clauses, equally), equally
    )


def signs_of(question: str, *texts: str) -> dict[Sign, float]:
    asked = understand(question)
    weighed = weigh(asked, [plain(text, start=1000 * n) for n, text in enumerate(texts)], equally)
    return signs(asked, weighed[0], [one.found for one in weighed], equally)


def test_a_number_far_from_what_is_asked_about_is_a_weaker_sign() -> None:
    near, far = "钥匙押金五十元。雨伞自取。", "钥匙自取。雨伞押金五十元。"
    asked = "钥匙押金多少钱？"
    assert signs_of(asked, near)[Sign.NUMBER_CLOSE] > signs_of(asked, far)[Sign.NUMBER_CLOSE] > 0
    assert signs_of("钥匙谁保管？", near)[Sign.NUMBER_CLOSE] == 0


def test_words_that_nothing_found_holds_are_a_sign() -> None:
    assert signs_of("雨伞谁保管？", "钥匙由门卫保管。", "雨伞由门卫保管。")[Sign.ABSENT] == 0
    assert signs_of("雨伞谁保管？", "钥匙由门卫保管。")[Sign.ABSENT] > 0


def test_few_clauses_are_chosen_and_none_twice() -> None:
    many = [plain(f"礼堂第{n}排不得占座", start=30 * n) for n in range(8)]
    chosen = choose(weigh(understand("礼堂能不能占座"), many, equally))
    assert 1 <= len(chosen) <= 3
    assert len({e.passage.start for e in chosen}) == len(chosen)


def test_of_a_long_clause_one_piece_is_taken() -> None:
    question = understand("钥匙谁保管")
    pieces = [plain("钥匙由门卫保管。", start=0), plain("备用钥匙由门卫保管。", start=100)]
    pieces[1] = pieces[1]._replace(passage=pieces[1].passage.model_copy(update={"id": "a#1@2"}))
    assert len(choose(weigh(question, pieces, equally))) == 1


def test_a_clause_that_is_far_behind_is_not_cited() -> None:
    asked = understand("礼堂出租谁批准")
    chosen = choose(weigh(asked, [found(HALL, "2", 0.95), plain("食堂六点开门。", 0.7, 500)], equally))
    assert [e.passage.id for e in chosen] == ["hall#2"]


def test_the_item_is_cited_rather_than_the_whole_it_stands_in() -> None:
    whole, item = plain("礼堂规定：不得饮食。不得吸烟。", 0.86), plain("不得饮食。", 0.86, 5)
    chosen = choose(weigh(understand("能不能饮食"), [whole, item], equally))
    assert [(e.passage.start, e.passage.end) for e in chosen][0] == (5, 10)


def test_a_short_clause_is_quoted_whole() -> None:
    clause = passage("礼堂不得饮食。", start=17)
    assert best_span(understand("能不能饮食"), clause, (), equally) == (17, 24)


def test_of_a_long_clause_the_sentences_that_answer_are_quoted_at_their_place() -> None:
    filler = "座椅每学期清点一次并逐一编号登记造册。" * 12
    text = filler + "钢琴须由调律师每年校音。" + filler
    start, end = best_span(understand("钢琴谁校音"), passage(text, start=100), (), equally)
    assert "钢琴须由调律师每年校音。" in text[start - 100 : end - 100]
    assert end - start <= 160


@pytest.mark.parametrize(
    ("question", "who"),
    [("礼堂出租800元谁批准", "工会主席"), ("礼堂出租3000元谁批准", None), ("礼堂出租2万谁批准", "馆务会议")],
)
def test_the_level_that_takes_in_the_sum_decides(question: str, who: str | None) -> None:
    applied = applying(understand(question), found(HALL, "2").rules, nought)
    assert [r.actor for r in applied] == ([who] if who else ["工会主席", "馆务会议"])


def test_a_rule_whose_condition_shuts_the_sum_out_does_not_apply() -> None:
    assert applying(understand("9000元谁批"), [rule("馆长", Act.DECIDE, "500元以下")], nought) == []


def test_of_several_sentences_the_one_that_names_the_act_is_taken() -> None:
    rules = [rule("工会", Act.CARRY_OUT, span=(0, 40)), rule("馆长", Act.DECIDE, span=(40, 80))]
    assert [r.actor for r in applying(understand("谁批准"), rules, nought)] == ["馆长"]


def test_a_decision_lists_each_act_in_order_and_each_actor_once() -> None:
    rules = [rule("保卫科", Act.REVIEW), rule("馆长", Act.DECIDE, place=2), rule("馆长", Act.DECIDE, place=3)]
    made = decision(rules, {(0, 40): 1})
    assert made is not None
    assert [w.who for w in made.reviews] == ["保卫科"]
    assert [(w.who, w.citation) for w in made.decides] == [("馆长", 1)]
    assert made.proposes == made.carries_out == made.supervises == ()


def test_without_rules_nobody_is_made_up() -> None:
    assert decision([], {}) is None


def answer(question: str, keys: Sequence[str], made: Document = HALL):  # type: ignore[no-untyped-def]
    asked = understand(question)
    weighed = weigh(asked, [found(made, key) for key in keys], equally)
    return compose(asked, weighed, {"hall.md": made}, equally, Standing(0.0))


def test_every_quote_is_the_documents_own_text() -> None:
    made = answer("礼堂夜间使用谁批准", ["3", "1"])
    assert made.citations
    assert all(c.quote == HALL.text[c.start : c.end] for c in made.citations)
    assert [c.n for c in made.citations] == list(range(1, len(made.citations) + 1))
    assert made.citations[0].clause == "第三条"


def test_the_chain_is_in_the_decision_and_the_act_asked_for_is_said_first() -> None:
    made = answer("礼堂夜间使用谁批准", ["3"])
    assert made.status is Status.ANSWERED
    assert made.asked is Act.DECIDE
    assert made.decision is not None
    assert [w.who for w in made.decision.decides] == ["馆务会议"]
    assert [w.who for w in made.decision.reviews] == ["保卫科"]
    assert made.text.split("\n")[0] == "决定：馆务会议[1]"


def test_of_a_clause_of_many_levels_the_one_that_applies_is_quoted_first() -> None:
    applies = "1.1 An order above £40 and up to and including £90 is decided by the Warden or by the Bursar."
    made = reading(
        f"{applies} Above £90 and up to and including £250 the Hall Committee decides, on the recommendation of the "
        "Bursar, who sets out beforehand in writing what else could be bought, what it would cost, and who would use "
        "it. Beyond that the Guild decides after advice from the Hall Committee, which meets for the purpose within "
        "a fortnight, and at which the Bursar doesn't vote. A porter may approve an order up to and including £40.",
        title="Hall rules",
    )
    given = answer("Who may approve an order of £50?", ["1.1"], made)
    assert [(who.who, who.citation) for who in given.decision.decides] == [("Warden", 1), ("Bursar", 1)]
    assert given.citations[0].quote == applies


def test_every_mark_in_the_text_has_its_citation() -> None:
    made = answer("礼堂夜间使用谁批准", ["3", "2"])
    numbers = {c.n for c in made.citations}
    assert made.decision is not None
    assert {w.citation for act in Act for w in made.decision.of(act)} <= numbers


def test_the_text_is_in_the_questions_language_and_the_quote_in_the_documents() -> None:
    made = answer("Who approves use of the hall at night?", ["3"])
    assert made.language == "en"
    assert made.text.startswith("Decides: 馆务会议[1]")
    assert made.citations[0].quote.startswith("第三条 礼堂夜间")


@pytest.mark.parametrize("kind", [Kind.REFERENCE, Kind.DRAFT])
def test_what_is_no_rule_is_said_to_be_none(kind: Kind) -> None:
    made = reading("第一条 礼堂由工会管理。", kind=kind)
    assert answer("礼堂谁管理", ["1"], made).text.endswith("）")
    assert not answer("礼堂谁管理", ["1"]).text.endswith("）")


def test_an_faq_never_supplies_a_decider() -> None:
    made = reading("第一条 礼堂出租由馆长批准。", kind=Kind.FAQ)
    assert answer("礼堂出租谁批准", ["1"], made).decision is None


def test_a_procedure_is_given_whole_and_in_order() -> None:
    made = reading("第一条 借用礼堂按下列程序办理：", "（一）教师提出申请；", "（二）工会审核；", "（三）馆长批准。")
    steps = answer("借用礼堂走什么流程", ["1"], made).steps
    assert [(s.number, s.of, s.who, s.link) for s in steps] == [
        (1, 3, "教师", "hall#1!1"),
        (2, 3, "工会", "hall#1!2"),
        (3, 3, "馆长", "hall#1!3"),
    ]


def test_a_long_procedure_is_given_whole_too() -> None:
    made = reading("第一条 布展按下列程序办理：", *(f"{n}. 布展组布置第{n}号展台。" for n in range(1, 16)))
    assert [s.number for s in answer("布展走什么流程", ["1"], made).steps] == list(range(1, 16))


def test_not_found_says_so_cites_nothing_and_names_where_to_look() -> None:
    near = Nearest(document="hall.md", title="馆务规程", clause="第一条", link="hall#1", office="工会")
    made = nothing(understand("打印机驱动谁装"), [near], date(2025, 3, 1))
    assert made.status is Status.NOT_FOUND
    assert (made.citations, made.decision, made.nearest) == ((), None, (near,))
    assert made.text.startswith("规章制度里没有找到")


def test_a_rule_not_in_force_is_named_with_the_day_asked_about() -> None:
    near = Nearest(document="old.md", title="旧规程", clause="第一条", link="old#1", office="")
    made = nothing(understand("谁批"), [near], date(2025, 3, 1), repealed=True)
    assert made.status is Status.NOT_FOUND
    assert "2025-03-01" in made.text


def test_the_innermost_clause_holds_a_span() -> None:
    made = reading("第一条 礼堂内不得：", "（一）饮食；", "（二）吸烟。")
    at = made.text.index("吸烟")
    clause = clause_at(made.clauses, at, at + 2)
    assert clause is not None
    assert clause.label == "第一条（二）"


def settled(question: str, *keys: str, made: Document) -> list[str]:
    """Who decides by some clauses of a document, the first of them supporting the answer best."""
    asked = understand(question)
    weighed = weigh(asked, [found(made, key, 0.9 - n / 100) for n, key in enumerate(keys)], equally)
    answer = compose(asked, choose(weighed), {"hall.md": made}, equally, Standing(0.0))
    return [who.who for who in answer.decision.decides] if answer.decision else []


def test_a_clause_that_hands_an_amount_on_yields_to_the_one_that_decides_it() -> None:
    made = reading(
        "第一条 计划外布展由展览部审核，副馆长批；6万元以上的，按议事规程上会。",
        "第二条 计划外布展6万元以上的，由馆务会议决定。",
    )
    assert settled("计划外布展要7万元谁批", "1", "2", made=made) == ["馆务会议"]
    assert settled("计划外布展要2万元谁批", "1", "2", made=made) == ["副馆长"]


def test_of_two_cases_whose_words_say_nothing_the_one_that_prints_the_verb_asked_applies() -> None:
    made = reading("第一条 期满的展柜由馆方收回，去向由馆务会议决定；确有需要的，经副馆长同意，可以续借。")
    assert settled("还想再用谁同意", "1", made=made) == ["副馆长"]


def test_a_draft_carries_no_decision_where_a_rule_does() -> None:
    draft = document(
        "draft.md",
        "draft",
        Facts(title="草案", kind=Kind.DRAFT),
        "0" * 64,
        [Line(text="第一条 夜间开馆由副馆长批准。")],
    )
    made = reading("第一条 夜间开放场馆由馆务会议批准。")
    asked = understand("夜间开馆谁批准")
    one = Found(passage=draft.passages[0], facts=draft.facts, cosine=0.95, rules=draft.rules)
    weighed = sorted(weigh(asked, [one, found(made, "1", 0.9)], equally), key=lambda e: e.passage.document)
    answer = compose(asked, weighed, {"draft.md": draft, "hall.md": made}, equally, Standing(0.0))
    assert answer.decision is not None
    assert [who.who for who in answer.decision.decides] == ["馆务会议"]


def test_what_heads_the_column_of_a_case_tells_it_from_the_others() -> None:
    header, row = ("谁外出", "镇里", "镇外县里"), ("护林员", "工区长", "场长")
    lines = [
        Line(text="第一条 外出须经批准："),
        Line(text=" | ".join(header), role=Role.HEADER, cells=header),
        Line(text=" | ".join(row), role=Role.ROW, cells=row),
    ]
    made = document("hall.md", "hall", Facts(title="林场规程"), "0" * 64, lines)
    assert settled("护林员到县里去，谁批", "1.row1", made=made) == ["场长"]


@pytest.mark.parametrize(
    ("verb", "asked", "told"),
    [
        ("written off", "who can write it off", True),
        ("chosen", "who chooses the cook", True),
        ("approved", "who approves leave", True),
        ("written off", "who pays for the boat", False),
    ],
)
def test_a_printed_verb_is_that_of_a_question_in_any_of_its_forms(verb: str, asked: str, told: bool) -> None:
    assert verb_asked(verb, asked) is told


def test_who_keeps_an_eye_on_a_thing_is_the_one_who_watches_it_before_those_who_review_it() -> None:
    made = reading("1. The Bursar reviews the fund in May. The Chapter monitors the fund.")
    asked = understand("who keeps an eye on the fund")
    weighed = weigh(asked, [found(made, "1", 0.9)], equally)
    answer = compose(asked, choose(weighed), {"hall.md": made}, equally, Standing(0.0))
    assert answer.decision is not None
    assert [one.who for one in answer.decision.supervises] == ["Chapter"]


def test_after_a_refusal_the_one_who_hears_the_appeal_is_asked_for() -> None:
    made = reading("1. The Clerk decides on berths. An appeal about a berth lies to the Harbour Court.")
    assert settled("who decides on berths", "1", made=made) == ["Clerk"]
    assert settled("they turned down my berth, who decides now", "1", made=made) == ["Harbour Court"]


def test_a_clause_that_is_only_worth_reading_too_bears_no_decision_and_leaves_none_open() -> None:
    made = reading(
        "Article 3. Posts are filled as follows:",
        "(a) the Warden engages the stewards;",
        "(b) the Council engages the porter.",
    )
    asked = understand("who takes on someone for the gate")
    near, far = found(made, "3.b", 0.9), found(made, "3.a", 0.79)
    weighed = weigh(asked, [near, far], equally)
    assert 1.5 < weighed[0].score - weighed[1].score < 2.3
    answer = compose(asked, choose(weighed), {"hall.md": made}, equally, Standing(0.0))
    assert [citation.clause for citation in answer.citations] == ["Article 3(b)", "Article 3(a)"]
    assert answer.decision is not None
    assert [who.who for who in answer.decision.decides] == ["Council"]
