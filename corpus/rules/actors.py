"""Names of people and bodies in Chinese rules: where one ends, what belongs to it, and several told apart."""

import re
from collections.abc import Iterator

# before these 组织 is a body, not a verb
ORGANISED = (
    "基层|经济|社会|法人|国际|行业|自律|专业|群众|民间|任何|其他|党|宗教|武装|合作|商业|事业|有关|慈善|公益|自治|中介|服务|管理|经营|金融|学术|体育|"
    "医疗|科研|科技|选用|生产|群团|学生|妇女|仲裁|鉴定|评估|检验|检测|培训|志愿者|消费者"
)
# behind a word that is oftener no name these show that it is one here: 进口商应当…, 航海官和…
_SUBJECT = "(?=应当|应(?![急对])|可以|必须|须|有权|不得|负责|自行|依法|、|和|或|与|及(?!时)|对|向|$)"
# What the names of bodies, posts and classes of persons end with. Forms, not names: 某某领导小组 is found by 小组.
_BODIES = (
    "[系站科所队馆厂院处园校社村局]里(?=[拟打写批审考签同初推核先出]|提(?!供)|报(?!告|名)|定(?!期|时|点)|研究|讨论|统一|$)|"
    "(?<!(?:纪检|组织|宣传|统战|青年|保密|群工|生活)(?=委员会同(?!意)))委员会|办公会议|办公会(?!议)|董事会|理事会|监事会|股东会|(?<![议机])会议|[^、]例会|大会|全会|常委会|党委会|院委会|业委会|[教职]代会|家委会|经审[会委]|工会|协会|学会|商会|联合会|基金会|促进会|居委会|村委会|代表会(?!议)|[膳伙]食会|评议会(?!议)|(?:碰头|讨论|论证|评审|听证|评估)会(?=讨论|研究|酝酿|决定|表决|出具|提出|论证|评审|审议|形成|给出|通过|审[查核定]|$)|教授会|爱卫会|[会社]员会|分会|总会|[分总支]社(?![长会员])|[^议]事会(?!议)|[务园校党支院所局厅部科办委子代长董管团班]会(?!同(?!意)|签|审(?![议批核查定])|商(?![议定讨量])|计|谈|诊|[前后上议])|党支部|总支|党组织|党组|(?:党|纪|团)委(?!会(?!同|签|商(?![议定讨量])))|(?<![常编推原])委(?![员托派屈任培办]|会(?!同|签|商(?![议定讨量])))|联席会议?|"
    "(?:领导|工作|评审|考核|专家|监督|巡察|调查)?小组|(?<![改构重词分机小编])组(?![织成合装]|建(?!议))|专班|班组|班子|主席团|工作团|代表团|集团|社团|共青团|少先队|部门|机关|机构|单位|(?:[、和]|该|涉外)组织(?!协调|实施|指挥|领导|管理|开展|推动|落实|建设)|(?:"
    + ORGANISED
    + ")组织(?!实施|开展|编制|有关|对)|组织(?=应当|可以|必须|有权|应[定按在及])|团体|政府(?!采购|规章|投资|信息公|购买|出资|定价|指导价|基金|间|性|网)|国务院|人大|政协|车间(?=报|填|编|每|汇|签|审|提出|申请|申报|负责|填写|指定|组织|安排|应当|必须|须|和|与|、|，|。|；|$)|(?<=设备|维修|电工|机修|保洁|检修|运维|水电)班(?![长组次])|公安(?!(?:、|和|与|及)[^，。；]{1,40}部门)|海关|当局|"
    "(?<![之出好到何惩住罚])处(?![罚理分方置以于五十二三]|一(?![起道同并律])|[0-9])|办事处|秘书处|(?<![验教])室(?!内|外)|(?<![内外局一])(?<!(?<!安)全)部(?!分(?!别|头|解(?!除)|派|发|管)|[署位件属委门队下]|落(?!实)|长)|(?<=[一-鿿])(?<![上到在待轮转顶离下站换设竞聘职定空缺满同返脱串坐一双该本两多无])岗(?=[审复初在于每对按应可从向]|出具|提出|负责|核|拟|起草|编制|受理|填|汇总|牵头|备案|登记|联合|现场|监督|会签|应当|可以|必须|须|和|与|、|，|。|；|$)|(?<![专学])科(?![学研技目室])|(?<![布结时当])(?<!(?<!价)格)局(?!面|部|限|长)|司局|公司|(?<=[一-鿿])司(?![法机令空仪炉局])|(?<![一二两几持入参退控炒合折配送原干认])股(?![份东权票金级长民本市利息骨比灾])|厅(?!长)|公署|总署|总裁|(?<![部签连公])署(?!名|期)|(?<!平)台站|(?<=各|本|该)系(?![统列数的])|(?<=所在)系(?![统列数的])|"
    "(?<![承主协经督代催查开举申补复交包兴创合试])办(?![公理事法学医案好结妥证文税复班手的]|会(?!同|签|商(?![议定讨量])))|办公室|中心|研究院|研究所|学院|医院|院(?![长士校系内外领务党落子线区])|卫生院|法院|检察院|电影院|敬老院|国家院|学校|高校|大学|高等院校|院校|[中小分]学|幼儿园|托儿所|分校|[校园院]区(?![内外域间级里中])|(?<!进入)(?<![出在到])[景游]区(?![内外域间级里中])|图书馆|档案馆|博物馆|文化馆|[使领事]馆|(?<!网)站(?![点台立长位])|(?<=[象测视播文震])台(?![长账帐面风湾式历阶词班柱])|监测站|检查站|管理站|服务站|工作站|经管站|收容站|(?<![场之处住])所(?=作[^，。；的]{0,8}(?:审查|审核|评估|鉴定|论证))|(?<![场之处住])(?<![人者])所(?!有(?!权[责决要拒依按对向予查])|必(?!须)|[需属在谓称得述列指规示涉致造作持提产用见载长购])|台站|电台|电视台|监狱|仲裁庭|合议庭|法庭|公司|企业|(?<![出入进到在])厂(?![长区房家商址内外牌矿级])|(?<=[验渔苗种猪鸡羊牛茶果盐采石料煤货粮冷])场(?![长所合地景次面内外馆])|馆(?![长内外藏际舍员])|(?<=[消保施护工警])队(?![长员伍列])|[药商门分]店|(?:食堂|超市|酒店|饭店|药房)(?=应当|可以|必须|须|负责|、|和|等|$)|银行|[总分支]行|信用社|合作社|出版社|旅行社|通讯社|报社|供销社|媒体|媒介|(?<=自治区、)直辖市(?![一-鿿]{0,8}(?:政府|部门|机关|机构|人大|人民|的))|部队|军队|[总大支中]队|(?<=[领球车船舰代表导艺剧乐舞合唱志愿服务勘探考察仪])队(?![长员伍列形])|(?<=[剧乐舞唱技])团(?![长员结体购])|(?:法务|财务|人事|客服)(?=审核|复核|会签|备案|审查|登记|核对|批准|确认|$)|武装部|武警(?!总|部|支|官|学)|联盟|联合体|(?:市场|经营|实施|建设|采购)主体(?!登记|准入|退出|信用|活力|责任|资格|地位)|(?:主体|(?:调查|普查|服务|统计|监管|救助|保障)对象|实验室)(?=应当|可以|必须|须|有权|、|和|或|$)|(?:(?<=[会团联社])等组织)(?=$|应当|可以|必须|(?:建立|制定|开展|做好|加强))|(?:养殖|屠宰|农|林|牧|机)场|(?:活动|经营|交易|营业|娱乐)场所(?![内的])|场所(?=应当|可以|必须|有权|$)|码头|港口|(?<!药|仓|入|出)库房(?![漏渗门内外钥失])|伙房|药库|社区|中央军委|中央财政|地方财政|省级财政|业主大会|妇联|残联|工商联|侨联|文联|公证处|门诊(?=登记|负责|审[核查]|提[出交]|填[写报]|汇总)|家庭(?=向|提[出交]|申请|填[写报])|"
    f"(?<=[一-鿿]{{2}})(?<![和及关他在属节])(?:省|自治[区州县旗])(?=制定|规定)|"
    f"(?:队伍|行业|政党|对象|设区的市|社会各界|(?<=[一-鿿]{{2}})(?<![和及关他在属节])(?:省|自治[区州县旗])|(?<!、)民族乡){_SUBJECT}"
)
_POSTS = (
    "(?<![增延成特时全生助最])长(?![期度远假途久效江征城辈大春])|书记(?!员|载)|主任|主席|总理|委员|经理(?!层)|(?:经理|管理|领导)层|总监|董事(?!会|长)|理事(?!会|长)|监事(?!会)|干事|秘书(?!处|长)|助理(?![工医研教检审会法馆记]|员)|首席(?=[、，。；审复终签核批牵]|$)|(?<!的)领导(?!下(?![令发达决文])|小组|班子|机构|干部|[一-鿿]{0,4}工作)|干部|主管(?!部门|机关|单位|机构|人员|会计|领导|[国全本])|会计(?!师|主管|[制准法报凭账]|核(?!对))|出纳|监理(?!单位|机构|人|工)|总工|副总|专干|总值班|(?<=[大二三])副(?![本食业刊手产])|专员办|代表(?!大会|团|机构|处)|"
    "(?:所在|诊治|居住)地|负责人|责任人|法定代表人|人员|(?<![0-9一二两三四五六七八九十多几专无逐])人(?![民员才力事口士身大工类格数选文物体种防]|均(?![有可应须不]))(?!为[本破因造原干损地失灾])|(?<!(?<!运)动)(?<!化)员(?!会|工|额)|员工|职工|教职工|教职员工|学员|者(?<!或者)(?<![上下内外]者)|(?<![地处官前后秘配药])方(?=向[^，。；]{1,10}方)|(?<![地处官前后秘配药])方(?![式案法针向面便位能才]|可(?!以))|教师|医师|药师|护师|律师|会计师|工程师|评估师|设计师|农艺师|经济师|畜牧师|兽医师|社工(?![部站科处室委师服机工组])|(?<=[室部门处级位组的])[正副]职(?![务责位业称能])|上一级(?=(?:直接)?(?:[批审定]|决定|核准|同意|办理|负责))|(?:营养|康复|治疗|检验|化验|造价|药剂|麻醉|园艺|调度|咨询)师(?!傅|资|范|证|资格|队伍)|(?:[校院馆所局]外|外部|业内|国内|省内)同行(?=[两三四五六七八九十0-9][人名位]|$)|[技讲导老厨]师|师傅|教练|行家|护士|[女院博]士(?!学|生|后)|学生|医生|考生|研究生|实习生|毕业生|家长|专家(?!库)|顾问|评委|党员|公民|居民|市民|村民|农民|牧民|渔民|军人|警察|民警|交警|辅警|(?<!宅)基地|法官|检察官|军官|士兵|业主|雇主|户主|船东|货主|房东|旅客|乘客|农户|用户|住户|客户|个体工商户|承包户|经营户|(?:经销|供应|承包|运营|制造|代理|开发|服务|生产|零售|批发)商|"
    f"(?:(?<![协磋洽会工招电微通参智情面内])商|(?<![出会誓])师|(?<![器感五])官|[移灾难选侨股]民|(?<![门窗账帐开落])户|(?:广告|[货矿])主){_SUBJECT}|"
    "编辑(?![部室出整成])|主编|总编|司机|门卫|保安(?![队公部措服])|前台|[村校兽队厂]医(?![院生师药疗务学护保科嘱用患])|宿管|楼管|近亲属|亲属|家属|父母|子女|配偶|夫妻|受众|社会公众|当事人|第三人|行政长官|船长|机长|机组|审计长|检察长|同志|双方|各方|甲方|乙方|上级|下级(?!人|机|部|单|组|政|检|公)"
)
_HEAD = re.compile(rf"(?=(?P<head>{_BODIES}|{_POSTS}))")
_NO_NAME = re.compile(
    r"^(?:前者|后者|他|她|它|人|者|方|会|处|部|长|组|员|其他|别人|他人|任何人|其他人|家|所|机构组织|下级|上级|其|该|本|各|有关|关于.*)$"
)
_JOINT = re.compile(r"、|和|与(?!会[人者代委成])|及其|以及|及(?!时)|会同|或者?|，|→|/")
# these belong to the name before them: 任何组织和个人, 机关及其工作人员
_KIND = "(?:组织|公民|单位|企业|人员|机构|团体|部门|机关|群众)"
_KINDS = re.compile(rf"^{_KIND}(?:(?:和|、|或者?){_KIND})*$")
# 企业、事业单位、机关: each is a name of its own
_CLASS = re.compile(r"^(?:国家|党政|人民|社会|企业|事业)*(?:机关|企业|事业单位|团体|社会组织)$")
_COMPANIONS = re.compile(r"^(?:和|或者?|及|、)个人$|^及其[^、和]{0,4}(?:工作人员|人员|家属)$")
# 国务院和省级人民政府的价格部门: a department of each, printed once
_OWNER = re.compile(r"(?:国务院|政府|委员会)$")
_OWNED = re.compile(r"^[^的]*(?:国务院|政府|委员会)的[^的]*(?:部门|机构|机关)$")
_ETC = re.compile(r"等(?:相关|有关)?(?:部门|单位|人员|机构|方面|领导|科室|处室)?$|(?<=[一-鿿]{2})[两双三四多各]方$")
_LEADING = re.compile(
    r"^(?:再加(?![工急快强班])|(?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:的|召开的)?|报(?=国务院|[乡县市省区]|上[一级]|本级|最高|所在|有关)|但是|但(?!书)|参照|发回|并且?|其中|同时|然后|最后|如果?|若|凡是?|则|而|且|或者?|和|以?及|即|一律|那边的?|这边的?|原则上|会[前后上]|事[前后]|的|[一二三四五六七八九十两0-9]+[名家位](?:以上)?的?|(?:下|本)一?次|其(?:书面)?(?:指定|授权|委托)(?=[一二两三1-3][名位])|其(?!指定|授权|委托|书面|他|余)|对于|[、→—\-\s◦：:（])+"
)
# a clause before a noun that is clear without it: 违反操作规程的科室, 接到举报的主管部门
_CLAUSE = re.compile(
    r"^(?:持|具备|具有|符合|违反|不|未(?!成年)|没有|已|接到|收到|发生|申请|使用|从事|依法|经|被|提出|购买|参加|受|在|对|需要|有(?!关)|负有|设有|拥有|持有|取得|实施|开展|进行|因|为|按|存在|涉嫌|上述|前款|本[条法]|提供|承担|获得|发现|拟|要求|造成|列入|作出|通过|生产|经营|管理)"
)
_BARE = re.compile(
    r"^(?:单位|部门|机构|组织|人|人员|者|机关|企业|公司|个人|学校|一方|医师|学生|单位和个人|人民政府|主管部门|部门和单位)$"
)


