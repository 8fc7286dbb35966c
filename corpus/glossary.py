"""Words of governance in both languages, so that a question finds a clause written in the other."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from corpus.facts import said
from corpus.models import LeftOut, Record, Term

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
秘书 : clerk secretary; 财务总监 : finance director; 首席执行官 : chief executive; 项目 : project; 科研/课题 : research; 设立/成立 : establish set; 撤销 : revoke withdraw; 变更/调整 : change amend adjust; 公开 : public disclose; 保密 : confidential confidentiality;
章程 : constitution articles charter statutes; 条款/条文 : clause article provision; 修订/修正/修改 : amend amendment revise revision; 废止/作废 : repeal repealed void; 生效/施行 : effective commence; 附则 : supplementary; 细则 : detailed rules regulations; 有效期 : validity expiry valid;
职责/职权 : duties functions powers remit; 权限 : authority limit; 议案/提案 : motion resolution proposal; 决议 : resolution; 动议 : motion; 列席 : attend attendance observer; 出席/到会 : attend attendance; 召集/召开 : convene; 临时会议 : extraordinary meeting; 例会/定期会议 : ordinary meeting;
年会/年度大会 : agm annual meeting; 弃权 : abstain abstention; 赞成 : vote; 反对 : oppose; 否决 : veto reject; 票数 : votes; 无记名/匿名 : secret anonymous; 委托书 : proxy; 代理人 : proxy; 主持人 : chair presiding;
会议通知 : notice meeting; 书面 : writing written; 传阅 : circulate circulation;
理事/董事 : trustee director; 监事/监事会 : supervisor supervisory; 理事长/董事长/会长 : chair president; 副主席/副会长 : vice chair deputy; 总经理 : managing director manager; 秘书长 : secretary-general secretary; 司库/出纳 : treasurer cashier; 会计 : accountant accounting accounts; 总会计师 : chief accountant; 股东 : shareholder;
会员 : member membership;
分管领导 : line manager director; 负责人 : lead responsible; 上级/主管部门 : superior authority; 下属/下级 : subordinate; 届期/任期 : term; 连任 : reappoint re-elect; 换届 : re-election election; 候选人 : candidate; 罢免 : removal; 辞职/离职 : resign resignation leaving;
退休 : retire retirement; 返聘 : re-employ rehire;
利益冲突 : conflict interest; 关联交易/关联方 : related party transaction; 亲属 : relative; 廉洁/廉政 : integrity; 贪污/舞弊/欺诈 : fraud corruption; 受贿/贿赂 : bribe bribery; 检举 : whistleblow whistleblowing; 纪律 : discipline conduct; 纪委/纪检 : discipline inspection; 巡察/督导 : inspection inspect;
整改 : rectify corrective remedy; 问责/追责 : accountability liable; 责任 : liability responsibility; 违规/违反 : breach violate violation;
行为准则/守则 : code conduct; 风险 : risk; 内控/内部控制 : internal control controls; 合规 : compliance comply; 保险 : insurance; 诉讼/起诉 : litigation lawsuit claim; 仲裁 : arbitration; 调解 : mediation; 和解 : settlement settle; 赔偿/补偿 : compensation compensate damages;
罚款/罚金 : penalty; 违约金 : penalty damages; 免除/减免 : waive waiver exempt exemption; 例外/特例 : exception;
借款/贷款 : loan borrow borrowing; 预支/预付/预付款 : advance prepayment; 押金/保证金/定金 : deposit; 担保/抵押 : guarantee security mortgage; 投资 : investment invest; 储备/准备金/结余 : reserve reserves surplus; 收入 : income revenue; 学费 : tuition fee fees; 收费 : charges fee fees; 退款/退费 : refund;
欠款/债务 : debt arrears; 坏账/核销 : write-off write bad debt; 透支 : overdraft; 银行账户/账户 : bank; 转账/汇款 : transfer; 支票 : cheque check; 现金 : cash; 备用金/零用金 : petty cash float; 公务卡/信用卡 : card purchase credit;
决算 : accounts; 报表 : statement statements; 账目/账簿 : accounts books ledger; 盘点/清点 : stocktake stock inventory; 库存/存货 : stock inventory; 仓库/库房 : store warehouse storeroom; 固定资产 : fixed asset assets; 折旧 : depreciation; 税/税务 : tax vat; 拨款/划拨 : allocation allocate;
专项资金/专款 : earmarked restricted funds; 资助/赞助 : sponsor sponsorship; 募捐/筹款 : fundraise fundraising appeal; 遗赠 : legacy bequest; 捐赠人 : donor; 超支 : overspend overspending; 调剂/调账 : virement transfer; 追加 : supplementary additional;
餐费/伙食费 : meals meal subsistence; 住宿/住宿费 : accommodation hotel lodging; 交通费/车费 : fare travel transport; 里程 : mileage; 机票/航班 : flight air ticket; 接待/招待 : hospitality entertainment entertaining; 车辆/公车/用车 : vehicle car; 司机/驾驶 : driver driving drive; 油费/加油 : fuel; 办公用品/文具 : stationery supplies;
耗材 : consumables; 电脑/计算机 : computer laptop; 软件 : software; 手机 : phone mobile; 家具 : furniture;
单一来源 : source; 公开招标 : tender; 邀请招标 : invited tender; 竞争性谈判 : negotiation negotiated; 评标 : evaluate tender evaluation; 开标 : opening tenders; 投标人 : bidder tenderer; 框架协议 : framework agreement; 外包 : outsource outsourcing contractor; 承包商/承包 : contractor;
服务商 : provider supplier; 合同变更 : variation; 续签/续约/续期 : renew renewal extend extension; 终止/解除 : terminate termination; 违约 : breach default; 质保/保修 : warranty; 尾款 : payment; 进度款 : stage interim payment; 变更单 : variation order; 工程/施工 : works construction building;
竣工 : completion; 图纸 : drawing drawings; 安装 : install installation; 绿化 : landscaping garden; 保洁/清洁/打扫 : cleaning clean; 物业 : property estate management; 保安 : security guard; 门禁 : entry; 钥匙 : key keys; 停车 : parking park;
会议室 : meeting room; 礼堂/报告厅 : hall auditorium; 操场/运动场 : playground; 体育馆 : gym hall; 实验室 : laboratory lab; 图书馆 : library; 教室 : classroom; 校车 : bus minibus;
简历 : cv resume; 面试 : interview; 笔试 : exam; 试用/试用期 : probation probationary; 转正 : confirm confirmation probation; 劳动合同/聘用合同 : employment contract; 编制 : establishment headcount post; 编外/临聘/临时工 : temporary temp casual agency; 兼职 : part-time secondary outside; 借调/挂职 : secondment;
调动/调岗/轮岗 : transfer redeploy rotation; 晋升/提拔 : promotion promote; 降职/降级 : demotion demote; 裁员 : redundancy redundancies redundant; 遣散费/经济补偿 : severance redundancy; 绩效 : performance; 奖金/奖励 : bonus award reward; 评优/表彰 : award commend recognition; 薪级/级别 : grade band scale; 加薪/调薪 : increment;
社保/社会保险 : social insurance; 养老金/公积金 : pension; 福利 : benefit benefits; 体检 : medical health check examination; 病历/病假条/医生证明 : medical certificate; 育儿假/陪产假 : parental paternity leave; 哺乳 : breastfeeding; 哀悼/奔丧 : bereavement compassionate; 探亲 : leave; 补休/调休 : lieu;
旷工 : absence absent unauthorised; 缺勤/缺席 : absence absent; 返岗/复工 : return; 远程/居家办公 : remote working; 弹性工作 : flexible working; 夜班/值班 : night shift; 排班/班次 : rota roster shift shifts; 进修/学历 : study qualification; 骚扰 : harassment; 歧视 : discrimination;
霸凌/欺凌 : bullying bully; 停职 : suspension suspend; 记过 : warning; 劝退 : withdraw withdrawal; 无罪/澄清 : clearance;
入学/招生/录取 : admission admissions admit; 转学 : transfer; 退学 : withdrawal withdraw; 学籍 : enrolment registration; 报名/注册 : register registration enrol; 毕业 : graduation graduate; 学位 : degree; 课程 : course curriculum; 教材/课本 : textbook textbooks; 课表 : timetable;
作业 : homework assignment; 考试 : exam examination; 成绩/分数 : grade grades results; 补考 : resit retake; 作弊 : cheating misconduct plagiarism; 奖学金 : scholarship bursary; 助学金 : bursary hardship; 开除学籍 : expel exclusion exclude expulsion; 违纪 : misconduct; 年级/年级组 : grade;
教研组 : subject department; 研究生 : postgraduate graduate; 导师 : supervisor tutor; 院系/学院 : faculty college; 院长/系主任 : dean; 教授 : professor; 论文 : thesis dissertation paper; 伦理 : ethics ethical; 社团 : club society; 夏令营/研学 : camp trip;
家访 : visit; 家长会 : parents evening; 家委会 : parents committee association; 特殊教育 : needs; 保护/监护 : safeguarding protection guardian; 未成年人/儿童 : child children minor; 体罚 : corporal punishment; 午休/午餐 : lunch; 校医/医务室 : nurse medical room; 接送 : collect;
幼儿园 : nursery kindergarten; 幼儿 : infant toddler child; 园长 : principal;
医生/医师 : doctor physician; 护士 : nurse; 护士长 : ward sister matron nurse; 科室 : department ward; 病房 : ward; 住院/收治/入院 : admission admit inpatient; 出院 : discharge; 门诊 : outpatient clinic; 急诊 : emergency casualty; 会诊 : consultation;
手术 : operation surgery; 药品/药物 : drug drugs medicine medication; 麻醉/精神药品 : controlled drugs; 处方 : prescription prescribe; 药房/药剂 : pharmacy pharmacist; 疫苗/接种 : vaccine vaccination; 感染/院感 : infection; 传染病 : infectious disease; 隔离 : isolation isolate quarantine; 器械 : instrument device equipment;
知情同意 : informed consent; 死亡/去世 : death died; 医疗事故/差错 : incident error; 医疗纠纷 : complaint dispute; 转诊 : referral refer; 转院 : transfer; 探视 : visit visitor visiting; 访客/来访 : visitor visitors; 护理 : nursing care; 看护/护工 : carer care;
临终/安宁疗护 : hospice palliative; 消毒/灭菌 : disinfect sterilise sterilisation; 医疗废物/废物/垃圾 : waste rubbish; 血液/输血 : blood transfusion; 技术准入/新技术 : new technique treatment; 质量 : quality;
镇长/乡长/市长/区长 : mayor; 村委会/居委会 : village neighbourhood committee; 村民/居民 : resident villager residents; 街道/街道办 : subdistrict; 社区 : community; 人大/人民代表大会 : congress council; 政府 : government council; 镇党委/党委 : party committee; 党支部 : party branch; 民政 : civil affairs welfare;
救助/低保/救济 : relief assistance hardship welfare; 拆迁/征地/征收 : expropriation acquisition demolition; 安置 : resettlement rehousing; 宅基地 : homestead land; 土地 : land; 规划许可/规划 : planning permission; 违建/违章建筑 : illegal unauthorised building; 执照/许可证/许可 : licence license permit; 摊位/摊贩 : stall trader market; 环境/环保 : environment environmental;
污染 : pollution; 信访 : petition; 听证/听证会 : hearing; 征求意见/公众意见 : consult consultation; 集体资产 : collective assets; 集市/市场 : market; 公墓 : cemetery burial; 公园 : park; 道路/公路 : road highway; 桥梁 : bridge;
路灯 : lighting; 消防 : fire; 防汛/洪水 : flood; 疏散/撤离 : evacuate evacuation; 演练/演习 : drill exercise; 预案 : emergency; 值守 : watch; 水电/电费 : electricity water utility utilities; 供暖/暖气 : heating;
隐私 : privacy; 密码 : password; 邮箱/邮件 : email mail; 网站 : website; 网络 : network internet; 系统 : system; 备份 : backup; 泄露 : breach leak; 查阅/调阅/借阅 : inspect consult; 复印/影印 : photocopy;
原件 : original; 销毁 : destroy destruction; 归档 : archive file; 密级/涉密 : classified secret; 宣传/新闻 : publicity media news; 媒体/记者 : media journalist; 社交媒体 : social media; 摄影/拍照/照片 : photograph photo photos; 标志/徽标 : logo; 商标 : trademark;
版权/著作权 : copyright; 专利 : patent; 知识产权 : intellectual property; 出版/发表 : publish publication; 翻译 : translation translate; 外事/出国 : abroad overseas travel; 签证/护照 : visa passport; 留学生 : international overseas student; 交流/互访 : exchange; 合作/合作协议 : partnership cooperation agreement;
备忘录 : memorandum; 子公司 : subsidiary; 分支机构/分会 : branch chapter; 合并 : merge merger; 解散/清算 : dissolve dissolution wind; 更名 : rename; 搬迁 : relocation move; 节假日/假期 : holiday holidays vacation; 学期 : term semester; 周末 : weekend;
寒暑假/暑假 : summer holiday vacation; 年度 : annual; 季度 : quarter quarterly; 月度/每月 : monthly; 逾期 : overdue; 延期/延长 : extend extension postpone; 提前 : advance notice; 补办/补交 : afterwards retrospective; 撤回 : withdraw; 驳回/拒绝 : refuse reject refusal;
争议/纠纷 : dispute; 证明/证明信 : certificate; 资格/资质 : qualification eligible eligibility; 条件/要求 : conditions requirement requirements; 标准 : standard rate; 限额/额度 : limit ceiling cap; 清单/目录 : schedule; 样本/模板 : template sample; 检测/检验 : testing inspection; 维护/保养 : maintenance maintain;
宠物/动物 : pet animal animals; 吸烟/抽烟 : smoking smoke; 饮酒/酒精 : alcohol drink; 武器 : weapon; 搜查 : search; 失物/遗失 : lost property loss; 盗窃/失窃 : theft stolen; 损坏/毁坏 : damage damaged; 伤害/受伤/工伤 : injury injured; 急救 : aid;
健康 : health; 心理 : mental counselling wellbeing; 食品/食物 : food; 过敏 : allergy allergic; 菜单/食谱 : menu; 供餐/配餐 : catering meals; 文艺演出/演出 : performance concert; 展览/展品 : exhibition exhibit; 藏品 : collection; 门票/票务 : ticket admission;
商店/小卖部 : shop; 销售/出售/变卖 : sell sale disposal; 转让 : transfer assign; 分包/转包 : subcontract; 使用/占用 : occupation; 开放 : opening; 关闭 : closure; 取消 : cancel cancellation; 预约/预订 : booking reserve; 排队/轮候 : waiting;
抽签/摇号 : ballot; 转租 : sublet subletting; 房租 : rent; 欠租 : arrears; 驱逐/腾退 : eviction evict possession
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
    return re.sub(r"(?:ings?|ed|es|s|ments?|als?|ations?|ions?|ies|y|e)$", "", word) if len(word) > 4 else word


_ENGLISH: dict[str, list[str]] = {}
_CHINESE: dict[str, list[tuple[str, int]]] = {}  # by their first character, with the number of the entry
for _number, (_chinese, _english) in enumerate(ENTRIES):
    for _word in _english:
        _ENGLISH.setdefault(_stem(_word), []).extend(_chinese)
    for _word in _chinese:
        _CHINESE.setdefault(_word[0], []).append((_word, _number))


# Each column by the names that people give it; a column of any other name is for the admin's own remarks.
NAMES: Mapping[str, str] = {
    **dict.fromkeys(("zh", "chinese", "中文", "汉语", "zh-cn"), "zh"),
    **dict.fromkeys(("en", "english", "英文", "英语"), "en"),
}
_HAN = re.compile("[㐀-鿿]")
_WORD = re.compile(r"[a-z0-9]+(?:[-.&][a-z0-9]+)*")


class Glossary(Record):
    """What an admin says that things are called in the other language, each row that is wrong, and a file that is none."""

    terms: tuple[Term, ...] = ()
    wrong: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def glossary(name: str, grid: Sequence[Sequence[object]]) -> Glossary:
    """Return what the rows of a table of the file `name` say; without its two columns it is left out with the reason."""
    cells = [[said(cell) for cell in row] for row in grid]
    heads = [[NAMES.get(cell.lower(), "") for cell in row] for row in cells]
    top = next((n for n, head in enumerate(heads) if {"zh", "en"} <= {*head}), None)
    if top is None:
        return Glossary(left_out=(LeftOut(path=name, reason=_NO_COLUMNS),))
    columns = [heads[top].index(column) for column in ("zh", "en")]
    given = [(n, *_sides(row, columns)) for n, row in enumerate(cells[top + 1 :], top + 2) if any(row)]
    faults = {n: fault for n, zh, en in given if (fault := _fault(zh, en))}
    terms = dict.fromkeys(Term(zh=zh, en=en) for n, zh, en in given if n not in faults)
    return Glossary(terms=tuple(terms), wrong=tuple(f"{name} row {n}: {fault}" for n, fault in faults.items()))


_NO_COLUMNS = "no row names its columns zh and en: name them so, or give a document another file name"


def _sides(row: Sequence[str], columns: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names in each of the two columns; a slash stands between several."""
    zh, en = (
        tuple(dict.fromkeys(n for each in re.split("[/／]", row[at]) if (n := each.strip()))) if at < len(row) else ()
        for at in columns
    )
    return zh, en


