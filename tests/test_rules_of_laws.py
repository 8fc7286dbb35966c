"""Wordings of laws and regulations that change who does what, in sentences written for this."""

import pytest

from corpus.document import document
from corpus.models import Act, Facts, Line
from corpus.rules.reading import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def said(sentence: str) -> set[tuple[str, Act]]:
    return {(deed.actor, deed.act) for deed in deeds(sentence)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("艺术委员会可以依据本章程制定展览规定。", {("艺术委员会", D)}),
        ("总务处应当根据学校章程编制采购规定。", {("总务处", C)}),
        ("总务处应当根据采购规定办理。", {("总务处", C)}),
        ("合作社应当按照章程规定的方式和期限，退还股金。", {("合作社", C)}),
        ("值班室应当根据停航命令发布公告。", {("值班室", C)}),
        ("票务处可以按照文化局规定的职责划分，对部分展票实行预约。", {("票务处", C), ("文化局", D)}),
    ],
)
def test_what_is_laid_down_is_no_ground(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


def test_an_owner_is_not_somebody_who_has_a_right() -> None:
    assert said("藏品的所有权人应当妥善保管藏品。") == {("藏品的所有权人", C)}
    assert said("租船的使用权人有权查阅航行日志。") == {("租船的使用权人", C)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("参展单位应当持展位证到布展中心办理进场手续。", {("参展单位", C)}),
        ("参展单位应当持组委会的批准文件到布展中心办理进场手续。", {("参展单位", C), ("组委会", D)}),
        ("借阅人须持学院的批准函向档案馆申请查阅。", {("借阅人", P), ("学院", D)}),
    ],
)
def test_what_somebody_brings_along_is_no_deed(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("分成比例由合作各方协商确定。", {("合作各方", D)}),
        ("交接单由班长和仓库两方签字。", {("班长", D), ("仓库", D)}),
        ("企业、事业单位、机关应当建立考勤制度。", {("企业", C), ("事业单位", C), ("机关", C)}),
        ("逾期不改的，由公安、交通运输、文化等主管部门责令改正。", {("公安、交通运输、文化等主管部门", D)}),
    ],
)
def test_who_acts_together_is_told_apart_where_each_is_a_name(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


def test_several_whose_decision_a_thing_rests_on_are_told_apart() -> None:
    expected = {("演员", C), ("艺术处", D), ("财务处", D)}
    assert said("演员应当遵守艺术处会同财务处制定的排练纪律。") == expected
    assert said("演员应当遵守艺术处和财务处制定的排练纪律。") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("讲解员应当恪守职业道德。", {("讲解员", C)}),
        ("景区应当公示投诉电话。", {("景区", C)}),
        ("评审组可以作出保密授权。", {("评审组", D)}),
        ("仲裁庭应当出具书面裁定。", {("仲裁庭", D)}),
        ("检测站应当出具检测报告。", {("检测站", C)}),
        ("重点排污单位必须安装监测设备。", {("重点排污单位", C)}),
        ("连锁门店可以根据经营情况，自主地确定营业时间。", {("连锁门店", D)}),
        ("任何单位和个人均有权制止喧哗。", {("任何单位和个人", C)}),
        ("取得摊位的经营者需要换摊的，应当向市场服务中心申请。", {("经营者", P)}),
        ("教务处研究制定借用办法。", {("教务处", D)}),
        ("监事会每年听取和审议财务报告。", {("监事会", R)}),
        ("船员管理科每年必须进行健康检查。", {("船员管理科", C)}),
        ("票务处需要补发的，应当再次向剧场经理提出请求。", {("票务处", P)}),
        (
            "公司、合唱队以及利用捐款举办的艺术学校、乐器维修单位等，应当开展演出。",
            {("公司", C), ("合唱队", C), ("利用捐款举办的艺术学校", C), ("乐器维修单位", C)},
        ),
        ("公安、交通、文化、海关等部门应当在职责范围内加强巡查。", {("公安、交通、文化、海关等部门", S)}),
        ("镇政府负有食品安全职责的部门应当加强对夜市的检查。", {("镇政府负有食品安全职责的部门", S)}),
        ("前款规定的文物部门应当自收到申请之日起三日内，对申请人提交的申请材料和证件进行审查。", {("文物部门", R)}),
        (
            "演员迟到的，由所在公司或者其上级主管部门依法对直接负责的主管人员给予处分。",
            {("所在公司", D), ("上级主管部门", D)},
        ),
    ],
)
def test_plain_duties_of_whom_laws_name(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("文化馆，应当自开展之日起十日内，将展品清单报文物局备案。", {("文化馆", C), ("文物局", S)}),
        ("文化馆应当在开展前，将布展方案报文物局批准。", {("文化馆", P), ("文物局", D)}),
        ("秘书处编制会费预算并提交理事会审议。", {("秘书处", P), ("理事会", R)}),
    ],
)
def test_who_puts_a_thing_to_another_is_told_where_he_is_named_before(
    sentence: str, expected: set[tuple[str, Act]]
) -> None:
    assert expected <= said(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("值班室的工作受院务会的监督。", ("院务会", S)),
        ("各分队应当接受现场指挥部的统一指挥。", ("现场指挥部", C)),
        ("物业公司可以选择保洁公司实施清扫。", ("保洁公司", C)),
        ("安全处应当指导各班组建立台账。", ("各班组", C)),
        ("承租人经房东同意，可将车位转租。", ("承租人", C)),
        ("用户有权要求文化局处理。", ("用户", P)),
        ("骗取补贴的，由税务局依法处理。", ("税务局", D)),
    ],
)
def test_an_act_is_told_by_who_stands_where(sentence: str, expected: tuple[str, Act]) -> None:
    assert expected in said(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("档案室应当登记线索，供举报人查询。", "供举报人"),
        ("可以推选组织员一人，组织会员开展活动。", "组织会员"),
        ("教官员额出现空缺的，应当及时补充。", "教官员"),
        ("损害或者影响文物保护单位风貌的，应当逐步拆迁。", "损害或者影响文物保护单位"),
        ("可以请求市文物局认定的鉴定机构出具报告。", "请求市文物局"),
        ("协助财政、税务部门督促有欠费的单位补缴。", "协助财政、税务部门"),
    ],
)
def test_nobody_is_made_up_of_a_verb_and_a_name(sentence: str, wrong: str) -> None:
    assert wrong not in {deed.actor for deed in deeds(sentence)}


