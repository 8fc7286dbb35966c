"""The picture of a procedure's flow: nothing overlaps, nothing is cut silently, and every glyph is there."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from telegram_world import parsed, units

from bot.answering.models import Language
from bot.channels.telegram.markup import ROOM, marked
from bot.conversation.flow.layout import SIZES, TALLEST, WIDTH, Box, Page, Tone, page_of, pages
from bot.conversation.flow.picture import MISSING, drawable, has_glyph, picture, png, width
from bot.conversation.flow.words import caption
from bot.conversation.flow.wrap import shortened, wrap
from bot.conversation.rich import formatting
from corpus.models import Procedure, Step
from corpus.read import look, read

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"

LETTERS = st.sampled_from("总务处审核采购申请，。（）《》“”；、 abcdefghiWM1290.,-()'\u3000")
WORDS = st.text(LETTERS | st.characters(exclude_categories=["Cs"]), max_size=300)
LONG = st.builds(lambda text, times: text * times, WORDS, st.integers(1, 12))
MANY = settings(max_examples=60, deadline=None, database=None)


def run(*steps: tuple[str, str, str], title: str = "采购程序") -> Procedure:
    """A procedure of these steps: who, what, by when."""
    made = [
        Step(id=f"p!{n}", number=n, actor=who, action=does, limit=when, clause="p#1", label="", start=0, end=1)
        for n, (who, does, when) in enumerate(steps, 1)
    ]
    return Procedure(id="p!", document="p.md", title=title, steps=tuple(made))


def shown(procedure: Procedure, at: int = 0) -> tuple[Page, ...]:
    """The pages of a procedure, laid out as they are drawn."""
    texts = [(drawable(s.actor), drawable(s.action), drawable(s.limit)) for s in procedure.steps]
    return pages(run(*texts, title=drawable(procedure.title)), at, width)


def captioned(procedure: Procedure, at: int, language: Language) -> str:
    """The words under a picture as Telegram is sent them."""
    return marked(caption(procedure, at, language, ROOM, picture(procedure, at).shown))


def words_of(box: Box, tone: Tone) -> str:
    return "".join(line.text for line in box.lines if line.tone is tone)


TURNS = st.sampled_from(
    [f"{case}的{where}。" for case in ("不通过", "有误") for where in ("退回第1步", "转第9步", "转第5步", "转入下一步")]
    + ["If it is refused, back to step 2.", "Late ones go to step 7.", "无异议的本流程终止。", "回到第3步。"]
)
ACTIONS = st.one_of(LONG, st.builds("{}。{}{}".format, LONG, TURNS, TURNS))
STEPS = st.lists(st.tuples(WORDS, ACTIONS, WORDS), min_size=2, max_size=20)


@MANY
@given(STEPS, WORDS, st.integers(0, 20))
def test_every_text_of_a_step_is_within_its_box_and_no_two_things_overlap(
    steps: list[tuple[str, str, str]], title: str, at: int
) -> None:
    for page in shown(run(*steps, title=title), at):
        assert page.height <= TALLEST
        edges = [0, *(edge for box in page.boxes for edge in (box.top, box.bottom)), page.height]
        assert edges == sorted(edges)
        for box in page.boxes:
            assert 0 <= box.left < box.right <= WIDTH
            for line, after in zip(box.lines, [*box.lines, None][1:], strict=True):
                assert box.left < line.x
                assert line.x + width(line.text, SIZES[line.tone]) <= box.right
                assert box.top < line.y < line.y + SIZES[line.tone] < (after.y if after else box.bottom)
            for line in box.when:
                assert box.bottom < line.y < line.y + SIZES[line.tone]
                assert line.x + width(line.text, SIZES[line.tone]) <= box.right
        for way in page.ways:
            assert all(box.right <= x <= WIDTH and 0 < y < page.height for x, y in way.corners for box in page.boxes)
        for line in page.lines:
            assert line.x + width(line.text, SIZES[line.tone]) <= WIDTH
            assert not any(box.top < line.y + SIZES[line.tone] and line.y < box.bottom for box in page.boxes)


@MANY
@given(STEPS)
def test_every_step_is_there_once_and_what_is_left_out_ends_in_dots(steps: list[tuple[str, str, str]]) -> None:
    boxes = [box for page in shown(run(*steps)) for box in page.boxes]
    assert [box.number for box in boxes] == list(range(1, len(steps) + 1))
    for box, (who, does, _) in zip(boxes, steps, strict=True):
        given, said = drawable(does).replace(" ", ""), words_of(box, Tone.DOES).replace(" ", "")
        whole = said == given or (not said and given == drawable(who).replace(" ", ""))
        assert whole or (said.endswith("…") and given.startswith(said[:-1]))


@MANY
@given(LONG, st.integers(40, 700))
def test_lines_make_up_the_text_and_no_line_is_too_wide(text: str, room: int) -> None:
    shown = drawable(text)
    lines = wrap(shown, 32, room, width)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    assert all(width(line, 32) <= room for line in lines)
    assert all(width(line, 32) <= room for line in shortened(lines, 2, 32, room, width))


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    lines = wrap("由总务处（含校产组）审核，报《采购管理办法》规定的会议；" * 9, 32, 400, width)
    assert len(lines) > 9
    assert not any(line[0] in "，；）》" or line[-1] in "（《" for line in lines)


def test_a_step_over_a_page_of_text_is_cut_and_says_so() -> None:
    (page,) = shown(run(("校长", "很长的话。" * 900, "当天"), ("书记", "签字", "")))
    assert words_of(page.boxes[0], Tone.DOES).endswith("…")
    assert words_of(page.boxes[0], Tone.LIMIT) == "时限：当天"


def test_the_step_at_hand_is_marked_in_words_and_its_page_is_the_one_shown() -> None:
    long = run(*((f"第{n}处", "审核材料并在系统中登记。" * 6, "三日内") for n in range(1, 21)))
    made = shown(long, 13)
    assert len(made) > 2
    page = made[page_of(made, 13)]
    assert [words_of(box, Tone.HERE) for box in page.boxes if box.here] == ["▶ 您在这一步"]
    assert picture(long, 13).place == page_of(made, 13)
    assert not any(box.here for page in shown(long) for box in page.boxes)


def test_a_page_that_shows_some_of_the_steps_says_which() -> None:
    made = shown(run(*(("Head", "Signs the form and sends it on. " * 9, "") for _ in range(9)), title="Forms"))
    assert [line.text for line in made[0].lines if line.tone is Tone.NOTE] == [
        f"Steps 1 to {len(made[0].boxes)} of 9 · 1/{len(made)}"
    ]
    assert [page.goes_on for page in made] == [True] * (len(made) - 1) + [False]


REWORK = run(
    ("使用部门", "填写申请单；", ""),
    ("总务处", "审核，不通过的退回第一步；", ""),
    ("校长", "决定，通过的转第5步，否则转第4步；", ""),
    ("总务处", "修改后回到第2步；", ""),
    ("总务处", "签订合同。", ""),
)


def test_a_branch_is_a_way_from_its_words_to_its_step_and_the_case_for_the_next_step_stands_beside_the_arrow() -> None:
    (page,) = shown(REWORK)
    boxes = {box.number: box for box in page.boxes}
    assert [words_of(boxes[n], Tone.BRANCH) for n in range(1, 6)] == [
        "",
        "不通过 → 第1步",
        "通过 → 第5步",
        "→ 第2步",
        "",
    ]
    assert [line.text for line in boxes[3].when] == ["否则"]
    assert [box.follows for box in page.boxes] == [True, True, True, False, False]
    starts = [next(box.number for box in page.boxes if box.top < way.corners[0][1] < box.bottom) for way in page.ways]
    assert [(start, way.to) for start, way in zip(starts, page.ways, strict=True)] == [(2, 1), (3, 5), (4, 2)]
    for way in page.ways:
        x, y = way.corners[-1]
        assert x == boxes[way.to].right
        assert boxes[way.to].top < y < boxes[way.to].bottom


@MANY
@given(STEPS)
def test_ways_to_different_steps_never_lie_on_each_other(steps: list[tuple[str, str, str]]) -> None:
    for page in shown(run(*steps)):
        upright = [(way.to, *way.corners[1:3]) for way in page.ways if len(way.corners) > 2]
        for to, (x, y), (_, end) in upright:
            beside = [(one, two) for other, one, two in upright if other != to and one[0] == x]
            assert not any(
                max(one[1], two[1]) >= min(y, end) and min(one[1], two[1]) <= max(y, end) for one, two in beside
            )


def test_a_branch_to_a_step_on_another_picture_leads_out_of_this_one_and_says_where_to() -> None:
    steps = [
        ("总务处", "审核材料并在系统中登记。" * 9 + ("不齐全的退回第1步。" if n == 9 else ""), "") for n in range(1, 10)
    ]
    made = shown(run(*steps))
    last = made[-1]
    (way,) = last.ways
    assert words_of(last.boxes[-1], Tone.BRANCH) == "不齐全 → 第1步"
    assert way.corners[-1][1] < last.boxes[0].top
    assert made[0].ways == ()


def test_a_way_leaves_ink_beside_the_boxes() -> None:
    (page,) = shown(REWORK)
    image = Image.open(BytesIO(png(page))).convert("L")
    right = page.boxes[0].right
    assert image.crop((right + 6, page.boxes[0].top, WIDTH, page.boxes[-1].bottom)).point(lambda v: v < 120).getbbox()


def test_the_words_under_a_picture_tell_its_branches() -> None:
    text, _ = parsed(captioned(REWORK, 0, "zh"))
    assert "2. 总务处 · 审核，不通过的退回第一步；\n    ↳ 不通过 → 第1步\n3. " in text


def test_the_words_under_one_of_several_pictures_name_all_its_steps() -> None:
    steps = [(f"第{n}处", "审核材料并在系统中登记。" * 20, "三日内") for n in range(1, 13)]
    made = picture(run(*steps), 5)
    assert made.of > 1
    text, _ = parsed(captioned(run(*steps), 5, "zh"))
    assert [int(line.partition(".")[0]) for line in text.split("\n")[1:]] == list(made.shown)


def test_a_step_too_long_for_the_words_under_a_picture_is_cut_and_those_after_it_are_not_left_out() -> None:
    text, _ = parsed(
        captioned(run(("校长", "很长的话。" * 900, ""), ("书记", "签字，不同意的退回第一步。", "")), 0, "zh")
    )
    first, second, branch = text.split("\n")[1:]
    assert first.startswith("1. 校长 · 很长的话。")
    assert first.endswith("…")
    assert (second, branch) == ("2. 书记 · 签字，不同意的退回第一步。", "    ↳ 不同意 → 第1步")


def test_every_character_of_the_sample_rulebook_has_a_glyph() -> None:
    files = look(SAMPLE).files
    lines = [line.text for file in files for line in read(SAMPLE, file).lines]
    characters = {c for c in "".join(lines) if not c.isspace() and not formatting(c)}
    assert len(characters) > 1000
    assert sorted(c for c in characters if not has_glyph(c)) == []


def test_common_chinese_has_glyphs_and_what_has_none_is_shown_as_missing() -> None:
    level_one = bytes(range(0xB0, 0xD8))  # rows of GB 2312 with the 3,755 most common characters
    common = "".join(bytes([row, cell]).decode("gb2312", "ignore") for row in level_one for cell in range(0xA1, 0xFF))
    assert len(common) == 3755
    assert all(map(has_glyph, common + "①②③▶…·“”‘’—《》〈〉【】￥％℃£€§½"))
    assert not any(map(has_glyph, "😀\ue000𠀀"))
    assert drawable("请假😀三天\u200b\n谁批") == f"请假{MISSING}三天 谁批"
    assert has_glyph(MISSING)


def test_letters_leave_ink_where_the_layout_puts_them_and_none_outside_the_boxes() -> None:
    (page,) = shown(run(("总务处", "审核", "三日内"), ("校长", "签字", "")), 1)
    image = Image.open(BytesIO(png(page))).convert("L")
    assert image.size == (WIDTH, page.height)
    for box in page.boxes:
        for line in box.lines:
            right = line.x + round(width(line.text, SIZES[line.tone]))
            dark = image.crop((line.x, line.y, right, line.y + round(SIZES[line.tone] * 1.3))).point(lambda v: v < 120)
            assert dark.getbbox()
        beside = image.crop((box.right + 4, box.top, WIDTH, box.bottom))
        assert beside.getextrema() == (255, 255)


@MANY
@given(STEPS, WORDS, st.integers(0, 20), st.sampled_from(["zh", "en"]))
def test_the_words_under_a_picture_are_valid_and_within_the_limit(steps: list, title: str, at: int, lang: str) -> None:
    text, _ = parsed(captioned(run(*steps, title=title), at, lang))
    assert 0 < units(text) <= 1024


def test_the_words_under_a_picture_tell_the_flow() -> None:
    text, entities = parsed(captioned(run(("总务处", "审核<需求>", "三日内"), ("校长", "签字", "")), 2, "zh"))
    assert text == "流程图：采购程序 · 第2步，共2步\n1. 总务处 · 审核<需求> · 三日内\n2. 校长 · 签字"
    assert [e["type"] for e in entities] == ["textEntityTypeBold", "textEntityTypeExpandableBlockQuote"]


@pytest.mark.parametrize("place", [-3, 0, 99])
def test_a_picture_that_is_asked_for_beyond_the_last_is_one_that_there_is(place: int) -> None:
    made = picture(run(("校长", "签字", ""), ("书记", "签字", "")), 0, place)
    assert (made.place, made.of) == (0, 1)
    assert made.png.startswith(b"\x89PNG")