def _fault(zh: Sequence[str], en: Sequence[str]) -> str:
    """Return what is wrong with a row, "" where nothing is."""
    for column, names in (("zh", zh), ("en", en)):
        if not names:
            return f"the column {column} is empty: fill it in, or delete the row"
        for name in names:
            if bool(_HAN.search(name)) is (column == "en"):
                held = "holds" if column == "en" else "has no"
                return f"“{name}” in the column {column} {held} Chinese characters: zh is for Chinese, en for English"
            if column == "en" and not _stems(name):
                return f"“{name}” in the column en has no letter: write the English name"
    return ""


def across(words: Iterable[str], text: str, own: Sequence[Term] = ()) -> tuple[tuple[str, ...], ...]:
    """Return what the terms of a question may be called in the other language, alternatives together.

    `words` are the question's English words, `text` is the question as it stands. Where `own`, an admin's glossary,
    has a name in the question, its words mean nothing else.
    """
    named, words, text = _own(words, unicodedata.normalize("NFKC", text), own) if own else ([], words, text)
    chinese = [tuple(dict.fromkeys(_ENGLISH[stem])) for word in words if (stem := _stem(word)) in _ENGLISH]
    english = [ENTRIES[number][1] for number in _standing(text)]
    return tuple(dict.fromkeys([*named, *chinese, *english]))