def test_a_penalty_goes_on_as_a_penalty() -> None:
    sentence = "由文化局责令改正；情节严重的，停止演出业务。"
    assert said(sentence) == {("文化局", D)}


def test_the_case_that_a_court_hears_only_sets_the_scene() -> None:
    assert said("仲裁委审理票务纠纷案件，对事实不适用和解，应当依法作出裁决。") == {("仲裁委", D)}


def test_whose_duties_a_list_names_acts_in_its_items() -> None:
    lines = ["第三条 金库的基本职责如下：", "（一）办理现金收纳。", "（二）监督下级金库的记账。"]
    made = document("house.md", "house", Facts(title="规矩"), "0" * 64, [Line(text=line) for line in lines])
    assert {(rule.actor, rule.act) for rule in made.rules} >= {("金库", C), ("金库", S)}


@pytest.mark.parametrize(
    "sentence",
    [
        "鼓励单位和个人为环卫工人免费提供茶水。",
        "本市支持剧场和书店通过联合购票等方式，为读者提供优惠，根据需求，提供套票。",
        "国家扶持家庭农场从事粮食生产，鼓励其与农户建立利益联结机制。",
        "街道人大工作和建设，应当遵守本条例。",
        "对船舶所有人、经营人处以警告。",
        "演员有下列情形之一的，应当依法提请免除其职务。",
        "观众因协助保安人员，造成人身伤亡的，应当按照有关规定给予抚恤。",
        "制造、销售企业，实施前条规定的行为，具有下列情形之一的，以违规制造罪定罪处罚。",
        "构建党委领导、公众参与的工作格局。",
    ],
)
def test_nobody_acts_in_what_is_encouraged_or_befalls_somebody(sentence: str) -> None:
    assert said(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("擅自移动展板的，由文化局责令限期改正，恢复原状。", {("文化局", D)}),
        ("由文化局调解；调解不成的，可以向仲裁机构申请仲裁，也可以提起诉讼。", {("文化局", C)}),
        ("文化局对观众的投诉，应当及时进行调查。", {("文化局", C)}),
        ("从事修复工作的机构应当具备场地，并按照技术规范开展修复。", {("从事修复工作的机构", C)}),
        ("评委会一般应当在评议后的五个工作日内制作评语。", {("评委会", C)}),
        ("博物馆出租房屋应当公开招标。", {("博物馆", C)}),
        ("租户及其家属对于保证金逾期未退的，有权要求房管局退还。", {("租户及其家属", P), ("房管局", C)}),
        ("保密科接到泄密报告的，应当在24小时内逐级报至市保密局。", {("保密科", C)}),
        ("馆长如认为方案不妥，可在九日内提出书面理由。", {("馆长", P)}),
        ("供水单位应当使用合格的净水剂。", {("供水单位", C)}),
        ("单位食堂应当使用天然气。", {("单位食堂", C)}),
        ("主席团印发会议。", {("主席团", C)}),
        ("剧场经营者改动消防设施，应当制定方案，报文化局批准。", {("剧场经营者", D), ("剧场经营者", P), ("文化局", D)}),
        ("物业公司应当及时向业主通报情况。", {("物业公司", C)}),
        ("应当撤销裁定，发回原评审委员会重新评审。", {("原评审委员会", R)}),
    ],
)
def test_duties_and_powers_stay_with_whom_they_are_given(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("道路养护部门应当根据通行需要，及时增设路灯。", {("道路养护部门", C)}),
        ("擅自扩建的，由区文物局依据职责，责令停止施工。", {("区文物局", D)}),
        ("摊位的具体租期，由主管部门根据摊位的大小分别核定。", {("主管部门", D)}),
        ("文化局依照职权划分可以给予警告。", {("文化局", D)}),
        ("承担投送任务的企业负责编组人员。", {("承担投送任务的企业", C)}),
        ("拍卖之前，法院应当委托具有资质的评估机构对藏品进行评估。", {("法院", C)}),
        ("观众要求查看录像的，应当提供。", set()),
        ("当事人拒绝的，制作凭证，扣留车辆。", set()),
        ("当事人对检验结果有异议的，应当立即固定样本。", set()),
        ("申请人要求延期的，应当提交书面申请。", {("申请人", C)}),
        ("外方要求提供证明的，由检疫机构根据出口信息，进行检测并出具证明。", {("检疫机构", C)}),
        ("镇政府应当依据区政府确定的职责，划定摊区。", {("镇政府", D), ("区政府", D)}),
    ],
)
def test_whose_a_part_without_a_subject_is(sentence: str, expected: set[tuple[str, Act]]) -> None:
    assert said(sentence) == expected


def test_the_name_of_who_an_attribute_names_may_begin_with_what_marks_an_object() -> None:
    said = {(deed.actor, deed.act) for deed in deeds("参展人可以向对外交流部门指定的机构申请。")}
    assert ("对外交流部门", Act.DECIDE) in said
