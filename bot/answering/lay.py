"""What people say in the words in which rules are written: 预支 is 借款 there, 半夜 is 夜间."""

from collections.abc import Mapping

# by the pair of characters that a question has of it
_SAID = """
半夜 深夜 夜里 大夜 通宵=夜间
周末 放假 国庆 春节 过年 五一 中秋 元旦=节假
生病 病了 看病 住院 发烧=病假 因病
预支 借钱 借现 支钱=借款 预借 备用
请客 宴请=接待 招待
吃饭 招待=接待 用餐
旅游 游玩=因私
辞退 开除 解雇 炒掉=解除 解聘 辞退 除名
涨价 加价 加钱 超支=增加 上浮 调整 超出 追加
租出 租给 出租=出租 租赁
租用 租来 租台 租辆=租用 租赁
卖掉 卖了 处理=处置 变卖 出售
扔掉 扔了 淘汰 报废=报废 处置
焊接 电焊 动火=动火
弄丢 丢了 找不 遗失=遗失 丢失 挂失
改名 换人 调岗=变更 调整 调动
加班 补休=加班 调休 补休
罚款 处罚 挨罚=处罚 罚款
投诉 告状 举报=投诉 举报 信访
发票 票据 单据=票据 发票 凭证
工资 薪水 薪资=薪酬 工资
辞职 走人 离职=辞职 离职
急用 应急 紧急 来不=紧急 突发
"""
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    said: tuple(written.split())
    for line in _SAID.split("\n")
    if line
    for spoken, _, written in [line.partition("=")]
    for said in spoken.split()
}


def written(term: str) -> tuple[str, ...]:
    """Return how rules write what a term of a question says, none for a word that they use themselves."""
    return _WRITTEN.get(term, ())
