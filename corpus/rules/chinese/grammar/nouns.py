"""Verbs that are part of a noun or a name with certain words behind them, and those that never are."""

import re

from corpus.rules.chinese.grammar.vocabulary import words_of

# 人事处审查资格: what is looked at, and no noun with its verb
OF_STANDING = words_of("审查 审核 复核 核实 核查 认定 确认 取消")
# 会计审核费用: so are sums and papers
OF_SUMS = re.compile("(?:资格|费用|金额|工时|账目|票据|单据|凭证)(?=[，。；]|$)")
# 投资者保护机构, 选举委员会: an organ is called by these, though whom one protects or elects stands behind them
NAMED_FOR = words_of("保护 救助 奖励 支持 招聘 录用 选举 提名")
ORGAN = re.compile("机构|部门|委员会|领导小组|中心|局|办公室")
# 企业发现设备损坏, 当事人认为审判人员…: what is noticed stands behind these, and is no part of a noun with them
NOTICED = words_of("认为 发现 知道 收到 接到 造成 导致 引起 存在 具有 享有 属于 拥有")
# 投诉和改进建议: what readers say, and nothing they do here
HEARD = re.compile(r"[和与及、][^，。；向对]{0,6}(?:建议|意见|来信|来访)")
# 审计报告, 听证主持人: a paper, and somebody called by what he does
REPORTED = words_of("审计 评估 检测 鉴定 调查 考察 检查 监测 考核 检验 评价")
PERSON = re.compile("(?:主持|召集|联系|记录)人(?!员)")
# 处罚决定 is a paper
DECIDED = words_of("处罚 处理 处分 许可 征收 强制 复议")
WEIGHED = words_of("会诊 评审 论证 鉴定 评估 咨询 审查 考核")
# 申报人员名单: what is done has people in it, and nobody who does it
OF_PEOPLE = re.compile(
    r"名单|名册|名额|安排|情况|范围|编制|配置|身份|资格|费用|经费|数量|信息|花名册|资料|材料|方案|计划"
)
# 记入, 送到: what something is put into is no part of a name
RESULTS = "入到给成为"
# verbs that open no name: whoever stands behind them is told, asked or named
NEVER_COMPOUND = words_of(
    "核实 走访 确定 明确 成立 组建 更换 选拔 引进 吸收 配备 精简 印发 选择 造成 导致 引起 发生 存在 违反 具备 具有 符合 违反 解聘 通过 责令 通知 书面通知 要求 提请 建议 聘请 邀请 协助 责成 督促 提交 报请 判令 提名 征求 听取 吊销 处以 给予 任命 罢免 选举 聘任 告知 配合 指派 追究 没收 批准 同意 支持 改变 补选 约谈 保护 抚养 聘用 招用 招收 招聘 录用 辞退 奖励 表彰 会同 联合 免去 主持 召集 召开 列席 出席 参加 举行"
)
# 干部任免, 学生处分: what is done to whom is a matter, and nobody's act
UNDERGOES = re.compile("(?:干部|学生|教职工|职工|员工|党员|教师|人员|人事)$")
DONE_TO = words_of("任免 处分 奖惩")
# 学院|主管副院长: whom one calls by what he is in charge of
IN_CHARGE = ("主管", "分管")
# fields of government: 国务院教育、科技等有关部门
FIELDS = words_of(
    "保密 教育 宣传 建设 审计 监察 统计 测绘 运输 储备 检疫 保护 登记 监管 管理 监督管理 投资 服务 培训 规划 开采 养殖 捕捞 种植 销售 生产 经营 印刷 仲裁 监督 发展"
)
FIELD_LIST = re.compile(
    r"(?:、|和|及|行政|改革)[^，。的应由]{0,70}?(?:部门|机关|机构|单位|企业)|与[^，。的应由]{1,10}?委员会"
)
# 校长书面授权的人: who is meant is whom another names
APPOINTED = re.compile("(?:书面|口头|正式|临时|共同)?(?:授权|委托|指定|指派|推举|推选)的")
# 通知书, 报告单, 命名办法: verbs that are part of a noun before these alone
PAPERS = {
    **dict.fromkeys(("通知", "告知", "报告"), re.compile("书(?![面记])|单(?![独位])")),
    "命名": re.compile("方案|办法|规则|事宜"),
}