def heads(text: str) -> list[int]:
    """Return where the names of people and bodies may end in a text, in order."""
    return sorted({found.end("head") for found in _HEAD.finditer(text)})


def looks_like(words: str) -> bool:
    """Tell whether words end as the names of people and bodies end."""
    bare = re.sub(r"(?:[（(][^（）()]{1,20}[）)]|◦+)$", "", words)
    return bool(bare) and len(bare) > 1 and any(found.end("head") == len(bare) for found in _HEAD.finditer(bare))


def trimmed(words: str, start: int, end: int) -> int:
    """Return where the bare name begins in a noun phrase: without connectives and clauses before a clear noun."""
    found = _LEADING.match(words[start:end])
    start += found.end() if found else 0
    of = words.rfind("的", start, end)
    if of > start and words.endswith("组成", start, of):
        return of + 1  # 采编、技术人员组成的评审组
    if of > start and _CLAUSE.match(words[start:of]) and not _BARE.match(words[of + 1 : end]):
        return of + 1
    return start


def _joints(words: str) -> Iterator[re.Match[str]]:
    """Yield the joints of a list that don't stand inside brackets."""
    for found in _JOINT.finditer(words):
        before = words[: found.start()]
        if before.count("（") + before.count("(") == before.count("）") + before.count(")"):
            yield found


