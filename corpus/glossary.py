"""Words of governance in both languages, so that a question finds a clause written in the other."""

import re
from collections.abc import Iterable

# Chinese terms : English words, the usual first. Common words of rules, meetings, money, staff and pupils.
_PAIRS = """
审批/批准/核准 : approve approval; 决定/审定 : decide decision determine; 审核/审查/复核 : review check; 审议 : consider deliberate; 提出/申请 : propose apply request application;
推荐/提名 : recommend nominate; 负责 : responsible; 解释 : explain interpret interpretation; 监督/检查 : supervise monitor inspect; 备案 : file record report; 实施/执行 : implement carry;
会签 : countersign; 签字/签署 : sign signature; 同意 : consent agree agreement; 授权/委托 : authorise delegate delegation; 任命/任免/聘任 : appoint appointment; 选举 : elect election;
投票/表决 : vote voting ballot; 会议 : meeting; 党组织会议 : party organisation meeting; 校长办公会议 : principal office meeting; 理事会/董事会 : board trustees; 委员会 : committee; 小组 : group panel team;
校长 : principal head headteacher; 副校长 : vice deputy principal; 书记 : secretary; 主任 : director; 部门/处室 : department office; 处长/科长/中层 : manager middle-level; 教师/老师 : teacher; 教职工/职工/员工 : staff employee;
学生 : pupil student; 家长 : parent; 班主任 : class tutor; 工会 : union; 教职工代表大会/教代会 : staff congress; 代表 : delegate representative; 成员/委员 : member; 主持 : chair preside;
法定人数/半数/应到 : quorum half; 三分之二 : two-thirds thirds; 多数 : majority; 回避 : withdraw recuse interest; 记录/纪要 : minutes record; 议题 : agenda item; 议事/规则 : procedure rules standing orders;
评议 : evaluation appraisal assess; 评价/考核 : evaluation appraisal assessment; 测评 : assessment survey; 办法/规定/制度 : measures regulations policy rules; 程序/流程 : procedure process steps; 步骤 : step;
预算 : budget; 预算外 : unbudgeted; 经费/资金 : funds money; 支出 : spending expenditure; 费用 : cost expense fee; 报销 : reimburse claim expense expenses; 差旅/出差 : travel trip; 津贴/补贴/补助 : allowance;
采购/购买 : purchase purchasing buy procurement; 招标/投标/招投标 : tender tendering bid; 报价/询价 : quotation quotations quote; 供应商 : supplier; 合同 : contract; 租赁/出租 : lease rent; 付款/支付 : pay payment;
发票/票据 : invoice receipt; 维修/修缮/修理 : repair repairs; 资产/设备 : asset equipment; 报废/处置 : dispose disposal write-off; 捐赠/捐款 : donation gift; 礼品/礼物/礼金 : gift gifts;
请假/休假 : leave; 事假 : personal leave; 病假 : sick sickness leave; 年假 : annual leave holiday; 产假 : maternity leave; 婚假 : marriage leave; 丧假 : bereavement leave; 无薪 : unpaid; 加班 : overtime; 考勤 : attendance; 迟到 : late lateness;
招聘 : recruit recruitment; 岗位/职位 : post position; 解雇/辞退/开除 : dismiss dismissal sack; 处分/惩戒 : discipline disciplinary sanction; 警告 : warning; 停课/停学 : suspension suspend; 申诉 : appeal; 投诉/举报 : complaint complain; 调查 : investigate investigation;
工资/薪酬 : pay salary; 职称 : title rank; 培训 : training; 公示 : publish notice public; 通知 : notify notice inform; 印章/公章 : seal stamp; 盖章/用印 : stamp seal; 档案/文件 : record records document file; 保存/保管 : keep retain retention storage;
个人信息/数据 : data personal information; 监控/录像 : camera cctv recording footage; 安全 : safety security; 应急/突发/紧急 : emergency urgent; 火灾 : fire; 事故 : accident incident; 报告 : report; 期限/时限 : deadline limit period;
工作日 : working days; 外出/校外 : trip visit outing; 场地/场馆 : venue hall room premises; 借用 : borrow hire loan; 校服 : uniform; 食堂 : canteen kitchen; 宿舍 : housing dormitory; 党员 : party member; 党费 : party dues fee;
中标 : award; 验收 : acceptance inspect; 登记 : register registration; 表格/申请表 : form; 附件 : annex schedule appendix; 法律顾问/法务 : legal adviser solicitor; 审计 : audit auditor; 财务 : finance financial; 人事 : personnel hr human resources;
发展规划 : strategy development plan; 重大 : major; 超过/以上 : above over exceed; 以下/以内 : below up within; 病人/患者 : patient; 住户/租户/租客 : tenant resident; 房屋/住房 : housing home property; 租金 : rent; 志愿者 : volunteer; 主席 : chair president;
秘书 : clerk secretary; 财务总监 : finance director; 首席执行官 : chief executive; 项目 : project; 科研/课题 : research; 设立/成立 : establish set; 撤销 : revoke withdraw; 变更/调整 : change amend adjust; 公开 : public disclose; 保密 : confidential confidentiality
"""


def _read(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    entries = []
    for pair in re.split(r"[;\n]", text):
        left, colon, right = pair.partition(":")
        if colon:
            entries.append((tuple(left.strip().split("/")), tuple(right.split())))
    return entries


ENTRIES = _read(_PAIRS)


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|ment|al|ation|ion|ies|y|e)$", "", word) if len(word) > 4 else word


_ENGLISH: dict[str, list[str]] = {}
for _chinese, _english in ENTRIES:
    for _word in _english:
        _ENGLISH.setdefault(_stem(_word), []).extend(_chinese)


def across(words: Iterable[str], text: str) -> tuple[tuple[str, ...], ...]:
    """Return what the terms of a question may be called in the other language, alternatives together.

    `words` are the question's English words, `text` is the question as it stands.
    """
    chinese = [tuple(dict.fromkeys(_ENGLISH[stem])) for word in words if (stem := _stem(word)) in _ENGLISH]
    english = [right for left, right in ENTRIES if any(term in text for term in left)]
    return tuple(dict.fromkeys([*chinese, *english]))
