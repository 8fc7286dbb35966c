"""Whose yes is needed, and on whose word a thing rests: 须有馆长的许可, 以评审组的表决结果为准; and whose is not."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.chinese.shapes.told import END, SEVERAL, WHO, by_forms, form
from corpus.rules.deeds import Deed

_MUST = "(?:必须|应当|需要|[须需应要得还])"
_HOW = "(?:书面|事先|亲笔|共同|联合|正式|口头|明确|一致|最终|当面)*"
# 两名见证人, 申请人本人: who is no more than a party to it
_NO_PARTY = "(?![一二两三四五0-9]|多|(?:申请|经办|经手|证明|验收|领款|收款|制表|当事|监护|见证|领取|交接|借款|报销|被)人?|本人|家长|家属|学生|患者|双方|客户)"
_BOTH = "(?:[两双三四]人|双方|本人)?"
_YES = "许可|决议|签名|签字|批示|批准|认可|同意|批条|批文|允许|首肯"
_ENOUGH = "(?:即可|就行|就可以|便可|方可|方能|才行|才可|才能)"
_ONLY = "(?:后?，?(?:方可|方能|才能|才可|才算|方为))"
_FORMS = (
    # 须有馆长的许可; 有理事会的决议即可
    form(f"{_MUST}有{_NO_PARTY}{SEVERAL}{_BOTH}的?{_HOW}(?P<verb>{_YES})(?!意见|费)", Act.DECIDE),
    form(f"(?<![没未具拥持享所])有{_NO_PARTY}{SEVERAL}{_BOTH}的{_HOW}(?P<verb>{_YES}){_ENOUGH}", Act.DECIDE),
    form(f"{_MUST}有{_NO_PARTY}{WHO}(?P<verb>[签批]过?字?)的(?:条子?|单子|纸条|假条|便条)", Act.DECIDE),
    form(f"{_MUST}有{SEVERAL}的{_HOW}(?P<verb>会签|审核意见|评审意见)", Act.REVIEW),
    # 须附理事会决议, 凭院务会决议办理
    form(f"{_MUST}(?:附上?|凭|持){WHO}的?(?P<verb>决议|批文|批件|批示|许可)", Act.DECIDE),
    form(f"凭{WHO}的?(?P<verb>决议|批件|批示|批条)(?:办理|执行|领取|发放|放行)", Act.DECIDE),
    form(
        f"(?:{_MUST}|事先|事前){_HOW}(?:得到|取得|获得|征得){SEVERAL}的?{_HOW}(?P<verb>允许|准许|许可|同意|认可|批准|首肯)",
        Act.DECIDE,
    ),
    # 以评审组的表决结果为准, 以处长的书面认可为前提
    form(
        f"以{WHO}(?:过半数|多数|三分之二以上)?的?{_HOW}(?P<verb>认可|同意|批准|许可|意见|(?:表决|投票|评议)?结果|决定|决议|结论|"
        "签认|签字|签名|签批|签署|指令|命令|确认)(?:为|作为)(?:前提|条件|先决条件|准|有效|通过|依据)",
        Act.DECIDE,
    ),
    form(f"以{WHO}的?(?P<verb>评议|意见|鉴定|建议)(?:为|作为)参考", Act.REVIEW),
    form(f"(?<=[先就都要须得，])(?P<verb>听){WHO}(?:的|统一口令|统一号令|口令|号令){END}", Act.DECIDE),
    form(f"(?<=[，要须])看{WHO}的(?P<verb>命令|指令|决定|批复){END}", Act.DECIDE),
    form(
        f"(?:(?<![邀申聘])[让找请]|叫){WHO}(?:在[^，。；]{{1,12}}[上中里])?(?P<verb>签个[字名]|点个头|批个条|签一下字|批一下)",
        Act.DECIDE,
    ),
    # 经甲和乙共同签批, 则由主任一人签署即可
    form(f"经{SEVERAL}(?:共同|联合|一致|联名)(?P<verb>签批|签署|签字|同意|批准|认可|审定|签认)(?!后?盖章)", Act.DECIDE),
    form(f"(?<=[则，由]){WHO}一人(?P<verb>签署|签字|签批|批准|同意)(?:即可|就行|便可)", Act.DECIDE),
    form(f"(?<=[一-鿿]的)经{WHO}(?P<verb>批准|审批|同意|许可)(?=[，。；]|后|方可|$)", Act.DECIDE),
    form(f"(?<![已未])经{WHO}(?P<verb>认可|许可|同意|批准){_ONLY}", Act.DECIDE),
    form(f"(?:{_MUST}|先)过{WHO}(?:这|那)?一?(?P<verb>关){END}", Act.REVIEW),
    # 须现场总指挥下令, 须处长看过, 呈馆长批示
    form(f"(?:必?须|(?<![需重主])要|只?得|听候|等候?){WHO}(?P<verb>下令|发令|放行|特批)", Act.DECIDE),
    form(f"(?:必?须|(?<![需重主])要|只?得){WHO}(?P<verb>过目|看过|过过目){END}", Act.REVIEW),
    form(f"[呈报]{WHO}(?P<verb>批示|定夺){END}", Act.DECIDE),
    # 经三分之二以上业主表决通过
    form(
        "经(?P<who>[^，。；的由]{0,10}?(?:[二三四五]分之[一二三四]以上|过?半数)的?[一-鿿]{2,6}?)(?P<verb>(?:投票|表决)?(?:同意|赞成|通过))",
        Act.DECIDE,
    ),
    form(
        f"接受{WHO}的?(?:定期|随时|全程|日常|业务|专项|不定期)*(?P<verb>检查|监督|查验|审计|抽查|督查|巡查|考核|督导)"
        "(?![员组部人机室处科委])",
        Act.SUPERVISE,
    ),
)
_UNNEEDED = re.compile(
    "(?:无须|无需|不用|不必|毋须|毋需|用不着|不需要?|无须乎)(?:再|另外?|另行|事先|专门|单独|逐一|先|特意)*"
    "(?:[找经由报请让问等]|经过|报请|提请|征得|取得|得到|征求)?"
)


def needed(text: str) -> list[Deed]:
    """Return whose yes a sentence asks for, on whose word it lets a thing rest, and whose watch it submits to."""
    return list(by_forms(text, _FORMS))


def unneeded(text: str, deed: Deed) -> bool:
    """Tell whether a deed is one that the sentence says is not called for: 无须主任签字."""
    return any(found.end() == deed.start for found in _UNNEEDED.finditer(text)) and deed.end > deed.start


def without(text: str, found: Sequence[Deed]) -> list[Deed]:
    """Return the deeds but for those that are not called for."""
    return [deed for deed in found if not unneeded(text, deed)]