def apart(words: str) -> list[tuple[int, int]]:
    """Return the spans of the actors in a list ("A、B和C"); one name is a list of one.

    A piece that is no name by itself belongs to the next: 省、自治区、直辖市人民政府 is one.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    cuts = [(m.start(), m.end()) for m in _joints(words)]
    for start, end in [*cuts, (len(words), len(words))]:
        if start <= at or (not looks_like(words[at:start]) or _field(words, at, start)) and end < len(words):
            at = end if start <= at else at
            continue
        spans.append((at, start))
        at = end
    return [_without_etc(words, s, e) for s, e in _with_companions(words, spans)]


# 公安、交通运输等部门: fields of government, whose department is printed once
_ONE_OF = re.compile(r"[^，。；的]{1,120}部门$")
# 沿海省、自治区、直辖市人民政府: of each of them the government, printed once
_OF_EACH = re.compile(r"(?<=[省区州市县])(?:、|和|或者?)(?:自治[区州县]|直辖市|设区的市|县)")


# 财务与投资委员会: one body, called by two fields
_PAIRED = re.compile("(?:法务|财务|人事|客服)(?=与[^，。；、和与及]{2,8}(?:委员会|中心|[部处科]))")


def _field(words: str, start: int, end: int) -> bool:
    if (pair := _PAIRED.match(words, start)) and pair.end() == end:
        return True
    one = words[start:end].endswith(("公安", "海关")) and _ONE_OF.match(words, end) is not None
    return one or _OF_EACH.match(words, end) is not None


def _with_companions(words: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a name and what cannot stand without it."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        modified = kept and (kept[-1][1] - kept[-1][0] > 2) and not _CLASS.match(words[slice(*kept[-1])])
        owners = kept and _OWNER.search(words[slice(*kept[-1])]) and _OWNED.match(words[start:end])
        if (
            owners
            and kept
            or kept
            and (_COMPANIONS.match(words[kept[-1][1] : end]) or modified and _KINDS.match(words[start:end]))
        ):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def named(words: str) -> bool:
    """Tell whether a bare name names anybody by itself."""
    return len(words) > 1 and not _NO_NAME.match(words)


def _without_etc(words: str, start: int, end: int) -> tuple[int, int]:
    found = _ETC.search(words[start:end])
    return (
        (start, start + found.start())
        if found
        and found.start()
        and looks_like(words[start : start + found.start()])
        and not (found[0].endswith("部门") and "、" in words[start:end])  # 发展改革、海关等部门
        else (start, end)
    )
