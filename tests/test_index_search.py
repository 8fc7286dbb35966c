"""What an open index promises about what it finds, and about the records behind it."""

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import numpy as np
import pytest

from index import Hit, Index, build, short
from index.encoder import load
from index.model.encoded import Vectors
from tests.fakes import HashingEncoder, document

ROOT = Path(__file__).parent.parent
CACHE = Path(os.environ.get("GUIJU_CACHE") or ROOT / ".cache")
ENCODER = HashingEncoder()
LEAVE = document("leave", "事假由班主任批准。", "病假由年级主任批准。", "校长请假由教育局批准。")
MONEY = document("money", "五万元以上由校长办公会议决定。", "差旅费由分管副校长审批。")


@pytest.fixture
def opened(tmp_path: Path) -> Index:
    build([LEAVE, MONEY], tmp_path, ENCODER)
    return Index.open(tmp_path, ENCODER)


def test_every_hit_has_its_exact_cosine(opened: Index) -> None:
    question = "差旅费谁审批"
    query = ENCODER.encode([question], query=True)[0]
    hits = opened.search(question)
    assert hits[0].passage.id == "money#2"
    for hit in hits:
        assert hit.cosine == pytest.approx(float(ENCODER.encode([hit.passage.embedded])[0] @ query), abs=1e-5)


def mean_of_others(opened: Index, hit: Hit, query: Vectors, without: Collection[str] = ()) -> float:
    others = [one for one in opened.passages(hit.passage.document) if one.breadcrumb == hit.passage.breadcrumb]
    rows = [ENCODER.encode([one.embedded])[0] @ query for one in others if one.id not in {hit.passage.id, *without}]
    return float(np.mean(rows))


def test_every_hit_has_the_mean_cosine_of_what_else_stands_under_its_heading(opened: Index) -> None:
    question = "差旅费谁审批"
    query = ENCODER.encode([question], query=True)[0]
    hits = opened.search(question)
    assert {hit.passage.document for hit in hits} == {"leave.md", "money.md"}
    for hit in hits:
        assert hit.beside == pytest.approx(mean_of_others(opened, hit, query), abs=1e-5)


def test_what_a_reader_may_not_see_counts_nothing_beside_a_passage(opened: Index) -> None:
    question = "差旅费谁审批"
    query = ENCODER.encode([question], query=True)[0]
    closed = frozenset(n for n in range(5) if opened.records.passages([n])[0].id == "leave#3")
    section = opened.section(["leave.md", "money.md"], closed)
    hits = [hit for hit in opened.search(question, section=section) if hit.passage.document == "leave.md"]
    assert len(hits) == 2
    for hit in hits:
        assert hit.beside == pytest.approx(mean_of_others(opened, hit, query, ["leave#3"]), abs=1e-5)


def test_a_passage_alone_under_its_heading_has_the_usual_cosine_beside_it(tmp_path: Path) -> None:
    build([document("one", "事假由班主任批准。"), document("two", "差旅费由副校长审批。")], tmp_path, ENCODER)
    opened = Index.open(tmp_path, ENCODER)
    hits = opened.search("事假谁批准")
    assert len(hits) == 2
    assert {round(hit.beside, 5) for hit in hits} == {round(sum(hit.cosine for hit in hits) / 2, 5)}


def test_words_are_as_like_a_question_as_their_vectors_and_are_encoded_once(tmp_path: Path) -> None:
    encoder = HashingEncoder()
    build([LEAVE], tmp_path, encoder)
    opened, words = Index.open(tmp_path, encoder), ["病假由年级主任批准", "事假"]
    query = ENCODER.encode(["生病请假"], query=True)[0]
    assert opened.alike("生病请假", words) == pytest.approx((ENCODER.encode(words) @ query).tolist(), abs=1e-5)
    encoder.encoded.clear()
    assert opened.alike("生病请假", words[::-1]) == opened.alike("生病请假", words)[::-1]
    assert encoder.encoded == []


def test_the_word_score_is_nought_where_no_word_is_shared(opened: Index) -> None:
    scores = {hit.passage.id: hit.words for hit in opened.search("差旅")}
    assert scores.pop("money#2") > 0
    assert set(scores.values()) == {0}


def test_scores_fall(opened: Index) -> None:
    scores = [hit.score for hit in opened.search("校长决定什么")]
    assert scores == sorted(scores, reverse=True)


