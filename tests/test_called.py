"""One actor under several names, where the rulebook says so, is one."""

import pytest
from fakes import HashingEncoder

from bot.answering.asked.question import understand
from bot.answering.models import Answer, Status
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from corpus.document import document
from corpus.models import Document, Facts, Line
from corpus.rules.called import body, explained, shorts, with_bodies
from index import Index, build
from tests.composing import Standing


def made(path: str, *lines: str) -> Document:
    return document(path, path.removesuffix(".md"), Facts(title=path), "0" * 64, [Line(text=line) for line in lines])


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("第一条 馆里设立党组织会议（以下简称“党委会”）。", "党委会", "党组织会议"),
        ("第二条 本办法所称联席会，是指党政联席会议。", "联席会", "党政联席会议"),
        ("第三条 中国共产党云栖馆委员会（以下简称党委）领导全馆工作。", "党委", "中国共产党云栖馆委员会"),
        ("第四条 馆长办公会议又称行政会。", "行政会", "馆长办公会议"),
        ("第五条 报区文化局（以下称“区局”）备案。", "区局", "区文化局"),
        ("第六条 馆务会议（即周例会）每周一召开。", "周例会", "馆务会议"),
        ("第七条 学术委员会，以下简称学委会，审议选题。", "学委会", "学术委员会"),
        ("1. The Acquisitions Committee (hereinafter the Committee) meets.", "Committee", "Acquisitions Committee"),
        ("1. Loans go to the Board of Keepers (the “Board”).", "Board", "Board of Keepers"),
        ("1. “SLT” means the Senior Loans Team.", "SLT", "Senior Loans Team"),
        ("1. Loans go to the Senior Loans Team (SLT).", "SLT", "Senior Loans Team"),
        ("1. The Keepers’ Meeting, also known as the Monday Group, meets.", "Monday Group", "Keepers’ Meeting"),
        ("1. The governing body (referred to as the Court) approves loans.", "Court", "governing body"),
    ],
)  # fmt: skip
def test_a_name_is_read_where_the_document_explains_it(text: str, short: str, full: str) -> None:
    assert [(one.short, one.full) for one in shorts(made("a.md", text))] == [(short, full)]


@pytest.mark.parametrize(
    "text",
    [
        "第一条 重大决策、重要任免（以下简称“三重一大”）由馆长决定。",
        "第二条 藏品征集费（以下简称征集费）报馆长审批。",
        '1. The annual loans report (the "Report") is approved by the Board.',
        "1. Loans over a term (AGM) are approved by the Board.",
    ],
)
def test_what_is_no_actor_has_no_other_name(text: str) -> None:
    assert shorts(made("a.md", text)) == []


def test_a_telling_name_holds_in_every_document_and_anybodys_only_in_its_own() -> None:
    first = made("a.md", "第一条 设立党组织会议（以下简称“党委会”）和藏品委员会（以下简称“委员会”）。")
    other = made("b.md", "第一条 购藏由党委会决定，外借由委员会决定。")
    known = explained([first, other])
    assert body(known, "b.md", "党委会") == "党组织会议"
    assert body(known, "a.md", "委员会") == "藏品委员会"
    assert body(known, "b.md", "委员会") == ""


def test_a_name_that_two_documents_explain_differently_holds_in_neither_other() -> None:
    texts = (
        "第一条 设立选题评审小组（以下简称评审组）。",
        "第一条 设立藏品评审小组（以下简称评审组）。",
        "第一条 由评审组决定。",
    )
    known = explained([made(f"{n}.md", text) for n, text in enumerate(texts)])
    found = [body(known, f"{n}.md", "评审组") for n in range(len(texts))]
    assert found == ["选题评审小组", "藏品评审小组", *[""] * (len(texts) - 2)]


def test_a_name_short_for_a_short_one_leads_to_the_full_one() -> None:
    text = "第一条 党政联席会议（以下简称联席会）每周召开。\n第二条 联席会又称碰头会。"
    assert body(explained([made("a.md", *text.split("\n"))]), "a.md", "碰头会") == "党政联席会议"


def asked(question: str, documents: list[Document]) -> Answer:
    wanted = understand(question)
    found = [Found(passage=d.passages[-1], facts=d.facts, cosine=0.8, rules=d.rules) for d in documents]
    whole = {d.path: d for d in documents}
    return compose(wanted, weigh(wanted, found, lambda term: 1.0), whole, lambda term: 1.0, Standing(0.9))


TWO = [
    made("a.md", "第一条 馆外演出由党组织会议决定。"),
    made("b.md", "第九条 馆外演出由党委会决定。"),
]
SAYING = made("c.md", "第二条 党组织会议（以下简称“党委会”）每两周召开一次。")


def test_two_names_of_one_actor_are_no_conflict_once_the_rulebook_says_so() -> None:
    assert asked("馆外演出谁决定", TWO).status is Status.CONFLICT
    answer = asked("馆外演出谁决定", with_bodies([*TWO, SAYING])[:2])
    assert answer.status is Status.ANSWERED
    assert answer.decision is not None
    [who] = answer.decision.decides
    assert f"由{who.who}决定" in answer.citations[who.citation - 1].quote  # as the document cited prints it


def test_the_saying_gone_the_names_are_two_again() -> None:
    once = with_bodies([*TWO, SAYING])
    assert once[1].rules[0].body == "党组织会议"
    assert with_bodies(once[:2]) == TWO


def test_a_question_by_one_name_looks_for_the_other(tmp_path) -> None:  # type: ignore[no-untyped-def]
    encoder = HashingEncoder()
    build(with_bodies([*TWO, SAYING]), tmp_path, encoder)
    index = Index.open(tmp_path, encoder)
    assert index.names("党委会定什么") == ["党组织会议"]
    assert index.names("党组织会议定什么") == ["党委会"]
    assert index.names("馆长定什么") == []


def test_what_a_closed_document_explains_counts_only_where_its_readers_are() -> None:
    saying, used = made("a.md", "第一条 学术委员会（以下简称学委会）设主任。"), made("b.md", "学委会决定评审。")
    for audience, full in (("staff", ""), ("董事会", "学术委员会")):
        closed, other = (
            one.model_copy(update={"facts": Facts(title=one.path, audience=(name,))})
            for one, name in ((saying, "董事会"), (used, audience))
        )
        assert body(explained([closed, other]), "b.md", "学委会") == full
