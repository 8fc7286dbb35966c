"""Which act a verb of a rule stands for, in Chinese and English."""

import re

from corpus.models import Act
from corpus.rules.english.grammar import verbs as verbs_en

# Longest first within an act: 讨论决定 must not be read as 讨论. The words are those in which rules are
# written (notes on the domain, 1,527 national regulations); what isn't listed is an act of carrying out
# when a marker such as 由 says that somebody does it.
_CHINESE: dict[Act, str] = {
    Act.DECIDE: "审议并表决通过 讨论审议决定 集体研究决定 集体讨论决定 集体审议决定 研究讨论决定 讨论研究决定 讨论决定 研究决定 集体决定 "
    "审议决定 表决决定 协商决定 自主决定 最终决定 作出决定 做出决定 作决定 讨论通过 审议通过 表决通过 研究通过 审核批准 审查批准 审议批准 研究批准 "
    "审核同意 审查同意 研究同意 讨论同意 书面同意 研究确定 讨论确定 集体审定 研究审定 审核决定 审核确定 一支笔审批 签字批准 签字审批 签字同意 "
    "逐级审批 最终审批 终审 审批 批准 审定 核准 核定 决定 批复 同意 签批 签发 裁定 裁决 任命 聘任 任免 决策 准假 认定 确定 选举产生 选举 定夺 拍板 准许 许可",
    Act.REVIEW: "前置研究讨论 前置研究 前置审议 研究审议 讨论审议 研究讨论 集体讨论 审核把关 审核会签 书面审查 资格审查 合法性审查 合规审查 提出审核意见 提出审查意见 签署审核意见 签署意见 "
    "提出初审意见 出具意见 征求意见 听取意见 审核 审议 审查 初审 预审 复审 复核 会审 会签 联签 双签 论证 评审 评议 评估 核实 核查 查验 审阅 把关 讨论 研究",
    Act.PROPOSE: "提出书面申请 提出意见 提出申请 书面申请 研究提出 提出建议 提出方案 提出动议 动议 提出 提议 申请 申报 研究拟定 拟定 拟订 拟制 起草 草拟 推荐 提名 填写 填报 "
    "编制 提交 上报 报送 呈报 提请",
    Act.SUPERVISE: "监督检查 监督执行 督促检查 检查监督 跟踪督办 备案 存档备案 监督 督查 督办 督促 检查 抽查 监察 考核 审计",
    Act.CARRY_OUT: "负责组织实施 负责具体实施 组织实施 具体组织实施 研究部署 具体部署 部署落实 具体实施 贯彻落实 贯彻执行 组织落实 组织执行 实施 执行 落实 承办 "
    "具体承办 办理 部署 解释 牵头 配合 协助 主持 召集 组织 管理 保管 受理 登记 发放 支付 拨付 通知 公示 公布 发布 调查 处理 反馈 谈话 约谈 记录 安排 主办 协办 负责 执笔 验收 验证 汇总 统计",
}
_WORDS = sorted(((word, act) for act, words in _CHINESE.items() for word in words.split()), key=lambda w: -len(w[0]))
ACTS: dict[str, Act] = dict(_WORDS)
# 会审 and 会签 begin with the last character of many a body's name: 委员会审议 is no 会审
# who holds a post and who makes up a body: 组长由院长担任, 小组由A、B组成
HOLDS = ("担任", "兼任", "出任", "充任", "任")
MAKES_UP = ("组成", "构成", "共同组成", "共同构成")
_BODY_BEFORE = "(?<![员务公代领事大议全协委总例党政工学理董常联分基职家校])"
# 负责审核, 实施监督, 进行谈话: the second verb says which act it is
_LIGHT = "负责|实施|进行|开展|予以|加以|给予|组织(?!实施|落实|执行)"
CHINESE = f"(?:{_LIGHT})?(?:" + "|".join(_BODY_BEFORE + w if w.startswith("会") else w for w, _ in _WORDS) + ")"


def act_of(verb: str) -> Act | None:
    """Return the act that a printed verb stands for, or None when it is no verb of a rule."""
    known = ACTS.get(verb) or ACTS.get(re.sub(f"^(?:{_LIGHT})", "", verb))
    if known:
        return known
    if verb[:1].isascii():
        return verbs_en.act_of(verb)
    inside = [word for word, _ in _WORDS if word in verb]
    return ACTS[inside[0]] if inside else None