def test_a_restricted_search_finds_only_there_and_as_much_as_there_is(tmp_path: Path) -> None:
    crowd = [document(f"crowd{n}", "差旅费由分管副校长审批。") for n in range(150)]
    build([*crowd, LEAVE], tmp_path, ENCODER)
    hits = Index.open(tmp_path, ENCODER).search("差旅费由分管副校长审批", 3, frozenset({"leave.md", "gone.md"}))
    assert {hit.passage.id for hit in hits} == {"leave#1", "leave#2", "leave#3"}


def test_nowhere_and_nothing_find_nothing(opened: Index) -> None:
    assert opened.search("请假", documents=frozenset()) == []
    assert opened.search(" \n") == []
    assert opened.search("请假", 0) == []


def test_more_hits_than_the_usual_depth_can_be_asked_for(tmp_path: Path) -> None:
    build([document("many", *(f"第{n}号事项由校长决定。" for n in range(300)))], tmp_path, ENCODER)
    assert len(Index.open(tmp_path, ENCODER).search("事项", 250)) == 250


def test_records_are_found_by_what_they_belong_to(opened: Index) -> None:
    assert opened.passage("leave#2") == LEAVE.passages[1]
    assert opened.passage("leave#9") is None
    assert opened.passages("leave.md") == list(LEAVE.passages)
    assert opened.clauses("leave.md") == list(LEAVE.clauses)
    known = {"money#1": (MONEY.rules[0],), "leave#3": (LEAVE.rules[2],), "leave#9": ()}
    assert opened.rules(list(known)) == known == opened.rules(list(known))
    assert opened.procedure("money#1!") == MONEY.procedures[0]
    assert opened.procedures("leave.md") == list(LEAVE.procedures)


def test_documents_are_listed_in_their_order(opened: Index) -> None:
    listed = [(path, name, facts.title, sha256) for path, name, facts, sha256 in opened.documents()]
    assert listed == [
        ("leave.md", "leave", "leave", LEAVE.sha256),
        ("money.md", "money", "money", MONEY.sha256),
    ]


def test_a_document_is_found_by_path_and_by_id(opened: Index) -> None:
    assert opened.document("leave") == opened.document("leave.md")
    assert opened.document("leave").text == LEAVE.text
    assert opened.whole("leave.md") == LEAVE
    assert opened.document("nowhere.md") is None


def test_a_clause_leads_to_the_procedure_it_is_a_step_of(opened: Index) -> None:
    (whole,) = LEAVE.procedures
    assert opened.led(["leave#2", "leave#nowhere"]) == {"leave#2": whole}


@pytest.mark.parametrize(
    ("link", "kind", "words"),
    [
        ("money", "document", MONEY.text),
        ("money.md", "document", MONEY.text),
        ("money#2", "clause", "差旅费由分管副校长审批。\n"),
        ("money#1!2", "step", "差旅费由分管副校长审批。\n"),
        ("money#1!", "procedure", MONEY.text),
    ],
)
def test_every_link_and_its_short_code_lead_to_one_place(opened: Index, link: str, kind: str, words: str) -> None:
    place = opened.find(link)
    assert (place.kind, place.link, MONEY.text[place.start : place.end]) == (kind, link, words)
    assert opened.find(short(link)) == place


def test_a_dead_link_leads_nowhere(opened: Index) -> None:
    assert opened.find("money#9") is None
    assert opened.find("") is None


def test_a_short_code_fits_every_messenger() -> None:
    assert short("leave#2.3") == short("leave#2.3") != short("leave#2.4")
    assert len(short("x")) == 10
    assert short("制度#1").isalnum()


def test_importing_the_index_costs_nothing() -> None:
    heavy = "['torch', 'faiss', 'tantivy', 'onnxruntime', 'numpy', 'sqlite3'] if name in sys.modules"
    code = f"import sys, index; print([name for name in {heavy}])"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True) == "[]\n"


def test_an_index_opens_without_torch() -> None:
    code = "import sys; from index import Index, build; print('torch' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True) == "False\n"


def test_what_answers_does_not_load_what_reads_documents() -> None:
    reading = ("rules.reading", "validity.stated", "outline.growing", "procedures", "formats")
    code = (
        "import sys; from bot import desk; from bot.channels import printing, terminal\n"
        f"print([name for name in {reading} if 'corpus.' + name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True) == "[]\n"


def test_the_real_model_finds_the_clause_behind_other_words(tmp_path: Path) -> None:
    encoder = load("", CACHE)
    build([LEAVE, MONEY], tmp_path, encoder)
    opened = Index.open(tmp_path, encoder)
    assert opened.search("出差的钱找谁签字？")[0].passage.id == "money#2"
    assert opened.search("Who approves sick leave?")[0].passage.id == "leave#2"