def _standing(text: str) -> list[int]:
    """Return the numbers of the entries of which a Chinese name stands in a text, in their order."""
    pairs = ((start, pair) for start, sign in enumerate(text) for pair in _CHINESE.get(sign, ()))
    return sorted({number for start, (term, number) in pairs if text.startswith(term, start)})


def _own(words: Iterable[str], text: str, own: Sequence[Term]) -> tuple[list[tuple[str, ...]], list[str], str]:
    """Return the alternatives that the admin's names in a question have, and what is left of its words and text."""
    stems, left, rest = _stems(text), list(words), text
    found: dict[str, list[str]] = {}
    for name, others in _by_name(own).items():
        if _HAN.search(name):
            if name in text:
                found[name] = others
                rest = rest.replace(name, " ")
        elif _within(_stems(name), stems):
            found[name] = others
            left = [word for word in left if _stem(word) not in _stems(name)]
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    return [tuple(dict.fromkeys(found[name])) for name in longest], left, rest


def _by_name(own: Sequence[Term]) -> dict[str, list[str]]:
    """Return what each name is called in the other language; several rows may say it."""
    called: dict[str, list[str]] = {}
    for term in own:
        zh = [unicodedata.normalize("NFKC", name) for name in term.zh]
        en = [unicodedata.normalize("NFKC", name).casefold() for name in term.en]
        for names, others in ((zh, en), (en, zh)):
            for name in names:
                called.setdefault(name, []).extend(others)
    return called


def _stems(text: str) -> list[str]:
    """Return the stems of a text's English words, in order."""
    plain = re.sub(r"['’]s\b", "", text.casefold())
    return [_stem(word) for word in _WORD.findall(plain)]


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(whole[n : n + len(part)] == part for n in range(len(whole) - len(part) + 1))
