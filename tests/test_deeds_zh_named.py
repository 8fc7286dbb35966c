"""Chinese actors called by what looks like a verb, a place or an amount: where each name is over."""

import pytest

from corpus.rules.chinese.wording import deeds


def said(sentence: str) -> list[tuple[str, str]]:
    """Return the actor and the act of each deed of a sentence."""
    return [(deed.actor, deed.act.value) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("借展品出馆的，展陈部签意见，分馆执行馆长批。", [("展陈部", "reviews"), ("分馆执行馆长", "decides")]),
        ("临时闭馆由东馆执行主任决定。", [("东馆执行主任", "decides")]),
        ("各分馆执行馆长的决定。", [("各分馆", "carries_out")]),
        ("走失人员由救助站值班社工登记。", [("救助站值班社工", "carries_out")]),
        ("外借图纸的，应先征得档案室正职同意。", [("档案室正职", "decides")]),
    ],
)
def test_a_title_that_opens_like_a_verb_is_one_name(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize("sentence", ["新湖集团教育集团行政处", "钥匙由仓库组长和值夜护士各持一把。"])
def test_a_name_is_not_cut_where_its_head_goes_on(sentence: str) -> None:
    assert said(sentence) == []


def test_whom_somebody_signs_with_decides_nothing() -> None:
    assert said("跟值班社工签协议就行。") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("五百元以上，分管副主席批准；", [("分管副主席", "decides")]),
        ("停演须报剧团联盟分管副主席批准。", [("剧团联盟分管副主席", "decides")]),
        ("账目异议由经审会主任裁定。", [("经审会主任", "decides")]),
        ("经审会审查，出具书面意见。", [("经审会", "reviews")]),
        ("换教练由系党总支副书记批准。", [("系党总支副书记", "decides")]),
        ("由驯养员提出，兽医核对病历，园长批准。", [("驯养员", "proposes"), ("兽医", "reviews"), ("园长", "decides")]),
        ("用麻药的，另须动物医院会诊专家同意。", [("动物医院会诊专家", "decides")]),
        ("评委由票务岗从名册随机抽取，安保部现场监督。", [("票务岗", "carries_out"), ("安保部", "supervises")]),
        ("指标由线路发展部分解。", [("线路发展部", "carries_out")]),
        ("合同由团长书面授权的人签字。", [("团长书面授权的人", "decides")]),
        ("班长不在的，由其书面指定的副职代批。", [("其书面指定的副职", "decides")]),
        ("骨折由动物医院组织院内专家鉴定。", [("动物医院", "carries_out"), ("院内专家", "reviews")]),
        ("学员凭录取通知书申请，团长批准。", [("学员", "proposes"), ("团长", "decides")]),
        ("票务部核实企业经营情况。", [("票务部", "reviews")]),
        ("外出演出由部门正职批准。", [("部门正职", "decides")]),
        ("保险由票务部经办。", [("票务部", "carries_out")]),
        ("票款，会计核对，团长批准。", [("会计", "reviews"), ("团长", "decides")]),
    ],
)
def test_a_name_is_over_where_its_verb_begins(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("排练表由团长助理编制，团长批准。", [("团长助理", "proposes"), ("团长", "decides")]),
        ("灯具检修由舞美中心维修班负责。", [("舞美中心维修班", "carries_out")]),
        ("维修班班长决定。", [("维修班班长", "decides")]),
        ("分配方案，经职工代表大会审议通过后由团长签发。", [("职工代表大会", "decides"), ("团长", "decides")]),
        ("引进琴师，由所在系提出人选，艺委会评议。", [("所在系", "proposes"), ("艺委会", "reviews")]),
        ("县地震台每周检查仪器。", [("县地震台", "supervises")]),
        ("剧目说明由值班首席审核后发出。", [("值班首席", "reviews")]),
        ("外地演出，再加分管外联的副团长同意。", [("分管外联的副团长", "decides")]),
        ("低于限额时库管员应当日补足。", [("库管员", "carries_out")]),
        ("关于排练厅迁移", []),
    ],
)
def test_a_name_is_told_whole_before_its_verb(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("道具的领用，由剧务提出，剧务科科长放行。", ("剧务科科长", "decides")),
        ("曲目由指挥提出，艺术总监圈定。", ("艺术总监", "decides")),
        ("演出结束后，剧务科撰写总结。", ("剧务科", "carries_out")),
        ("节目册由宣传科汇编。", ("宣传科", "carries_out")),
        ("观众入场，由剧场组织，保卫科核验证件。", ("保卫科", "reviews")),
        ("报告须于4月8日前完成，交团长审阅。", ("团长", "reviews")),
        ("乐器报废，单价5万元以上由团长审批后报市局。", ("团长", "decides")),
        ("超过九万元的，由法务员审查后，团长签署；", ("团长", "decides")),
        ("夜间排练：剧务写方案，法务员看风险。", ("法务员", "reviews")),
        ("外借剧目，须报评审组表决，组员三分之二以上同意方可上演。", ("评审组", "decides")),
    ],
)
def test_a_verb_of_the_field_says_what_the_last_of_a_chain_does(sentence: str, expected: tuple[str, str]) -> None:
    assert said(sentence)[-1] == expected
