"""Chinese chains and short words of who looks, watches, hears and hands out: each with who does what."""

import pytest

from corpus.rules.chinese.wording import deeds


def said(sentence: str) -> list[tuple[str, str]]:
    """Return the actor and the act of each deed of a sentence."""
    return [(deed.actor, deed.act.value) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "hears"),
    [
        ("对扣押金有意见的，可在十日内请监察组复查。", "监察组"),
        ("对评级不认可的，可向馆务会申请复核。", "馆务会"),
        ("对处理仍不服的，由监事会受理申诉。", "监事会"),
    ],
)
def test_who_hears_a_dispute_decides_on_it(sentence: str, hears: str) -> None:
    assert (hears, "decides") in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "watcher"),
    [
        ("专家抽取由招采办实施，监察组在场。", "监察组"),
        ("废旧票据由财务部销毁，审计员监销。", "审计员"),
        ("开箱由保管部进行，安保部现场见证。", "安保部"),
        ("中签名单由馆务会确定，合规审查岗现场监督。", "合规审查岗"),
        ("摊位由市集组遴选，业委会派两名代表观察。", "业委会"),
    ],
)
def test_who_is_there_while_it_is_done_watches_over_it(sentence: str, watcher: str) -> None:
    assert said(sentence)[-1] == (watcher, "supervises")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "展陈部提名单，人事部看资质，办公室发聘书，聘期一年。",
            [("展陈部", "proposes"), ("人事部", "reviews"), ("办公室", "carries_out")],
        ),
        ("志愿站初看，讲解组面谈，站长定。", [("志愿站", "reviews"), ("讲解组", "reviews"), ("站长", "decides")]),
        ("展厅主任批了，保安才开门。", [("展厅主任", "decides")]),
        (
            "布展方案由策展人牵头编写，学术委员会审议，馆长批准。",
            [("策展人", "proposes"), ("学术委员会", "reviews"), ("馆长", "decides")],
        ),
        ("联络员由办公室商市文旅局公共服务科后指定。", [("市文旅局公共服务科", "reviews"), ("办公室", "decides")]),
        (
            "基金理事会到会委员三分之二以上同意后，由馆长签发收购单。",
            [("基金理事会", "reviews"), ("馆长", "decides")],
        ),
        ("三十万元以上到八十万元（不含）由馆长办公会定。", [("馆长办公会", "decides")]),
        ("摊主要和物业部签协议，副馆长代表馆方签。", [("副馆长", "decides")]),
        ("收到账单后五天内找财务部核对。", [("财务部", "reviews")]),
        ("副馆长请假一天以内报馆长；超过一天报理事长。", [("馆长", "decides"), ("理事长", "decides")]),
        ("票价由人事与运营委员会出具意见，理事会审定。", [("人事与运营委员会", "reviews"), ("理事会", "decides")]),
        ("会计审核工时，副馆长批准。", [("会计", "reviews"), ("副馆长", "decides")]),
        ("依馆长提名，由理事会聘任副馆长。", [("馆长", "proposes"), ("理事会", "decides")]),
        ("监事会应于20日内作出复核意见。", [("监事会", "reviews")]),
        ("馆长外出的，可委托一名副馆长召集并主持。", [("副馆长", "carries_out")]),
        ("会议决定由分管馆长组织实施，办公室督办。", [("分管馆长", "carries_out"), ("办公室", "supervises")]),
        ("评审组打分，最后是馆务会议决定。", [("评审组", "reviews"), ("馆务会议", "decides")]),
    ],
)
def test_each_of_a_chain_is_read(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


def test_whose_the_conclusion_is_decides() -> None:
    assert said("复评由两名馆员进行，结论由争议小组作出。")[-1] == ("争议小组", "decides")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("最佳剧目最后由剧协理事会命名。", [("剧协理事会", "decides")]),
        ("道具外借由道具组组长答应即可。", [("道具组组长", "decides")]),
        ("新装水箱，水电员勘察，站长核准。", [("水电员", "reviews"), ("站长", "decides")]),
        ("学徒由招生组申请，副团长面试。", [("招生组", "proposes"), ("副团长", "reviews")]),
        ("重排剧目，艺术小组评，团务会批。", [("艺术小组", "reviews"), ("团务会", "decides")]),
        ("花圈由治丧理事会办。", [("治丧理事会", "carries_out")]),
        ("巡演日志交剧务员存查。", [("剧务员", "supervises")]),
        ("演出记录交票务部保存。", [("票务部", "carries_out")]),
        ("由票务部每年三月提出名单，团长批准。", [("票务部", "proposes"), ("团长", "decides")]),
        ("菜单由厨房编制，膳食会提出修改意见。", [("厨房", "proposes"), ("膳食会", "reviews")]),
        ("队长由全体队员无记名投票选出。", [("全体队员", "decides")]),
        ("各剧组编报预算草案。", [("各剧组", "proposes")]),
    ],
)
def test_everyday_verbs_say_who_does_what(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


def test_what_a_name_is_given_by_is_a_thing() -> None:
    assert said("新剧场命名方案暂不讨论。") == []
