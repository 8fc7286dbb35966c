"""A rulebook of which some documents are for the board alone, written into a folder."""

from pathlib import Path

from corpus.faq import stamp

LEAVE = """---
title: 请假办法
---
# 请假办法

第一条 事假三天以内的，由部门负责人批准。

第二条 出国休假的，由校长批准。

第三条 病假超过十天的，由人事处批准。

第四条 请假按下列步骤办理：
1. 教职工填写请假单。
2. 部门负责人签署意见。
3. 人事处登记备案。
"""
BOARD = """---
title: 校长薪酬密件
audience: [董事会]
owner: 董事会秘书处
---
# 校长薪酬密件

第一条 校长年度绩效奖金由董事会薪酬小组决定。

第二条 校长购置专车，三十万元以下的由董事长批准，三十万元以上的由董事会全体会议决定。

第三条 校长绩效考核按下列步骤办理：
1. 薪酬小组提出考核方案。
2. 董事会秘书处收集材料。
3. 董事会全体会议表决。
"""
# for the board alone, and against 请假办法 第二条
ABROAD = """---
title: 董事会关于请假的补充规定
audience: [董事会]
---
# 董事会关于请假的补充规定

第一条 出国休假的，由董事长批准。
"""
# changes 请假办法 第三条
AMENDING = """---
title: 关于修改请假办法的决定
audience: [董事会]
effective: 2024-01-01
---
# 关于修改《请假办法》的决定

第一条 将《请假办法》第三条修改为：“病假超过十天的，由董事长批准。”
"""
UNSAID = """---
title: 印章办法
---
# 印章办法

第一条 公章外借由校办主任批准。
"""
BONUS = "第一条 校长年度绩效奖金由董事会薪酬小组决定。"
SICK = "第一条 事假三天以内的，由部门负责人批准。"
HEAD = """---
title: 常见问题
kind: faq
---
# 常见问题
"""
CLOSED_ENTRY = f"""
## 校长的奖金找哪个部门问？

奖金的事找薪酬小组的钱小姐。

依据：board#1 @{stamp(BONUS)}
"""
OPEN_ENTRY = f"""
## 事假三天找谁签字？

找部门负责人签字即可。

依据：leave#1 @{stamp(SICK)}
"""
FAQ = HEAD + CLOSED_ENTRY + OPEN_ENTRY
FILES = {"leave": LEAVE, "board": BOARD, "abroad": ABROAD, "amending": AMENDING, "seals": UNSAID, "faq": FAQ}
# words that stand only in what is for the board
SECRETS = ("薪酬", "密件", "董事", "钱小姐", "专车", "绩效", "奖金的事", "补充规定", "决定》", "三十万元")


def write(folder: Path, *, default: str = "staff", closed: bool = True) -> Path:
    """Writes the rulebook, with what is `closed` or as if that had never been.

    `default` is the audience of the register's row of every file.
    """
    files = FILES if closed else {**FILES, "board": "", "abroad": "", "faq": HEAD + OPEN_ENTRY}
    folder.mkdir(parents=True)
    for name, text in files.items():
        if text:
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
    if default:
        (folder / "register.csv").write_text(f"file,audience\n*,{default}\n", encoding="utf-8")
    return folder
